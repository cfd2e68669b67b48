//! A question that goes on from the one before -> the same with the name that its pronoun stands
//! for.
//!
//! "Who is Henry Clerval?", then "How did he die?": the second names nobody, and some other death
//! would be quoted. In: the subject of the question before. Out: the question with the name in the
//! pronoun's place, and which pronoun that was, so that it can be told. In other languages than
//! English, pronouns and endings would have to agree; there, only those are replaced for which a name
//! can stand as it is, in questions of little else: "När kom den?"

use unicode_segmentation::UnicodeSegmentation;

use super::lookup::is_month_name;
use super::question_words::find_expression;
use crate::analyze::{fold, is_stop_word};
use crate::language::Language;

/// Pronouns that a name can stand for as it is.
const PLAIN: [&str; 7] = ["he", "him", "she", "they", "them", "it", "hers"];
/// Pronouns that say whose something is.
const POSSESSIVE: [&str; 4] = ["his", "her", "their", "its"];
/// Words behind which "it" is nobody: "how long does it take", "is it true that".
const NOBODY: [&str; 8] = [
    "take", "rain", "snow", "matter", "true", "like", "that", "possible",
];
/// Forms of *be*: behind them and at the end, "it" is nobody, too.
const BE: [&str; 4] = ["is", "was", "isn't", "wasn't"];
/// Pronouns of other languages that a name can stand for as it is.
const FOREIGN: [(Language, &str); 12] = [
    (Language::Danish, "han hun ham hende den de dem"),
    (Language::Dutch, "hij zij ze hem"),
    (Language::Finnish, "hän he"),
    (Language::French, "il elle ils elles"),
    (Language::German, "er sie ihn ihm"),
    (Language::Italian, "egli ella lui lei essi"),
    (Language::Norwegian, "han hun ham henne den de dem"),
    (Language::Polish, "on ona oni one"),
    (Language::Portuguese, "ele ela eles elas"),
    (Language::Russian, "он она оно они"),
    (Language::Spanish, "él ella ellos ellas"),
    (Language::Swedish, "han hon honom henne den de dem"),
];
/// French words beside which "il" is nobody: "que s'est-il passé ?", "quelle heure est-il ?"
const IMPERSONAL: [&str; 12] = [
    "y", "passé", "passe", "passait", "faut", "fallait", "pleut", "neige", "temps", "heure",
    "agit", "existe",
];
/// And directly before it: "pourquoi fait-il nuit ?"
const BEFORE_IMPERSONAL: [&str; 4] = ["fait", "faisait", "reste", "restait"];
/// Pronouns that are articles, too, and what stands before them then: "hvem er den yngste?"
const ARTICLES: [&str; 2] = ["den", "de"];
const ARE: [&str; 3] = ["er", "var", "är"];

/// A question whose pronoun has got its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The question that is asked instead.
    pub question: String,
    /// The pronoun, as it was typed.
    pub pronoun: String,
}

/// The name that a question is about: its longest run of capitalised words, the first word of all
/// aside.
pub fn find_subject(question: &str) -> Option<&str> {
    collect_names(question).max_by_key(|name| name.len())
}

/// Whether a question has a pronoun that a name from before may stand for.
pub fn goes_on(question: &str) -> bool {
    resolve_pronoun(question, "").is_some()
}

/// The question with `subject` for its first pronoun; `None` when it names somebody itself, has no
/// pronoun, or has one that may stand for something named before it: "What did the captain do when
/// he saw it?"
pub fn resolve_pronoun(question: &str, subject: &str) -> Option<FollowUp> {
    if self::find_subject(question).is_some() {
        return None;
    }

    let words: Vec<(usize, &str)> = question.unicode_word_indices().collect();
    let lower: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
    let (at, name) = match find_foreign_pronoun(&lower) {
        Some(at) => (at, subject.to_owned()),
        None => find_pronoun(&lower, subject)?,
    };

    let (start, pronoun) = words[at];
    let before = &question[..start];
    let after = &question[start + pronoun.len()..];
    // "Quand est-il mort ?", "Quand arriva-t-elle ?"
    let joined = before.strip_suffix("-t-").or(before.strip_suffix('-'));
    let before = joined.map_or(before.to_owned(), |before| format!("{before} "));
    Some(FollowUp {
        question: format!("{before}{name}{after}"),
        pronoun: lower[at].clone(),
    })
}

/// Which of the words of an English question is a pronoun, and what stands for it.
fn find_pronoun(lower: &[String], subject: &str) -> Option<(usize, String)> {
    let is_pronoun =
        |word: &String| PLAIN.contains(&word.as_str()) || POSSESSIVE.contains(&word.as_str());
    let at = lower.iter().position(is_pronoun)?;
    let is_last = at + 1 == lower.len();

    // Before it may stand what asks and, at the end, a verb: "Who made it?"
    let named = lower[..at]
        .iter()
        .filter(|word| !is_stop_word(word, Language::English));
    if named.count() > usize::from(is_last) {
        return None;
    }

    let next = lower.get(at + 1).map(String::as_str);
    let before = at.checked_sub(1).map(|before| lower[before].as_str());
    let is_nobody = next.is_some_and(|next| NOBODY.contains(&next))
        || (is_last && before.is_some_and(|before| BE.contains(&before)));
    if lower[at] == "it" && is_nobody {
        return None;
    }

    Some((at, pronoun_replacement(&lower[at], is_last, subject)))
}

/// Which of the words of a question in another language is a pronoun for which a name can stand, if
/// there is little else: what asks, small words, and a verb.
fn find_foreign_pronoun(lower: &[String]) -> Option<usize> {
    let folded: Vec<String> = lower.iter().map(|word| fold(word)).collect();
    if lower.iter().any(|word| IMPERSONAL.contains(&word.as_str())) {
        return None;
    }

    FOREIGN.into_iter().find_map(|(language, pronouns)| {
        let is_pronoun = |word: &String| pronouns.split(' ').any(|pronoun| pronoun == word);
        let at = lower.iter().position(is_pronoun)?;
        let (asking, _) = find_expression(&folded, language)?;

        let before = at.checked_sub(1).map(|before| lower[before].as_str());
        let is_behind = |list: &[&str]| before.is_some_and(|before| list.contains(&before));
        let is_article = ARTICLES.contains(&lower[at].as_str()) && is_behind(&ARE);
        let goes_on = lower.get(at + 1).is_some();
        if is_article && goes_on || lower[at] == "il" && is_behind(&BEFORE_IMPERSONAL) {
            return None;
        }

        let is_small = |word: &String| is_stop_word(word, language) || word.chars().count() == 1;
        let rest = (0..lower.len()).filter(|word| *word != at && !asking.contains(word));
        let is_bare = rest.filter(|word| !is_small(&folded[*word])).count() <= 1;
        (asking.start == 0 && is_bare).then_some(at)
    })
}

/// What stands for a pronoun.
fn pronoun_replacement(pronoun: &str, is_last: bool, subject: &str) -> String {
    // "Who hurt her?" and "Who is her brother?" differ in what follows.
    if !POSSESSIVE.contains(&pronoun) || (pronoun == "her" && is_last) {
        return subject.to_owned();
    }
    let ending = if subject.ends_with('s') { "'" } else { "'s" };
    format!("{subject}{ending}")
}

/// Runs of words that are written like names; in a question all in capitals there are none.
fn collect_names(question: &str) -> impl Iterator<Item = &str> {
    let words: Vec<(usize, &str)> = question.unicode_word_indices().skip(1).collect();
    let shouted = !question.contains(char::is_lowercase);
    let is_name = |word: &str| {
        let is_capital = word.starts_with(char::is_uppercase) && !shouted;
        let is_other = word == "I" || word.starts_with("I'") || word.starts_with("I’");
        is_capital && !is_other && !is_month_name(&word.to_lowercase())
    };
    let mut runs: Vec<(usize, usize)> = Vec::new();

    for (start, word) in words.into_iter().filter(|(_, word)| is_name(word)) {
        let end = start + word.len();
        match runs.last_mut() {
            Some((_, last)) if question[*last..start].chars().all(|c| " .-'’".contains(c)) => {
                *last = end;
            }
            _ => runs.push((start, end)),
        }
    }
    runs.into_iter().map(|(start, end)| &question[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_is_the_longest_name() {
        for (question, expected) in [
            ("Who is Henry Clerval?", Some("Henry Clerval")),
            ("When was S3 launched?", Some("S3")),
            ("Did Anna see the Countess of Holm?", Some("Countess")),
            ("Who was J. R. Trennick?", Some("J. R. Trennick")),
            ("Henry left when?", None),
            ("What did I ask?", None),
            ("WHO IS HE?", None),
            ("What happened in May?", None),
            ("", None),
        ] {
            assert_eq!(find_subject(question), expected, "{question:?}");
        }
    }

    #[test]
    fn a_pronoun_gets_the_name_from_before() {
        let check = |question: &str, subject: &str, expected: Option<&str>| {
            let found = resolve_pronoun(question, subject).map(|found| found.question);
            assert_eq!(found.as_deref(), expected, "{question:?}");
        };
        check("How did he die?", "Henry", Some("How did Henry die?"));
        check("Where was she born?", "Ida", Some("Where was Ida born?"));
        check("Who is her brother?", "Ida", Some("Who is Ida's brother?"));
        check("Who hurt her?", "Ida", Some("Who hurt Ida?"));
        check("what was his job", "Holmes", Some("what was Holmes' job"));
        check("When was it launched?", "S3", Some("When was S3 launched?"));
        check("What does it cost?", "S3", Some("What does S3 cost?"));
        check("How long does it take?", "S3", None);
        check("What time is it?", "S3", None);
        check("Is it true that towers fall?", "S3", None);
        check("What did the captain do when he saw it?", "Henry", None);
        check("Why did the monster kill his maker?", "Henry", None);
        check("Who gave her the ring?", "Ida", None);
        check("Who made it?", "S3", Some("Who made S3?"));
        check("How did Justine see him?", "Henry", None);
        check("Who built the tower?", "Henry", None);
    }

    #[test]
    fn so_does_one_of_another_language_where_little_else_is_asked() {
        let check = |question: &str, expected: Option<&str>| {
            let found = resolve_pronoun(question, "Ida").map(|found| found.question);
            assert_eq!(found.as_deref(), expected, "{question:?}");
        };
        check("När kom den?", Some("När kom Ida?"));
        check("När blev den byggd?", Some("När blev Ida byggd?"));
        check("Hvem var den yngste?", None);
        check("Combien y a-t-il de ponts ?", None);
        check("Pourquoi fait-il nuit ?", None);
        check("Vem såg honom?", Some("Vem såg Ida?"));
        check("Vem byggde den gamla bron?", None);
        check("Vad är det?", None);
        check("Hvor bodde hun?", Some("Hvor bodde Ida?"));
        check("Hvornår døde han?", Some("Hvornår døde Ida?"));
        check("Wann starb er?", Some("Wann starb Ida?"));
        check("wo wurde sie geboren", Some("wo wurde Ida geboren"));
        check("Wer sah den Mann, als er kam?", None);
        check("Worum geht es?", None);
        check("Können Sie helfen?", None);
        check("Wanneer stierf hij?", Some("Wanneer stierf Ida?"));
        check("Quand est-il mort ?", Some("Quand est Ida mort ?"));
        check("Où arriva-t-elle ?", Some("Où arriva Ida ?"));
        check("Que s'est-il passé ?", None);
        check("Dove abitava lei?", Some("Dove abitava Ida?"));
        check("¿Cuándo murió él?", Some("¿Cuándo murió Ida?"));
        check("¿Qué hizo el perro?", None);
        check("Quando ela morreu?", Some("Quando Ida morreu?"));
        check("Kiedy on umarł?", Some("Kiedy Ida umarł?"));
        check("Когда он умер?", Some("Когда Ida умер?"));
        check("Milloin hän kuoli?", Some("Milloin Ida kuoli?"));
    }
}
