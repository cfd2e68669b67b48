//! What every reply looks like: what was asked in small print, our words, the text, its place in
//! small print.
//!
//! A reply is the content of a message, so that it is seen by those who hide embeds, in
//! notifications and in the preview of an answer, and can be copied on a phone. Only what is longer
//! than a message becomes an embed. The question can always be read back from the content, which is
//! how a button knows it after a restart.

use unicode_width::UnicodeWidthStr;

use super::markdown::{count_units, cut_to_units, escape, render_name, to_plain_line, unescape};
use super::message::{Embed, Message, limits};

/// How a reply may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// What is longer than a message as an embed.
    Embed,
    /// Nothing but text: the bot lacks the permission *Embed Links* here.
    Plain,
}

/// Everything of a reply but its text.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// What was asked, in the person's words.
    pub asked: Option<String>,
    /// Our words above the text, a line each, as Markdown.
    pub head: Vec<String>,
    /// Our words below the text, a line each, as plain text.
    pub foot: Vec<String>,
}

/// Begins a line of small print.
const SMALL: &str = "-# ";
/// Longest question shown, in units.
const ASKED: usize = 100;
/// What a line of small print on a phone holds of it, in columns.
const LINE: usize = 44;
/// Longest line below the text, in units.
const FOOT: usize = 200;
/// Units kept free for the line that says who shared a reply.
const SHARED: usize = 60;
/// The end of a question that was too long to be shown.
const CUT: char = '…';

impl Card {
    /// Units that the Markdown of its text may have.
    pub fn room(&self, form: Form) -> usize {
        let around = count_units(&self.lines("")) + SHARED;
        // The question stands above an embed, but in a plain message.
        let asked = self.asked().map_or(0, |asked| count_units(&asked) + 1);
        let most = match form {
            Form::Plain => limits::CONTENT.saturating_sub(asked),
            Form::Embed => limits::DESCRIPTION,
        };
        most.saturating_sub(around)
    }

    /// The reply with `text`, which is Markdown and fits the [`Card::room`].
    pub fn message(&self, form: Form, text: &str) -> Message {
        let asked = self.asked();
        let lines = self.lines(text);
        let content = asked.iter().chain([&lines]).cloned().collect::<Vec<_>>();
        let content = content.join("\n");

        if form == Form::Plain || count_units(&content) + SHARED <= limits::CONTENT {
            return Message::text(content);
        }
        let embed = Embed { description: lines };
        Message::text(asked.unwrap_or_default()).with_embeds(vec![embed])
    }

    /// Everything but the question.
    fn lines(&self, text: &str) -> String {
        let text = Some(text.to_owned()).filter(|text| !text.is_empty());
        let foot = self.foot.iter().map(|line| render_small_print(line));

        let lines: Vec<String> = self.head.iter().cloned().chain(text).chain(foot).collect();
        lines.join("\n")
    }

    /// The same with no more of the question than one line of a phone holds.
    pub fn with_short_question(self) -> Card {
        let asked = self.asked.map(|asked| to_plain_line(&asked));
        // Chinese and its like take two columns a letter.
        let cut = |asked: &String| {
            let units = LINE * count_units(asked) / asked.width().max(1);
            cut_to_units(asked, units)
        };
        let asked = asked.as_ref().map(cut);
        Card { asked, ..self }
    }

    fn asked(&self) -> Option<String> {
        let asked = cut_to_units(&to_plain_line(self.asked.as_deref()?), ASKED);
        (!asked.is_empty()).then(|| format!("{SMALL}{}", escape(&asked)))
    }
}

/// Plain text as a line of small print.
pub fn render_small_print(line: &str) -> String {
    format!("{SMALL}{}", render_name(line, FOOT))
}

/// The question that a reply of ours shows in its first line; `None` when it shows none or not all
/// of it.
pub fn find_whole_question(content: &str) -> Option<String> {
    find_shown_question(content).filter(|asked| !asked.ends_with(CUT))
}

/// The same, as far as it is shown: to be shown again, not to be asked.
pub fn find_shown_question(content: &str) -> Option<String> {
    let shown = content.lines().next()?.strip_prefix(SMALL)?;
    let asked = unescape(shown);
    // Who shared a reply is small print, too, but with a name that can be pressed, as no question
    // has.
    (escape(&asked) == shown).then_some(asked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::render::discord::words::say_shared_by;

    fn card(asked: &str) -> Card {
        Card {
            asked: Some(asked.to_owned()),
            head: vec!["Perhaps:".to_owned()],
            foot: vec!["A *place*".to_owned()],
        }
    }

    #[test]
    fn a_question_is_read_back_from_what_is_shown() {
        for question in [
            "Who?",
            "Who *is* `the` _man_? https://example.org",
            "1. a #b",
        ] {
            let message = card(question).message(Form::Embed, "> text");
            assert_eq!(
                find_whole_question(&message.content).as_deref(),
                Some(question)
            );
        }
        let long = card(&"why ".repeat(40)).message(Form::Plain, "> text");
        assert_eq!(find_whole_question(&long.content), None);
        let shown = find_shown_question(&long.content).unwrap();
        let again = card(&shown).message(Form::Plain, "> text");
        assert_eq!(find_shown_question(&again.content), Some(shown));
        assert_eq!(find_whole_question("> A quote\n-# a place"), None);
        for locale in Locale::ALL {
            assert_eq!(
                find_whole_question(&say_shared_by(locale, 40)),
                None,
                "{locale:?}"
            );
        }
    }

    #[test]
    fn only_what_is_longer_than_a_message_is_an_embed() {
        let short = card("Who?").message(Form::Embed, "> text");
        assert_eq!(
            (short.content.as_str(), short.embeds.len()),
            ("-# Who?\nPerhaps:\n> text\n-# A \\*place\\*", 0)
        );

        let long = card("Who?").message(Form::Embed, &"text ".repeat(400));
        assert_eq!((long.content.as_str(), long.embeds.len()), ("-# Who?", 1));
        assert!(long.embeds[0].description.starts_with("Perhaps:\ntext"));
    }
}
