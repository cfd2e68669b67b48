//! A question about what a section is called: "what is the dress code?", "spoilers", "is there
//! parking?", "who is the ferryman?" What stands first under that heading is likely meant, though it
//! need not say its words again.

use std::collections::HashSet;

use anyhow::Result;

use crate::analyze::{to_term, tokens};
use crate::answer::considered::Considered;
use crate::answer::heading::choose_opening;
use crate::answer::headings::{Begins, Headings, strip_number};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::{Kind, Query};
use crate::quote::extend::extend_to_steps;

/// Words before the name in a question who somebody is.
const WHO_IS: [&str; 6] = ["who", "whos", "is", "was", "are", "were"];
/// Ends of a word that tell whose something is.
const POSSESSIVES: [&str; 4] = ["'s", "’s", "s'", "s’"];

/// Chooses the opening of the section that is asked about, unless something in it answers, or
/// something elsewhere surely does and has all that is asked about; then as no more than a "perhaps".
pub fn choose_topic(considered: &mut Considered, headings: &Headings) -> Result<()> {
    // Who asks when or how much wants a detail, and the opening need not have it.
    let asks_how = considered.query.kind == Kind::How;
    let named = find_asked_name(&considered.query);
    let is_open = asks_how || named.is_some() || considered.query.kind == Kind::What;
    let is_sure = considered.is_sure();
    let is_settled = is_sure && considered.quotes_all_words();
    if !is_open || is_settled && !asks_how {
        return Ok(());
    }

    let query = &considered.query;
    let words = query.words.iter().filter(|word| !word.stop);
    let words = words.map(|word| (word.term.clone(), word.folded.as_str()));
    let topic = Topic::new(words, query.language, is_sure);

    let begins = |heading: &str, name: &[String]| {
        topic.begins.may_be_in(heading) && begins_with_name(heading, name, query.language)
    };
    let exact = headings.find_opening(|heading| topic.is_named(heading.text))?;
    let passage = match named.filter(|_| exact.is_none() && !is_sure) {
        Some(name) => headings.find_opening(|heading| begins(heading.text, &name))?,
        None => exact,
    };
    let Some(passage) = passage else {
        return Ok(());
    };
    let library = headings.library;
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
    choose_opening(considered, headings, passage, perhaps)
}

/// What a question asks about.
struct Topic {
    language: Language,
    terms: HashSet<String>,
    begins: Begins,
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
        let (terms, folded): (HashSet<String>, Vec<&str>) = words.unzip();
        let general = Vocabulary::of(language).list("topic").iter();
        let general = general.map(|word| to_term(word, language));

        Topic {
            language,
            terms,
            begins: Begins::of(folded.into_iter()),
            general: general.filter(|_| !exactly).collect(),
        }
    }

    /// Whether a heading names it.
    fn is_named(&self, heading: &str) -> bool {
        if !self.begins.may_be_in(heading) {
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

/// The terms of the name of whom a question asks who that is, and nothing else: "who is old Per".
fn find_asked_name(query: &Query) -> Option<Vec<String>> {
    let first = query.words.iter().position(|word| !word.stop)?;
    let (before, name) = query.words.split_at(first);

    let is_who = query.kind == Kind::Who
        && query.language == Language::English
        && before.iter().all(|word| WHO_IS.contains(&&*word.folded))
        && name.iter().all(|word| !word.stop);
    is_who.then(|| name.iter().map(|word| word.term.clone()).collect())
}

/// Whether a heading begins with a name and goes on with what else somebody is called: `Per the
/// Ferryman`, `Per Lund (cook)`. Something of theirs is not who they are.
fn begins_with_name(heading: &str, name: &[String], language: Language) -> bool {
    let mut words = tokens(heading, language);
    let mut end = 0;
    for term in name {
        match words.next() {
            Some(word) if word.term == *term => end = word.range.end,
            _ => return false,
        }
    }

    let behind = heading[end..].trim_start();
    let is_marked = behind.starts_with([',', '(', '–', '—', ':', '-']);
    let rest: Vec<String> = words.map(|word| word.term).collect();
    let owns = |text: &str| POSSESSIVES.iter().any(|mark| text.contains(mark));
    let is_epithet = rest.first().is_some_and(|first| first == "the") && !owns(behind);
    // `Per Lund` is somebody, `Mayor election` is not.
    let is_full_name = rest.len() <= 1
        && behind.chars().all(|c| c.is_alphabetic())
        && !behind.starts_with(char::is_lowercase);
    let is_owner = POSSESSIVES
        .iter()
        .any(|mark| heading[..end].ends_with(mark));
    !is_owner && (is_marked || is_epithet || is_full_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::fold;

    #[test]
    fn a_heading_begins_with_the_name_of_somebody() {
        let check = |heading: &str, expected: bool| {
            let name = ["ottil".to_owned()];
            let language = Language::English;
            assert_eq!(to_term("Ottile", language), name[0]);
            let begins = begins_with_name(heading, &name, language);
            assert_eq!(begins, expected, "{heading}");
        };
        check("Ottile", true);
        check("Ottile the Cook", true);
        check("Ottile Brandt", true);
        check("Ottile (cook and harpist)", true);
        check("Ottile's kitchen", false);
        check("Ottile leaves the island", false);
        check("Ottile election", false);
        check("Ottile the cook's shed", false);
        check("Old Ottile", false);
    }

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
