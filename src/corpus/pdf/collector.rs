//! A page -> the letters on it and where they stand, the way up in which they are read.
//!
//! The library runs the page as if to draw it and hands out each glyph with its place, its true
//! width and the text that it means. A page may be turned, and so may what is on it: most of its
//! letters decide which way is up. Text that runs otherwise is a stamp or a label at a margin,
//! unless there is much of it. What is cut away, or stands beside the page, nobody sees, and what
//! the page itself calls no part of its text is none: running heads, numbers.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::WritingMode;
use hayro_interpret::hayro_syntax::object::{Dict, Name, Object};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

use super::file;
use super::fonts::Fonts;
use super::glyphs::{self, Glyph, Letter, Way, glyph_text, measure_stretch, plain_letters};

/// Fewer letters that run another way than most of the page are a stamp or a label.
const FEW: usize = 200;
/// Letters so small, in points and in heights of the page, are there for nobody to read.
const TINY: (f64, f64) = (0.5, 0.0006);
/// Most glyphs for which a page gives a text of its own; for more it would not tell where the words
/// stand.
const MOST_REPLACED: usize = 16;
/// The width of a letter, in its sizes, of which no font is known.
const WIDTH: f64 = 0.5;

/// Largest shape, in points, that may be a bullet, how much wider than high it may be, and the most
/// steps of its outline.
const LARGEST_DOT: f64 = 20.0;
const ROUND: std::ops::Range<f64> = 0.8..1.25;
const MOST_STEPS: usize = 20;

/// The ways that text may run, upright first.
const WAYS: [Way; 4] = [Way::Right, Way::Down, Way::Left, Way::Up];

/// The letters of a page as it is read.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub letters: Vec<Letter>,
    /// What is typed into it.
    pub typed: Vec<Letter>,
    /// Small shapes as wide as high, which may be bullets.
    pub dots: Vec<Rect>,
    pub width: f64,
    pub height: f64,
    /// From the page as it lies to the page as it is read.
    pub turn: Affine,
}

/// Collects the glyphs of a page instead of drawing them.
#[derive(Debug)]
pub struct Collector<'f> {
    fonts: &'f Fonts,
    glyphs: Vec<Glyph>,
    /// Small shapes as wide as high.
    dots: Vec<Rect>,
    /// Parts of the page that are open.
    parts: Vec<Part>,
    /// What is seen of the page; each lies within the one before.
    views: Vec<Rect>,
}

/// A part of a page that is marked.
#[derive(Debug)]
struct Part {
    /// How many glyphs came before it.
    start: usize,
    /// What is given as its text.
    text: Option<String>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Text,
    /// A running head or the number of the page.
    Frame,
    /// No part of the text for another reason.
    Extra,
}

impl<'f> Collector<'f> {
    /// Of a page of which this is seen.
    pub fn new(fonts: &'f Fonts, view: Rect) -> Collector<'f> {
        Collector {
            fonts,
            glyphs: Vec::new(),
            dots: Vec::new(),
            parts: Vec::new(),
            views: vec![view],
        }
    }

    /// Draws something, unless it says that it cannot be read.
    pub fn try_to(&mut self, draw: impl FnOnce(&mut Self) -> bool) {
        let start = self.glyphs.len();
        if !draw(self) {
            self.glyphs.truncate(start);
        }
    }

    /// Writes a line of which only the words are given.
    pub fn write(&mut self, line: &str, place: Affine, size: f64) {
        let [a, b, c, d, ..] = place.as_coeffs();
        let step = Vec2::new(a, b) * WIDTH * size;
        let line = plain_letters(line);
        let view = self.views[0];

        let letters = line.chars().zip(0..).map(|(letter, number)| {
            let at = place * Point::ZERO + step * f64::from(number);
            Glyph {
                text: letter.to_string(),
                at,
                step,
                size: size * Vec2::new(c, d).hypot(),
                is_seen: view.contains(at),
                is_extra: false,
            }
        });

        self.glyphs.extend(letters);
    }

    /// What was collected from the page, and what is `typed` into it.
    pub fn sheet(mut self, mut typed: Collector) -> Sheet {
        // Whoever sees nothing at all has another page before him than we.
        if self.glyphs.iter().any(|glyph| glyph.is_seen) {
            self.drop_unseen();
        }
        typed.drop_unseen();
        self.drop_extras();
        glyphs::set_vertical(&mut self.glyphs);

        let counts = WAYS.map(|way| {
            let own = self.glyphs.iter().filter(|glyph| glyph.way() == Some(way));
            own.filter(|glyph| !glyph.text.trim().is_empty()).count()
        });
        // The first of equals, which is upright.
        let most = counts.iter().max();
        let main = counts.iter().position(|count| Some(count) == most);
        let main = WAYS[main.unwrap_or_default()];

        let width = self.views[0].x1;
        let height = self.views[0].y1;
        let mut sheet = Sheet {
            typed: typed.letters(main, 0.0),
            turn: main.turn(width, height),
            ..Sheet::default()
        };
        let turned = self
            .dots
            .iter()
            .map(|dot| sheet.turn.transform_rect_bbox(*dot));
        sheet.dots = turned.collect();
        (sheet.width, sheet.height) = main.extent(width, height);
        for (way, count) in WAYS.into_iter().zip(counts) {
            if way == main {
                sheet.letters.extend(self.letters(way, 0.0));
            } else if count >= FEW {
                // Below the page, where it is in nobody's way.
                sheet.letters.extend(self.letters(way, sheet.height));
            }
        }

        sheet
    }

    /// Leaves out what nobody sees. A line that runs over the edge of the page is read as a whole.
    fn drop_unseen(&mut self) {
        let lines = self.glyphs.chunk_by(Glyph::goes_on_with);
        let seen = lines.filter(|line| line.iter().any(|glyph| glyph.is_seen));
        self.glyphs = seen.flatten().cloned().collect();
    }

    /// Leaves out what is called no part of the text. Some programs call all that they draw so.
    fn drop_extras(&mut self) {
        let extras = self.glyphs.iter().filter(|glyph| glyph.is_extra).count();
        if extras * 2 <= self.glyphs.len() {
            self.glyphs.retain(|glyph| !glyph.is_extra);
        }
    }

    /// The letters that run a way, turned upright and moved down.
    fn letters(&self, way: Way, down: f64) -> Vec<Letter> {
        let width = self.views[0].x1;
        let height = self.views[0].y1;
        let turn = way.turn(width, height).then_translate(Vec2::new(0.0, down));
        let own = self.glyphs.iter().filter(|glyph| glyph.way() == Some(way));
        let tiny = TINY.0.min(TINY.1 * height);
        own.map(|glyph| glyph.upright(turn))
            .filter(|letter| letter.is_sound() && letter.size > tiny)
            .collect()
    }

    /// Puts the text that the page gives for its last glyphs in their place.
    fn replace(&mut self, start: usize, text: &str) {
        let own = self.glyphs.get(start..).unwrap_or_default();
        let Some(first) = own.first() else {
            return;
        };

        // Over several lines the words would all stand where the first one does.
        let along = first.step.normalize();
        let is_line = own.iter().all(|glyph| {
            glyph.way() == first.way() && (glyph.at - first.at).cross(along).abs() < first.size
        });
        if own.len() > MOST_REPLACED || !is_line {
            return;
        }

        let begins = own.iter().map(|glyph| (glyph.at - first.at).dot(along));
        let ends = own
            .iter()
            .map(|glyph| (glyph.at + glyph.step - first.at).dot(along));
        let begin = begins.fold(0.0, f64::min);
        let end = ends.fold(begin, f64::max);

        let whole = Glyph {
            text: plain_letters(text),
            at: first.at + along * begin,
            step: along * (end - begin).max(f64::EPSILON),
            size: first.size,
            is_seen: own.iter().any(|glyph| glyph.is_seen),
            is_extra: first.is_extra,
        };
        self.glyphs.truncate(start);
        self.glyphs.push(whole);
    }
}

impl Device<'_> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        let places: Vec<Affine> = run
            .glyphs()
            .iter()
            .map(|glyph| props.transform * glyph.transform())
            .collect();

        // What stands in for a font that the file lacks is stretched, each glyph in its own way.
        // The page itself stretches all alike.
        let stretches = || places.iter().map(|place| measure_stretch(*place));
        let first = stretches().next().unwrap_or(1.0);
        let stretch = if stretches().all(|other| (other - first).abs() < 0.01 * first) {
            first
        } else {
            1.0
        };

        let is_vertical = run.writing_mode() == WritingMode::Vertical;
        let view = self.views.last().copied().unwrap_or_default();
        for (glyph, place) in run.glyphs().iter().zip(places) {
            let text = glyph_text(glyph, self.fonts);
            let mut glyph = Glyph::new(text, glyph, place, stretch, is_vertical);
            glyph.is_seen = view.contains(glyph.middle());
            self.glyphs.push(glyph);
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let text = properties
            .and_then(|properties| properties.get::<Object>("ActualText"))
            .and_then(file::object_text);
        self.parts.push(Part {
            start: self.glyphs.len(),
            text,
            kind: Kind::of(tag, properties),
        });
    }

    fn end_marked_content(&mut self) {
        let Some(part) = self.parts.pop() else {
            return;
        };
        if let Some(text) = part.text {
            self.replace(part.start, &text);
        }

        let start = part.start.min(self.glyphs.len());
        match part.kind {
            Kind::Text => {}
            Kind::Frame => self.glyphs.truncate(start),
            Kind::Extra => {
                for glyph in &mut self.glyphs[start..] {
                    glyph.is_extra = true;
                }
            }
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let view = self.views.last().copied().unwrap_or_default();
        // Without a path there is nothing to see, by the letter; no program means that.
        let is_whole = clip.path.elements().is_empty();
        self.views.push(if is_whole {
            view
        } else {
            view.intersect(clip.path.bounding_box())
        });
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'_>, mode: &DrawMode) {
        if path.elements().len() > MOST_STEPS || matches!(mode, DrawMode::Invisible) {
            return;
        }

        let bounds = props.transform.transform_rect_bbox(path.bounding_box());
        let view = self.views.last().copied().unwrap_or_default();
        let is_dot = ROUND.contains(&(bounds.width() / bounds.height()))
            && bounds.width() < LARGEST_DOT
            && view.contains(bounds.center());
        if is_dot {
            self.dots.push(bounds);
        }
    }

    fn pop_clip(&mut self) {
        if self.views.len() > 1 {
            self.views.pop();
        }
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_transparency_group(&mut self) {}
}

impl Kind {
    fn of(tag: &[u8], properties: Option<&Dict<'_>>) -> Kind {
        let kind = properties.and_then(|properties| properties.get::<Name>("Type"));
        match kind {
            _ if tag != b"Artifact" => Kind::Text,
            Some(kind) if kind.as_ref() == b"Pagination" => Kind::Frame,
            _ => Kind::Extra,
        }
    }
}
