//! Who wrote a plain text, where a line under its title says so: `by Eleanor Vane-Tempest`.
//!
//! In: the first paragraphs. Out: a name. The decision that is not obvious: a line counts only if
//! all of it is a name, so that `By the Sea` and a sentence that was broken before "by" name
//! nobody. The word may stand on a line of its own, or behind what kind of work it is.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::headings::{is_upper, strip_line_marks};
use super::lines::Paragraph;
use super::numerals::fold_accents;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Lines below the first that may say it.
const LINES: usize = 4;
/// Words of a name.
const WORDS: usize = 6;
/// Words inside a name that are written in small letters, folded; and what parts two names.
const PARTICLES: [&str; 26] = [
    "von", "van", "der", "den", "de", "du", "des", "la", "le", "di", "da", "del", "dos", "zu",
    "af", "av", "y", "e", "i", "et", "und", "and", "&", "och", "og", "en",
];

/// What kind of work it is, folded, before the word for who wrote it. `Geschichte` is none: `Die
/// Geschichte von Peter Pan` is a title.
const KINDS: [&str; 50] = [
    "poem",
    "poems",
    "verses",
    "songs",
    "ballads",
    "sonnets",
    "novel",
    "novels",
    "novella",
    "story",
    "stories",
    "tale",
    "tales",
    "fable",
    "fables",
    "essay",
    "essays",
    "play",
    "comedy",
    "tragedy",
    "memoir",
    "history",
    "romance",
    "letters",
    "sketches",
    "erzahlung",
    "erzahlungen",
    "gedichte",
    "roman",
    "novelle",
    "novellen",
    "recit",
    "recits",
    "poemes",
    "contes",
    "poemas",
    "cuento",
    "cuentos",
    "novela",
    "racconto",
    "racconti",
    "romanzo",
    "повесть",
    "поэма",
    "пьеса",
    "рассказ",
    "рассказы",
    "роман",
    "сказка",
    "стихи",
];
/// So many words at most stand before the word for who wrote it, which is one of these.
const KIND_WORDS: usize = 6;
const OF_A_KIND: [&str; 4] = ["by", "von", "par", "por"];

/// The author that a line below the first names, or the first one above the title.
pub fn find_author(text: &str, paragraphs: &[Paragraph]) -> Option<String> {
    if is_author_above_title(text, paragraphs) {
        return Some(strip_line_marks(&text[paragraphs[0].range()]).into_owned());
    }
    let lines = paragraphs
        .iter()
        .take(LINES + 1)
        .flat_map(|one| one.lines.iter());
    let below = lines.skip(1).take(LINES + 1);
    let below: Vec<Cow<str>> = below
        .map(|line| strip_line_marks(&text[line.clone()]))
        .collect();

    (0..below.len().min(LINES)).find_map(|at| {
        let line = &below[at];
        let next = below.get(at + 1).filter(|_| is_byline_word(line));
        let parted = next.and_then(|next| parse_byline(&format!("{} {next}", line.trim_end())));
        parted
            .or_else(|| parse_byline(line))
            .or_else(|| parse_kind_byline(line))
    })
}

/// Whether a text begins with who wrote it, what it is called, and of which kind it is: `Анна
/// Лисина`, `МАЯК`, `Повесть`.
pub fn is_author_above_title(text: &str, paragraphs: &[Paragraph]) -> bool {
    let single = |paragraph: &Paragraph| match &paragraph.lines[..] {
        [line] => Some(strip_line_marks(&text[line.clone()])),
        _ => None,
    };
    let lines: Vec<Cow<str>> = paragraphs.iter().take(3).map_while(single).collect();
    let [author, title, kind] = &lines[..] else {
        return false;
    };

    let is_kind = kind.split_whitespace().take(KIND_WORDS).map(fold_accents);
    let is_kind = is_kind
        .last()
        .is_some_and(|word| KINDS.contains(&word.as_str()));
    is_kind && is_upper(title) && !is_upper(author) && author.contains(' ') && is_name(author)
}

/// Whether a line is nothing but the word before a name.
fn is_byline_word(line: &str) -> bool {
    let said = fold_accents(line.trim());
    BYLINES
        .iter()
        .any(|(by, is_behind, _)| !is_behind && *by == said)
}

/// The name in a line such as `Poems by Eleanor Vane-Tempest`. One word alone may be anything:
/// `Songs by Moonlight`.
fn parse_kind_byline(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let kind = words.by_ref().take(KIND_WORDS + 1).map(fold_accents);
    let kind: Vec<String> = kind
        .take_while(|word| !OF_A_KIND.contains(&word.as_str()))
        .collect();
    if !kind.iter().any(|word| KINDS.contains(&word.as_str())) {
        return None;
    }

    let by = line.split_whitespace().skip(kind.len());
    let name = parse_byline(&by.collect::<Vec<_>>().join(" "))?;
    name.contains(' ').then_some(name)
}

/// The name in a line that says who wrote something.
fn parse_byline(line: &str) -> Option<String> {
    let said = fold_accents(line);
    let behind = BYLINES.iter().filter(|(_, is_behind, _)| *is_behind);
    let before = BYLINES.iter().filter(|(_, is_behind, _)| !is_behind);

    let rest = before
        .filter(|(by, ..)| said.starts_with(by.as_str()))
        .find_map(|(by, _, language)| {
            // Folding may change the length of what it folds, so words are counted.
            let words = by.split(' ').count();
            let rest = line.splitn(words + 1, char::is_whitespace).nth(words);
            let marked = || line.split_once([':', '：']).map(|(_, rest)| rest);
            let is_marked = by.ends_with([':', '：']);
            let rest = if is_marked {
                marked()
            } else {
                rest.filter(|_| said[by.len()..].starts_with(' '))
            };
            // `BY THE SEA` says where.
            let articles = Vocabulary::of(*language).list("chapter article");
            let first = |rest: &&str| rest.split_whitespace().next().map(fold_accents);
            rest.filter(|rest| !first(rest).is_some_and(|word| articles.contains(&&*word)))
        });
    let rest = rest.or_else(|| {
        let mut behind = behind.filter_map(|(by, ..)| line.strip_suffix(by.as_str()));
        behind
            .find(|rest| rest.ends_with(char::is_whitespace))
            .map(str::trim_end)
    });
    let name = rest?.split_whitespace().collect::<Vec<_>>().join(" ");
    is_name(&name).then_some(name)
}

/// Whether a line is a name and nothing else.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let is_initial = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() < 4;
    let is_cased = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let is_particle = |word: &str| PARTICLES.contains(&fold_accents(word).as_str());
    let holds = |word: &&str| {
        let plain = word.trim_end_matches(',');
        let ends = plain.ends_with(['!', '?', ':', ';', '。', '」'])
            || plain.ends_with('.') && !is_initial(plain);
        (is_cased(plain) || is_particle(plain)) && !ends && !plain.contains(char::is_numeric)
    };

    let of_spaces = line.is_ascii() || words.len() > 1 || line.contains(char::is_uppercase);
    let longest = if of_spaces { 60 } else { 12 };
    words.len() <= WORDS
        && line.chars().count() <= longest
        && words.first().is_some_and(|word| is_cased(word))
        && words.last().is_some_and(|word| is_cased(word))
        && words.iter().all(holds)
}

/// What says who wrote a text, folded, whether it stands behind the name, and its language.
static BYLINES: LazyLock<Vec<(String, bool, Language)>> = LazyLock::new(|| {
    let listed = |list: &'static str, is_behind: bool| {
        let all = Language::all().flat_map(move |language| {
            let listed = Vocabulary::of(language).list(list).iter();
            listed.map(move |by| (by, language))
        });
        all.map(move |(by, language)| (fold_accents(&by.replace('_', " ")), is_behind, language))
    };
    let mut all: Vec<_> = listed("byline", false)
        .chain(listed("byline behind", true))
        .collect();
    all.sort_by_key(|(by, ..)| std::cmp::Reverse(by.len()));
    all
});

#[cfg(test)]
mod tests {
    use crate::corpus::plain::read_plain_text;

    #[test]
    fn a_line_under_the_title_says_who_wrote_a_text() {
        for (byline, author) in [
            ("by Eleanor Vane-Tempest", "Eleanor Vane-Tempest"),
            ("By Rosalind Achterberg", "Rosalind Achterberg"),
            ("BY ROSALIND ACHTERBERG", "ROSALIND ACHTERBERG"),
            ("_by J. R. R. Penhallow_", "J. R. R. Penhallow"),
            ("von Käthe Brünjes", "Käthe Brünjes"),
            ("Von Käthe von der Heide", "Käthe von der Heide"),
            ("par Élise Dumont", "Élise Dumont"),
            ("de Inés Quiroga", "Inés Quiroga"),
            ("Written by Tom Hale and Ann Lowe", "Tom Hale and Ann Lowe"),
            ("by\n\nEleanor Vane-Tempest", "Eleanor Vane-Tempest"),
            ("By\nRosalind Achterberg", "Rosalind Achterberg"),
            ("BY\n\nROSALIND ACHTERBERG", "ROSALIND ACHTERBERG"),
            ("A Tale of the Fens\n\nby\n\nTom Hale", "Tom Hale"),
            ("von\nKäthe Brünjes", "Käthe Brünjes"),
            ("par\n\nÉlise Dumont", "Élise Dumont"),
            ("written by\nTom Hale", "Tom Hale"),
            ("Poems by Tom Hale", "Tom Hale"),
            ("A Novel by Ann Lowe", "Ann Lowe"),
            ("Seven Short Stories by Ann Lowe", "Ann Lowe"),
            ("Erzählung von Käthe Brünjes", "Käthe Brünjes"),
            ("Roman par Élise Dumont", "Élise Dumont"),
            ("Author: Eleanor Vane-Tempest", "Eleanor Vane-Tempest"),
            ("Autor: Käthe Brünjes", "Käthe Brünjes"),
            ("Auteur : Élise Dumont", "Élise Dumont"),
            ("作者：青木弥太郎", "青木弥太郎"),
            ("青木弥太郎 著", "青木弥太郎"),
            ("Автор: Анна Лисина", "Анна Лисина"),
        ] {
            for text in [
                format!("The Lamp\n\n{byline}\n\nThe lamp was lit at six. It burned all night.\n"),
                format!("The Lamp\n{byline}\n\nThe lamp was lit at six. It burned all night.\n"),
            ] {
                let document = read_plain_text("lamp.txt", text);
                assert_eq!(document.author.as_deref(), Some(author), "{byline}");
            }
        }
    }

    #[test]
    fn other_lines_under_a_title_name_nobody() {
        for line in [
            "By the Sea",
            "BY THE SEA",
            "VON DER KÜSTE",
            "by candlelight and by day",
            "By noon they had gone.",
            "by Tom Hale, who was drowned in 1871",
            "Von der Küste",
            "De nuit",
            "Chapter One",
            "By 1871",
            "Author",
            "by\n\nThe lamp",
            "by\nthe light of the sea",
            "Songs by Moonlight",
            "Tales by the Sea",
            "Die Geschichte von Peter Pan",
            "Journey by Lake Huron",
            "Told by Tom Hale of the lamp",
            "A tale told by candlelight, by Tom",
        ] {
            let text = format!("The Lamp\n\n{line}\n\nThe lamp was lit at six.\n");
            assert_eq!(read_plain_text("lamp.txt", text).author, None, "{line}");
        }
        let far = "The Lamp\n\nIt burned.\n\nIt went out.\n\nIt burned.\n\nSo.\n\nby Tom Hale\n";
        assert_eq!(read_plain_text("lamp.txt", far.into()).author, None);
    }
}
