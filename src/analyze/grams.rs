//! Words that look alike, by the runs of letters they share (Dice coefficient): McNamee & Mayfield,
//! "Character N-Gram Tokenization for European Language Text Retrieval" (2004).

/// Letters in a gram of an alphabet; a shorter term is like no other.
const GRAM: usize = 4;
/// Letters in one of a script that leaves vowels out or writes them as marks: Hebrew to Khmer.
const SHORT_GRAM: usize = 3;
/// Letters in one of a script with a letter a syllable or word: kana, Han, Hangul.
const SYLLABLES: usize = 2;

/// The grams of a term, each as one bit of 64: two terms without a bit in common share none. That
/// spares most comparisons (a Bloom filter: Bloom, "Space/Time Trade-offs", 1970).
pub fn gram_signature(term: &[u8]) -> u64 {
    let number = |gram: &[u8]| {
        gram.iter().fold(0, |number: u32, letter| {
            number << 8 ^ number >> 24 ^ u32::from(*letter)
        })
    };
    // Fibonacci hashing: the upper six bits of the product.
    let bit = |gram: &[u8]| 1_u64 << (number(gram).wrapping_mul(0x9e37_79b1) >> 26);

    let mut all = 0;
    for_each_gram(term, |gram| all |= bit(gram));
    all
}

/// A term in UTF-8, ready to be compared with many others.
#[derive(Debug, Clone)]
pub struct Grams {
    term: Vec<u8>,
    signature: u64,
}

impl Grams {
    /// The grams of a term.
    pub fn of(term: &[u8]) -> Grams {
        Grams {
            term: term.to_vec(),
            signature: gram_signature(term),
        }
    }

    /// Share of the grams of two terms that both have, 0 to 1; 0 where either is shorter than one.
    /// The other term comes with its [`gram_signature`].
    pub fn dice(&self, other: &[u8], signature: u64) -> f32 {
        if self.signature & signature == 0 {
            return 0.0;
        }

        let (all, shared) = if self.term.is_ascii() && other.is_ascii() {
            let is_shared = |gram: &u32| gram_numbers(other).any(|of_other| of_other == *gram);
            let all = gram_numbers(&self.term).len() + gram_numbers(other).len();
            (all, gram_numbers(&self.term).filter(is_shared).count())
        } else {
            self.of_any_script(other)
        };
        2.0 * shared as f32 / all.max(1) as f32
    }

    /// How many grams two terms have together, and how many of these both have.
    fn of_any_script(&self, other: &[u8]) -> (usize, usize) {
        let mut all = 0;
        let mut shared = 0;
        for_each_gram(other, |_| all += 1);
        for_each_gram(&self.term, |gram| {
            all += 1;
            // Letters begin with other bytes than they go on with, so that a gram is found at
            // letters only.
            shared += usize::from(other.windows(gram.len()).any(|of_other| of_other == gram));
        });
        (all, shared)
    }
}

/// The grams of a term in the letters of ASCII: each fits into a number.
fn gram_numbers(term: &[u8]) -> impl ExactSizeIterator<Item = u32> {
    let grams = term.array_windows();
    grams.map(|gram: &[u8; GRAM]| u32::from_le_bytes(*gram))
}

fn for_each_gram<'a>(term: &'a [u8], mut each: impl FnMut(&'a [u8])) {
    if term.is_ascii() {
        term.windows(GRAM).for_each(each);
        return;
    }

    let is_start = |at: &usize| term.get(*at).is_none_or(|byte| byte & 0xc0 != 0x80);
    let starts: Vec<usize> = (0..=term.len()).filter(is_start).collect();
    for ends in starts.windows(letters_per_gram(term) + 1) {
        each(&term[ends[0]..ends[ends.len() - 1]]);
    }
}

/// Letters in a gram of the script that a term begins in.
fn letters_per_gram(term: &[u8]) -> usize {
    match term {
        [0xe3..=0xed | 0xf0.., ..] => SYLLABLES,
        // The second are Burmese and Khmer.
        [0xd6..=0xe0, ..] | [0xe1, 0x80..=0x82 | 0x9e..=0x9f, ..] => SHORT_GRAM,
        _ => GRAM,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With a signature that spares no comparison.
    fn dice(a: &[u8], b: &[u8]) -> f32 {
        Grams::of(a).dice(b, u64::MAX)
    }

    #[test]
    fn words_are_alike_by_the_letters_they_share() {
        assert_eq!(dice(b"lighthous", b"lighthous"), 1.0);
        assert!(dice(b"lighthous", b"lighthouskeep") > 0.6);
        assert_eq!(dice(b"light", b"storm"), 0.0);
        assert_eq!(dice(b"sun", b"sun"), 0.0); // shorter than a gram: the term itself decides
    }

    #[test]
    fn words_of_every_script_are_alike_by_letters_not_by_bytes() {
        for (a, b, alike) in [
            ("маяков", "маяковск", true),
            ("маяк", "парк", false),
            ("φαρο", "φαρμ", false),
            ("प्रकाशस्तंभ", "प्रकाश", true),
            ("नदी", "नगर", false),
            ("منارة", "المنارة", true),
            ("灯台守", "灯台", true),
            ("灯台", "灯火", false),
            ("도서관", "도서", true),
            ("ประภาคาร", "ภาคาร", true),
        ] {
            let likeness = dice(a.as_bytes(), b.as_bytes());
            assert_eq!(likeness > 0.3, alike, "{a} {b} {likeness}");
        }
    }

    #[test]
    fn terms_that_are_alike_have_a_bit_in_common() {
        let terms = [
            "lighthous",
            "lighthouskeep",
            "housekeep",
            "keeper",
            "storm",
            "stormi",
            "sun",
            "灯台守",
            "灯台",
            "маяк",
            "маяковск",
            "नदियों",
            "नदिय",
        ];
        for (a, b) in terms
            .iter()
            .flat_map(|a| terms.map(|b| (a.as_bytes(), b.as_bytes())))
        {
            assert!(
                dice(a, b) == 0.0 || gram_signature(a) & gram_signature(b) != 0,
                "{a:?} {b:?}"
            );
        }
        assert_eq!(gram_signature(b"lighthous") & gram_signature(b"storm"), 0);
    }
}
