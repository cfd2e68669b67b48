//! The languages that the bot speaks on Discord, which are not those of the texts.
//!
//! In: a language as Discord writes it. Out: a [`Locale`], which says a sentence in that language;
//! what it says stands in `locales/`, a folder for each. The decision that is not obvious: whoever
//! answers does not choose the language, but carries two, see [`Locales`], and takes the one of
//! those who will see the answer.

pub mod sentence;

pub(crate) use sentence::sentences;
#[cfg(any(test, feature = "measuring"))]
pub use sentence::{Kind, Sentence};

/// A sentence without anything put in, which can be said in any language.
pub type Said = fn(Locale) -> String;

/// A language that the bot speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    #[default]
    English,
    German,
    French,
    Spanish,
    Russian,
    Japanese,
}

impl Locale {
    /// Every language; [`Locale::English`] is what is spoken where no other is known.
    pub const ALL: [Locale; 6] = [
        Locale::English,
        Locale::German,
        Locale::French,
        Locale::Spanish,
        Locale::Russian,
        Locale::Japanese,
    ];

    /// Its tag, which is also the name of its folder in `locales/`.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::English => "en",
            Locale::German => "de",
            Locale::French => "fr",
            Locale::Spanish => "es",
            Locale::Russian => "ru",
            Locale::Japanese => "ja",
        }
    }

    /// What those who speak it call it.
    pub fn name(self) -> &'static str {
        match self {
            Locale::English => "English",
            Locale::German => "Deutsch",
            Locale::French => "Français",
            Locale::Spanish => "Español",
            Locale::Russian => "Русский",
            Locale::Japanese => "日本語",
        }
    }

    /// What Discord calls it, where commands are registered. English needs no translation there.
    pub fn on_discord(self) -> &'static [&'static str] {
        match self {
            Locale::English => &[],
            Locale::German => &["de"],
            Locale::French => &["fr"],
            Locale::Spanish => &["es-ES", "es-419"],
            Locale::Russian => &["ru"],
            Locale::Japanese => &["ja"],
        }
    }

    /// What stands between each three digits of a number, and how many digits a number has at least
    /// that is parted.
    fn grouping(self) -> (char, usize) {
        match self {
            Locale::English | Locale::Japanese => (',', 4),
            Locale::German => ('.', 4),
            Locale::French => ('\u{202f}', 4),
            Locale::Spanish => ('.', 5),
            Locale::Russian => ('\u{a0}', 4),
        }
    }

    /// The language of a tag, whatever its region: `es-419`, `de`. `None` if the bot does not speak
    /// it.
    pub fn of_tag(tag: &str) -> Option<Locale> {
        let language = tag.split('-').next()?;
        let mut all = Locale::ALL.into_iter();
        all.find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// A number with its digits in groups.
    pub fn grouped(self, number: u64) -> String {
        let (separator, shortest) = self.grouping();
        let digits = number.to_string();
        if digits.len() < shortest {
            return digits;
        }

        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// The languages of those who may see an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Locales {
    /// Of the person who asked.
    pub member: Locale,
    /// Of the place where everyone sees it.
    pub everyone: Locale,
}

impl Locales {
    /// Everyone speaks English.
    #[cfg(any(test, feature = "measuring"))]
    pub const ENGLISH: Locales = Locales {
        member: Locale::English,
        everyone: Locale::English,
    };

    /// The language of an answer that only the person who asked sees, or everyone.
    pub fn of(self, private: bool) -> Locale {
        if private { self.member } else { self.everyone }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_tag_whatever_the_region() {
        for (tag, locale) in [
            ("de", Some(Locale::German)),
            ("en-GB", Some(Locale::English)),
            ("en-US", Some(Locale::English)),
            ("es-ES", Some(Locale::Spanish)),
            ("es-419", Some(Locale::Spanish)),
            ("JA", Some(Locale::Japanese)),
            ("pt-BR", None),
            ("den", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(Locale::of_tag(tag), locale, "{tag}");
        }
        for locale in Locale::ALL {
            assert_eq!(Locale::of_tag(locale.tag()), Some(locale));
            for tag in locale.on_discord() {
                assert_eq!(Locale::of_tag(tag), Some(locale));
            }
        }
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        let grouped = |number| Locale::ALL.map(|locale| locale.grouped(number));
        assert_eq!(grouped(123), ["123"; 6]);
        let thousands = [
            "4,123",
            "4.123",
            "4\u{202f}123",
            "4123",
            "4\u{a0}123",
            "4,123",
        ];
        assert_eq!(grouped(4_123), thousands);
        assert_eq!(Locale::Spanish.grouped(1_234_567), "1.234.567");
        assert_eq!(Locale::English.grouped(123_456), "123,456");
    }
}
