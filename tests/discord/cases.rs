//! What people type and paste, in the many ways they do: replies must hold some words and not others.
//!
//! The first table is our own. The second is that of the folder `../shared/cases/asking`, where it is there.

use std::fs;
use std::path::{Path, PathBuf};

use pullquote::index::{Library, Silent};
use pullquote::locale::{Locale, Locales};
use pullquote::reader::Effort;
use pullquote::render::discord::card::Form;
use pullquote::render::discord::markdown::unescape;
use pullquote::reply::autocomplete;
use pullquote::reply::request::Request;
use pullquote::reply::setting::{Offers, Setting};
use serde_json::Value;

fn open(files: &[(&str, &str)]) -> Library {
    let dir = tempfile::tempdir().unwrap();
    let corpus = dir.path().join("corpus");
    for (name, text) in files {
        let path = corpus.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    pullquote::index::open(&corpus, &dir.path().join("index"), &Silent).unwrap()
}

/// What comes of an input, as it is read: `search`, `read`, `ask`, `check_quote`, or `auto` for a list while
/// somebody types, whose input is the option, a colon and what is typed.
fn outcome(library: &Library, kind: &str, input: &str) -> String {
    if kind == "auto" {
        let (field, typed) = input.split_once(": ").expect("an option and what is typed");
        let choices = autocomplete::suggestions(library, field, typed, None, Locale::English);
        let names: Vec<String> = choices.unwrap().into_iter().map(|c| c.name).collect();
        return names.join("\n");
    }

    let (name, text, from) = match kind {
        "read" => ("read", "", Some(input.to_owned())),
        "check_quote" => ("Check this quote", input, None),
        other => (other, input, None),
    };
    let request = Request {
        name: name.to_owned(),
        text: text.to_owned(),
        document: None,
        usual: None,
        from,
        private: true,
        ids: vec![],
    };
    let setting = Setting {
        asker: 40,
        form: Form::Embed,
        locales: Locales::ENGLISH,
        private: true,
        beneath: false,
        offers: Offers::NONE,
    };
    let message = request.reply(library, setting, Effort::default()).unwrap();
    let embeds = message.embeds.iter().map(|embed| embed.description.clone());
    let texts: Vec<String> = [message.content].into_iter().chain(embeds).collect();
    unescape(&texts.join("\n"))
}

const FERRY: &str = "\
The Ferry of Holm

CHAPTER ONE

The ferry Margarete crossed the strait on the 14th of March, 1832, and the B.B.C. was not there to see it. Two \
hundred and six sheep went aboard. “Nobody pays,” the ferryman said gravely, “and nobody will ever pay—ha!—as long \
as I have lost the key.”

CHAPTER TWO

J. R. R. Vanterpool wrote in the _Harbour News_ that a ticket should cost £7. There were 7 gulls on the quay, and 7 \
boats. The neighbours of the harbour were not amused by the colour of the new flag.

CHAPTER THREE

Isolde came on a Tuesday. She had forty-two geese with her, and the geese were sold to the abbot for twenty thousand \
crowns.
";

#[test]
fn what_people_type_and_paste_is_understood() {
    let library = open(&[
        ("ferry.txt", FERRY),
        ("a/notes.md", "# Notes\n\nThe red oar belongs to Harriet.\n"),
        ("b/notes.md", "# Notes\n\nThe blue oar belongs to Walter.\n"),
        (
            "Fähre für Kinder.txt",
            "Fähre für Kinder\n\nDie Fähre fährt nach Holm.\n",
        ),
        (
            "shop.md",
            "# The Shop\n\nThe house of Saffron & Ginger sold gunpowder tea in teapots. Its fair was called re:Boil.\n",
        ),
        (
            "log.md",
            "---\ntitle: The Log\nauthor: Mina Quay\n---\n\n# The Log\n\nHe writes in a book.\n",
        ),
    ]);

    // The kind, the input, what the reply holds, and what not.
    let cases: [(&str, &str, &[&str], &[&str]); 62] = [
        ("search", "BBC", &["B.B.C."], &["nowhere"]),
        ("search", "the b.b.c.", &["B.B.C."], &["nowhere"]),
        ("search", "Harbour News", &["Harbour News"], &["nowhere"]),
        ("search", "£7", &["£**7**", "1 of 1"], &["**7** gulls"]),
        ("search", "7 gulls", &["**7 gulls**"], &[]),
        ("search", "42 geese", &["**forty-two geese**"], &[]),
        (
            "search",
            "20,000 crowns",
            &["twenty thousand crowns"],
            &["nowhere"],
        ),
        (
            "search",
            "JRR Vanterpool",
            &["**J. R. R. Vanterpool**"],
            &["nowhere"],
        ),
        (
            "search",
            "gulls quay boats",
            &["all of them in this order"],
            &[],
        ),
        ("search", "boats gulls", &["all of them together"], &[]),
        // What is said of a hit is to be seen in it.
        (
            "search",
            "vanterpool seven",
            &["in this order", "**Vanterpool** wrote", "£**7**"],
            &[],
        ),
        (
            "search",
            "geese Tuesday",
            &["all of them together", "**geese**", "**Tuesday**"],
            &[],
        ),
        (
            "search",
            "ferries",
            &["in another form", "**ferry**"],
            &["in this order"],
        ),
        (
            "search",
            "crossed up",
            &["all but the small words", "**crossed**"],
            &["in this order"],
        ),
        (
            "search",
            "saffron and ginger",
            &["Exactly", "**Saffron & Ginger**"],
            &[],
        ),
        (
            "search",
            "Saffron & Ginger",
            &["Exactly", "**Saffron & Ginger**"],
            &[],
        ),
        (
            "search",
            "gunpowdertea",
            &["Exactly", "**gunpowder tea**"],
            &[],
        ),
        ("search", "tea pots", &["Exactly", "**teapots**"], &[]),
        (
            "search",
            "reBoil",
            &["Exactly", "**re:Boil**"],
            &["Did you mean"],
        ),
        (
            "search",
            "Margarte",
            &["Did you mean", "**Margarete**"],
            &[],
        ),
        (
            "read",
            "chapter 3",
            &["Isolde came on a Tuesday"],
            &["no such place"],
        ),
        ("read", "Chapter III", &["Isolde came on a Tuesday"], &[]),
        ("read", "ch. two", &["Vanterpool wrote"], &[]),
        ("read", "the second chapter", &["Vanterpool wrote"], &[]),
        ("read", "Kapitel 1", &["Margarete crossed"], &[]),
        ("read", "red oar", &["The red oar"], &[]),
        ("ask", "What happens in chapter 3?", &["Isolde came"], &[]),
        (
            "ask",
            "Who wrote The Log?",
            &["The Log is by Mina Quay"],
            &["writes in a book"],
        ),
        ("ask", "How long is The Log?", &["5 words"], &[]),
        (
            "ask",
            "When did the ferry cross? <@12> https://example.org/x",
            &["14th of March"],
            &[],
        ),
        (
            "ask",
            "Hello! I was wondering whether someone could tell me to whom the geese were sold?",
            &["sold to the abbot"],
            &[],
        ),
        (
            "ask",
            "To whom were 42 geese sold?",
            &["sold to the abbot"],
            &[],
        ),
        (
            "ask",
            "What happened on 14 March 1832?",
            &["14th of March, 1832"],
            &[],
        ),
        ("ask", "thanks a lot!", &["Hello!"], &["> "]),
        (
            "ask",
            "¿A quién se vendieron los gansos de Isolde?",
            &["Your texts are in English", "Isolde"],
            &[],
        ),
        ("ask", "Who is Isolde?", &["Isolde"], &["Your texts are"]),
        (
            "check_quote",
            "> Isolde came on a Tuesday.",
            &["✅ **Word for word**"],
            &[],
        ),
        (
            "check_quote",
            "ISOLDE CAME ON A TUESDAY",
            &["✅", "Isolde came on a Tuesday."],
            &[],
        ),
        (
            "check_quote",
            "“Isolde came on a Tuesday.” — the author, 1832",
            &["✅"],
            &[],
        ),
        (
            "check_quote",
            "hey, is “Isolde came on a Tuesday” real? lol",
            &["✅"],
            &[],
        ),
        (
            "check_quote",
            "nobody will ever pay - ha! - as long as",
            &["✅"],
            &[],
        ),
        (
            "check_quote",
            "nobody will ever pay -- ha -- as long as",
            &["✅"],
            &[],
        ),
        (
            "check_quote",
            "wrote in the Harbour News that a ticket",
            &["✅"],
            &[],
        ),
        (
            "check_quote",
            "The neighbours of the harbor",
            &["🟡", "the **harbour**", "the ~~harbor~~"],
            &["~~The~~"],
        ),
        (
            "check_quote",
            "Nobody pays, and nobody will ever pay",
            &[
                "🟡 **Almost**: 1 place differs",
                "**the ferryman said gravely**",
            ],
            &["~~"],
        ),
        (
            "check_quote",
            "The neighbours of the harbour were … amused by the colour",
            &["a “not” is left out", "were **not** amused"],
            &[],
        ),
        (
            "check_quote",
            "The ferry Margarete crossed the strait … 1832",
            &["shortened"],
            &["❌"],
        ),
        (
            "check_quote",
            "amused by the color of the new flag",
            &["🟡", "~~color~~"],
            &["~~flag~~"],
        ),
        (
            "check_quote",
            "Call me Ishmael, said the whale.",
            &[
                "❌",
                "I looked in 6 texts",
                "> Call me Ishmael, said the whale",
            ],
            &[],
        ),
        (
            "check_quote",
            "“Isolde came on a Tuesday.” and “The moon is made of cheese.”",
            &[
                "❌ **Not all of it is in these texts**\nI looked in 6 texts.",
                "✅ **Word for word**\n> Isolde came on a Tuesday.",
                "❌ **Not in these texts**\n**In the message**\n> The moon is made of cheese",
            ],
            &[],
        ),
        (
            "check_quote",
            "“Isolde came on a Tuesday.” and “not amused by the colour”",
            &[
                "✅ **Word for word**\n> Isolde",
                "> not amused by the colour\n-# The Ferry",
            ],
            &["❌", "🟡"],
        ),
        (
            "check_quote",
            "and so my brother told me that Isolde came on a Tuesday, she had forty-two geese, and I laughed all night",
            &[
                "🟡 **Only in part**",
                "~~and so my brother told me that~~ Isolde came",
            ],
            &["❌"],
        ),
        (
            "check_quote",
            "Isolde came … forty-two geese … nobody will ever pay … key",
            &["🟡"],
            &["❌", "~~"],
        ),
        (
            "check_quote",
            "She had with her forty-two geese",
            &[
                "🟡",
                "> She had forty-two geese **with her**",
                "> She had with her forty-two geese",
            ],
            &["~~"],
        ),
        (
            "check_quote",
            "https://example.org/x",
            &["no text that I could look for"],
            &["❌"],
        ),
        ("auto", "document: fahre", &["Fähre für Kinder"], &[]),
        (
            "auto",
            "document: Faehre kinder",
            &["Fähre für Kinder"],
            &[],
        ),
        ("auto", "document: holm fery", &["The Ferry of Holm"], &[]),
        (
            "auto",
            "document: notes",
            &["Notes (a/)", "Notes (b/)"],
            &[],
        ),
        (
            "auto",
            "question: whose oar",
            &["whose oar\n", "(a/)", "(b/)"],
            &[],
        ),
        ("auto", "question: who is the", &[], &["“"]),
        ("ask", "Who owns the red oar?", &["Notes (a/)"], &[]),
    ];

    let mut wrong = Vec::new();
    for (kind, input, must, must_not) in cases {
        let text = outcome(&library, kind, input);
        let lacks = must.iter().filter(|piece| !text.contains(**piece));
        let has = must_not.iter().filter(|piece| text.contains(**piece));
        if let Some(piece) = lacks.chain(has).next() {
            wrong.push(format!("{kind} {input}: {piece:?}\n{text}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The pieces of a check that a text lacks or must not have; of a list in `must`, any piece will do.
fn faults(check: &Value, text: &str) -> Vec<String> {
    if let Some(ways) = check["either"].as_array() {
        let all: Vec<Vec<String>> = ways.iter().map(|way| faults(way, text)).collect();
        let first = all.first().cloned().unwrap_or_default();
        return if all.iter().any(Vec::is_empty) {
            vec![]
        } else {
            first
        };
    }

    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = squeezed(text);
    let has = |piece: &Value| {
        piece
            .as_str()
            .is_some_and(|piece| text.contains(&squeezed(piece)))
    };
    let pieces = |name: &str| check[name].as_array().cloned().unwrap_or_default();

    let lacks = pieces("must")
        .into_iter()
        .filter(|piece| match piece.as_array() {
            Some(any) => !any.iter().any(has),
            None => !has(piece),
        });
    let lacks = lacks.map(|piece| format!("lacks {piece}"));
    let has = pieces("must_not").into_iter().filter(|piece| has(piece));
    lacks
        .chain(has.map(|piece| format!("has {piece}")))
        .collect()
}

fn texts_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    let files = files.filter(|file| file.file_type().is_file());
    let read = |file: walkdir::DirEntry| {
        let name = file
            .path()
            .strip_prefix(folder)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        (name, fs::read(file.path()).unwrap())
    };
    files.map(read).collect()
}

#[test]
#[cfg_attr(not(has_cases), ignore = "../shared/cases is not here")]
fn the_cases_that_lie_beside_the_project() {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "../shared/cases/asking"]
        .iter()
        .collect();
    let checks = fs::read_to_string(folder.join("checks.json")).unwrap();
    let checks: Value = serde_json::from_str(&checks).unwrap();
    let mut wrong = Vec::new();
    for (case, checks) in checks.as_object().unwrap() {
        let own: Vec<&Value> = checks
            .as_array()
            .unwrap()
            .iter()
            .filter(|check| check["discord"].is_string())
            .collect();
        if own.is_empty() {
            continue;
        }

        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        for (name, text) in texts_in(&folder.join(case).join("corpus")) {
            let path = corpus.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let library = pullquote::index::open(&corpus, &dir.path().join("index"), &Silent).unwrap();

        for check in own {
            let (kind, input) = (check["discord"].as_str().unwrap(), check["input"].as_str());
            let text = outcome(&library, kind, input.unwrap());
            let faults = faults(check, &text);
            if !faults.is_empty() {
                wrong.push(format!(
                    "{case}: {kind} {}: {faults:?}\n{text}\n",
                    input.unwrap()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
