//! A question -> what is known about it before it is decided whether it is answered.
//!
//! Candidates are ranked by words, the best of them read, a quote chosen, and the confidence in it
//! weighed. The texts in each language are asked by themselves.

use std::cmp::Reverse;

use anyhow::{Context, Result};

use crate::answer::choose::{Chooser, Reading};
use crate::answer::considered::Considered;
use crate::answer::headings::Headings;
use crate::answer::{entry, heading, lookup, named, row, sift, spelled_out, told, topic};
use crate::confidence::Thresholds;
use crate::index::Library;
use crate::language::Language;
use crate::query::{Kind, Query, Typed, respell_question};
use crate::quote::extend::{
    extend_to_contrast, extend_to_item, extend_to_name, extend_to_what_follows,
};
use crate::quote::{self, Window};
use crate::rank::asked::Asked;
use crate::rank::reading;
use crate::rank::statistics::SearchSpace;
use crate::rank::{self, Ranked};
use crate::reader::Effort;

/// Other languages than the likeliest whose texts are asked, so that a library in many costs little
/// more.
const MOST_LANGUAGES: usize = 2;
/// Passages that are looked at in all of these together, likewise.
const MOST_ELSEWHERE: usize = 32;

/// Asks the texts of a search space, those in each language by themselves, and keeps what answers
/// best.
///
/// # Errors
/// When the index cannot be read, or the reader fails.
pub fn consider_texts(
    library: &Library,
    question: &str,
    space: &SearchSpace,
    effort: Effort,
) -> Result<Considered> {
    let typed = Typed::new(library, question);
    let mut languages = library.languages(&space.passages);
    if let [only] = languages.as_slice() {
        return consider_language(library, &typed, space, *only, effort);
    }

    // What goes best with the question is asked first, and thoroughly; the others only for what it
    // names.
    languages.sort_by_cached_key(|language| Reverse(typed.tongue.familiar(*language)));
    let (first, others) = languages
        .split_first()
        .context("a question was asked of no text")?;

    let mut best = consider_language(library, &typed, space, *first, effort)?;
    let others = collect_language_queries(library, &typed, space, others)?;
    let fewer = space.looking_at(MOST_ELSEWHERE / others.len().max(1));
    for query in others {
        let is_settled = query.foreign.is_some() && best.is_sure();
        if is_settled {
            continue;
        }
        let language = query.language;
        let next = consider_query(library, query, &fewer, language, effort)?;
        if next.surety() > best.surety() {
            best = next;
        }
    }
    Ok(best)
}

/// The question as texts in other languages are asked it: those that have most of what it names.
fn collect_language_queries(
    library: &Library,
    typed: &Typed,
    space: &SearchSpace,
    languages: &[Language],
) -> Result<Vec<Query>> {
    let mut queries = Vec::new();
    for language in languages {
        let query = Query::as_typed(library, typed, &space.passages, *language)?;
        let named = query.words_found(library);
        if named > 0 {
            queries.push((named, query));
        }
    }

    // Stable: of several with as much, those come first that go best with the question.
    queries.sort_by_key(|(named, _)| Reverse(*named));
    queries.truncate(MOST_LANGUAGES);
    Ok(queries.into_iter().map(|(_, query)| query).collect())
}

/// Ranks, chooses the quote and weighs the confidence among the texts in one language.
fn consider_language(
    library: &Library,
    typed: &Typed,
    space: &SearchSpace,
    language: Language,
    effort: Effort,
) -> Result<Considered> {
    let query = Query::corrected(library, typed, &space.passages, language)?;
    consider_query(library, query, space, language, effort)
}

fn consider_query(
    library: &Library,
    query: Query,
    space: &SearchSpace,
    language: Language,
    effort: Effort,
) -> Result<Considered> {
    let (asked, mut ranked) =
        rank::measure_candidates(library, &query, space)?.rank(rank::shipped_model());

    let headings = Headings::new(library, space, language);
    let reading = read_best(&headings, &query, &asked, &mut ranked, effort)?;
    let is_read = reading.is_some();

    let text = |span| library.text(span).unwrap_or_default();
    let windows = quote::collect_windows(&asked, &ranked, &text);
    let (windows, has_amounts) = lookup::filter_by_amounts(&query, &asked, &ranked, windows);
    let windows = sift::drop_table_heads(library, &ranked, windows);
    let windows = sift::drop_open_questions(library, &asked, &ranked, windows);
    let windows = sift::drop_other_names(library, &query, &asked, &ranked, windows);
    let thresholds = if is_read {
        Thresholds::READ
    } else {
        Thresholds::UNREAD
    };
    let chooser = Chooser {
        library,
        query: &query,
        asked: &asked,
        ranked: &ranked,
        space,
        reading,
        has_amounts,
    };

    let chosen = chooser.choose_past_front(&windows, thresholds)?;
    let confidence = chosen.as_ref().map_or(0.0, |chosen| chosen.sure);
    let alone = chosen.as_ref().and_then(|chosen| chosen.alone.clone());
    let choice = match chosen {
        Some(chosen) => {
            let window = &chosen.window;
            Some(extend_window(
                library, &query, &asked, &ranked, window, is_read,
            )?)
        }
        None => None,
    };
    let mut considered = Considered {
        query,
        asked,
        ranked,
        choice,
        alone,
        confidence,
        thresholds,
    };
    spelled_out::choose_spelled_out(&mut considered, library, space)?;
    entry::choose_entry(&mut considered, &headings)?;
    heading::choose_under_heading(&mut considered, &headings)?;
    topic::choose_topic(&mut considered, &headings)?;
    told::choose_telling_heading(&mut considered, &headings)?;
    row::choose_row(&mut considered, library, space)?;
    heading::extend_to_whole_answer(&mut considered, library)?;
    Ok(considered)
}

/// The window with the sentences beside it without which it says too little.
fn extend_window(
    library: &Library,
    query: &Query,
    asked: &Asked,
    ranked: &[Ranked],
    window: &Window,
    is_read: bool,
) -> Result<Window> {
    let passage = &ranked[window.passage];
    let shown = library.text(quote::window_span(passage, &window.sentences))?;
    let window = extend_to_what_follows(window, ranked, shown);
    let text = library.full_text(passage.passage().span.document)?;
    let window = extend_to_item(&window, ranked, text);
    let window = if query.asks_whether() {
        extend_to_contrast(&window, ranked, asked)
    } else {
        window
    };

    // Without a reader a pronoun is no answer only to the question who did it.
    Ok(if is_read || asked.kind == Kind::Who {
        extend_to_name(&window, ranked)
    } else {
        window
    })
}

/// Has the best passages read and ranks them by what comes of it. `None` if nobody reads them: what
/// only names what it looks for asks nothing that a reader could judge, nor does ours know what a
/// question in another language asks.
fn read_best<'a>(
    headings: &Headings,
    query: &Query,
    asked: &Asked,
    ranked: &mut Vec<Ranked>,
    effort: Effort<'a>,
) -> Result<Option<Reading<'a>>> {
    let language = query.language;
    let is_judged = !query.is_lookup() && query.foreign.is_none();
    let Some(reader) = effort.reader_of(language).filter(|_| is_judged) else {
        return Ok(None);
    };

    named::bring_forward_named(headings, query, asked, ranked, effort.passages)?;
    let library = headings.library;
    let best = ranked.iter().take(effort.passages);
    let texts = best.filter_map(|one| library.text(one.passage().span).ok());
    let question = respell_question(&query.asked, language, texts);

    reading::read_passages(reader, library, &question, ranked, effort.passages)?;
    reading::rerank(ranked, reading::shipped_model());
    Ok(Some(Reading { reader, question }))
}
