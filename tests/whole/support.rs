//! A corpus and an index in a folder of their own, and the program run on them.

pub mod plain;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use pullquote::internals::corpus::{self, Corpus};
use pullquote::internals::document::Document;
use pullquote::internals::index::{self, Library, Silent};
use pullquote::internals::reader::{Effort, Reader, USUAL_PASSAGES};
use serde_json::Value;
use tempfile::TempDir;

/// A folder with a corpus in it; deleted when dropped.
pub struct Place {
    root: TempDir,
}

impl Place {
    /// A corpus of these files.
    pub fn new(files: &[(&str, &[u8])]) -> Place {
        let place = Place {
            root: tempfile::tempdir().unwrap(),
        };
        fs::create_dir(place.corpus()).unwrap();
        files
            .iter()
            .for_each(|(path, bytes)| place.write(path, bytes));
        place
    }

    /// A short story of two chapters with an answer to who kept the lamp.
    pub fn story() -> Place {
        Place::new(&[("the-lamp.md", STORY.as_bytes())])
    }

    pub fn corpus(&self) -> PathBuf {
        self.root.path().join("corpus")
    }

    pub fn index(&self) -> PathBuf {
        self.root.path().join("index")
    }

    pub fn root(&self) -> &Path {
        self.root.path()
    }

    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.corpus().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn open(&self) -> Library {
        index::open_library(&Corpus::here(self.corpus()), &self.index(), &Silent).unwrap()
    }

    /// The program with these arguments, in this folder and without settings from outside.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pullquote"));
        command
            .args(args)
            .current_dir(self.root())
            .stdin(Stdio::null());
        let settings = [
            "PULLQUOTE_CORPUS",
            "PULLQUOTE_INDEX",
            "PULLQUOTE_READER",
            "PULLQUOTE_READ",
            "PULLQUOTE_DATA",
            "DISCORD_TOKEN",
            "DISCORD_TOKEN_FILE",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
        ];
        for name in settings {
            command.env_remove(name);
        }

        // Whoever runs the tests may have a library of their own at home.
        command.env("HOME", self.root().join("home"));
        command
    }

    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args).output().unwrap())
    }

    /// Runs the program with `input` on its standard input.
    /// What `ask` quotes, nothing where the text does not say, and whether only perhaps.
    pub fn ask(&self, arguments: &[&str]) -> (String, bool) {
        let answer = self.run(&[&["ask", "--json"], arguments].concat()).json();
        let quote = answer["quote"]["text"].as_str().unwrap_or_default();
        (quote.to_owned(), answer["perhaps"] == true)
    }

    pub fn run_with(&self, args: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(args);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        let writer = std::thread::spawn(move || stdin.write_all(&input));
        let run = Run::of(child.wait_with_output().unwrap());
        let _ = writer.join().unwrap(); // a program that ends early closes its input
        run
    }
}

/// The document that a file of this name and content is read to.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let place = Place::new(&[(name, bytes)]);
    let file = corpus::list_corpus(&Corpus::here(place.corpus()))
        .unwrap()
        .files
        .remove(0);
    file.read_whole().unwrap()
}

/// The sections of a document, each with how many paragraphs it has.
pub fn outline(document: &Document) -> Vec<(String, usize)> {
    let blocks = |at| document.blocks.iter().filter(|b| b.section == at).count();
    document
        .sections
        .iter()
        .enumerate()
        .map(|(at, section)| (section.path.join(" › "), blocks(at)))
        .collect()
}

/// How a run of the program ended.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn of(output: Output) -> Run {
        Run {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// Xorshift: small, and the same everywhere, so that a case can be made again from its number.
pub struct Random(u64);

impl Random {
    pub fn new(case: u64) -> Random {
        Random(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }
}

/// The text without the times at which documents were read.
pub fn undated(text: &str) -> String {
    let mut parts = text.split(", read ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        out + ", read TIME" + &part["2026-11-23 21:05 UTC".len()..]
    })
}

pub const STORY: &str = "\
---
title: The Lamp
---

# The Lamp

## The Keeper

The island had one house and one tower. Mira Holm kept the lamp of the tower for thirty-one years. \
She climbed its ninety-two steps twice a day, and she never let the flame go out.

In the winter of the great frost the supply boat did not come. Mira burned her *own* chairs to keep the lamp warm.

## The Letter

A letter came in spring. The harbour office wrote that the tower would be lit by electricity from May on, \
and that its keeper was no longer needed.

Mira read it twice. Then she put it into the stove & climbed the stairs.
";

/// Everything is read that can be: the reader of the program, and a few passages.
pub fn reading() -> Effort<'static> {
    static READER: LazyLock<Reader> = LazyLock::new(|| Reader::shipped().unwrap());
    Effort {
        reader: Some(&READER),
        passages: USUAL_PASSAGES,
    }
}
