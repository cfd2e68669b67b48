//! A question about what a section is called: "what is the dress code?", "spoilers", "is there
//! parking?" What stands first under that heading is likely meant, though it need not say its words
//! again.

use std::collections::HashSet;

use anyhow::Result;

use crate::analyze::{fold, to_term, tokens};
use crate::answer::considered::Considered;
use crate::answer::heading::{choose_opening, find_opening, strip_number};
use crate::index::Library;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::Kind;
use crate::quote::extend::extend_to_steps;
use crate::rank::statistics::SearchSpace;

/// First letters that all forms of a word have.
const LETTERS: usize = 3;

/// Chooses the opening of the section that is asked about, unless something in it answers, or
/// something elsewhere surely does and has all that is asked about; then as no more than a "perhaps".
pub fn choose_topic(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<()> {
    // Who asks when or how much wants a detail, and the opening need not have it.
    let asks_how = considered.query.kind == Kind::How;
    let is_open = asks_how || considered.query.kind == Kind::What;
    let is_sure = considered.confidence >= considered.thresholds.sure;
    let is_settled = is_sure && considered.quotes_all_words();
    if !is_open || is_settled && !asks_how {
        return Ok(());
    }

    let query = &considered.query;
    let words = query.words.iter().filter(|word| !word.stop);
    let words = words.map(|word| (word.term.clone(), word.folded.as_str()));
    let topic = Topic::new(words, query.language, is_sure);

    let is_named = |heading: &str, _: &str| topic.is_named(heading);
    let Some(passage) = find_opening(library, space, query.language, is_named)? else {
        return Ok(());
    };
    if considered.is_answered_from(library, passage)? {
        // Of how something is done a sentence tells one step, and those behind it the next.
        let text = library.full_text(library.passage(passage)?.span.document)?;
        if let Some(window) = considered.choice.as_mut().filter(|_| asks_how) {
            *window = extend_to_steps(window, &considered.ranked, text);
            // Which none of them is by itself.
            considered.alone = None;
        }
        return Ok(());
    }
    if is_settled {
        return Ok(());
    }

    let perhaps = considered.thresholds.answers;
    choose_opening(considered, library, space, passage, perhaps)
}

/// What a question asks about.
struct Topic {
    language: Language,
    terms: HashSet<String>,
    /// First letters of its words.
    begins: Vec<String>,
    /// What one of question and heading may say alone: that it is a rule or a policy.
    general: HashSet<String>,
}

impl Topic {
    /// Of these words, each with its term; to be named `exactly` by a heading or not.
    fn new<'a>(
        words: impl Iterator<Item = (String, &'a str)>,
        language: Language,
        exactly: bool,
    ) -> Topic {
        let (terms, begins) = words
            .map(|(term, folded)| (term, first_letters(folded)))
            .unzip();
        let general = Vocabulary::of(language).list("topic").iter();
        let general = general.map(|word| to_term(word, language));

        Topic {
            language,
            terms,
            begins,
            general: general.filter(|_| !exactly).collect(),
        }
    }

    /// Whether a heading names it.
    fn is_named(&self, heading: &str) -> bool {
        // Most are about something else, which is seen sooner than what their terms are.
        let folded = fold(heading);
        let has_begin = |begin: &String| folded.contains(begin.as_str());
        if !self.begins.iter().any(has_begin) {
            return false;
        }

        let words = tokens(strip_number(heading), self.language).filter(|token| !token.stop);
        let called: HashSet<String> = words.map(|token| token.term).collect();
        let special = &self.terms - &self.general;
        // A number alone names nothing: rule 9 is not chapter 9.
        let is_telling = special
            .iter()
            .any(|term| term.contains(char::is_alphabetic));
        called == self.terms || is_telling && special == &called - &self.general
    }
}

fn first_letters(folded: &str) -> String {
    folded.chars().take(LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_names_what_is_asked_about() {
        let check_in = |language, asked: &str, heading: &str, expected: bool| {
            let words = tokens(asked, language).filter(|token| !token.stop);
            let folded: Vec<(String, String)> = words
                .map(|token| (token.term, fold(&asked[token.range])))
                .collect();
            let words = folded
                .iter()
                .map(|(term, folded)| (term.clone(), folded.as_str()));
            let topic = Topic::new(words, language, false);
            assert_eq!(topic.is_named(heading), expected, "{asked:?} {heading:?}");
        };
        let check = |asked, heading, expected| {
            check_in(Language::English, asked, heading, expected);
        };

        check("What is the dress code?", "4. Dress code", true);
        check("What is the policy on spoilers?", "Spoilers", true);
        check("spoiler", "Spoiler rules", true);
        check("What are the rules?", "Rules", true);
        check("What are the rules?", "The Green Light", false);
        check("What is the light?", "The Green Light", false);
        check("Is there a dress code for dogs?", "Dress code", false);
        check("What is it?", "The", false);
        check_in(
            Language::German,
            "Was sind die Öffnungszeiten?",
            "Öffnungszeiten",
            true,
        );
    }
}
