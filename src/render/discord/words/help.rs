//! `/help` and `/privacy`: what the bot does, and what it keeps.

use crate::locale::Locale;
use crate::render::discord::say::{help as say, privacy};

/// The help, with the commands as they can be pressed and a question that the library answers.
pub fn help_text(
    locale: Locale,
    command: impl Fn(&str) -> String,
    example: Option<&str>,
) -> String {
    let example = example.map(|question| say::tried(locale, &command("ask"), question));
    let begin = [Some(say::title(locale)), Some(say::about(locale)), example];
    let begin: Vec<String> = begin.into_iter().flatten().collect();

    let commands = [
        say::ask(locale, &command("ask")),
        say::search(locale, &command("search")),
        say::read(locale, &command("read")),
        say::random(locale, &command("random")),
        say::quiz(locale, &command("quiz start")),
        say::library(locale, &command("library")),
        say::privacy(locale, &command("privacy show")),
        say::progress(locale, &command("progress set")),
        say::managers(locale),
    ];

    let more = [say::private(locale), say::apps(locale)];
    let paragraphs = [
        begin.join("\n"),
        commands.join("\n"),
        more.join("\n"),
        say::buttons(locale),
    ];
    paragraphs.join("\n\n")
}

/// What is kept of what members do, where a server has questions kept that got a no or not.
pub fn privacy_text(locale: Locale, keeps_gaps: bool) -> String {
    let asked = if keeps_gaps {
        privacy::asked_here(locale)
    } else {
        privacy::asked(locale)
    };

    let about = [privacy::title(locale), asked];
    let paragraphs = [
        about.join("\n"),
        privacy::log(locale),
        privacy::messages(locale),
        privacy::quiz(locale),
        privacy::server(locale),
        privacy::person(locale),
        privacy::unread(locale),
    ];

    paragraphs.join("\n\n")
}
