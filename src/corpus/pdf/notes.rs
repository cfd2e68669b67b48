//! The raised marks of notes, which are no part of the text: `every evening.¹ She`.
//!
//! An exponent is raised, too, and says something: `x²`, `30 m²`, `10⁶`, `21st`. A mark follows a
//! whole word, or the stop after one. Behind a number nobody can tell a mark from an exponent: the
//! digits stay raised, as `1911¹²`, since they would make another number of it. So they do behind a
//! letter, where they are no mark: `m²`. A raised number before a slash is the upper half of a
//! fraction, and one before a word counts a verse.

use super::spacing::Piece;
use crate::corpus::formula::is_isotope;

/// Shorter words before a raised number are variables and units: `x`, `km`, `cm`.
const SHORTEST_WORD: usize = 3;
/// Those of the commonest words of languages that are read so, too: `in`, `ms`; and `ab`.
const UNITS: [&str; 5] = ["ab", "ha", "in", "mi", "ms"];
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
const CURRENCIES: [char; 4] = ['$', '€', '£', '¥'];
/// Digits of a number of which no power is taken in a letter.
const LONG_NUMBER: usize = 3;
/// Longest mark, such as `118` or `12,13`.
const LONGEST: usize = 5;
/// What parts the halves of a fraction.
const SLASHES: [char; 3] = ['/', '⁄', '∕'];
/// What is written behind a number, and how it looks when it is raised.
const POWERS: (&str, &str) = ("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ");

/// The text of pieces in the order of reading, without the marks of notes; `common` are the
/// commonest words of its language, which are no variables and units however short they are.
pub fn text_without_marks(pieces: &[Piece], common: &[&str]) -> String {
    let mut text = String::new();
    let mut at = 0;

    while let Some(piece) = pieces.get(at) {
        if !piece.is_raised {
            // Of a fraction: people search it as it is typed.
            match piece
                .text
                .strip_prefix('⁄')
                .filter(|_| ends_in_digit(&text))
            {
                Some(rest) => text.extend(["/", rest]),
                None => text.push_str(&piece.text),
            }
            at += 1;
            continue;
        }

        let is_raised = |piece: &&Piece| piece.is_raised;
        let end = at + pieces[at..].iter().take_while(is_raised).count();
        let raised: String = pieces[at..end].iter().map(|p| p.text.as_str()).collect();
        push_raised(&mut text, raised.trim(), &pieces[end..], common);
        at = end;
    }

    text
}

/// Writes what is raised, unless it is the mark of a note; `after` is what follows it.
fn push_raised(text: &mut String, raised: &str, after: &[Piece], common: &[&str]) {
    let plain: String = raised.chars().map(to_plain_char).collect();
    let is_digits = plain.chars().all(|c| c.is_ascii_digit());
    if is_digits && is_lower_half(after) {
        // `5 1/2`, where the page has no space between.
        text.push_str(if ends_in_digit(text) { " " } else { "" });
        text.push_str(&plain);
        return;
    }
    if (ends_in_digit(text) || is_price(text, &plain))
        && plain.contains(|c: char| c.is_ascii_digit())
    {
        text.extend(raised.chars().map(to_raised_char));
        return;
    }

    let next = after.first().map_or("", |next| &next.text);
    let is_before_word = next.starts_with(char::is_alphanumeric);
    let is_apart = text.ends_with(' ') && is_before_word;

    if text.trim().is_empty() && is_note_mark(&plain) {
        // The mark before the note itself.
        text.push_str(&plain);
        text.push_str(if is_before_word { " " } else { "" });
    } else if is_apart {
        // The number of a verse stands before its first word, and that of an isotope belongs to
        // what follows it.
        let is_verse = is_digits && !is_isotope(text, next);
        text.push_str(if is_verse { &plain } else { raised });
        text.push_str(if is_verse { " " } else { "" });
    } else if !is_note_mark(&plain) || !takes_mark(text, &plain, common) {
        let is_power = text.ends_with(|c: char| c.is_alphabetic() || matches!(c, ')' | ']'))
            && plain.chars().all(is_power_sign);
        let chars = raised.chars();
        text.extend(chars.map(|c| if is_power { to_raised_char(c) } else { c }));
    }
}

/// Digits and signs, which make a power of a letter that they stand behind.
fn is_power_sign(c: char) -> bool {
    POWERS.0.contains(c) && !c.is_alphabetic()
}

/// Whether a text begins with a slash and a number: `/2`.
fn is_lower_half(pieces: &[Piece]) -> bool {
    let mut chars = pieces.iter().take(3).flat_map(|piece| piece.text.chars());
    chars.next().is_some_and(|c| SLASHES.contains(&c))
        && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whether a raised number is the smaller part of a price: `$5.⁵⁰`.
fn is_price(text: &str, raised: &str) -> bool {
    let Some(price) = text.strip_suffix(['.', ',']) else {
        return false;
    };
    let whole = price.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_pair = raised.len() == 2 && raised.chars().all(|c| c.is_ascii_digit());
    is_pair && whole.len() < price.len() && whole.trim_end().ends_with(CURRENCIES)
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// A character as it looks raised, if Unicode has it.
fn to_raised_char(c: char) -> char {
    let mut pairs = POWERS.0.chars().zip(POWERS.1.chars());
    pairs
        .find_map(|(plain, raised)| (plain == c).then_some(raised))
        .unwrap_or(c)
}

/// Whether a character of the font looks like a raised digit.
pub fn is_raised_digit(c: char) -> bool {
    to_plain_char(c).is_ascii_digit() && !c.is_ascii_digit()
}

/// A character that looks raised as it is otherwise written.
fn to_plain_char(c: char) -> char {
    let mut pairs = POWERS.0.chars().zip(POWERS.1.chars());
    pairs
        .find_map(|(plain, raised)| (raised == c).then_some(plain))
        .unwrap_or(c)
}

fn is_note_mark(raised: &str) -> bool {
    let raised = raised.trim_matches(['(', ')', '[', ']']);
    let is_number = raised
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | ' '))
        && raised.chars().any(|c| c.is_ascii_digit());
    let is_letter = raised.len() == 1 && raised.chars().all(|c| c.is_ascii_lowercase());
    let is_roman = is_roman(raised);
    let is_sign = raised.chars().all(|c| SIGNS.contains(&c));

    let is_short = (1..=LONGEST).contains(&raised.chars().count());
    is_short && (is_number || is_letter || is_roman || is_sign)
}

/// A number as word processors count the notes at the end of a text.
fn is_roman(raised: &str) -> bool {
    raised.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

/// Whether a text ends with a whole word, or the stop after one, to which a note may be made.
fn takes_mark(text: &str, raised: &str, common: &[&str]) -> bool {
    // A space may stand before the mark.
    let text = text.trim_end();
    let word = text.trim_end_matches(STOPS);
    if word.len() < text.len() && word.ends_with(char::is_alphanumeric) {
        return true;
    }

    // `1911ⁱ`, `64ⁱⁱ`: a power of so large a number is not taken in letters.
    let digits = text.chars().rev().take_while(char::is_ascii_digit).count();
    if digits > 0 && is_roman(raised) {
        return digits >= LONG_NUMBER || raised.len() > 1;
    }

    let word = word
        .rsplit(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’'))
        .next()
        .unwrap_or_default();
    // `XIXe siècle`
    let is_ordinal =
        word.chars().all(|c| "IVXLCDM".contains(c)) && raised.contains(char::is_alphabetic);
    (word.chars().count() >= SHORTEST_WORD || is_common(text, word, common))
        && !is_ordinal
        && !FUNCTIONS.contains(&word.to_lowercase().as_str())
}

/// Whether the short word at the end of a text is one of the commonest of its language, behind
/// another word: a number or a sign may stand before a unit or a variable.
fn is_common(text: &str, word: &str, common: &[&str]) -> bool {
    let before = text
        .strip_suffix(word)
        .and_then(|text| text.strip_suffix(' '));
    let before = before.and_then(|text| text.split_whitespace().next_back());

    let is_word = |before: &str| {
        before.chars().count() > 1
            && before
                .chars()
                .all(|c| c.is_alphabetic() || STOPS.contains(&c))
    };

    word.chars().count() > 1
        && common.contains(&word)
        && !UNITS.contains(&word)
        && before.is_some_and(is_word)
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
            assert_eq!(
                text_without_marks(&pieces, &["am", "it", "in", "y"]),
                expected
            );
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

        check("x", "2", " + y", "x² + y");
        check("30 m", "2", "", "30 m²");
        check("4 km", "2", " of", "4 km² of");
        check("nobody saw it", "2", ", and", "nobody saw it, and");
        check("of 2 it", "2", "", "of 2 it²");
        check("x it", "2", "", "x it²");
        check("four sq in", "2", "", "four sq in²");
        check("where y", "2", " is", "where y² is");
        check("5 s", "-1", "", "5 s⁻¹");
        check("x", "n", " + y", "xn + y");
        check("10", "6", " ships", "10⁶ ships");
        check("10", "-3", " m", "10⁻³ m");
        check("2", "n+1", "", "2ⁿ⁺¹");
        check("in 1911", "12", ".", "in 1911¹².");
        check("in 1911", "12,13", ".", "in 1911¹²,¹³.");
        check("in 1911", "i", ", and", "in 1911, and");
        check("the 64", "xii", " ships", "the 64 ships");
        check("10", "x", " ships", "10x ships");

        check("the keeper", "⁴", " house", "the keeper house");
        check("the keeper.", "¹²", "", "the keeper.");
        check("30 m", "²", " of", "30 m² of");
        check("in 1911", "⁴", ".", "in 1911⁴.");
        check("", "³", " Rape oil came", "3 Rape oil came");
        check("$5", "99", " each", "$5⁹⁹ each");
        check("$5.", "50", " in all", "$5.⁵⁰ in all");
        check("paid $5.", "5", " in all", "paid $5. in all");
        check("the 21", "st", "", "the 21st");
        check("sin", "2", " x", "sin² x");
        check("the 21", "st", " day", "the 21st day");
        check("M", "lle", " Dupont", "Mlle Dupont");
        check("Ca", "2+", "", "Ca²⁺");
        check("(a + b)", "2", "", "(a + b)²");
        check("the ", "14", "C of", "the 14C of");
        check("He came. ", "2", "He saw", "He came. 2 He saw");
        check("light ", "2", "and oil", "light 2 and oil");

        check("oil and ", "1", "/2 cup", "oil and 1/2 cup");
        check("5", "1", "⁄2 more", "5 1/2 more");
        check("", "3", "/4 cup", "3/4 cup");
        check("the oil", "1", "/the gas", "the oil/the gas");

        check("", "1", "Rape oil came", "1 Rape oil came");
        check("", "*", " Rape oil came", "* Rape oil came");
        check("au XIX", "e", " siècle", "au XIXe siècle");
        check("Louis XIV", "2", " died", "Louis XIV died");
    }
}
