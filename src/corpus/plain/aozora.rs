//! The format of Aozora Bunko, the library of Japanese texts: title and author on top, what its
//! marks mean, the text with readings and notes of the typist in it, and the printed source at the
//! end.
//!
//! In: a text. Out: the same as a reader of a book sees it, and who wrote it. The decision that is
//! not obvious: only a text that says so itself is one of these, since `《》` are quotation marks
//! elsewhere.

use std::ops::Range;

use crate::corpus::outline::Metadata;

/// What heads the list of marks, and begins the line of the source.
const MARKS: &str = "【テキスト中に現れる記号について】";
const SOURCES: &[&str] = &["底本：", "底本:"];
/// So many hyphens at least part the list of marks from the text.
const RULE: usize = 10;
/// A reading, and where the word begins that has it.
const READING: (char, char) = ('《', '》');
const BEGIN: char = '｜';
/// A note of the typist; it may hold others.
const NOTE: &str = "［＃";
const BRACKETS: (char, char) = ('［', '］');
/// Longest reading and longest note, in bytes.
const LONGEST: usize = 600;
/// What stands for a sign that the encoding lacked, and how a note says which it is.
const MISSING: char = '※';
const CODE: &str = "U+";
/// How lines end that say who did something else to a text than write it.
const OTHERS: &[&str] = &["訳", "編", "校訂", "校注", "作曲"];

/// The text, and what is said of it at its top; `None` for a text from elsewhere.
pub fn read_aozora(source: &str) -> Option<(String, Metadata)> {
    if !source.contains(MARKS) && !source.contains(NOTE) {
        return None;
    }
    let source = source.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let printed = lines_with_offsets(&source)
        .filter(|(_, line)| SOURCES.iter().any(|mark| line.starts_with(mark)))
        .last();
    let text = &source[..printed.map_or(source.len(), |(at, _)| at)];

    let (top, body) = match find_list_of_marks(text) {
        Some(list) => (&text[..list.start], &text[list.end..]),
        None => printed.and_then(|_| text.split_once("\n\n"))?,
    };
    Some((strip_readings(body), parse_metadata(&strip_readings(top))))
}

/// The lines of a text, each with the byte at which it begins.
fn lines_with_offsets(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}

/// Where the marks are explained, with the rules around that.
fn find_list_of_marks(text: &str) -> Option<Range<usize>> {
    let head = text.find(MARKS)?;
    let is_rule = |line: &str| {
        let line = line.trim();
        line.len() >= RULE && line.bytes().all(|byte| byte == b'-')
    };
    let rules = || lines_with_offsets(text).filter(|(_, line)| is_rule(line));
    let (start, _) = rules().take_while(|(at, _)| *at < head).last()?;
    let (last, rule) = rules().find(|(at, _)| *at > head)?;
    Some(start..last + rule.len())
}

/// What the lines at the top say: the title, perhaps another one, who wrote the text, and who
/// translated it.
fn parse_metadata(top: &str) -> Metadata {
    let mut lines = top.lines().map(str::trim).filter(|line| !line.is_empty());
    let title = lines.next().map(str::to_owned);
    let is_other = |line: &&str| OTHERS.iter().any(|end| line.ends_with(end));
    Metadata {
        title,
        author: lines.rfind(|line| !is_other(line)).map(str::to_owned),
        language: Some("ja".to_owned()),
    }
}

/// A text without readings and notes.
fn strip_readings(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([READING.0, BRACKETS.0, BEGIN]) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];

        let skipped = if rest.starts_with(BEGIN) {
            Some(BEGIN.len_utf8())
        } else if rest.starts_with(NOTE) {
            find_bracket_end(rest, BRACKETS).inspect(|end| fill_in_sign(&mut out, &rest[..*end]))
        } else if rest.starts_with(READING.0) && !out.ends_with(char::is_whitespace) {
            find_bracket_end(rest, READING)
        } else {
            None
        };
        let (mark, after) = rest.split_at(skipped.unwrap_or(rest.ceil_char_boundary(1)));
        if skipped.is_none() {
            out.push_str(mark);
        }
        rest = after;
    }
    out + rest
}

/// Where brackets close that a text begins with, on the same line.
fn find_bracket_end(text: &str, (open, close): (char, char)) -> Option<usize> {
    let line = &text[..text.floor_char_boundary(LONGEST)];
    let line = line.split('\n').next()?;

    let mut depth = 0_usize;
    for (at, c) in line.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        }
    }

    None
}

/// Writes the sign that a note describes in the place of what stands for it.
fn fill_in_sign(out: &mut String, note: &str) {
    let code = note.split_once(CODE).map(|(_, code)| code);
    let digits = code.and_then(|code| code.split(|c: char| !c.is_ascii_hexdigit()).next());
    let sign = digits
        .and_then(|digits| u32::from_str_radix(digits, 16).ok())
        .and_then(char::from_u32)
        .filter(|sign| !sign.is_control());

    if let Some(sign) = sign.filter(|_| out.ends_with(MISSING)) {
        out.pop();
        out.push(sign);
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::plain::read_plain_text;

    const TOP: &str = "吾輩の燈台\n青木弥太郎\n\n-------------------------------------------------------\n【テキスト中に現れる記号について】\n\n《》：ルビ\n（例）燈台《とうだい》\n\n［＃］：入力者注\n-------------------------------------------------------\n\n";
    const TEXT: &str = "［＃５字下げ］第一章　到着［＃「第一章　到着」は大見出し］\n\n　燈台《とうだい》の灯は一番｜獰悪《どうあく》な※［＃「口＋世」、U+546D、1-1］である。\n「誰《だれ》だ［＃「誰だ」に傍点［＃「」は１］］」と老人は言った。\n\n［＃５字下げ］第二章　鴎［＃「第二章　鴎」は大見出し］\n\n　鴎の羽は折れてゐた。\n\n";
    const SOURCE: &str = "底本：「青木弥太郎全集」筑摩書房\n入力：誰か\n";

    #[test]
    fn a_text_of_aozora_bunko_is_read_as_its_book() {
        for text in [
            format!("{TOP}{TEXT}{SOURCE}"),
            format!("{TOP}{TEXT}{SOURCE}").replace('\n', "\r\n"),
            format!("\u{feff}{TOP}{TEXT}"),
            format!("吾輩の燈台\n青木弥太郎\n山田太郎訳\n\n{TEXT}{SOURCE}"),
        ] {
            let document = read_plain_text("ja.txt", text.clone());
            assert_eq!(document.title, "吾輩の燈台", "{text}");
            assert_eq!(document.author.as_deref(), Some("青木弥太郎"), "{text}");
            let blocks = document
                .blocks
                .iter()
                .map(|b| &document.text[b.range.clone()]);
            assert_eq!(
                blocks.collect::<Vec<_>>(),
                [
                    "燈台の灯は一番獰悪な\u{546d}である。",
                    "「誰だ」と老人は言った。",
                    "鴎の羽は折れてゐた。"
                ],
                "{text}"
            );
            let places = document
                .sections
                .iter()
                .map(|section| section.path.join(" › "));
            assert_eq!(places.collect::<Vec<_>>(), ["第一章 到着", "第二章 鴎"]);
        }
    }

    #[test]
    fn brackets_of_other_texts_stay() {
        for text in [
            "他读了《红楼梦》。\n\n《》是书名号。\n",
            "［＃注］と書いた。\n\n燈台《とうだい》。\n",
            "底本：「青木」\n\n燈台《とうだい》。\n",
        ] {
            assert_eq!(read_plain_text("a.txt", text.into()).text, text);
        }
    }
}
