//! Words that go with the kind of answer wanted: *because* for a why, a month for a when.
//!
//! Expected answer types from the question word: Li & Roth, "Learning Question Classifiers" (2002);
//! here they are lists of terms, as their effect is small and must cost nothing.

use crate::query::Kind;
use crate::rank::asked::Asked;
use crate::rank::candidate::{Seen, Word};

/// How many kinds there are.
const KINDS: usize = Kind::ALL.len();

/// Names of [`cues`].
pub const CUES: [&str; KINDS] = [
    "cues: who",
    "cues: name",
    "cues: when",
    "cues: where",
    "cues: why",
    "cues: money",
    "cues: count",
    "cues: duration",
    "cues: measure",
    "cues: colour",
    "cues: how",
    "cues: feeling",
    "cues: outcome",
    "cues: what",
];

/// How many words of the passage go with the wanted kind of answer, on a logarithmic scale, in the
/// column of that kind.
pub fn cues(asked: &Asked, seen: &Seen) -> [f32; KINDS] {
    let mut row = [0.0; KINDS];
    let words = seen.candidate.words.iter().zip(&seen.hits);
    let count = words.enumerate().filter(|(at, (word, hit))| hit.is_none() && goes_with(asked.kind, word, *at)).count();
    row[asked.kind as usize] = (count as f32).ln_1p();
    row
}

/// Whether a word that the question does not have may be (part of) the answer to this kind; `at` is
/// its position in the text shown, where a capital says nothing at 0.
pub fn goes_with(kind: Kind, word: &Word, at: usize) -> bool {
    let term = word.term.as_str();
    let listed = |list: &[&str]| list.contains(&term);
    match kind {
        Kind::Who | Kind::Name => (word.capital && at > 0 && !word.stop) || listed(PEOPLE),
        Kind::When => listed(TIMES) || is_year(term),
        Kind::Where => listed(PLACES) || (word.capital && at > 0 && !word.stop),
        Kind::Why => listed(REASONS),
        Kind::Money => word.money || is_number(term),
        Kind::Count | Kind::Duration | Kind::Measure => is_number(term) || listed(AMOUNTS),
        Kind::Colour => listed(COLOURS),
        Kind::How => listed(WAYS),
        Kind::Feeling => listed(FEELINGS),
        Kind::Outcome => listed(OUTCOMES),
        Kind::What => word.capital && at > 0 && !word.stop,
    }
}

/// Whether a term is written in digits.
pub fn is_number(term: &str) -> bool {
    term.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a term is a year.
pub fn is_year(term: &str) -> bool {
    term.len() == 4 && matches!(term.parse(), Ok(1000..=2999))
}

#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "man", "men", "woman", "women", "boy", "girl", "king", "queen", "princ", "princess", "son", "daughter", "mother", "father",
    "brother", "sister", "wife", "husband", "servant", "peopl", "person", "friend", "child", "children", "witch", "giant", "soldier",
    "team", "compani", "group", "manag", "engin", "teacher", "doctor",
];
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "when", "after", "befor", "then", "until", "dure", "morn", "noon", "even", "night", "midnight", "day", "week", "month", "year",
    "hour", "minut", "winter", "spring", "summer", "autumn", "januari", "februari", "march", "april", "may", "june", "juli", "august",
    "septemb", "octob", "novemb", "decemb", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
    "yesterday", "tomorrow", "once", "ago", "earli", "late", "sinc", "christma",
];
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "in", "at", "into", "near", "under", "on", "insid", "outsid", "beneath", "besid", "behind", "between", "among", "across", "from",
    "through", "where", "hous", "castl", "palac", "forest", "wood", "mountain", "sea", "river", "island", "villag", "town", "citi",
    "countri", "land", "room", "street", "road", "garden", "field", "hill", "cave", "kingdom", "shore", "lake", "offic", "build",
];
#[rustfmt::skip]
const REASONS: &[&str] = &[
    "becaus", "so", "for", "sinc", "therefor", "thus", "reason", "caus", "due", "order", "that", "henc", "want", "fear", "afraid",
    "as", "if", "wish", "need", "hope", "might", "lest", "account",
];
#[rustfmt::skip]
const AMOUNTS: &[&str] = &[
    "hundr", "thousand", "million", "billion", "dozen", "half", "quarter", "percent", "cent", "dollar", "pound", "mani", "mile", "feet",
    "year", "hour", "minut", "day", "week", "month", "doubl", "twice", "onc", "singl", "euro", "mere", "onli", "about",
];
#[rustfmt::skip]
/// Terms for colours.
pub const COLOURS: &[&str] = &[
    "red", "orang", "yellow", "green", "blue", "purpl", "violet", "pink", "brown", "black", "white", "gray", "golden", "gold", "silver",
    "scarlet", "crimson", "dark", "pale",
];
const WAYS: &[&str] =
    &["by", "with", "through", "use", "so", "then", "into", "upon", "took", "made", "means", "way", "help", "out"];
#[rustfmt::skip]
const FEELINGS: &[&str] = &[
    "happi", "sad", "angri", "afraid", "glad", "joy", "joyful", "sorri", "sorrow", "grief", "griev", "tear", "wept", "weep", "cri",
    "frighten", "fright", "fear", "terrifi", "terror", "delight", "pleas", "pleasur", "surpris", "astonish", "proud", "pride", "lone",
    "asham", "shame", "jealous", "envi", "love", "hate", "angri", "anger", "rage", "furious", "disappoint", "despair", "troubl", "worri",
    "anxious", "excit", "content", "unhappi", "miser", "merri", "laugh", "smile", "trembl", "heart", "relief", "reliev", "tire", "comfort",
    "vex", "wonder", "curious", "shock", "hurt", "pain", "hope", "grate", "thank", "enjoy", "upset", "dismay", "mourn", "distress",
];
const OUTCOMES: &[&str] = &[
    "then", "so", "when", "after", "soon", "last", "final", "becam", "becom", "until", "at", "thus", "turn", "now",
    "came",
];
