//! Numbers written out, as digits: `twelve` and `12` are one term.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::analyze::fold;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Ordinals that are words of everyday life, too, folded.
pub const SMALL_ORDINALS: [(&str, u64); 9] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
];

/// What each language says that a folded word stands for.
pub type Pairs = HashMap<Language, HashMap<String, &'static str>>;

/// The pairs of a list such as `number`, in which a word, `=` and what it stands for are one item.
pub fn vocabulary_pairs(list: &str) -> Pairs {
    let table = |language| {
        let pairs = Vocabulary::of(language).list(list).iter();
        pairs
            .filter_map(|pair| pair.split_once('='))
            .map(|(word, meant)| (fold(word), meant))
            .collect()
    };

    Language::all()
        .map(|language| (language, table(language)))
        .collect()
}

/// The digits a folded number word stands for. *One* is left alone: it is mostly a pronoun.
pub fn number_word_digits(folded: &str, language: Language) -> Option<&'static str> {
    static DIGITS: LazyLock<Pairs> = LazyLock::new(|| vocabulary_pairs("number"));
    DIGITS.get(&language)?.get(folded).copied()
}

/// The value of a number that is written as one word of several: `zwölftausend`, `ventisette`,
/// folded.
pub fn parse_compound_number(folded: &str, language: Language) -> Option<u64> {
    match language {
        Language::German => parse_german_number(folded),
        Language::Italian => parse_italian_number(folded),
        _ => None,
    }
}

fn parse_german_number(folded: &str) -> Option<u64> {
    const PARTS: [&str; 3] = ["tausend", "hundert", "und"];
    let is_joined = |part: &&str| folded.contains(*part) && folded.len() > part.len();
    if !PARTS.iter().any(is_joined) {
        return None;
    }

    let one = |word: &str| match word {
        "ein" | "eins" => Some(1),
        word => number_word_digits(word, Language::German)?
            .parse::<u64>()
            .ok(),
    };
    let tens = |word: &str| match word.split_once("und") {
        Some((ones, tens)) => Some(one(ones).filter(|ones| *ones < 10)? + one(tens)?),
        None => one(word),
    };
    let rest = |word: &str| match word.strip_prefix("und").unwrap_or(word) {
        "" => Some(0),
        word => tens(word),
    };
    let hundreds = |word: &str| match word.split_once("hundert") {
        Some(("", behind)) => Some(100 + rest(behind)?),
        Some((before, behind)) => Some(one(before)? * 100 + rest(behind)?),
        None => rest(word),
    };
    match folded.split_once("tausend") {
        Some(("", behind)) => Some(1_000 + hundreds(behind)?),
        Some((before, behind)) => Some(hundreds(before)? * 1_000 + hundreds(behind)?),
        None => hundreds(folded),
    }
}

fn parse_italian_number(folded: &str) -> Option<u64> {
    const TENS: [&str; 8] = [
        "venti",
        "trenta",
        "quaranta",
        "cinquanta",
        "sessanta",
        "settanta",
        "ottanta",
        "novanta",
    ];
    let one = |word: &str| match word {
        "" => Some(0),
        "un" | "uno" | "una" => Some(1),
        word => number_word_digits(word, Language::Italian)?
            .parse::<u64>()
            .ok(),
    };
    let small = |word: &str| one(word).filter(|ones| *ones < 10);
    let tens = |word: &str| {
        let joined = TENS.iter().zip(2..).find_map(|(ten, count)| {
            // Before a vowel the ten loses its own: `ventuno`.
            let is_vowel = |rest: &&str| rest.starts_with(['u', 'o']);
            let elided = || word.strip_prefix(&ten[..ten.len() - 1]).filter(is_vowel);
            let ones = word.strip_prefix(ten).or_else(elided)?;
            Some(count * 10 + small(ones)?)
        });
        joined.or_else(|| one(word).filter(|tens| *tens < 100))
    };
    let hundreds = |word: &str| {
        let whole = word.split_once("cento");
        let elided = || {
            word.split_once("cent")
                .filter(|(_, rest)| rest.starts_with('o'))
        };
        let read = |(before, behind): (&str, &str)| {
            let count = if before.is_empty() { 1 } else { small(before)? };
            Some(count * 100 + tens(behind)?)
        };
        let read_whole = whole.and_then(read);
        read_whole
            .or_else(|| elided().and_then(read))
            .or_else(|| tens(word))
    };

    if let Some(behind) = folded.strip_prefix("mille") {
        return Some(1_000 + hundreds(behind)?);
    }
    match folded.split_once("mila") {
        Some((before, behind)) => {
            let thousands = hundreds(before).filter(|count| *count > 1)?;
            Some(thousands * 1_000 + hundreds(behind)?)
        }
        None => hundreds(folded).filter(|number| *number > 20),
    }
}

/// The value of digits, with a decimal point or without, times a scale, if that is whole: `1.2`
/// million.
pub fn parse_scaled_number(digits: &str, scale: u64) -> Option<u64> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let parts = 10_u64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let number: u64 = format!("{whole}{part}").parse().ok()?;
    let product = number.checked_mul(scale)?;
    product.is_multiple_of(parts).then(|| product / parts)
}

/// Digits with a comma before their decimals, as most languages write them, as English has them:
/// `1.200,50`.
pub fn to_english_decimal(word: &str, language: Language) -> Option<String> {
    if !has_thousands_points(language) {
        return None;
    }
    let (whole, part) = word.split_once(',')?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let whole = whole.replace('.', "");
    // "1,000" is how English writes a thousand, and may be typed anywhere.
    (is_digits(&whole) && is_digits(part) && part.len() != 3).then(|| format!("{whole}.{part}"))
}

/// Whether a language puts full stops between thousands.
fn has_thousands_points(language: Language) -> bool {
    !matches!(
        language,
        Language::English | Language::Chinese | Language::Japanese | Language::Other
    )
}

/// A Roman number below forty, in small letters.
pub fn parse_small_roman(word: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = word.trim_start_matches('x');
    let tens = word.len() - ones.len();
    // The `x` of `ix` and of `xix` is behind an `i`, so none of it is taken for a ten.
    let ones = ONES.iter().position(|one| *one == ones)?;
    (tens < 4).then(|| (tens * 10 + ones) as u32)
}

/// Ordinals from ten on, in English: the smaller ones are words of everyday life.
const ORDINALS: [(&str, &str); 20] = [
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
    ("hundredth", "100"),
    ("thousandth", "1000"),
];

/// The plain digits of a number as it is printed: without the ending of an ordinal (`14th`),
/// without full stops between thousands where the language puts them there (`20.000`), in figures
/// where it is written in Chinese ones (`一八七二`).
pub fn to_plain_digits(folded: &str, language: Language) -> Option<String> {
    let first = folded.chars().next()?;
    if language == Language::English && first.is_ascii_alphabetic() {
        let ordinal = ORDINALS.iter().find(|(word, _)| *word == folded);
        return ordinal.map(|(_, digits)| (*digits).to_owned());
    }
    if let Some(number) = parse_chinese_number(folded) {
        return Some(number.to_string());
    }
    if !first.is_ascii_digit() {
        return None;
    }

    let digits = folded.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &folded[digits.len()..];
    if let Some(number) = parse_suffixed_number(digits, ending, language) {
        return Some(number);
    }

    let mut groups = folded.split('.');
    let is_grouped = groups.next().is_some_and(|group| group.len() <= 3)
        && folded.contains('.')
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    // Three decimals that are all nothing are a thousand in any language.
    let is_round = || folded.split('.').skip(1).all(|group| group == "000");
    (is_grouped && (has_thousands_points(language) || is_round())).then(|| folded.replace('.', ""))
}

/// Digits with letters behind them: `14th`, `1er`, `20k`, `1890s`.
fn parse_suffixed_number(digits: &str, ending: &str, language: Language) -> Option<String> {
    match (language, ending) {
        (Language::English, "st" | "nd" | "rd" | "th") | (Language::French, "er" | "e" | "eme") => {
            Some(digits.to_owned())
        }
        (Language::English, "k") => {
            parse_scaled_number(digits, 1_000).map(|number| number.to_string())
        }
        (Language::English, "s") => Some(format!("{digits}s")),
        _ => None,
    }
}

/// A number in Chinese figures of two or more: by place (`一八七二`) or with its units (`五百二十`).
fn parse_chinese_number(word: &str) -> Option<u64> {
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

    let mut total = 0u64;
    let mut section = 0u64;
    let mut last = None;
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
