//! Which numbers of a text are sums of money.

use crate::analyze::Token;
use crate::analyze::marks::Marks;
use crate::language::vocabulary::Vocabulary;
use crate::language::{Language, is_unspaced};

/// Signs before or behind a sum.
pub const SIGNS: [char; 12] = ['$', '£', '€', '¥', '₽', '₹', '₩', '₺', '₴', '₪', '฿', '₫'];

/// The same in letters, in capitals and not; `k` and `M` stand for thousands and millions.
const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RUB", "INR", "SEK", "NOK", "DKK", "PLN", "CZK",
    "BRL", "Fr", "kr", "Kr", "zł", "Kč", "gp", "sp", "cp", "ptas",
];

/// How far after a number its unit may stand, and before it what tells of a price, in characters.
const REACH: usize = 24;
const REACH_BEFORE: usize = 40;

/// A word is another form of one in a table if it has at most so many letters more.
const ENDING: usize = 2;

/// Whether a word tells of money: a unit, or a number with a sign, a unit after it or a word for
/// its price before it.
pub fn is_money(text: &str, token: &Token, language: Language) -> bool {
    let is_written = !token.term.starts_with(|c: char| c.is_ascii_digit());
    if is_written {
        let marks = Marks::of(&token.term, language);
        if !marks.has(Marks::NUMBER) || marks.has(Marks::MONEY) {
            return marks.has(Marks::MONEY);
        }
    }

    let before = &text[..token.range.start];
    let after = &text[token.range.end..];
    let has_price = || follows_price(before, language);
    if is_written {
        return has_price();
    }
    before.trim_end().ends_with(SIGNS)
        || after.trim_start().starts_with(SIGNS)
        || has_code(before, after)
        || leads_to_unit(after, language)
        || has_price()
}

/// `40 kr`, `CHF 40`.
fn has_code(before: &str, after: &str) -> bool {
    let is_code = |word: &str| CODES.contains(&word.trim_matches(|c: char| !c.is_alphabetic()));
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    near.split_whitespace().next_back().is_some_and(is_code)
        || after.split_whitespace().next().is_some_and(is_code)
}

fn leads_to_unit(after: &str, language: Language) -> bool {
    let vocabulary = Vocabulary::of(language);
    let near = after.chars().take(REACH).collect::<String>().to_lowercase();
    // `40 gold` is a sum in a game, `gold` alone is none.
    let next = near.split_whitespace().next().unwrap_or_default();
    let next = next.trim_matches(|c: char| !c.is_alphabetic());
    holds_word(&near, vocabulary.list("money unit"))
        || vocabulary.list("money of games").contains(&next)
}

/// Whether a word such as `costs` stands before a number in the same sentence, with no other number
/// between.
fn follows_price(before: &str, language: Language) -> bool {
    let near: Vec<char> = before.chars().rev().take(REACH_BEFORE).collect();
    let near = near.into_iter().rev().collect::<String>().to_lowercase();

    let ends = [". ", "! ", "? ", "\n\n", "。"].map(|end| near.rfind(end));
    let digit = near.rfind(|c: char| c.is_ascii_digit());
    let from = ends
        .into_iter()
        .chain([digit])
        .flatten()
        .max()
        .unwrap_or_default();

    holds_word(&near[from..], Vocabulary::of(language).list("price"))
}

/// Whether a text has one of the words, perhaps with an ending; where no spaces stand, anywhere.
fn holds_word(text: &str, words: &[&str]) -> bool {
    let is_form = |word: &str, entry: &str| {
        let ending = word.strip_prefix(entry);
        ending.is_some_and(|ending| ending.chars().count() <= ENDING)
    };
    let is_one = |word: &str| words.iter().any(|entry| is_form(word, entry));
    let is_joined = |entry: &&str| entry.contains(is_unspaced) && text.contains(entry);

    text.split(|c: char| !c.is_alphanumeric()).any(is_one) || words.iter().any(is_joined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::tokens;

    #[test]
    fn sums_of_money_are_told_from_other_numbers() {
        let english = Language::English;
        let money = |text: &str| {
            let sums = tokens(text, english).filter(|token| is_money(text, token, english));
            sums.map(|token| text[token.range].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(money("It cost $0.15 in 2006."), ["0.15"]);
        assert_eq!(money("a fee of 12 euros"), ["12", "euros"]);
        assert_eq!(money("57 people in 2003"), Vec::<String>::new());
        for (text, sum) in [
            ("The kettle costs 4.20 now", "4.20"),
            ("The price of a kettle is 40k.", "40k"),
            ("He paid forty.", "forty"),
            ("a kettle for 15 zł", "15"),
            ("a kettle at CHF 12", "12"),
            ("a kettle for 300 silver", "300"),
            ("a kettle for 3,000 yen", "3,000"),
        ] {
            assert_eq!(money(text).first().map(String::as_str), Some(sum), "{text}");
        }
        for text in [
            "30 centuries",
            "It costs nothing. He left 40 years ago.",
            "a gold ring",
        ] {
            assert_eq!(money(text), Vec::<String>::new(), "{text}");
        }
    }
}
