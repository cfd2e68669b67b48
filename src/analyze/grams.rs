//! Words that look alike, by the letter quadrigrams they share (Dice coefficient): McNamee & Mayfield,
//! "Character N-Gram Tokenization for European Language Text Retrieval" (2004).

/// Letters in a gram; a shorter term is like no other.
const GRAM: usize = 4;

/// The quadrigrams of a term, each as one bit of 64: two terms without a bit in common share none. That
/// spares most comparisons (a Bloom filter: Bloom, "Space/Time Trade-offs", 1970).
pub fn signature(term: &[u8]) -> u64 {
    let number = |gram: &[u8]| {
        gram.iter()
            .fold(0, |number: u32, letter| number << 8 | u32::from(*letter))
    };
    // Fibonacci hashing: the upper six bits of the product.
    let bit = |gram: &[u8]| 1_u64 << (number(gram).wrapping_mul(0x9e37_79b1) >> 26);
    term.windows(GRAM).map(bit).fold(0, |all, bit| all | bit)
}

/// Share of the quadrigrams of two terms that both have; 0 where either is shorter than one.
pub fn dice(a: &[u8], b: &[u8]) -> f32 {
    if a.len() < GRAM || b.len() < GRAM {
        return 0.0;
    }
    let shared = a
        .windows(GRAM)
        .filter(|gram| b.windows(GRAM).any(|other| other == *gram))
        .count();
    2.0 * shared as f32 / (a.len() + b.len() - 2 * (GRAM - 1)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_alike_by_the_letters_they_share() {
        assert_eq!(dice(b"lighthous", b"lighthous"), 1.0);
        assert!(dice(b"lighthous", b"lighthouskeep") > 0.6);
        assert_eq!(dice(b"light", b"storm"), 0.0);
        assert_eq!(dice(b"sun", b"sun"), 0.0); // shorter than a gram: the term itself decides
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
        ];
        for (a, b) in terms
            .iter()
            .flat_map(|a| terms.map(|b| (a.as_bytes(), b.as_bytes())))
        {
            assert!(
                dice(a, b) == 0.0 || signature(a) & signature(b) != 0,
                "{a:?} {b:?}"
            );
        }
        assert_eq!(signature(b"lighthous") & signature(b"storm"), 0);
    }
}
