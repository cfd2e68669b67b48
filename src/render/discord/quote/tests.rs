//! What a quote looks like as Markdown.

use super::*;

const WHOLE: Cut = Cut {
    before: false,
    after: false,
};

fn piece(range: Range<usize>) -> Piece {
    Piece { range, cut: WHOLE }
}

#[test]
fn bold_text_ends_with_its_line() {
    let verse = "O ferry,\n\nO key";
    let shown = render_block_quote(verse, &piece(0..15), &[2..14, 14..15], "", 200);
    assert_eq!(shown, "> O **ferry,**\n> \n> **O key**");
    let bold = std::slice::from_ref(&(2..8));
    assert_eq!(
        render_block_quote(verse, &piece(0..8), bold, "", 12),
        "> O ferry,"
    );
}

#[test]
fn what_stands_around_a_part_is_small() {
    let check = |text: &str, part: &str, cut: Cut, expected: &[&str]| {
        let at = text.find(part).unwrap();
        let range = 0..text.len();
        let shown = render_quote_around(text, &Piece { range, cut }, &(at..at + part.len()));
        assert_eq!(shown.split('\n').collect::<Vec<_>>(), expected);
        let marks = ["> -# ", "> ", "**", "_[…]_ ", " _[…]_", "\\"];
        let bare = |line: &str| {
            marks
                .iter()
                .fold(line.to_owned(), |l, mark| l.replace(mark, ""))
        };
        let joined: Vec<String> = expected.iter().map(|line| bare(line)).collect();
        assert_eq!(joined.concat(), text.replace('\n', ""));
    };

    let text = "Her lamp, lit by Holm,  whom all feared, went out.";
    check(
        text,
        "lit by Holm,",
        WHOLE,
        &[
            "> -# Her lamp, ",
            "> **lit by Holm,**  ",
            "> -# whom all feared, went out.",
        ],
    );
    let cut = Cut {
        before: true,
        after: true,
    };
    let lines = [
        "> _[…]_ **Her lamp,** ",
        "> -# lit by Holm,  whom all feared, went out. _[…]_",
    ];
    check(text, "Her lamp,", cut, &lines);

    // What begins a line by that is no list, no heading and no small print.
    check(
        "Holm,-# the baker,- drowned,1. or not",
        "- drowned,",
        WHOLE,
        &[
            "> -# Holm,-\\# the baker,",
            "> **\\- drowned,**",
            "> -# 1\\. or not",
        ],
    );
    let small = ["> -# \\-\\# a lamp, ", "> **he said**"];
    check("-# a lamp, he said", "he said", WHOLE, &small);
    let chinese = ["> -# 守灯人说：", "> **灯灭了，**", "> -# 她走了。"];
    check("守灯人说：灯灭了，她走了。", "灯灭了，", WHOLE, &chinese);

    // Verse keeps its lines.
    check(
        "O ferry,\n  O key, O lamp\nof mine,\n\nO bell",
        "O key, O lamp\nof mine,",
        WHOLE,
        &[
            "> -# O ferry,",
            ">   **O key, O lamp**",
            "> **of mine,**",
            "> ",
            "> -# O bell",
        ],
    );
    check(
        "O ferry, O tide,\nO key, O lamp",
        "O ferry,",
        WHOLE,
        &["> **O ferry, O tide,**", "> -# O key, O lamp"],
    );
}

#[test]
fn all_of_it_may_be_small() {
    let text = "O ferry,\n\nO key that Holm lost, O lamp";
    let check = |part: &str, cut: Cut, expected: &str| {
        let at = text.find(part).unwrap();
        let range = 0..text.len();
        let shown = render_small_quote(text, &Piece { range, cut }, &(at..at + part.len()));
        assert_eq!(shown, expected);
    };

    let lines = "> -# O ferry,\n> \n> -# O key **that Holm lost,** O lamp";
    check("that Holm lost, ", WHOLE, lines);
    let cut = Cut {
        before: true,
        after: false,
    };
    check(
        text,
        cut,
        "> -# _[…]_ **O ferry,**\n> \n> -# **O key that Holm lost, O lamp**",
    );
}

#[test]
fn what_is_long_is_cut_around_what_matters() {
    let text = "one two three four five six seven eight nine ten eleven twelve thirteen";
    let at = |word: &str| {
        let start = text.find(word).unwrap();
        start..start + word.len()
    };
    let clip = |focus: &[Range<usize>], most| {
        let piece = cut_around_focus(text, piece(0..text.len()), focus, most);
        (&text[piece.range], piece.cut.before, piece.cut.after)
    };

    assert_eq!(clip(&[], 12), ("one two", false, true));
    assert_eq!(clip(&[at("two")], 12), ("one two", false, true));
    assert_eq!(clip(&[at("seven")], 20), ("six seven eight", true, true));
    let (shown, before, _) = clip(&[at("twelve"), at("thirteen")], 24);
    assert!(shown.contains("twelve") && before, "{shown}");
    assert_eq!(clip(&[at("six")], 200), (text, false, false));
}
