//! The plain form of a verb behind "did": in "when did Ada found the club" nobody found anything.

use crate::analyze::{past_of_base, to_term};
use crate::language::Language;
use crate::query::QueryWord;

/// Words behind which a verb stands in its plain form.
const BEFORE: [&str; 6] = ["did", "didn't", "do", "does", "doesn't", "to"];

/// Takes what is written as the past of another verb for a verb of its own where no past can stand.
pub fn read_plain_verbs(words: &mut [QueryWord], language: Language) {
    if language != Language::English {
        return;
    }

    let is_before = |word: &QueryWord| BEFORE.contains(&word.folded.as_str());
    let Some(before) = words.iter().position(is_before) else {
        return;
    };
    for word in &mut words[before + 1..] {
        if let Some(past) = past_of_base(&word.folded) {
            word.term = to_term(past, language);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::as_written_in;

    #[test]
    fn behind_did_stands_no_past() {
        let last = |question| {
            let (_, mut words) = as_written_in(question, Language::English);
            read_plain_verbs(&mut words, Language::English);
            words.into_iter().last().unwrap().term
        };

        assert_eq!(last("When did Ada found"), last("she founded"));
        assert_eq!(last("Which tree did they fell"), last("they felled"));
        assert_eq!(last("What was found"), last("they find"));
        assert_ne!(last("What was found"), last("she founded"));
        assert_eq!(last("Where did he went"), last("they go"));
    }
}
