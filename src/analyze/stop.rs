//! Words that say how a question is asked, not what about. They are dropped from the question only:
//! the text keeps every word, so that exact phrases and pairs of words can be found.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;

use crate::analyze::fold;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Whether a folded word carries no meaning of its own in a question; English contractions never
/// do, and in Japanese nothing of one kana does, nor what begins with a letter that no word begins
/// with.
pub fn is_stop_word(folded: &str, language: Language) -> bool {
    static LISTS: LazyLock<FxHashMap<Language, FxHashSet<String>>> = LazyLock::new(|| {
        let list = |language| {
            Vocabulary::of(language)
                .list("stop")
                .iter()
                .map(|word| fold(word))
                .collect()
        };
        Language::all()
            .map(|language| (language, list(language)))
            .collect()
    });

    match language {
        Language::English if folded.contains('\'') => true,
        Language::Japanese if is_kana(folded) || is_kana_ending(folded) => true,
        _ => LISTS
            .get(&language)
            .is_some_and(|list| list.contains(folded)),
    }
}

/// Whether a word of a question only says how it is asked, though others that fold to the same do,
/// too: without its tones a Vietnamese word is another one, unless it was typed without them (`đô`,
/// `do`).
pub fn is_stop_as_written(word: &str, folded: &str, language: Language) -> bool {
    let is_toned = language == Language::Vietnamese && !word.is_ascii();
    let is_listed = || {
        let written = word.nfc().collect::<String>().to_lowercase();
        Vocabulary::of(language).list("stop").contains(&&*written)
    };
    is_stop_word(folded, language) && (!is_toned || is_listed())
}

fn is_kana(word: &str) -> bool {
    let mut letters = word.chars();
    matches!(
        (letters.next(), letters.next()),
        (Some('\u{3041}'..='\u{309f}'), None)
    )
}

/// Whether a word in kana is the end of another one, cut off by the dictionary: `ったの`.
fn is_kana_ending(word: &str) -> bool {
    word.starts_with(['っ', 'ゃ', 'ゅ', 'ょ', 'ん', 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_those_of_the_language() {
        let stops = |word, language| is_stop_word(&fold(word), language);
        assert!(stops("Who", Language::English) && stops("don't", Language::English));
        assert!(!stops("story", Language::English) && !stops("der", Language::English));
        assert!(stops("Für", Language::German) && !stops("who", Language::German));
        assert!(
            stops("où", Language::French)
                && stops("は", Language::Japanese)
                && stops("ったの", Language::Japanese)
                && !stops("はな", Language::Japanese)
                && stops("谁", Language::Chinese)
        );

        let written = |word: &str| is_stop_as_written(word, &fold(word), Language::Vietnamese);
        assert!(written("do") && written("của") && written("cua") && !written("đô"));
    }
}
