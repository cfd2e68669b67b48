//! The pieces of a message -> those whose quotations are answered for.
//!
//! In: what somebody wrote and what an embed shows, each checked by itself. Out: the pieces that
//! claim something. What is not obvious: an embed has names and figures, and people write "so true"
//! above it. All of that may stand in a text by chance, and must hide nothing that is longer.

use super::RUN;
use super::checker::FEWEST;
use super::parts::{Check, Part};

/// A piece of a message that has words.
pub(super) struct Piece {
    /// It marks what it quotes.
    pub is_marked: bool,
    /// How many words it has, roughly.
    pub words: usize,
    pub check: Check,
}

impl Piece {
    fn is_exact(&self) -> bool {
        self.check.parts.iter().all(Part::is_exact)
    }

    /// Where something is marked as quoted, or stands there, the rest is what people say.
    fn is_claim(&self) -> bool {
        self.is_marked || self.is_exact()
    }

    /// Whether it may stand in a text by chance.
    fn is_short(&self) -> bool {
        !self.is_marked && self.words < RUN
    }

    fn is_somewhere(&self) -> bool {
        self.check.parts.iter().any(|part| part.found.is_some())
    }

    fn weight(&self) -> f32 {
        self.check.parts.iter().map(Part::weight).sum()
    }
}

/// The pieces that claim to quote something; if none does, the one that is most like something in a
/// text.
pub(super) fn choose_claims(mut pieces: Vec<Piece>) -> Vec<Piece> {
    drop_remarks(&mut pieces);
    if pieces
        .iter()
        .any(|piece| piece.is_claim() && !piece.is_short())
    {
        pieces.retain(Piece::is_claim);
        return pieces;
    }

    // A few words that stand there say nothing about what is longer.
    let (short, long): (Vec<Piece>, Vec<Piece>) = pieces.into_iter().partition(Piece::is_claim);
    let heaviest = |best: Piece, next: Piece| {
        let is_heavier = next.weight() > best.weight();
        if is_heavier { next } else { best }
    };
    let longest = short.iter().map(|piece| piece.words).max().unwrap_or(0);
    let is_longer = |piece: &Piece| piece.words > longest;
    let best = long.into_iter().filter(is_longer).reduce(heaviest);
    match best {
        Some(best) if best.is_somewhere() => vec![best],
        best => short.into_iter().chain(best).collect(),
    }
}

/// Drops what is too short to be a quotation beside something that is not: a name, a figure, a
/// remark.
fn drop_remarks(pieces: &mut Vec<Piece>) {
    let is_remark = |piece: &Piece| !piece.is_marked && piece.words < FEWEST;
    if !pieces.iter().all(is_remark) {
        pieces.retain(|piece| !is_remark(piece));
    }
}
