//! Subtitles saved as plain text: what is said, without the numbers of the lines and their times.
//!
//! In: a text. Out: what is said, a paragraph for each stretch that ends a sentence. As with the feet of pages, the canonical
//! text is not the file, since a sentence may run over several times.

use super::headings::ends_sentence;

/// So many times tell that a text is made of subtitles, if they are a fifth of its lines.
const FEW: usize = 3;
const SHARE: usize = 5;
/// What stands between two times.
const ARROW: &str = " --> ";
/// What opens a file of subtitles for the web, and remarks in it.
const HEADS: &[&str] = &["WEBVTT", "NOTE", "STYLE", "REGION"];

/// What is said in a text of subtitles; `None` if it is none.
pub fn read_subtitles(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let written = lines.iter().filter(|line| !line.is_empty()).count();
    let times = lines.iter().filter(|line| is_time(line)).count();
    if times < FEW || times * SHARE < written {
        return None;
    }

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
        let line = strip_tags(line);
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

/// A line without `<i>`, `<v Anna>` and their like.
fn strip_tags(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    out.trim().to_owned()
}
