//! A question that goes on from the one before -> the same with the name that its pronoun stands for.
//!
//! "Who is Henry Clerval?", then "How did he die?": the second names nobody, and some other death would be quoted.
//! In: the subject of the question before. Out: the question with the name in the pronoun's place, and which pronoun
//! that was, so that it can be told. English only: elsewhere pronouns and endings would have to agree.

use unicode_segmentation::UnicodeSegmentation;

/// Pronouns that a name can stand for as it is.
const PLAIN: [&str; 7] = ["he", "him", "she", "they", "them", "it", "hers"];
/// Pronouns that say whose something is.
const POSSESSIVE: [&str; 4] = ["his", "her", "their", "its"];
/// Verbs behind which "it" is nobody: "how long does it take".
const NOBODY: [&str; 4] = ["take", "rain", "snow", "matter"];

/// A question whose pronoun has got its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The question that is asked instead.
    pub question: String,
    /// The pronoun, as it was typed.
    pub pronoun: String,
}

/// The name that a question is about: its longest run of capitalised words, the first word of all aside.
pub fn subject(question: &str) -> Option<&str> {
    names(question).max_by_key(|name| name.len())
}

/// The question with `subject` for its first pronoun; `None` when it names somebody itself or has no pronoun.
pub fn resolved(question: &str, subject: &str) -> Option<FollowUp> {
    if self::subject(question).is_some() {
        return None;
    }

    let mut words = question.unicode_word_indices().peekable();
    while let Some((start, word)) = words.next() {
        let lower = word.to_lowercase();
        let next = words.peek().map(|(_, next)| next.to_lowercase());
        let Some(name) = instead_of(&lower, next.as_deref(), subject) else {
            continue;
        };

        let (before, after) = (&question[..start], &question[start + word.len()..]);
        return Some(FollowUp {
            question: format!("{before}{name}{after}"),
            pronoun: lower,
        });
    }
    None
}

/// What stands for a pronoun that this word follows.
fn instead_of(word: &str, next: Option<&str>, subject: &str) -> Option<String> {
    // "Who hurt her?" and "Who is her brother?" differ in what follows.
    let whose = POSSESSIVE.contains(&word) && (word != "her" || next.is_some());
    if whose {
        let ending = if subject.ends_with('s') { "'" } else { "'s" };
        return Some(format!("{subject}{ending}"));
    }

    let impersonal = word == "it" && next.is_some_and(|next| NOBODY.contains(&next));
    (PLAIN.contains(&word) && !impersonal || word == "her").then(|| subject.to_owned())
}

/// Runs of words that are written like names.
fn names(question: &str) -> impl Iterator<Item = &str> {
    let words: Vec<(usize, &str)> = question.unicode_word_indices().skip(1).collect();
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && word != "I";
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
            ("", None),
        ] {
            assert_eq!(subject(question), expected, "{question:?}");
        }
    }

    #[test]
    fn a_pronoun_gets_the_name_from_before() {
        let check = |question: &str, subject: &str, expected: Option<&str>| {
            let found = resolved(question, subject).map(|found| found.question);
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
        check("Who made it?", "S3", Some("Who made S3?"));
        check("How did Justine see him?", "Henry", None);
        check("Who built the tower?", "Henry", None);
    }
}
