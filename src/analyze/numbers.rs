//! Numbers written out, as digits: `twelve` and `12` are one term.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::analyze::fold;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// The digits a folded number word stands for. *One* is left alone: it is mostly a pronoun.
pub fn digits(folded: &str, language: Language) -> Option<&'static str> {
    type Digits = HashMap<String, &'static str>;
    static DIGITS: LazyLock<HashMap<Language, Digits>> = LazyLock::new(|| {
        let table = |language| {
            let pairs = Vocabulary::of(language).list("number").iter();
            pairs
                .filter_map(|pair| pair.split_once('='))
                .map(|(word, digits)| (fold(word), digits))
                .collect()
        };
        Language::all()
            .map(|language| (language, table(language)))
            .collect()
    });

    DIGITS.get(&language)?.get(folded).copied()
}

/// Ordinals from ten on, in English: the smaller ones are words of everyday life.
const ORDINALS: [(&str, &str); 18] = [
    ("tenth", "10"),
    ("eleventh", "11"),
    ("twelfth", "12"),
    ("thirteenth", "13"),
    ("fourteenth", "14"),
    ("fifteenth", "15"),
    ("sixteenth", "16"),
    ("seventeenth", "17"),
    ("eighteenth", "18"),
    ("nineteenth", "19"),
    ("twentieth", "20"),
    ("thirtieth", "30"),
    ("fortieth", "40"),
    ("fiftieth", "50"),
    ("sixtieth", "60"),
    ("seventieth", "70"),
    ("eightieth", "80"),
    ("ninetieth", "90"),
];

/// The plain digits of a number as it is printed: without the ending of an ordinal (`14th`), without full stops
/// between thousands where the language puts them there (`20.000`), in figures where it is written in Chinese
/// ones (`一八七二`).
pub fn figures(folded: &str, language: Language) -> Option<String> {
    let first = folded.chars().next()?;
    if language == Language::English && first.is_ascii_alphabetic() {
        let ordinal = ORDINALS.iter().find(|(word, _)| *word == folded);
        return ordinal.map(|(_, digits)| (*digits).to_owned());
    }
    if let Some(number) = chinese(folded) {
        return Some(number.to_string());
    }
    if !first.is_ascii_digit() {
        return None;
    }

    let digits = folded.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &folded[digits.len()..];
    let is_ordinal = matches!(ending, "st" | "nd" | "rd" | "th");
    if is_ordinal && language == Language::English {
        return Some(digits.to_owned());
    }

    let points = !matches!(
        language,
        Language::English | Language::Chinese | Language::Japanese | Language::Other
    );
    let mut groups = folded.split('.');
    let is_grouped = groups.next().is_some_and(|group| group.len() <= 3)
        && folded.contains('.')
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    (points && is_grouped).then(|| folded.replace('.', ""))
}

/// A number in Chinese figures of two or more: by place (`一八七二`) or with its units (`五百二十`).
fn chinese(word: &str) -> Option<u64> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |c: char| {
        let c = if c == '零' { '〇' } else { c };
        DIGITS
            .chars()
            .position(|digit| digit == c)
            .map(|at| at as u64)
    };
    let unit = |c: char| match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' | '萬' => Some(10_000),
        _ => None,
    };

    let count = word.chars().count();
    if !(2..=12).contains(&count) || !word.chars().all(|c| digit(c).or(unit(c)).is_some()) {
        return None;
    }
    if word.chars().all(|c| digit(c).is_some()) {
        return Some(
            word.chars()
                .filter_map(digit)
                .fold(0, |number, digit| number * 10 + digit),
        );
    }

    let (mut total, mut section, mut last) = (0u64, 0u64, None);
    for c in word.chars() {
        match (digit(c), unit(c)) {
            (Some(value), _) => last = Some(value),
            (_, Some(10_000)) => {
                total += (section + last.take().unwrap_or(0)).max(1) * 10_000;
                section = 0;
            }
            (_, Some(unit)) => section += last.take().unwrap_or(1) * unit,
            _ => {}
        }
    }
    Some(total + section + last.unwrap_or(0))
}
