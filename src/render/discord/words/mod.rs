//! What Pullquote says on Discord, in one place, so that it can be translated: beside `render::words`,
//! which the terminal shares.
//!
//! Sentences are for members of a server: short, with the next step. Markdown unless said otherwise.

pub mod commands;

use crate::render::words::count;

/// Stands where a sentence of the text goes on that is not shown.
pub const GOES_ON: &str = "_[…]_";

/// Above an answer that is not sure.
pub const PERHAPS: &str = "Perhaps:";
/// Under the sentence that the text does not say.
pub const CLOSEST: &str = "Closest, but **not an answer**:";
/// Under that, when there are none.
pub const NOTHING_CLOSE: &str =
    "Nothing comes close. Other words may help; `/library` shows what I have read.";
/// Instead of the sentence that the text does not say, where it is not open to its end.
pub fn not_said_up_to(chapter: Option<u32>) -> String {
    match chapter {
        Some(0) => "Before chapter 1, the text does not say.".to_owned(),
        Some(chapter) => format!("Up to chapter {chapter}, the text does not say."),
        None => "As far as the texts are open here, they do not say.".to_owned(),
    }
}

/// Above the other passages that fit a question.
pub const OTHERS: &str = "**Other passages** that fit:";

/// On buttons.
pub mod buttons {
    pub const EARLIER: &str = "◀ Back";
    pub const LATER: &str = "Next ▶";
    pub const WIDER: &str = "More";
    pub const CONTEXT: &str = "Show context";
    pub const ANSWER: &str = "◀ Answer";
    pub const LIST: &str = "◀ List";
    pub const POST: &str = "Post to channel";
    pub const POSTED: &str = "Posted ✓";
    pub const DELETE: &str = "Delete";
    pub const ASK_AGAIN: &str = "Ask again";

    /// Leads to the other passages that fit.
    pub fn others(count: usize) -> String {
        format!("Other passages ({count})")
    }

    /// Opens a passage of a list.
    pub fn read(number: usize) -> String {
        format!("Read {number}")
    }
}

/// Who shared what only they had seen.
pub fn shared_by(person: u64) -> String {
    format!("-# Shared by <@{person}>")
}

/// Instead of an answer, to those who say something that is no question.
pub mod greeting {
    /// With a question that the library answers.
    pub fn with_example(question: &str) -> String {
        format!("Hello! Ask me about the texts I have read, for example: _{question}_")
    }

    pub const WITHOUT: &str =
        "Hello! Ask me about the texts I have read; `/library` shows which they are.";
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
    pub const NO_SUCH_PLACE: &str = "I found no such place in that text. Name a chapter, a page, a percentage such as 40 %, or some words that stand there.";
    pub const WHICH_TEXT: &str = "Which text? Choose one with `document`, or a chapter from the list that appears while you type in `from`.";
    pub const EMPTY_MESSAGE: &str = "That message has no text that I could look for.";
    pub const NO_TEXTS: &str = "I have no texts for this server yet. Somebody who manages it can add some with `/texts add`, or let me use those of all servers with `/settings`.";
    pub const NOT_OPEN: &str = "Nothing of that is open here yet. `/progress` says how far you have read, `/gate` how far a channel has.";
    pub const NOT_OPEN_TO_ALL: &str =
        "That is further than this channel has read, so I do not post it here.";
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

/// Which page of a long stretch this is, behind its place.
pub fn page(number: usize, count: usize) -> String {
    format!(" · part {number} of {count}")
}

/// `/search`.
pub mod search {
    use crate::search::Manner;
    use crate::servers::Home;

    pub const NOTHING: &str =
        "These words stand nowhere, neither one behind the other nor together.";

    /// How the words stand, and which of the hits these are.
    pub fn summary(
        manner: Manner,
        shown: std::ops::RangeInclusive<usize>,
        count: usize,
        documents: usize,
        capped: bool,
    ) -> String {
        let how = match manner {
            Manner::Phrase => "**Exactly these words**",
            Manner::Ordered => "Not one behind the other; **all of them in this order**",
            Manner::Together => "Not in this order; **all of them together**",
        };
        let more = if capped { "more than " } else { "" };
        let texts = super::count(documents as u64, "text");
        let (first, last) = (shown.start(), shown.end());
        let which = if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        };

        format!("{how}: {which} of {more}{count}, in {texts}")
    }

    /// The same words stand in the other library in so many passages; Markdown.
    pub fn elsewhere(home: Home, passages: usize) -> String {
        let texts = match home {
            Home::Own => "this server’s own texts",
            Home::Shared => "the texts of all servers",
        };
        let name = super::naming::of(home);
        let places = super::count(passages as u64, "place");
        format!("Also {places} in {texts}: choose **{name}** with `document`.")
    }

    /// Other words were looked for, as those given stand nowhere; both are Markdown.
    pub fn meant(given: &str, meant: &str) -> String {
        format!("“{given}” stands nowhere. Did you mean “{meant}”?")
    }
}

/// The libraries in the list while typing, as plain text.
pub mod naming {
    use crate::servers::Home;

    /// What one of them is called.
    pub fn of(home: Home) -> &'static str {
        match home {
            Home::Own => "This server’s own texts",
            Home::Shared => "The texts of all servers",
        }
    }
}

/// `/library`.
pub mod library {
    use super::count;
    use crate::servers::Home;

    /// Above the texts of a library; Markdown.
    pub fn title(home: Home) -> &'static str {
        match home {
            Home::Own => "**This server’s own texts**",
            Home::Shared => "**What I have read**",
        }
    }

    /// On the button that leads to the other library.
    pub fn other(home: Home) -> &'static str {
        match home {
            Home::Own => "This server’s own",
            Home::Shared => "Of all servers",
        }
    }

    /// On menus.
    pub const READ: &str = "Read a chapter";
    pub const JUMP: &str = "Jump to a page";

    /// A text with its author and how many chapters it has; all Markdown.
    pub fn text(title: &str, author: Option<&str>, chapters: usize) -> String {
        let author = author.map(|name| format!(", by {name}"));
        let chapters = (chapters > 1).then(|| format!(" · {}", count(chapters as u64, "chapter")));
        format!(
            "**{title}**{}{}",
            author.unwrap_or_default(),
            chapters.unwrap_or_default()
        )
    }

    /// A folder above its texts; Markdown.
    pub fn folder(name: &str) -> String {
        format!("📁 {name}")
    }

    /// A heading; Markdown.
    pub fn chapter(heading: &str, depth: usize) -> String {
        format!("{}{heading}", "\u{2003}".repeat(depth.saturating_sub(1)))
    }

    /// How much a collection holds, as plain text.
    pub fn texts(texts: usize, words: u64) -> String {
        format!("{}, {}", count(texts as u64, "text"), count(words, "word"))
    }

    /// How much a text holds, as plain text.
    pub fn chapters(chapters: usize, words: u64) -> String {
        match chapters {
            0 | 1 => count(words, "word"),
            _ => format!(
                "{}, {}",
                count(chapters as u64, "chapter"),
                count(words, "word")
            ),
        }
    }

    /// What the whole list holds, and which page of it this is, as plain text.
    pub fn summary(held: &str, page: usize, pages: usize) -> String {
        if pages > 1 {
            format!("{held} · page {page} of {pages}")
        } else {
            held.to_owned()
        }
    }

    /// A page in a menu, as plain text.
    pub fn jump(page: usize, first: &str, last: &str) -> String {
        format!("Page {page}: {first} … {last}")
    }

    /// A collection in a list while somebody types, as plain text.
    pub fn collection(folder: &crate::index::Folder) -> String {
        format!(
            "{} · {}",
            folder.name(),
            count(folder.documents.len() as u64, "text")
        )
    }
}

/// `/help`.
pub mod help {
    /// The help, with the commands as they can be pressed and a question that the library answers.
    pub fn text(command: impl Fn(&str) -> String, example: Option<&str>) -> String {
        let example = example.map_or_else(String::new, |question| {
            format!("\nTry: {} _{question}_", command("ask"))
        });
        format!(
            "\
**I answer by quoting**
Ask about the texts I have read, and I quote the sentences that answer, word for word, with their place. \
If the texts do not say, I say so.{example}

{} a question. While you type, places that fit appear; you can choose one or go on typing.
{} words: where exactly they stand, and how often.
{} a text from a chapter, a page, 40 % or some words on.
{} a passage by chance.
{} what I have read, and the chapters of a text.
{} what I keep: nothing of what you ask.
{} how far you have read: I tell you nothing that comes after it.
Those who manage a server give it texts of its own with `/texts`, say with `/settings` what I do there, with `/gate` how far a channel has read, and with `/schedule` what I post by myself.

With `private` only you see the answer, and can post it afterwards. You can also mention me with a question, \
reply to me, or write to me directly.
Right-click a message (or hold it) and choose **Apps**: **Find in the library** looks for it, \
**Check this quote** tells whether it really stands in a text.

The buttons under an answer are for whoever asked; if someone else did, pressing one gives you a copy of your own.",
            command("ask"),
            command("search"),
            command("read"),
            command("random"),
            command("library"),
            command("privacy show"),
            command("progress set"),
        )
    }
}

/// `/privacy`.
pub mod privacy {
    pub const TEXT: &str = "\
**What I keep**
**Of what you ask: nothing.** Your question is answered from memory and forgotten. It is in no log and in no file.

**In the log** of the person who runs me: for each use, the kind of command, how long it took and whether it worked. \
No words, no names, no user ids.

**In my messages**: the question, so that everyone can see what was answered, and in the buttons the id of the person \
who asked and the place in the text. They go when the message is deleted; whoever asked can press Delete.

**Of a server**: the texts that those who manage it add with `/texts`, what is made of them to find answers, and what \
they set with `/settings` and `/gate`, of a removed text only a number made from its title. Not who did so. Only members of that server are shown these texts; the person \
who runs me can read them. A text is deleted at once with `/texts remove`, all of it with `/privacy delete-server`, and \
seven days after I am removed from the server. Backups are up to the person who runs me.

**Of you**, only if you tell me with `/progress`: how far you have read, with your user id, until `/progress clear`. Of what you have me post with `/schedule`: its channel, text and times, how far it has come, and your user id, to tell you if it fails; until `/schedule remove`.

I cannot read your server's messages: Discord only sends me those that mention me, answer me or are written to me, \
and the ones you use a command on.";
}

/// **Check this quote**.
pub mod quote {
    use super::count;

    pub const EXACT: &str = "✅ **Word for word**";
    pub const SHORTENED: &str = "✅ **Word for word, shortened**: what is left out is bold here.";
    pub const SHORTENED_NOT: &str =
        "🟡 **Shortened, and a “not” is left out**: what is left out is bold here.";
    pub const NOT_FOUND: &str = "❌ **Not in these texts**";
    pub const IN_TEXT: &str = "**In the text**";
    pub const IN_MESSAGE: &str = "**In the message**";

    /// It differs in so many places.
    pub fn nearly(places: usize) -> String {
        let differ = if places == 1 { "differs" } else { "differ" };
        format!("🟡 **Almost**: {} {differ}", count(places as u64, "place"))
    }

    /// Where a quotation was looked for in vain.
    pub fn looked_in(texts: usize) -> String {
        format!(
            "I looked in {}. It may stand in one that I do not have: `/library`",
            count(texts as u64, "text")
        )
    }
}
