//! Numbers as chapters have them: `12`, `１２`, `XII`, `十二`, `twelve`, `Twenty-First`, `zwölftes`.
//!
//! In: words. Out: the number they stand for. Written numbers are put together from the pieces in
//! the tables of a language, so that none is too large for a list; what a number is worth only
//! tells which comes next.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Longest number that is written out, in bytes.
const LONGEST: usize = 60;
/// Chapters of no book are counted further in Roman numerals.
const LARGEST_ROMAN: u32 = 399;

/// A word as tables and texts are compared: small letters without accents, which capitals often
/// lack.
pub fn fold_accents(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The number that one or more words stand for in a language: digits, a Roman numeral, or written
/// out.
pub fn parse_number(words: &str, language: Language) -> Option<u32> {
    parse_digits(words)
        .or_else(|| parse_roman(words))
        .or_else(|| parse_written_number(words, language, true))
        .or_else(|| parse_letters(words, language))
}

/// Whether words are a number that counts and does not order: `two`, not `second`.
pub fn is_cardinal(words: &str, language: Language) -> bool {
    parse_written_number(words, language, false).is_some()
}

/// Zero in other scripts; the digits follow it.
const ZEROS: [u32; 4] = [0x660, 0x6f0, 0x966, 0xe50];

/// A digit of any of these scripts as we write it.
fn fold_digit(c: char) -> char {
    let value = ZEROS
        .iter()
        .filter_map(|zero| u32::from(c).checked_sub(*zero));
    let digit = value
        .into_iter()
        .find_map(|value| char::from_digit(value, 10));
    digit.unwrap_or(c)
}

/// The letters that count ones, tens and hundreds, from one on.
const GREEK: [&str; 3] = ["αβγδεϛζηθ", "ικλμνξοπϟ", "ρστυφχψω"];
const HEBREW: [&str; 3] = ["אבגדהוזחט", "יכלמנסעפצ", "קרשת"];
/// Letters at the end of a Hebrew word, and as they are elsewhere.
const FINAL: (&str, &str) = ("ךםןףץ", "כמנפצ");
/// What marks such a number.
const LETTER_MARKS: &[char] = &['\'', '’', '΄', '´', 'ʹ', '׳', '״', '"', '”'];
/// Most letters of one.
const MOST_LETTERS: usize = 4;

/// `Β΄`, `ג'`, `ΙΑ΄`, `קכ״ג`: a number in letters. In Greek it has a mark unless it is one letter;
/// in Hebrew the mark is often left out, and letters that count down tell.
fn parse_letters(word: &str, language: Language) -> Option<u32> {
    let letters = match language {
        Language::Greek => GREEK,
        Language::Hebrew => HEBREW,
        _ => return None,
    };
    let bare = fold_accents(&word.replace(LETTER_MARKS, "")).replace("στ", "ϛ");
    let to_usual = |c: char| {
        let mut finals = FINAL.0.chars().zip(FINAL.1.chars());
        let usual = finals.find_map(|(last, usual)| (last == c).then_some(usual));
        usual.unwrap_or(c)
    };
    let bare: Vec<char> = bare.chars().map(to_usual).collect();

    let value = |c: &char| {
        let mut ranks = letters.iter().zip([1, 10, 100]);
        ranks.find_map(|(rank, worth)| {
            let place = rank.chars().position(|letter| letter == *c)? as u32;
            Some((place + 1) * worth)
        })
    };
    let values: Vec<u32> = bare.iter().map(value).collect::<Option<_>>()?;

    // Fifteen and sixteen are nine and six or seven; from five hundred on hundreds are added up.
    let counts_down = |pair: &[u32]| match pair {
        [9, 6 | 7] => true,
        [400, next] if *next >= 100 => true,
        [a, b] => a > b && (*a >= 100 || *b < 10),
        _ => false,
    };
    let is_marked =
        word.contains(LETTER_MARKS) || language == Language::Hebrew || values.len() == 1;
    let fits = (1..=MOST_LETTERS).contains(&values.len()) && values.windows(2).all(counts_down);
    (is_marked && fits).then(|| values.iter().sum())
}

/// `12`, `１２`, `१२`, and `2nd`, `4a` or `1-я`.
pub fn parse_digits(word: &str) -> Option<u32> {
    let word: String = word.nfkc().map(fold_digit).collect();
    let end = word.find(|c: char| !c.is_ascii_digit());
    let (number, rest) = word.split_at(end.unwrap_or(word.len()));

    let ending = rest.strip_prefix('-').unwrap_or(rest);
    let short = (rest.len() == ending.len() || !ending.is_empty())
        && ending.chars().count() <= 2
        && ending
            .chars()
            .all(|c| c.is_alphabetic() || c == 'º' || c == 'ª');

    short.then(|| number.parse().ok()).flatten()
}

/// `XII` in capitals, or `xii`; a letter too many, as in `IIII`, is forgiven.
pub fn parse_roman(word: &str) -> Option<u32> {
    let value = |c: char| match c.to_ascii_uppercase() {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    };
    let one_case = !word.contains(char::is_lowercase) || !word.contains(char::is_uppercase);
    let fits = one_case && !word.is_empty() && word.len() <= 12;
    let values: Option<Vec<u32>> = fits.then(|| word.chars().map(value).collect())?;
    let values = values?;

    let mut sum = 0;
    for (at, value) in values.iter().enumerate() {
        match values.get(at + 1) {
            // A smaller one before a larger one is taken off: only one, and at least a tenth of it.
            Some(next) if next > value => {
                let next_is_last = values.get(at + 2).is_none_or(|after| after <= value);
                let first_is_alone = at == 0 || values[at - 1] > *value;
                if value * 10 < *next || !next_is_last || !first_is_alone || value * 2 == *next {
                    return None;
                }
                sum = sum + next - value;
            }
            _ if at > 0 && values[at - 1] < *value => {}
            _ => sum += value,
        }
    }
    (sum <= LARGEST_ROMAN).then_some(sum)
}

/// Digits as they stand on bank notes and in old books, and those that everybody writes.
const FORMAL: (&str, &str) = (
    "零两兩壹壱弌貳贰弐叁參参肆伍陸陆柒漆捌玖拾佰仟",
    "〇二二一一一二二二三三三四五六六七七八九十百千",
);

/// The largest number that stands before a unit.
const MOST_BY_HAND: u32 = 9_999;

/// `十二`, `二十`, `〇`, `壹`, or digits: how Chinese and Japanese count.
pub fn parse_han_number(word: &str) -> Option<u32> {
    if let Some(number) = parse_digits(word) {
        return Some(number);
    }

    let digit = |c: char| "〇一二三四五六七八九".chars().position(|d| d == c);
    let unit = |c: char| match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    };

    let mut sum = 0_u32;
    let mut last = None;
    for letter in word.chars() {
        let mut formal = FORMAL.0.chars().zip(FORMAL.1.chars());
        let plain = formal.find_map(|(formal, plain)| (formal == letter).then_some(plain));
        let letter = plain.unwrap_or(letter);
        match (digit(letter), unit(letter)) {
            (Some(digit), _) => last = Some(last.unwrap_or(0) * 10 + digit as u32),
            (_, Some(unit)) => sum += last.take().unwrap_or(1) * unit,
            _ if letter == '廿' => sum += 20,
            _ => return None,
        }
        // Nobody counts so far, and the next sign might not fit.
        if last.is_some_and(|last| last > MOST_BY_HAND) || sum > MOST_BY_HAND * 1_000 {
            return None;
        }
    }
    (!word.is_empty()).then_some(sum + last.unwrap_or(0))
}

/// The pieces that written numbers of a language are made of, the longest first, and their endings.
#[derive(Default)]
struct Pieces {
    cardinal: Vec<(String, u32)>,
    all: Vec<(String, u32)>,
    endings: Vec<String>,
}

impl Pieces {
    fn of(language: Language) -> &'static Pieces {
        static NONE: LazyLock<Pieces> = LazyLock::new(Pieces::default);
        static PIECES: LazyLock<HashMap<Language, Pieces>> = LazyLock::new(|| {
            Language::all()
                .map(|language| (language, Pieces::new(Vocabulary::of(language))))
                .collect()
        });
        PIECES.get(&language).unwrap_or(&NONE)
    }

    fn new(vocabulary: &Vocabulary) -> Pieces {
        let pieces = |lists: &[&str]| {
            let mut pieces: Vec<(String, u32)> = lists
                .iter()
                .flat_map(|list| vocabulary.list(list))
                .filter_map(|pair| pair.split_once('='))
                .filter_map(|(word, number)| Some((join_letters(word), number.parse().ok()?)))
                .collect();
            pieces.sort_by_key(|(piece, _)| std::cmp::Reverse(piece.len()));
            pieces
        };

        let endings = vocabulary.list("chapter number ending").iter();
        Pieces {
            cardinal: pieces(&["number", "chapter cardinal"]),
            all: pieces(&["number", "chapter cardinal", "chapter number"]),
            endings: endings.map(|ending| join_letters(ending)).collect(),
        }
    }
}

/// Words as one, without hyphens.
fn join_letters(words: &str) -> String {
    fold_accents(words)
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect()
}

fn parse_written_number(words: &str, language: Language, ordinals: bool) -> Option<u32> {
    let word = join_letters(words);
    let only_letters = words
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '\u{94d}'));
    if word.is_empty() || word.len() > LONGEST || !only_letters {
        return None;
    }

    let pieces = Pieces::of(language);
    let listed = if ordinals {
        &pieces.all
    } else {
        &pieces.cardinal
    };

    // From the end: what each rest of the word is worth, if it can be put together.
    let mut worth: Vec<Option<u32>> = vec![None; word.len() + 1];
    worth[word.len()] = Some(0);
    for at in (0..word.len())
        .rev()
        .filter(|at| word.is_char_boundary(*at))
    {
        let rest = &word[at..];
        let by_piece = listed.iter().find_map(|(piece, value)| {
            rest.starts_with(piece.as_str())
                .then(|| worth[at + piece.len()])?
                .map(|after| combine_values(*value, after))
        });
        // `vigésimo primero` has an ending in the middle, too.
        let by_ending = || {
            pieces.endings.iter().find_map(|ending| {
                rest.starts_with(ending.as_str())
                    .then(|| worth[at + ending.len()])?
            })
        };
        worth[at] = by_piece.or_else(|| (ordinals && at > 0).then(by_ending)?);
    }
    worth[0].filter(|number| *number > 0)
}

/// What a piece and the rest behind it are worth: a digit before a hundred says how many hundreds.
fn combine_values(piece: u32, rest: u32) -> u32 {
    let is_of_hundreds = (1..10).contains(&piece) && (100..200).contains(&rest);
    if is_of_hundreds {
        (piece - 1) * 100 + rest
    } else {
        piece + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_however_they_are_written() {
        let check = |words: &str, expected: u32| {
            assert!(
                Language::all().any(|language| parse_number(words, language) == Some(expected)),
                "{words}"
            );
        };
        let cases = [
            ("12", 12),
            ("１２", 12),
            ("XIV", 14),
            ("xlix", 49),
            ("Thirteen", 13),
            ("TWENTY-ONE", 21),
            ("One Hundred", 100),
            ("ONE HUNDRED AND SEVEN", 107),
            ("Two Hundred", 200),
            ("zweihundertdrei", 203),
            ("Forty Second", 42),
            ("vierzehntes", 14),
            ("Einundzwanzigstes", 21),
            ("premier", 1),
            ("TROISIEME", 3),
            ("vingt et unième", 21),
            ("quatre-vingt-dix", 90),
            ("vigésimo primero", 21),
            ("treinta y dos", 32),
            ("decimoquinta", 15),
            ("ventunesimo", 21),
            ("ventidue", 22),
            ("vigésima segunda", 22),
            ("eenentwintigste", 21),
            ("tjugonde", 20),
            ("tjugofem", 25),
            ("1-я", 1),
            ("2-ая", 2),
            ("двадцать первая", 21),
            ("ТРЕТЬЯ", 3),
        ];
        for (words, expected) in cases {
            check(words, expected);
        }

        for (word, expected) in [
            ("十", 10),
            ("二十三", 23),
            ("一百〇二", 102),
            ("壹", 1),
            ("貳拾參", 23),
            ("弐", 2),
            ("１３", 13),
        ] {
            assert_eq!(parse_han_number(word), Some(expected), "{word}");
        }
    }

    #[test]
    fn words_are_no_numbers() {
        for word in [
            "",
            "of",
            "Of",
            "tickets",
            "IC",
            "VX",
            "Xi",
            "himself",
            "9".repeat(40).as_str(),
        ] {
            for language in Language::all() {
                assert_eq!(parse_number(word, language), None, "{word}");
            }
        }
        assert_eq!(
            (parse_han_number("十人"), parse_han_number("")),
            (None, None)
        );
        // Nor is what nobody counts, however long it goes on.
        assert_eq!(parse_han_number(&"九九九九千".repeat(800)), None);
        assert_eq!(parse_han_number(&"廿".repeat(3_000_000)), None);
    }
}
