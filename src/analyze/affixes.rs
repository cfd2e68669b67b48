//! Stems of languages for which no stemmer is at hand: what inflection adds to a word is taken off.
//!
//! In: a folded word. Out: what is left without one of the beginnings and one of the endings that the language's
//! table lists, the longest that leave enough of the word. Light stemmers of this kind find about as much as full
//! ones (Dolamic & Savoy, "Indexing and Stemming Approaches for the Czech Language", 2009).

use crate::analyze::fold;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Letters that a stem has at least, where the table does not say it.
const SHORTEST: usize = 3;

/// The beginnings and endings of a language, each list with the longest first.
pub struct Affixes {
    beginnings: Vec<String>,
    endings: Vec<String>,
    shortest: usize,
}

impl Affixes {
    /// Those of a language; `None` if its table lists none.
    pub fn of(language: Language) -> Option<Affixes> {
        let vocabulary = Vocabulary::of(language);
        let list = |name| {
            let mut list: Vec<String> = vocabulary.list(name).iter().map(|e| fold(e)).collect();
            list.sort_by_key(|ending| std::cmp::Reverse(ending.len()));
            list
        };

        let shortest = vocabulary.list("shortest stem").first();
        let affixes = Affixes {
            beginnings: list("beginning"),
            endings: list("ending"),
            shortest: shortest.map_or(SHORTEST, |number| number.parse().unwrap_or(SHORTEST)),
        };

        (!affixes.endings.is_empty()).then_some(affixes)
    }

    /// The stem of a folded word.
    pub fn stem<'a>(&self, folded: &'a str) -> &'a str {
        let is_enough = |rest: &&str| rest.chars().count() >= self.shortest;
        let cut = |word: &'a str, cuts: &[String], strip: fn(&'a str, &str) -> Option<&'a str>| {
            let rest = cuts.iter().filter_map(|cut| strip(word, cut));
            rest.into_iter().find(is_enough).unwrap_or(word)
        };
        let word = cut(folded, &self.beginnings, |word, cut| word.strip_prefix(cut));
        cut(word, &self.endings, |word, cut| word.strip_suffix(cut))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (language, forms) in [
            (Language::Czech, "zvon zvonu zvonem zvony"),
            (Language::Polish, "latarnia latarnię latarni"),
            (Language::Ukrainian, "маяк маяка маяком маяки"),
            (Language::Hindi, "घर घरों"),
            (Language::Hindi, "लड़का लड़के लड़कों"),
            (Language::Korean, "등대 등대는 등대에서 등대의"),
            (Language::Hebrew, "מגדלור המגדלור והמגדלור"),
        ] {
            let affixes = Affixes::of(language).unwrap();
            let folded: Vec<String> = forms.split(' ').map(fold).collect();
            let stems: Vec<&str> = folded.iter().map(|form| affixes.stem(form)).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
    }

    #[test]
    fn a_short_word_stays_as_it_is() {
        let czech = Affixes::of(Language::Czech).unwrap();
        assert_eq!(czech.stem("les"), "les");
        assert_eq!(czech.stem("pes"), "pes");
        assert!(Affixes::of(Language::German).is_none());
    }
}
