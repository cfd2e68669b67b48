//! Encodings of old computers that the detector does not know: those of the Macintosh and of DOS.
//!
//! In: bytes, and the encoding that they are guessed to be in. Out: their text in an older one, if that is sure. The
//! decision that is not obvious: read in the wrong encoding, nearly every letter with an accent stands where it cannot
//! be (`keeperÕs`, `caf‚`), and read in the right one none does.

use encoding_rs::{Encoding, MACINTOSH};

/// The upper half of code page 850, in which DOS wrote Western European.
const DOS: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
/// In a wrong encoding less than this part of the characters stand where they can, and in the right one nearly all.
const WRONG: f64 = 0.7;
const RIGHT: f64 = 0.95;
/// What stands within a word, before one, behind one, and between words.
const INSIDE: &[char] = &['’', '·'];
const BEFORE: &[char] = &['“', '„', '«', '‘', '¿', '¡', '£', '€', '§', '•'];
const BEHIND: &[char] = &[
    '”', '’', '»', '“', '…', '°', '²', '³', '½', '¼', '€', 'ª', 'º',
];
const BETWEEN: &[char] = &['–', '—', '…', '\u{a0}', '«', '»', '•', '×'];

/// The text in the encoding of the Macintosh or of DOS, if the guessed one is surely wrong and that is right.
pub fn decode_older(bytes: &[u8], guessed: &'static Encoding) -> Option<String> {
    let (text, _) = guessed.decode_without_bom_handling(bytes);
    if !guessed.is_single_byte() || measure_fit(&text)? >= WRONG {
        return None;
    }

    // The dotless i of DOS is the apostrophe of the Macintosh, and stands in no other text that is likely.
    let (mac, _) = MACINTOSH.decode_without_bom_handling(bytes);
    let mut texts = [mac.into_owned(), decode_dos(bytes)].into_iter();
    texts.find(|text| measure_fit(text).is_some_and(|fit| fit > RIGHT))
}

fn decode_dos(bytes: &[u8]) -> String {
    let upper: Vec<char> = DOS.chars().collect();
    let character = |byte: &u8| match byte.checked_sub(128) {
        Some(at) => upper[usize::from(at)],
        None => char::from(*byte),
    };
    bytes.iter().map(character).collect()
}

/// Which part of the characters beyond ASCII stand where they can; `None` if there are none.
fn measure_fit(text: &str) -> Option<f64> {
    let chars: Vec<char> = text.chars().collect();
    let at = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied().unwrap_or(' ');
    let (mut all, mut fitting) = (0_usize, 0_usize);

    for (place, c) in chars.iter().enumerate().filter(|(_, c)| !c.is_ascii()) {
        let (before, after) = (at(place.checked_sub(1)), at(Some(place + 1)));
        all += 1;
        fitting += usize::from(can_stand(before, *c, after));
    }
    (all > 0).then(|| fitting as f64 / all as f64)
}

/// Whether a character can stand between two others.
fn can_stand(before: char, c: char, after: char) -> bool {
    let is_word = |c: char| c.is_alphanumeric();
    match (is_word(before), is_word(after)) {
        _ if c.is_lowercase() => !before.is_uppercase() || !after.is_uppercase(),
        (false, _) if c.is_uppercase() => true,
        (true, _) if c.is_uppercase() => before.is_uppercase(),
        (true, true) => INSIDE.contains(&c) || matches!(c, '–' | '—'),
        (false, true) => BEFORE.contains(&c) || BETWEEN.contains(&c),
        (true, false) => BEHIND.contains(&c) || BETWEEN.contains(&c),
        (false, false) => BEFORE.contains(&c) || BEHIND.contains(&c) || BETWEEN.contains(&c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::decode::decode;

    #[test]
    fn texts_of_the_macintosh_and_of_dos_are_told_from_those_of_windows() {
        let french = "L’été, Élodie rêvait à l’hôtel. « Où êtes-vous ? » dit-elle.";
        let german = "Jürgen hieß er, und die Tür blieb für Gäste geöffnet.";
        let english = "The keeper’s house was shut. She didn’t know why.";
        let to_plain = |text: &str| text.replace('’', "'");

        for text in [french, german, english] {
            let (mac, ..) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(decode(mac.into_owned()).unwrap(), text);

            let to_mac =
                |c: char| (0..=255_u8).find(|byte| MACINTOSH.decode(&[*byte]).0.starts_with(c));
            let mac: Vec<u8> = text.chars().filter_map(to_mac).collect();
            assert_eq!(decode(mac).unwrap(), text);

            let text = to_plain(text);
            let to_dos = |c: char| (0..=255_u8).find(|byte| decode_dos(&[*byte]).starts_with(c));
            let dos: Vec<u8> = text.chars().filter_map(to_dos).collect();
            assert_eq!(decode(dos).unwrap(), text);
        }
    }
}
