//! What the button of a quiz remembers -> the `custom_id` of the button, and back.
//!
//! As with other replies, nothing else is needed to go on: the quiz (its texts, kinds and seed),
//! the number of the question on show, and where its sentence stands, so that somebody to whom less
//! is open is told of the same sentence or of none.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::quiz::{Kind, MOST, OPTIONS};
use crate::reply::memory::custom_id::{Reader, pack_nibbles, push_varint};
use crate::reply::memory::state::{Match, Print, Within};
use crate::servers::Home;

/// Begins the ids of quizzes; changes when the layout does.
const VERSION: &str = "q1";

const OWN: u8 = 1;
const LIMITED: u8 = 2;
const GAP: u8 = 4;
const CHAPTER: u8 = 8;
const CUT: u8 = 16;
const SPEAKER: u8 = 32;

/// What a press does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Chooses an option, by its place from 0.
    Choose(u8),
    /// Goes on to the next question.
    Next,
    /// Ends the quiz.
    End,
}

/// A quiz: whose, about which texts, and what makes its questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quiz {
    /// The person who started it.
    pub starter: u64,
    pub seed: u32,
    pub home: Home,
    /// The only texts to ask about, if not all.
    pub within: Option<Within>,
    /// Sentences with a gap are asked, and chapters, and speakers.
    pub gaps: bool,
    pub chapters: bool,
    pub speakers: bool,
    /// How many questions.
    pub count: u8,
}

/// Where the sentence of a question stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spot {
    pub sentence: Match,
    /// What is left out, in bytes from its beginning, and how many there are.
    pub cut: Option<(u32, u32)>,
}

/// A question on show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OnShow {
    pub quiz: Quiz,
    /// Its number, from 0.
    pub number: u8,
    pub spot: Spot,
}

impl Quiz {
    /// The kinds of questions that are asked.
    pub fn kinds(&self) -> Vec<Kind> {
        let kinds = [
            (self.gaps, Kind::Gap),
            (self.chapters, Kind::Chapter),
            (self.speakers, Kind::Speaker),
        ];
        let asked = kinds.into_iter().filter(|(is_asked, _)| *is_asked);
        asked.map(|(_, kind)| kind).collect()
    }
}

impl OnShow {
    /// The `custom_id` of the button that does this.
    pub fn encode(&self, does: Does) -> String {
        let letter = match does {
            Does::Choose(option) => char::from(b'0' + option.min(9)),
            Does::Next => 'n',
            Does::End => 'e',
        };
        format!("{VERSION}{letter}{}", URL_SAFE_NO_PAD.encode(self.bytes()))
    }

    /// Reads a `custom_id`; `None` for anything that [`OnShow::encode`] does not write.
    pub fn decode(custom_id: &str) -> Option<(Does, OnShow)> {
        let mut chars = custom_id.strip_prefix(VERSION)?.chars();
        let does = match chars.next()? {
            option @ '0'..='9' => Does::Choose(option as u8 - b'0'),
            'n' => Does::Next,
            'e' => Does::End,
            _ => return None,
        };
        let bytes = URL_SAFE_NO_PAD.decode(chars.as_str()).ok()?;
        let mut reader = Reader(&bytes);
        let on_show = read_on_show(&mut reader)?;

        let is_ours = reader.0.is_empty() && on_show.quiz.count <= MOST;
        let is_offered = !matches!(does, Does::Choose(option) if usize::from(option) >= OPTIONS);
        (is_ours && is_offered).then_some((does, on_show))
    }

    fn bytes(&self) -> Vec<u8> {
        let OnShow { quiz, number, spot } = self;
        let flags = [
            (quiz.home == Home::Own, OWN),
            (quiz.within.is_some(), LIMITED),
            (quiz.gaps, GAP),
            (quiz.chapters, CHAPTER),
            (quiz.speakers, SPEAKER),
            (spot.cut.is_some(), CUT),
        ];
        let set = flags.iter().filter(|(is_so, _)| *is_so);

        let mut out = quiz.starter.to_le_bytes().to_vec();
        out.extend(quiz.seed.to_le_bytes());
        out.push(set.map(|(_, flag)| flag).sum());
        out.push(pack_nibbles(*number, quiz.count));
        out.extend(quiz.within.iter().flat_map(|within| within.0));
        out.extend(spot.sentence.document.0);
        out.extend(spot.sentence.print.0);
        push_varint(&mut out, spot.sentence.passage);
        if let Some((start, length)) = spot.cut {
            push_varint(&mut out, start);
            push_varint(&mut out, length);
        }
        out
    }
}

fn read_on_show(reader: &mut Reader) -> Option<OnShow> {
    let starter = u64::from_le_bytes(reader.array()?);
    let seed = u32::from_le_bytes(reader.array()?);
    let flags = reader.byte()?;
    let (number, count) = reader.two()?;
    let within = match flags & LIMITED {
        0 => None,
        _ => Some(Within(reader.array()?)),
    };

    let sentence = Match {
        document: Within(reader.array()?),
        print: Print(reader.array()?),
        passage: reader.number()?,
        sentences: 1,
    };
    let cut = match flags & CUT {
        0 => None,
        _ => Some((reader.number()?, reader.number()?)),
    };

    let quiz = Quiz {
        starter,
        seed,
        home: match flags & OWN {
            0 => Home::Shared,
            _ => Home::Own,
        },
        within,
        gaps: flags & GAP != 0,
        chapters: flags & CHAPTER != 0,
        speakers: flags & SPEAKER != 0,
        count,
    };
    Some(OnShow {
        quiz,
        number,
        spot: Spot { sentence, cut },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::memory::custom_id::MAX_CHARS;
    use proptest::prelude::*;

    prop_compose! {
        fn on_show()(
            starter: u64, seed: u32, own: bool, within in prop::option::of(any::<[u8; 3]>().prop_map(Within)),
            gaps: bool, chapters: bool, speakers: bool, count in 0..=MOST, number in 0..MOST, document: [u8; 3], print: [u8; 3],
            passage: u32, cut in prop::option::of((any::<u32>(), any::<u32>())),
        ) -> OnShow {
            let home = if own { Home::Own } else { Home::Shared };
            let sentence = Match { document: Within(document), passage, print: Print(print), sentences: 1 };
            OnShow {
                quiz: Quiz { starter, seed, home, within, gaps, chapters, speakers, count },
                number,
                spot: Spot { sentence, cut },
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(on_show in on_show(), option in 0..OPTIONS as u8) {
            for does in [Does::Choose(option), Does::Next, Does::End] {
                let id = on_show.encode(does);
                prop_assert!(id.len() <= MAX_CHARS, "{id}");
                prop_assert_eq!(OnShow::decode(&id), Some((does, on_show)));
                prop_assert_eq!(OnShow::decode(&id[..id.len() - 2]), None);
            }
        }

        #[test]
        fn anything_can_be_decoded_without_harm(id in "\\PC{0,120}", tail in "[A-Za-z0-9_-]{0,98}") {
            OnShow::decode(&id);
            OnShow::decode(&format!("{VERSION}n{tail}"));
        }
    }
}
