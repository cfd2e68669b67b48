//! What a document takes in from files of other formats in its archive (`altChunk`): programs that
//! make a document from a page put the whole page there.
//!
//! In: such a file. Out: its text, written where the document takes it in. It is HTML, HTML in an
//! envelope of an e-mail (MHT), plain text, or another document, which the caller reads.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::corpus::decode::decode;
use crate::corpus::html::Page;
use crate::corpus::manuscript::Manuscript;

/// How far into a file its kind can be told.
const HEAD: usize = 512;
/// How RTF begins, which is not read.
const RTF: &str = "{\\rtf";

/// Whether a file is an archive, as another document is.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}

/// Writes the text of a file that is no archive. What is none of these kinds has no text.
pub fn write_chunk(bytes: Vec<u8>, manuscript: &mut Manuscript) {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let head = head.trim_start_matches(['\u{feff}', '\u{fffd}', ' ', '\r', '\n', '\t']);

    if head.starts_with('<') {
        write_page(bytes, manuscript);
    } else if head.contains("mime-version:") || head.starts_with("content-type:") {
        if let Some(page) = find_html(&bytes) {
            write_page(page, manuscript);
        }
    } else if !head.starts_with(RTF) {
        let text = decode(bytes).unwrap_or_default();
        for line in text.lines() {
            manuscript.push(line.trim());
            manuscript.end_block();
        }
    }
}

fn write_page(bytes: Vec<u8>, manuscript: &mut Manuscript) {
    if let Ok(page) = Page::parse(bytes) {
        page.write(manuscript);
    }
}

/// The first HTML in an envelope.
fn find_html(mail: &[u8]) -> Option<Vec<u8>> {
    let mut lines = mail
        .split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let mut edge: Option<&[u8]> = None;

    loop {
        let header: Vec<&[u8]> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
        let header = String::from_utf8_lossy(&header.concat()).to_lowercase();
        let is_html = header.replace(' ', "").contains("content-type:text/html");
        if is_html {
            let is_inside = |line: &&[u8]| edge.is_none_or(|edge| !line.starts_with(edge));
            let body: Vec<&[u8]> = lines.take_while(is_inside).collect();
            return Some(decode_body(&body, &header));
        }
        edge = Some(lines.find(|line| line.starts_with(b"--"))?);
    }
}

/// The lines of a part of an e-mail, from how they were encoded to be sent.
fn decode_body(lines: &[&[u8]], header: &str) -> Vec<u8> {
    if header.contains("base64") {
        return STANDARD.decode(lines.concat()).unwrap_or_default();
    }
    if !header.contains("quoted-printable") {
        return lines.join(&b'\n');
    }

    let mut out = Vec::new();
    for line in lines {
        let line = line.trim_ascii_end();
        let (line, is_whole) = match line.strip_suffix(b"=") {
            Some(line) => (line, false),
            None => (line, true),
        };
        push_unquoted(&mut out, line);
        out.extend(is_whole.then_some(b'\n'));
    }
    out
}

/// Writes a line with the bytes that it quotes: `=C3=A9`.
fn push_unquoted(out: &mut Vec<u8>, line: &[u8]) {
    let mut rest = line;
    while let Some((first, after)) = rest.split_first() {
        let quoted = after.get(..2).filter(|_| *first == b'=');
        let quoted =
            quoted.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        out.push(quoted.unwrap_or(*first));
        rest = if quoted.is_some() { &after[2..] } else { after };
    }
}
