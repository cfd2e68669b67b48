//! The raised marks of notes, which are no part of the text: `every evening.¹ She`.
//!
//! An exponent is raised, too, and says something: `x²`, `30 m²`, `10⁶`, `21st`. A mark follows a whole word, or the
//! stop after one.

use super::spacing::Piece;

/// Shorter words before a raised number are variables and units: `x`, `km`, `cm`.
const SHORTEST_WORD: usize = 3;
/// Longer ones of which a power is taken.
const FUNCTIONS: [&str; 12] = [
    "sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "log", "exp", "min", "max", "mol",
];
/// Marks that are no numbers.
const SIGNS: [char; 6] = ['*', '†', '‡', '§', '¶', '#'];
/// What may stand between a word and its mark.
const STOPS: [char; 16] = [
    '.', ',', ';', ':', '!', '?', '…', '"', '”', '’', '»', '“', '\'', '。', '，', '」',
];
/// Longest mark, such as `118` or `12,13`.
const LONGEST: usize = 5;

/// The text of pieces in the order of reading, without the marks of notes.
pub fn text(pieces: &[Piece]) -> String {
    let mut text = String::new();
    let mut pieces = pieces.iter().peekable();

    while let Some(piece) = pieces.next() {
        if !piece.is_raised {
            text.push_str(&piece.text);
            continue;
        }

        let mut raised = piece.text.clone();
        while let Some(next) = pieces.next_if(|next| next.is_raised) {
            raised.push_str(&next.text);
        }

        // The number before an isotope belongs to what follows it.
        let is_before_word = pieces
            .peek()
            .is_some_and(|next| next.text.starts_with(char::is_alphanumeric));
        let is_apart = text.ends_with(' ') && is_before_word;

        if text.trim().is_empty() && is_mark(raised.trim()) {
            // The mark before the note itself.
            text.push_str(raised.trim());
            text.push_str(if is_before_word { " " } else { "" });
        } else if is_apart || !is_mark(raised.trim()) || !takes_mark(&text, &raised) {
            text.push_str(&raised);
        }
    }

    text
}

fn is_mark(raised: &str) -> bool {
    let raised = raised.trim_matches(['(', ')', '[', ']']);
    let is_number = raised
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | ' '))
        && raised.chars().any(|c| c.is_ascii_digit());
    let is_letter = raised.len() == 1 && raised.chars().all(|c| c.is_ascii_lowercase());
    let is_roman = raised.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let is_sign = raised.chars().all(|c| SIGNS.contains(&c));

    let is_short = (1..=LONGEST).contains(&raised.chars().count());
    is_short && (is_number || is_letter || is_roman || is_sign)
}

/// Whether a text ends with a whole word, or the stop after one, to which a note may be made.
fn takes_mark(text: &str, raised: &str) -> bool {
    // A space may stand before the mark.
    let text = text.trim_end();
    let word = text.trim_end_matches(STOPS);
    if word.len() < text.len() && word.ends_with(char::is_alphanumeric) {
        return true;
    }

    let word = word
        .rsplit(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’'))
        .next()
        .unwrap_or_default();
    // `XIXe siècle`
    let is_ordinal =
        word.chars().all(|c| "IVXLCDM".contains(c)) && raised.contains(char::is_alphabetic);
    word.chars().count() >= SHORTEST_WORD
        && !is_ordinal
        && !FUNCTIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raised_mark_of_a_note_is_no_text_but_an_exponent_is() {
        let check = |before: &str, raised: &str, after: &str, expected: &str| {
            let piece = |text: &str, is_raised| Piece {
                text: text.to_owned(),
                is_raised,
            };
            let pieces = [
                piece(before, false),
                piece(raised, true),
                piece(after, false),
            ];
            assert_eq!(text(&pieces), expected);
        };

        check("It burnt oil.", "1", " It was", "It burnt oil. It was");
        check("the keeper", "12", " house", "the keeper house");
        check("the keeper’s", "7", " too", "the keeper’s too");
        check("the keeper,", "3", " too", "the keeper, too");
        check("“Oil,”", "12,13", " he", "“Oil,” he");
        check("the keeper", "*", " house", "the keeper house");
        check("the keeper", "†", "", "the keeper");
        check("the end.", "iv", "", "the end.");
        check("the end.", "a", "", "the end.");
        check("in 1893.", "4", "", "in 1893.");

        check("x", "2", " + y", "x2 + y");
        check("30 m", "2", "", "30 m2");
        check("4 km", "2", " of", "4 km2 of");
        check("10", "6", "", "106");
        check("sin", "2", " x", "sin2 x");
        check("the 21", "st", " day", "the 21st day");
        check("M", "lle", " Dupont", "Mlle Dupont");
        check("Ca", "2+", "", "Ca2+");
        check("(a + b)", "2", "", "(a + b)2");
        check("the ", "14", "C of", "the 14C of");

        check("", "1", "Rape oil came", "1 Rape oil came");
        check("", "*", " Rape oil came", "* Rape oil came");
        check("au XIX", "e", " siècle", "au XIXe siècle");
        check("Louis XIV", "2", " died", "Louis XIV died");
    }
}
