//! Bytes of a text file -> a string: byte order mark, then UTF-8, then the likeliest legacy encoding.

use anyhow::{Result, bail};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// Of so many bytes one may be a NUL in a text, left by a broken disk or program.
const STRAY_NUL: usize = 200;
/// Of so many characters one may be missing in a text whose encoding is guessed.
const STRAY_CHARACTER: usize = 50;
/// Bytes of the pieces that are guessed one by one where a file as a whole fits no encoding of its script.
const PIECE: usize = 256;

/// The text of a file. Valid UTF-8 comes back byte for byte, its byte order mark included, so that
/// offsets are offsets of the file; anything else is decoded. A byte that does not fit shows as `\u{fffd}`.
///
/// # Errors
/// When the bytes are no text: they hold many NUL bytes, or fit no encoding.
pub fn decode(bytes: Vec<u8>) -> Result<String> {
    decode_as(bytes, None)
}

/// The text of a file that says itself which encoding it is in. It is often wrong where the bytes are
/// UTF-8, so these still come back as they are.
///
/// # Errors
/// As [`decode`], but for bytes that do not fit.
pub fn decode_as(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Result<String> {
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    // UTF-16, told by its mark, is full of NUL bytes.
    let nuls = bytes.iter().filter(|byte| **byte == 0).count();
    if marked.is_none() && nuls > bytes.len() / STRAY_NUL {
        bail!("looks like a binary file, not a text");
    }

    // ISO-2022-JP is written in ASCII, which is UTF-8 too, but of another text.
    let bytes = match declared {
        Some(encoding) if encoding == encoding_rs::ISO_2022_JP => bytes,
        _ => match String::from_utf8(bytes) {
            Ok(text) => return Ok(text),
            Err(error) => error.into_bytes(),
        },
    };
    if marked.is_none() && is_mostly_utf_8(&bytes) {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }

    // Whoever says UTF-8 by now is wrong, unless a mark says so.
    let declared = declared.filter(|encoding| *encoding != encoding_rs::UTF_8);
    let said = marked.or(declared);
    let encoding = said.unwrap_or_else(|| guess(&bytes));

    let (text, used, malformed) = encoding.decode(&bytes);
    let missing = || text.chars().filter(|c| *c == '\u{fffd}').count();
    if malformed && said.is_none() && missing() > text.chars().count() / STRAY_CHARACTER {
        bail!(
            "is neither UTF-8 nor any other text encoding (closest: {}); save it as UTF-8",
            used.name()
        );
    }
    Ok(text.into_owned())
}

/// Whether a text is UTF-8 but for some bytes. In another encoding hardly any two bytes next to each other
/// happen to be a character of UTF-8.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (valid, invalid) = bytes.utf8_chunks().fold((0, 0), |(valid, invalid), chunk| {
        let characters = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (
            valid + characters,
            invalid + usize::from(!chunk.invalid().is_empty()),
        )
    });
    valid >= invalid && valid > 0
}

/// The likeliest legacy encoding.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let whole = guess_piece(bytes);
    if !whole.is_single_byte() {
        return whole;
    }

    // A single bad byte rules out the encodings of Chinese, Japanese and Korean, in which there are such.
    let size = PIECE.max(bytes.len() / PIECE);
    let mut weights: Vec<(&'static Encoding, usize)> = Vec::new();
    for piece in pieces(bytes, size) {
        let weight = piece.iter().filter(|byte| !byte.is_ascii()).count();
        let encoding = guess_piece(piece);
        match weights.iter_mut().find(|(known, _)| *known == encoding) {
            Some((_, sum)) => *sum += weight,
            None => weights.push((encoding, weight)),
        }
    }

    let all: usize = weights.iter().map(|(_, weight)| weight).sum();
    weights
        .into_iter()
        .find(|(encoding, weight)| !encoding.is_single_byte() && weight * 2 > all)
        .map_or(whole, |(encoding, _)| encoding)
}

/// Pieces of at least so many bytes, cut at ends of lines.
fn pieces(bytes: &[u8], size: usize) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let least = size.min(rest.len());
        let line = rest[least..].iter().position(|byte| *byte == b'\n');
        let (piece, after) = rest.split_at(line.map_or(rest.len(), |at| least + at));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// UTF-8 has failed by now, so the detector must not guess it again.
fn guess_piece(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_stays_as_it_is_and_legacy_encodings_are_decoded() {
        assert_eq!(decode("\u{feff}naïve".into()).unwrap(), "\u{feff}naïve");

        assert_eq!(
            decode(b"Le caf\xe9 \xe9tait ferm\xe9, dit-il.".to_vec()).unwrap(),
            "Le café était fermé, dit-il."
        );
        assert_eq!(decode(b"\xff\xfeh\0i\0".to_vec()).unwrap(), "hi");
        assert_eq!(
            decode(b"\x93Quoted\x94 \x96 1995".to_vec()).unwrap(),
            "“Quoted” – 1995"
        );
    }

    #[test]
    fn a_stray_byte_spoils_no_text() {
        let check = |bytes: &[u8], expected: &str| {
            assert_eq!(decode(bytes.to_vec()).unwrap(), expected);
        };
        let after = |text: &str, bytes: &[u8]| [text.as_bytes(), bytes].concat();

        check(
            &after("Élodie, it", b"\x92s here"),
            "Élodie, it\u{fffd}s here",
        );
        check(&after("маяк", b"\xd0"), "маяк\u{fffd}");
        check(&after("\u{feff}plain ", b"\xff x"), "plain \u{fffd} x");
        check(b"\xff\xfeh\0i\0x", "hi\u{fffd}");

        let long = "A line of text.\n".repeat(20);
        check(&after(&long, b"a\0b"), &format!("{long}a\0b"));

        let lines = "灯台守の名はアンナといい、十九年間岩の上で暮らしていた。\n".repeat(30);
        let (jis, ..) = encoding_rs::SHIFT_JIS.encode(&lines);
        let broken = [&jis, b"\xff\n".as_slice(), &jis].concat();
        assert_eq!(decode(broken).unwrap(), format!("{lines}\u{fffd}\n{lines}"));
    }

    #[test]
    fn binary_files_are_refused() {
        assert!(
            decode(b"\x7fELF\0\0\0".to_vec())
                .unwrap_err()
                .to_string()
                .contains("binary")
        );
    }
}
