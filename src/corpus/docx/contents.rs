//! A table of contents that was typed by hand: it says where the text is, and is no text.
//!
//! In: the paragraphs of a document. Out: the same without such tables. Those that Word makes are fields, see `fields`.

use super::paragraph::Paragraph;
use crate::corpus::html::is_contents_name;

/// So many entries make a table.
const FEW: usize = 2;

/// Takes out each table that is called one, with its name.
pub fn strip_contents(paragraphs: &mut Vec<Paragraph>) {
    let Some(name) = paragraphs.iter().position(|p| is_contents_name(&p.text)) else {
        return;
    };

    let is_of_table = |p: &&Paragraph| p.text.trim().is_empty() || is_entry(&p.text);
    let below = paragraphs[name + 1..].iter().take_while(is_of_table);
    let (length, entries) = (below.clone().count(), below.filter(|p| is_entry(&p.text)));
    if entries.count() >= FEW {
        paragraphs.drain(name..=name + length);
    }
}

/// `The Wreck`, a tab and the number of a page.
fn is_entry(text: &str) -> bool {
    let is_number = |number: &str| !number.is_empty() && number.chars().all(char::is_numeric);
    text.trim()
        .rsplit_once('\t')
        .is_some_and(|(title, number)| !title.trim().is_empty() && is_number(number.trim()))
}
