//! Bytes of a text file -> a string: byte order mark, then UTF-8, then the likeliest legacy encoding.

use anyhow::{Result, bail};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// The text of a file. Valid UTF-8 comes back byte for byte, its byte order mark included, so that
/// offsets are offsets of the file; anything else is decoded.
///
/// # Errors
/// When the bytes are no text: they hold NUL bytes, or fit no encoding.
pub fn decode(bytes: Vec<u8>) -> Result<String> {
    decode_as(bytes, None)
}

/// The text of a file that says itself which encoding it is in. It is often wrong where the bytes are
/// UTF-8, so these still come back as they are. A byte that does not fit shows as `\u{fffd}`, as it does in
/// a browser.
///
/// # Errors
/// As [`decode`], but for a byte that does not fit.
pub fn decode_as(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Result<String> {
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    // UTF-16, told by its mark, is full of NUL bytes.
    if marked.is_none() && bytes.contains(&0) {
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

    // UTF-8 has failed by now, so the detector must not guess it again.
    let encoding = marked.or(declared).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(&bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    });

    let (text, used, malformed) = encoding.decode(&bytes);
    if malformed && declared.is_none() {
        bail!(
            "is neither UTF-8 nor any other text encoding (closest: {}); save it as UTF-8",
            used.name()
        );
    }
    Ok(text.into_owned())
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
    fn binary_files_are_refused() {
        assert!(
            decode(b"\x7fELF\0\0\0".to_vec())
                .unwrap_err()
                .to_string()
                .contains("binary")
        );
    }
}
