//! A table of contents that was typed by hand: it says where the text is, and is no text.
//!
//! In: the paragraphs of a document. Out: the same without such a table. Those that Word makes are
//! fields, see `fields`.

use std::collections::HashSet;

use super::paragraph::Paragraph;
use crate::corpus::html::is_contents_name;
use crate::corpus::outline::comparable_letters;

/// So many entries make a table.
const FEW: usize = 2;

/// Takes out the first table that is called one, with its name.
pub fn strip_contents(paragraphs: &mut Vec<Paragraph>) {
    let Some(name) = paragraphs.iter().position(|p| is_contents_name(&p.text)) else {
        return;
    };

    let is_of_table = |p: &&Paragraph| p.text.trim().is_empty() || find_title(&p.text).is_some();
    let below = paragraphs[name + 1..].iter().take_while(is_of_table);
    let length = below.clone().count();
    let titles = below.filter_map(|p| find_title(&p.text));

    // The contents of a box may be listed so, too: those of a text are found again in it.
    let written: HashSet<String> = paragraphs[name + 1 + length..]
        .iter()
        .map(|p| comparable_letters(&p.text))
        .collect();
    let titles: Vec<String> = titles.map(comparable_letters).collect();
    let found = titles.iter().filter(|title| written.contains(*title));
    if titles.len() >= FEW && 2 * found.count() > titles.len() {
        paragraphs.drain(name..=name + length);
    }
}

/// The title of an entry: `The Wreck`, a tab and the number of a page.
fn find_title(text: &str) -> Option<&str> {
    let is_number = |number: &str| !number.is_empty() && number.chars().all(char::is_numeric);
    let (title, number) = text.trim().rsplit_once('\t')?;
    (!title.trim().is_empty() && is_number(number.trim())).then_some(title)
}
