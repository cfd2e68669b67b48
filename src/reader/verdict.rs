//! What the network says of a passage -> how well it answers, and which bytes answer.

use std::ops::Range;

use crate::reader::network::Output;
use crate::reader::pieces::Input;

/// Most pieces of an answer; longer ones are accidents.
const LONGEST: usize = 40;

/// What the reader makes of a passage. All numbers are logits or sums of two: higher is more.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Whether this passage answers rather than another of its text; comparable within one
    /// question.
    pub relevance: f32,
    /// Whether it answers, rather than only looking like it; 0 is even.
    pub answerable: f32,
    /// The score of "no answer", on the scale of [`Answer::score`].
    pub none: f32,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
struct Piece {
    place: Range<usize>,
    start: f32,
    end: f32,
}

/// Words that may be the answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Bytes of the passage.
    pub place: Range<usize>,
    /// The sum of the logits of its first and its last piece.
    pub score: f32,
}

impl Verdict {
    /// Reads the network's output for an input.
    pub fn new(input: &Input, output: &Output) -> Verdict {
        let pieces: Vec<Piece> = input
            .places
            .iter()
            .zip(input.first..)
            .map(|(place, at)| Piece {
                place: place.clone(),
                start: output.starts[at],
                end: output.ends[at],
            })
            .collect();
        let none = output.starts[0] + output.ends[0];

        let mut verdict = Verdict {
            relevance: 0.0,
            answerable: 0.0,
            none,
            pieces,
        };
        // A network without these heads still knows how far the best answer is above "no answer".
        verdict.relevance = output.relevance.unwrap_or_else(|| verdict.margin());
        verdict.answerable = output.answerable.unwrap_or_else(|| verdict.margin());
        verdict
    }

    /// How far the best answer is above "no answer"; far below where there is none at all.
    pub fn margin(&self) -> f32 {
        const NOTHING: f32 = -20.0;
        self.best()
            .map_or(NOTHING, |answer| answer.score - self.none)
    }

    /// The best answer of the passage.
    pub fn best(&self) -> Option<Answer> {
        self.best_in(0..usize::MAX)
    }

    /// The best answer that lies inside some bytes of the passage; of equals the first.
    pub fn best_in(&self, bytes: Range<usize>) -> Option<Answer> {
        let inside =
            |piece: &Piece| bytes.start <= piece.place.start && piece.place.end <= bytes.end;
        let from = self.pieces.iter().position(inside)?;
        let count = self.pieces[from..].iter().take_while(|p| inside(p)).count();
        let pieces = &self.pieces[from..from + count];

        let mut best: Option<Answer> = None;
        for (at, first) in pieces.iter().enumerate() {
            for last in &pieces[at..pieces.len().min(at + LONGEST)] {
                let score = first.start + last.end;
                if best.as_ref().is_none_or(|best| score > best.score) {
                    let place = first.place.start..last.place.end;
                    best = Some(Answer { place, score });
                }
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The passage "a b c", a byte a piece, behind `[CLS] question [SEP]`.
    fn verdict(starts: [f32; 3], ends: [f32; 3]) -> Verdict {
        let input = Input {
            ids: vec![0; 7],
            types: vec![0; 7],
            first: 3,
            places: vec![0..1, 2..3, 4..5],
        };
        let around = |middle: [f32; 3]| [&[1.0, 9.0, 9.0], middle.as_slice(), &[9.0]].concat();
        let output = Output {
            starts: around(starts),
            ends: around(ends),
            relevance: Some(3.0),
            answerable: None,
        };
        Verdict::new(&input, &output)
    }

    #[test]
    fn the_answer_runs_forwards_inside_the_passage() {
        let verdict = verdict([0.0, 4.0, 0.0], [5.0, 0.0, 2.0]);
        let best = verdict.best().unwrap();
        assert_eq!((best.place, best.score), (2..5, 6.0));
        assert_eq!((verdict.none, verdict.margin()), (2.0, 4.0));
        assert_eq!((verdict.relevance, verdict.answerable), (3.0, 4.0));
    }

    #[test]
    fn an_answer_can_be_asked_of_a_part() {
        let verdict = verdict([0.0, 4.0, 0.0], [5.0, 0.0, 2.0]);
        assert_eq!(verdict.best_in(0..2).unwrap().place, 0..1);
        assert_eq!(verdict.best_in(3..9).unwrap().place, 4..5);
        assert_eq!(verdict.best_in(1..2), None);
    }
}
