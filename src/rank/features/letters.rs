//! Words that look alike: inflections the stemmer does not join, compounds, typing errors.
//!
//! Each missing content term is compared with the passage's words by the letter quadrigrams they
//! share (Dice coefficient): McNamee & Mayfield, "Character N-Gram Tokenization for European Language
//! Text Retrieval" (2004).

use crate::rank::asked::Asked;
use crate::rank::candidate::Seen;

/// Names of [`letters`].
pub const LETTERS: [&str; 1] = ["similar letters"];

/// Letters in a gram.
const GRAM: usize = 4;

/// Weight of the question's terms, each counted by its most similar word, as a share.
pub fn letters(asked: &Asked, seen: &Seen) -> [f32; 1] {
    let similarity = |(index, term): (usize, &crate::rank::asked::Term)| {
        let likeness = if seen.has(index) {
            1.0
        } else {
            seen.candidate.words.iter().map(|w| dice(&term.text, &w.term)).fold(0.0, f32::max)
        };
        term.weight() * likeness
    };
    [asked.content().map(similarity).sum::<f32>() / asked.content_weight]
}

/// Share of the quadrigrams of two terms that both have; 0 where either is shorter than one.
pub fn dice(a: &str, b: &str) -> f32 {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() < GRAM || b.len() < GRAM {
        return 0.0;
    }
    let shared = a.windows(GRAM).filter(|gram| b.windows(GRAM).any(|other| other == *gram)).count();
    2.0 * shared as f32 / (a.len() + b.len() - 2 * (GRAM - 1)) as f32
}

#[cfg(test)]
mod tests {
    use super::dice;

    #[test]
    fn words_are_alike_by_the_letters_they_share() {
        assert_eq!(dice("lighthous", "lighthous"), 1.0);
        assert!(dice("lighthous", "lighthouskeep") > 0.6);
        assert_eq!(dice("light", "storm"), 0.0);
        assert_eq!(dice("sun", "sun"), 0.0); // shorter than a gram: the term itself decides
    }
}
