//! The lines of a hard-wrapped text -> running text, so that a narrow screen does not break each line twice.
//!
//! In: a place in a document. Out: its text with a space for each line end that a typesetter's width put
//! there. What stands in the document stays what it is; only what is shown is joined. The decision that is
//! not obvious: a line end is kept unless its whole paragraph looks wrapped, because a poem or a list whose
//! lines are joined is damaged, while prose whose lines are not is only ugly.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::language::is_unspaced;

/// Bytes before and after a place that tell how wide the document was set.
const AROUND: usize = 6_000;
/// A paragraph set narrower than this, in columns, is more likely verse.
const NARROWEST: usize = 40;
/// The same where a line holds the end of a sentence of Chinese or Japanese, which verse does without.
const NARROWEST_UNSPACED: usize = 20;
/// From this width on, a second and a third line with a capital are no sign of verse.
const WIDE: usize = 60;
/// So much shorter than it could be may a wrapped line be, in columns.
const SLACK: usize = 3;
/// Most white space that a first line is given to stand to the others as in the document, in characters.
const DEEPEST: usize = 20;
/// Of so many lines one may be shorter than that, by less than one part in so many of the width.
const FEW: usize = 3;
const UNEVEN: usize = 3;

/// Text with the line ends of a typesetter taken out, and what stands out in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    pub text: String,
    /// White space before the text: how much deeper its first line is set than others that are kept.
    pub indent: String,
    /// Bytes of `text`.
    pub bold: Vec<Range<usize>>,
}

/// The bytes `range` of a document, joined; `bold` is in bytes of the document.
pub fn join_wrapped_lines(document: &str, range: Range<usize>, bold: &[Range<usize>]) -> Joined {
    let mut gaps = find_line_gaps(document, &range);
    let indent = strip_shared_indent(document, &range, &mut gaps);

    let mut text = String::with_capacity(range.len());
    let mut at = range.start;
    for gap in &gaps {
        text.push_str(&document[at..gap.bytes.start]);
        text.push_str(gap.filled);
        at = gap.bytes.end;
    }
    text.push_str(&document[at..range.end]);

    let bold = bold
        .iter()
        .map(|bold| bold.start.max(range.start)..bold.end.min(range.end))
        .filter(|bold| bold.start < bold.end)
        .map(|bold| {
            to_joined_byte(bold.start, range.start, &gaps)
                ..to_joined_byte(bold.end, range.start, &gaps)
        })
        .collect();
    Joined { text, indent, bold }
}

/// Takes from the lines that are kept the white space that all of them begin with; what the first has beyond that. A stanza
/// would be shown crooked, as its first line is quoted from its first letter on.
fn strip_shared_indent(document: &str, range: &Range<usize>, gaps: &mut Vec<Gap>) -> String {
    let ends = document[range.clone()].match_indices('\n');
    let ends = ends.map(|(at, _)| range.start + at);
    let is_kept = |end: &usize| !gaps.iter().any(|gap| gap.bytes.contains(end));
    let kept = ends
        .filter(is_kept)
        .map(|end| indent_range(document, end + 1));
    let is_empty = |at: usize| document[at..].starts_with(['\n', '\r']) || at >= range.end;
    let kept: Vec<Range<usize>> = kept.filter(|indent| !is_empty(indent.end)).collect();
    if kept.is_empty() {
        return String::new();
    }

    let start = document[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let first = Some(indent_range(document, start)).filter(|first| range.start <= first.end);
    let shared = kept.iter().chain(&first).map(Range::len).min().unwrap_or(0);

    let shared_by = |indent: Range<usize>| indent.start..indent.start + shared;
    let own = first.clone().map(|first| range.start..first.end);
    let gone = kept.into_iter().map(shared_by).chain(own);
    gaps.extend(gone.map(|bytes| Gap { bytes, filled: "" }));
    gaps.retain(|gap| !gap.bytes.is_empty());
    gaps.sort_by_key(|gap| gap.bytes.start);
    " ".repeat(first.map_or(0, |first| first.len() - shared).min(DEEPEST))
}

/// The white space that a line begins with.
fn indent_range(document: &str, start: usize) -> Range<usize> {
    let rest = &document[start..];
    start..start + (rest.len() - rest.trim_start_matches([' ', '\t']).len())
}

/// A line end between two lines of a paragraph, with the white space around it.
struct Gap {
    bytes: Range<usize>,
    /// What is shown in its place.
    filled: &'static str,
}

/// Where a byte of the document stands in the joined text.
fn to_joined_byte(at: usize, start: usize, gaps: &[Gap]) -> usize {
    let mut to = at - start;
    for gap in gaps.iter().take_while(|gap| gap.bytes.start < at) {
        let gone = gap.bytes.end.min(at) - gap.bytes.start;
        to = to - gone + gap.filled.len().min(gone);
    }
    to
}

fn find_line_gaps(document: &str, range: &Range<usize>) -> Vec<Gap> {
    if !document[range.clone()].contains('\n') {
        return Vec::new();
    }

    let start = document.floor_char_boundary(range.start.saturating_sub(AROUND));
    let end = document.ceil_char_boundary((range.end + AROUND).min(document.len()));
    let lines = split_lines(document, start..end);
    let usual = usual_width(document, &lines);

    let mut gaps = Vec::new();
    for paragraph in lines.split(Range::is_empty) {
        let is_wrapped = is_wrapped(document, paragraph, usual);
        for pair in paragraph.windows(2) {
            let bytes = pair[0].end..pair[1].start;
            if !is_wrapped && !is_within_word(document, &bytes) {
                continue;
            }
            if range.start <= bytes.start && bytes.end <= range.end {
                let filled = choose_filler(document, &bytes);
                gaps.push(Gap { bytes, filled });
            }
        }
    }
    gaps
}

/// The lines of a stretch without the white space around them; an empty line is an empty range.
fn split_lines(document: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut at = stretch.start;
    document[stretch]
        .split_inclusive('\n')
        .map(|line| {
            let start = at + (line.len() - line.trim_start().len());
            let end = at + line.trim_end().len();
            at += line.len();
            start.min(end)..end
        })
        .collect()
}

/// The width of most lines that another one follows, in columns.
fn usual_width(document: &str, lines: &[Range<usize>]) -> usize {
    let mut widths: Vec<usize> = lines
        .windows(2)
        .filter(|pair| !pair[0].is_empty() && !pair[1].is_empty())
        .map(|pair| document[pair[0].clone()].width())
        .collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or_default()
}

/// Whether the lines but the last are as long as they can be: the next line's first word did not fit.
fn is_wrapped(document: &str, paragraph: &[Range<usize>], usual: usize) -> bool {
    let text = |line: &Range<usize>| &document[line.clone()];
    let widest = paragraph.iter().map(|line| text(line).width()).max();
    let width = widest.unwrap_or_default().max(usual);
    let has_stops = paragraph.iter().any(|line| text(line).contains('。'));
    let narrowest = if has_stops {
        NARROWEST_UNSPACED
    } else {
        NARROWEST
    };
    if paragraph.len() < 2 || width < narrowest {
        return false;
    }

    let room = |pair: &[Range<usize>]| {
        let first = first_word(text(&pair[1]));
        width.saturating_sub(text(&pair[0]).width() + 1 + first.width())
    };
    let goes_on = |pair: &[Range<usize>]| text(&pair[1]).starts_with(char::is_lowercase);
    let is_begun = |line: &Range<usize>| {
        let letter = text(line).chars().find(|c| c.is_alphabetic());
        letter.is_some_and(char::is_uppercase)
    };

    // Each line of verse begins with a capital; of prose, here and there one does.
    let is_verse = paragraph[1..].iter().all(is_begun) && (paragraph.len() > 3 || width < WIDE);
    if is_verse {
        return false;
    }

    // One line may be shorter, as after a change by hand, if it goes on within its sentence.
    let pairs = paragraph.windows(2);
    let short: Vec<_> = pairs.filter(|pair| room(pair) >= SLACK).collect();
    let is_slip = |pair: &&[Range<usize>]| goes_on(pair) && room(pair) * UNEVEN < width;
    short.len() * FEW <= paragraph.len() && short.iter().all(is_slip)
}

/// As much of a line as could not be cut from the line before.
fn first_word(line: &str) -> &str {
    match line.chars().next() {
        Some(letter) if is_unspaced(letter) => &line[..letter.len_utf8()],
        _ => line.split_whitespace().next().unwrap_or_default(),
    }
}

/// Whether a line end stands within a word: behind its hyphen, and before a small letter.
fn is_within_word(document: &str, gap: &Range<usize>) -> bool {
    let mut before = document[..gap.start].chars().rev();
    let after = document[gap.end..].chars().next();
    is_hyphen(before.next())
        && before.next().is_some_and(char::is_alphabetic)
        && after.is_some_and(char::is_lowercase)
}

fn is_hyphen(letter: Option<char>) -> bool {
    matches!(letter, Some('-' | '\u{2010}'))
}

/// What joins two lines: nothing within a word or between words without spaces, else a space.
fn choose_filler(document: &str, gap: &Range<usize>) -> &'static str {
    let mut before = document[..gap.start].chars().rev();
    let after = document[gap.end..].chars().next();

    let (last, last_but_one) = (before.next(), before.next());
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_compound = is_hyphen(last) && is_letter(last_but_one);
    let unspaced = |letter: Option<char>| letter.is_some_and(is_unspaced);

    if is_compound && is_letter(after) || unspaced(last) && unspaced(after) {
        ""
    } else {
        " "
    }
}

#[cfg(test)]
mod tests {
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
        let list =
            "Eggs and flour from the mill beyond the long bridge\nmilk\nand salt from the sea";
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

        let narrow = "鯨は冬の終わりに湾へ来た。村人は\n太鼓を叩いて鯨を迎えた。太鼓の音は\n三日三晩続いた。";
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
}
