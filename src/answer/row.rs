//! A question for a cell of a table: "how much steam does reheat use?" The row that names one half
//! of what is asked about is quoted where the head of its table names the other. What the heading
//! over it names may be anything in the table.
//!
//! That nothing of the question is left over can be seen, so neither words nor reader are asked how
//! sure it is: a row is no sentence, and its cells do not say what they are.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use anyhow::Result;

use crate::analyze::{fold, to_term, tokens};
use crate::answer::considered::Considered;
use crate::answer::heading::choose_stretch;
use crate::answer::lookup::FOUND;
use crate::document::Table;
use crate::ids::PassageId;
use crate::index::{DocumentInfo, Library};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::{Kind, Query, is_question_word};
use crate::quote::window_span;
use crate::rank::statistics::SearchSpace;

/// Passages with tables that are looked through; among more, no row is known to be the only one.
const LOOKED_THROUGH: usize = 2_000;
/// Letters that a short form of a word has, and that two forms of it share; and how many more one
/// of these may have.
const SHORT: usize = 4;
const SHARED: usize = 5;
const ENDING: usize = 3;
/// What makes another word of one: the longest boat does not say how long something is.
const DEGREES: [&str; 2] = ["er", "est"];

/// Chooses the row of a table that has what is asked for, unless a text surely answers. Which of
/// the rows of a table answers, a reader cannot be sure of.
pub fn choose_row(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<()> {
    let is_sure = considered.is_sure();
    let is_settled = is_sure && !quotes_from_table(considered, library)?;
    let query = &considered.query;
    if is_settled || query.kind == Kind::Why || !query.phrases.is_empty() {
        return Ok(());
    }

    let language = query.language;
    let tabled = collect_tabled(library, space, language);
    let asked = collect_asked(query);
    if tabled.is_empty() || asked.len() < 2 {
        return Ok(());
    }
    let Some(row) = find_only_row(library, language, &asked, &tabled)? else {
        return Ok(());
    };

    let sure = considered.confidence.max(FOUND);
    choose_stretch(considered, library, space, row.passage, row.bytes, sure)
}

/// Whether the best quote begins in a table.
fn quotes_from_table(considered: &Considered, library: &Library) -> Result<bool> {
    let Some(choice) = &considered.choice else {
        return Ok(false);
    };
    let span = window_span(&considered.ranked[choice.passage], &choice.sentences);
    let tables = &library.document(span.document)?.tables;
    Ok(Table::find_at(tables, span.start).is_some())
}

/// A word of a question.
struct AskedWord {
    term: String,
    folded: String,
    need: Need,
}

/// What it takes to have a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// It must be said.
    Telling,
    /// It may be: any question for a cell can have it.
    General,
    /// It may be the name of a column: `where`, `who`.
    Asking,
}

/// The words that a row and what stands over it have to have, and those that they may have.
fn collect_asked(query: &Query) -> Vec<AskedWord> {
    let general = Vocabulary::of(query.language).list("row").iter();
    let general: HashSet<String> = general.map(|word| to_term(word, query.language)).collect();
    let names_column = matches!(query.kind, Kind::Who | Kind::When | Kind::Where);

    let asked = query.words.iter().filter_map(|word| {
        let need = match word.stop {
            true if names_column && is_question_word(&word.folded) => Need::Asking,
            true => return None,
            false if general.contains(&word.term) => Need::General,
            false => Need::Telling,
        };
        Some(AskedWord {
            term: word.term.clone(),
            folded: word.folded.clone(),
            need,
        })
    });
    asked.collect()
}

/// The passages of a search space in documents in a language that have tables.
fn collect_tabled(
    library: &Library,
    space: &SearchSpace,
    language: Language,
) -> Vec<Range<PassageId>> {
    let is_tabled = |info: &&DocumentInfo| info.language == language && !info.tables.is_empty();
    let within = |info: &DocumentInfo| {
        let open = &space.passages;
        info.passages.start.max(open.start)..info.passages.end.min(open.end)
    };
    let tabled = library.documents().iter().filter(is_tabled).map(within);
    tabled.filter(|passages| !passages.is_empty()).collect()
}

/// A row of a table.
struct Row {
    passage: PassageId,
    /// Bytes of the document.
    bytes: Range<usize>,
    /// How many telling words of the question it has, and how many more the head of its table.
    holds: (usize, usize),
}

/// The row that has the question with what stands over it, if no other has as much.
fn find_only_row(
    library: &Library,
    language: Language,
    asked: &[AskedWord],
    tabled: &[Range<PassageId>],
) -> Result<Option<Row>> {
    let mut holders = BTreeSet::new();
    let postings = library.postings(language);
    let all = tabled[0].start..tabled[tabled.len() - 1].end;
    for word in asked.iter().filter(|word| word.need == Need::Telling) {
        postings.for_each(&word.term, all.clone(), |id, _| {
            let next = tabled.partition_point(|passages| passages.end <= id);
            if tabled
                .get(next)
                .is_some_and(|passages| passages.contains(&id))
            {
                holders.insert(id);
            }
        })?;
    }
    if holders.len() > LOOKED_THROUGH {
        return Ok(None);
    }

    let mut best: Vec<Row> = Vec::new();
    for id in holders {
        for row in collect_rows_in(library, language, asked, id)? {
            let so_far = best.first().map_or((0, 0), |best| best.holds);
            match row.holds.cmp(&so_far) {
                Ordering::Less => {}
                Ordering::Equal => best.push(row),
                Ordering::Greater => best = vec![row],
            }
        }
    }
    Ok(best.pop().filter(|_| best.is_empty()))
}

/// The rows of a passage that have the question with what stands over them.
fn collect_rows_in(
    library: &Library,
    language: Language,
    asked: &[AskedWord],
    id: PassageId,
) -> Result<Vec<Row>> {
    let passage = library.passage(id)?;
    let info = library.document(passage.span.document)?;
    let within = passage.span.range();
    let first = info
        .tables
        .partition_point(|table| table.end <= within.start);
    let tables = info.tables[first..].iter();
    let tables = tables.take_while(|table| table.head.end < within.end);

    let text = library.full_text(passage.span.document)?;
    let path = &library.section(&passage).path;
    let mut found = Vec::new();
    for table in tables {
        let over = Over::of(&text[table.head.clone()], path, &info.title, language);
        for bytes in collect_paragraphs(text, table, &within) {
            let said = Said::of(&text[bytes.clone()], language);
            if let Some(holds) = over.count_held(&said, asked) {
                found.push(Row {
                    passage: id,
                    bytes,
                    holds,
                });
            }
        }
    }
    Ok(found)
}

/// The rows of a table, below its head, that begin within some bytes of a text.
fn collect_paragraphs<'a>(
    text: &'a str,
    table: &Table,
    within: &Range<usize>,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let from = within.start.max(table.head.end);
    let rows = text[from..within.end.min(table.end)].split("\n\n");
    rows.filter(|row| !row.is_empty()).map(move |row| {
        let start = row.as_ptr() as usize - text.as_ptr() as usize;
        start..start + row.len()
    })
}

/// The words of a text.
struct Said(Vec<SaidWord>);

struct SaidWord {
    term: String,
    folded: String,
    stop: bool,
}

impl Said {
    fn of(text: &str, language: Language) -> Said {
        let words = tokens(text, language).map(|token| SaidWord {
            folded: fold(&text[token.range]),
            term: token.term,
            stop: token.stop,
        });
        Said(words.collect())
    }

    fn has(&self, word: &AskedWord) -> bool {
        self.0.iter().any(|said| said.term == word.term)
    }

    /// Whether it has a word, or a short or another form of it.
    fn has_like(&self, word: &AskedWord) -> bool {
        self.find_like(word).is_some()
    }

    fn find_like(&self, word: &AskedWord) -> Option<usize> {
        let is_like =
            |said: &SaidWord| said.term == word.term || is_form(&said.folded, &word.folded);
        self.0.iter().position(is_like)
    }
}

/// What stands over the rows of a table.
struct Over {
    head: Said,
    /// All headings and the title, which tell no row from another.
    around: Said,
}

impl Over {
    fn of(head: &str, path: &[String], title: &str, language: Language) -> Over {
        Over {
            head: Said::of(head, language),
            around: Said::of(&format!("{title} {}", path.join(" ")), language),
        }
    }

    /// How many telling words of a question a row has, and how many more the head of its table;
    /// `None` if some are missing, if only one of row and table has any, or if the row says nothing
    /// else.
    fn count_held(&self, row: &Said, asked: &[AskedWord]) -> Option<(usize, usize)> {
        let (mut in_row, mut in_head) = (0, 0);
        // "The Otter room": the first column is named with what stands in it.
        let first = row.0.first();
        let is_named = first.is_some_and(|first| asked.iter().any(|it| it.term == first.term));
        for word in asked {
            let is_asking = word.need == Need::Asking;
            if !is_asking && row.has(word) {
                in_row += usize::from(word.need == Need::Telling);
            } else if let Some(at) = self.head.find_like(word) {
                in_head += usize::from(at > 0 || !is_named);
            } else if word.need == Need::Telling && !self.around.has_like(word) {
                return None;
            }
        }

        let is_new = |said: &SaidWord| !said.stop && asked.iter().all(|it| it.term != said.term);
        let is_found = in_row > 0 && in_head > 0;
        (is_found && row.0.iter().any(is_new)).then_some((in_row, in_head))
    }
}

/// Whether two words are one with another ending, or one is short for the other: `fertile` and
/// `fertility`, `temp` and `temperature`.
fn is_form(one: &str, other: &str) -> bool {
    let has_degree = |word: &str, bare: &str| {
        let ending = word.strip_prefix(bare);
        ending.is_some_and(|ending| DEGREES.contains(&ending))
    };
    if has_degree(one, other) || has_degree(other, one) {
        return false;
    }

    let letters = |word: &str| word.chars().count();
    let shared = one.chars().zip(other.chars());
    let shared = shared.take_while(|(a, b)| a == b).count();
    let (short, long) = (
        letters(one).min(letters(other)),
        letters(one).max(letters(other)),
    );
    shared == short && short >= SHORT || shared >= SHARED && long - shared <= ENDING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_by_another_form_of_its_name() {
        for (asked, said, expected) in [
            ("temp", "temperature", true),
            ("fertile", "fertility", true),
            ("weak", "weakness", true),
            ("price", "prize", false),
            ("internal", "international", false),
            ("car", "care", false),
            ("long", "longest", false),
            ("größe", "grösse", false),
        ] {
            assert_eq!(is_form(asked, said), expected, "{asked} {said}");
        }
    }
}
