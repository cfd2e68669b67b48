//! Numbers of pages as they are printed: digits, Roman ones, and what stands beside them.

/// What stands beside a number of a page.
const BESIDE: [&str; 9] = [
    "page", "of", "p", "seite", "von", "s", "pagina", "sida", "página",
];

/// Whether a line is the number of a page: `12`, `– 12 –`, `Page 3 of 20`, `xiv`.
pub fn is_page_number(text: &str) -> bool {
    let words = || {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let counts = |word: &str| word.chars().all(|c| c.is_ascii_digit()) || is_roman(word);

    // `page of` alone is no number.
    words().any(counts)
        && words().all(|word| counts(word) || BESIDE.contains(&word.to_lowercase().as_str()))
}

/// A number as pages are counted in front of a book: `xiv` or `XIV`, but neither `Civil` nor `mix`.
fn is_roman(word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_one_case = word == lower || word == word.to_uppercase();

    // Hundreds, tens and ones, each as many letters as it has; more pages are not counted so.
    let rest = lower.trim_start_matches('c');
    let hundreds = lower.len() - rest.len();
    let rest = strip_roman_digit(
        rest,
        ["x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"],
    );
    let rest = strip_roman_digit(
        rest,
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"],
    );

    is_one_case && !lower.is_empty() && hundreds <= 3 && rest.is_empty()
}

/// What follows the longest of `digits` with which the letters begin, if any.
fn strip_roman_digit<'a>(letters: &'a str, digits: [&str; 9]) -> &'a str {
    digits
        .iter()
        .filter_map(|digit| letters.strip_prefix(digit))
        .min_by_key(|rest| rest.len())
        .unwrap_or(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_are_numbers_of_pages() {
        let numbers = [
            "12",
            "– 12 –",
            "Page 3 of 20",
            "xiv",
            "XIV",
            "iv",
            "i",
            "xc",
            "xcix",
            "cxlviii",
            "- ix -",
            "Seite 4",
        ];
        for text in numbers {
            assert!(is_page_number(text), "{text}");
        }

        let words = [
            "Civil", "CIVIL", "civil", "mix", "Mix", "vivid", "ill", "Xi", "civic", "page of",
            "iix", "vx", "ixi", "", "Will", "lil", "The 12", "iiii", "cccc", "Page", "xcx",
        ];
        for text in words {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
