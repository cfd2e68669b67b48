//! A message -> what it quotes, each held against the texts.
//!
//! In: a message and the libraries. Out: its quotations, with where they stand. A message is read
//! as a whole first, bare of what people write around it; only if it does not stand there so, what
//! it marks as quoted is looked for by itself. The decision that is not obvious: every quotation
//! that is marked counts, so that a true one lends no truth to another.

use anyhow::Result;

use super::RUN;
use super::checker::{Checker, FEWEST, MOST};
use super::claims::{Piece, choose_claims};
use super::clean::clean_message;
use super::marks::{
    Marked, collect_emphasised, collect_quoted, strip_emphasis, strip_line_marks, strip_reply_frame,
};
use super::parts::{Check, Part};
use super::regions::estimate_word_count;
use super::shapes::has_words;
use super::told::{find_narration, is_attributed, is_introduced, is_told};
use super::words::fold_words;
use crate::index::Library;

/// Parts the pieces of a message that stand apart in it: what somebody wrote, and what an embed
/// shows.
pub const APART: char = '\u{1e}';

/// Holds what a message quotes against the texts of some libraries.
///
/// # Errors
/// When an index cannot be read.
pub fn check_message(libraries: &[&Library], message: &str) -> Result<Check> {
    let mut checker = Checker::of(libraries);

    let mut pieces = Vec::new();
    for piece in message.split(APART) {
        let (is_marked, check) = checker.piece(piece)?;
        if !check.parts.is_empty() {
            pieces.push(Piece {
                is_marked,
                words: estimate_word_count(piece),
                check,
            });
        }
    }
    let claims = choose_claims(pieces).into_iter();
    Ok(merge_checks(claims.map(|piece| piece.check)))
}

/// The parts of some pieces, each once.
fn merge_checks(checks: impl Iterator<Item = Check>) -> Check {
    let mut all = Check::default();
    for check in checks {
        all.apart |= check.apart;
        for part in check.parts {
            let key = fold_words(&part.quotation);
            if !all
                .parts
                .iter()
                .any(|known| fold_words(&known.quotation) == key)
            {
                all.parts.push(part);
            }
        }
    }

    all
}

impl Checker<'_> {
    /// What a piece of a message quotes, and whether it marks that.
    fn piece(&mut self, piece: &str) -> Result<(bool, Check)> {
        let message = clean_message(piece);
        let text = strip_emphasis(&strip_line_marks(&message));
        let items = self.items(&text)?;
        if !items.is_empty() {
            return Ok((true, check_of_parts(items)));
        }
        let Some(whole) = self.part(&text)? else {
            return Ok((false, Check::default()));
        };
        if whole.is_exact() {
            return Ok((false, check_of_part(whole)));
        }
        // A text may have itself what is otherwise only drawn.
        let raw = self.part(&strip_line_marks(piece))?.filter(Part::is_exact);
        if let Some(raw) = raw {
            return Ok((false, check_of_part(raw)));
        }

        if let Some(quote) = strip_reply_frame(piece) {
            return self.piece(quote);
        }

        let marked = collect_quoted(&message);
        if !is_told(&whole, &marked) || self.is_attributed(&marked)? {
            let parts = self.marked(&marked, &whole)?;
            if !parts.is_empty() && parts.len() <= MOST {
                return Ok((true, check_of_parts(parts)));
            }
        }
        let check = self.unmarked(&message, &text, &whole)?;
        Ok((false, check.unwrap_or_else(|| check_of_part(whole))))
    }

    /// What a message quotes that does not mark it: emphasised words, the sides of an ellipsis, a
    /// line each, which count if all of them stand there, or a sentence each.
    fn unmarked(&mut self, message: &str, text: &str, whole: &Part) -> Result<Option<Check>> {
        let emphasised = collect_emphasised(message);
        if !is_told(whole, &emphasised) || self.is_attributed(&emphasised)? {
            let parts = self.marked(&emphasised, whole)?;
            if !parts.is_empty() && parts.iter().all(Part::is_exact) {
                return Ok(Some(check_of_parts(parts)));
            }
        }

        let sides = text.split('…').filter(|side| has_words(side));
        let sides = self.all(sides.map(str::to_owned), Part::is_exact)?;
        if sides.len() > 1 {
            return Ok(Some(Check {
                parts: sides,
                apart: true,
            }));
        }
        if !whole.is_near() || whole.has_wide_gap() {
            for mark in ["\n\n", "\n"] {
                let parts = self.all(split_at_mark(text, mark), Part::is_near)?;
                if parts.len() > 1 {
                    return Ok(Some(check_of_parts(parts)));
                }
            }
        }
        let parts = self.each(text, whole)?;
        Ok((!parts.is_empty()).then(|| check_of_parts(parts)))
    }

    /// What is marked as quoted, part by part, or the whole message where the text goes on outside
    /// of the marks.
    fn marked(&mut self, marked: &Marked, whole: &Part) -> Result<Vec<Part>> {
        let mut parts = Vec::new();
        for quoted in marked.quoted.iter().take(MOST + 1) {
            let Some(part) = self.part(&strip_emphasis(&quoted.text))? else {
                continue;
            };

            let found = part.found.as_ref();
            let beside =
                found.map(|found| find_narration(self.libraries[found.library], found, quoted));
            let beside = beside.transpose()?.flatten();
            if beside.is_some() && whole.found.is_some() {
                return Ok(vec![whole.clone()]);
            }

            parts.push(part);
            parts.extend(beside.map(Part::nowhere));
        }
        Ok(self.without_titles(parts))
    }

    /// Whether a message is one quotation with who said it behind, or what leads up to it before.
    fn is_attributed(&mut self, marked: &Marked) -> Result<bool> {
        let [quoted] = marked.quoted.as_slice() else {
            return Ok(false);
        };
        let part = self.part(&strip_emphasis(&quoted.text))?;
        let Some(part) = part else {
            return Ok(false);
        };
        let Some(found) = &part.found else {
            return Ok(false);
        };

        let library = self.libraries[found.library];
        // A short one may stand there by chance.
        let is_long = part.is_exact() && estimate_word_count(&quoted.text) >= RUN;
        Ok(is_attributed(library, found, quoted)?
            || is_long && is_introduced(library, found, quoted)?)
    }

    /// Looks for each of some quotations; none if one of them is not as it is wanted.
    fn all(
        &mut self,
        quotations: impl Iterator<Item = String>,
        is_wanted: fn(&Part) -> bool,
    ) -> Result<Vec<Part>> {
        let quotations: Vec<String> = quotations.collect();
        if quotations.len() > MOST {
            return Ok(Vec::new());
        }

        let mut parts = Vec::new();
        for quotation in quotations {
            match self.part(&quotation)?.filter(is_wanted) {
                Some(part) => parts.push(part),
                None => return Ok(Vec::new()),
            }
        }

        Ok(parts)
    }

    /// The parts but for those that name a text, as long as there are others.
    fn without_titles(&self, parts: Vec<Part>) -> Vec<Part> {
        let all = self
            .libraries
            .iter()
            .flat_map(|library| library.documents());
        let titles: Vec<String> = all.map(|document| fold_words(&document.title)).collect();

        let is_title = |part: &Part| titles.contains(&fold_words(&part.quotation));
        if parts.iter().all(is_title) {
            return parts;
        }

        parts.into_iter().filter(|part| !is_title(part)).collect()
    }
}

fn check_of_part(part: Part) -> Check {
    check_of_parts(vec![part])
}

fn check_of_parts(parts: Vec<Part>) -> Check {
    Check {
        parts,
        apart: false,
    }
}

/// The pieces of a text between some marks that are long enough to stand by themselves.
fn split_at_mark(text: &str, mark: &str) -> impl Iterator<Item = String> {
    let is_long = |piece: &&str| {
        let words = piece.split_whitespace().count();
        words >= FEWEST || piece.chars().count() > FEWEST * 3
    };

    let pieces: Vec<String> = text
        .split(mark)
        .filter(is_long)
        .map(str::to_owned)
        .collect();
    pieces.into_iter()
}
