//! The bookmarks of a PDF: a tree of titles, each of which leads to a page, and mostly to a height
//! on it.
//!
//! A bookmark names its page itself, or a destination that the file lists elsewhere. Links may run
//! in circles and lists may be endless, so every object is looked at once, and only so many.

use std::collections::{HashMap, HashSet};

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier};
use hayro_interpret::kurbo::Point;

use super::file;

/// Most bookmarks, and most destinations with a name.
const MOST: usize = 5_000;
/// How deep bookmarks and lists of names may nest.
const DEEPEST: usize = 32;

/// A title and where it leads.
#[derive(Debug)]
pub struct Bookmark {
    /// 1 is the outermost.
    pub level: u8,
    pub title: String,
    pub target: Target,
}

/// A page, from 0, and the place on it where reading begins, in the units of the file, if one is
/// named.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    pub page: usize,
    pub at: Option<Point>,
}

/// The bookmarks that lead to a page of the file, in their order.
pub fn collect_bookmarks(pdf: &Pdf) -> Vec<Bookmark> {
    let Some(root) = file::document_catalog(pdf) else {
        return Vec::new();
    };
    let Some(first) = root
        .get::<Dict>("Outlines")
        .and_then(|all| all.get::<Dict>("First"))
    else {
        return Vec::new();
    };

    let targets = Targets::of(pdf, &root);
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut ahead = vec![(first, 1)];

    while let Some((bookmark, level)) = ahead.pop() {
        let is_new = bookmark.obj_id().is_none_or(|id| seen.insert(id));
        if !is_new || seen.len() > MOST {
            continue;
        }

        let title = bookmark.get::<Object>("Title").and_then(file::object_text);
        if let Some((title, target)) = title.zip(targets.target_of(&bookmark)) {
            let level = level.min(9) as u8;
            found.push(Bookmark {
                level,
                title,
                target,
            });
        }

        // What is pushed last comes first: what is below it stands before what follows it.
        ahead.extend(bookmark.get::<Dict>("Next").map(|next| (next, level)));
        if level < DEEPEST {
            ahead.extend(
                bookmark
                    .get::<Dict>("First")
                    .map(|first| (first, level + 1)),
            );
        }
    }

    found
}

/// What bookmarks may lead to.
struct Targets<'a> {
    pages: HashMap<ObjectIdentifier, usize>,
    named: HashMap<Vec<u8>, Object<'a>>,
}

impl<'a> Targets<'a> {
    fn of(pdf: &'a Pdf, root: &Dict<'a>) -> Targets<'a> {
        let pages = pdf.pages().iter().zip(0..);
        let mut targets = Targets {
            pages: pages
                .filter_map(|(page, number)| Some((page.raw().obj_id()?, number)))
                .collect(),
            named: HashMap::new(),
        };

        if let Some(list) = root.get::<Dict>("Dests") {
            for name in list.keys().take(MOST) {
                if let Some(target) = list.get::<Object>(&name) {
                    targets.named.insert(name.as_ref().to_vec(), target);
                }
            }
        }
        if let Some(tree) = root
            .get::<Dict>("Names")
            .and_then(|names| names.get::<Dict>("Dests"))
        {
            targets.add_names(&tree, 0);
        }

        targets
    }

    fn add_names(&mut self, node: &Dict<'a>, depth: usize) {
        let names = node.get::<Array>("Names");
        let mut names = names.iter().flat_map(Array::iter::<Object>);
        while let Some((name, target)) = names.next().zip(names.next()) {
            if self.named.len() >= MOST {
                return;
            }
            if let Some(name) = name.into_string() {
                self.named.insert(name.as_bytes().to_vec(), target);
            }
        }

        let children = node.get::<Array>("Kids");
        for child in children.iter().flat_map(Array::iter::<Dict>) {
            if depth < DEEPEST && self.named.len() < MOST {
                self.add_names(&child, depth + 1);
            }
        }
    }

    fn target_of(&self, bookmark: &Dict) -> Option<Target> {
        let target = bookmark.get::<Object>("Dest").or_else(|| {
            let action = bookmark.get::<Dict>("A")?;
            action.get::<Object>("D")
        })?;

        match target {
            Object::Name(name) => self.place_of(self.named.get(name.as_ref())?.clone()),
            Object::String(name) => self.place_of(self.named.get(name.as_bytes())?.clone()),
            target => self.place_of(target),
        }
    }

    /// Where a destination leads, which is `[page ...]` or has that under `D`.
    fn place_of(&self, target: Object) -> Option<Target> {
        let place = match target {
            Object::Array(place) => place,
            target => target.into_dict()?.get::<Array>("D")?,
        };

        let page = match place.raw_iter().next()? {
            MaybeRef::Ref(page) => *self.pages.get(&page.into())?,
            MaybeRef::NotRef(page) => usize::try_from(page.into_i32()?).ok()?,
        };
        Some(Target {
            page,
            at: parse_destination(&place),
        })
    }
}

/// The place on its page that a destination names: `[page /XYZ left top zoom]`, `[page /FitH top]`,
/// `[page /FitR left bottom right top]`.
fn parse_destination(place: &Array) -> Option<Point> {
    let mut values = place.iter::<Object>().skip(1);
    let kind = values.next()?.into_name()?;
    let numbers: Vec<Option<f32>> = values.take(4).map(Object::into_f32).collect();

    let number = |at: usize| numbers.get(at).copied().flatten().map(f64::from);
    let (left, top) = match kind.as_ref() {
        b"XYZ" => (number(0), number(1)),
        b"FitH" | b"FitBH" => (None, number(0)),
        b"FitR" => (number(0), number(3)),
        _ => return None,
    };
    Some(Point::new(left.unwrap_or_default(), top?))
}
