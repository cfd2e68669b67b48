//! What somebody gave a command with it: its subcommand, and options by their names.

use serenity::model::application::{ResolvedOption, ResolvedValue};

/// The subcommand among the options of a command, and its own options.
pub fn subcommand<'a, 'b>(
    options: &'b [ResolvedOption<'a>],
) -> Option<(&'a str, &'b [ResolvedOption<'a>])> {
    options.iter().find_map(|option| match &option.value {
        ResolvedValue::SubCommand(given) => Some((option.name, given.as_slice())),
        _ => None,
    })
}

pub fn text_option(given: &[ResolvedOption], name: &str) -> Option<String> {
    given.iter().find_map(|option| match option.value {
        ResolvedValue::String(text) if option.name == name => Some(text.to_owned()),
        _ => None,
    })
}

pub fn number_option(given: &[ResolvedOption], name: &str) -> Option<u32> {
    given.iter().find_map(|option| match option.value {
        ResolvedValue::Integer(number) if option.name == name => number.try_into().ok(),
        _ => None,
    })
}

pub fn flag_option(given: &[ResolvedOption], name: &str) -> Option<bool> {
    given.iter().find_map(|option| match option.value {
        ResolvedValue::Boolean(flag) if option.name == name => Some(flag),
        _ => None,
    })
}
