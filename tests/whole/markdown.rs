//! Markdown: what a reader sees of it, whichever program it was written for.

use crate::support::{outline, read};

/// The paragraphs of a note.
pub fn paragraphs(source: &str) -> Vec<String> {
    let document = read("note.md", source.as_bytes());
    let blocks = document.blocks.iter();
    blocks
        .map(|block| document.text[block.range.clone()].to_owned())
        .collect()
}

#[test]
fn the_html_in_it_is_read_as_a_page_would_be() {
    let cases: &[(&str, &[&str])] = &[
        ("One<br>two<br/>three.", &["One\ntwo\nthree."]),
        ("One  \ntwo\nthree.", &["One\ntwo three."]),
        (
            "<p align=\"center\">The lamp &amp; oil.</p>\n\n<center>The end.</center>",
            &["The lamp & oil.", "The end."],
        ),
        (
            "<details>\n<summary>Who?</summary>\n\nIda *Moe*.\n\n</details>",
            &["Who?", "Ida Moe."],
        ),
        (
            "<table>\n<tr><td>Oil</td><td>Nine crowns</td></tr>\n</table>",
            &["Oil Nine crowns"],
        ),
        (
            "| a | b |\n|---|---|\n| lamp<br>clock | c |",
            &["a b", "lamp\nclock", "c"],
        ),
        (
            "Press <kbd>Ctrl</kbd> or <b class=x>Alt</b>.",
            &["Press Ctrl or Alt."],
        ),
        ("<script>\nsecret()\n</script>\n\nSeen.", &["Seen."]),
        (
            "<!-- private -->\n\nSeen <!-- private\n\ntoo --> here.",
            &["Seen  here."],
        ),
        // placeholders, not pages
        (
            "Write <title> and <object> and go on.\n\nNext.",
            &["Write  and  and go on.", "Next."],
        ),
        ("<textarea>\n\nNext.", &["Next."]),
        (
            "A note.[^1]\n\n[^1]: It says so.",
            &["A note.", "It says so."],
        ),
        ("- [ ] buy oil\n- [x] sell it", &["• buy oil", "• sell it"]),
        (
            "```\nlet x = \"<b>\";\n\n  y %% z\n```",
            &["let x = \"<b>\";\n\n  y %% z"],
        ),
    ];
    for (source, expected) in cases {
        let squeezed = |text: &str| text.replace("  ", " ");
        let found: Vec<String> = paragraphs(source).iter().map(|p| squeezed(p)).collect();
        let expected: Vec<String> = expected.iter().map(|p| squeezed(p)).collect();
        assert_eq!(found, expected, "{source}");
    }
}

#[test]
fn what_a_program_adds_is_not_read() {
    let cases: &[(&str, &[&str])] = &[
        // Obsidian
        (
            "The keeper of [[Sandholm|the rock]] was [[Anna Berg]].",
            &["The keeper of the rock was Anna Berg."],
        ),
        ("| who |\n|---|\n| [[Anna Berg\\|Anna]] |", &["who", "Anna"]),
        (
            "See [[Clock#Winding]], [[#The Gull]], [[A#B#C]], [[Clock#Winding|No #1]], [C#](x) and #1.",
            &["See Clock > Winding, The Gull, A > B > C, No #1, C# and #1."],
        ),
        (
            "She drank ==strong *tea*== at night. ^keeper1",
            &["She drank strong tea at night."],
        ),
        ("- one ^a-1\n- two\n\n^list-2", &["• one", "• two"]),
        (
            "> [!warning] Slippery steps\n> The steps are wet.",
            &["Slippery steps", "The steps are wet."],
        ),
        ("> [!note]-\n> Otto lives here.", &["Otto lives here."]),
        ("See ![[chart.png|300]] here.", &["See here."]),
        (
            "Open %% private %% door.\n\n%%\nprivate\n\n```\nprivate\n```\n%%\n\nSeen.",
            &["Open door.", "Seen."],
        ),
        ("Seen.\n\n%%\nprivate", &["Seen."]),
        (
            "It is 100%% sure that 50%% of it is `%% code %%` and a == b.",
            &["It is 100%% sure that 50%% of it is %% code %% and a == b."],
        ),
        ("2 ^10 or x ^2", &["2 ^10 or x ^2"]),
        // Hugo, Jekyll
        (
            "{{< figure src=\"x.png\" >}}\n\nSeen {{% ref %}}here{{% /ref %}}.",
            &["Seen here."],
        ),
        (
            "{% comment %}private{% endcomment %}\n\n{% include x %}Seen.",
            &["Seen."],
        ),
        // Pandoc, Kramdown, Docusaurus
        (
            "## The Tower {#tower .big}\n\nIt is [tall]{.smallcaps}, see [the map](x){target=_blank}.\n{: .note}",
            &["It is tall, see the map."],
        ),
        (
            "::: {.warning}\nThe steps are wet.\n:::\n\n:::tip Mind the gull\n\nIt bites.\n\n:::",
            &["The steps are wet.", "Mind the gull", "It bites."],
        ),
        (
            "```{=html}\n<b>not seen</b>\n```\n\nSeen {>>private<<} here.",
            &["Seen here."],
        ),
        (
            "A [list] {of braces} stays, {.so} does this.",
            &["A [list] {of braces} stays, {.so} does this."],
        ),
    ];
    for (source, expected) in cases {
        let found: Vec<String> = paragraphs(source)
            .iter()
            .map(|p| p.replace("  ", " "))
            .collect();
        assert_eq!(found, *expected, "{source}");
    }
}

#[test]
fn a_formula_is_read_as_it_is_written() {
    let cases: &[(&str, &str)] = &[
        (
            "The sum $\\sum_{i=1}^n x_i$ is.",
            "The sum $\\sum_{i=1}^n x_i$ is.",
        ),
        ("$$\n\\sum\n{i=1}\n^n\n$$", "$$ \\sum {i=1} ^n $$"),
        ("Then $a*b*c$ and $x_{.n}$.", "Then $a*b*c$ and $x_{.n}$."),
        (
            "Of \\sum_{i=1}^{n=2}, f(x){i=1}, {i=1}.",
            "Of \\sum_{i=1}^{n=2}, f(x){i=1}, {i=1}.",
        ),
        ("{x=1} is a set.", "{x=1} is a set."),
        ("It cost $5 or $6 *then*.", "It cost $5 or $6 then."),
        (
            "A [link](a_(b)){.x} and `code`{.rs} and *word*{:.y}.",
            "A link and code and word.",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(paragraphs(source), [*expected], "{source}");
    }
}

#[test]
fn in_chinese_and_japanese_the_end_of_a_line_parts_no_word() {
    let cases: &[(&str, &str)] = &[
        (
            "她在岩\n石上住了**十\n九**年，\n每晚爬",
            "她在岩石上住了十九年，每晚爬",
        ),
        (
            "彼女は“光”\nを見た。\n“はい”と",
            "彼女は“光”を見た。“はい”と",
        ),
        ("コーヒ\nー を", "コーヒー を"),
        ("它在1893\n年 沉没", "它在1893 年 沉没"),
        ("“Yes.”\n“No.”", "“Yes.” “No.”"),
        ("등대의 이름은\n안나", "등대의 이름은 안나"),
        ("她在  \n岩石", "她在\n岩石"),
    ];
    for (source, expected) in cases {
        assert_eq!(paragraphs(source), [*expected], "{source}");
        let page = source.replace("**", "").replace("  \n", "<br>\n");
        let page = format!("<meta charset=utf-8><p>{}", page.replace('\n', "\n  "));
        let found = read("x.html", page.as_bytes()).text;
        assert_eq!(found.trim_end(), *expected, "{page}");
    }
}

#[test]
fn a_lone_heading_is_a_place_where_the_title_is_known() {
    let check = |heading: &str, expected: &str| {
        let source = format!("---\ntitle: The Light\n---\n\n# {heading}\n\nThe keeper lit.\n");
        let document = read("x.md", source.as_bytes());
        assert_eq!(document.title, "The Light");
        assert_eq!(outline(&document), [(expected.to_owned(), 1)], "{heading}");
    };
    check("The Lamp", "The Lamp");
    check("The Light", "");
}

#[test]
fn what_stands_in_front_names_the_text() {
    let fronts = [
        "---\ntitle: >\n  The\n  Light\nauthor:\n  - Anna Berg\n  - Nils Lund\nlang: de\n---\n",
        "+++\ntitle = \"The Light\"\nauthors = [\"Anna Berg\", 'Nils Lund']\nlanguage = \"de\"\n+++\n",
        "{\"title\": \"The Light\", \"authors\": [\"Anna Berg\", \"Nils Lund\"], \"lang\": \"de\"}\n",
    ];
    for front in fronts {
        let document = read(
            "x.md",
            format!("{front}\n# The Tower\n\nIt began.\n").as_bytes(),
        );
        assert_eq!(
            (
                document.title.as_str(),
                document.author.as_deref(),
                document.language.as_deref()
            ),
            ("The Light", Some("Anna Berg, Nils Lund"), Some("de")),
            "{front}"
        );
        assert!(!document.text.contains("title"), "{}", document.text);
    }
}

#[test]
fn headings_in_html_are_headings() {
    let source = "<h1 align=\"center\">The Light</h1>\n\n## The Tower\n\nIt is tall.\n\n<h2>The Storm</h2>\n\nIt came.\n";
    let document = read("x.md", source.as_bytes());
    assert_eq!(document.title, "The Light");
    assert_eq!(
        outline(&document),
        [("The Tower".to_owned(), 1), ("The Storm".to_owned(), 1)]
    );
}

/// Each of these would take minutes if a step looked at all of the rest of the text again.
#[test]
fn long_nonsense_takes_no_longer_than_its_length() {
    for piece in [
        "<b x><p>",
        "<title>",
        "{% ",
        "%% ",
        "]{",
        "==a ",
        "<a \"",
        "{{<",
        "<div>\n\n",
        "<!-",
        "1%% ",
        "{--",
        "{~~~>",
        "{{ ",
        "++a",
        "!!! note\n",
        "--8<--\n",
        "<div markdown>\n",
        "<div markdown><div>",
        "[[",
        "a]{.x}",
        "> ",
        "- ",
        "1. ",
        "*a ",
    ] {
        let source = "Seen.\n\n".to_owned() + &piece.repeat(100_000 / piece.len()) + "\n\nNext.\n";
        let begun = std::time::Instant::now();
        assert!(!paragraphs(&source).is_empty(), "{piece}");
        assert!(
            begun.elapsed().as_secs() < 30,
            "{piece}: {:?}",
            begun.elapsed()
        );
    }
}
