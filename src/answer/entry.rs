//! A question for an entry by its label: "rule 3", "what does E41 mean", "what is a deckhand". The
//! item of a list, the row or the section that begins with the label is looked up.
//!
//! That it is there can be seen, so neither words nor reader are asked how sure it is: they do not
//! know that a number or a code at the beginning of a line names what follows.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{to_term, tokens};
use crate::answer::consider::Considered;
use crate::answer::heading::{choose_stretch, find_opening};
use crate::answer::lookup::FOUND;
use crate::ids::PassageId;
use crate::index::Library;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::{Kind, Query};
use crate::rank::statistics::SearchSpace;

/// Passages with a label that are looked through for its entry.
const LOOKED_THROUGH: usize = 500;
/// Words of the longest line that tells what a code stands for without a mark behind it.
const SHORT_LINE: usize = 30;
/// Words of the longest label.
const LABEL_WORDS: usize = 3;
/// What stands before a label: bullets, and marks of members and channels.
const BULLETS: [char; 9] = ['•', '◦', '▪', '-', '–', '*', '@', '#', '·'];
/// What stands behind one.
const ENDS: [char; 6] = [':', '–', '—', '|', '=', '→'];

/// Chooses the entry that is asked for by its label.
pub fn choose_entry(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<()> {
    let Some(label) = Label::of(&considered.query) else {
        return Ok(());
    };
    // What a code or a word stands for may be told in a sentence, too.
    let thresholds = considered.thresholds;
    let is_answered = match label.form {
        Form::Number(_) => false,
        Form::Code => considered.confidence >= thresholds.sure && quotes_one_sentence(considered),
        Form::Word => considered.confidence >= thresholds.answers,
    };
    if is_answered {
        return Ok(());
    }

    let confidence = match label.form {
        Form::Number(_) | Form::Code => considered.confidence.max(FOUND),
        Form::Word => thresholds.answers,
    };
    let stretch = match find_line(library, space, &label)? {
        Some(line) => Some(line),
        None => find_section(library, space, &label)?,
    };
    match stretch {
        Some((passage, bytes)) => {
            choose_stretch(considered, library, space, passage, bytes, confidence)
        }
        None => Ok(()),
    }
}

/// Whether a single sentence is quoted, and has all that is asked about.
fn quotes_one_sentence(considered: &Considered) -> bool {
    let choice = considered.choice.as_ref();
    choice.is_some_and(|window| window.sentences.len() == 1) && considered.quotes_all_words()
}

/// What an entry begins with.
struct Label {
    language: Language,
    terms: Vec<String>,
    form: Form,
}

enum Form {
    /// A number in a list of this: of rules, of steps.
    Number(String),
    /// Letters and digits: `E41`.
    Code,
    /// Other words.
    Word,
}

impl Label {
    /// The label that a question asks for.
    fn of(query: &Query) -> Option<Label> {
        let language = query.language;
        let is_listed = |list: &str, term: &str| {
            let mut words = Vocabulary::of(language).list(list).iter();
            words.any(|word| to_term(word, language) == term)
        };

        let content = query.words.iter().filter(|word| !word.stop);
        let content: Vec<&str> = content.map(|word| word.term.as_str()).collect();
        let rest = content.iter().filter(|term| !is_listed("entry", term));
        let rest: Vec<&str> = rest.copied().collect();

        let is_open = matches!(query.kind, Kind::What | Kind::How);
        let is_number = |term: &str| term.bytes().all(|b| b.is_ascii_digit());
        let (terms, form) = match rest.as_slice() {
            [kind, number] if is_listed("numbered", kind) && is_number(number) => {
                (vec![(*number).to_owned()], Form::Number((*kind).to_owned()))
            }
            [code] if is_code(code) => (vec![(*code).to_owned()], Form::Code),
            [_, ..] if is_open && rest.len() <= LABEL_WORDS => (
                rest.iter().map(|term| (*term).to_owned()).collect(),
                Form::Word,
            ),
            _ => return None,
        };
        Some(Label {
            language,
            terms,
            form,
        })
    }

    /// Whether a line of a text, in a section called so, begins with it.
    fn begins(&self, line: &str, section: &str) -> bool {
        let bare = line.trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c));
        let mut words = tokens(bare, self.language).filter(|token| !token.stop);
        let behind = match &self.form {
            Form::Number(kind) => {
                let Some(first) = words.next() else {
                    return false;
                };
                let is_named = first.term == *kind;
                let number = if is_named { words.next() } else { Some(first) };
                let Some(number) = number.filter(|number| number.term == self.terms[0]) else {
                    return false;
                };
                if !is_named && !(number.range.start == 0 && self.names(section, kind)) {
                    return false;
                }
                &bare[number.range.end..]
            }
            Form::Code | Form::Word => {
                let mut end = 0;
                for term in &self.terms {
                    let Some(word) = words.next().filter(|word| word.term == *term) else {
                        return false;
                    };
                    end = word.range.end;
                }
                &bare[end..]
            }
        };

        match self.form {
            Form::Number(_) => behind.starts_with(['.', ')', ':', ' ']),
            Form::Code => line.split_whitespace().count() <= SHORT_LINE,
            Form::Word => {
                let behind = behind.trim_start_matches([' ', ')', '*', '"', '”', '`']);
                behind.starts_with(ENDS) || behind.starts_with("- ")
            }
        }
    }

    /// Whether a heading says of what its list is.
    fn names(&self, heading: &str, kind: &str) -> bool {
        tokens(heading, self.language).any(|token| token.term == kind)
    }
}

/// Whether a term has both letters and digits.
fn is_code(term: &str) -> bool {
    term.contains(|c: char| c.is_ascii_digit()) && term.contains(char::is_alphabetic)
}

/// The line of an open text that begins with a label.
fn find_line(
    library: &Library,
    space: &SearchSpace,
    label: &Label,
) -> Result<Option<(PassageId, Range<usize>)>> {
    let runs: Vec<Vec<String>> = label.terms.iter().map(|term| vec![term.clone()]).collect();
    let passages = space.passages.clone();
    let holders = library.postings(label.language).holding(&runs, passages)?;
    for id in holders.take(LOOKED_THROUGH) {
        let passage = library.passage(id)?;
        let title = &library.document(passage.span.document)?.title;
        let section = library.section(&passage).path.join(" ") + " " + title;

        let mut start = passage.span.start;
        for line in library.text(passage.span)?.split_inclusive('\n') {
            let end = start + line.len();
            if label.begins(line, &section) {
                return Ok(Some((id, start..end)));
            }
            start = end;
        }
    }
    Ok(None)
}

/// The beginning of the section whose heading has the number, where a text is such a list.
fn find_section(
    library: &Library,
    space: &SearchSpace,
    label: &Label,
) -> Result<Option<(PassageId, Range<usize>)>> {
    if !matches!(label.form, Form::Number(_)) {
        return Ok(None);
    }

    let is_wanted = |heading: &str, title: &str| label.begins(heading, title);
    let Some(passage) = find_opening(library, space, label.language, is_wanted)? else {
        return Ok(None);
    };
    Ok(Some((passage, library.passage(passage)?.span.range())))
}
