//! A picture of the letter that a paragraph begins with, as old books have it.
//!
//! In: what is said of the picture, and the text behind it. Out: the letter, if the text goes on
//! from it. The decision that is not obvious: a capital and small letters behind the picture are a
//! whole word, and the letter is in it already.

/// Letters that are a word, so that a space behind them parts two words.
const WORDS: &[char] = &[
    'A', 'I', 'O', 'Y', 'E', 'À', 'É', 'È', 'Ó', 'Ô', 'В', 'И', 'К', 'О', 'С', 'У', 'Я', 'А', 'І',
    'Є',
];
/// What may stand before the letter.
const QUOTES: &[char] = &['"', '\'', '“', '„', '‘', '«', '»', '—', '–', '¡', '¿'];

/// The letter of a picture.
#[derive(Debug)]
pub struct Initial(String);

impl Initial {
    /// The letter, if it is all that is said of a picture.
    pub fn of(said: &str) -> Option<Initial> {
        let said = said.trim();
        let mut letters = said.trim_start_matches(QUOTES).chars();
        let is_letter = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        is_letter.then(|| Initial(said.to_owned()))
    }

    /// What to write before a text; nothing if the text does not go on from the letter.
    pub fn before(self, text: &str) -> String {
        let rest = text.trim_start();
        let mut letters = rest.chars().filter(|c| !matches!(c, '\'' | '’'));
        let first = letters.next();
        let second = letters.next();
        let is_capital = |c: char| c.is_uppercase() && !self.0.ends_with(c);
        let goes_on = first.is_some_and(|c| {
            let word_goes_on = second.is_some_and(char::is_lowercase);
            c.is_lowercase() || (is_capital(c) && !word_goes_on)
        });
        if !goes_on {
            return String::new();
        }

        let is_apart = rest.len() < text.len() && self.0.ends_with(WORDS);
        self.0 + if is_apart { " " } else { "" }
    }
}
