//! The style sheets of a book, which stand in files of their own: each is read once, however many
//! pages ask for it.
//!
//! In: a page and its link to a style sheet. Out: the rules of the sheet, if it is in the book. The
//! decision that is not obvious: a sheet that cannot be read says nothing, since the text can be
//! read without it.

use std::collections::HashMap;
use std::rc::Rc;

use super::resolve_link;
use crate::corpus::archive::Archive;
use crate::corpus::decode::decode;
use crate::corpus::html::Styles;

/// A larger style sheet is not read.
const MOST_BYTES: usize = 1 << 20;

/// The style sheets that were asked for, by their names.
#[derive(Default)]
pub struct Sheets(HashMap<String, Option<Rc<Styles>>>);

impl Sheets {
    /// The style sheet that a link on the page of this name leads to.
    pub fn get(&mut self, page: &str, link: &str, archive: &mut Archive) -> Option<Rc<Styles>> {
        let name = resolve_link(page, link)?;
        let known = self.0.entry(name);
        let sheet = known.or_insert_with_key(|name| read_sheet(name, archive).map(Rc::new));
        sheet.clone()
    }
}

fn read_sheet(name: &str, archive: &mut Archive) -> Option<Styles> {
    let bytes = archive.read(name).ok().flatten()?;
    let bytes = Some(bytes).filter(|bytes| bytes.len() <= MOST_BYTES)?;
    Some(Styles::read(&decode(bytes).ok()?))
}
