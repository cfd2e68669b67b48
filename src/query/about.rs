//! A question about a text itself: who wrote it, how long it is, what happens in a chapter.
//!
//! A text does not answer these, and what it holds of writing, length and chapters is about other
//! things. A question counts as one only if all its words are known to belong to such a question
//! (`about.txt`), so that "who wrote the letter?" is still asked of the text.

mod author;
mod part;
mod wording;

use std::ops::Range;

use super::frames::is_person;
use crate::analyze::fold;
use wording::{Wording, folded_words};

/// What is asked about a text, each with a title if one is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Who wrote it.
    Author(Option<String>),
    /// How long it is.
    Length(Option<String>),
    /// What it is called.
    Title(Option<String>),
    /// When it was published, or by whom.
    Published(Option<String>),
    /// Which language it is in.
    Language(Option<String>),
    /// Which texts there are.
    Shelf,
    /// Whether this one is there.
    Stock(String),
    /// Which of them are by one of these authors, who are all called so.
    By(Vec<String>),
    /// Which of them are by somebody who is named as the author of none.
    ByNobody(String),
    /// What it tells, how it begins or ends.
    Plot(Option<String>),
    /// What happens in a part of it, as it is called: `chapter 3`.
    Part(String, Option<String>),
}

/// More words than this ask for more.
const LONGEST: usize = 20;
/// Shorter words begin too many titles, in characters.
const SHORTEST: usize = 4;
/// What stands between a title and a second one.
const SECOND: [char; 5] = [';', ':', '(', '–', '—'];

impl About {
    /// What a question asks about one of the texts with these titles and authors.
    pub fn of<'a>(
        question: &str,
        texts: impl Iterator<Item = (&'a str, Option<&'a str>)>,
    ) -> Option<About> {
        let asked = folded_words(question);
        if asked.is_empty() || asked.len() > LONGEST {
            return None;
        }

        // Nearly all questions end here: of a large library the titles are many.
        let cut = Wording::all()
            .iter()
            .map(|wording| (wording.cut(&asked), wording));
        let may_ask = |(asked, wording): &(Vec<String>, &Wording)| {
            !wording.asks_of_somebody(asked)
                && (wording.may_ask(asked) || part::is_named(asked, wording))
        };
        let readings: Vec<_> = cut.filter(may_ask).collect();
        if readings.is_empty() {
            return None;
        }

        let (titles, authors): (Vec<&str>, Vec<Option<&str>>) = texts.unzip();
        let authors: Vec<&str> = authors.into_iter().flatten().collect();
        readings.into_iter().find_map(|(asked, wording)| {
            let (rest, title) = strip_title(&asked, &titles, wording);
            let title = title.map(str::to_owned);
            parse_kind(&rest, title.clone(), wording)
                .or_else(|| parse_after_title(&asked, &titles, wording))
                .or_else(|| part::parse_part_question(question, &rest, title, wording))
                .or_else(|| parse_short_title(question, &asked, &titles, wording))
                .or_else(|| parse_stock_question(&asked, &titles, wording))
                .or_else(|| author::parse_author_question(question, &asked, &authors, wording))
        })
    }

    /// Whether what a question asks about a text, without naming one, may be asked of something
    /// else that is spoken of before: `I love the river. How long is it?`, but not `I love this
    /// book`, nor `I love this`.
    pub fn may_be_of(question: &str, before: &str) -> bool {
        let (asked, said) = (folded_words(question), folded_words(before));
        Wording::all().iter().any(|wording| {
            let asked = wording.cut(&asked);
            let is_noun = |word: &String| wording.is_in("noun", word);
            let is_text = |word: &String| is_noun(word) || wording.is_in("itself", word);
            let is_asked =
                parse_kind(&asked, None, wording).is_some_and(|kind| kind != About::Shelf);
            is_asked && !asked.iter().any(is_noun) && !said.last().is_some_and(is_text)
        })
    }

    /// The title that is named.
    pub fn title(&self) -> Option<&str> {
        match self {
            About::Shelf | About::By(_) | About::ByNobody(_) => None,
            About::Stock(title) => Some(title),
            About::Author(title)
            | About::Length(title)
            | About::Title(title)
            | About::Published(title)
            | About::Language(title)
            | About::Plot(title)
            | About::Part(_, title) => title.as_deref(),
        }
    }
}

/// What is asked about chapters and pages of a text that is named by a word of its title alone, as
/// "the handbook" is, if that is in one title only. What somebody did with a handbook is told in a
/// text.
fn parse_short_title(
    question: &str,
    asked: &[String],
    titles: &[&str],
    wording: &Wording,
) -> Option<About> {
    let mut strange = asked
        .iter()
        .enumerate()
        .filter(|(_, word)| is_strange(word, wording));
    let (at, word) = strange.next().filter(|_| !wording.has("past", asked))?;
    let mut named = titles
        .iter()
        .filter(|title| folded_words(title).contains(word));
    let (Some(title), None, None) = (named.next(), named.next(), strange.next()) else {
        return None;
    };

    let rest = [&asked[..at], &asked[at + 1..]].concat();
    let title = Some((*title).to_owned());
    let is_counted = wording.has("length one", &rest);
    // "The rules page" is a text, "the rules" may be what is told of.
    let is_called_text = asked
        .get(at + 1)
        .is_some_and(|next| wording.is_in("noun", next) || wording.is_in("page", next));
    let kind = || {
        let rest: Vec<String> = rest
            .iter()
            .filter(|word| !wording.is_in("page", word))
            .cloned()
            .collect();
        parse_kind(&rest, title.clone(), wording).filter(|_| is_counted || is_called_text)
    };
    part::parse_part_question(question, &rest, title.clone(), wording).or_else(kind)
}

/// What is asked behind the title of a text of which somebody has told something of themselves: `as
/// I love the mill, how long is it`.
fn parse_after_title(asked: &[String], titles: &[&str], wording: &Wording) -> Option<About> {
    let person = asked.iter().position(|word| is_person(word))?;
    let named = titles.iter().filter_map(|title| {
        // Without a second one: `The Mill; or, A Year of Bread`.
        let first = title.split(SECOND).next()?;
        let words = wording.cut(&folded_words(first));
        let has_own = words.iter().any(|word| is_strange(word, wording));
        let mut runs = asked.windows(words.len().max(1));
        let at = runs.rposition(|run| run == words)?;
        (has_own && at > person).then_some((words.len(), at, *title))
    });

    let (length, at, title) = named.max_by_key(|(length, ..)| *length)?;
    let rest = &asked[at + length..];
    parse_kind(rest, None, wording)?;
    parse_kind(rest, Some(title.to_owned()), wording)
}

/// Whether a text is there whose title is only begun, as "huck" is, if that is one title only.
fn parse_stock_question(asked: &[String], titles: &[&str], wording: &Wording) -> Option<About> {
    let (rest, named): (Vec<String>, Vec<String>) = asked
        .iter()
        .cloned()
        .partition(|word| !is_strange(word, wording));
    let is_short = |word: &String| word.chars().count() < SHORTEST;
    if named.is_empty() || named.iter().any(is_short) || !wording.asks("stock", &rest, true) {
        return None;
    }

    let is_meant = |title: &&&str| {
        let own = folded_words(title);
        let begins = |word: &String| own.iter().any(|own| own.starts_with(word.as_str()));
        named.iter().all(begins)
    };
    let mut meant = titles.iter().filter(is_meant);
    let (title, None) = (meant.next()?, meant.next()) else {
        return None;
    };
    Some(About::Stock((*title).to_owned()))
}

/// Whether a word is none of those that such questions are made of.
fn is_strange(word: &str, wording: &Wording) -> bool {
    !wording.knows(word) && !part::is_number(word, wording)
}

/// What is asked with some words, from which a title has been taken.
fn parse_kind(rest: &[String], title: Option<String>, wording: &Wording) -> Option<About> {
    let is_noun = title.is_some() || wording.has("noun", rest);
    let is_itself = is_noun || wording.has("itself", rest);
    let asks = |kind: &str, is_meant: bool| wording.asks(kind, rest, is_meant);
    // "How long did it take to read it?" asks of somebody who read.
    let is_past = wording.has("past", rest);
    let is_present = is_noun || is_itself && !is_past;
    // Somebody may be called as a text is.
    let is_old = || asks("age", wording.has("noun", rest));
    // "When did Alice appear?" may be asked of somebody of that name.
    let has_come = title.is_some() && wording.has("moves", rest) && !wording.has("noun", rest);
    let is_published = is_itself && (!has_come || wording.has("out", rest));
    // How many texts are in a book is told in that book.
    let is_one = |word: &String| wording.is_in("noun", word) && !wording.is_in("shelf", word);

    // "Who wrote it" before "when was it written", which has the same word.
    if asks("author", is_itself) {
        Some(About::Author(title))
    } else if asks("length", is_itself) || asks("reading", is_present) {
        Some(About::Length(title))
    } else if asks("title", is_noun && title.is_none()) {
        Some(About::Title(title))
    } else if asks("published", is_published) || asks("publisher", is_itself) || is_old() {
        Some(About::Published(title))
    } else if asks("language", is_present) {
        Some(About::Language(title))
    } else if title.is_none() && asks("shelf", true) && !rest.iter().any(is_one) {
        Some(About::Shelf)
    } else if asks("plot", is_itself) || asks("setting", is_itself && !is_past) {
        Some(About::Plot(title))
    } else {
        title.filter(|_| asks("stock", true)).map(About::Stock)
    }
}

/// The words without those of a title that they hold, and that title: the longest that stands there
/// whole, or else the one that what is not known of them is a part of, as "huckleberry finn" is.
fn strip_title<'a>(
    asked: &[String],
    titles: &[&'a str],
    wording: &Wording,
) -> (Vec<String>, Option<&'a str>) {
    let is_strange = |word: &String| is_strange(word, wording);
    let start = asked.iter().position(is_strange);
    let end = asked.iter().rposition(is_strange).map(|at| at + 1);
    // A title that is made of words of a question would be found in all of them.
    let Some((start, end)) = start.zip(end) else {
        return (asked.to_vec(), None);
    };

    let may_be = |title: &&&str| fold(title).contains(&asked[start]);
    let titles: Vec<(Vec<String>, &str)> = titles
        .iter()
        .filter(may_be)
        .map(|title| (wording.cut(&folded_words(title)), *title))
        .collect();
    let place = |title: &[String]| {
        let at = asked.windows(title.len().max(1)).position(|w| w == title)?;
        Some(at..at + title.len())
    };
    let whole = titles
        .iter()
        .filter_map(|(words, title)| Some((place(words)?, *title)));
    let longest = whole.max_by_key(|(place, _)| place.len());

    let part = |(words, title): &(Vec<String>, &'a str)| {
        let place = widen_in_title(asked, start..end, words)?;
        let is_all = words.iter().filter(|word| is_strange(word)).count() == 1;
        let own = asked[place.clone()]
            .iter()
            .filter(|word| !wording.is_in("any", word));
        (is_all || own.count() > 1).then_some((place, *title))
    };
    let named = longest.or_else(|| titles.iter().find_map(part));
    match named.filter(|(place, _)| !wording.is_written_to(&asked[..place.start])) {
        Some((place, title)) => {
            let rest = [&asked[..place.start], &asked[place.end..]].concat();
            (rest, Some(title))
        }
        None => (asked.to_vec(), None),
    }
}

/// Where some words that stand in a title stand with those beside them that do, too: all of "time
/// machine", even if a question may have "time" of its own.
fn widen_in_title(asked: &[String], place: Range<usize>, title: &[String]) -> Option<Range<usize>> {
    let holds = |place: &Range<usize>| {
        let mut runs = title.windows(place.len());
        runs.any(|run| *run == asked[place.clone()])
    };

    let mut widest = Some(place).filter(holds)?;
    while let Some(start) = widest.start.checked_sub(1)
        && holds(&(start..widest.end))
    {
        widest.start = start;
    }
    while widest.end < asked.len() && holds(&(widest.start..widest.end + 1)) {
        widest.end += 1;
    }
    Some(widest)
}

#[cfg(test)]
mod tests;
