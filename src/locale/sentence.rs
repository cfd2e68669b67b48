//! A sentence by its name, with what is put into it -> the sentence in a language.
//!
//! In: `locales/`, which is part of the program and read once. The decision that is not obvious:
//! nobody names a sentence by a string. [`sentences!`] makes a function of each, whose arguments
//! have types, and a list of them all, which a test holds against the files of every language; so
//! no sentence can be missing where it is said.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::locale::Locale;

/// What a language says, as it stands in `locales/`.
macro_rules! files {
    ($($tag:literal),*) => {
        [$((
            $tag,
            [
                include_str!(concat!("../../locales/", $tag, "/answers.ftl")),
                include_str!(concat!("../../locales/", $tag, "/commands.ftl")),
                include_str!(concat!("../../locales/", $tag, "/help.ftl")),
                include_str!(concat!("../../locales/", $tag, "/kept.ftl")),
                include_str!(concat!("../../locales/", $tag, "/library.ftl")),
                include_str!(concat!("../../locales/", $tag, "/manage.ftl")),
                include_str!(concat!("../../locales/", $tag, "/quiz.ftl")),
                include_str!(concat!("../../locales/", $tag, "/schedule.ftl")),
                include_str!(concat!("../../locales/", $tag, "/sorry.ftl")),
            ],
        )),*]
    };
}

/// The files of each language, by its tag.
pub const FILES: [(&str, [&str; 9]); 6] = files!("en", "de", "fr", "es", "ru", "ja");

/// What is read from them, in the order of [`Locale::ALL`].
static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 6]> =
    LazyLock::new(|| Locale::ALL.map(read_bundle));

/// What kind of thing is put into a sentence.
#[cfg(any(test, feature = "measuring"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name, or a part of another sentence.
    Text,
    /// How many there are: its digits are grouped.
    Count,
    /// Which one it is: its digits stand together.
    Number,
    /// `yes` or `no`.
    Flag,
}

/// A sentence that the program can say.
#[cfg(any(test, feature = "measuring"))]
#[derive(Debug, Clone, Copy)]
pub struct Sentence {
    /// Its name in the files.
    pub id: &'static str,
    /// What is put into it.
    pub arguments: &'static [(&'static str, Kind)],
}

/// Something to put into a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    Text(&'a str),
    Count(u64),
    Number(u64),
    Flag(bool),
}

impl<'a> From<Value<'a>> for FluentValue<'a> {
    fn from(value: Value<'a>) -> FluentValue<'a> {
        match value {
            Value::Text(text) => FluentValue::from(text),
            Value::Count(count) => FluentValue::from(count),
            // Nothing agrees with it, and what is no number to Fluent is not grouped.
            Value::Number(number) => FluentValue::from(number.to_string()),
            Value::Flag(is_so) => FluentValue::from(if is_so { "yes" } else { "no" }),
        }
    }
}

/// A number of any of the types that things are counted in.
pub trait Countable {
    fn counted(self) -> u64;
}

impl Countable for u64 {
    fn counted(self) -> u64 {
        self
    }
}

impl Countable for u32 {
    fn counted(self) -> u64 {
        self.into()
    }
}

impl Countable for usize {
    fn counted(self) -> u64 {
        self as u64
    }
}

/// Makes a function of each sentence, and a list of them. What is put into one is a `text`, a
/// `count`, a `number` or a `flag`, see [`Kind`].
macro_rules! sentences {
    ($prefix:literal: $($(#[$about:meta])* $name:ident($($argument:ident: $kind:ident),*);)+) => {
        $(
            $(#[$about])*
            pub fn $name(
                locale: $crate::locale::Locale,
                $($argument: $crate::locale::sentences!(@type $kind),)*
            ) -> String {
                locale.say(
                    concat!($prefix, "-", stringify!($name)),
                    &[$((stringify!($argument), $crate::locale::sentences!(@value $kind $argument))),*],
                )
            }
        )+

        /// All of these sentences.
        #[cfg(any(test, feature = "measuring"))]
        pub const SENTENCES: &[$crate::locale::Sentence] = &[$($crate::locale::Sentence {
            id: concat!($prefix, "-", stringify!($name)),
            arguments: &[$((stringify!($argument), $crate::locale::sentences!(@kind $kind))),*],
        }),+];
    };

    (@type text) => { &str };
    (@type count) => { impl $crate::locale::sentence::Countable };
    (@type number) => { impl $crate::locale::sentence::Countable };
    (@type flag) => { bool };

    (@value text $of:ident) => { $crate::locale::sentence::Value::Text($of) };
    (@value count $of:ident) => { $crate::locale::sentence::Value::Count($of.counted()) };
    (@value number $of:ident) => { $crate::locale::sentence::Value::Number($of.counted()) };
    (@value flag $of:ident) => { $crate::locale::sentence::Value::Flag($of) };

    (@kind text) => { $crate::locale::Kind::Text };
    (@kind count) => { $crate::locale::Kind::Count };
    (@kind number) => { $crate::locale::Kind::Number };
    (@kind flag) => { $crate::locale::Kind::Flag };
}

pub(crate) use sentences;

impl Locale {
    /// Says a sentence.
    pub fn say(self, id: &str, values: &[(&str, Value)]) -> String {
        self.said(id, values).0
    }

    /// A sentence, and what is wrong with it: nothing, as a test makes sure.
    pub fn said(self, id: &str, values: &[(&str, Value)]) -> (String, Vec<String>) {
        let bundle = &BUNDLES[self as usize];
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return (id.to_owned(), vec![format!("{id} is missing")]);
        };

        let arguments: FluentArgs = values.iter().copied().collect();
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        let said = said.into_owned();
        (said, errors.iter().map(ToString::to_string).collect())
    }
}

/// A language as it is read from its files.
fn read_bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Invisible marks around what is put in would be copied with it, and take room.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::English => group_digits::<0, _>,
        Locale::German => group_digits::<1, _>,
        Locale::French => group_digits::<2, _>,
        Locale::Spanish => group_digits::<3, _>,
        Locale::Russian => group_digits::<4, _>,
        Locale::Japanese => group_digits::<5, _>,
    }));

    for file in FILES[locale as usize].1 {
        // A line that cannot be read is left out, and a test tells.
        let read = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(read, _)| read);
        bundle.add_resource_overriding(read);
    }
    bundle
}

/// How a number is written in the language at this place in [`Locale::ALL`].
fn group_digits<const LOCALE: usize, M>(value: &FluentValue, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(Locale::ALL[LOCALE].grouped(number.value as u64)),
        _ => None,
    }
}
