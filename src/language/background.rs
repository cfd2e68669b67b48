//! How common a term is in general English: what a short text cannot tell by itself.
//!
//! `background.tsv` has a line `term <TAB> surprise in tenths of bits` for the 30,000
//! commonest terms, sorted by bytes, and is searched where it stands. Its sources are named in
//! `NOTICE`.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::language::Language;

const TABLE: &[u8] = include_bytes!("background.tsv");

/// Bits of surprise at a term that is not in the table.
const UNKNOWN_BITS: f32 = 24.0;

/// Bits of surprise at meeting a term as the next word of an English text: 4.6 for *the*, 20 for
/// *spigot*.
pub fn surprise_bits(term: &str) -> f32 {
    // Numbers are not in the table: small ones are common, years rather common.
    if term.bytes().all(|b| b.is_ascii_digit()) {
        return match term.len() {
            0..=2 => 11.0,
            3 | 4 => 14.0,
            _ => 20.0,
        };
    }
    find_in_table(term).map_or(UNKNOWN_BITS, |tenths| tenths as f32 / 10.0)
}

/// Share of all running words of English that have this term.
pub fn word_frequency(term: &str) -> f32 {
    (-surprise_bits(term)).exp2()
}

/// Whether the term is a common one of its language, so no typing error; unknown but for English.
pub fn is_common_term(term: &str, language: Language) -> bool {
    language == Language::English && find_in_table(term).is_some()
}

/// Whether a word is a common one of English, in any of its forms.
pub fn is_common_word(word: &str) -> bool {
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));
    find_in_table(&STEMMER.stem(&word.to_lowercase())).is_some()
}

fn find_in_table(term: &str) -> Option<u32> {
    let mut low = 0;
    let mut high = TABLE.len();

    while low < high {
        let middle = low.midpoint(high);
        // The middle is seldom the start of a line, so the line around it is compared.
        let start = TABLE[low..middle]
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(low, |at| low + at + 1);
        let end = TABLE[start..]
            .iter()
            .position(|b| *b == b'\n')
            .map_or(TABLE.len(), |at| start + at);

        let tab = start + TABLE[start..end].iter().position(|b| *b == b'\t')?;
        match TABLE[start..tab].cmp(term.as_bytes()) {
            std::cmp::Ordering::Equal => {
                return std::str::from_utf8(&TABLE[tab + 1..end]).ok()?.parse().ok();
            }
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_terms_surprise_less_than_rare_ones() {
        assert!(
            surprise_bits("the") < surprise_bits("hous")
                && surprise_bits("hous") < surprise_bits("spigot")
                && surprise_bits("spigot") < surprise_bits("pullquot")
        );
        assert!(
            is_common_term("boss", Language::English) && !is_common_term("xqzt", Language::English)
        );
        assert!(is_common_word("lighthouses") && !is_common_word("lighth"));
    }

    #[test]
    fn every_line_of_the_table_is_found() {
        for line in std::str::from_utf8(TABLE).unwrap().lines() {
            let (term, tenths) = line.split_once('\t').unwrap();
            assert_eq!(find_in_table(term), tenths.parse().ok(), "{term}");
        }
    }
}
