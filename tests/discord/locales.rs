//! Every language says every sentence: the same ones, with the same things put in, in what room
//! Discord gives.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
    VariantKey,
};
use fluent_syntax::parser;
use pullquote::internals::Language;
use pullquote::internals::locale::sentence::{FILES, Value};
use pullquote::internals::locale::{Kind, Locale, Sentence};
use pullquote::internals::render::discord::markdown::count_units;
use pullquote::internals::render::discord::say::{self, ALL};
use pullquote::internals::render::discord::words::help;
use pullquote::internals::reply::commands::names;

/// Numbers of every kind that a language may tell apart.
const NUMBERS: [u64; 9] = [0, 1, 2, 3, 5, 11, 21, 22, 1_234_567];
/// As long as a title or a name is in a sentence.
const LONG: usize = 100;

fn sentences() -> impl Iterator<Item = &'static Sentence> {
    ALL.iter().copied().flatten()
}

fn parsed(file: &'static str) -> Resource<&'static str> {
    parser::parse(file).unwrap_or_else(|(_, errors)| panic!("{errors:?}"))
}

/// The sentences of a language as they stand in its files.
fn written(locale: Locale) -> BTreeMap<String, Pattern<&'static str>> {
    let (tag, files) = FILES[locale as usize];
    assert_eq!(tag, locale.tag(), "the order of the languages");

    let mut written = BTreeMap::new();
    for file in files {
        for entry in parsed(file).body {
            let Entry::Message(message) = entry else {
                assert!(!matches!(entry, Entry::Junk { .. }), "{tag}: {entry:?}");
                continue;
            };
            let id = message.id.name.to_owned();
            assert!(message.attributes.is_empty(), "{tag}: {id} has attributes");
            let value = message.value.unwrap_or_else(|| panic!("{tag}: {id}"));
            let before = written.insert(id.clone(), value);
            assert!(before.is_none(), "{tag}: {id} stands there twice");
        }
    }
    written
}

/// What a sentence has put in, and the choices that it makes by that.
#[derive(Default)]
struct Put {
    names: BTreeSet<String>,
    choices: Vec<(String, BTreeSet<String>)>,
}

impl Put {
    fn of(pattern: &Pattern<&str>) -> Put {
        let mut put = Put::default();
        put.pattern(pattern);
        put
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let keys = variants.iter().map(|variant| match variant.key {
                    VariantKey::Identifier { name } => name.to_owned(),
                    VariantKey::NumberLiteral { value } => value.to_owned(),
                });
                let InlineExpression::VariableReference { id } = selector else {
                    panic!("a choice by {selector:?}");
                };
                self.choices.push((id.name.to_owned(), keys.collect()));
                variants.iter().for_each(|one| self.pattern(&one.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.names.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { .. } => panic!("a function: {inline:?}"),
            InlineExpression::TermReference { arguments, .. } => {
                assert_eq!(*arguments, None::<CallArguments<&str>>, "{inline:?}");
            }
            _ => {}
        }
    }
}

fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// The forms of a noun behind a number.
fn plurals(locale: Locale) -> BTreeSet<String> {
    match locale {
        Locale::Russian => set(["one", "few", "many", "other"]),
        _ => set(["one", "other"]),
    }
}

#[test]
fn every_language_says_the_same_sentences_with_the_same_things_put_in() {
    for locale in Locale::ALL {
        let written = written(locale);
        let ids: BTreeSet<&str> = written.keys().map(String::as_str).collect();
        let known: BTreeSet<&str> = sentences().map(|one| one.id).collect();
        assert_eq!(ids, known, "{locale:?}");
        assert_eq!(
            known.len(),
            sentences().count(),
            "each has a name of its own"
        );

        for Sentence { id, arguments } in sentences() {
            let put = Put::of(&written[*id]);
            let wanted = set(arguments.iter().map(|(name, _)| *name));
            assert_eq!(put.names, wanted, "{locale:?} {id}");

            for (name, keys) in put.choices {
                let (_, kind) = arguments.iter().find(|(known, _)| *known == name).unwrap();
                let wanted = match kind {
                    Kind::Count => plurals(locale),
                    Kind::Flag => set(["yes", "no"]),
                    Kind::Text => set(Language::all().map(Language::tag)),
                    Kind::Number => panic!("{locale:?} {id}: nothing agrees with ${name}"),
                };
                assert_eq!(keys, wanted, "{locale:?} {id} ${name}");
            }
        }
    }
}

#[test]
fn all_files_of_all_languages_are_part_of_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let names = |folder: &Path| -> BTreeSet<String> {
        let entries = fs::read_dir(folder).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    };

    assert_eq!(names(&folder), set(FILES.map(|(tag, _)| tag)));
    for (tag, files) in FILES {
        let there = names(&folder.join(tag));
        assert_eq!(there.len(), files.len(), "{there:?}");
        for name in there {
            let text = fs::read_to_string(folder.join(tag).join(&name)).unwrap();
            assert!(files.contains(&text.as_str()), "{tag}/{name}");
        }
    }
}

#[test]
fn every_sentence_is_said_somewhere() {
    let mut source = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            match entry.unwrap().path() {
                path if path.ends_with("discord/say") => {}
                path if path.is_dir() => folders.push(path),
                path if path.extension().is_some_and(|e| e == "rs") => {
                    source += &fs::read_to_string(path).unwrap();
                }
                _ => {}
            }
        }
    }

    for Sentence { id, .. } in sentences() {
        let (_, name) = id.split_once('-').unwrap();
        let call = format!("::{name}");
        let is_whole = |(at, _)| {
            let behind = source[at + call.len()..].chars().next();
            behind.is_some_and(|c| !c.is_alphanumeric() && c != '_')
        };
        assert!(
            source.match_indices(&call).any(is_whole),
            "{id} is never said"
        );
    }
}

/// A sentence with numbers of this size and long names put in.
fn said(locale: Locale, sentence: &Sentence, number: u64) -> String {
    let long = "Ж".repeat(LONG);
    let values: Vec<(&str, Value)> = sentence
        .arguments
        .iter()
        .map(|(name, kind)| {
            let value = match kind {
                Kind::Text => Value::Text(&long),
                Kind::Count => Value::Count(number),
                Kind::Number => Value::Number(number),
                Kind::Flag => Value::Flag(number.is_multiple_of(2)),
            };
            (*name, value)
        })
        .collect();

    let (said, errors) = locale.said(sentence.id, &values);
    assert_eq!(errors, Vec::<String>::new(), "{locale:?} {}", sentence.id);
    said
}

#[test]
fn every_sentence_can_be_said_and_fits_where_discord_shows_it() {
    for locale in Locale::ALL {
        for sentence in sentences() {
            let (module, name) = sentence.id.split_once('-').unwrap();
            let most = match (module, name) {
                ("button", _) => 40,
                ("library", "to_own" | "to_shared") => 40,
                ("library", "read" | "jump") => 150,
                ("command" | "option" | "choice", _) => 100,
                ("name", _) => 32,
                // They are shown in small print, which is cut there.
                ("understood", "texts_are_in" | "looked_for") => 200,
                ("privacy", "server") => 1_000,
                _ => 700,
            };
            for number in NUMBERS {
                let said = said(locale, sentence, number);
                let length = count_units(&said);
                assert!((1..=most).contains(&length), "{length} units: {said}");
                assert_eq!(said, said.trim(), "{locale:?}");
                assert!(!said.contains('\n'), "{said}");
            }
        }
    }
}

/// The commands that a sentence names, and how often it turns bold and code on and off.
fn marks(said: &str) -> (Vec<&str>, usize, usize) {
    let code = said.split('`').skip(1).step_by(2);
    let mut commands: Vec<&str> = code.filter(|code| code.starts_with('/')).collect();
    commands.sort_unstable();
    (
        commands,
        said.matches('`').count(),
        said.matches("**").count(),
    )
}

#[test]
fn every_language_names_the_same_commands_and_has_the_same_marks() {
    for sentence in sentences() {
        for number in [1, 5] {
            let english = said(Locale::English, sentence, number);
            for locale in Locale::ALL {
                let other = said(locale, sentence, number);
                assert_eq!(marks(&english), marks(&other), "{english}\n{other}");
            }
        }
    }
}

#[test]
fn help_and_privacy_fit_into_a_message_without_embeds() {
    for locale in Locale::ALL {
        // Eighteen to twenty digits, as Discord's numbers have.
        let command = |name: &str| format!("</{name}:{}>", u64::MAX);
        let help = help::help_text(locale, command, Some(&"W".repeat(60)));
        assert!(
            count_units(&help) <= 2_000,
            "{locale:?}: {}",
            count_units(&help)
        );
        let privacy = help::privacy_text(locale, true);
        assert!(
            count_units(&privacy) <= 2_000,
            "{locale:?}: {}",
            count_units(&privacy)
        );
    }
}

#[test]
fn options_are_called_so_that_discord_takes_it() {
    for locale in Locale::ALL {
        for Sentence { id, .. } in say::name::SENTENCES {
            let name = locale.say(id, &[]);
            let is_option = !["name-find", "name-check"].contains(id);
            let is_allowed = |c: char| c.is_alphanumeric() || "-_'".contains(c);
            let is_right = name.chars().all(is_allowed) && name == name.to_lowercase();
            assert!(is_right || !is_option, "{locale:?} {name}");
        }
    }

    // What interactions come with is what they are called in English.
    assert_eq!(say::name::find(Locale::English), names::FIND);
    assert_eq!(say::name::check(Locale::English), names::CHECK);
}

#[test]
fn nouns_agree_with_their_numbers() {
    let russian = |count: u64| say::count::words(Locale::Russian, count);
    for (count, said) in [
        (0, "0 слов"),
        (1, "1 слово"),
        (2, "2 слова"),
        (5, "5 слов"),
        (11, "11 слов"),
        (12, "12 слов"),
        (21, "21 слово"),
        (104, "104 слова"),
        (4_123, "4\u{a0}123 слова"),
    ] {
        assert_eq!(russian(count), said);
    }

    let of_two = |locale| say::count::chapters(locale, 2_u64);
    let chapters = Locale::ALL.map(of_two);
    let expected = [
        "2 chapters",
        "2 Kapitel",
        "2 chapitres",
        "2 capítulos",
        "2 главы",
        "2章",
    ];
    assert_eq!(chapters, expected);
    assert_eq!(say::count::pages(Locale::French, 0_u64), "0 page");
    assert_eq!(say::count::pages(Locale::English, 0_u64), "0 pages");
    assert_eq!(say::count::words(Locale::German, 4_123_u64), "4.123 Wörter");
}
