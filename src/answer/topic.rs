//! A question about what a section is called: "what is the dress code?", "spoilers", "is there
//! parking?" What stands first under that heading is likely meant, though it need not say its words
//! again.

use std::collections::HashSet;

use anyhow::Result;

use crate::analyze::{to_term, tokens};
use crate::answer::consider::Considered;
use crate::answer::heading::{choose_opening, strip_number};
use crate::chapters::find_first_passage;
use crate::ids::{DocumentId, PassageId};
use crate::index::Library;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::{Kind, Query};
use crate::rank::statistics::SearchSpace;

/// First letters that all forms of a word have.
const LETTERS: usize = 3;

/// Chooses the opening of the section that is asked about, unless something in it answers, or
/// something elsewhere surely does and has all that is asked about; never as more than a "perhaps".
pub fn choose_topic(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<()> {
    // Who asks when or how much wants a detail, and the opening need not have it.
    let is_open = matches!(considered.query.kind, Kind::What | Kind::How);
    let is_sure = considered.confidence >= considered.thresholds.sure;
    if !is_open || is_sure && considered.quotes_all_words() {
        return Ok(());
    }

    let topic = Topic::new(&considered.query, is_sure);
    let Some(passage) = topic.find_opening(library, space)? else {
        return Ok(());
    };
    if considered.is_answered_from(library, passage)? {
        return Ok(());
    }

    considered.confidence = 0.0;
    let least = considered.thresholds.answers;
    choose_opening(considered, library, space, passage, least)
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
    /// Of this question; to be named `exactly` by a heading or not.
    fn new(query: &Query, exactly: bool) -> Topic {
        let words = || query.words.iter().filter(|word| !word.stop);
        let general = Vocabulary::of(query.language).list("topic").iter();
        let general = general.map(|word| to_term(word, query.language));

        Topic {
            language: query.language,
            terms: words().map(|word| word.term.clone()).collect(),
            begins: words().map(|word| first_letters(&word.folded)).collect(),
            general: general.filter(|_| !exactly).collect(),
        }
    }

    /// The first passage of the section that is called so, among texts in the language of the
    /// question.
    fn find_opening(&self, library: &Library, space: &SearchSpace) -> Result<Option<PassageId>> {
        let ids = (0..).map(DocumentId).zip(library.documents());
        for (id, info) in ids.filter(|(_, info)| info.language == self.language) {
            let is_called_so = |heading: &String| self.is_named(heading);
            let mut sections = info.sections.iter();
            let called = sections.position(|one| one.path.last().is_some_and(is_called_so));
            let Some(section) = called else { continue };

            let first = find_first_passage(library, id, section)?;
            let is_open = |first: &PassageId| {
                let run = *first..*first + 1;
                space.passages.contains(first) && library.open_passages(run).next().is_some()
            };
            if let Some(first) = first.filter(is_open) {
                return Ok(Some(first));
            }
        }
        Ok(None)
    }

    /// Whether a heading names it.
    fn is_named(&self, heading: &str) -> bool {
        // Most are about something else, which is seen sooner than what their terms are.
        let lower = heading.to_lowercase();
        if !self
            .begins
            .iter()
            .any(|begin| lower.contains(begin.as_str()))
        {
            return false;
        }

        let words = tokens(strip_number(heading), self.language).filter(|token| !token.stop);
        let called: HashSet<String> = words.map(|token| token.term).collect();
        let special = &self.terms - &self.general;
        called == self.terms || !special.is_empty() && special == &called - &self.general
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
        let check = |asked: &str, heading: &str, expected: bool| {
            let words = tokens(asked, Language::English).filter(|token| !token.stop);
            let terms: HashSet<String> = words.map(|token| token.term).collect();
            let general = Vocabulary::of(Language::English).list("topic").iter();
            let topic = Topic {
                language: Language::English,
                begins: terms.iter().map(|term| first_letters(term)).collect(),
                general: general
                    .map(|word| to_term(word, Language::English))
                    .collect(),
                terms,
            };
            assert_eq!(topic.is_named(heading), expected, "{asked:?} {heading:?}");
        };

        check("What is the dress code?", "4. Dress code", true);
        check("What is the policy on spoilers?", "Spoilers", true);
        check("spoiler", "Spoiler rules", true);
        check("What are the rules?", "Rules", true);
        check("What are the rules?", "The Green Light", false);
        check("What is the light?", "The Green Light", false);
        check("Is there a dress code for dogs?", "Dress code", false);
        check("What is it?", "The", false);
    }
}
