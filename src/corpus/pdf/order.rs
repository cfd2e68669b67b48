//! The order of reading in Hebrew and Arabic: rows from left to right -> text.
//!
//! On paper such a line is read from the right, but for its numbers and words in Latin letters. Where each letter
//! stands decides, however it was drawn. Some programs know nothing of all this and set the first letter leftmost, so
//! that the page shows every word backwards; its letters are in order already. Letters and marks that only end a word tell.

use super::rows::Row;
use super::spacing::Piece;

/// Letters that stand only at the end of a word, and what stands after one.
const FINAL: &str = "םןץףךةى.,;:!?…؟،؛";
/// What ends a sentence.
const STOPS: &str = ".!?؟";
/// How most Arabic nouns begin.
const ARTICLE: [&str; 2] = ["ا", "ل"];

/// Whether a text has letters that are read from right to left.
pub fn is_rtl(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{590}'..='\u{6ff}' | '\u{700}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}')
            && !is_digit(c)
    })
}

/// Brackets and quotation marks of which one is the other's mirror image.
const BRACKETS: [(&str, &str); 5] = [("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("<", ">")];

/// How a file sets what is read from the right.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// The first letter of a word is leftmost, so that it shows backwards.
    is_backwards: bool,
    /// A bracket that looks like `(` is called so, whatever it means.
    shows_shapes: bool,
    /// Most of the text is read from the right.
    is_from_right: bool,
}

impl Order {
    /// What the rows of a file tell of it.
    pub fn of<'a>(rows: impl Iterator<Item = &'a Row> + Clone) -> Order {
        let votes: Vec<bool> = rows.clone().filter_map(names_shapes).collect();
        let shapes = votes.iter().filter(|shows| **shows).count();

        let letters = rows.clone().flat_map(|row| &row.pieces);
        let is_from_right = letters.fold(0_i64, |sum, piece| {
            sum + if is_rtl(&piece.text) {
                1
            } else {
                -(piece.text.len() as i64)
            }
        });

        Order {
            is_backwards: is_backwards(rows),
            shows_shapes: shapes * 2 >= votes.len(),
            is_from_right: is_from_right > 0,
        }
    }
}

/// Whether the rows show their words backwards, first letter leftmost.
fn is_backwards<'a>(rows: impl Iterator<Item = &'a Row>) -> bool {
    let mut backwards = 0;
    let mut right = 0;

    for row in rows {
        for word in row.pieces.split(|piece| piece.text == " ") {
            let [first, .., last] = word else { continue };
            if !word.iter().any(|piece| is_rtl(&piece.text)) {
                continue;
            }
            let second = &word[1];
            let before_last = &word[word.len() - 2];

            let is_final = |piece: &Piece| FINAL.contains(&piece.text);
            backwards += usize::from(is_final(last));
            right += usize::from(is_final(first));

            let is_article = |a: &Piece, b: &Piece| [&a.text, &b.text] == ARTICLE && word.len() > 3;
            backwards += usize::from(is_article(first, second));
            right += usize::from(is_article(last, before_last));
        }
    }

    backwards > right
}

/// The pieces of a row in the order of reading, and whether it is read from the right.
pub fn in_order(pieces: Vec<Piece>, order: Order) -> (Vec<Piece>, bool) {
    if !pieces.iter().any(|piece| is_rtl(&piece.text)) {
        return (pieces, false);
    }

    let is_from_right = is_from_right(&pieces, order);
    if order.is_backwards {
        return (pieces, is_from_right);
    }

    let (outer, inner) = if is_from_right {
        (Kind::Right, Kind::Left)
    } else {
        (Kind::Left, Kind::Right)
    };
    let mut runs = runs(pieces, outer, inner);
    if is_from_right {
        runs.reverse();
    }
    for (_, run) in runs.iter_mut().filter(|(kind, _)| *kind == Kind::Right) {
        run.reverse();
        right_numbers(run);
    }
    mirror(&mut runs, order);

    let pieces = runs.into_iter().flat_map(|(_, run)| run).collect();
    (pieces, is_from_right)
}

/// Whether a line as a whole is read from the right.
fn is_from_right(pieces: &[Piece], order: Order) -> bool {
    let is_stop = |piece: Option<&Piece>| piece.is_some_and(|piece| STOPS.contains(&piece.text));
    let mut visible = pieces.iter().filter(|piece| piece.text != " ");
    let (first, last) = (visible.next(), visible.next_back());
    // A sentence ends on the left there.
    if is_stop(first) != is_stop(last) && !order.is_backwards {
        return is_stop(first);
    }

    let count = |wanted: Kind| pieces.iter().filter(|piece| kind(piece) == wanted).count();
    let usual = if order.is_from_right { 2 } else { 1 };
    count(Kind::Right) * usual >= count(Kind::Left)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// Read from the left, as Latin words and numbers are.
    Left,
    /// Read from the right.
    Right,
    Digit,
    /// As what is around it.
    Neutral,
}

fn kind(piece: &Piece) -> Kind {
    if is_rtl(&piece.text) {
        Kind::Right
    } else if piece.text.chars().any(is_digit) {
        Kind::Digit
    } else if piece.text.chars().any(char::is_alphabetic) {
        Kind::Left
    } else {
        Kind::Neutral
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

/// Cuts a row into runs of one direction each. What is neutral goes with `inner` only between two of that kind.
fn runs(pieces: Vec<Piece>, outer: Kind, inner: Kind) -> Vec<(Kind, Vec<Piece>)> {
    let mut runs: Vec<(Kind, Vec<Piece>)> = Vec::new();
    // Neutral pieces and numbers since the last letter.
    let mut open: Vec<Piece> = Vec::new();

    for piece in pieces {
        let kind = kind(&piece);
        let is_after_inner = runs.last().is_some_and(|(last, _)| *last == inner);

        // `Apollo 11`: a number after a word in Latin letters belongs to it.
        let is_spaces = open.iter().all(|piece| piece.text == " ");
        if kind == Kind::Digit && inner == Kind::Left && is_after_inner && is_spaces {
            add(&mut runs, Kind::Left, open.drain(..).chain([piece]));
            continue;
        }
        if !matches!(kind, Kind::Left | Kind::Right) {
            open.push(piece);
            continue;
        }

        let between = if kind == inner && is_after_inner {
            inner
        } else {
            outer
        };
        add(&mut runs, between, open.drain(..));
        add(&mut runs, kind, [piece].into_iter());
    }

    add(&mut runs, outer, open.into_iter());
    runs
}

fn add(runs: &mut Vec<(Kind, Vec<Piece>)>, kind: Kind, pieces: impl Iterator<Item = Piece>) {
    let pieces: Vec<Piece> = pieces.collect();
    match runs.last_mut().filter(|(last, _)| *last == kind) {
        Some((_, run)) => run.extend(pieces),
        None if pieces.is_empty() => {}
        None => runs.push((kind, pieces)),
    }
}

/// Turns the numbers of a run that was turned around back again, with the marks inside them: `1,893.50`, `12/5`.
fn right_numbers(run: &mut [Piece]) {
    let is_number = |piece: &Piece| kind(piece) == Kind::Digit;
    let is_inside = |piece: &Piece| {
        matches!(
            piece.text.as_str(),
            "." | "," | ":" | "/" | "-" | "–" | "'" | "’"
        )
    };
    let is_beside =
        |piece: &Piece| matches!(piece.text.as_str(), "%" | "$" | "€" | "£" | "₪" | "°" | "+");

    let mut at = 0;
    while at < run.len() {
        if !is_number(&run[at]) {
            at += 1;
            continue;
        }

        let mut end = at + 1;
        while end < run.len() {
            let next_is_number = run.get(end + 1).is_some_and(is_number);
            if is_number(&run[end]) || (is_inside(&run[end]) && next_is_number) {
                end += 1;
            } else {
                break;
            }
        }

        let start = at - usize::from(at > 0 && is_beside(&run[at - 1]));
        end += usize::from(end < run.len() && is_beside(&run[end]));
        run[start..end].reverse();
        at = end;
    }
}

/// What opens on the right of a page looks like what closes on the left. Programs name the shape that is shown, or the
/// character that was written: which, tells a pair of brackets.
fn mirror(runs: &mut [(Kind, Vec<Piece>)], order: Order) {
    let turned = runs.iter_mut().filter(|(kind, _)| *kind == Kind::Right);
    for piece in turned
        .flat_map(|(_, run)| run)
        .filter(|_| order.shows_shapes)
    {
        let other = BRACKETS
            .iter()
            .find_map(|(open, close)| match piece.text.as_str() {
                text if text == *open => Some(*close),
                text if text == *close => Some(*open),
                _ => None,
            });
        if let Some(other) = other {
            piece.text = other.to_owned();
        }
    }
}

/// Whether the brackets of a row are named by their shape; `None` where it does not tell.
fn names_shapes(row: &Row) -> Option<bool> {
    let letters = row
        .pieces
        .iter()
        .filter(|piece| is_rtl(&piece.text))
        .count();
    let first = |text: &str| row.pieces.iter().position(|piece| piece.text == text);

    BRACKETS
        .iter()
        .filter(|_| letters > 0)
        .find_map(|(open, close)| {
            let is_shape = first(open)? < first(close)?;
            // Around Latin letters they open on the left in any case.
            (!is_shape || letters * 2 > row.pieces.len()).then_some(is_shape)
        })
}
