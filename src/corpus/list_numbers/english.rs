//! Numbers in English words, which a few formats of lists are made of: `Twenty-one`, `21st`.

const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
    fifteen sixteen seventeen eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
/// Ordinals that are not their number and "th".
const IRREGULAR: &[(&str, &str)] = &[
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];

/// `1st`, `2nd`, `11th`.
pub fn to_ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `Twenty-one`; above a million, digits.
pub fn to_cardinal_words(number: u32) -> String {
    capitalize_first(&spell_number(number))
}

/// `Twenty-first`.
pub fn to_ordinal_words(number: u32) -> String {
    let words = spell_number(number);
    let at = words.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, last) = words.split_at(at);

    let irregular = IRREGULAR.iter().find(|(word, _)| *word == last);
    let last = match (irregular, last.strip_suffix('y')) {
        (Some((_, ordinal)), _) => (*ordinal).to_owned(),
        (None, Some(ten)) => format!("{ten}ieth"),
        (None, None) => format!("{last}th"),
    };
    capitalize_first(&format!("{before}{last}"))
}

fn spell_number(number: u32) -> String {
    let nth = |list: &str, at: u32| {
        list.split(' ')
            .nth(at as usize)
            .unwrap_or_default()
            .to_owned()
    };
    let and_rest = |name: String, rest: u32, between: &str| match rest {
        0 => name,
        rest => format!("{name}{between}{}", spell_number(rest)),
    };

    match number {
        0..20 => nth(SMALL, number),
        20..100 => and_rest(nth(TENS, number / 10 - 2), number % 10, "-"),
        100..1000 => and_rest(spell_number(number / 100) + " hundred", number % 100, " "),
        1000..1_000_000 => and_rest(
            spell_number(number / 1000) + " thousand",
            number % 1000,
            " ",
        ),
        _ => number.to_string(),
    }
}

fn capitalize_first(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
