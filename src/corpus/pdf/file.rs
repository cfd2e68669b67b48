//! A PDF as a file: opened, and what it says of itself.
//!
//! A file that was cut off could still be read in part, since the library searches a damaged file
//! for what is left. It is refused instead: a text of which the end is missing without a word would
//! be quoted as the whole.

use anyhow::{Result, bail, ensure};
use encoding_rs::{UTF_8, UTF_16BE, WINDOWS_1252};
use hayro_interpret::hayro_syntax::object::{Dict, Object, String as PdfString};
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::corpus::manuscript::one_line;
use crate::corpus::outline::Metadata;

/// What the end of a whole file says.
const END_MARK: &[u8] = b"startxref";
/// How far from the end it may stand: some programs add blank space.
const END: usize = 1 << 13;

/// Characters of PDFDocEncoding that Windows-1252 has elsewhere or not at all, from 0x18 and from
/// 0x80.
const ACCENTS: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
const SIGNS: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";

/// Opens a file.
///
/// # Errors
/// When it needs a password, is locked in a way that is not known, or is not whole.
pub fn open_pdf(bytes: &[u8]) -> Result<Pdf> {
    let tail = &bytes[bytes.len().saturating_sub(END)..];
    let is_ended = tail.windows(END_MARK.len()).any(|bytes| bytes == END_MARK);
    ensure!(is_ended, "is damaged or not whole; get it again");

    let pdf = match Pdf::new(bytes.to_vec()) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {
            bail!("is protected with a password; save a copy without one")
        }
        Err(LoadPdfError::Decryption(_)) => {
            bail!("is locked in a way that Pullquote does not know; save a copy without protection")
        }
        Err(LoadPdfError::Invalid) => bail!("is damaged or not whole; get it again"),
    };

    let found = pdf.pages().len();
    let pages = document_catalog(&pdf).and_then(|root| root.get::<Dict>("Pages"));
    let promised = pages.and_then(|pages| pages.get::<u32>("Count"));
    ensure!(
        promised.is_none_or(|promised| promised as usize <= found),
        "is damaged or not whole ({found} of its {} pages are there); get it again",
        promised.unwrap_or_default()
    );
    Ok(pdf)
}

/// The object from which everything else is reached.
pub fn document_catalog(pdf: &Pdf) -> Option<Dict<'_>> {
    pdf.xref().get::<Dict>(pdf.xref().root_id())
}

/// What the file says of itself, as far as that makes sense.
pub fn read_metadata(pdf: &Pdf) -> Metadata {
    let known = pdf.metadata();
    let line = |bytes: &[u8]| one_line(&decode_string(bytes));

    let language = document_catalog(pdf).and_then(|root| root.get::<PdfString>("Lang"));
    Metadata {
        title: known
            .title
            .as_deref()
            .and_then(line)
            .filter(|title| is_real_title(title)),
        author: known
            .author
            .as_deref()
            .and_then(line)
            .filter(|author| !NOBODY.contains(&author.as_str())),
        language: language.and_then(|language| line(language.as_bytes())),
    }
}

/// The text of an object, if it is one.
pub fn object_text(object: Object) -> Option<String> {
    object
        .into_string()
        .map(|string| decode_string(string.as_bytes()))
}

/// The text that the bytes of a string mean, which is not one that a font shows.
pub fn decode_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => UTF_8.decode_without_bom_handling(rest).0.into_owned(),
        _ => bytes.iter().map(|byte| document_char(*byte)).collect(),
    }
}

fn document_char(byte: u8) -> char {
    match byte {
        0x18..=0x1f => ACCENTS[usize::from(byte - 0x18)],
        0x80..=0x9e => SIGNS
            .chars()
            .nth(usize::from(byte - 0x80))
            .unwrap_or('\u{fffd}'),
        0xa0 => '€',
        _ => WINDOWS_1252
            .decode_without_bom_handling(&[byte])
            .0
            .chars()
            .next()
            .unwrap_or('\u{fffd}'),
    }
}

/// What programs write where nobody named an author. A book by Anonymous says so with a capital.
const NOBODY: [&str; 2] = ["anonymous", "(anonymous)"];

/// Programs write the name of the file, or their own, where nobody wrote a title.
fn is_real_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let files = [
        ".doc", ".docx", ".odt", ".tex", ".dvi", ".indd", ".qxd", ".qxp", ".pdf", ".rtf", ".txt",
        ".html",
    ];

    title.contains(char::is_alphabetic)
        && !title.starts_with('(') // (anonymous), (unspecified)
        && !lower.starts_with("microsoft word")
        && !lower.starts_with("untitled")
        && !files.iter().any(|ending| lower.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strings_of_a_file_are_read_in_each_of_their_encodings() {
        let check = |bytes: &[u8], expected: &str| assert_eq!(decode_string(bytes), expected);
        check(b"Plain", "Plain");
        check(b"na\xefve \x84 \x8d\xa01\x8e \x93sh", "naïve — “€1” ﬁsh");
        check(b"\xfe\xff\0L\x01\x42", "Lł");
        check(b"\xef\xbb\xbf\xc5\x82", "ł");
        check(b"\xfe\xff\xd8", "\u{fffd}");
        check(b"", "");
    }
}
