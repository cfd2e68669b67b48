//! How terms get into Tantivy: as one string with a term a line, and a tokenizer that only cuts it.
//!
//! Tantivy has a type for text that is analysed already, but it writes each token as JSON and reads
//! it again, which cost a third of a build. No term holds a line break. Where only counts matter, a
//! term stands once, behind how often it is meant.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The name under which [`Lines`] is registered.
pub const LINES: &str = "lines";
/// The same for [`Lines::counted`].
pub const COUNTED_LINES: &str = "counted lines";

/// Appends a term, which holds no line break.
pub fn push_line(lines: &mut String, term: &str) {
    lines.push_str(term);
    lines.push('\n');
}

/// Appends a term that is meant `count` times.
pub fn push_counted(lines: &mut String, term: &str, count: u32) {
    lines.push_str(&count.to_string());
    lines.push(' ');
    push_line(lines, term);
}

/// A tokenizer that gives each line as it is.
#[derive(Clone, Default)]
pub struct Lines {
    is_counted: bool,
    token: Token,
}

impl Lines {
    /// One that gives each line as often as it says.
    pub fn counted() -> Lines {
        Lines {
            is_counted: true,
            ..Lines::default()
        }
    }
}

/// The lines of a text.
pub struct LineStream<'a> {
    lines: std::str::SplitTerminator<'a, char>,
    is_counted: bool,
    /// How often the line is still to be given.
    left: u32,
    token: &'a mut Token,
}

impl Tokenizer for Lines {
    type TokenStream<'a> = LineStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LineStream<'a> {
        self.token.reset();
        LineStream {
            lines: text.split_terminator('\n'),
            is_counted: self.is_counted,
            left: 0,
            token: &mut self.token,
        }
    }
}

impl TokenStream for LineStream<'_> {
    fn advance(&mut self) -> bool {
        // reset() leaves the position one before the first, where there is no number: hence
        // wrapping.
        self.token.position = self.token.position.wrapping_add(1);
        if self.left > 0 {
            self.left -= 1;
            return true;
        }

        let Some(line) = self.lines.next() else {
            return false;
        };
        let counted = line.split_once(' ').filter(|_| self.is_counted);
        let (count, term) = counted.unwrap_or(("1", line));
        self.left = count
            .parse()
            .map_or(0, |count: u32| count.saturating_sub(1));

        self.token.text.clear();
        self.token.text.push_str(term);
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

    #[test]
    fn a_counted_term_comes_out_as_often_as_it_is_meant() {
        let mut lines = String::new();
        push_counted(&mut lines, "two words", 1);
        push_counted(&mut lines, "lamp", 3);
        let mut found = Vec::new();
        let mut tokenizer = Lines::counted();
        tokenizer
            .token_stream(&lines)
            .process(&mut |token| found.push((token.position, token.text.clone())));
        let expected = ["two words", "lamp", "lamp", "lamp"].map(str::to_owned);
        assert_eq!(found, Vec::from_iter(expected.into_iter().enumerate()));
    }
}
