//! The numbers and bullets of a list: part of the row beside them, even where a program draws all
//! of them last.

use hayro_interpret::kurbo::Rect;

use super::order;
use super::rows::Row;
use super::spacing::Piece;

/// What stands before the items of a list without an order.
pub const BULLETS: [char; 12] = ['•', '◦', '▪', '▫', '‣', '●', '○', '■', '□', '∙', '⁃', '➢'];
/// What stands around a number.
const STOPS: [char; 5] = ['.', ')', '(', '[', ']'];
/// Most digits or letters of a number, as in `(viii)`.
const LONGEST: usize = 4;
/// How far from its item a marker stands, in sizes of type.
const REACH: f64 = 3.0;
/// How much higher or lower than its item, in the same.
const LEVEL: f64 = 0.3;
/// How large a bullet is that is drawn as a shape, and how high its middle is above the foot of its
/// item, in the same.
const DOT: std::ops::Range<f64> = 0.15..0.6;
const DOT_HEIGHT: std::ops::Range<f64> = 0.1..0.6;
/// So many dots on a page are those of a picture.
const MOST_DOTS: usize = 500;

/// Puts each marker that was drawn apart before its row.
pub fn join_markers(rows: Vec<Row>) -> Vec<Row> {
    let (markers, mut rows): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .enumerate()
        .partition(|(_, row)| is_marker(&row.text()));

    let mut alone = Vec::new();
    for (place, marker) in markers {
        let gap = |row: &Row| (row.left - marker.right).max(marker.left - row.right);
        let beside = rows
            .iter_mut()
            .map(|(_, row)| row)
            .filter(|row| (row.y - marker.y).abs() < LEVEL * marker.size)
            .filter(|row| (0.0..REACH * marker.size).contains(&gap(row)))
            .filter(|row| row.left > marker.left || row.is_mixed())
            .min_by(|a, b| gap(a).total_cmp(&gap(b)));

        match beside {
            Some(row) => row.begin_with(marker),
            None => alone.push((place, marker)),
        }
    }

    rows.extend(alone);
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Puts a bullet before each row beside which one is drawn as a shape, to the right of what is read
/// from there: browsers print lists so.
pub fn add_drawn(rows: &mut [Row], dots: &[Rect]) {
    if dots.len() > MOST_DOTS {
        return;
    }

    for dot in dots {
        let gap = |row: &Row| match row.left >= dot.x1 || !row.is_mixed() {
            true => row.left - dot.x1,
            false => dot.x0 - row.right,
        };
        let is_item = |row: &&mut Row| {
            DOT.contains(&(dot.width().max(dot.height()) / row.size))
                && DOT_HEIGHT.contains(&((row.y - dot.center().y) / row.size))
                && (0.0..REACH * row.size).contains(&gap(row))
        };
        let items = rows.iter_mut().filter(is_item);
        let nearest = items.min_by(|a, b| gap(a).total_cmp(&gap(b)));
        if let Some(row) = nearest.filter(|row| !is_list_item(&row.text())) {
            let bullet = Row {
                pieces: vec![Piece {
                    text: BULLETS[0].to_string(),
                    is_raised: false,
                }],
                left: dot.x0,
                right: dot.x1,
                y: row.y,
                size: row.size,
                spaces: (false, false),
                pitch: None,
                gap: None,
            };
            row.begin_with(bullet);
        }
    }
}

/// Whether a line begins with a marker: what follows it is set in from there.
pub fn is_list_item(line: &str) -> bool {
    let number = line.split_once(' ').map_or("", |(first, _)| first);
    line.starts_with(BULLETS) || is_marker(number)
}

/// Whether an item comes next in the list that another one belongs to.
pub fn is_next_item(item: &str, before: &str) -> bool {
    let number = |text: &str| parse_ordinal(text.split_whitespace().next()?);
    number(before).is_some_and(|before| number(item) == Some(before + 1))
}

/// `•`, `1.`, `(b)`, `iv)`, `[7]`; in Hebrew and Arabic the stop may stand before the number.
fn is_marker(text: &str) -> bool {
    let text = text.trim();
    let is_bullet = text.chars().count() == 1 && text.starts_with(BULLETS);
    let number = text.trim_matches(STOPS);

    let is_number = number.chars().all(char::is_numeric);
    let is_letter = number.chars().count() == 1 && number.chars().all(char::is_alphabetic);
    let is_roman = number.chars().all(|c| "ivxlcIVXLC".contains(c));
    let is_short = (1..=LONGEST).contains(&number.chars().count());
    let is_stopped = (1..=2).contains(&(text.len() - number.len()));

    is_bullet || (is_short && is_stopped && (is_number || is_letter || is_roman))
}

/// The place in a list that a marker gives: of a number, or of a letter.
fn parse_ordinal(marker: &str) -> Option<u32> {
    let number = marker.trim_matches(STOPS);
    let mut chars = number.chars();
    match (chars.next()?, chars.next()) {
        _ if !is_marker(marker) => None,
        (letter @ 'a'..='z', None) => Some(u32::from(letter)),
        _ => number.parse().ok(),
    }
}

impl Row {
    fn text(&self) -> String {
        self.pieces.iter().map(|piece| &*piece.text).collect()
    }

    /// Puts a marker before its first piece, or behind its last where it stands to the right.
    fn begin_with(&mut self, marker: Row) {
        let space = Piece {
            text: " ".to_owned(),
            is_raised: false,
        };
        let is_right = marker.left >= self.right;

        let marker_pieces = if self.is_mixed() {
            order::split_characters(&marker.pieces)
        } else {
            marker.pieces
        };
        let own = std::mem::take(&mut self.pieces);
        let (first, second) = if is_right {
            (own, marker_pieces)
        } else {
            (marker_pieces, own)
        };
        self.pieces = first.into_iter().chain([space]).chain(second).collect();
        self.left = self.left.min(marker.left);
        self.right = self.right.max(marker.right);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_items_are_told_from_words() {
        for marker in ["•", "1.", "(b)", "iv)", ".1", "12)", "[7]", "א.", "١."] {
            assert!(is_marker(marker), "{marker}");
        }
        for other in [
            "", ".", "1", "it.", "1893.", "1.2", "a", "(I said)", "1....",
        ] {
            assert_eq!(is_marker(other), other == "1893.", "{other}");
        }

        assert!(
            is_list_item("1. No fire")
                && is_list_item("• No dog")
                && !is_list_item("No. 1 is here")
        );
        assert!(is_next_item("2. No dog", "1. No fire") && is_next_item("(c) no", "(b) yes"));
        assert!(
            !is_next_item("12. May", "1. She came on the") && !is_next_item("2. No", "No fire")
        );
    }
}
