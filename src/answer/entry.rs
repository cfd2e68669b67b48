//! A question for an entry by its label: "rule 3", "what does E41 mean", "what is a deckhand". The
//! item of a list, the row or the section that begins with the label is looked up.
//!
//! That it is there can be seen, so neither words nor reader are asked how sure it is: they do not
//! know that a number or a code at the beginning of a line names what follows.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use anyhow::Result;

use crate::analyze::{Token, to_term, tokens};
use crate::answer::consider::Considered;
use crate::answer::heading::{choose_stretch, find_opening};
use crate::answer::lookup::FOUND;
use crate::ids::PassageId;
use crate::index::Library;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::{Kind, Query};
use crate::quote::window_span;
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
    let is_sure = considered.confidence >= considered.thresholds.sure;
    let is_answered = match label.form {
        Form::Number(_) => false,
        Form::Code => is_sure && quotes_in_one_sentence(considered, library, &label),
        Form::Word => is_sure,
    };
    if is_answered {
        return Ok(());
    }

    let Some(entry) = find_entry(library, space, &label)? else {
        return Ok(());
    };
    let confidence = match (&label.form, entry.fit) {
        (Form::Word, _) | (_, Fit::Perhaps) => considered.thresholds.answers,
        _ => considered.confidence.max(FOUND),
    };
    choose_stretch(
        considered,
        library,
        space,
        entry.passage,
        entry.bytes,
        confidence,
    )
}

/// Whether a single sentence is quoted, and has the label.
fn quotes_in_one_sentence(considered: &Considered, library: &Library, label: &Label) -> bool {
    let choice = considered.choice.as_ref();
    choice.is_some_and(|window| {
        let span = window_span(&considered.ranked[window.passage], &window.sentences);
        let shown = library.text(span).unwrap_or_default();
        let mut words = tokens(shown, label.language);
        window.sentences.len() == 1 && words.any(|word| label.terms.contains(&word.term))
    })
}

/// What an entry begins with.
struct Label {
    language: Language,
    terms: Vec<String>,
    /// What the list is said to be of; a heading over it or the title of its text says so, too.
    of: Vec<String>,
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

/// How well the beginning of a line or a sentence fits a label, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// With all of it: `Rule 2:`, a row of a table that begins with a code.
    Whole,
    /// As an item of a list.
    Item,
    /// It only begins so.
    Perhaps,
}

/// An entry of a text.
struct Entry {
    passage: PassageId,
    /// Bytes of the document.
    bytes: Range<usize>,
    fit: Fit,
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

        let is_numbered =
            |pair: &[String]| lists.numbered.contains(&pair[0]) && is_number(&pair[1]);
        if let Some(at) = content.windows(2).position(is_numbered) {
            let kind = content[at].clone();
            let rest = content[..at].iter().chain(&content[at + 2..]);
            return Some(Label {
                language: query.language,
                terms: vec![content[at + 1].clone()],
                of: rest.filter(|term| **term != kind).cloned().collect(),
                form: Form::Number(kind),
            });
        }

        let (terms, form) = match (content.as_slice(), query.kind) {
            ([code], Kind::What) if is_code(code) => (content, Form::Code),
            ([_, ..], Kind::What | Kind::How) if content.len() <= LABEL_WORDS => {
                (content, Form::Word)
            }
            _ => return None,
        };
        Some(Label {
            language: query.language,
            terms,
            of: Vec::new(),
            form,
        })
    }

    /// How well a line, or the rest of one from a sentence on, fits under some headings.
    fn fit(&self, line: &str, opens_line: bool, headings: &[String]) -> Option<Fit> {
        let bare = line.trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c));

        match &self.form {
            Form::Number(kind) if self.is_named(bare, kind) => Some(Fit::Whole),
            Form::Number(kind) => {
                let is_item = opens_line && self.is_item(line, kind, headings);
                is_item.then_some(Fit::Item)
            }
            Form::Code => {
                let is_marked = begins_with_mark(self.strip_words(bare)?);
                let has_bullet = bare.len() < line.trim_start().len();
                match (is_marked, has_bullet) {
                    (true, false) => Some(Fit::Whole),
                    (true, true) => Some(Fit::Item),
                    _ if !opens_line || line.split_whitespace().count() > SHORT_LINE => None,
                    _ => Some(Fit::Perhaps),
                }
            }
            Form::Word => {
                let is_entry = opens_line && begins_with_mark(self.strip_words(bare)?);
                is_entry.then_some(Fit::Item)
            }
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

    /// Whether a line begins with what is numbered and its number: `Rule 2:`.
    fn is_named(&self, line: &str, kind: &str) -> bool {
        let mut words = tokens(line, self.language);
        let first = words.next().filter(|first| first.range.start == 0);
        let number = words.next().filter(|number| number.term == self.terms[0]);
        let is_kind = first.is_some_and(|first| first.term == kind);
        is_kind
            && number.is_some_and(|number| {
                let behind = &line[number.range.end..];
                behind.is_empty() || behind.starts_with(['.', ')', ']']) || begins_with_mark(behind)
            })
    }

    /// Whether a line is the item with its number in a list of what is numbered: the headings over
    /// it name that, and none of them has a number of it itself, as the articles of a law have.
    fn is_item(&self, line: &str, kind: &str, headings: &[String]) -> bool {
        let number = tokens(line, self.language).next();
        let number = number.filter(|number| number.range.start == 0);
        let is_number = number.is_some_and(|number| {
            number.term == self.terms[0] && line[number.range.end..].starts_with(['.', ')', ':'])
        });

        is_number && self.are_of(headings, kind)
    }

    /// Whether some headings say all that the list is said to be of.
    fn is_under(&self, headings: &[String]) -> bool {
        let words = headings
            .iter()
            .flat_map(|heading| tokens(heading, self.language));
        let said: HashSet<String> = words.map(|word| word.term).collect();
        self.of.iter().all(|term| said.contains(term))
    }

    fn are_of(&self, headings: &[String], kind: &str) -> bool {
        let mut is_named = false;
        for heading in headings {
            let words: Vec<Token> = tokens(heading, self.language).collect();
            let at = words.iter().position(|word| word.term == kind);

            let behind = at.and_then(|at| words.get(at + 1));
            if behind.is_some_and(|word| is_number(&word.term)) {
                return false;
            }

            is_named |= at.is_some();
        }
        is_named
    }

    /// Whether another entry of the same kind begins with a line.
    fn is_next(&self, line: &str) -> bool {
        let first = tokens(line, self.language).next();
        let first = first.filter(|first| first.range.start == 0);
        first.is_some_and(|first| match &self.form {
            Form::Number(kind) => first.term == *kind,
            Form::Code => is_code(&first.term),
            Form::Word => false,
        })
    }
}

/// Whether what stands behind a label marks it as one.
fn begins_with_mark(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', ')', '*', '"', '”', '`']);
    behind.starts_with(ENDS) || behind.starts_with("- ")
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

/// The entry of an open text that fits a label best, the first of those that fit as well. Several
/// lines that begin with one word are what somebody says, not what the word means.
fn find_entry(library: &Library, space: &SearchSpace, label: &Label) -> Result<Option<Entry>> {
    let runs: Vec<Vec<String>> = label.terms.iter().map(|term| vec![term.clone()]).collect();
    let passages = space.passages.clone();
    let holders = library.postings(label.language).holding(&runs, passages)?;

    let mut entries = Vec::new();
    for id in holders.take(LOOKED_THROUGH) {
        entries.extend(find_entries_in(library, label, id)?);
    }
    if matches!(label.form, Form::Word) && entries.len() > 1 {
        return Ok(None);
    }
    let best = entries.into_iter().min_by_key(|entry| entry.fit);
    if best.as_ref().is_some_and(|entry| entry.fit == Fit::Whole) {
        return Ok(best);
    }

    let section = find_section(library, space, label)?;
    Ok(section.or(best))
}

/// The entries of a passage that fit a label.
fn find_entries_in(library: &Library, label: &Label, id: PassageId) -> Result<Vec<Entry>> {
    let passage = library.passage(id)?;
    let text = library.full_text(passage.span.document)?;
    let mut headings = library.section(&passage).path.clone();
    headings.push(library.document(passage.span.document)?.title.clone());
    if !label.is_under(&headings) {
        return Ok(Vec::new());
    }

    let rows = passage.sentences.clone();
    let sentences = rows.map(|row| library.sentence(row));
    let sentences = sentences.collect::<Result<Vec<_>>>()?;
    let mut entries = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let start = sentence.range.start;
        let line_end = text[start..passage.span.end].find('\n');
        let line_end = line_end.map_or(passage.span.end, |length| start + length);
        let opens_line = start == passage.span.start || text[..start].ends_with('\n');

        let line = &text[start..line_end];
        if let Some(fit) = label.fit(line, opens_line, &headings) {
            // Under a label that has a line of its own its text follows.
            let is_alone = matches!(label.form, Form::Number(_))
                && line.split_whitespace().count() <= LABEL_WORDS;
            let end = if is_alone { passage.span.end } else { line_end };
            let behind = sentences[at + 1..].iter().map(|one| one.range.start);
            let next = behind
                .take_while(|start| *start < end)
                .find(|start| label.is_next(&text[*start..end]));
            entries.push(Entry {
                passage: id,
                bytes: start..next.unwrap_or(end),
                fit,
            });
        }
    }

    // Rows of a table that begin with codes: what one stands for is told beside it.
    let rows = text[passage.span.range()].lines();
    let is_row = |line: &&str| label.is_next(line) && !line.ends_with('.');
    let are_rows = rows.filter(is_row).count() > 1;
    if are_rows {
        let unsure = entries.iter_mut().filter(|entry| entry.fit == Fit::Perhaps);
        unsure.for_each(|entry| entry.fit = Fit::Whole);
    }
    Ok(entries)
}

/// The beginning of the section whose heading has the number: behind what is numbered, or alone in
/// a text that is called after that.
fn find_section(library: &Library, space: &SearchSpace, label: &Label) -> Result<Option<Entry>> {
    let Form::Number(kind) = &label.form else {
        return Ok(None);
    };

    let is_under = |title: &str| label.is_under(&[title.to_owned()]);
    let is_named = |heading: &str, title: &str| is_under(title) && label.is_named(heading, kind);
    let is_item = |heading: &str, title: &str| {
        is_under(title) && label.is_item(heading, kind, &[title.to_owned()])
    };
    let passage = match find_opening(library, space, label.language, is_named)? {
        Some(passage) => Some(passage),
        None => find_opening(library, space, label.language, is_item)?,
    };
    let Some(passage) = passage else {
        return Ok(None);
    };
    Ok(Some(Entry {
        passage,
        bytes: library.passage(passage)?.span.range(),
        fit: Fit::Whole,
    }))
}
