//! Subtitles saved as plain text: what is said, without the numbers of the lines and their times.
//!
//! In: a text. Out: what is said, a paragraph for each stretch that ends a sentence. As with the
//! feet of pages, the canonical text is not the file, since a sentence may run over several times.
//! A transcript copied from beside a video has such times alone on their lines.

use super::headings::ends_sentence;

/// So many times tell that a text is made of subtitles, if they are a fifth of its lines.
const FEW: usize = 3;
const SHARE: usize = 5;
/// So many times alone on their lines, each later than the one before, are those of a transcript.
/// It begins in the first minute, unlike the programme of a day.
const FEW_CLOCKS: usize = 5;
const MINUTE: u32 = 60;
/// What stands between two times.
const ARROW: &str = " --> ";
/// What opens a file of subtitles for the web, and remarks in it.
const WEB: &str = "WEBVTT";
const HEADS: &[&str] = &[WEB, "NOTE", "STYLE", "REGION"];

/// Tags of subtitles.
const TAGS: &[&str] = &["i", "b", "u", "c", "v", "font", "ruby", "rt", "lang"];

/// What is said in a text of subtitles; `None` if it is none.
pub fn read_subtitles(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let written = lines.iter().filter(|line| !line.is_empty()).count();
    let mut out = String::new();

    let clocks: Vec<u32> = lines.iter().filter_map(|line| parse_clock(line)).collect();
    let begins = clocks.first().is_some_and(|first| *first < MINUTE);
    if begins && clocks.len() >= FEW_CLOCKS.max(written / SHARE) && clocks.is_sorted() {
        let said = lines.split(|line| parse_clock(line).is_some());
        said.for_each(|lines| push_lines(&mut out, lines));
        return Some(out);
    }

    let times = lines.iter().filter(|line| is_time(line)).count();
    let is_web = text.trim_start_matches('\u{feff}').starts_with(WEB) && times > 0;
    if !is_web && (times < FEW || times * SHARE < written) {
        return None;
    }

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

/// The seconds of `0:03` or `1:02:45`, alone on its line.
fn parse_clock(line: &str) -> Option<u32> {
    let pieces: Vec<&str> = line.split(':').collect();
    let [first, rest @ ..] = &pieces[..] else {
        return None;
    };
    let is_number = |piece: &&str| piece.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=2).contains(&rest.len())
        && (1..=3).contains(&first.len())
        && rest.iter().all(|piece| piece.len() == 2);

    let mut numbers = pieces.iter().filter(|piece| fits && is_number(piece));
    let is_whole = numbers.clone().count() == pieces.len();
    let seconds = numbers.try_fold(0, |sum, piece| Some(sum * 60 + piece.parse::<u32>().ok()?));
    seconds.filter(|_| is_whole)
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
