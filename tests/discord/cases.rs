//! What people type and paste, in the many ways they do: replies must hold some words and not
//! others.

use pullquote::internals::index::Library;
use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::markdown::unescape;
use pullquote::internals::reply::request::Request;
use pullquote::internals::reply::view::setting::Setting;

use crate::pure::{SETTING, library, listed, request};

/// What comes of an input, as it is read: `search`, `read`, `ask`, `check_quote`, or `auto` for a
/// list while somebody types, whose input is the option, a colon and what is typed.
pub fn outcome(library: &Library, kind: &str, input: &str) -> String {
    if kind == "auto" {
        let (field, typed) = input.split_once(": ").expect("an option and what is typed");
        return listed(library, field, typed).join("\n");
    }

    let (name, text, from) = match kind {
        "read" => ("read", "", Some(input.to_owned())),
        "check_quote" => ("Check this quote", input, None),
        other => (other, input, None),
    };
    let request = Request {
        private: true,
        ..request(name, text, None, from)
    };
    let setting = Setting {
        private: true,
        ..SETTING
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
    let library = library(&[
        ("ferry.txt", FERRY),
        ("a/notes.md", "# Notes\n\nThe red oar belongs to Harriet.\n"),
        ("b/notes.md", "# Notes\n\nThe blue oar belongs to Walter.\n"),
        (
            "Fähre für Kinder.txt",
            "Fähre für Kinder\n\nDie Fähre fährt nach Holm.\n",
        ),
        (
            "shop.md",
            "# The Shop\n\nThe house of Saffron & Ginger sold gunpowder tea in teapots. Its fair was called re:Boil.\n\n\
             Of the cups 49 % were white. There were 49 saucers. Don’t ask for Harriet’s oar: it was sold for 1\u{a0}500 \
             crowns.\n",
        ),
        (
            "log.md",
            "---\ntitle: The Log\nauthor: Mina Quay\n---\n\n# The Log\n\nHe writes in a book.\n",
        ),
    ]);

    // The kind, the input, what the reply holds, and what not.
    let cases: [(&str, &str, &[&str], &[&str]); 92] = [
        ("search", "BBC", &["B.B.C."], &["nowhere"]),
        ("search", "the b.b.c.", &["B.B.C."], &["nowhere"]),
        ("search", "Harbour News", &["Harbour News"], &["nowhere"]),
        ("search", "£7", &["£**7**", "1 of 1"], &["**7** gulls"]),
        (
            "search",
            "49%",
            &["**49** %", "1 of 1"],
            &["**49** saucers"],
        ),
        ("search", "Faehre", &["**Fähre**"], &["nowhere"]),
        ("search", "tea pots", &["**teapots**"], &["nowhere"]),
        ("search", "ferry the crossed", &["Not in this order"], &[]),
        ("search", "49 saucers", &["**49 saucers**"], &[]),
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
        ("search", "gulls quay boats", &["them in this order"], &[]),
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
        (
            "search",
            "Harriets oar",
            &["Exactly", "**Harriet’s oar**"],
            &[],
        ),
        ("search", "dont ask", &["Exactly", "**Don’t ask**"], &[]),
        (
            "search",
            "1500 crowns",
            &["Exactly", "**1\u{a0}500 crowns**"],
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
            "any texts by Quay?",
            &["The Log is by Mina Quay"],
            &[],
        ),
        (
            "ask",
            "which books are by Otto Rush?",
            &["No text here says that it is by Otto Rush"],
            &["Closest"],
        ),
        ("ask", "Do you have the log?", &["The Log has 5 words"], &[]),
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
            "“Isolde came on a Tuesday.” and “She had forty-two hens with her.”",
            &[
                "🟡 **2 quotations**: ✅ 1 · 🟡 1\n✅ **Word for word**\n> Isolde",
                "🟡 **Almost**: 1 place differs\n**In the text**\n> She had forty-two **geese**",
            ],
            &["❌"],
        ),
        ("check_quote", "1/ Isolde came on a Tuesday.", &["✅"], &[]),
        ("check_quote", "3/7 Isolde came on a Tuesday.", &["✅"], &[]),
        (
            "check_quote",
            "5:12 Isolde came on a Tuesday.",
            &["✅"],
            &[],
        ),
        ("check_quote", "Isolde came on a Tuesday /s", &["✅"], &[]),
        (
            "check_quote",
            "Isolde came on a Tuesday lmaooo",
            &["✅"],
            &[],
        ),
        (
            "check_quote",
            "Isolde came on a Tuesday hahahahah",
            &["✅"],
            &[],
        ),
        ("check_quote", "I[solde] came on a Tuesday", &["✅"], &[]),
        (
            "check_quote",
            "There’s 7 gulls on the quay",
            &["🟡", "~~There’s~~"],
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
            "Isolde came on a Tuesday.\nThe moon is made of old cheese.",
            &["❌ **Not all of it", "✅ **Word for word**\n> Isolde"],
            &["~~"],
        ),
        (
            "check_quote",
            "The neighbours of the harbour were amused",
            &["🟡", "harbour were **not** amused"],
            &["~~"],
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
        // One title, two texts.
        ("auto", "from: notes", &["Notes (a/)", "Notes (b/)"], &[]),
        ("read", "Notes (b/)", &["blue oar"], &["red oar"]),
        // What is said around a question about the texts.
        (
            "ask",
            "Hi all, does anyone know who wrote The Log?",
            &["Mina Quay"],
            &["does not say"],
        ),
        (
            "ask",
            "ciao a tutti qualcuno sa quali testi ci sono",
            &["The Ferry of Holm"],
            &[],
        ),
        ("ask", "do you have ferr?", &["The Ferry of Holm"], &[]),
        (
            "ask",
            "Merry Christmas! Who owns the red oar?",
            &["Harriet"],
            &["does not say"],
        ),
        (
            "check_quote",
            "She had 42 geese with her",
            &["🟡 **Almost**: 1 place differs", "**forty-two**", "~~42~~"],
            &["✅"],
        ),
        (
            "check_quote",
            "Hardly anyone thinks that the ferry Margarete crossed the strait on the 14th of March",
            &["🟡"],
            &["✅"],
        ),
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
