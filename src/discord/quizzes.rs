//! Who answered what in the quizzes that are going on: in memory only, for the review in the end.
//!
//! After a restart, or many quizzes later, it is forgotten: the buttons work all the same, and the
//! review says so. A quiz is known by its server, so that a press from elsewhere is of another one.

use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

use lru::LruCache;

use crate::reply::memory::quiz_id::{OnShow, Quiz, Spot};
use crate::reply::quiz::Missed;
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
    /// The last one of each place.
    places: LruCache<Place, Begun>,
    /// How many have begun.
    count: u64,
}

/// Where a quiz goes on: a channel, and in it the one person who sees it, if it is private.
type Place = (u64, Option<u64>);

/// A quiz that has begun somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begun {
    pub key: Key,
    pub quiz: Quiz,
    pub is_private: bool,
    /// How many had begun before it.
    before: u64,
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
            places: LruCache::new(REMEMBERED),
            count: 0,
        }))
    }
}

impl Quizzes {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A quiz begins in a channel, for everyone there or for whoever starts it.
    pub fn begin(&self, key: Key, channel: u64, quiz: Quiz, is_private: bool) {
        let mut memory = self.memory();
        memory.quizzes.put(key, Running::default());
        memory.count += 1;

        let begun = Begun {
            key,
            quiz,
            is_private,
            before: memory.count,
        };

        let place = (channel, is_private.then_some(quiz.starter));
        memory.places.put(place, begun);
    }

    /// The quiz that is going on in a channel of a server, or in direct messages, for a person: of
    /// their own and of everyone's, the one that has begun last.
    pub fn of(&self, server: Option<ServerId>, channel: u64, person: u64) -> Option<Begun> {
        let mut memory = self.memory();
        let places = [(channel, None), (channel, Some(person))];
        let begun = places.map(|place| memory.places.get(&place).copied());

        let going_on = begun.into_iter().flatten().filter(|one| {
            let running = memory.quizzes.peek(&one.key);
            one.key.server == server && running.is_some_and(|running| !running.is_over)
        });
        going_on.max_by_key(|one| one.before)
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

    /// What was missed in a quiz so far, in the order of the questions; `None` if nothing is known
    /// of it.
    pub fn missed(&self, key: Key) -> Option<Vec<Missed>> {
        let memory = self.memory();
        let Running { spots, answers, .. } = memory.quizzes.peek(&key)?;

        let missed = spots.iter().map(|(number, spot)| {
            let of_it = answers.iter().filter(|((own, _), _)| own == number);
            let answers: Vec<bool> = of_it.map(|(_, is_right)| *is_right).collect();
            Missed {
                spot: *spot,
                answered: answers.len(),
                missed: answers.iter().filter(|is_right| !**is_right).count(),
            }
        });

        Some(missed.filter(|one| one.missed > 0).collect())
    }

    /// A quiz is over; who answered what is forgotten.
    pub fn end(&self, key: Key) {
        let over = Running {
            is_over: true,
            ..Running::default()
        };
        self.memory().quizzes.put(key, over);
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
        let going_on = |server, person| quizzes.of(server, 30, person).map(|begun| begun.key);
        assert_eq!(going_on(Some(20), 40), None);
        quizzes.begin(key, 30, quiz, false);
        assert_eq!(going_on(Some(20), 41), Some(key));
        assert_eq!(going_on(Some(21), 40), None);

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

        let missed = quizzes.missed(key).unwrap();
        quizzes.end(key);
        let counts: Vec<_> = missed
            .iter()
            .map(|one| (one.missed, one.answered))
            .collect();
        assert_eq!(counts, [(1, 2), (1, 1)]);
        assert!(quizzes.is_over(key) && !quizzes.is_over(elsewhere));
        assert_eq!(going_on(Some(20), 40), None);
        assert_eq!(quizzes.missed(Key::of(None, quiz)), None);
    }

    #[test]
    fn a_private_quiz_takes_no_place_but_that_of_its_person() {
        let quizzes = Quizzes::default();
        let begin = |starter, seed, is_private| {
            let quiz = Quiz {
                starter,
                seed,
                ..Quiz::default()
            };
            quizzes.begin(Key::of(Some(20), quiz), 30, quiz, is_private);
        };
        let seed = |person| {
            let begun = quizzes.of(Some(20), 30, person)?;
            Some((begun.quiz.seed, begun.is_private))
        };

        begin(40, 1, false);
        begin(41, 2, true);
        begin(42, 3, true);
        let all = [40, 41, 42, 43].map(seed);
        let (everyones, own) = (Some((1, false)), |seed| Some((seed, true)));
        assert_eq!(all, [everyones, own(2), own(3), everyones]);

        // The last counts; and behind one that is over comes the one before it.
        begin(40, 4, false);
        assert_eq!([40, 41].map(seed), [Some((4, false)); 2]);
        quizzes.end(quizzes.of(Some(20), 30, 41).unwrap().key);
        assert_eq!([40, 41, 42].map(seed), [None, own(2), own(3)]);
    }
}
