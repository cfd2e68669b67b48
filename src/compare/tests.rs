//! Quotations as people paste them, against a text of our own.

use super::*;
use crate::ids::DocumentId;

mod around;
mod edges;
mod several;

const TEXT: &str = "\
The Gate

The old gate-keeper said: “Nobody passes after nightfall – not even the king’s own brother.” Then he shut the gate \
and went to bed. In the morning there was snow, and on the snow there were the tracks of a wolf.

The brother of the king had slept in the ditch. He sneezed, and the gate-keeper's dog barked at him.

His horse was the _Grey Merlin_.

Prof. J. R. R. Aldwin paid £4 for the bell & the rope, which was an unreasonable price. The rope did not break, as Mr. \
Lüders had feared; it sang.

弥太郎といった。彼は灯台の鍵を持っていなかった。
";

fn library() -> Library {
    library_of(TEXT)
}

fn library_of(text: &str) -> Library {
    crate::index::library_of(&[("gate.txt", text)])
}

fn compare(library: &Library, message: &str) -> Option<Comparison> {
    let mut parts = check_message(&[library], message).unwrap().parts;
    assert!(parts.len() < 2, "{message}: {parts:?}");
    Some(parts.pop()?.found?.comparison)
}

fn found(library: &Library, message: &str) -> Comparison {
    compare(library, message).unwrap_or_else(|| panic!("not found: {message}"))
}

#[test]
fn what_stands_there_is_exact_however_it_was_copied() {
    let library = library();

    for (message, expected) in [
        (
            "Then he shut the gate and went to bed.",
            "Then he shut the gate and went to bed.",
        ),
        ("THEN HE SHUT THE GATE", "Then he shut the gate"),
        ("then he shut the gate", "Then he shut the gate"),
        ("> shut  the\n> gate", "shut the gate"),
        (
            "\"Nobody passes after nightfall - not even the king's own brother.\"",
            "“Nobody passes after nightfall – not even the king’s own brother.”",
        ),
        (
            "Nobody passes after nightfall -- not even the king's own brother — a gate-keeper",
            "“Nobody passes after nightfall – not even the king’s own brother.”",
        ),
        (
            "tracks of a wolf. The brother of the king",
            "tracks of a wolf.\n\nThe brother of the king",
        ),
        ("sneezed", "sneezed,"),
        (
            "is it true that “the gate-keeper's dog barked at him”? I like it",
            "the gate-keeper's dog barked at him.",
        ),
        (
            "His horse was the Grey Merlin.",
            "His horse was the _Grey Merlin_.",
        ),
    ] {
        let found = found(&library, message);
        let text = library.text(found.span).unwrap();
        assert_eq!(
            (found.verdict, text),
            (Verdict::Exact, expected),
            "{message}"
        );
    }
}

/// The steps as words: those that only the text has with +, only the quotation -, left out ~.
fn told(library: &Library, found: &Comparison) -> String {
    let text = library.full_text(DocumentId(0)).unwrap();
    let told = found.edits.iter().map(|edit| match edit {
        Edit::Same(range, _) => text[range.clone()].to_owned(),
        Edit::TextOnly(range) => format!("+{}", &text[range.clone()]),
        Edit::Respelt(range, quoted) => format!(
            "+{} -{}",
            &text[range.clone()],
            &found.quotation[quoted.clone()]
        ),
        Edit::QuotationOnly(range) => format!("-{}", &found.quotation[range.clone()]),
        Edit::LeftOut(range) => format!("~{}", &text[range.clone()]),
        Edit::Elsewhere(range) => format!("={}", &found.quotation[range.clone()]),
    });
    told.collect::<Vec<_>>().join(" ")
}

/// The verdicts on what a message quotes, in order.
fn verdicts(library: &Library, message: &str) -> String {
    let parts = check_message(&[library], message).unwrap().parts;
    let told = parts.iter().map(|part| match &part.found {
        None => "❌",
        Some(_) if part.is_exact() => "✅",
        Some(_) => "🟡",
    });
    told.collect()
}

#[test]
fn what_nearly_stands_there_is_told_word_by_word() {
    let library = library();

    for (message, expected, places) in [
        (
            "Then she shut the big gate and walked to bed.",
            "Then +he -she shut the -big gate and +went -walked to bed",
            3,
        ),
        // All words stand there, and others between them.
        (
            "In the morning there were the tracks of a wolf.",
            "In the morning +there +was +snow +and +on +the +snow there were the tracks of a wolf",
            1,
        ),
        // The text's own word is seen at the edge, too.
        (
            "The brother of the king had slept in the dyke",
            "The brother of the king had slept in the +ditch -dyke",
            1,
        ),
    ] {
        let found = found(&library, message);
        assert_eq!(told(&library, &found), expected, "{message}");
        assert_eq!((found.verdict, found.places()), (Verdict::Nearly, places));
    }
}

#[test]
fn what_an_ellipsis_leaves_out_is_no_difference_but_told() {
    let library = library();
    for dots in ["...", "…", " […] ", " (...) "] {
        let message = format!("Nobody passes after nightfall{dots}the king's own brother");
        let found = found(&library, &message);
        let expected = "Nobody passes after nightfall ~not ~even the king’s own brother";
        assert_eq!(told(&library, &found), expected, "{message}");
        assert_eq!(found.verdict, Verdict::Shortened);
    }
}

#[test]
fn what_does_not_stand_there_is_not_found() {
    let library = library();

    for quotation in [
        "",
        "   ",
        "!?",
        "…",
        "Call me Ishmael.",
        "The gate was painted green by seven dentists.",
        "king wolf dog",
    ] {
        assert_eq!(compare(&library, quotation), None, "{quotation}");
    }
}

const QUOTE: &str =
    "In the morning there was snow, and on the snow there were the tracks of a wolf";

#[test]
fn what_people_write_around_a_quotation_is_no_difference() {
    let library = library();
    let mut wrong = Vec::new();

    for frame in [
        // Behind it.
        "QUOTE (Eleanor Vane-Tempest, 1902)",
        "QUOTE. (Count Dracula)",
        "QUOTE [Stoker 1897: 44]",
        "QUOTE [Stoker, Dracula (p. 44)]",
        "QUOTE p. 44",
        "QUOTE, pp. 44-45",
        "QUOTE. vol. 2, chapter IV",
        "QUOTE by Bram Stoker",
        "QUOTE\nDracula",
        "QUOTE\n\nBram Stoker, Dracula",
        "QUOTE. Bram Stoker",
        "QUOTE\nStoker, Bram. Dracula (p. 44). Kindle Edition.",
        "QUOTE\n\nExcerpt From\nThe Gate\nBram Stoker\nhttps://books.apple.com/x\nThis material may be protected by copyright.",
        "Your Highlight on page 4 | Location 44-45 | Added on Monday, 1 June 2026 12:03:11\n\nQUOTE",
        "QUOTE[1]",
        "QUOTE.¹",
        "QUOTE #books #quotes",
        "QUOTE\n\n#books #quotes",
        "QUOTE https://example.org/x?y=z",
        "QUOTE - is that in the book?",
        "QUOTE\n~ eleanor",
        "QUOTE. — some old book",
        "QUOTE — a gate-keeper",
        "QUOTE ― Eleanor Vane-Tempest, The Keeper of Port Isbel",
        "QUOTE\nSource: The Gate, 1902",
        "QUOTE lol",
        "QUOTE. So true!",
        // Before it.
        "Bram Stoker — QUOTE",
        "Bram Stoker\nQUOTE",
        "Bram Stoker: QUOTE",
        "QOTD\n\nQUOTE",
        "# Quote of the day\nQUOTE",
        "**Daily quote** 📖\n\n*QUOTE*",
        "(Ch. 4) QUOTE",
        "Chapter Four, p. 33: QUOTE",
        "1. QUOTE",
        "(2) QUOTE",
        "#3 QUOTE",
        "Is this real?? QUOTE",
        "is this real\nQUOTE",
        "check this out: QUOTE",
        "[12:03] bob: QUOTE",
        "bob — Today at 12:03\nQUOTE",
        "bob — 26/11/2026 12:03 PM\nQUOTE",
        "[26.11.26, 12:03:11] Bob Smith: QUOTE",
        "1\u{fe0f}\u{20e3} QUOTE",
        // Anywhere.
        "<@43> QUOTE <:heart:123456789012345678>",
        "@bob QUOTE",
        "look: QUOTE :sob:",
        "<i>QUOTE</i>",
        "&quot;QUOTE&quot;",
        "'QUOTE' haha",
        "\"\"\"QUOTE\"\"\"",
        "```\nQUOTE\n```",
        "||QUOTE||",
        "QUOTE\n\nQUOTE",
        "QUOTE QUOTE",
        "QUOTE\u{1e}QUOTE",
        "check this out!\u{1e}QUOTE",
        "I cannot stop thinking of it\u{1e}Some page\u{1e}> QUOTE",
        "“QUOTE” from “The Gate”",
        "my favourite line is *QUOTE* by far",
    ] {
        let message = frame.replace("QUOTE", QUOTE);
        let parts = check_message(&[&library], &message).unwrap().parts;
        let is_exact = parts.len() == 1
            && parts[0].found.as_ref().is_some_and(|found| {
                let text = library.text(found.comparison.span).unwrap();
                parts[0].is_exact() && text.trim_end_matches('.') == QUOTE
            });

        if !is_exact {
            wrong.push(format!("{message:?}: {parts:?}"));
        }
    }

    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_copying_does_to_words_is_no_difference() {
    let library = library();
    for message in [
        "an unreason-\nable price",
        "an unreason\u{ad}able price",
        "an unreason\u{200b}able price",
        "[A]n unreasonable [sic] price",
        "the gatekeeper's dog barked",
        "Prof. J.R.R. Aldwin paid £4",
        "JRR Aldwin paid £ 4 for the bell and the rope",
        "as Mr. Lueders had feared",
        "as Mr Luders had feared",
        "彼は灯台の鍵を持って",
    ] {
        assert_eq!(
            found(&library, message).verdict,
            Verdict::Exact,
            "{message}"
        );
    }

    // What says something else is.
    for message in [
        "J.R.R. Aldwin paid $4 for the bell",
        "J. R. Aldwin paid £4 for the bell",
    ] {
        assert_eq!(
            found(&library, message).verdict,
            Verdict::Nearly,
            "{message}"
        );
    }
}

#[test]
fn every_ellipsis_leaves_words_out() {
    let library = library();

    for dots in [
        "...",
        "…",
        " […] ",
        " (...) ",
        " . . . ",
        "..",
        " [..] ",
        " ⋯ ",
        " ... ... ",
        " [snip] ",
        "….",
        " <...> ",
    ] {
        let message = format!("The rope did{dots}break, as Mr. Lüders had feared");
        let found = found(&library, &message);
        let expected = "The rope did ~not break as Mr Lüders had feared";
        assert_eq!(told(&library, &found), expected, "{message}");
        assert_eq!(found.verdict, Verdict::Shortened, "{message}");
    }
}

#[test]
fn words_that_stand_there_are_not_struck_and_the_texts_own_are_shown() {
    let library = library();

    for (message, expected) in [
        (
            "The brother of the king had in the ditch slept",
            "The brother of the king had +slept in the ditch =slept",
        ),
        (
            "In the ditch the brother of the king had slept",
            "=In =the =ditch The brother of the king had slept +in +the +ditch",
        ),
        (
            "The ditch had the brother of the king slept in",
            "=The =ditch =had The brother of the king +had slept in +the +ditch",
        ),
        (
            "The rope did not snap, as Mr. Lüders had feared; it sang",
            "The rope did not +break -snap as Mr Lüders had feared it sang",
        ),
        ("弥太郎と言った。", "弥 太 郎 と +い -言 っ た"),
        // Nothing of the next sentence stands for what is not there.
        (
            "Then he shut the gate and went to bed. He dreamt of gold and silver",
            "Then he shut the gate and went to bed -He -dreamt -of -gold -and -silver",
        ),
    ] {
        assert_eq!(
            told(&library, &found(&library, message)),
            expected,
            "{message}"
        );
    }
}

#[test]
fn a_quotation_in_a_long_message_is_found() {
    let library = library();
    let message = format!(
        "so yesterday my brother told me the strangest thing over lunch and {QUOTE} was what he had in mind the whole time"
    );
    assert_eq!(found(&library, &message).verdict, Verdict::Partly);
}
