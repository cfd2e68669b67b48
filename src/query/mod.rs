//! A question -> the terms to look for.
//!
//! Stop words are kept but marked: they do not find passages, yet pairs of words and the kind of
//! answer wanted need them. A word the library does not have is corrected from the words it has,
//! and the correction is told to the reader. Where no error is named, functions fail only when the
//! index cannot be read.

mod abbreviation;
mod about;
mod asking;
mod bare;
pub mod follow_up;
mod frames;
mod kind;
mod lookup;
mod misspelt;
mod openings;
pub mod pattern;
mod phrases;
mod plain_verbs;
mod question_words;
mod spelt;
mod tongue;
mod umlauts;
mod written;

use std::ops::Range;

use anyhow::Result;

use crate::analyze::spelling::strip_possessive;
use crate::analyze::{Token, fold, is_stop_word, to_term, tokens};
use crate::ids::PassageId;
use crate::index::Library;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
pub use abbreviation::Abbreviation;
pub use about::About;
pub use bare::{split_parts, strip_to_question};
pub use kind::Kind;
pub use phrases::PHRASE_MARKS;
pub use spelt::respell_question;
pub use tongue::{Foreign, Tongue};
pub use umlauts::respell_umlauts;

/// A question is read this far; what comes after that is no question any more.
const MAX_WORDS: usize = 64;
/// Letters of a word in kana that may be the end of another.
const SHORT_KANA: usize = 2;
/// Longest question looked at, in bytes.
const MAX_BYTES: usize = 4_000;

/// A question as it was typed: what texts in all languages make of it.
pub struct Typed {
    /// Cut to a sane length.
    text: String,
    /// What of it asks something, spelt as the library spells.
    asked: String,
    /// Which language it is in.
    pub tongue: Tongue,
}

impl Typed {
    /// Reads a question that is asked of a library.
    pub fn new(library: &Library, question: &str) -> Typed {
        let text = &question[..question.floor_char_boundary(MAX_BYTES)];
        let asked = umlauts::respell_umlauts(library, &bare::strip_to_question(text));
        Typed {
            tongue: Tongue::of(&asked),
            text: text.to_owned(),
            asked,
        }
    }
}

/// A question as it is looked for: its terms, and what kind of answer it wants.
#[derive(Debug, Clone)]
pub struct Query {
    /// The question as it was asked, cut to a sane length.
    pub text: String,
    /// What of it asks something: without greetings, links and the like.
    pub asked: String,
    /// The language of the texts it is asked of; it is analysed as they are.
    pub language: Language,
    /// It is in another language than the texts.
    pub foreign: Option<Foreign>,
    /// Its words in order.
    pub words: Vec<QueryWord>,
    /// Terms of each `"quoted phrase"`; an answer must hold all of them.
    pub phrases: Vec<Vec<String>>,
    /// What was taken for a typing error.
    pub corrections: Vec<Correction>,
    /// What kind of answer is wanted.
    pub kind: Kind,
    /// The word that asks how many, as an index into `words`.
    pub many: Option<usize>,
    /// The abbreviation that is to be spelled out.
    pub abbreviation: Option<Abbreviation>,
}

/// One word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryWord {
    /// What is looked for.
    pub term: String,
    /// The word, folded.
    pub folded: String,
    /// It says how the question is asked, not what about.
    pub stop: bool,
    /// Written like a name: with a capital, where only names have one, and not as the first word; or
    /// with a number behind letters, as `ec2`.
    pub name: bool,
}

/// A word that was replaced by one the library has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As the reader wrote it.
    pub from: String,
    /// The word that is looked for instead.
    pub to: String,
}

impl Query {
    /// Analyses a question for a search in those of some passages that are in `language`.
    pub fn new(
        library: &Library,
        question: &str,
        scope: &Range<PassageId>,
        language: Language,
    ) -> Result<Query> {
        Query::corrected(library, &Typed::new(library, question), scope, language)
    }

    /// As [`Query::new`].
    pub fn corrected(
        library: &Library,
        typed: &Typed,
        scope: &Range<PassageId>,
        language: Language,
    ) -> Result<Query> {
        let correct = |words: &[QueryWord], at| {
            misspelt::find_meant_word(library, words, at, scope, language)
        };
        let query = Query::with(library, typed, scope, language, &correct)?;

        let corrections =
            written::respell_corrections(library, query.corrections, scope, language)?;
        Ok(Query {
            corrections,
            ..query
        })
    }

    /// The same for texts that it is hardly asked of: its words are those of another language, not
    /// errors in this one.
    pub fn as_typed(
        library: &Library,
        typed: &Typed,
        scope: &Range<PassageId>,
        language: Language,
    ) -> Result<Query> {
        Query::with(library, typed, scope, language, &|_, _| Ok(None))
    }

    fn with(
        library: &Library,
        typed: &Typed,
        scope: &Range<PassageId>,
        language: Language,
        correct: Correct,
    ) -> Result<Query> {
        let asked = typed.asked.as_str();
        let foreign = typed.tongue.foreign_to(&[language]);

        let (places, mut words) = as_written_in(asked, language);
        // What asks is no typing error, whatever words the texts have.
        let (_, asks) = asking::read_kind(asked, &words, &places, language);
        let mut mended = Mended::default();
        for at in 0..words.len() {
            match foreign {
                Some(foreign) => translate_word(&mut words[at], foreign, language),
                None if asks.contains(&at) => {}
                None => {
                    if let Some(known) = correct(&words, at)? {
                        put_right(&mut words[at], &known, language);
                        mended.replace(asked, &places[at], known);
                    }
                }
            }
            words[at].stop |= is_fragment(library, &words[at], scope, language)?;
        }
        let (kind, asks) = asking::read_kind(asked, &words, &places, language);
        for at in asks {
            // No text need say "schwer" to answer "wie schwer", but one that does may be it.
            words[at].stop |= !asking::is_of_age(&words[at].term, language)
                && !occurs_in_scope(library, &words[at].term, scope, language)?;
        }
        plain_verbs::read_plain_verbs(&mut words, language);
        lookup::keep_only_date(&mut words);

        Ok(Query {
            text: typed.text.clone(),
            language,
            phrases: phrases::collect_phrases(asked, language),
            abbreviation: abbreviation::find_abbreviation(&words),
            kind,
            many: find_counting_word(&words, language),
            asked: mended.rest(asked),
            foreign,
            words,
            corrections: mended.corrections,
        })
    }

    /// Whether it may be answered with *yes*.
    pub fn asks_whether(&self) -> bool {
        let first = self.words.first();
        first.is_some_and(|word| is_whether_word(&word.folded))
    }

    /// How many words of what it asks about some passage has.
    pub fn words_found(&self, library: &Library) -> usize {
        let postings = library.postings(self.language);
        let content = self.words.iter().filter(|word| !word.stop);
        content
            .filter(|word| postings.passages_with(&word.term) > 0)
            .count()
    }
}

/// Whether a folded word asks: `who`, `wann`.
pub fn is_question_word(word: &str) -> bool {
    frames::is_listed("asking", word)
}

/// Whether a question that begins with a folded word may be answered with *yes*: `did the ferry
/// sink`.
pub fn is_whether_word(word: &str) -> bool {
    frames::is_listed("whether", word)
}

/// The words of a question as texts in `language` would have them, and where each is written.
fn as_written_in(asked: &str, language: Language) -> (Vec<Range<usize>>, Vec<QueryWord>) {
    let names = language.keeps_capitals_for_names();
    let asking = question_words::find_asking_places(asked, language);

    let words = tokens(asked, language).take(MAX_WORDS).enumerate();
    let word = |(position, token): (usize, Token)| {
        let surface = &asked[token.range.clone()];
        let folded = fold(surface);
        let word = QueryWord {
            stop: token.stop
                || frames::is_listed("suffix", &folded)
                || asking
                    .iter()
                    .any(|place| is_overlapping(place, &token.range)),
            name: names && position > 0 && surface.starts_with(char::is_uppercase)
                || is_numbered_name(surface),
            term: token.term,
            folded,
        };
        (token.range, word)
    };
    words.map(word).unzip()
}

/// Whether a word is what things are numbered with: `s3`, `B2`, but not `2nd`.
fn is_numbered_name(surface: &str) -> bool {
    surface.starts_with(char::is_alphabetic) && surface.contains(|c: char| c.is_ascii_digit())
}

/// Takes a word of another language for what texts in `language` call it.
fn translate_word(word: &mut QueryWord, from: Foreign, language: Language) {
    word.stop |= from.is_stop_word(&word.folded);
    if let Some(known) = from.translated(&word.folded, language) {
        word.term = known;
    }
}

/// The word that was meant by the one at a place, if that is a typing error.
type Correct<'a> = &'a dyn Fn(&[QueryWord], usize) -> Result<Option<String>>;

/// Puts a typing error right.
fn put_right(word: &mut QueryWord, known: &str, language: Language) {
    word.term = to_term(known, language);
    // "wher" asks, it is not asked about.
    word.stop = is_stop_word(known, language);
    known.clone_into(&mut word.folded);
}

/// A question whose typing errors are put right from the first word on, as far as it has come.
#[derive(Default)]
struct Mended {
    text: String,
    /// Bytes of the question that are in it, or what stands for them.
    done: usize,
    corrections: Vec<Correction>,
}

impl Mended {
    /// Puts a word in the place of another, as it would be written there.
    fn replace(&mut self, asked: &str, place: &Range<usize>, known: String) {
        let from = &asked[place.clone()];
        self.text += &asked[self.done..place.start];
        self.text += &if from.starts_with(char::is_uppercase) {
            capitalize_word(&known)
        } else {
            known.clone()
        };

        let possessive = &from[strip_possessive(from).len()..];
        self.text += possessive;

        self.done = place.end;
        self.corrections.push(Correction {
            from: from.to_owned(),
            to: known,
        });
    }

    /// The whole question: the reader would stumble over an error as a person does.
    fn rest(&self, asked: &str) -> String {
        self.text.clone() + &asked[self.done..]
    }
}

fn capitalize_word(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The word that asks how many.
fn find_counting_word(words: &[QueryWord], language: Language) -> Option<usize> {
    let asking = Vocabulary::of(language).list("many");
    words
        .iter()
        .position(|word| asking.iter().any(|many| fold(many) == word.folded))
}

/// Whether a word is a short end in kana that the texts do not have: of an inflected verb, or of
/// words cut wrongly.
fn is_fragment(
    library: &Library,
    word: &QueryWord,
    scope: &Range<PassageId>,
    language: Language,
) -> Result<bool> {
    let is_kana = |c: char| matches!(c, '\u{3041}'..='\u{309f}');
    let is_short = language == Language::Japanese
        && word.folded.chars().count() <= SHORT_KANA
        && word.folded.chars().all(is_kana);
    Ok(is_short && !occurs_in_scope(library, &word.term, scope, language)?)
}

fn is_overlapping(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn occurs_in_scope(
    library: &Library,
    term: &str,
    scope: &Range<PassageId>,
    language: Language,
) -> Result<bool> {
    let postings = library.postings(language);
    if *scope == library.passages() && !library.is_cut() {
        return Ok(postings.passages_with(term) > 0);
    }

    // The first is enough, and others are not looked for.
    let run = [vec![term.to_owned()]];
    Ok(postings.holding(&run, scope.clone())?.next().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_to_a_word_that_asks_is_not_looked_for() {
        let (_, words) = as_written_in("Кто-нибудь украл ключ?", Language::Russian);
        let sought = words.iter().filter(|word| !word.stop);
        let sought: Vec<&str> = sought.map(|word| &*word.folded).collect();
        assert_eq!(sought, ["украл", "ключ"]);
    }
}
