//! Encodings that are told by their bytes alone, without a guess: UTF-32 by its mark, UTF-16
//! without one by its NUL bytes, and ISO-2022-JP by the sequences that switch to Japanese.
//!
//! In: bytes. Out: their text or encoding, if it is one of these. The decision that is not obvious:
//! UTF-16 without a mark is known by the text that comes out, since other bytes with many NUL among
//! them are a program or a picture, in which most pairs are no letters.

use std::str::Utf8Error;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_16BE, UTF_16LE};

use super::STRAY_NUL;

/// How Japanese is switched to, and back from.
const TO_JAPANESE: &[&[u8]] = &[b"\x1b$B", b"\x1b$@"];
const BACK: &[&[u8]] = &[b"\x1b(B", b"\x1b(J"];
/// Of so many characters one may be no text, and most are letters or spaces.
const STRAY: usize = 200;
const MOST: usize = 5;
/// What every text has, and hardly any that is read the wrong way round.
const USUAL: &[char] = &[' ', '\n', '。', '、'];
/// Of so many bytes fewer than one are NUL, or it is no text as it is.
const NARROW: usize = 8;
/// So many bytes tell.
const HEAD: usize = 1 << 16;

/// The text of a file in UTF-32 with a byte order mark.
pub fn decode_utf_32(bytes: &[u8]) -> Option<String> {
    let is_little = bytes.starts_with(b"\xff\xfe\0\0");
    if !is_little && !bytes.starts_with(b"\0\0\xfe\xff") {
        return None;
    }

    let character = |four: &[u8]| {
        let four: [u8; 4] = four.try_into().ok()?;
        let code = if is_little {
            u32::from_le_bytes(four)
        } else {
            u32::from_be_bytes(four)
        };
        char::from_u32(code)
    };
    let characters = bytes[4..].chunks(4);
    Some(
        characters
            .map(|four| character(four).unwrap_or('\u{fffd}'))
            .collect(),
    )
}

/// The encoding of a file that says so by its bytes.
pub fn find_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let holds = |marks: &[&[u8]]| head.windows(3).any(|three| marks.contains(&three));
    if head.is_ascii() && holds(TO_JAPANESE) && holds(BACK) {
        return Some(ISO_2022_JP);
    }

    let is_marked = Encoding::for_bom(bytes).is_some();
    let nuls = head.iter().filter(|byte| **byte == 0).count();
    if is_marked || nuls <= head.len() / STRAY_NUL || has_one_nul(head) || is_narrow(head) {
        return None;
    }
    let pairs = &head[..head.len() / 2 * 2];
    let usual = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(pairs);
        is_text(&text).then(|| text.matches(USUAL).count())
    };
    let both = [UTF_16LE, UTF_16BE].into_iter();
    let fitting = both.filter_map(|encoding| Some((usual(encoding)?, encoding)));
    fitting
        .max_by_key(|(count, _)| *count)
        .map(|(_, encoding)| encoding)
}

/// Whether the only NUL of some bytes stands between what is text as it is, left there by a broken
/// program.
pub fn has_one_nul(bytes: &[u8]) -> bool {
    let nuls = bytes.iter().filter(|byte| **byte == 0);
    nuls.take(2).count() == 1 && is_narrow(bytes)
}

/// Whether bytes are text as they are, but for a few NUL among them; of a text in UTF-16 most bytes
/// are no characters, or NUL.
fn is_narrow(bytes: &[u8]) -> bool {
    let is_cut = |error: &Utf8Error| error.error_len().is_none();
    let whole = str::from_utf8(bytes).map_or_else(
        |error| is_cut(&error).then(|| error.valid_up_to()),
        |text| Some(text.len()),
    );
    let text = whole.and_then(|end| str::from_utf8(&bytes[..end]).ok());
    let is_nul = |c: &char| *c == '\0';

    text.is_some_and(|text| {
        let mut chars = text.chars().filter(|c| !is_nul(c));
        text.chars().filter(is_nul).count() * NARROW < text.len()
            && chars.all(|c| !c.is_control() || c.is_whitespace())
    })
}

fn is_text(text: &str) -> bool {
    let all = text.chars().count();
    let is_private = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
    let is_none =
        |c: &char| *c == '\u{fffd}' || is_private(*c) || (c.is_control() && !c.is_whitespace());
    let stray = text.chars().filter(is_none).count();
    let letters = text
        .chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace());

    all > 0
        && text.contains(USUAL)
        && stray <= all / STRAY
        && letters.count() * MOST >= all * (MOST - 1)
}

#[cfg(test)]
mod tests {
    use crate::corpus::decode::decode;

    #[test]
    fn wide_encodings_are_known_by_their_bytes() {
        for text in [
            "Erstes Kapitel\n\nDer Wärter zündete die Lampe an. »Wer da?«\n",
            "第一章 初到\n\n守塔人点亮了灯。海鸥的翅膀断了。\n",
            "Глава первая\n\nСмотритель зажёг лампу в шесть часов.\n",
            "ねこがねる。 いぬがねる。\n",
        ] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let mark = "\u{feff}".chars().chain(text.chars());
            let marked: Vec<u8> = mark
                .clone()
                .flat_map(|c| u32::from(c).to_le_bytes())
                .collect();
            let turned: Vec<u8> = mark.flat_map(|c| u32::from(c).to_be_bytes()).collect();
            for bytes in [little, big, marked, turned] {
                assert_eq!(decode(bytes).unwrap(), text);
            }
        }

        let japanese = b"\x1b$B$\"\x1b(B lamp\n".to_vec();
        assert_eq!(decode(japanese).unwrap(), "あ lamp\n");
    }

    #[test]
    fn what_is_only_like_them_is_none() {
        for text in [
            "The keeper lit the lamp.\n\0\nNobody saw it.\n".to_owned(),
            "Der Wärter zündete die Lampe an.\0 Niemand sah es.".to_owned(),
            format!("a \0b{}", " of a long line of words. ".repeat(20)),
            "\x1b$B".to_owned(),
        ] {
            assert_eq!(decode(text.clone().into_bytes()).unwrap(), text);
        }
        let numbers: Vec<u8> = (0..2_000_u16).flat_map(u16::to_le_bytes).collect();
        for bytes in [
            numbers,
            b"\0\0\0\0 \0\0".to_vec(),
            vec![0, 1, 2, 3],
            b"a \0b \0c".to_vec(),
        ] {
            assert!(decode(bytes).is_err());
        }
    }
}
