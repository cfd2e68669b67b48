//! Stems of languages for which no stemmer is at hand, or one that leaves too much: what inflection
//! adds to a word is taken off.
//!
//! In: a folded word or stem. Out: what is left without one of the beginnings and one of the
//! endings that the language's table lists, the longest that leave enough of the word. Where a
//! language puts one behind the other, as many are taken off as there are, so that a word and its
//! stem have the same stem. Light stemmers of this kind find about as much as full ones (Larkey,
//! Ballesteros & Connell, "Light Stemming for Arabic Information Retrieval", 2007; Dolamic & Savoy,
//! "Indexing and Stemming Approaches for the Czech Language", 2009).

use std::iter;

use crate::analyze::fold;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Letters that a stem has at least, where the table does not say it.
const SHORTEST: usize = 3;

/// Takes the second text off the first, at its start or its end.
type Strip = for<'a> fn(&'a str, &str) -> Option<&'a str>;
const START: Strip = |word, cut| word.strip_prefix(cut);
const END: Strip = |word, cut| word.strip_suffix(cut);

/// The beginnings and endings of a language, each list with the longest first.
pub struct Affixes {
    beginnings: Vec<String>,
    endings: Vec<String>,
    /// Of which a word has as many as there are.
    stacked_beginnings: Vec<String>,
    stacked_endings: Vec<String>,
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
            stacked_beginnings: list("stacked beginning"),
            stacked_endings: list("stacked ending"),
            shortest: shortest.map_or(SHORTEST, |number| number.parse().unwrap_or(SHORTEST)),
        };

        let is_listed = !affixes.endings.is_empty() || !affixes.stacked_endings.is_empty();
        is_listed.then_some(affixes)
    }

    /// The stem of a folded word.
    pub fn stem<'a>(&self, folded: &'a str) -> &'a str {
        let word = self.cut(folded, &self.beginnings, START);
        let word = word.unwrap_or(folded);
        let word = self.cut(word, &self.endings, END).unwrap_or(word);

        let word = self.cut_all(word, &self.stacked_beginnings, START);
        self.cut_all(word, &self.stacked_endings, END)
    }

    fn cut_all<'a>(&self, word: &'a str, cuts: &[String], strip: Strip) -> &'a str {
        let rests = iter::successors(Some(word), |word| self.cut(word, cuts, strip));
        rests.last().unwrap_or(word)
    }

    /// A word without the longest of some beginnings or endings that leaves enough of it, if it has
    /// one.
    fn cut<'a>(&self, word: &'a str, cuts: &[String], strip: Strip) -> Option<&'a str> {
        let is_enough = |rest: &&str| rest.chars().count() >= self.shortest;
        let mut rests = cuts.iter().filter_map(|cut| strip(word, cut));
        rests.find(is_enough)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::to_term;

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

    #[test]
    fn forms_of_a_word_are_one_term_where_a_stemmer_leaves_some() {
        for (language, forms) in [
            (Language::Arabic, "بحيرة البحيرة والبحيرة بحيرات للبحيرة"),
            (Language::Arabic, "برنامج البرنامج والبرنامج"),
            (Language::Arabic, "لغة اللغة"),
            (Language::Arabic, "سكان السكان"),
            (Language::Arabic, "يعيش تعيش"),
            (Language::Greek, "ιδρύθηκε ίδρυσε ιδρύσει"),
            (Language::Greek, "κατασκευή κατασκευάστηκε κατασκεύασε"),
            (Language::Hindi, "मज़दूर मजदूर मज़दूरों"),
            (Language::Hindi, "ऊँचा ऊंची ऊँचाई ऊंचाई"),
            (Language::Hindi, "हिन्दी हिंदी"),
            (Language::Hindi, "बनाया बनवाया बनाने"),
            (Language::Hindi, "कहानी कहानियाँ कहानियों"),
            (
                Language::Romanian,
                "universitate universitatea universități",
            ),
            (Language::Romanian, "construit construită construiește"),
            (Language::Romanian, "război războiul războaie"),
            (Language::Romanian, "oraș oraşul"),
            (Language::Russian, "основана основал основание"),
            (Language::Russian, "использовал использование"),
            (Language::Russian, "орден орденом"),
            (Language::Turkish, "kuruldu kurulmuştur kurulan kurulması"),
            (
                Language::Turkish,
                "kullanıldı kullanılmaktadır kullanılıyor kullanmak",
            ),
            (
                Language::Turkish,
                "başladı başlandı başlamıştır başlanmıştır",
            ),
            (Language::Turkish, "İstanbul İstanbul'da"),
        ] {
            let terms: Vec<String> = forms
                .split(' ')
                .map(|word| to_term(word, language))
                .collect();
            assert!(
                terms.iter().all(|term| *term == terms[0]),
                "{forms}: {terms:?}"
            );
        }
    }

    #[test]
    fn words_that_only_look_like_forms_of_one_are_two_terms() {
        for (language, one, other) in [
            (Language::Arabic, "قرن", "قرية"),
            (Language::Greek, "πόλη", "πόλεμος"),
            (Language::Hindi, "नदी", "नगर"),
            (Language::Romanian, "castel", "castan"),
            (Language::Russian, "страна", "строка"),
            (Language::Turkish, "deniz", "dere"),
        ] {
            assert_ne!(to_term(one, language), to_term(other, language));
        }
    }
}
