//! What Pullquote itself says in a terminal only, in English; what it says on Discord is in
//! `locales/`, of which the terminal takes the English. Everything else a reader sees comes from
//! the texts.

use crate::locale::Locale;
use crate::query::follow_up::FollowUp;
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
pub const BEST_READ: &str =
    "I quote single sentences and sum nothing up: that is best read in the text.";
pub const HOW_TO_ASK: &str =
    "Type a question. Put words in \"quotation marks\" to look for exactly these.";
/// What else can be typed in a conversation, and what it does.
pub const COMMANDS: [(&str, &str); 4] = [
    (
        "next, back",
        "read on from the passage, or what stands before it",
    ),
    ("more", "the next best passage for the last question"),
    ("library", "the documents you can ask about"),
    ("quit", "end"),
];

/// That a pronoun was taken for the name asked about before.
pub fn render_pronoun_note(follow_up: &FollowUp) -> String {
    let question = shown::harmless_line(&follow_up.question);
    format!(
        "(\"{}\" is taken up from before: {question})",
        follow_up.pronoun
    )
}

/// That so many texts could not be asked, or not as they are by now.
pub fn render_late_note(texts: usize) -> String {
    format!("Still to be read: {}.", render_count(texts as u64, "text"))
}

/// Pages `first` to `last`.
pub fn page_range(first: u32, last: u32) -> String {
    if first == last {
        format!("page {first}")
    } else {
        format!("pages {first}–{last}")
    }
}

/// A number with its noun: `1 document`, `4,123 words`.
pub fn render_count(number: u64, noun: &str) -> String {
    let grouped = Locale::English.grouped(number);
    format!("{grouped} {noun}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_nouns_agree() {
        assert_eq!(render_count(1, "word"), "1 word");
        assert_eq!(render_count(0, "word"), "0 words");
        assert_eq!(render_count(1_234_567, "word"), "1,234,567 words");
        assert_eq!(render_count(123_456, "word"), "123,456 words");
    }
}
