//! What Pullquote says on Discord, in one place, so that it can be translated: beside `render::words`,
//! which the terminal shares.
//!
//! Sentences are for members of a server: short, with the next step. Markdown unless said otherwise.

use crate::render::words::count;

/// Stands before a piece of a sentence that began earlier.
pub const GOES_ON_BEFORE: &str = "_[the sentence began before]_";
/// Stands after a piece of a sentence that goes on.
pub const GOES_ON_AFTER: &str = "_[the sentence goes on]_";
/// Stands after whole sentences of a passage that has more.
pub const MORE_FOLLOWS: &str = "_[more follows]_";

/// Under the sentence that the text does not say.
pub const CLOSEST: &str = "These passages come closest. They are not an answer.";
/// Under that, when there are none.
pub const NOTHING_CLOSE: &str =
    "No passage comes close either. Other words may help; `/library` shows what I have read.";

/// On buttons.
pub mod buttons {
    pub const EARLIER: &str = "◀ Earlier";
    pub const LATER: &str = "Later ▶";
    pub const WIDER: &str = "Wider";
    pub const POST: &str = "Post to channel";
    pub const DELETE: &str = "Delete";
    pub const ASK_AGAIN: &str = "Ask again";
    pub const READ_THERE: &str = "Read there";

    /// The next of several matches.
    pub fn next_match(number: usize, count: usize) -> String {
        format!("Match {number} of {count}")
    }

    /// Opens one of the closest passages.
    pub fn read_closest(number: usize) -> String {
        format!("Read {number}")
    }
}

/// Answers to what went wrong.
pub mod sorry {
    pub const INTERNAL: &str = "Something went wrong on my side, and the operator's log says what. Please try again in a moment.";
    pub const UNREADABLE: &str =
        "I could not read what Discord sent me. Please try again in another way.";
    pub const EMPTY_QUESTION: &str = "What would you like to know? Ask in your own words.";
    pub const OLD_BUTTON: &str =
        "This button is of a kind that I no longer know. Please ask again with `/ask`.";
    pub const TEXT_CHANGED: &str =
        "The text has changed since this was shown, so I cannot go on from there.";
    pub const TEXT_CHANGED_ASK: &str = "The text has changed since this was shown, so I cannot go on from there. Please ask again with `/ask`.";
    pub const GONE: &str =
        "The texts that this was asked of are gone. `/library` shows what there is now.";
    pub const NOT_YOURS_TO_DELETE: &str =
        "Only the person who asked, or someone who may manage messages here, can delete this.";
    pub const NO_SUCH_PLACE: &str = "I found no such place in that text. Name a chapter, a percentage such as 40%, or some words that stand there.";
    pub const WHICH_TEXT: &str = "Which text? Choose one with `document`, or a chapter from the list that appears while you type in `from`.";
    pub const EMPTY_MESSAGE: &str = "That message has no text that I could look for.";
    pub const BUSY: &str =
        "So many are asking at once that I cannot keep up. Please try again in a minute.";

    /// Somebody asked more than they may.
    pub fn person_limited(seconds: u64) -> String {
        format!(
            "That is more than I can take from one person at once. Please try again in {}.",
            wait(seconds)
        )
    }

    /// A server asked more than it may.
    pub fn server_limited(seconds: u64) -> String {
        format!(
            "This server is asking more than I can take at once. Please try again in {}.",
            wait(seconds)
        )
    }

    fn wait(seconds: u64) -> String {
        super::count(seconds, "second")
    }
}

/// No document is called `name`, which is Markdown.
pub fn no_such_document(name: &str) -> String {
    format!("I have no text called “{name}”. `/library` shows what I have read.")
}

/// Several documents fit `name`, which is Markdown.
pub fn ambiguous_document(name: &str) -> String {
    format!(
        "“{name}” fits more than one text. Choose one from the list that appears while you type."
    )
}

/// The collection `name` has `count` texts, of which `titles` are the first; all Markdown.
pub fn which_of(name: &str, titles: &[String], count: usize) -> String {
    let unnamed = count.saturating_sub(titles.len());
    let more = if unnamed > 0 {
        format!(" and {unnamed} more")
    } else {
        String::new()
    };

    format!(
        "Which text? “{name}” is a collection: {}{more}.",
        titles.join(", ")
    )
}

/// How well the quote answers, as plain text.
pub fn strength(confidence: f32) -> &'static str {
    match confidence {
        c if c >= 0.85 => "Strong match",
        c if c >= 0.65 => "Good match",
        _ => "Weak match: read the context",
    }
}

/// A further passage that fits the question.
pub fn match_of(number: usize, count: usize) -> String {
    format!("Match {number} of {count}")
}

/// A passage that fits, but does not answer.
pub fn closest_of(number: usize, count: usize) -> String {
    format!("Closest passage {number} of {count}: not an answer")
}

/// Which page of a long stretch this is, as plain text.
pub fn page(number: usize, count: usize) -> String {
    format!("Page {number} of {count}: read on with Later")
}

/// `/search`.
pub mod search {
    pub const NOTHING: &str =
        "These words stand in no passage, neither one behind the other nor together.";

    /// Which hit this is, as plain text.
    pub fn position(
        exact: bool,
        number: usize,
        count: usize,
        documents: usize,
        capped: bool,
    ) -> String {
        let what = if exact {
            "Exact words"
        } else {
            "Not in these exact words; passages with all of them"
        };
        let more = if capped { "more than " } else { "" };
        let texts = super::count(documents as u64, "text");

        format!("{what}: match {number} of {more}{count}, in {texts}")
    }
}

/// `/library`.
pub mod library {
    use std::fmt;

    use crate::index::Folder;

    pub const TITLE: &str = "What I have read";

    /// One document; the texts are Markdown.
    pub struct About {
        pub title: String,
        pub author: Option<String>,
        pub words: usize,
        pub chapters: usize,
        pub language: &'static str,
        /// When it was read, in seconds since the epoch.
        pub indexed: u64,
    }

    impl fmt::Display for About {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "**{}**", self.title)?;
            self.author
                .iter()
                .try_for_each(|author| write!(f, ", by {author}"))?;

            write!(f, " · {}", super::count(self.words as u64, "word"))?;
            if self.chapters > 1 {
                write!(f, ", {}", super::count(self.chapters as u64, "chapter"))?;
            }
            write!(f, ", {}", self.language)?;

            // Discord shows this as a date in the reader's own time zone and style.
            write!(f, ", read <t:{}:d>", self.indexed)
        }
    }

    /// A file that was not read, with the reason; Markdown.
    pub fn skipped(file: &str) -> String {
        format!("_Not read:_ {file}")
    }

    /// A collection, as plain text.
    pub fn collection(folder: &Folder) -> String {
        format!(
            "{} · {}",
            folder.name(),
            super::count(folder.documents.len() as u64, "text")
        )
    }

    /// What the whole library holds, as plain text.
    pub fn summary(documents: usize, passages: usize, page: usize, pages: usize) -> String {
        let texts = super::count(documents as u64, "text");
        let passages = super::count(passages as u64, "passage");
        let page = if pages > 1 {
            format!(" · page {page} of {pages}")
        } else {
            String::new()
        };

        format!("{texts}, {passages}{page}")
    }
}

/// `/help`.
pub mod help {
    pub const TITLE: &str = "I answer by quoting";
    pub const TEXT: &str = "\
Ask about the texts I have read, and I quote the passage that answers, word for word, with its place. \
If they do not answer, I say so.

**/ask** a question. While you type, places that fit appear; you can choose one or go on typing. \
With `private` only you see the answer, and can post it afterwards.
**/search** words: where exactly they stand, and how often.
**/read** a text from a chapter, a percentage or some words on.
**/random** a passage.
**/library** what I have read.
**/privacy** what I keep.

You can also mention me with a question, reply to me, or write to me directly.
Right-click a message (or hold it) and choose **Apps**: **Find in the library** looks for it, \
**Check this quote** tells whether it really stands in a text.

The buttons under an answer read on, show more around it, or go to the next match. \
If someone else asked, pressing one gives you a copy of your own.";
}

/// `/privacy`.
pub mod privacy {
    pub const TITLE: &str = "What I keep";
    pub const TEXT: &str = "\
**Of what you ask: nothing.** Your question is answered from memory and forgotten. It is in no log and in no file.

**In the log** of the person who runs me: for each use, the kind of command, how long it took and whether it worked. \
No words, no names, no user ids.

**In my messages**: the question, so that everyone can see what was answered, and in the buttons the id of the person \
who asked and the place in the text. They go when the message is deleted; whoever asked can press Delete.

I cannot read your server's messages: Discord only sends me those that mention me, answer me or are written to me, \
and the ones you use a command on.";
}

/// **Check this quote**.
pub mod quote {
    /// Plain text.
    pub const EXACT: &str = "Exact: the message stands in the text like this, apart from line breaks and quotation marks";
    pub const NEARLY: &str = "Nearly: the text has it a little differently.";
    /// Plain text.
    pub const LEGEND: &str = "Bold: only in the text. Struck out: only in the message.";
    pub const NOT_FOUND: &str = "Not found.";
    pub const NOT_FOUND_MORE: &str =
        "These words, or words much like them, stand in none of the texts I have read.";
}

/// What people read while they choose a command: at most 100 characters each, plain text.
pub mod commands {
    pub const ASK: &str = "Ask a question; the answer is quoted from the text";
    pub const SEARCH: &str = "Where exactly these words stand, and how often";
    pub const READ: &str = "Read a text from any place";
    pub const RANDOM: &str = "A passage by chance";
    pub const LIBRARY: &str = "Which texts I have read";
    pub const HELP: &str = "What I can do";
    pub const PRIVACY: &str = "What I keep of what you ask: nothing";
    pub const QUESTION: &str = "Your question, in your own words, or a place from the list";
    pub const TEXT: &str = "The words to look for";
    pub const FROM: &str = "A chapter, a percentage such as 40%, or words that stand there";
    pub const DOCUMENT: &str = "Only this text or collection";
    pub const PRIVATE: &str = "Only you see the answer (you can post it afterwards)";
}
