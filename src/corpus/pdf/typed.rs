//! What is typed into a page: the filled fields of a form, and the words that a viewer sets on it.
//! Both are printed.
//!
//! Such a text has a drawing of its own, or a program leaves that to whoever shows the page; then
//! its words are set as they would be. Comments that are only pinned to a page are none of its
//! text.

use hayro_interpret::Context;
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Rect as Corners, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use hayro_interpret::kurbo::{Affine, Rect, Shape};
use hayro_interpret::{RectExt, interpret};

use super::collector::Collector;
use super::file;
use super::fonts::Fonts;

/// Most such texts on a page.
const MOST: usize = 2_000;
/// It is hidden, or not shown on a screen.
const HIDDEN: u32 = 1 << 1 | 1 << 5;
/// A field that shows none of what is typed.
const PASSWORD: u32 = 1 << 13;
/// How many fields a field may be a part of.
const DEEPEST: usize = 16;
/// Size of type where none is given, and the part of its field that it fills at most.
const SIZE: f64 = 12.0;
const FILLED: f64 = 0.8;

/// One such text.
pub enum Typed<'a> {
    /// Drawn by this program, with these means.
    Drawn(Vec<u8>, Resources<'a>),
    /// Words, and the place for them.
    Words(String, Rect),
}

/// What is typed into a page, in the order of the file. Its fonts are added to those known.
pub fn collect_typed<'a>(page: &Page<'a>, fonts: &mut Fonts) -> Vec<Typed<'a>> {
    let list = page.raw().get::<Array>("Annots");
    let all = list.iter().flat_map(Array::iter::<Dict>).take(MOST);
    let mut typed: Vec<Typed> = all
        .filter_map(|annotation| Typed::of(&annotation, page))
        .collect();

    typed.retain(|text| match text {
        Typed::Drawn(_, resources) => fonts.add(resources),
        Typed::Words(..) => true,
    });
    typed
}

impl<'a> Typed<'a> {
    fn of(annotation: &Dict<'a>, page: &Page<'a>) -> Option<Typed<'a>> {
        let words = match annotation.get::<Name>("Subtype")?.as_ref() {
            b"FreeText" => annotation.get::<Object>("Contents"),
            b"Widget" => field_value(annotation)?,
            _ => return None,
        };
        if annotation.get::<u32>("F").unwrap_or_default() & HIDDEN != 0 {
            return None;
        }

        let place = annotation.get::<Corners>("Rect")?.to_kurbo();
        let look = annotation.get::<Dict>("AP");
        match look.and_then(|look| look.get::<Stream>("N")) {
            Some(drawing) => fit_drawing(&drawing, place, page),
            None => Some(Typed::Words(words.and_then(file::object_text)?, place)),
        }
    }

    /// Adds it to what is collected from a page that lies `upright` so.
    pub fn draw(&self, upright: Affine, context: &mut Context<'a>, collector: &mut Collector) {
        match self {
            Typed::Drawn(program, resources) => {
                interpret(TypedIter::new(program), resources, context, collector);
            }
            Typed::Words(words, place) => {
                let size = SIZE.min(FILLED * place.height());
                for (number, line) in (1..).zip(words.lines()) {
                    let foot = place.y1 - size * f64::from(number);
                    let at = upright * Affine::translate((place.x0, foot));
                    collector.write(line, at, size);
                }
            }
        }
    }
}

/// What is in a field of a form in which one types or chooses; `None` for others.
fn field_value<'a>(field: &Dict<'a>) -> Option<Option<Object<'a>>> {
    let mut whole = vec![field.clone()];
    while let Some(parent) = whole.last().and_then(|part| part.get::<Dict>("Parent")) {
        if whole.len() == DEEPEST {
            break;
        }
        whole.push(parent);
    }

    let kind = whole.iter().find_map(|part| part.get::<Name>("FT"))?;
    let flags = whole.iter().find_map(|part| part.get::<u32>("Ff"));
    let is_typed = matches!(kind.as_ref(), b"Tx" | b"Ch");
    let is_secret = flags.unwrap_or_default() & PASSWORD != 0;
    (is_typed && !is_secret).then(|| whole.iter().find_map(|part| part.get::<Object>("V")))
}

/// A drawing, moved and stretched so that it fills its place.
fn fit_drawing<'a>(drawing: &Stream<'a>, place: Rect, page: &Page<'a>) -> Option<Typed<'a>> {
    let dict = drawing.dict();
    let matrix = Affine::new(
        dict.get::<[f64; 6]>("Matrix")
            .unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]),
    );
    let frame = dict.get::<Corners>("BBox")?.to_kurbo();
    let own = (matrix * frame.to_path(0.1)).bounding_box();

    let fit = Affine::translate(place.origin().to_vec2())
        * Affine::scale_non_uniform(place.width() / own.width(), place.height() / own.height())
        * Affine::translate(-own.origin().to_vec2());
    let numbers = (fit * matrix).as_coeffs();
    if !numbers.iter().all(|number| number.is_finite()) {
        return None;
    }

    let written = numbers.map(|number| number.to_string()).join(" ");
    let mut program = format!("q {written} cm\n").into_bytes();
    program.extend(drawing.decoded_data().ok()?.iter());
    program.extend(b"\nQ");

    let resources = dict.get::<Dict>("Resources").map(Resources::new);
    Some(Typed::Drawn(
        program,
        resources.unwrap_or_else(|| page.resources().clone()),
    ))
}
