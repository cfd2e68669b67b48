//! The numbers in a place that somebody typed -> the heading of a text that has them.
//!
//! What is not obvious: a number that is not there opens nothing. Whoever asks for chapter 9 of 6 wants none of the words
//! "past nine".

use super::counted::{chapter, chapters, chapters_alone, numbered_chapters};
use super::heads::{Head, heads};
use super::numbering::{Kind, LAST, Number, Typed};
use crate::index::DocumentInfo;

/// Larger numbers that nothing calls a chapter are years and amounts, which are looked for as words.
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
    /// Something that counts otherwise; the headings with the smallest and the largest number that are there.
    Outside(String, String),
    /// What may not be read yet.
    NotOpen,
    /// A page or the like.
    Place,
}

/// Where the numbers in a place lead.
pub fn led(info: &DocumentInfo, typed: &Typed) -> Led {
    let found = match typed.numbers.as_slice() {
        [only] => one(info, only),
        all => nested(info, all),
    };
    if let Some(section) = found {
        return Led::To(section);
    }

    let is_bare = typed.numbers.iter().all(|one| one.kind == Kind::Alone);
    let is_number = typed.numbers.len() == 1
        && typed.numbers[0].value <= LARGEST_BARE
        && numbered_chapters(info).len() > 1;
    if typed.is_whole && (!is_bare || is_number) {
        Led::Nowhere(missing(info, typed))
    } else {
        Led::Words
    }
}

/// The section of a single number: of several with it, the first.
fn one(info: &DocumentInfo, number: &Number) -> Option<usize> {
    let kind = meant(info, &number.kind);
    if kind.is_same(&Kind::Chapter) {
        return chapter(info, number.value);
    }
    let all = of_kind(info, &kind);
    find(&all, number.value, &[]).map(|head| head.section)
}

/// The section whose heading has one of these numbers, and which is in all that have the others.
fn nested(info: &DocumentInfo, numbers: &[Number]) -> Option<usize> {
    // What is named last is mostly innermost: "book 2, chapter 3".
    (0..numbers.len()).rev().find_map(|own| {
        let all = of_kind(info, &meant(info, &numbers[own].kind));
        let around = others(info, numbers, own);
        find(&all, numbers[own].value, &around).map(|head| head.section)
    })
}

/// All but one of some numbers, as the text calls what they number.
fn others(info: &DocumentInfo, numbers: &[Number], own: usize) -> Vec<Number> {
    let others = numbers.iter().enumerate().filter(|(at, _)| *at != own);
    let others = others.map(|(_, number)| Number {
        kind: meant(info, &number.kind),
        value: number.value,
    });
    others.collect()
}

/// The first heading with a number that is in all of the others.
fn find<'a>(all: &'a [Head], value: u32, around: &[Number]) -> Option<&'a Head> {
    let mut inside = all.iter().filter(|head| is_in(head, around));
    if value == LAST {
        return inside.next_back();
    }
    inside.find(|head| head.number.value == value)
}

fn is_in(head: &Head, around: &[Number]) -> bool {
    around.iter().all(|number| {
        // A part that nothing calls so: "2.3".
        let fits = |one: &Number| number.kind == Kind::Alone || one.kind.is_same(&number.kind);
        let mut own = head.around.iter();
        own.any(|one| one.value == number.value && fits(one))
    })
}

/// The headings of a kind.
fn of_kind(info: &DocumentInfo, kind: &Kind) -> Vec<Head> {
    if kind.is_same(&Kind::Chapter) {
        return numbered_chapters(info);
    }
    let all = heads(info).into_iter();
    chapters_alone(
        info,
        all.filter(|head| head.number.kind.is_same(kind)).collect(),
    )
}

/// What a text calls what somebody calls something: in words of another language, or in other words for a part.
fn meant(info: &DocumentInfo, kind: &Kind) -> Kind {
    let Kind::Called(_, called) = kind else {
        return kind.clone();
    };
    let heads = heads(info);
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

/// Why nothing is there, from what is.
fn missing(info: &DocumentInfo, typed: &Typed) -> Missing {
    if info.behind.bytes > 0 {
        return Missing::NotOpen;
    }

    let kinds: Vec<Kind> = typed
        .numbers
        .iter()
        .map(|one| meant(info, &one.kind))
        .collect();
    let is_chapter = |kind: &Kind| kind.is_same(&Kind::Chapter);
    let [only] = kinds.as_slice() else {
        return innermost(info, typed, &kinds);
    };
    let all = chapters(info);
    let is_counted = (1..).zip(&all).all(|(number, (own, _))| number == *own);
    if is_chapter(only) && is_counted {
        return Missing::Chapter(all.len());
    }
    outside(info, &of_kind(info, only))
}

/// What is in that of some numbers which is there.
fn innermost(info: &DocumentInfo, typed: &Typed, kinds: &[Kind]) -> Missing {
    let inside = (0..kinds.len()).rev().find_map(|own| {
        let around = others(info, &typed.numbers, own);
        let mut all = of_kind(info, &kinds[own]);
        all.retain(|head| is_in(head, &around));
        (!all.is_empty()).then_some(all)
    });
    // What holds the rest is not there itself.
    let part = || kinds.iter().find(|kind| kind.is_part());
    let parts = || part().map_or_else(Vec::new, |part| of_kind(info, part));
    outside(info, &inside.unwrap_or_else(parts))
}

/// From which to which heading those of a kind go.
fn outside(info: &DocumentInfo, all: &[Head]) -> Missing {
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
