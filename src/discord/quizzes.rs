//! Who answered what in the quizzes that are going on: in memory only, for the review in the end.
//!
//! After a restart, or many quizzes later, it is forgotten: the buttons work all the same, and the review says so. A quiz is
//! known by its server, so that a press from elsewhere is of another one.

use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

use lru::LruCache;

use crate::reply::quiz::Missed;
use crate::reply::quiz_id::{OnShow, Quiz, Spot};
use crate::store::ServerId;

/// Quizzes that are remembered.
const REMEMBERED: NonZeroUsize = NonZeroUsize::new(500).unwrap();
/// Answers of one of them; further ones are told, but not remembered.
const ANSWERS: usize = 2_000;

/// What tells a quiz from all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    server: Option<ServerId>,
    starter: u64,
    seed: u32,
}

/// The quizzes that are going on.
pub struct Quizzes(Mutex<Memory>);

struct Memory {
    quizzes: LruCache<Key, Running>,
    /// The last one of a channel.
    channels: LruCache<u64, (Key, Quiz)>,
}

#[derive(Default)]
struct Running {
    is_over: bool,
    spots: BTreeMap<u8, Spot>,
    /// By question and person, whether it was right; the first answer counts.
    answers: HashMap<(u8, u64), bool>,
}

impl Key {
    /// Of a quiz on a server, or in direct messages.
    pub fn of(server: Option<ServerId>, quiz: Quiz) -> Key {
        Key {
            server,
            starter: quiz.starter,
            seed: quiz.seed,
        }
    }
}

impl Default for Quizzes {
    fn default() -> Quizzes {
        Quizzes(Mutex::new(Memory {
            quizzes: LruCache::new(REMEMBERED),
            channels: LruCache::new(REMEMBERED),
        }))
    }
}

impl Quizzes {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A quiz begins in a channel.
    pub fn begin(&self, key: Key, channel: u64, quiz: Quiz) {
        let mut memory = self.memory();
        memory.quizzes.put(key, Running::default());
        memory.channels.put(channel, (key, quiz));
    }

    /// The quiz that is going on in a channel of a server, or in direct messages.
    pub fn of(&self, server: Option<ServerId>, channel: u64) -> Option<(Key, Quiz)> {
        let mut memory = self.memory();
        let (key, quiz) = memory.channels.get(&channel).copied()?;
        let is_over = memory
            .quizzes
            .peek(&key)
            .is_none_or(|running| running.is_over);
        (!is_over && key.server == server).then_some((key, quiz))
    }

    /// Whether a quiz is known to be over.
    pub fn is_over(&self, key: Key) -> bool {
        self.memory()
            .quizzes
            .peek(&key)
            .is_some_and(|running| running.is_over)
    }

    /// Somebody answers a question.
    pub fn answer(&self, key: Key, on_show: OnShow, person: u64, is_right: bool) {
        let mut memory = self.memory();
        let running = memory.quizzes.get_or_insert_mut(key, Running::default);
        // Whoever was slower than its end is too late.
        if !running.is_over && running.answers.len() < ANSWERS {
            running.spots.insert(on_show.number, on_show.spot);
            running
                .answers
                .entry((on_show.number, person))
                .or_insert(is_right);
        }
    }

    /// A quiz is over: what was missed, in the order of the questions; `None` if nothing is known of it.
    pub fn end(&self, key: Key) -> Option<Vec<Missed>> {
        let mut memory = self.memory();
        let known = memory.quizzes.get_mut(&key).map(std::mem::take);
        let over = Running {
            is_over: true,
            ..Running::default()
        };
        memory.quizzes.put(key, over);

        let Running { spots, answers, .. } = known?;
        let missed = spots.into_iter().map(|(number, spot)| {
            let of_it = answers.iter().filter(|((own, _), _)| *own == number);
            let answers: Vec<bool> = of_it.map(|(_, is_right)| *is_right).collect();
            Missed {
                spot,
                answered: answers.len(),
                missed: answers.iter().filter(|is_right| !**is_right).count(),
            }
        });
        Some(missed.filter(|one| one.missed > 0).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_answer_of_each_counts_until_the_quiz_is_over() {
        let quizzes = Quizzes::default();
        let quiz = Quiz {
            starter: 40,
            seed: 7,
            ..Quiz::default()
        };
        let key = Key::of(Some(20), quiz);
        let elsewhere = Key::of(Some(21), quiz);
        assert_eq!(quizzes.of(Some(20), 30), None);
        quizzes.begin(key, 30, quiz);
        assert_eq!(quizzes.of(Some(20), 30), Some((key, quiz)));
        assert_eq!(quizzes.of(Some(21), 30), None);

        let on_show = |number| OnShow {
            quiz,
            number,
            ..OnShow::default()
        };
        for (number, person, is_right) in [
            (0, 40, false),
            (0, 40, true),
            (0, 41, true),
            (1, 40, true),
            (2, 41, false),
        ] {
            quizzes.answer(key, on_show(number), person, is_right);
        }
        quizzes.answer(elsewhere, on_show(0), 99, false);

        let missed = quizzes.end(key).unwrap();
        let counts: Vec<_> = missed
            .iter()
            .map(|one| (one.missed, one.answered))
            .collect();
        assert_eq!(counts, [(1, 2), (1, 1)]);
        assert!(quizzes.is_over(key) && !quizzes.is_over(elsewhere));
        assert_eq!(quizzes.of(Some(20), 30), None);
        assert_eq!(quizzes.end(Key::of(None, quiz)), None);
    }
}
