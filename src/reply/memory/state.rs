//! What a button remembers: everything needed to go on from its message.
//!
//! A button works a day and a restart later because nothing of this is kept anywhere but in its
//! `custom_id`. A document is named by its path, and a place in it by a fingerprint of the sentence
//! that stands there: when the text is edited elsewhere, the sentence is found again, and when it
//! is gone itself, nobody is shown another place by mistake.

use crate::servers::Home;

/// What a press asks for, with the message it stands under as "what is shown".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// What stands before what is shown: text, or a page of a list.
    Earlier,
    /// What stands after it.
    Later,
    /// More text around it.
    Wider,
    /// The quote in its passage.
    Context,
    /// A list of the other passages that fit.
    Others,
    /// What the reply began with: the quote, or the list.
    Front,
    /// The passage that fits, by its number from 0.
    Open(u8),
    /// A hit of a search, by its place on the page from 0.
    Hit(u8),
    /// What is chosen in a menu.
    Choose,
    /// Show it to everyone.
    Post,
    /// Take the message away.
    Delete,
    /// Ask the same question of the text as it is now.
    AskAgain,
}

/// What kind of reply the button stands under.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// A question that the text answers.
    Answer,
    /// A question that it does not answer: its matches are only the closest passages.
    Closest,
    /// Reading.
    #[default]
    Read,
    /// A search for words; its hits are found again at each press.
    Search,
    /// The library's list; the page is in the view.
    Library,
}

/// What of a reply is on show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Face {
    /// The quote alone, or the list that the reply began with.
    #[default]
    Front,
    /// The list of other passages that fit.
    Others,
    /// Passages of a text.
    Text,
}

/// Names a document or a collection by its path.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Within(pub [u8; 3]);

impl Within {
    /// Of a path, which for a collection ends with `/`.
    pub fn of(path: &str) -> Within {
        Within(short_hash(path))
    }
}

/// Names a sentence by its words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Print(pub [u8; 3]);

impl Print {
    /// Of a sentence, whatever white space is between its words.
    pub fn of(sentence: &str) -> Print {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        Print(short_hash(&words.join(" ")))
    }
}

fn short_hash(text: &str) -> [u8; 3] {
    let hash = blake3::hash(text.as_bytes());
    let mut short = [0; 3];
    short.copy_from_slice(&hash.as_bytes()[..3]);
    short
}

/// Sentences that stand out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Match {
    /// The document that they are of.
    pub document: Within,
    /// Where their passage stood among the document's.
    pub passage: u32,
    /// The first of them.
    pub print: Print,
    /// How many there are, at most 15; 0 for none.
    pub sentences: u8,
}

/// The passages on show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OnShow {
    /// The only document they are of.
    pub document: Within,
    /// Where the first one stood among the document's.
    pub first: u32,
    /// The sentence that it begins with.
    pub print: Print,
    /// How many there are, at most 15.
    pub count: u8,
    /// Which page of them, from 0; long passages do not fit on one. Of a list, its page.
    pub page: u16,
    /// Further pages follow.
    pub more: bool,
}

/// Everything a reply's buttons need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The person who asked.
    pub asker: u64,
    /// What kind of reply it is.
    pub kind: Kind,
    /// What of it is on show.
    pub face: Face,
    /// The library that all of it is of.
    pub home: Home,
    /// The only document or collection to look in, when there is one.
    pub within: Option<Within>,
    /// The answer is not sure.
    pub perhaps: bool,
    /// The passages that fit, best first.
    pub matches: Vec<Match>,
    /// Which of them was shown last, at most 15.
    pub current: u8,
    /// The passages on show; a list's page is kept here too.
    pub view: OnShow,
    /// Of a quotation that was checked, the words that are quoted.
    pub words: Option<Words>,
    /// Of an answer, the words that answer, if they are known.
    pub answer: Option<Words>,
}

/// Words of the first sentence that stands out, and of those after it, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Words {
    /// From where in the sentence on.
    pub from: u32,
    /// How many.
    pub length: u32,
}
