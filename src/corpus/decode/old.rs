//! Texts of Macs before OS X and of DOS, whose encodings the detector of the web's does not know.
//!
//! In: bytes that are not UTF-8, and the encoding of one byte a character that they are guessed to
//! be in. Out: their text in one of the old encodings, if it reads far better. The decision that is
//! not obvious: nothing is known of the words; what tells is where a character stands. A capital
//! behind a small letter (`donÕt`) or a sign within a word (`tr„gt`) is wrong in every language.

use std::borrow::Cow;
use std::collections::HashSet;

use encoding_rs::{Encoding, MACINTOSH};

/// What the bytes from 0x80 on mean, in Western Europe, in America, and in Central Europe.
const DOS: [&str; 3] = [
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
     ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧\
     ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤\
     đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}",
];

/// So many bytes tell.
const HEAD: usize = 1 << 20;
/// One of so many characters beyond ASCII is out of place, or the guess stays.
const FEW: usize = 8;
/// For one that is out of place in another encoding, so many are in the guessed one.
const BETTER: usize = 4;
/// So many characters must be out of place, and of so many kinds, or the guess stays: few may be
/// slips of whoever wrote it.
const WRONG: usize = 3;
const KINDS: usize = 2;
/// Letters of a word between marks.
const LONGEST_WORD: usize = 30;

/// Marks that open and that close a quotation, and others that stand at words.
const OPENING: &[char] = &['“', '‘', '„', '‚', '¿', '¡'];
const CLOSING: &[char] = &['”'];
const WITHIN: &[char] = &['’', '–', '—'];
/// Signs that may stand anywhere.
const ANYWHERE: &[char] = &[
    '\u{a0}', '\u{ad}', '…', '·', '«', '»', '™', '®', '©', '°', '²', '³', '¹', '×', '±', '½', '¼',
    '¾', 'ª', 'º', 'µ',
];
/// Signs that no letter stands beside.
const APART: &[char] = &['¤', '¨', '¸', 'ˆ', '˜', '‰', '¦'];
/// Signs that may stand before or behind a letter, too: `§aWelcome` colours a line of a game, and
/// `Hawai‘i` is spelt so.
const BESIDE: &[char] = &['§', '¢', '‘'];
/// Marks that end a clause.
const ENDS: &[char] = &['.', ',', '!', '?', ';', ':'];

/// The text in an old encoding, if the `guessed` one puts many characters where none can stand.
pub fn decode_old(bytes: &[u8], guessed: &'static Encoding) -> Option<String> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let (read, _) = guessed.decode_without_bom_handling(head);
    let read = Places::count(&read);
    let is_slip = read.wrong < WRONG || read.kinds.len() < KINDS;
    if is_slip || read.wrong * FEW < read.all {
        return None;
    }

    let old = Old::all().map(|old| (Places::count(&old.decode(head)), old));
    let (best, old) = old.min_by_key(|(places, _)| (places.wrong, usize::MAX - places.right))?;
    let is_better = best.wrong * BETTER <= read.wrong && best.right > read.right;
    is_better.then(|| old.decode(bytes).into_owned())
}

/// An encoding of an old system.
enum Old {
    Mac,
    Dos(&'static str),
}

impl Old {
    /// All of them; of two that read a text alike the first is meant.
    fn all() -> impl Iterator<Item = Old> {
        std::iter::once(Old::Mac).chain(DOS.into_iter().map(Old::Dos))
    }

    fn decode<'b>(&self, bytes: &'b [u8]) -> Cow<'b, str> {
        let Old::Dos(table) = self else {
            return MACINTOSH.decode_without_bom_handling(bytes).0;
        };

        let table: Vec<char> = table.chars().collect();
        let decode = |byte: &u8| match byte.checked_sub(0x80) {
            Some(high) => table.get(usize::from(high)).copied().unwrap_or('\u{fffd}'),
            None => char::from(*byte),
        };
        bytes.iter().map(decode).collect()
    }
}

/// How many characters beyond ASCII stand where they can, and where they cannot.
#[derive(Default)]
struct Places {
    all: usize,
    right: usize,
    wrong: usize,
    /// Those that stand where they cannot.
    kinds: HashSet<char>,
}

impl Places {
    fn count(text: &str) -> Places {
        let edge = [' ', ' '];
        let padded = edge.into_iter().chain(text.chars()).chain(edge);
        let characters: Vec<char> = padded.collect();

        let mut places = Places::default();
        for (at, around) in characters.windows(4).enumerate() {
            let &[before, c, after, next] = around else {
                continue;
            };
            if c.is_ascii() {
                continue;
            }
            places.all += 1;
            match judge_place(before, c, after, next) {
                Some(true) if encloses_word(&characters, at + 1) => {}
                Some(true) => places.right += 1,
                Some(false) => {
                    places.wrong += 1;
                    places.kinds.insert(c);
                }
                None => {}
            }
        }
        places
    }
}

/// Whether a character can stand between these; `None` if that says nothing.
fn judge_place(before: char, c: char, after: char, next: char) -> Option<bool> {
    let is_within = before.is_alphabetic() && after.is_alphabetic();
    let is_beside = before.is_alphabetic() || after.is_alphabetic();

    match c {
        _ if c == '\u{fffd}' || c.is_control() => Some(false),
        _ if ANYWHERE.contains(&c) => None,
        _ if c.is_alphabetic() => judge_letter(before, c, after, next),
        '’' if before.is_whitespace() && after.is_whitespace() => Some(false),
        _ if WITHIN.contains(&c) => Some(true),

        _ if BESIDE.contains(&c) && is_beside && (c != '‘' || is_within) => None,
        _ if OPENING.contains(&c) && is_within => Some(false),
        _ if OPENING.contains(&c) => {
            (after.is_alphanumeric() && !before.is_alphanumeric()).then_some(true)
        }
        // In Swedish and Finnish it opens what is said as well.
        _ if CLOSING.contains(&c) => {
            let closes = !before.is_whitespace() && !after.is_alphabetic();
            closes.then_some(true)
        }

        _ if is_line(c) && (is_line(before) || is_line(after)) => Some(true),
        _ if is_line(c) || APART.contains(&c) => is_beside.then_some(false),
        _ => is_within.then_some(false),
    }
}

/// Whether the same letter stands at both ends of a word, as marks around one do: `înejî` is `”nej”`.
fn encloses_word(characters: &[char], at: usize) -> bool {
    let is_letter = |c: &&char| c.is_alphabetic();
    let c = characters[at];
    let behind = characters[at + 1..].iter().take(LONGEST_WORD);
    let behind = behind.take_while(is_letter).last();
    let before = characters[..at].iter().rev().take(LONGEST_WORD);
    let before = before.take_while(is_letter).last();

    match (before, behind) {
        (None, Some(last)) => *last == c,
        (Some(first), None) => *first == c,
        _ => false,
    }
}

/// Whether a letter can stand there: its neighbours are of its script and its case.
fn judge_letter(before: char, c: char, after: char, next: char) -> Option<bool> {
    let beside = [before, after].into_iter().filter(|c| c.is_alphabetic());
    let is_foreign = beside.clone().any(|other| script(other) != script(c));
    let is_run = before == c && after == c;
    if is_foreign || is_run {
        return Some(false);
    }

    let is_misplaced = if c.is_uppercase() {
        let begins = !before.is_alphabetic();
        let is_second = before.is_uppercase() && after.is_lowercase();
        let is_first = begins && after.is_uppercase() && next.is_lowercase();
        before.is_lowercase() || is_first || is_second
    } else {
        let is_alone = ENDS.contains(&before) && !after.is_alphabetic();
        c.is_lowercase() && (after.is_uppercase() || is_alone)
    };
    if is_misplaced {
        return Some(false);
    }
    (beside.count() > 0).then_some(true)
}

/// Latin, Greek, Cyrillic and others, by their first letters.
fn script(c: char) -> usize {
    ['\u{370}', '\u{400}', '\u{530}']
        .iter()
        .filter(|first| c >= **first)
        .count()
}

/// Whether a character draws a box.
fn is_line(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259f}')
}

#[cfg(test)]
mod tests {
    use encoding_rs::{WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};

    use super::super::decode;
    use super::*;

    /// A text in an old encoding.
    fn encode(text: &str, table: &str) -> Vec<u8> {
        let encode = |c: char| match table.chars().position(|other| other == c) {
            Some(high) => 0x80 + high as u8,
            None => u8::try_from(c).unwrap(),
        };
        text.chars().map(encode).collect()
    }

    fn mac() -> String {
        let high: Vec<u8> = (0x80..=0xff).collect();
        MACINTOSH.decode_without_bom_handling(&high).0.into_owned()
    }

    #[test]
    fn texts_of_macs_and_of_dos_are_told_by_where_their_letters_stand() {
        let check = |text: &str, table: &str| {
            assert_eq!(decode(encode(text, table)).unwrap(), text);
        };
        let [west, america, centre] = DOS;
        assert!(DOS.iter().all(|table| table.chars().count() == 128));

        check("“I don’t know,” she said—“not yet…”", &mac());
        let german = "Der Wärter hieß Jürgen Möller. Über dem Meer lag Öl, und er fühlte die \
                      Kälte. Müde ging er hinüber in die Stube, wärmte die Hände und hörte \
                      den Möwen zu. Später aß er Brötchen mit Käse und zündete die Lampe an.";
        check(german, &mac());
        check(german, west);
        check(
            "O faroleiro não via a lâmpada. É tarde, disse João. As mãos do capitão estão frias, \
             e o coração não. Amanhã há pão e limões, à mesa do irmão.",
            &mac(),
        );

        check(
            "Søren boede på klippen og tændte lyset. Når det blæste, læste han højt for sin søn \
             og så på bølgerne. Året efter kom Åse på besøg fra Ærø med brød og smør.",
            west,
        );
        check(
            "╒════╕\n│ Ω │\n╘════╛\n\n┌────┐\n│ π │\n└────┘\n\nThe tower is high.",
            america,
        );
        check(
            "Jiří Dvořák žil na skále devatenáct let. Každý večer šel po schodech nahoru a \
             rozsvítil světlo. Jeho žena říkala, že moře je příliš hlučné.",
            centre,
        );
        check(
            "Józef żył na skale dziewiętnaście lat. Każdego wieczoru wchodził po schodach i \
             zapalał światło. Jego żona mówiła, że morze jest zbyt głośne, a miesiąc zbyt \
             długi, i wiązała sieć.",
            centre,
        );
    }

    #[test]
    fn texts_of_windows_stay_what_they_are() {
        let check = |text: &str, encoding: &'static Encoding| {
            let (bytes, ..) = encoding.encode(text);
            assert_eq!(decode_old(&bytes, encoding), None, "{text}");
        };

        check("“It’s here…”—‘No’, she said. 5 × 3 °C", WINDOWS_1252);
        check("Le café d’Élodie à Noël. À bientôt !", WINDOWS_1252);
        check("ÜBER DIE STRAßE, Äpfel und Öl", WINDOWS_1252);
        check("He said„Hallo“and the word”was lost", WINDOWS_1252);
        check("Acme™s part® of the m²y", WINDOWS_1252);
        // Marks that are used in another way, a slip or two, and units.
        check("Hawai‘i and O‘ahu, Kaua‘i and Moloka‘i", WINDOWS_1252);
        check("T‘ai Chi Ch‘uan of the Ch‘ing court", WINDOWS_1252);
        check("The Shi‘a, the Ka‘ba and the Qur‘an", WINDOWS_1252);
        check("It‘s here, I don‘t know. We‘re going", WINDOWS_1252);
        check(
            "”Nej”, sa hon, och ”ja”. He called it ”a lamp”.",
            WINDOWS_1252,
        );
        check(
            "See pages 3–5 of the ”old” book — ”new” ones…",
            WINDOWS_1252,
        );
        check("§aWelcome! §cNo griefing. §eBe kind.", WINDOWS_1252);
        check("Add 5 µL of it – not 10 µL – and 470 µF", WINDOWS_1252);
        check("The ¢heap ¢andy and the ¢ake", WINDOWS_1252);
        check("˜hello˜ and ˜more˜, and ˜more˜", WINDOWS_1252);
        check("The CafÉ, the ThÉ and the SoirÉe", WINDOWS_1252);
        check("Jiří Dvořák žil na skále. Łódź", WINDOWS_1250);
        check("Анна Берг жила на скале. «Да», сказала она.", WINDOWS_1251);
    }
}
