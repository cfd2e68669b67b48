//! The order of reading in Hebrew and Arabic: rows from left to right -> text.
//!
//! On paper such a line is read from the right, but for its numbers and words in Latin letters.
//! Where each letter stands decides, however it was drawn. Some programs know nothing of all this
//! and set the first letter leftmost, so that the page shows every word backwards; its letters are
//! in order already. Letters and marks that only end a word tell.

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
            && !NUMBER_MARKS.contains(c)
    })
}

/// What stands in Arabic numbers, and is no letter: signs for per cent, for decimals and for
/// thousands.
const NUMBER_MARKS: &str = "٪٫٬";
/// What joins two numbers to one: `1,893.50`, `12/5`.
const SEPARATORS: &str = ".,:/\u{a0}٫٬";
/// What does so outside Arabic, where such numbers stand in the order of the words around them:
/// `1893-1911`.
const JOINERS: &str = "+-−";
/// What belongs to the number beside it, outside Arabic again.
const UNITS: &str = "%‰٪$€£¥¢₪°#";
const PER_CENT: &str = "%٪";

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
        let votes: Vec<bool> = rows.clone().filter_map(names_bracket_shapes).collect();
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
pub fn to_reading_order(pieces: Vec<Piece>, order: Order) -> (Vec<Piece>, bool) {
    let has_rtl = pieces.iter().any(|piece| is_rtl(&piece.text));
    if !has_rtl && !ends_from_right(&pieces, order) {
        return (pieces, false);
    }

    let pieces = if has_rtl {
        pieces
    } else {
        split_characters(&pieces)
    };
    let is_from_right = is_from_right(&pieces, order);
    if order.is_backwards {
        return (pieces, is_from_right);
    }

    let (outer, inner) = if is_from_right {
        (Kind::Right, Kind::Left)
    } else {
        (Kind::Left, Kind::Right)
    };
    let mut runs = split_runs(pieces, outer, inner);
    if is_from_right {
        runs.reverse();
    }
    for (_, run) in runs.iter_mut().filter(|(kind, _)| *kind == Kind::Right) {
        run.reverse();
        turn_numbers_back(run);
    }
    mirror_brackets(&mut runs, order);

    let pieces = runs.into_iter().flat_map(|(_, run)| run).collect();
    (pieces, is_from_right)
}

/// Whether a row without letters is the end of a sentence that is read from the right: `.1893`.
fn ends_from_right(pieces: &[Piece], order: Order) -> bool {
    let mut chars = pieces.iter().flat_map(|piece| piece.text.chars());
    let begins_with_stop = chars.next().is_some_and(|c| STOPS.contains(c));
    order.is_from_right
        && begins_with_stop
        && chars.clone().any(is_digit)
        && !chars.any(char::is_alphabetic)
}

/// Pieces of one character each.
pub fn split_characters(pieces: &[Piece]) -> Vec<Piece> {
    let chars = pieces
        .iter()
        .flat_map(|piece| piece.text.chars().map(|c| (c, piece.is_raised)));
    chars
        .map(|(c, is_raised)| Piece {
            text: c.to_string(),
            is_raised,
        })
        .collect()
}

/// Whether a line as a whole is read from the right.
fn is_from_right(pieces: &[Piece], order: Order) -> bool {
    let is_stop = |piece: Option<&Piece>| piece.is_some_and(|piece| STOPS.contains(&piece.text));
    let mut visible = pieces.iter().filter(|piece| piece.text != " ");
    let first = visible.next();
    let last = visible.next_back();
    // A sentence ends on the left there.
    if is_stop(first) != is_stop(last) && !order.is_backwards {
        return is_stop(first);
    }

    let count = |wanted: Kind| {
        pieces
            .iter()
            .filter(|piece| piece_kind(piece) == wanted)
            .count()
    };
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

fn piece_kind(piece: &Piece) -> Kind {
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

/// Cuts a row into runs of one direction each. What is neutral goes with `inner` only between two
/// of that kind.
fn split_runs(pieces: Vec<Piece>, outer: Kind, inner: Kind) -> Vec<(Kind, Vec<Piece>)> {
    let mut runs: Vec<(Kind, Vec<Piece>)> = Vec::new();
    // Neutral pieces and numbers since the last letter.
    let mut open: Vec<Piece> = Vec::new();

    for piece in pieces {
        let kind = piece_kind(&piece);
        let last = runs.last().filter(|(last, _)| *last == inner);
        let is_after_inner = last.is_some();

        let joins_latin = inner == Kind::Left
            && last.is_some_and(|(_, run)| match kind {
                Kind::Digit => continues_word(&open),
                _ => open.is_empty() && closes_bracket(run, &piece),
            });
        if joins_latin {
            push_to_run(&mut runs, Kind::Left, open.drain(..).chain([piece]));
            continue;
        }
        if !matches!(kind, Kind::Left | Kind::Right) {
            open.push(piece);
            continue;
        }

        let is_between = kind == inner && is_after_inner;
        if is_between {
            push_to_run(&mut runs, inner, open.drain(..));
        } else if kind == Kind::Left && inner == Kind::Left {
            // `3D`: a number right before a Latin letter belongs to it.
            let digits = open
                .iter()
                .rev()
                .take_while(|p| self::piece_kind(p) == Kind::Digit);
            let number = open.split_off(open.len() - digits.count());
            push_to_run(&mut runs, outer, open.drain(..));
            push_to_run(&mut runs, Kind::Left, number.into_iter());
        } else {
            push_to_run(&mut runs, outer, open.drain(..));
        }
        push_to_run(&mut runs, kind, [piece].into_iter());
    }

    push_to_run(&mut runs, outer, open.into_iter());
    runs
}

/// Whether a number goes on in Latin letters after what stands between: `Apollo 11`, `x=1`, `The
/// Light (1893)`.
fn continues_word(between: &[Piece]) -> bool {
    let Some((last, before)) = between.split_last() else {
        return true;
    };
    let is_space = |piece: &Piece| piece.text == " ";
    let is_bracket = |piece: &Piece| {
        let is_one = |(open, close): &(&str, &str)| [*open, *close].contains(&&*piece.text);
        BRACKETS.iter().any(is_one)
    };
    let opens = BRACKETS.iter().any(|(open, _)| *open == last.text);

    let is_glued = !between.iter().any(is_space) && !is_bracket(last);
    let is_plain = |pieces: &[Piece]| pieces.iter().all(is_space);
    (is_glued && !between.iter().any(is_bracket))
        || is_plain(between)
        || (opens && is_plain(before))
}

/// Whether a bracket closes one that stands open in a run.
fn closes_bracket(run: &[Piece], piece: &Piece) -> bool {
    let pair = BRACKETS.iter().find(|(_, close)| *close == piece.text);
    pair.is_some_and(|(open, close)| {
        let count = |text: &str| run.iter().filter(|piece| piece.text == text).count();
        count(open) > count(close)
    })
}

fn push_to_run(
    runs: &mut Vec<(Kind, Vec<Piece>)>,
    kind: Kind,
    pieces: impl Iterator<Item = Piece>,
) {
    let pieces: Vec<Piece> = pieces.collect();
    match runs.last_mut().filter(|(last, _)| *last == kind) {
        Some((_, run)) => run.extend(pieces),
        None if pieces.is_empty() => {}
        None => runs.push((kind, pieces)),
    }
}

/// Turns the numbers of a run that was turned around back again, with the marks inside them and
/// beside them.
fn turn_numbers_back(run: &mut [Piece]) {
    let mut is_arabic = run.iter().any(is_arabic_letter);
    // Where what has been turned back ends.
    let mut done = 0;
    let mut at = 0;

    while at < run.len() {
        if piece_kind(&run[at]) != Kind::Digit {
            if is_rtl(&run[at].text) {
                is_arabic = is_arabic_letter(&run[at]);
            }
            at += 1;
            continue;
        }

        let mut end = number_end(run, at, is_arabic);
        let is_unit = |piece: &Piece| UNITS.contains(&piece.text);
        let mut start = at;
        if !is_arabic {
            start -= run[done..at]
                .iter()
                .rev()
                .take_while(|p| is_unit(p))
                .count();
            end += run[end..].iter().take_while(|p| is_unit(p)).count();
        } else if at > done && PER_CENT.contains(&run[at - 1].text) {
            // It follows its number, on whichever side it is drawn.
            start -= usize::from(!run.get(end).is_some_and(is_unit));
        }

        run[start..end].reverse();
        (at, done) = (end, end);
    }
}

/// Where a number that begins at a piece ends.
fn number_end(run: &[Piece], at: usize, is_arabic: bool) -> usize {
    let is_number = |piece: &Piece| piece_kind(piece) == Kind::Digit;
    let is_inside = |piece: &Piece| {
        SEPARATORS.contains(&piece.text) || (!is_arabic && JOINERS.contains(&piece.text))
    };

    let mut end = at + 1;
    while end < run.len() {
        let next_is_number = run.get(end + 1).is_some_and(is_number);
        if is_number(&run[end]) || (is_inside(&run[end]) && next_is_number) {
            end += 1;
        } else {
            break;
        }
    }
    end
}

fn is_arabic_letter(piece: &Piece) -> bool {
    let is_arabic =
        |c| matches!(c, '\u{600}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    is_rtl(&piece.text) && piece.text.chars().any(is_arabic)
}

/// What opens on the right of a page looks like what closes on the left. Programs name the shape
/// that is shown, or the character that was written: which, tells a pair of brackets.
fn mirror_brackets(runs: &mut [(Kind, Vec<Piece>)], order: Order) {
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
fn names_bracket_shapes(row: &Row) -> Option<bool> {
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
