//! Markdown: the blocks that Pandoc, MkDocs and Kramdown have and others have not.

use crate::markdown::paragraphs;
use crate::support::{outline, read};

fn check(cases: &[(&str, &[&str])]) {
    for (source, expected) in cases {
        let found = paragraphs(source);
        let found: Vec<String> = found.iter().map(|p| p.replace("  ", " ")).collect();
        assert_eq!(found, *expected, "{source}");
    }
}

#[test]
fn a_table_is_read_however_it_is_drawn() {
    check(&[
        (
            "-----------------------\n Name      Task\n--------- -------------\n Anna      lamp\n           and bell\n\n Nils      oil\n-----------------------\n\nShe slept.",
            &["Name Task", "Anna lamp and bell", "Nils oil", "She slept."],
        ),
        (
            "+-----+-------+\n| a   | b     |\n+=====+=======+\n| c d | e     |\n|     | and f |\n+-----+-------+\n| g   | h     |\n+-----+-------+\n\n: The list {#tbl:one}\n\nNext.",
            &["a b", "c d e and f", "g h", "The list", "Next."],
        ),
        (
            "  Right Left\n------- ------\n     12 34\n      5 6 | 7\n\nNext.",
            &["Right Left", "12 34", "5 6 | 7", "Next."],
        ),
        (
            "---- ----\nlamp oil\n---- ----\n\nNext.",
            &["lamp oil", "Next."],
        ),
        (
            "灯台 油\n---- ----\n岩   鲸\n\nNext.",
            &["灯台 油", "岩 鲸", "Next."],
        ),
        (
            "Title\n-----\n\nText.\n\n- - -\n\n-----\n\nMore.",
            &["Text.", "More."],
        ),
        ("| a | b\n|---|---\n| c | d", &["a b", "c d"]),
    ]);
    let document = read(
        "x.md",
        b"-------\n Name\n------- ----\n Anna    x\n\n Nils    y\n-------\n\nShe slept.",
    );
    assert_eq!(outline(&document).len(), 1);
}

#[test]
fn a_caption_is_read_without_its_marks() {
    check(&[
        (
            "![The *gull* on the rail](gull.png){#fig:gull width=50%}\n\n![alt](x.png){.left}\n\nSee ![alt](x.png){#fig:x} here.",
            &["The gull on the rail", "See here."],
        ),
        (
            "| a | b |\n|---|---|\n| c | d |\n\nTable:  The list {#tbl:x}\n\nNext.",
            &["a b", "c d", "The list", "Next."],
        ),
        (
            "Table: The list\n\n| a | b |\n|---|---|\n| c | d |\n\nNext.",
            &["The list", "a b", "c d", "Next."],
        ),
        (
            "Table: set for two.\n\nNext.",
            &["Table: set for two.", "Next."],
        ),
        (
            "One.\n\n\\newpage\n\nIt is 5\\ km or C:\\ x.",
            &["One.", "It is 5\u{a0}km or C:\\ x."],
        ),
    ]);
}

#[test]
fn a_list_keeps_its_marks_and_its_items() {
    check(&[
        (
            "(1) One\n(2) Two\n  goes on",
            &["(1) One", "(2) Two goes on"],
        ),
        ("a. One\nb. Two", &["a. One", "b. Two"]),
        ("iii) One\niv) Two", &["iii) One", "iv) Two"]),
        ("#. One\n#. Two", &["1. One", "2. Two"]),
        (
            "(@) One\n(@ox) Two\n\nSee (@ox), not (@no).",
            &["(1) One", "(2) Two", "See (2), not (@no)."],
        ),
        ("I. did not go.\nShe did.", &["I. did not go. She did."]),
        (
            "Lamp\n: A light.\n: Of oil.\n\nGull\n: A bird.",
            &["Lamp", "A light.", "Of oil.", "Gull", "A bird."],
        ),
        (
            "| The lamp\n|   burns\n|\n| no more\n\nNext.",
            &["The lamp\nburns", "no more", "Next."],
        ),
    ]);
}

#[test]
fn a_note_in_a_sentence_stands_behind_its_paragraph() {
    check(&[
        (
            "It burns.^[By *oil*, see [x](y).] She slept.\n\nNext.",
            &["It burns. She slept.", "By oil, see x.", "Next."],
        ),
        (
            "- one^[Note\n  one.]\n- two\n\nNext.",
            &["• one", "• two", "Note one.", "Next."],
        ),
        (
            "It burns.^[By oil.] She slept.\n\n> Hush.\n\nNext.",
            &["It burns. She slept.", "By oil.", "Hush.", "Next."],
        ),
        (
            "`^[code]` and $x^[2]$ and ^[open",
            &["^[code] and $x^[2]$ and ^[open"],
        ),
    ]);
}

#[test]
fn an_element_that_says_so_holds_markdown() {
    check(&[
        (
            "<figure markdown>\n  ![Img](x.png)\n  <figcaption>The lamp</figcaption>\n</figure>\n\nNext.",
            &["The lamp", "Next."],
        ),
        (
            "<div class=\"grid cards\" markdown>\n- __One__\n- Two\n</div>\nNext.",
            &["• One", "• Two", "Next."],
        ),
        (
            "<div markdown=\"1\">\n    <div markdown>\n        The *lamp*.\n    </div>\n    <div>x</div>\n\n    The *gull*.\n</div>\n\n    code *x*",
            &["The lamp.", "x", "The gull.", "code *x*"],
        ),
        ("<p markdown=\"span\">The *lamp*.</p>", &["The lamp."]),
        (
            "<div markdown><p markdown>The *lamp*.</p></div>\n\n    code *x*",
            &["The lamp.", "code *x*"],
        ),
        (
            "<div markdown>\n    !!! note\n        Mind it. %% SECRET %%\n</div>",
            &["Mind it."],
        ),
        ("<div markdown=\"0\">\n*lamp*\n</div>", &["*lamp*"]),
        ("<div>\nmarkdown *lamp*\n</div>", &["markdown *lamp*"]),
        (
            "```\n<div markdown>\n*x*\n</div>\n```\n\n<div markdown>\n\n<div markdown>",
            &["<div markdown>\n*x*\n</div>"],
        ),
    ]);
}

#[test]
fn boxes_and_what_is_only_for_programs_are_read_as_they_show() {
    check(&[
        (
            "!!! note \"Mind the gull\"\n\n    It bites.\n\n    ??? tip\n        Run.\n\nNext.",
            &["Mind the gull", "It bites.", "Run.", "Next."],
        ),
        (
            "=== \"Winter\"\n\n    Cold.\n\n=== \"Summer\"\n\n    Warm.",
            &["Winter", "Cold.", "Summer", "Warm."],
        ),
        (
            "/// caption\nThe lamp.\n///\n\n/// note | Mind\nIt bites.\n///",
            &["The lamp.", "Mind", "It bites."],
        ),
        (
            "* TOC\n{:toc}\n\nSeen.\n\n[TOC]\n\nNext.",
            &["Seen.", "Next."],
        ),
        (
            "*by Anna Berg*\n\n[TOC]\n\n1984 was cold.\n\n[TOC]\n\nNext.",
            &["by Anna Berg", "1984 was cold.", "Next."],
        ),
        (
            "{::nomarkdown}\n\nSeen.\n\n{:/}\n\nNext.",
            &["Seen.", "Next."],
        ),
        (
            "The HTML page.\n\n*[HTML]: A language.",
            &["The HTML page."],
        ),
        ("Seen `<b>`{=html} here.", &["Seen here."]),
        (
            "H~2~O, 2^10^, P~a\\ cat~ and ~gone~ x^2.",
            &["H2O, 2¹⁰, Pa cat and gone x^2."],
        ),
        (
            "```\n!!! note \"x\"\n(1) a\n(2) b\n[TOC]\n```",
            &["!!! note \"x\"\n(1) a\n(2) b\n[TOC]"],
        ),
        (
            "A ~ b ^ c and 2^3 and 4^5 and ~/x~y.",
            &["A ~ b ^ c and 2^3 and 4^5 and ~/x~y."],
        ),
    ]);
    let document = read("x.md", "## The Lamp {-}\n\nIt burns.\n".as_bytes());
    assert_eq!(outline(&document), [("The Lamp".to_owned(), 1)]);
}

#[test]
fn verses_keep_their_lines_and_prose_does_not() {
    for verse in [
        "The lamp is lit, the lamp is low,\nThe keeper walks the floor;\nThe ships go out, the ships come in,\nAnd some come in no more.",
        "O gull upon the railing\nO gull with *broken* wing\nWhat news",
        "Der Wind geht um,\nDie Lampe brennt,\nUnd keiner kommt.",
    ] {
        let shown = verse.replace('*', "");
        let quoted = format!("> {}", verse.replace('\n', "\n> "));
        for source in [verse, &quoted] {
            assert_eq!(paragraphs(source).join("\n\n"), shown);
        }
    }
    for prose in [
        // broken where a line was full
        "The keeper wound the clock at six every evening, and he\nNever asked why Nils had come to the rock with the great\nLamp of Sandholm and a gull.",
        // a sentence a line
        "The keeper woke.\nHe wound the clock of the tower.\nThen he slept.",
        "The lamp is lit,\nand the lamp is low\nThe ships go out",
        "One line\nTwo",
    ] {
        assert_eq!(paragraphs(prose), [prose.replace('\n', " ")]);
    }
}

#[test]
fn a_heading_in_a_box_is_a_line_of_it() {
    let places = |source: &str| -> Vec<String> {
        let sections = outline(&read("x.md", source.as_bytes())).into_iter();
        sections.map(|(place, _)| place).collect()
    };
    for source in [
        "# Kettles\n\nIntro.\n\n## Care\n\nRinse it.\n\n> ### Mind\n> It is hot.\n\nDry it.",
        "# Kettles\n\nIntro.\n\n## Care\n\n- ### Mind\n  It is hot.\n\nDry it.",
        "# Kettles\n\n> [!infobox]\n> # Kettles\n> ###### Facts\n\nIntro.\n\n## Care\n\nDry it.",
        "# Kettles\n\nIntro.\n\n## Care\n\n::: {.callout-note}\n## Mind\nIt is hot.\n:::\n\nDry it.",
    ] {
        assert_eq!(places(source), ["", "Care"], "{source}");
        assert_eq!(read("x.md", source.as_bytes()).title, "Kettles");
    }
    // A container that says nothing aside may hold chapters.
    assert_eq!(
        places("::: {.column}\n## One\n\nRinse.\n:::\n\n## Two\n\nDry."),
        ["One", "Two"]
    );
}

#[test]
fn the_title_of_a_box_is_read_as_it_is_written() {
    check(&[
        (
            ":::tip[Mind the lid]\n\nIt is hot.\n\n:::",
            &["Mind the lid", "It is hot."],
        ),
        (
            "::: {.callout-tip title=\"Mind the lid\"}\nIt is hot.\n:::",
            &["Mind the lid", "It is hot."],
        ),
        (
            ":::warning Mind the lid\nIt is hot.\n:::",
            &["Mind the lid", "It is hot."],
        ),
        (
            "::: {.callout-note}\n## Mind the lid\nIt is hot.\n:::",
            &["Mind the lid", "It is hot."],
        ),
    ]);
}

#[test]
fn what_other_programs_write_for_themselves_is_no_text() {
    check(&[
        (
            "import Tabs from '@theme/Tabs';\nexport const Well = () => (\n  <b>x</b>\n);\n\nThe well is deep. We import Tea from India.\n",
            &["The well is deep. We import Tea from India."],
        ),
        (
            "- The kettle is hot.\n  id:: 65ef1a2b\n  collapsed:: true\n- So.",
            &["• The kettle is hot.", "• So."],
        ),
        (
            "The well <script>alert(1)</script>is *deep* <style>.x{}</style>and cold.",
            &["The well is deep and cold."],
        ),
        (
            "Press ++ctrl+c++ for ++important++ kettles.",
            &["Press Ctrl+C for ++important++ kettles."],
        ),
    ]);
    let document = read(
        "p.md",
        b"title:: Of Kettles\nauthor:: Oda Lind\n\n- They are hot.",
    );
    assert_eq!(document.title, "Of Kettles");
    assert_eq!(document.author.as_deref(), Some("Oda Lind"));

    let notion = "Kettle Plan 3f2a9c1b8d4e4f0c9a7b6e5d4c3b2a10.md";
    let document = read(notion, b"# Kettle Plan\n\nRinse.\n\n# Goals\n\nDry.");
    assert_eq!(document.title, "Kettle Plan");
    assert_eq!(outline(&document).len(), 2);
}

#[test]
fn boxes_of_rules_for_games_are_read_as_they_show() {
    check(&[
        (
            "{{note\n##### Oil\nIt is dear.\n}}\n\n\\page\n\nThe {{color:red old}} lamp {{ page.x }}burns.",
            &["It is dear.", "The old lamp burns."],
        ),
        (
            "{{monster,frame\n## Wraith\n**Speed** :: 30 ft.\n\n***Bite.*** It hits. }}\n\n\\column\n\nThe end.",
            &["Speed :: 30 ft.", "Bite. It hits.", "The end."],
        ),
        (
            "{{infobox\n| name = Anna\n}}\n\nThe lamp {{pageNumber 3}}burns.\n\n```\n{{note\n}}\n```",
            &["The lamp burns.", "{{note\n}}"],
        ),
        (
            "Write `{{color:red old}}` for red.\n\nSo:\n\n    {{color:red very}}\n    {{note\n    \\page\n    }}\n\nIt {{font-size:9px burns}}.",
            &[
                "Write {{color:red old}} for red.",
                "So:",
                "{{color:red very}}\n{{note\n\\page\n}}",
                "It burns.",
            ],
        ),
        (
            "Use it:\n\n{{my-button\n  label=\"Save\"\n  action=\"go\"\n}}\n\nIt saves.",
            &["Use it:", "It saves."],
        ),
    ]);
}
