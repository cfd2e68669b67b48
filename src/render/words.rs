//! What Pullquote itself says in a terminal, in English; what it says on Discord is in `locales/`. Everything else a reader
//! sees comes from the texts.

use crate::answer::Answer;
use crate::language::Language;
use crate::locale::Locale;
use crate::query::Correction;
use crate::query::follow_up::FollowUp;
use crate::render::about::Fact;
use crate::shown;

pub const NOT_SAID: &str = "The text does not say.";
pub const PERHAPS: &str = "Perhaps:";
pub const CLOSEST: &str = "The closest passages (not an answer):";
pub const NOTHING_CLOSE: &str = "Nothing in it comes close to the question.";
pub const MORE: &str = "Other passages that fit:";
pub const PIECE: &str = "part of a longer sentence";
pub const NO_MORE: &str = "There are no more passages that fit. Ask something else.";
pub const ASK_FIRST: &str =
    "Ask something first; then `next`, `back` and `more` have a place to start from.";
pub const AT_END: &str = "This is the end of the text.";
pub const AT_START: &str = "This is the beginning of the text.";
pub const WELCOME: &str = "Ask about your texts; `help` lists the commands, `quit` ends.";
pub const CONNECT: &str =
    "To use Pullquote on Discord, put DISCORD_TOKEN=<your bot's token> into a file named .env.";
pub const HELP: &str = "\
Type a question. Put words in \"quotation marks\" to look for exactly these.
  next, back    read on from the passage, or what stands before it
  more          the next best passage for the last question
  library       the documents you can ask about
  quit          end";

/// What is known of a text itself, as a sentence.
pub fn about(fact: &Fact) -> String {
    match *fact {
        Fact::Readable => {
            "I quote single sentences, so that is best read: `/read` opens the text at that place."
                .to_owned()
        }
        Fact::Author { title, author } => format!("{title} is by {author}."),
        Fact::NoAuthor { title } => format!("{title} does not say who wrote it."),
        Fact::NoAuthors => "None of the texts says who wrote it.".to_owned(),
        Fact::Length {
            title,
            words,
            chapters,
            pages,
        } => {
            let chapters = (chapters > 1).then(|| count(chapters, "chapter"));
            let pages = (pages > 0).then(|| count(pages, "page"));
            let parts = [Some(count(words, "word")), chapters, pages];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            format!("{title} has {}.", parts.join(", "))
        }
    }
}

/// That a pronoun was taken for the name asked about before.
pub fn taken_for(follow_up: &FollowUp) -> String {
    let question = shown::line(&follow_up.question);
    format!(
        "(\"{}\" is taken up from before: {question})",
        follow_up.pronoun
    )
}

/// What is said about how a question was understood, a line each.
pub fn understood(answer: &Answer) -> Vec<String> {
    let mut lines = Vec::new();
    if !answer.corrections.is_empty() {
        lines.push(corrected(&answer.corrections));
    }
    if !answer.foreign_to.is_empty() {
        lines.push(texts_are_in(&answer.foreign_to));
    }
    lines
}

/// To somebody who asks in another language: `Your texts are in English and German.`
fn texts_are_in(languages: &[Language]) -> String {
    let names: Vec<&str> = languages.iter().map(|language| language.name()).collect();
    let listed = match names.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        all => all.concat(),
    };
    format!("Your texts are in {listed}.")
}

/// That words were taken for typing errors.
fn corrected(corrections: &[Correction]) -> String {
    let each: Vec<String> = corrections
        .iter()
        .map(|c| {
            format!(
                "“{}” instead of “{}”",
                shown::name(&c.to),
                shown::name(&c.from)
            )
        })
        .collect();
    format!("Looked for {}.", each.join(" and "))
}

/// Pages `first` to `last`.
pub fn pages(first: u32, last: u32) -> String {
    if first == last {
        format!("page {first}")
    } else {
        format!("pages {first}–{last}")
    }
}

/// Passage `number` of a document that has `count`.
pub fn passage(number: u32, count: u32) -> String {
    format!("passage {number} of {count}")
}

/// A number with its noun: `1 document`, `4,123 words`.
pub fn count(number: u64, noun: &str) -> String {
    let grouped = Locale::English.grouped(number);
    format!("{grouped} {noun}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_nouns_agree() {
        assert_eq!(count(1, "word"), "1 word");
        assert_eq!(count(0, "word"), "0 words");
        assert_eq!(count(1_234_567, "word"), "1,234,567 words");
        assert_eq!(count(123_456, "word"), "123,456 words");
    }
}
