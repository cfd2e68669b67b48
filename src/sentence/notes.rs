//! What stands right behind the end of a sentence and belongs to it: the numbers of notes, what
//! ends a slant.
//!
//! In: a text and a place where the rules of Unicode end a sentence. Out: how many bytes further it
//! ends. They take any bracket for one that closes, and so cut `in 1806.[1] They` inside it.

/// What a note is called has no more bytes: `note 12`, `citation needed`.
const NOTE_BYTES: usize = 24;
/// Most digits of a note in round brackets; a year there is none.
const DIGITS: usize = 3;
/// What ends a slant or marks a note, where a space follows.
const MARKS: &[char] = &[
    '_', '*', '†', '‡', '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹',
];

/// Bytes behind the end of a sentence that belong to it.
pub fn measure_notes(text: &str, end: usize) -> usize {
    let (before, behind) = text.split_at(end);
    let open = before.trim_end_matches(['[', '(']);
    let touches = !open.ends_with(char::is_whitespace) && !open.is_empty();

    match &before[open.len()..] {
        "[" if touches => {
            measure_note(behind).map_or(0, |length| length + measure_more_notes(&behind[length..]))
        }
        "(" if touches => measure_number(behind),
        "" if touches => measure_marks(behind),
        _ => 0,
    }
}

/// Where sentences end inside what the rules of Unicode take for one, as small letters follow a
/// stop: `here.[note 1] She`.
pub fn find_noted_ends(sentence: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for (at, _) in sentence.match_indices('[') {
        let stopped = sentence[..at].ends_with(['.', '!', '?']);
        let Some(note) = measure_note(&sentence[at + 1..]).filter(|_| stopped) else {
            continue;
        };
        let end = at + 1 + note;
        let end = end + measure_more_notes(&sentence[end..]);

        let next = sentence[end..].trim_start();
        let begins = next
            .trim_start_matches(['"', '“', '‘', '\''])
            .starts_with(char::is_uppercase);
        if begins && sentence[end..].len() > next.len() {
            ends.push(end);
        }
    }
    ends
}

/// `1]`, `note 2]`
fn measure_note(behind: &str) -> Option<usize> {
    let at = behind.find([']', '[', '.', '!', '?'])?;
    let is_note = behind[at..].starts_with(']') && (1..=NOTE_BYTES).contains(&at);
    is_note.then_some(at + 1)
}

/// `[2][3]`
fn measure_more_notes(behind: &str) -> usize {
    let mut length = 0;
    while let Some(note) = behind[length..].strip_prefix('[').and_then(measure_note) {
        length += 1 + note;
    }
    length
}

/// `7)`
fn measure_number(behind: &str) -> usize {
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=DIGITS).contains(&digits) && behind[digits..].starts_with(')');
    if is_number { digits + 1 } else { 0 }
}

fn measure_marks(behind: &str) -> usize {
    let rest = behind.trim_start_matches(MARKS);
    let is_end = rest.is_empty()
        || rest.starts_with(char::is_whitespace)
        || rest.starts_with(['-', '—', '–']);
    if is_end { behind.len() - rest.len() } else { 0 }
}
