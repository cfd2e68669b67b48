//! A question about what a section is called: "what is the dress code?", "spoilers", "is there parking?" What stands first
//! under that heading is likely meant, though it need not say its words again.

use std::collections::HashSet;

use anyhow::Result;

use crate::analyze::{to_term, tokens};
use crate::answer::consider::Considered;
use crate::answer::heading::{choose_opening, strip_number};
use crate::chapters::find_first_passage;
use crate::ids::PassageId;
use crate::index::Library;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::Kind;
use crate::rank::statistics::SearchSpace;

/// Best passages whose headings are looked at: words of headings count in the ranking.
const LOOKED_AT: usize = 12;

/// Chooses the opening of the section that is asked about, if nothing else answers; never as more than a "perhaps".
///
/// # Errors
/// When the index cannot be read.
pub fn choose_topic(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<()> {
    let is_answered = considered.confidence >= considered.thresholds.answers;
    // Who asks when or how much wants a detail, and the opening need not have it.
    let is_open = matches!(considered.query.kind, Kind::What | Kind::How);
    if is_answered || !is_open {
        return Ok(());
    }

    let Some(passage) = find_topic(considered, library, space)? else {
        return Ok(());
    };
    let least = considered.thresholds.answers;
    choose_opening(considered, library, space, passage, least)
}

/// The first passage of the section that is called what the question asks about.
fn find_topic(
    considered: &Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<Option<PassageId>> {
    let query = &considered.query;
    let words = query.words.iter().filter(|word| !word.stop);
    let asked: HashSet<String> = words.map(|word| word.term.clone()).collect();
    let is_it = |heading: &String| {
        let called = heading_terms(heading, query.language);
        is_topic(&asked, &called, query.language)
    };

    let best = considered.ranked.iter().take(LOOKED_AT);
    let mut best = best.map(|one| one.passage());
    let found = best.find(|passage| library.section(passage).path.last().is_some_and(is_it));
    let Some(inside) = found else {
        return Ok(None);
    };

    let first = find_first_passage(library, inside.span.document, inside.section)?;
    let first = first.filter(|first| space.passages.contains(first));
    Ok(Some(first.unwrap_or(inside.id)))
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
