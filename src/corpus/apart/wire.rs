//! What the two processes say to each other over pipes.
//!
//! A request is the length of a path, the path, the length of a file and its bytes. An answer is
//! JSON, which says itself where it ends; behind a document follow the length of its text and the
//! text as it is, since a text written as JSON and read again costs more than reading many a file.
//! Each side bounds what it takes from the other.

use std::io::{self, ErrorKind, Read, Write};

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;

use crate::document::Document;

/// Bytes that are passed on at a time.
pub const BUFFER: usize = 1 << 16;
/// Longest path of a request.
const LONGEST_PATH: u64 = 1 << 16;

/// Asks for a file to be read.
pub fn send_file(to: &mut impl Write, path: &str, bytes: &[u8]) -> io::Result<()> {
    for part in [path.as_bytes(), bytes] {
        to.write_all(&(part.len() as u64).to_le_bytes())?;
        to.write_all(part)?;
    }
    to.flush()
}

/// The next path and file of at most `most` bytes; `None` when there is none to come.
pub fn receive_file(from: &mut impl Read, most: u64) -> Result<Option<(String, Vec<u8>)>> {
    let path = match receive_piece(from, LONGEST_PATH) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        path => path.context("reading a request")?,
    };
    let bytes = receive_piece(from, most).context("reading a file")?;
    Ok(Some((String::from_utf8(path)?, bytes)))
}

/// Sends what became of a file.
pub fn send_answer(to: &mut impl Write, outcome: Result<Document, String>) -> Result<()> {
    match outcome {
        Ok(mut document) => {
            let text = std::mem::take(&mut document.text);
            serde_json::to_writer(&mut *to, &Ok::<_, String>(document))?;
            to.write_all(&(text.len() as u64).to_le_bytes())?;
            to.write_all(text.as_bytes())?;
        }
        Err(reason) => serde_json::to_writer(&mut *to, &Err::<Document, _>(reason))?,
    }

    Ok(to.flush()?)
}

/// Receives what became of a file; its text, and all else of it, have at most `most` bytes each.
///
/// # Errors
/// When what comes is no answer, or a longer one.
pub fn receive_answer(from: &mut impl Read, most: u64) -> Result<Result<Document, String>> {
    let mut outcome: Result<Document, String> = receive_value(&mut from.take(most))?;

    if let Ok(document) = &mut outcome {
        document.text = String::from_utf8(receive_piece(from, most)?)?;
    }
    Ok(outcome)
}

/// Receives a JSON value and nothing behind it.
pub fn receive_value<T: DeserializeOwned>(from: &mut impl Read) -> Result<T> {
    let mut json = serde_json::Deserializer::from_reader(from);
    Ok(T::deserialize(&mut json)?)
}

fn receive_piece(from: &mut impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > most {
        return Err(ErrorKind::InvalidData.into());
    }

    // Not made at once as long as it is said to be: it grows with what does come.
    let mut bytes = Vec::new();
    let read = from.take(length).read_to_end(&mut bytes)?;
    if (read as u64) < length {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}
