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
/// Of so many lines one ends a sentence, where sentences have stops.
const STOPS: usize = 50;
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

    let clocks: Vec<u32> = lines.iter().filter_map(|line| parse_clock(line)).collect();
    let begins = clocks.first().is_some_and(|first| *first < MINUTE);
    if begins && clocks.len() >= FEW_CLOCKS.max(written / SHARE) && clocks.is_sorted() {
        let said: Vec<&[&str]> = lines.split(|line| parse_clock(line).is_some()).collect();
        return Some(join_cues(&said));
    }

    let times = lines.iter().filter(|line| is_time(line)).count();
    let is_web = text.trim_start_matches('\u{feff}').starts_with(WEB) && times > 0;
    if !is_web && (times < FEW || times * SHARE < written) {
        return None;
    }
    let cues = lines.split(|line| line.is_empty());
    Some(join_cues(&cues.filter_map(find_said).collect::<Vec<_>>()))
}

/// The lines of a cue that are said, if it is no head of the file.
fn find_said<'c, 'l>(cue: &'c [&'l str]) -> Option<&'c [&'l str]> {
    if let Some(at) = cue.iter().position(|line| is_time(line)) {
        return Some(&cue[at + 1..]);
    }
    let is_head = |line: &&str| HEADS.iter().any(|head| line.starts_with(head));
    (!cue.first().is_some_and(is_head)).then_some(cue)
}

/// What is said in one after the other. Where hardly any sentence has its stop, as in what a program
/// has heard, each is a paragraph, and may begin with the line that the one before ended with.
fn join_cues(cues: &[&[&str]]) -> String {
    let lines = cues.iter().flat_map(|cue| cue.iter());
    let ended = lines.clone().filter(|line| ends_sentence(line)).count();
    let has_stops = ended * STOPS >= lines.count();

    let mut out = String::new();
    let mut last = String::new();
    for cue in cues {
        for line in *cue {
            let line = strip_tags(strip_position(line));
            let is_again = !has_stops && line == last;
            if line.is_empty() || is_again {
                continue;
            }
            out.push_str(&line);
            out.push_str(if ends_sentence(&line) { "\n\n" } else { "\n" });
            last = line;
        }
        if !has_stops && !out.is_empty() {
            out.push('\n');
        }
    }
    out
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
