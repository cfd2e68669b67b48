//! Damaged files of every format: whatever is done to its bytes, a reader returns, and what it
//! returns makes sense. `PULLQUOTE_MUTATIONS=100000 cargo test --release --test whole mutations --
//! --nocapture` does it that often for each format, and prints how it went.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic;
use std::sync::Once;
use std::time::{Duration, Instant};

use pullquote::internals::corpus::{Corpus, list_corpus};

use crate::books::{self, HTML};
use crate::checks;
use crate::support::{Place, Random};

/// How many mutations of each format, unless `PULLQUOTE_MUTATIONS` says.
const USUAL: u64 = 150;
/// A file as small as ours is read in milliseconds; even on a busy machine this is a hang.
const HANG: Duration = Duration::from_secs(20);

/// Where panics began, and how many.
pub type Panics = BTreeMap<String, u64>;

thread_local! {
    static PANICS: RefCell<Option<Panics>> = const { RefCell::new(None) };
}

/// Does something and counts its panics; those of others are left to the usual hook.
pub fn counted<T>(panics: &mut Panics, act: impl FnOnce() -> T) -> T {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            let looked_at = PANICS.with_borrow_mut(|panics| {
                let Some(panics) = panics else { return false };
                let place = panic.location().map_or_else(String::new, |place| {
                    format!("{}:{}", place.file(), place.line())
                });
                *panics.entry(place).or_default() += 1;
                true
            });
            if !looked_at {
                usual(panic);
            }
        }));
    });
    PANICS.set(Some(std::mem::take(panics)));
    let done = act();
    *panics = PANICS.take().unwrap();
    done
}

/// Pieces that a reader takes notice of.
const PIECES: &[&[u8]] = &[
    b"<",
    b">",
    b"/>",
    b"</p>",
    b"<p>",
    b"<div>",
    b"<table><tr><td>",
    b"<ol>",
    b"<h1>",
    b"<pre>",
    b"&#x110000;",
    b"&#0;",
    b"&amp",
    b"\"",
    b"<![CDATA[",
    b"<!--",
    b"<svg><title>",
    b"<template>",
    b"</w:p>",
    b"<w:p>",
    b"<w:tbl><w:tr>",
    b"<w:fldChar w:fldCharType=\"end\"/>",
    b"0",
    b"-1",
    b"99999999999",
    b" 0 R ",
    b"[",
    b"]",
    b"<<",
    b">>",
    b"endobj",
    b"stream",
    b"BT",
    b"ET",
    b" Do ",
    b" Tf ",
    b" Td ",
    b"(",
    b")",
    b"/Kids",
    b"/Parent",
    b"/Length",
    b"\0",
    b"\xff\xff\xff\xff",
    b"\xc2\xad",
    b"\xe2\x80\xae",
    b"PK\x03\x04",
    b"%PDF-",
];

/// A plain text with what its reader looks for.
const PLAIN: &str = "The Light\n\nby Anna Berg\n\nCONTENTS\n\nI. The Tower\nII. The Sea\n\n\nCHAPTER I\n\n_The Tower_\n\n\
    The keeper climbed the tower each evening--it had\nninety steps--and lit the lamp.\n\n     \"It burns,\" she said.\n\n\
    * * *\n\nAt night the ships went by.\n\nBerg [Page 3]\n\x0cThe Light 1911\n\nCHAPTER II\n\nDie W\u{e4}rterin schlief. \
    \u{ab}Il est tard.\u{bb}\n\n\u{7b2c}\u{4e00}\u{7ae0}\u{3000}\u{706f}\u{5854}\n\n1\n00:00:01,000 --> 00:00:04,000\nThe end.\n";
/// A note with what the dialects of Markdown have.
const NOTE: &str = "---\ntitle: The Light\ntags: [sea]\n---\n# Tower\n\n> [!note]- Oil\n> It is ==dear==. %%private%% ^id\n\n\
    ::: {.box title=\"Wick\"}\nIt {++is++}{--was--} new.[^1] {{< ref \"x\" >}}\n:::\n\n| a | b |\n|---|---|\n| 1 | [[c|d]] |\n\n\
    ```rust\nlet x = 1;\n```\n\n{% raw %}{{ y }}{% endraw %} $x^2$ ~2~ <details><summary>S</summary>T</details>\n\n\
    {% highlight ruby %}\nend\n{% endhighlight %}\n\nTerm\n: What it is.\n\n(1) One\n(2) Two\n\n[^1]: A note. ^[Inside]\n<!-- x -->\n";

/// The bytes with one to eight changes.
fn mutated(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len());
        let end = (at + random.below(64)).min(bytes.len());
        match random.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].to_vec();
                let to = random.below(bytes.len());
                drop(bytes.splice(to..to, piece));
            }
            3 | 4 => {
                let piece = PIECES[random.below(PIECES.len())];
                drop(bytes.splice(at..at, piece.iter().copied()));
            }
            _ => bytes[at..end]
                .iter_mut()
                .take(4)
                .for_each(|byte| *byte = random.below(256) as u8),
        }
    }
    bytes
}

/// The bytes with one to eight changes that move nothing: a PDF says where in the file each of its
/// parts is.
fn overwritten(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(8) {
        let piece = match random.below(2) {
            0 => PIECES[random.below(PIECES.len())].to_vec(),
            _ => (0..=random.below(4))
                .map(|_| random.below(256) as u8)
                .collect(),
        };
        let at = random.below(bytes.len());
        bytes[at..]
            .iter_mut()
            .zip(piece)
            .for_each(|(byte, new)| *byte = new);
    }
    bytes
}

/// An archive with one of its parts changed, so that what is in it is met and not only its
/// checksums.
fn mutated_inside(parts: &[(&str, String)], random: &mut Random) -> Vec<u8> {
    let mut parts = parts.to_vec();
    let at = random.below(parts.len());
    parts[at].1 = String::from_utf8_lossy(&mutated(parts[at].1.as_bytes(), random)).into_owned();
    books::archive(&parts)
}

/// Reads mutations of a file; panics that begin in this repository are mistakes of ours.
fn mutate(name: &str, make: impl Fn(&mut Random) -> Vec<u8>) {
    let cases = std::env::var("PULLQUOTE_MUTATIONS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(USUAL);
    let place = Place::new(&[(name, b"")]);
    let file = list_corpus(&Corpus::here(place.corpus()))
        .unwrap()
        .files
        .remove(0);
    let (mut read, mut longest, mut panics) = (0, Duration::ZERO, Panics::new());
    for case in 0..cases {
        let bytes = make(&mut Random::new(case));
        let begun = Instant::now();
        let outcome = counted(&mut panics, || file.read(bytes));
        if let Ok(document) = &outcome {
            checks::document(document);
            read += 1;
        }
        if let Err(error) = outcome {
            let reason = format!("{error:#}");
            assert!(
                !reason.contains("contradicts itself") && !reason.contains('\n'),
                "{name}, case {case}: {reason}"
            );
        }
        longest = longest.max(begun.elapsed());
        assert!(
            begun.elapsed() < HANG,
            "{name}, case {case} took {:?}",
            begun.elapsed()
        );
    }
    let all: u64 = panics.values().sum();
    println!(
        "{name}: {cases} mutations, {read} read, {all} panics caught, longest {longest:?}; {panics:#?}"
    );
    let ours: Vec<_> = panics
        .keys()
        .filter(|place| place.starts_with("src/"))
        .collect();
    assert!(ours.is_empty(), "{ours:?}");
}

#[test]
fn no_mutation_of_a_page_stops_its_reader() {
    mutate("a.html", |random| mutated(HTML.as_bytes(), random));
}

#[test]
fn no_mutation_of_a_plain_text_stops_its_reader() {
    mutate("a.txt", |random| mutated(PLAIN.as_bytes(), random));
}

#[test]
fn no_mutation_of_a_note_stops_its_reader() {
    mutate("a.md", |random| mutated(NOTE.as_bytes(), random));
}

#[test]
fn no_mutation_of_a_book_stops_its_reader() {
    let (whole, parts) = (books::epub(), books::epub_parts());
    mutate("a.epub", |random| {
        if random.below(4) == 0 {
            mutated(&whole, random)
        } else {
            mutated_inside(&parts, random)
        }
    });
}

#[test]
fn no_mutation_of_a_word_document_stops_its_reader() {
    let (whole, parts) = (books::docx(), books::docx_parts());
    mutate("a.docx", |random| {
        if random.below(4) == 0 {
            mutated(&whole, random)
        } else {
            mutated_inside(&parts, random)
        }
    });
}

#[test]
fn no_mutation_of_a_pdf_stops_its_reader() {
    let whole = books::pdf();
    mutate("a.pdf", |random| {
        if random.below(4) == 0 {
            mutated(&whole, random)
        } else {
            overwritten(&whole, random)
        }
    });
}

#[test]
fn no_noise_stops_a_reader() {
    for name in ["a.html", "a.epub", "a.docx", "a.pdf", "a.txt", "a.md"] {
        mutate(name, |random| {
            (0..random.below(400))
                .map(|_| random.below(256) as u8)
                .collect()
        });
    }
}
