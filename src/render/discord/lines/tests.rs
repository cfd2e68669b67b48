//! Tests of joining lines.

use super::*;

fn shown(document: &str) -> String {
    join_wrapped_lines(document, 0..document.len(), &[]).text
}

const PROSE: &str = "The ferry crossed the strait of Holm every single morning, and\n\
    nobody paid, because the ferryman had lost the key of his cash\n\
    box; it lay at the bottom of the strait, between two well-\nknown rocks.";

#[test]
fn prose_runs_on_and_verse_keeps_its_lines() {
    let joined = shown(PROSE);
    assert!(!joined.contains('\n'), "{joined}");
    assert!(joined.contains("cash box; it lay") && joined.contains("well-known rocks"));

    for kept in [
        "O ferry of the morning tide, thy master cannot sing;\nYet over all the water wide\nThe bells of Holm shall ring.",
        "Eggs and flour from the mill beyond the bridge\nmilk\nsalt",
        "The first paragraph stands here.\n\nThe second stands here.",
        "MARY. Where is the ferry?\nJOHN. It has gone down with all the sheep, I fear.\nMARY. All?",
    ] {
        assert_eq!(shown(kept), kept);
    }
}

#[test]
fn of_several_empty_lines_one_is_shown() {
    let text = "A Note:\n\n\n\r\n \nThe ferry sank.\n\n\n    THE BELLS\n\n    By Nobody";
    let expected = "A Note:\n\nThe ferry sank.\n\n    THE BELLS\n\n    By Nobody";
    assert_eq!(shown(text), expected);
    assert_eq!(
        shown("The ferry.\n\nThe bells."),
        "The ferry.\n\nThe bells."
    );
}

#[test]
fn a_line_that_is_a_little_shorter_than_it_could_be_is_wrapped_too() {
    let text = "The ferry crossed the strait of Holm every single morning, and the boy\n\
        who drew the rope sang of the bells that had been lost in that water.\n\
        Nobody paid him for it but the baker, who gave him a loaf a week.\n\
        I do not know what became of him when the bridge was built, nor does\nanybody.";
    assert!(!shown(text).contains('\n'), "{}", shown(text));
}

#[test]
fn a_short_paragraph_is_as_wide_as_its_neighbours() {
    let lines = "Nobody crossed the strait by\nnight";
    assert_eq!(shown(lines), lines, "it may be anything");

    let text =
        format!("{PROSE}\n\nNobody crossed the strait of Holm by night, not even the\ndoctor.");
    assert!(shown(&text).ends_with("not even the doctor."));
    let unfilled = format!("{PROSE}\n\nNobody crossed\nby night.");
    assert!(shown(&unfilled).ends_with("crossed\nby night."));
}

#[test]
fn a_line_that_is_a_little_short_keeps_no_paragraph_apart() {
    let short = PROSE.replace(
        "lost the key of his cash\nbox",
        "lost the key\nof his cash box",
    );
    assert!(!shown(&short).contains('\n'), "{short}");
    let list = "Eggs and flour from the mill beyond the long bridge\nmilk\nand salt from the sea";
    assert_eq!(shown(list), list);
}

#[test]
fn windows_line_ends_and_scripts_without_spaces_are_joined() {
    let windows = PROSE.replace('\n', "\r\n");
    assert_eq!(shown(&windows), shown(PROSE));

    let line = "太郎は赤い自転車で東京から来た。彼の祖父は水車小屋";
    let text = format!("{line}\n{line}\nの番人だった。");
    assert_eq!(shown(&text), text.replace('\n', ""));
}

#[test]
fn words_are_joined_in_short_and_mixed_texts() {
    let letter = "Dear Cousin Tilda,--The rain has been well-\nnigh endless, and the mother-\nin-law of the vicar sings each evening after supper.";
    let joined = shown(letter);
    assert!(
        joined.contains("well-nigh endless") && joined.contains("mother-in-law"),
        "{joined}"
    );
    let kept = "Eggs for the cook -\nmilk\nA list of well-\nKnown names";
    assert_eq!(shown(kept), kept);

    let narrow =
        "鯨は冬の終わりに湾へ来た。村人は\n太鼓を叩いて鯨を迎えた。太鼓の音は\n三日三晩続いた。";
    assert_eq!(shown(narrow), narrow.replace('\n', ""));
    let verse = "古い池のほとりで\n蛙が跳んで\n水の音がした";
    assert_eq!(shown(verse), verse);
}

#[test]
fn verse_is_set_in_by_what_its_lines_do_not_share() {
    let verse =
        "Verses:\n\n    O ferry of the tide,\n      thy master sings;\n\n    O key,\n  O key.";
    let shown = |from: &str, to: &str| {
        let start = verse.find(from).unwrap();
        let end = verse.find(to).unwrap() + to.len();
        let joined = join_wrapped_lines(verse, start..end, std::slice::from_ref(&(start..end)));
        assert_eq!(joined.bold[0], 0..joined.text.len());
        joined.indent + &joined.text
    };

    for (from, to, expected) in [
        (
            "O ferry",
            "sings;",
            "O ferry of the tide,\n  thy master sings;",
        ),
        (
            "    O ferry",
            "sings;",
            "O ferry of the tide,\n  thy master sings;",
        ),
        ("thy", "O key,", "  thy master sings;\n\nO key,"),
        ("ferry", "sings;", "ferry of the tide,\nthy master sings;"),
        ("O key,", "O key.", "  O key,\nO key."),
        ("O ferry", "tide,", "O ferry of the tide,"),
    ] {
        assert_eq!(shown(from, to), expected, "{from}");
    }
}

#[test]
fn what_stands_out_is_found_again() {
    for word in ["nobody", "cash\nbox", "rocks.", "morning, and\nnobody paid"] {
        let at = PROSE.find(word).unwrap();
        let bold = at..at + word.len();
        let joined = join_wrapped_lines(PROSE, 4..PROSE.len(), std::slice::from_ref(&bold));
        assert_eq!(
            &joined.text[joined.bold[0].clone()],
            word.replace('\n', " ")
        );
    }
}
