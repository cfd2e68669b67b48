//! Subtitles saved as plain text: what is said, without the numbers of the lines and their times.
//!
//! In: a text. Out: what is said, a paragraph for each stretch that ends a sentence. As with the
//! feet of pages, the canonical text is not the file, since a sentence may run over several times.

use super::headings::ends_sentence;

/// So many times tell that a text is made of subtitles, if they are a fifth of its lines.
const FEW: usize = 3;
const SHARE: usize = 5;
/// What stands between two times.
const ARROW: &str = " --> ";
/// What opens a file of subtitles for the web, and remarks in it.
const HEADS: &[&str] = &["WEBVTT", "NOTE", "STYLE", "REGION"];

/// Tags of subtitles.
const TAGS: &[&str] = &["i", "b", "u", "c", "v", "font", "ruby", "rt", "lang"];

/// What is said in a text of subtitles; `None` if it is none.
pub fn read_subtitles(text: &str) -> Option<String> {
    let lines = || text.lines().map(str::trim);
    let written = lines().filter(|line| !line.is_empty()).count();
    let times = lines().filter(|line| is_time(line)).count();
    if times < FEW || times * SHARE < written {
        return None;
    }

    let lines: Vec<&str> = lines().collect();
    let mut out = String::new();
    for cue in lines.split(|line| line.is_empty()) {
        let Some(at) = cue.iter().position(|line| is_time(line)) else {
            let is_head = cue
                .first()
                .is_some_and(|line| HEADS.iter().any(|head| line.starts_with(head)));
            if !is_head {
                push_lines(&mut out, cue);
            }
            continue;
        };
        push_lines(&mut out, &cue[at + 1..]);
    }
    Some(out)
}

fn push_lines(out: &mut String, lines: &[&str]) {
    for line in lines {
        let line = strip_tags(strip_position(line));
        if line.is_empty() {
            continue;
        }
        out.push_str(&line);
        out.push_str(if ends_sentence(&line) { "\n\n" } else { "\n" });
    }
}

/// `00:00:01,000 --> 00:00:04,000 align:start`
fn is_time(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(ARROW) && line.contains(':')
}

/// A line without the place on the picture that it begins with: `{\an8}`.
fn strip_position(line: &str) -> &str {
    let place = line
        .strip_prefix("{\\")
        .and_then(|line| line.split_once('}'));
    place.map_or(line, |(_, said)| said)
}

/// A line without `<i>`, `<v Anna>` and their like.
fn strip_tags(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        // What is smaller than three is no tag.
        let tag = rest[at + 1..]
            .split_once('>')
            .filter(|(tag, _)| is_tag(tag));
        out.push_str(&rest[..at]);
        if let Some((_, behind)) = tag {
            rest = behind;
        } else {
            out.push('<');
            rest = &rest[at + 1..];
        }
    }
    out.push_str(rest);
    out.trim().to_owned()
}

/// `i`, `/font`, `v Anna`, `c.yellow`, and times inside a line: `00:00:01.000`.
fn is_tag(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split([' ', '.', '\t']).next();
    let is_time = tag.contains(':') && tag.starts_with(|c: char| c.is_ascii_digit());
    is_time || name.is_some_and(|name| TAGS.contains(&name))
}
