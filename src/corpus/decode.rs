//! Bytes of a text file -> a string: byte order mark, then UTF-8, then the likeliest legacy
//! encoding.

mod old;
mod wide;

use anyhow::{Result, bail};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1252};

use crate::language::Language;

/// Of so many bytes one may be a NUL in a text, left by a broken disk or program.
const STRAY_NUL: usize = 200;
/// Of so many characters one may be missing in a text whose encoding is guessed.
const STRAY_CHARACTER: usize = 50;
/// However short it is, so many may be.
const STRAY_CHARACTERS: usize = 3;
/// In a text that is nearly in an encoding, so many characters of more than one byte stand to one
/// that is missing.
const FEW_WIDE: usize = 8;
/// Encodings whose characters have several bytes, so that some bytes fit no character.
const WIDE: &[&Encoding] = &[
    encoding_rs::SHIFT_JIS,
    encoding_rs::EUC_JP,
    encoding_rs::GBK,
    encoding_rs::BIG5,
    encoding_rs::EUC_KR,
];

/// `ŐŰőű` of Central Europe, which are `ÕÛõû` in the West.
const LONG_VOWELS: [u8; 4] = [0xd5, 0xdb, 0xf5, 0xfb];

/// The text of a file. Valid UTF-8 comes back byte for byte, its byte order mark included, so that
/// offsets are offsets of the file; anything else is decoded. A byte that does not fit shows as
/// `\u{fffd}`.
///
/// # Errors
/// When the bytes are no text: they hold many NUL bytes, or fit no encoding.
pub fn decode(bytes: Vec<u8>) -> Result<String> {
    decode_as(bytes, None)
}

/// The text of a file that says itself which encoding it is in. It is often wrong where the bytes
/// are UTF-8, so these still come back as they are.
///
/// # Errors
/// As [`decode`], but for bytes that do not fit.
pub fn decode_as(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Result<String> {
    if let Some(text) = wide::decode_utf_32(&bytes) {
        return Ok(text);
    }
    let certain = wide::find_encoding(&bytes);
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    // UTF-16, told by its mark, is full of NUL bytes.
    let nuls = bytes.iter().filter(|byte| **byte == 0).count();
    let is_stray = nuls <= bytes.len() / STRAY_NUL || wide::has_one_nul(&bytes);
    if marked.or(certain).is_none() && !is_stray {
        bail!("looks like a binary file, not a text");
    }

    // ISO-2022-JP is written in ASCII, which is UTF-8 too, but of another text; so may UTF-16 be.
    let declared = certain.or(declared);
    let bytes = match declared {
        Some(encoding) if certain.is_some() || encoding == encoding_rs::ISO_2022_JP => bytes,
        _ => match String::from_utf8(bytes) {
            Ok(text) => return Ok(text),
            Err(error) => error.into_bytes(),
        },
    };
    if marked.or(certain).is_none() && is_mostly_utf_8(&bytes) {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }

    // Whoever says UTF-8 by now is wrong, unless a mark says so.
    let declared = declared.filter(|encoding| *encoding != encoding_rs::UTF_8);
    let said = marked.or(declared);
    let encoding = said.unwrap_or_else(|| guess_encoding(&bytes));
    if said.is_none()
        && encoding.is_single_byte()
        && let Some(text) = old::decode_old(&bytes, encoding)
    {
        return Ok(text);
    }

    let (text, used, malformed) = encoding.decode(&bytes);
    let missing = || text.chars().filter(|c| *c == '\u{fffd}').count();
    if malformed
        && said.is_none()
        && missing() > STRAY_CHARACTERS + text.chars().count() / STRAY_CHARACTER
    {
        bail!(
            "is neither UTF-8 nor any other text encoding (closest: {}); save it as UTF-8",
            used.name()
        );
    }
    Ok(text.into_owned())
}

/// Whether a text is UTF-8 but for some bytes. In another encoding hardly any two bytes next to
/// each other happen to be a character of UTF-8.
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
fn guess_encoding(bytes: &[u8]) -> &'static Encoding {
    let whole = detect_encoding(bytes);
    let fits = |encoding: &'static Encoding| !encoding.decode_without_bom_handling(bytes).1;
    if !whole.is_single_byte() && fits(whole) {
        return whole;
    }

    // A single byte that does not fit rules out the encodings in which characters have several.
    let missing = WIDE
        .iter()
        .filter_map(|encoding| Some((count_missing(encoding, bytes)?, *encoding)));
    let best = missing.min_by_key(|(missing, _)| *missing);
    best.map_or(whole, |(_, encoding)| encoding)
}

/// How many characters are missing in a text that is in an encoding but for some bytes: without
/// what does not fit in it, it is guessed to be.
fn count_missing(encoding: &'static Encoding, bytes: &[u8]) -> Option<usize> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
    let missing = count(|c| c == '\u{fffd}');
    // In Shift_JIS any byte of another encoding is a kana of half the width.
    let narrow = count(|c| matches!(c, '\u{ff61}'..='\u{ff9f}'));
    let wide = count(|c| !c.is_ascii()) - missing - narrow;
    if wide < missing * FEW_WIDE + narrow {
        return None;
    }

    let fitting: String = text.chars().filter(|c| *c != '\u{fffd}').collect();
    let (fitting, ..) = encoding.encode(&fitting);
    (detect_encoding(&fitting) == encoding).then_some(missing)
}

/// UTF-8 has failed by now, so the detector must not guess it again.
fn detect_encoding(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);

    // Of the letters of Hungarian only these are others in Western Europe.
    let has_long = bytes.iter().any(|byte| LONG_VOWELS.contains(byte));
    let is_hungarian =
        || Language::detect(&guessed.decode_without_bom_handling(bytes).0) == Language::Hungarian;
    if guessed == WINDOWS_1252 && has_long && is_hungarian() {
        WINDOWS_1250
    } else {
        guessed
    }
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
    fn the_long_vowels_of_hungarian_are_told_from_those_of_the_west() {
        let check = |text: &str, encoding: &'static Encoding| {
            let (bytes, ..) = encoding.encode(text);
            assert_eq!(decode(bytes.into_owned()).unwrap(), text);
        };

        check(
            "A nő és a férfi az erdőben ült. Később jött az eső, és ők hazamentek, mert nem volt \
             tető fölöttük. Az öregember a tűznél várt.",
            WINDOWS_1250,
        );
        check(
            "As lições dos capitães são curtas, e os corações dos pilotos estão frios. Amanhã põem \
             as lanternas nos portões.",
            WINDOWS_1252,
        );
        check(
            "Il est sûr que le goût de la mûre a dû lui plaire. La flûte s'est tue en août.",
            WINDOWS_1252,
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
    }

    #[test]
    fn a_stray_byte_spoils_no_chinese_japanese_or_korean() {
        use encoding_rs::{BIG5, EUC_JP, EUC_KR, GBK, SHIFT_JIS};
        let japanese = "灯台守の名はアンナといい、十九年間岩の上で暮らしていた。";
        let chinese = "守灯人名叫安娜，她在岩石上住了十九年，每天晚上都要爬台阶。";
        let taiwanese = "守燈人名叫安娜，她在岩石上住了十九年，每天晚上都要爬臺階。";
        let korean = "등대지기의 이름은 안나였고 그녀는 바위 위에서 십구 년을 살았다.";

        for (encoding, line) in [
            (SHIFT_JIS, japanese),
            (EUC_JP, japanese),
            (GBK, chinese),
            (BIG5, taiwanese),
            (EUC_KR, korean),
        ] {
            for (times, end) in [(1, ""), (30, ""), (30, "\n")] {
                let text = (line.to_owned() + end).repeat(times);
                let (bytes, ..) = encoding.encode(&text);
                let name = encoding.name();

                let cut = decode(bytes[..bytes.len() - end.len() - 3].to_vec()).unwrap();
                assert!(
                    text.starts_with(cut.trim_end_matches('\u{fffd}')),
                    "{name}: {cut}"
                );

                let (before, after) = bytes.split_at(bytes.len() / 2 / 4 * 4);
                let broken = decode([before, b"\xff\n".as_slice(), after].concat()).unwrap();
                let kept = text.chars().filter(|c| broken.contains(*c)).count();
                assert!(kept + 6 > text.chars().count(), "{name}: {broken}");
            }
        }

        for text in [
            "Le café était fermé, dit-il. À bientôt, Élodie é",
            "Größe über Straße: ä",
        ] {
            let (latin, ..) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(decode(latin.into_owned()).unwrap(), text);
        }
        let russian = "Смотрительницу маяка звали Анна Берг, и она жила на скале.";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(russian);
        assert_eq!(decode(bytes.into_owned()).unwrap(), russian);
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
