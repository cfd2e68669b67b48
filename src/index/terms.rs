//! How often each term stands in each document, kept small until all passages are written: Tantivy
//! gets the documents after the last passage, and by then a large library's tokens would fill memory.

use std::collections::HashMap;

use crate::analyze::Token;

/// Terms by number, and the counts of each document.
#[derive(Default)]
pub struct DocumentTerms {
    numbers: HashMap<String, u32>,
    documents: Vec<HashMap<u32, u32>>,
}

impl DocumentTerms {
    /// Begins the next document.
    pub fn begin(&mut self) {
        if let Some(last) = self.documents.last_mut() {
            last.shrink_to_fit();
        }
        self.documents.push(HashMap::new());
    }

    /// Counts the tokens of a passage of the document begun last.
    pub fn count(&mut self, tokens: &[Token]) {
        let Some(document) = self.documents.last_mut() else { return };
        for token in tokens {
            let next = self.numbers.len() as u32;
            let number = match self.numbers.get(&token.term) {
                Some(number) => *number,
                None => *self.numbers.entry(token.term.clone()).or_insert(next),
            };
            *document.entry(number).or_insert(0) += 1;
        }
    }

    /// The terms of each document, sorted, each as often as it stands there.
    pub fn documents(&self) -> impl Iterator<Item = Vec<&str>> {
        let mut names = vec![""; self.numbers.len()];
        for (name, number) in &self.numbers {
            names[*number as usize] = name;
        }
        self.documents.iter().map(move |counts| {
            let mut terms: Vec<(&str, u32)> = counts.iter().map(|(id, count)| (names[*id as usize], *count)).collect();
            terms.sort_unstable();
            terms.into_iter().flat_map(|(term, count)| std::iter::repeat_n(term, count as usize)).collect()
        })
    }
}
