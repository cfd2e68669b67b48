//! What kind of answer a question wants, from its question word and the noun after it.
//!
//! A small hand-made taxonomy after Li & Roth, "Learning Question Classifiers" (2002): just the
//! kinds that leave a mark in the text (a date, a sum, a name), because those can be seen to be
//! missing.

use crate::language::Language;
use crate::query::question_words;

/// The kind of answer wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A person or group.
    Who,
    /// What someone or something is called.
    Name,
    /// A time.
    When,
    /// A place.
    Where,
    /// A reason.
    Why,
    /// A sum of money.
    Money,
    /// How many of something.
    Count,
    /// How long or how old.
    Duration,
    /// How far, high, large or heavy.
    Measure,
    /// How something is coloured.
    Colour,
    /// A way of doing something.
    How,
    /// How somebody feels.
    Feeling,
    /// What happened, as a consequence or next.
    Outcome,
    /// Anything else.
    What,
}

impl Kind {
    /// Every kind, in the order of the fitted weights.
    pub const ALL: [Kind; 14] = [
        Kind::Who,
        Kind::Name,
        Kind::When,
        Kind::Where,
        Kind::Why,
        Kind::Money,
        Kind::Count,
        Kind::Duration,
        Kind::Measure,
        Kind::Colour,
        Kind::How,
        Kind::Feeling,
        Kind::Outcome,
        Kind::What,
    ];

    /// Reads the kind off the folded words of a question, in order.
    pub fn of(words: &[&str], language: Language) -> Kind {
        if language == Language::English {
            Kind::of_english(words)
        } else {
            question_words::find_kind(words, language)
        }
    }

    fn of_english(words: &[&str]) -> Kind {
        let has = |wanted: &[&str]| words.iter().any(|w| wanted.contains(w));

        if has(&["feel", "felt", "feeling", "feelings", "emotion", "emotions"]) {
            return Kind::Feeling;
        }
        if has(&["happen", "happens", "happened", "result"]) {
            return Kind::Outcome;
        }

        let asked = words
            .iter()
            .enumerate()
            .find_map(|(i, word)| Kind::of_word(word, &words[i + 1..]));

        match asked {
            Some(kind) => kind,
            // Keyword style: "s3 launch price", "reserved machines date".
            None if has(&[
                "price", "prices", "cost", "costs", "fee", "salary", "revenue",
            ]) =>
            {
                Kind::Money
            }
            None if has(&["date", "year"]) => Kind::When,
            None => Kind::What,
        }
    }

    fn of_word(word: &str, after: &[&str]) -> Option<Kind> {
        match word {
            "who" | "whom" | "whose" | "whos" | "who's" => Some(Kind::Who),
            "when" => Some(Kind::When),
            "where" | "wheres" | "where's" => Some(Kind::Where),
            "why" => Some(Kind::Why),
            "how" | "hows" | "how's" => Some(Kind::of_how(after)),
            "what" | "which" | "whats" | "what's" => Some(Kind::of_noun(after)),
            _ => None,
        }
    }

    fn of_how(after: &[&str]) -> Kind {
        const SUMS: &[&str] = &[
            "cost", "costs", "pay", "pays", "paid", "charge", "charged", "money", "worth", "earn",
            "earned", "spend", "spent", "sell", "sold", "price", "save", "saved", "bought", "buy",
            "raise", "raised",
        ];

        match after.first().copied() {
            Some("many") => Kind::Count,
            Some("much") if after.iter().any(|w| SUMS.contains(w)) => Kind::Money,
            Some("long" | "old") => Kind::Duration,
            Some(
                "much" | "far" | "big" | "large" | "high" | "tall" | "deep" | "fast" | "heavy"
                | "wide" | "often" | "quickly",
            ) => Kind::Measure,
            _ => Kind::How,
        }
    }

    /// *What* and *which* ask for what the noun after them says.
    fn of_noun(after: &[&str]) -> Kind {
        const NOUNS: &[(Kind, &[&str])] = &[
            (
                Kind::When,
                &[
                    "year", "day", "date", "month", "time", "century", "season", "hour", "years",
                    "days",
                ],
            ),
            (
                Kind::Where,
                &[
                    "place",
                    "city",
                    "town",
                    "country",
                    "street",
                    "village",
                    "places",
                    "cities",
                    "countries",
                    "towns",
                ],
            ),
            (
                Kind::Money,
                &[
                    "price", "cost", "costs", "sum", "fee", "fare", "salary", "revenue",
                ],
            ),
            (
                Kind::Measure,
                &["percentage", "percent", "amount", "size", "share"],
            ),
            (Kind::Count, &["number"]),
            (Kind::Duration, &["age", "duration"]),
            (
                Kind::Name,
                &["name", "names", "called", "title", "nickname", "named"],
            ),
            (Kind::Colour, &["colour", "color", "colours", "colors"]),
            (Kind::Who, &["person", "man", "woman", "people"]),
        ];

        // Between the two an adjective or so may stand: "what exact year".
        let mut near = after.iter().take(3);
        let named = near.find_map(|w| NOUNS.iter().find(|(_, nouns)| nouns.contains(w)));

        match named {
            Some((kind, _)) => *kind,
            None if after.iter().any(|w| matches!(*w, "called" | "named")) => Kind::Name,
            None if after.iter().any(|w| matches!(*w, "cost" | "costs")) => Kind::Money,
            None => Kind::What,
        }
    }

    /// Its name in the weights file.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Who => "who",
            Kind::Name => "name",
            Kind::When => "when",
            Kind::Where => "where",
            Kind::Why => "why",
            Kind::Money => "money",
            Kind::Count => "count",
            Kind::Duration => "duration",
            Kind::Measure => "measure",
            Kind::Colour => "colour",
            Kind::How => "how",
            Kind::Feeling => "feeling",
            Kind::Outcome => "outcome",
            Kind::What => "what",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_words_tell_the_kind_of_answer() {
        let check = |question: &str, kind| {
            let words: Vec<&str> = question.split(' ').collect();
            assert_eq!(Kind::of(&words, Language::English), kind, "{question}");
        };
        check("who gave the green light", Kind::Who);
        check("what was the name of the judge", Kind::Name);
        check("what were the two masons called", Kind::Name);
        check("in what year did s3 open", Kind::When);
        check("how many people came", Kind::Count);
        check("how much did target pay", Kind::Money);
        check("what did s3 storage cost in 2012", Kind::Money);
        check("how long did it take", Kind::Duration);
        check("how far can it be seen", Kind::Measure);
        check("what colour is the lighthouse", Kind::Colour);
        check("how did they get there", Kind::How);
        check("how did the princess feel", Kind::Feeling);
        check("what happened after the storm", Kind::Outcome);
        check("s3 launch price", Kind::Money);
        check("ok so where was the office", Kind::Where);
        check("tell me about dynamo", Kind::What);
    }

    #[test]
    fn a_kind_is_its_place_in_the_list() {
        let in_order = Kind::ALL.iter().enumerate();
        assert!(in_order.into_iter().all(|(at, kind)| *kind as usize == at));
    }
}
