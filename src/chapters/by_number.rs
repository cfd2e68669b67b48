//! The numbers in a place that somebody typed -> the heading of a text that has them.
//!
//! What is not obvious: a number that is not there opens nothing. Whoever asks for chapter 9 of 6
//! wants none of the words "past nine".

use super::counted::{collect_chapters_among, numbered_chapters};
use super::heads::{Head, collect_heads};
use super::numbering::{Kind, LAST, Number, Typed, parse_place_numbers};
use super::rules::keep_possible_chapters;
use super::words::{find_kind_word, is_listed, parse_words, to_plain_words};
use crate::index::DocumentInfo;

/// Larger numbers that nothing calls a chapter are years and amounts, which are looked for as
/// words.
const LARGEST_BARE: u32 = 200;

/// Where numbers lead in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Led {
    /// To this section.
    To(usize),
    /// To nothing that is there.
    Nowhere(Missing),
    /// They are no numbers of this text, but words.
    Words,
}

/// What is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A chapter: there are so many, numbered from one on.
    Chapter(usize),
    /// Something that counts otherwise; the headings with the smallest and the largest number that
    /// are there.
    Outside(String, String),
    /// What may not be read yet.
    NotOpen,
    /// A page or the like.
    Place,
}

/// Where the numbers in a place lead.
pub fn find_by_numbers(info: &DocumentInfo, typed: &Typed) -> Led {
    let heads = collect_heads(info);
    let numbers = typed.numbers.iter().map(|number| Number {
        kind: translate_kind(info, &heads, &number.kind),
        value: number.value,
    });

    let sought = Sought {
        info,
        numbers: numbers.collect(),
        heads: &heads,
    };
    sought.led(typed)
}

/// The section of a number in a part that is named by words of its heading: `the long winter,
/// chapter 3`.
pub fn find_in_named_part(info: &DocumentInfo, place: &str) -> Option<usize> {
    let words = to_plain_words(place);
    let split = |at: usize| {
        let (one, other) = words.split_at(at);
        [(one, other), (other, one)]
    };
    let named = (1..words.len()).rev().flat_map(split);
    let named = named.filter_map(|(name, number)| {
        let number = parse_only_number(number, info)?;
        Some((strip_small_words(name, info)?, number))
    });

    // Nearly all places end here: the headings of a long text are many.
    let named: Vec<(&[String], Number)> = named.collect();
    if named.is_empty() {
        return None;
    }
    let heads = collect_heads(info);
    named.iter().find_map(|(name, number)| {
        let is_sought = |head: &&Head| {
            let around = &info.sections[head.section].path[..head.depth - 1];
            head.number.value == number.value
                && (number.kind == Kind::Alone || head.number.kind.is_same(&number.kind))
                && around.iter().any(|heading| holds_words(heading, name))
        };
        heads.iter().find(is_sought).map(|head| head.section)
    })
}

/// The number that some words are, and nothing else.
fn parse_only_number(words: &[String], info: &DocumentInfo) -> Option<Number> {
    let typed = parse_place_numbers(&words.join(" "), info.language)?;
    let [number] = typed.numbers.as_slice() else {
        return None;
    };
    typed.is_whole.then(|| number.clone())
}

/// A name without small words before it; `None` if nothing of it names anything.
fn strip_small_words<'a>(name: &'a [String], info: &DocumentInfo) -> Option<&'a [String]> {
    let is_small = |word: &String| is_listed("around", word);
    let names = |word: &String| {
        let mut parsed = parse_words(word).into_iter();
        !is_small(word)
            && parsed.all(|one| find_kind_word(&one).is_none())
            && parse_place_numbers(word, info.language).is_none()
    };
    let start = name.iter().position(|word| !is_small(word))?;
    name.iter().any(names).then_some(&name[start..])
}

fn holds_words(heading: &str, words: &[String]) -> bool {
    let there = to_plain_words(heading);
    there.windows(words.len()).any(|window| window == words)
}

/// Numbers that are looked for, as the text calls what they number, and the numbered headings of
/// the text.
struct Sought<'a> {
    info: &'a DocumentInfo,
    heads: &'a [Head],
    numbers: Vec<Number>,
}

impl Sought<'_> {
    fn led(&self, typed: &Typed) -> Led {
        let found = match self.numbers.as_slice() {
            [only] => self.one(only),
            _ => self.nested(),
        };
        if let Some(section) = found {
            return Led::To(section);
        }

        let is_bare = typed.numbers.iter().all(|one| one.kind == Kind::Alone);
        let is_number = || {
            typed.numbers.len() == 1
                && typed.numbers[0].value <= LARGEST_BARE
                && numbered_chapters(self.info, self.heads).len() > 1
        };
        if typed.is_whole && (!is_bare || is_number()) {
            Led::Nowhere(self.missing())
        } else {
            Led::Words
        }
    }

    /// The section of a single number: of several with it, the first.
    fn one(&self, number: &Number) -> Option<usize> {
        if number.kind.is_same(&Kind::Chapter) {
            let chapters = collect_chapters_among(self.info, self.heads);
            let found = chapters.iter().find(|(own, _)| *own == number.value);
            // "The last" is a name for it, and only where somebody asks for a place: no gate opens
            // by it.
            let last = || chapters.last().filter(|_| number.value == LAST);
            return found.or_else(last).map(|(_, section)| *section);
        }
        find_numbered_head(&self.of_kind(&number.kind), number.value, &[]).map(|head| head.section)
    }

    /// The section whose heading has one of these numbers, and which is in all that have the
    /// others.
    fn nested(&self) -> Option<usize> {
        // What is named last is mostly innermost: "book 2, chapter 3".
        (0..self.numbers.len()).rev().find_map(|own| {
            let number = &self.numbers[own];
            let all = self.of_kind(&number.kind);
            find_numbered_head(&all, number.value, &self.others(own)).map(|head| head.section)
        })
    }

    /// All numbers but one.
    fn others(&self, own: usize) -> Vec<Number> {
        let others = self.numbers.iter().enumerate();
        let others = others.filter(|(at, _)| *at != own);
        others.map(|(_, number)| number.clone()).collect()
    }

    /// The headings of a kind.
    fn of_kind(&self, kind: &Kind) -> Vec<Head> {
        if kind.is_same(&Kind::Chapter) {
            return numbered_chapters(self.info, self.heads);
        }
        let all = self.heads.iter();
        let all = all.filter(|head| head.number.kind.is_same(kind));
        keep_possible_chapters(self.info, all.cloned().collect())
    }

    /// Why nothing is there, from what is.
    fn missing(&self) -> Missing {
        if self.info.behind.bytes > 0 {
            return Missing::NotOpen;
        }

        let [only] = self.numbers.as_slice() else {
            return self.innermost();
        };
        let all = collect_chapters_among(self.info, self.heads);
        let is_counted = (1..).zip(&all).all(|(number, (own, _))| number == *own);
        if only.kind.is_same(&Kind::Chapter) && is_counted {
            return Missing::Chapter(all.len());
        }
        missing_outside_range(self.info, &self.of_kind(&only.kind))
    }

    /// What is in that of some numbers which is there.
    fn innermost(&self) -> Missing {
        let inside = (0..self.numbers.len()).rev().find_map(|own| {
            let around = self.others(own);
            let mut all = self.of_kind(&self.numbers[own].kind);
            all.retain(|head| is_inside_all(head, &around));
            (!all.is_empty()).then_some(all)
        });

        // What holds the rest is not there itself.
        let part = || self.numbers.iter().find(|number| number.kind.is_part());
        let parts = || part().map_or_else(Vec::new, |part| self.of_kind(&part.kind));
        missing_outside_range(self.info, &inside.unwrap_or_else(parts))
    }
}

/// The first heading with a number that is in all of the others.
fn find_numbered_head<'a>(all: &'a [Head], value: u32, around: &[Number]) -> Option<&'a Head> {
    let inside = || all.iter().filter(|head| is_inside_all(head, around));
    let found = inside().find(|head| head.number.value == value);
    found.or_else(|| inside().next_back().filter(|_| value == LAST))
}

fn is_inside_all(head: &Head, around: &[Number]) -> bool {
    around.iter().all(|number| {
        // A part that nothing calls so: "2.3".
        let fits = |one: &Number| number.kind == Kind::Alone || one.kind.is_same(&number.kind);
        let mut own = head.around.iter();
        own.any(|one| one.value == number.value && fits(one))
    })
}

/// What a text calls what somebody calls something: in words of another language, or in other words
/// for a part.
fn translate_kind(info: &DocumentInfo, heads: &[Head], kind: &Kind) -> Kind {
    let Kind::Called(_, called) = kind else {
        return kind.clone();
    };
    let own = || heads.iter().map(|head| &head.number.kind);
    if own().any(|one| one.is_same(kind)) {
        return kind.clone();
    }

    let is_foreign = !called.languages.contains(&info.language);
    let is_like = |one: &&Kind| {
        matches!(one, Kind::Called(_, own) if own.is_part == called.is_part)
            && (is_foreign || called.is_part)
    };
    own().find(is_like).unwrap_or(kind).clone()
}

/// From which to which heading those of a kind go.
pub(super) fn missing_outside_range(info: &DocumentInfo, all: &[Head]) -> Missing {
    let first = all.iter().min_by_key(|head| head.number.value);
    // Of several with one number the first, as everywhere.
    let last = all.iter().rev().max_by_key(|head| head.number.value);

    match (first, last) {
        (Some(first), Some(last)) if all.len() > 1 => {
            let [first, last] = [first, last].map(|head| head.heading(info).to_owned());
            Missing::Outside(first, last)
        }
        _ => Missing::Place,
    }
}
