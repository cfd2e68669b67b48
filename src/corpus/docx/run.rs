//! How a run of letters in a Word document looks, as far as it says what is read: hidden, or
//! raised.
//!
//! In: the properties of runs and styles. Out: whether the text is printed, and how high it stands.
//! The decision that is not obvious: a run is hidden where one of its styles hides it, although in
//! Word two of them show it again, since what is private must not be read.

use quick_xml::events::BytesStart;

use super::styles::Styles;
use crate::corpus::xml::{attribute, is_on, number_attribute};

/// What a run or a style says itself.
#[derive(Debug, Default)]
pub struct Look {
    pub hidden: Option<bool>,
    pub raised: Option<bool>,
    /// How far above the line it stands, in half points.
    pub height: Option<i32>,
}

impl Look {
    /// Reads one property.
    pub fn property(&mut self, name: &str, tag: &BytesStart) {
        match name {
            "vanish" => self.hidden = Some(is_on(tag)),
            "vertAlign" => {
                self.raised = attribute(tag, "val").map(|place| place == "superscript");
            }
            "position" => self.height = number_attribute(tag, "val"),
            _ => {}
        }
    }
}

/// A run that is being read.
#[derive(Debug, Default)]
pub struct Run {
    look: Look,
    style: Option<String>,
    /// The font that it says it is in.
    pub font: String,
    /// Whether its text has been deleted, or is no part of the sentence.
    pub unprinted: bool,
}

impl Run {
    /// Reads one property.
    pub fn property(&mut self, name: &str, tag: &BytesStart) {
        match name {
            "rStyle" => self.style = attribute(tag, "val"),
            "rFonts" => self.font = attribute(tag, "ascii").unwrap_or_default(),
            "del" | "moveFrom" => self.unprinted = true,
            _ => self.look.property(name, tag),
        }
    }

    /// Whether nobody sees it in a paragraph of this style.
    pub fn is_hidden(&self, paragraph: &str, styles: &Styles) -> bool {
        let by_style = || {
            let own = self.style.as_deref().is_some_and(|own| styles.hides(own));
            own || styles.hides(paragraph)
        };
        self.unprinted || self.look.hidden.unwrap_or_else(by_style)
    }

    /// Whether it is smaller and above the line, like an exponent.
    pub fn is_raised(&self, styles: &Styles) -> bool {
        let by_style = || self.of_style(styles, |look| look.raised);
        self.look.raised.or_else(by_style).unwrap_or_default()
    }

    /// How far above the line it stands.
    pub fn height(&self, styles: &Styles) -> i32 {
        let by_style = || self.of_style(styles, |look| look.height);
        self.look.height.or_else(by_style).unwrap_or_default()
    }

    fn of_style<T>(&self, styles: &Styles, said: impl Fn(&Look) -> Option<T>) -> Option<T> {
        styles
            .bases(self.style.as_deref()?)
            .find_map(|style| said(&style.look))
    }
}
