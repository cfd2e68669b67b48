//! How terms get into Tantivy: as one string with a term a line, and a tokenizer that only cuts it.
//!
//! Tantivy has a type for text that is analysed already, but it writes each token as JSON and reads
//! it again, which cost a third of a build. No term holds a line break.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The name under which [`Lines`] is registered.
pub const LINES: &str = "lines";

/// Appends a term, which holds no line break.
pub fn push_line(lines: &mut String, term: &str) {
    lines.push_str(term);
    lines.push('\n');
}

/// A tokenizer that gives each line as it is.
#[derive(Clone, Default)]
pub struct Lines {
    token: Token,
}

/// The lines of a text.
pub struct LineStream<'a> {
    lines: std::str::SplitTerminator<'a, char>,
    token: &'a mut Token,
}

impl Tokenizer for Lines {
    type TokenStream<'a> = LineStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LineStream<'a> {
        self.token.reset();
        LineStream {
            lines: text.split_terminator('\n'),
            token: &mut self.token,
        }
    }
}

impl TokenStream for LineStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(line) = self.lines.next() else {
            return false;
        };

        // reset() leaves the position one before the first, where there is no number: hence
        // wrapping.
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text.clear();
        self.token.text.push_str(line);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_come_out_as_they_went_in() {
        for terms in [
            vec![],
            vec![""],
            vec!["lamp"],
            vec!["", "two words", "lamp", ""],
        ] {
            let mut lines = String::new();
            terms.iter().for_each(|term| push_line(&mut lines, term));
            let mut found = Vec::new();
            let mut tokenizer = Lines::default();
            tokenizer
                .token_stream(&lines)
                .process(&mut |token| found.push((token.position, token.text.clone())));
            let expected: Vec<(usize, String)> =
                terms.into_iter().map(str::to_owned).enumerate().collect();
            assert_eq!(found, expected);
        }
    }
}
