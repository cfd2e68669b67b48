//! What every reply looks like: what was asked above, the text in the middle, its place below.
//!
//! The same [`Card`] becomes an embed or, where the bot may not send embeds, plain text. In both the
//! question can be read back from the message, which is how a button knows it after a restart.

use super::markdown::{escape, label, shorten, unescape, units};
use super::message::{Author, Embed, Field, Footer, Message, limits};

/// How a reply may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As an embed: framed, with a coloured edge.
    Embed,
    /// As plain text: the bot lacks the permission *Embed Links* here.
    Plain,
}

/// What kind of reply it is, told by the colour of its edge.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// The text answers.
    Answer,
    /// The text does not answer, or something is wrong.
    No,
    /// Reading and information.
    #[default]
    Neutral,
}

/// Everything of a reply but its text.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// What was asked, in the person's words.
    pub asked: Option<String>,
    /// Our words above the text, as Markdown.
    pub title: Option<String>,
    /// Our words below the text, a line each, as plain text.
    pub footer: Vec<String>,
    /// What kind of reply it is.
    pub tone: Tone,
}

/// The question shown in plain text begins so.
const QUOTED: &str = "> ";
/// Longest line of a footer, in units.
const FOOTER_LINE: usize = 300;
/// The end of a question that was too long to be shown.
const CUT: char = '…';

impl Card {
    /// Units that the Markdown of its text may have.
    pub fn room(&self, form: Form) -> usize {
        match form {
            Form::Plain => limits::CONTENT.saturating_sub(units(&self.plain(""))),
            Form::Embed => {
                // The text has a limit of its own, and shares another with everything around it.
                let around = [self.asked(), self.title(), self.footer()];
                let used = around.iter().flatten().map(|text| units(text)).sum();

                limits::DESCRIPTION.min(limits::EMBED.saturating_sub(used))
            }
        }
    }

    /// The reply with `text`, which is Markdown and fits the [`Card::room`].
    pub fn message(&self, form: Form, text: String) -> Message {
        match form {
            Form::Embed => self.embed(text, Vec::new()),
            Form::Plain => Message::text(self.plain(&text)).without_previews(),
        }
    }

    /// The reply with `text` and named parts: names are Markdown of at most [`limits::FIELD_NAME`]
    /// units, values of at most [`Card::field_room`].
    pub fn message_with_fields(
        &self,
        form: Form,
        text: &str,
        fields: Vec<(String, String)>,
    ) -> Message {
        match form {
            Form::Embed => {
                let fields = fields
                    .into_iter()
                    .map(|(name, value)| Field { name, value });

                self.embed(text.to_owned(), fields.collect())
            }
            Form::Plain => {
                // Plain text has no fields, so each becomes a paragraph under its name.
                let paragraphs: String = fields
                    .iter()
                    .map(|(name, value)| format!("\n\n**{name}**\n{value}"))
                    .collect();

                self.message(form, format!("{text}{paragraphs}"))
            }
        }
    }

    /// Units for the value of each of `count` fields beside `text`.
    pub fn field_room(&self, form: Form, text: &str, count: usize) -> usize {
        // The name, with the marks and line breaks around it in plain text.
        const NAME: usize = limits::FIELD_NAME + 8;
        let each = self.room(form).saturating_sub(units(text)) / count.max(1);
        each.saturating_sub(NAME).min(limits::FIELD_VALUE)
    }

    fn embed(&self, description: String, fields: Vec<Field>) -> Message {
        let color = match self.tone {
            Tone::Answer => 0x3b_a5_5d,
            Tone::No => 0xb5_6a_2c,
            Tone::Neutral => 0x5b_6e_8c,
        };

        Message::embed(Embed {
            author: self.asked().map(|name| Author { name }),
            title: self.title(),
            description,
            fields,
            footer: self.footer().map(|text| Footer { text }),
            color,
        })
    }

    fn plain(&self, text: &str) -> String {
        let asked = self
            .asked()
            .map(|asked| format!("{QUOTED}{}", escape(&asked)));
        let title = self.title().map(|title| format!("**{title}**"));

        // The mark for small print counts for one line only.
        let footer = self
            .footer
            .iter()
            .map(|line| format!("-# {}", escape(&footer_line(line))));

        let lines: Vec<String> = asked
            .into_iter()
            .chain(title)
            .chain([text.to_owned()])
            .chain(footer)
            .collect();
        lines.join("\n")
    }

    fn asked(&self) -> Option<String> {
        self.asked
            .as_deref()
            .map(|asked| shorten(&label(asked), limits::AUTHOR))
            .filter(|asked| !asked.is_empty())
    }

    fn title(&self) -> Option<String> {
        self.title
            .as_deref()
            .map(|title| shorten(title, limits::TITLE))
    }

    fn footer(&self) -> Option<String> {
        let lines: Vec<String> = self.footer.iter().map(|line| footer_line(line)).collect();
        (!lines.is_empty()).then(|| shorten(&lines.join("\n"), limits::FOOTER))
    }
}

fn footer_line(line: &str) -> String {
    shorten(&label(line), FOOTER_LINE)
}

/// The question that a reply of ours shows, given the line above its embed or its plain text; `None`
/// when it shows none or not all of it.
pub fn asked(author: Option<&str>, content: &str) -> Option<String> {
    let asked = match author {
        Some(name) => name.to_owned(),
        None => unescape(content.lines().next()?.strip_prefix(QUOTED)?),
    };
    (!asked.ends_with(CUT)).then_some(asked)
}
