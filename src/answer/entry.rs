//! A question for an entry by its label: "rule 3", "what does E41 mean", "what is a deckhand". The
//! item of a list, the row or the section that begins with the label is looked up.
//!
//! That it is there can be seen, so neither words nor reader are asked how sure it is: they do not
//! know that a number or a code at the beginning of a line names what follows.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

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
        let lists = Lists::of(query.language);
        let content = query.words.iter().filter(|word| !word.stop);
        let content = content.map(|word| word.term.clone());
        let content: Vec<String> = content
            .filter(|term| !lists.asking.contains(term))
            .collect();

        let is_open = matches!(query.kind, Kind::What | Kind::How);
        let (terms, form) = match content.as_slice() {
            [kind, number] if lists.numbered.contains(kind) && is_number(number) => {
                (vec![number.clone()], Form::Number(kind.clone()))
            }
            [code] if is_code(code) => (content, Form::Code),
            [_, ..] if is_open && content.len() <= LABEL_WORDS => (content, Form::Word),
            _ => return None,
        };
        Some(Label {
            language: query.language,
            terms,
            form,
        })
    }

    /// Whether a line of a text, in a section called so, begins with it.
    fn begins(&self, line: &str, section: &str) -> bool {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c));
        match &self.form {
            Form::Number(kind) => self.is_numbered(line, kind, section),
            Form::Code => {
                let is_short = || line.split_whitespace().count() <= SHORT_LINE;
                self.strip_words(line).is_some() && is_short()
            }
            Form::Word => self.strip_words(line).is_some_and(|behind| {
                let behind = behind.trim_start_matches([' ', ')', '*', '"', '”', '`']);
                behind.starts_with(ENDS) || behind.starts_with("- ")
            }),
        }
    }

    /// What stands behind its words in a line that begins with them.
    fn strip_words<'a>(&self, line: &'a str) -> Option<&'a str> {
        let mut words = tokens(line, self.language).filter(|token| !token.stop);
        let mut end = 0;
        for term in &self.terms {
            end = words.next().filter(|word| word.term == *term)?.range.end;
        }
        Some(&line[end..])
    }

    /// Whether a line has its number: behind what it is a number of, or alone where the section is
    /// called after that.
    fn is_numbered(&self, line: &str, kind: &str, section: &str) -> bool {
        let mut words = tokens(line, self.language);
        let first = words.next().filter(|first| first.range.start == 0);
        let is_named = first.as_ref().is_some_and(|first| first.term == kind);
        let number = if is_named { words.next() } else { first };
        let Some(number) = number.filter(|number| number.term == self.terms[0]) else {
            return false;
        };

        let is_ended = line[number.range.end..].starts_with(['.', ')', ':', ' ']);
        is_ended && (is_named || self.is_said_by(section, kind))
    }

    /// Whether a heading says of what its list is.
    fn is_said_by(&self, heading: &str, kind: &str) -> bool {
        tokens(heading, self.language).any(|token| token.term == kind)
    }
}

/// Terms that questions for an entry have beside its label.
struct Lists {
    /// Those that say nothing of which: `mean`, `error`.
    asking: HashSet<String>,
    /// What is numbered: `rule`, `step`.
    numbered: HashSet<String>,
}

impl Lists {
    fn of(language: Language) -> &'static Lists {
        static ALL: LazyLock<HashMap<Language, Lists>> = LazyLock::new(|| {
            let of = |language: Language| {
                let terms = |name: &str| {
                    let words = Vocabulary::of(language).list(name).iter();
                    words.map(|word| to_term(word, language)).collect()
                };
                let lists = Lists {
                    asking: terms("entry"),
                    numbered: terms("numbered"),
                };
                (language, lists)
            };
            Language::all().map(of).collect()
        });

        &ALL[&language]
    }
}

fn is_number(term: &str) -> bool {
    term.bytes().all(|b| b.is_ascii_digit())
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
