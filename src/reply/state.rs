//! What a button remembers: everything needed to go on from its message.
//!
//! A button works a day and a restart later because nothing of this is kept anywhere but in its
//! `custom_id`. A document is named by a fingerprint of its path and text: reindexing other documents
//! changes nothing, and when this one has changed the fingerprint fits none, so nobody is shown another
//! place by mistake.

use crate::index::DocumentInfo;

/// What a press asks for, with the message it stands under as "what is shown".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// The text before what is shown.
    Earlier,
    /// The text after it.
    Later,
    /// The next passage that fits.
    Next,
    /// More text around it.
    Wider,
    /// Show it to everyone.
    Post,
    /// Take the message away.
    Delete,
    /// Ask the same question of the text as it is now.
    AskAgain,
    /// The passage that fits, by its number from 0.
    Open(u8),
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
    /// A search for words; its matches are found again at each press.
    Search,
    /// The library's list; the page is in the view.
    Library,
}

/// Names a document and its text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 5]);

impl Fingerprint {
    /// Of a document as it is indexed: its file, and into how many pieces it is cut. Not its checksum,
    /// which changes when other documents come before it.
    pub fn of(path: &str, file_hash: &str, document: &DocumentInfo) -> Fingerprint {
        let pieces = (document.passages.len(), document.sentences.len());
        let hash = blake3::hash(format!("{path}\0{file_hash}\0{pieces:?}").as_bytes());
        let mut short = [0; 5];
        short.copy_from_slice(&hash.as_bytes()[..5]);
        Fingerprint(short)
    }
}

/// Names a document or a collection by its path alone: it still fits when the text has changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Within(pub [u8; 3]);

impl Within {
    /// Of a path, which for a collection ends with `/`.
    pub fn of(path: &str) -> Within {
        let hash = blake3::hash(path.as_bytes());
        let mut short = [0; 3];
        short.copy_from_slice(&hash.as_bytes()[..3]);
        Within(short)
    }
}

/// A passage and the sentences of it that stand out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Match {
    /// The document that the passage is of.
    pub document: Fingerprint,
    /// The passage's position in the document.
    pub passage: u32,
    /// The first sentence that stands out, counted from the start of the passage.
    pub sentence: u8,
    /// How many stand out; 0 for none.
    pub sentences: u8,
}

/// The passages on show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct View {
    /// The only document they are of.
    pub document: Fingerprint,
    /// The first one's position in the document.
    pub first: u32,
    /// How many there are.
    pub count: u8,
    /// Which page of them, from 0; long passages do not fit on one.
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
    /// The only document or collection to look in, when there is one.
    pub within: Option<Within>,
    /// How sure the answer is, in hundredths.
    pub confidence: u8,
    /// The passages that fit, best first.
    pub matches: Vec<Match>,
    /// Which of them was shown last.
    pub current: u8,
    /// The passages on show; a list's page is kept here too.
    pub view: View,
}
