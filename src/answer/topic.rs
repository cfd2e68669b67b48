//! A question about what a section is called: "what is the dress code?", "spoilers", "is there parking?" What stands first
//! under that heading is likely meant, though it need not say its words again.

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
use crate::query::Kind;
use crate::rank::statistics::SearchSpace;

/// First letters that all forms of a word have.
const LETTERS: usize = 3;

/// Chooses the opening of the section that is asked about, if nothing there or elsewhere surely answers; never as more
/// than a "perhaps".
///
/// # Errors
/// When the index cannot be read.
pub fn choose_topic(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<()> {
    let is_sure = considered.confidence >= considered.thresholds.sure;
    // Who asks when or how much wants a detail, and the opening need not have it.
    let is_open = matches!(considered.query.kind, Kind::What | Kind::How);
    if is_sure || !is_open {
        return Ok(());
    }

    let Some(passage) = find_topic(considered, library, space)? else {
        return Ok(());
    };
    if considered.is_answered_from(library, passage)? {
        return Ok(());
    }
    let least = considered.thresholds.answers;
    choose_opening(considered, library, space, passage, least)
}

/// The first passage of the section that is called what the question asks about, among texts in its language.
fn find_topic(
    considered: &Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<Option<PassageId>> {
    let query = &considered.query;
    let words = || query.words.iter().filter(|word| !word.stop);
    let asked: HashSet<String> = words().map(|word| word.term.clone()).collect();
    let begins: Vec<String> = words().map(|word| first_letters(&word.folded)).collect();

    let is_topic_of = |heading: &String| {
        // Most are about something else, which is seen sooner than what their terms are.
        let lower = heading.to_lowercase();
        begins.iter().any(|begin| lower.contains(begin.as_str()))
            && is_topic(
                &asked,
                &heading_terms(heading, query.language),
                query.language,
            )
    };

    let ids = (0..).map(DocumentId).zip(library.documents());
    for (id, info) in ids.filter(|(_, info)| info.language == query.language) {
        let mut sections = info.sections.iter();
        let called = sections.position(|one| one.path.last().is_some_and(is_topic_of));
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

fn first_letters(folded: &str) -> String {
    folded.chars().take(LETTERS).collect()
}

fn heading_terms(heading: &str, language: Language) -> HashSet<String> {
    let words = tokens(strip_number(heading), language).filter(|token| !token.stop);
    words.map(|token| token.term).collect()
}

/// Whether a heading says what is asked about; that it is a rule or a policy, only one of them may say.
fn is_topic(asked: &HashSet<String>, heading: &HashSet<String>, language: Language) -> bool {
    if asked == heading {
        return !asked.is_empty();
    }

    let general = Vocabulary::of(language).list("topic");
    let general: HashSet<String> = general.iter().map(|word| to_term(word, language)).collect();
    let special = |terms: &HashSet<String>| -> HashSet<String> { terms - &general };
    let topic = special(asked);
    !topic.is_empty() && topic == special(heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_what_is_asked_about() {
        let check = |asked: &str, heading: &str, expected: bool| {
            let asked = heading_terms(asked, Language::English);
            let heading = heading_terms(heading, Language::English);
            assert_eq!(
                is_topic(&asked, &heading, Language::English),
                expected,
                "{asked:?} {heading:?}"
            );
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
