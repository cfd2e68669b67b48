//! Which numbers of a text are sums of money.

use crate::analyze::Token;
use crate::analyze::marks::Marks;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Signs before or behind a sum.
pub const SIGNS: [char; 4] = ['$', '£', '€', '¥'];

/// How far after a number its unit may stand, in characters.
const REACH: usize = 24;

/// Whether a word tells of money: a unit, or a number with the sign before it or a unit after it.
pub fn is_money(text: &str, token: &Token, language: Language) -> bool {
    if !token.term.starts_with(|c: char| c.is_ascii_digit()) {
        return Marks::of(&token.term, language).has(Marks::MONEY);
    }

    let before = text[..token.range.start].trim_end().chars().next_back();
    let after = text[token.range.end..]
        .chars()
        .take(REACH)
        .collect::<String>()
        .to_lowercase();
    let units = Vocabulary::of(language).list("money unit");

    before.is_some_and(|c| SIGNS.contains(&c))
        || units.iter().any(|unit| after.contains(unit))
        || after.trim_start().starts_with(['€', '£'])
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
    }
}
