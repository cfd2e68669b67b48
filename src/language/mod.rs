//! The language of a text: from its own metadata, else from its words.
//!
//! In: a [`Document`]. Out: a [`Language`], which says how its words are cut, stemmed and left out
//! and where its sentences end. What we know of a language beyond its stemmer is a table of words,
//! see [`vocabulary`]. The decision that is not obvious: a text too short to tell is taken for one
//! in the commonest language of its script, such as English.

pub mod background;
mod script;
pub mod vocabulary;

use serde::{Deserialize, Serialize};
use whatlang::{Detector, Info, Lang};

use crate::document::Document;
pub use script::Script;

/// A sample of this many characters tells the language of a text.
const SAMPLE: usize = 6_000;
/// From so many places.
const PIECES: usize = 4;
/// How sure the detector must be of a text that does not name its language, 0 to 1.
const SURE: f64 = 0.5;

/// Languages that a short text in a commoner one is mistaken for.
const RARE: [Lang; 8] = [
    Lang::Afr,
    Lang::Aka,
    Lang::Epo,
    Lang::Jav,
    Lang::Lat,
    Lang::Sna,
    Lang::Tgl,
    Lang::Zul,
];

/// A language we know something about.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    English,
    Arabic,
    Chinese,
    Czech,
    Danish,
    Dutch,
    Finnish,
    French,
    German,
    Greek,
    Hebrew,
    Hindi,
    Hungarian,
    Italian,
    Japanese,
    Korean,
    Norwegian,
    Polish,
    Portuguese,
    Romanian,
    Russian,
    Spanish,
    Swedish,
    Tamil,
    Thai,
    Turkish,
    Ukrainian,
    Vietnamese,
    /// Any other: its words are compared as they are written.
    Other,
}

impl Language {
    /// Every language with its BCP 47 tag, its English name, and other tags it goes by.
    const ALL: [(Language, &str, &str, &[&str]); 29] = [
        (Language::English, "en", "English", &["eng"]),
        (Language::Arabic, "ar", "Arabic", &["ara"]),
        (
            Language::Chinese,
            "zh",
            "Chinese",
            &["cmn", "zho", "chi", "yue"],
        ),
        (Language::Czech, "cs", "Czech", &["ces", "cze"]),
        (Language::Danish, "da", "Danish", &["dan"]),
        (Language::Dutch, "nl", "Dutch", &["nld", "dut"]),
        (Language::Finnish, "fi", "Finnish", &["fin"]),
        (Language::French, "fr", "French", &["fra", "fre"]),
        (Language::German, "de", "German", &["deu", "ger"]),
        (Language::Greek, "el", "Greek", &["ell", "gre"]),
        (Language::Hebrew, "he", "Hebrew", &["heb", "iw"]),
        (Language::Hindi, "hi", "Hindi", &["hin"]),
        (Language::Hungarian, "hu", "Hungarian", &["hun"]),
        (Language::Italian, "it", "Italian", &["ita"]),
        (Language::Japanese, "ja", "Japanese", &["jpn"]),
        (Language::Korean, "ko", "Korean", &["kor"]),
        (
            Language::Norwegian,
            "no",
            "Norwegian",
            &["nb", "nn", "nob", "nno", "nor"],
        ),
        (Language::Polish, "pl", "Polish", &["pol"]),
        (Language::Portuguese, "pt", "Portuguese", &["por"]),
        (Language::Romanian, "ro", "Romanian", &["ron", "rum"]),
        (Language::Russian, "ru", "Russian", &["rus"]),
        (Language::Spanish, "es", "Spanish", &["spa"]),
        (Language::Swedish, "sv", "Swedish", &["swe"]),
        (Language::Tamil, "ta", "Tamil", &["tam"]),
        (Language::Thai, "th", "Thai", &["tha"]),
        (Language::Turkish, "tr", "Turkish", &["tur"]),
        (Language::Ukrainian, "uk", "Ukrainian", &["ukr"]),
        (Language::Vietnamese, "vi", "Vietnamese", &["vie"]),
        (Language::Other, "und", "another language", &[]),
    ];

    /// Every language, [`Language::Other`] last.
    pub fn all() -> impl Iterator<Item = Language> {
        Language::ALL.into_iter().map(|(language, ..)| language)
    }

    /// The language of a document: what its metadata says, else what its words say.
    pub fn of(document: &Document) -> Language {
        let named = document.language.as_deref().and_then(Language::of_tag);
        named.unwrap_or_else(|| Language::detect(&document.text))
    }

    /// The language of a BCP 47 tag or ISO 639 code, in any case: `en`, `pt-BR`, `ger`. A tag of a
    /// language we know nothing about is [`Language::Other`]; what is no such tag is `None`.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();

        let is_tag =
            matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
        if !is_tag || primary == "und" {
            return None;
        }

        let known = Language::ALL
            .iter()
            .find(|(_, code, _, also)| *code == primary || also.contains(&&*primary));
        Some(known.map_or(Language::Other, |known| known.0))
    }

    /// The tag of a language that is called by its English name; what is no such name stays.
    pub fn tag_of(name: &str) -> String {
        let is_it = |language: &Language| language.name().eq_ignore_ascii_case(name.trim());
        Language::all()
            .find(is_it)
            .map_or_else(|| name.to_owned(), |language| language.tag().to_owned())
    }

    /// The language of a text from its letters and their neighbours; if that is not clear, the
    /// commonest of its script.
    pub fn detect(text: &str) -> Language {
        let sample = sample_text(text);
        let found = Detector::with_denylist(RARE.to_vec()).detect(&sample);
        let is_sure = |found: &Info| found.is_reliable() || found.confidence() >= SURE;
        let found = found.filter(is_sure);
        let known = found.and_then(|found| Language::of_tag(found.lang().code()));

        match known {
            Some(language) if language != Language::Other => language,
            // Letters that no other language has tell more than their neighbours do in a few words.
            _ if script::is_russian(&sample) => Language::Russian,
            Some(language) => language,
            None => Script::of(&sample)
                .map_or_else(Language::default, |script| script.language(&sample)),
        }
    }

    /// Whether a capital inside a sentence tells a name; in German it tells any noun, and many
    /// scripts have none.
    pub fn keeps_capitals_for_names(self) -> bool {
        self.has_capitals() && self != Language::German
    }

    /// Whether its script has capitals; of [`Language::Other`] we do not know.
    pub fn has_capitals(self) -> bool {
        !matches!(
            self,
            Language::Arabic
                | Language::Chinese
                | Language::Hebrew
                | Language::Hindi
                | Language::Japanese
                | Language::Korean
                | Language::Tamil
                | Language::Thai
                | Language::Other
        )
    }

    /// Its BCP 47 tag; `und` for [`Language::Other`].
    pub fn tag(self) -> &'static str {
        self.entry().1
    }

    /// What it is called in English, for people.
    pub fn name(self) -> &'static str {
        self.entry().2
    }

    fn entry(
        self,
    ) -> &'static (
        Language,
        &'static str,
        &'static str,
        &'static [&'static str],
    ) {
        // The table is in the order of the enumeration, as a test sees to.
        &Language::ALL[self as usize]
    }
}

/// Whether a letter belongs to a script that puts no spaces between words.
pub fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' // Thai, Lao
        | '\u{1000}'..='\u{109f}' // Burmese
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' // kana
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}') // Han
}

/// Pieces of a text, behind its title page and before its notes. Of a text in another script than
/// ours without the words in ours: a Latin word has five letters where a Japanese one has two, and
/// would count more.
fn sample_text(text: &str) -> String {
    let length = 2 * SAMPLE / PIECES;
    let starts = (1..=PIECES).map(|at| (text.len() / (PIECES + 1) * at).saturating_sub(length / 2));
    let pieces = starts.map(|start| {
        let start = text.floor_char_boundary(start);
        &text[start..text.floor_char_boundary(start + length)]
    });
    let sample = if text.len() <= 2 * SAMPLE {
        text.to_owned()
    } else {
        pieces.collect::<Vec<_>>().join(" ")
    };

    match Script::of(&sample) {
        None | Some(Script::Latin) => sample,
        Some(_) => {
            let is_other = |c: &char| Script::of_letter(*c) != Some(Script::Latin);
            sample.chars().filter(is_other).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_languages() {
        for (at, (language, tag, ..)) in Language::ALL.into_iter().enumerate() {
            assert_eq!(language as usize, at);
            assert!(
                language == Language::Other || Language::of_tag(tag) == Some(language),
                "{tag}"
            );
        }
    }

    #[test]
    fn tags_are_read_as_people_write_them() {
        for (tag, expected) in [
            ("en", Some(Language::English)),
            ("pt-BR", Some(Language::Portuguese)),
            ("DE_at", Some(Language::German)),
            ("ger", Some(Language::German)),
            ("cy", Some(Language::Other)),
            ("und", None),
            ("English", None),
            ("", None),
        ] {
            assert_eq!(Language::of_tag(tag), expected, "{tag:?}");
        }
    }

    #[test]
    fn a_text_tells_its_language_by_its_words() {
        for (text, expected) in [
            (
                "Der Leuchtturm stand auf einer kleinen Insel, und jeden Abend zündete der Wärter die Lampe an.",
                "de",
            ),
            (
                "Le phare se dressait sur une petite île, et chaque soir le gardien allumait la lampe.",
                "fr",
            ),
            (
                "El faro estaba en una isla pequeña, y cada noche el farero encendía la lámpara.",
                "es",
            ),
            (
                "Il faro sorgeva su una piccola isola e ogni sera il guardiano accendeva la lampada.",
                "it",
            ),
            (
                "O farol ficava numa ilha pequena, e todas as noites o faroleiro acendia a lâmpada.",
                "pt",
            ),
            (
                "De vuurtoren stond op een klein eiland en elke avond stak de wachter de lamp aan.",
                "nl",
            ),
            (
                "Fyren stod på en liten ö, och varje kväll tände fyrvaktaren lampan.",
                "sv",
            ),
            (
                "Маяк стоял на маленьком острове, и каждый вечер смотритель зажигал лампу.",
                "ru",
            ),
            (
                "番人は debmake と dpkg-buildpackage を使って、 毎晩 debian/control のランプに火をともした。",
                "ja",
            ),
            ("灯塔矗立在一座小岛上，每天晚上守塔人都会点亮灯。", "zh"),
            (
                "灯台は小さな島に立っていて、毎晩番人がランプに火をともした。",
                "ja",
            ),
            (
                "The lighthouse stood on a small island, and every evening the keeper lit the lamp.",
                "en",
            ),
            ("Корпус греется до сорока градусов", "ru"),
            ("Ключі під сходами", "uk"),
            ("चाबी सीढ़ी के नीचे है", "hi"),
            ("Το κλειδί", "el"),
            ("열쇠는 계단 밑", "ko"),
            ("S3", "en"),
            ("", "en"),
        ] {
            assert_eq!(Language::detect(text).tag(), expected, "{text}");
        }
    }
}
