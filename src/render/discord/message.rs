//! A message as Discord's API wants it: what is serialised here is what is sent, byte for byte.
//!
//! Every message says that nobody is to be pinged, because a text may hold `@everyone`. Empty lists are
//! sent too: when a message is edited, they take away what was there.

use serde::Serialize;

/// Discord's limits, in UTF-16 units where they count text.
pub mod limits {
    pub const CONTENT: usize = 2000;
    pub const DESCRIPTION: usize = 4096;
    pub const FIELD_NAME: usize = 256;
    pub const FIELD_VALUE: usize = 1024;
    pub const FOOTER: usize = 2048;
    pub const AUTHOR: usize = 256;
    pub const TITLE: usize = 256;
    /// Over all texts of the embeds of a message.
    pub const EMBED: usize = 6000;
    /// Names and values of autocomplete choices.
    pub const CHOICE: usize = 100;
    pub const CHOICES: usize = 25;
    pub const BUTTONS_IN_A_ROW: usize = 5;
}

/// Only the person who asked sees the message.
const EPHEMERAL: u64 = 1 << 6;
/// Links in the text get no preview.
const SUPPRESS_EMBEDS: u64 = 1 << 2;

/// A message to send, or to put in the place of another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Markdown.
    pub content: String,
    /// At most one in our messages.
    pub embeds: Vec<Embed>,
    /// Rows of buttons.
    pub components: Vec<Row>,
    allowed_mentions: AllowedMentions,
    #[serde(skip_serializing_if = "is_zero")]
    flags: u64,
    /// Whether it answers a question, if one was asked; Discord is not told.
    #[serde(skip)]
    pub answers: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
struct AllowedMentions {
    parse: [&'static str; 0],
}

fn is_zero(flags: &u64) -> bool {
    *flags == 0
}

/// A framed text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Embed {
    /// Plain text above everything: what was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Markdown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Passages beside each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Plain text below everything: the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The colour of its edge.
    pub color: u32,
}

/// The line above an embed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Author {
    /// Plain text.
    pub name: String,
}

/// The lines below an embed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Footer {
    /// Plain text.
    pub text: String,
}

/// A named part of an embed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Markdown.
    pub name: String,
    /// Markdown.
    pub value: String,
}

/// Up to five buttons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    r#type: u8,
    /// From left to right.
    pub components: Vec<Button>,
}

/// Something to press.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Button {
    r#type: u8,
    style: u8,
    /// What stands on it.
    pub label: String,
    /// What comes back when it is pressed: at most 100 characters.
    pub custom_id: String,
    /// It can be seen but not pressed.
    pub disabled: bool,
}

impl Button {
    /// A grey button.
    pub fn new(label: impl Into<String>, custom_id: String) -> Button {
        Button {
            r#type: 2,
            style: 2,
            label: label.into(),
            custom_id,
            disabled: false,
        }
    }

    /// The same button in the colour of the thing to do next.
    pub fn primary(self) -> Button {
        Button { style: 1, ..self }
    }

    /// The same button, greyed out unless `enabled`.
    pub fn enabled_if(self, enabled: bool) -> Button {
        Button {
            disabled: !enabled,
            ..self
        }
    }
}

impl Message {
    /// A message of nothing but an embed.
    pub fn embed(embed: Embed) -> Message {
        Message {
            embeds: vec![embed],
            ..Message::default()
        }
    }

    /// A message of nothing but text.
    pub fn text(content: impl Into<String>) -> Message {
        Message {
            content: content.into(),
            ..Message::default()
        }
    }

    /// The same message with these buttons, five a row.
    pub fn with_buttons(mut self, buttons: Vec<Button>) -> Message {
        let rows = buttons.chunks(limits::BUTTONS_IN_A_ROW);
        self.components = rows
            .map(|row| Row {
                r#type: 1,
                components: row.to_vec(),
            })
            .collect();
        self
    }

    /// The same message, seen only by the person who asked if `private`.
    pub fn private(mut self, private: bool) -> Message {
        self.flags = if private {
            self.flags | EPHEMERAL
        } else {
            self.flags & !EPHEMERAL
        };
        self
    }

    /// The same message, which is an answer to a question or the lack of one.
    pub fn answering(self, answers: bool) -> Message {
        Message {
            answers: Some(answers),
            ..self
        }
    }

    /// Whether only the person who asked sees it.
    pub fn is_private(&self) -> bool {
        self.flags & EPHEMERAL != 0
    }

    /// The same message without previews of links; they would stand below a plain text.
    pub fn without_previews(mut self) -> Message {
        self.flags |= SUPPRESS_EMBEDS;
        self
    }
}
