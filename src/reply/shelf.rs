//! Between what a button remembers and the library: fingerprints to documents, matches to bytes.

use std::ops::Range;

use anyhow::{Context, Result};

use crate::answer::{Answer, Found};
use crate::index::{Library, PassageInfo, Scope};
use crate::render::discord::passage::Stretch;
use crate::reply::state::{Fingerprint, Match, State, View, Within};

/// How many passages that fit are offered.
pub const MATCHES: usize = 5;

/// The document with this fingerprint; `None` when its text has changed or it is gone.
pub fn document(library: &Library, fingerprint: Fingerprint) -> Option<u32> {
    fingerprints(library)
        .find(|(_, found)| *found == fingerprint)
        .map(|(id, _)| id)
}

fn fingerprints(library: &Library) -> impl Iterator<Item = (u32, Fingerprint)> {
    library.manifest().files.iter().filter_map(|file| {
        let id = file.document?;
        let hash = file.hash.as_deref().unwrap_or_default();
        let fingerprint = Fingerprint::of(&file.path, hash, library.document(id).ok()?);
        Some((id, fingerprint))
    })
}

/// How a button remembers what was asked; `None` for the whole library.
///
/// # Errors
/// When the scope is not of this library.
pub fn within(library: &Library, scope: Scope) -> Result<Option<Within>> {
    Ok(match scope {
        Scope::Library => None,
        Scope::Folder(folder) => Some(Within::of(&library.folder(folder)?.name())),
        Scope::Document(document) => Some(Within::of(&library.document(document)?.path)),
    })
}

/// What a question was asked of; `None` when that is gone.
pub fn scope(library: &Library, within: Option<Within>) -> Option<Scope> {
    let Some(within) = within else {
        return Some(Scope::Library);
    };

    let document = library
        .documents()
        .iter()
        .position(|info| Within::of(&info.path) == within);
    if let Some(id) = document {
        return Some(Scope::Document(id as u32));
    }

    let folder = library
        .folders()
        .iter()
        .position(|folder| Within::of(&folder.name()) == within);
    folder.map(|id| Scope::Folder(id as u32))
}

/// The passages of a view, if its document is still the same; those past its end are left out.
pub fn stretch(library: &Library, view: View) -> Option<Stretch> {
    let document = document(library, view.document)?;
    let all = library.document(document).ok()?.passages.clone();

    // A position comes from a button, so it may be any number.
    let first = all.start.checked_add(view.first)?;
    let end = first.checked_add(u32::from(view.count))?.min(all.end);

    (first < end).then(|| Stretch {
        document,
        passages: first..end,
        bold: Vec::new(),
    })
}

/// The view that shows a passage and nothing around it.
///
/// # Errors
/// When the passage is not of this library.
pub fn view_of(library: &Library, passage: &PassageInfo) -> Result<View> {
    let info = library.document(passage.span.document)?;
    let first = passage.id - info.passages.start;
    let files = &library.manifest().files;
    // The manifest's files are in the order of their paths.
    let file = files
        .binary_search_by(|file| file.path.cmp(&info.path))
        .ok()
        .map(|at| &files[at]);
    let file = file.context("a document without its file")?;

    Ok(View {
        document: Fingerprint::of(&file.path, file.hash.as_deref().unwrap_or_default(), info),
        first,
        count: 1,
        ..View::default()
    })
}

/// The view that shows the passage of a match and nothing around it.
pub fn view_of_match(one: &Match) -> View {
    View {
        document: one.document,
        first: one.passage,
        count: 1,
        ..View::default()
    }
}

/// Bytes of the sentences that stand out in the state's current match, if it is on show.
pub fn bold(library: &Library, state: &State, stretch: &Stretch) -> Option<Range<usize>> {
    let one = state.matches.get(usize::from(state.current))?;

    let on_show = state.view.first..state.view.first + u32::from(state.view.count);
    if one.document != state.view.document || !on_show.contains(&one.passage) || one.sentences == 0
    {
        return None;
    }

    // Counted from the stretch: the match knows only its place in the document.
    let id = stretch.passages.start + (one.passage - state.view.first);
    let rows = library.passage(id).ok()?.sentences;
    let first = rows
        .start
        .checked_add(u32::from(one.sentence))
        .filter(|row| *row < rows.end)?;

    // Not past the passage, whatever the button says.
    let last = (first + u32::from(one.sentences) - 1).min(rows.end - 1);
    Some(library.sentence(first).ok()?.range.start..library.sentence(last).ok()?.range.end)
}

/// The passages of an answer that hold something of the question, the quoted one first.
///
/// # Errors
/// When the answer is not of this library.
pub fn matches(library: &Library, answer: &Answer) -> Result<Vec<Match>> {
    let quoted = answer.quote.as_ref().map(|quote| quote.passage);
    let rest = (0..answer.passages.len())
        .filter(|n| Some(*n) != quoted && !answer.passages[*n].highlights.is_empty());

    let mut matches = Vec::new();
    for number in quoted.into_iter().chain(rest).take(MATCHES) {
        let Some(found) = answer.passages.get(number) else {
            continue;
        };
        let bold = match &answer.quote {
            Some(quote) if quote.passage == number => {
                sentences_of(library, &found.passage, quote.span.range())?
            }
            _ => best_sentence(library, found)?,
        };

        let view = view_of(library, &found.passage)?;
        matches.push(Match {
            document: view.document,
            passage: view.first,
            sentence: bold.start,
            sentences: bold.end - bold.start,
        });
    }
    Ok(matches)
}

/// Which sentences of a passage `bytes` touch, counted from its start.
///
/// # Errors
/// When the passage is not of this library.
pub fn sentences_of(
    library: &Library,
    passage: &PassageInfo,
    bytes: Range<usize>,
) -> Result<Range<u8>> {
    let mut touched: Option<Range<u8>> = None;

    for (number, row) in passage.sentences.clone().enumerate() {
        let sentence = library.sentence(row)?.range;
        if sentence.start < bytes.end && bytes.start < sentence.end {
            // One below the most, since the end of the range is one more.
            let number = u8::try_from(number).unwrap_or(u8::MAX - 1);
            let first = touched.map_or(number, |touched| touched.start);
            touched = Some(first..number + 1);
        }
    }

    Ok(touched.unwrap_or_default())
}

/// The sentence of a passage that holds most of the words that fit.
fn best_sentence(library: &Library, found: &Found) -> Result<Range<u8>> {
    let mut best = (0, 0..0);
    for row in found.passage.sentences.clone() {
        let sentence = library.sentence(row)?.range;
        let held = found
            .highlights
            .iter()
            .filter(|h| sentence.contains(&h.start))
            .count();
        if held > best.0 {
            best = (held, sentence);
        }
    }

    sentences_of(library, &found.passage, best.1)
}
