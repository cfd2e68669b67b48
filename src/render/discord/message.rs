//! A message as Discord's API wants it: what is serialised here is what is sent, byte for byte.
//!
//! Every message says that nobody is to be pinged, because a text may hold `@everyone`. Empty lists
//! are sent too: when a message is edited, they take away what was there.

use serde::Serialize;

use super::markdown::{count_units, cut_to_units, to_plain_line};

/// Discord's limits, in UTF-16 units where they count text.
pub mod limits {
    pub const CONTENT: usize = 2000;
    pub const DESCRIPTION: usize = 4096;
    /// Names and values of choices, while typing and in a menu.
    pub const CHOICE: usize = 100;
    pub const CHOICES: usize = 25;
    pub const BUTTONS_IN_A_ROW: usize = 5;
    pub const BUTTON: usize = 80;
}

/// Only the person who asked sees the message.
const EPHEMERAL: u64 = 1 << 6;

/// A message to send, or to put in the place of another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Markdown.
    pub content: String,
    /// At most one in our messages.
    pub embeds: Vec<Embed>,
    /// Rows of buttons, or of a menu.
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
    /// Markdown.
    pub description: String,
}

/// Up to five buttons, or one menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    r#type: u8,
    /// From left to right.
    pub components: Vec<Component>,
}

/// Something to press or to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Component {
    Button(Button),
    Menu(Menu),
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

/// Something to choose one line of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Menu {
    r#type: u8,
    /// What comes back, with the value of the line.
    pub custom_id: String,
    /// What stands there before anything is chosen.
    pub placeholder: String,
    /// At least one, at most [`limits::CHOICES`].
    pub options: Vec<Choice>,
}

/// A line of a menu, or of the list that appears while somebody types.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What is shown.
    #[serde(rename = "label")]
    pub name: String,
    /// What is sent.
    pub value: String,
}

impl Choice {
    /// A line with as much of a name as fits; `None` if there is no name, or Discord would not take
    /// the value.
    pub fn new(name: &str, value: String) -> Option<Choice> {
        let name = cut_to_units(&to_plain_line(name), limits::CHOICE);
        (!name.is_empty() && count_units(&value) <= limits::CHOICE)
            .then_some(Choice { name, value })
    }
}

impl Menu {
    /// A menu with these lines.
    pub fn new(custom_id: String, placeholder: String, options: Vec<Choice>) -> Menu {
        Menu {
            r#type: 3,
            custom_id,
            placeholder,
            options,
        }
    }
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

    /// The same button, which tells something and cannot be pressed.
    pub fn disabled(self) -> Button {
        Button {
            disabled: true,
            ..self
        }
    }
}

impl Message {
    /// The same message with framed texts.
    pub fn with_embeds(self, embeds: Vec<Embed>) -> Message {
        Message { embeds, ..self }
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
                components: row.iter().cloned().map(Component::Button).collect(),
            })
            .collect();
        self
    }

    /// The same message with further buttons in a row of their own.
    pub fn with_row(mut self, buttons: Vec<Button>) -> Message {
        if !buttons.is_empty() {
            let below = Message::default().with_buttons(buttons);
            self.components.extend(below.components);
        }
        self
    }

    /// The same message with a menu below its buttons, if there is something to choose.
    pub fn with_menu(mut self, menu: Menu) -> Message {
        if !menu.options.is_empty() {
            self.components.push(Row {
                r#type: 1,
                components: vec![Component::Menu(menu)],
            });
        }
        self
    }

    /// Its buttons, row by row.
    #[cfg(any(test, feature = "measuring"))]
    pub fn buttons(&self) -> impl Iterator<Item = &Button> {
        let all = self.components.iter().flat_map(|row| &row.components);
        all.filter_map(|component| match component {
            Component::Button(button) => Some(button),
            Component::Menu(_) => None,
        })
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
}
