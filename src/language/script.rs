//! The scripts that languages are written in.

use crate::language::Language;

/// Letters that tell languages of one script apart.
const UKRAINIAN: &[char] = &['і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є', 'Ґ'];
const PERSIAN: &[char] = &['پ', 'چ', 'ژ', 'گ', 'ٹ', 'ڈ', 'ے'];
const RUSSIAN: &[char] = &['ы', 'э', 'ё', 'Э', 'Ы', 'Ё'];
const NO_RUSSIAN: &[char] = &[
    'і', 'ї', 'є', 'ў', 'ј', 'љ', 'њ', 'ћ', 'ђ', 'қ', 'ң', 'ә', 'ө', 'ү', 'ғ',
];

/// Whether a text has letters that only Russian has, and none that it has not.
pub(super) fn is_russian(text: &str) -> bool {
    text.contains(RUSSIAN) && !text.contains(NO_RUSSIAN)
}

/// A script, as far as it tells languages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Script {
    Latin,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Devanagari,
    Tamil,
    Thai,
    Hangul,
    /// Chinese characters.
    Han,
    /// Japanese syllables; beside them stand Chinese characters.
    Kana,
    Other,
}

impl Script {
    /// The script that most of a text is in; `None` if it has no letters. A few kana make Japanese
    /// of it.
    pub fn of(text: &str) -> Option<Script> {
        let mut counts: Vec<(Script, usize)> = Vec::new();
        for script in text.chars().filter_map(Script::of_letter) {
            let worth = script.worth();
            match counts.iter_mut().find(|(known, _)| *known == script) {
                Some((_, count)) => *count += worth,
                None => counts.push((script, worth)),
            }
        }

        let most = counts.iter().max_by_key(|(_, count)| *count)?.0;
        let has_kana = counts.iter().any(|(script, _)| *script == Script::Kana);
        Some(if most == Script::Han && has_kana {
            Script::Kana
        } else {
            most
        })
    }

    /// The commonest language that is written in it, for a text that does not tell; two share
    /// letters with others.
    pub(super) fn language(self, text: &str) -> Language {
        match self {
            Script::Arabic if text.contains(PERSIAN) => Language::Other,
            Script::Cyrillic if text.contains(UKRAINIAN) => Language::Ukrainian,
            Script::Cyrillic => Language::Russian,
            Script::Latin => Language::English,
            _ => Language::all()
                .find(|language| language.script() == self)
                .unwrap_or_default(),
        }
    }

    /// How many letters of an alphabet one of it stands for.
    fn worth(self) -> usize {
        match self {
            Script::Han | Script::Kana | Script::Hangul => 4,
            _ => 1,
        }
    }

    pub(super) fn of_letter(letter: char) -> Option<Script> {
        if !letter.is_alphabetic() {
            return None;
        }

        Some(match letter {
            '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{590}'..='\u{5ff}' => Script::Hebrew,
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => Script::Arabic,
            '\u{900}'..='\u{97f}' => Script::Devanagari,
            '\u{b80}'..='\u{bff}' => Script::Tamil,
            '\u{e00}'..='\u{e7f}' => Script::Thai,
            '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
            '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Script::Kana,
            '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => {
                Script::Han
            }
            _ => Script::Other,
        })
    }

    /// Whether what is written in this script may hold a whole question in `other`.
    pub fn writes(self, other: Script) -> bool {
        self == other || (self == Script::Kana && other == Script::Han)
    }
}

impl Language {
    /// The script that it is written in.
    pub fn script(self) -> Script {
        match self {
            Language::Arabic => Script::Arabic,
            Language::Chinese => Script::Han,
            Language::Greek => Script::Greek,
            Language::Hebrew => Script::Hebrew,
            Language::Hindi => Script::Devanagari,
            Language::Japanese => Script::Kana,
            Language::Korean => Script::Hangul,
            Language::Russian | Language::Ukrainian => Script::Cyrillic,
            Language::Tamil => Script::Tamil,
            Language::Thai => Script::Thai,
            Language::Other => Script::Other,
            _ => Script::Latin,
        }
    }
}
