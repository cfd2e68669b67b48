//! What is asked stands in the text, what is wrong to choose is wrong, and nothing comes from
//! behind a gate.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::gap::{Sort, collect_things, fold_words};
use super::*;
use crate::chapters::section_after_chapter;
use crate::index::library_of;
use crate::language::Language;

const NAMES: [&str; 8] = [
    "Anselm", "Berta", "Corwin", "Dagny", "Edmund", "Freya", "Gunnar", "Hester",
];

const SPEAKERS: [&str; 8] = [
    "Ingrid",
    "Jonas",
    "Kirsten",
    "Leopold",
    "Mrs. Marbury",
    "Mr. Norton",
    "Oriane",
    "Peregrin",
];

/// A story whose chapters each have a name, a year, a speaker and words of their own.
fn story() -> String {
    let chapter = |n: usize| {
        let name = NAMES[n];
        let year = 1_900 + 7 * n;
        format!(
            "## The house of secret{n}heading\n\nIn the spring of {year} the old captain {name} sold secret{n}boats to the \
             harbour. Nobody asked {name} where the {} lamps of secret{n}oil had gone that night. Then the ferryman wept, \
             and secret{n}gulls flew over the long grey pier.\n\n“The gulls of secret{n}pier are back again tonight,” said \
             {speaker}. “And nobody fed them.”\n\n",
            30 + n,
            speaker = SPEAKERS[n],
        )
    };

    let chapters: String = (0..NAMES.len()).map(chapter).collect();
    format!("# The Book\n\nA short note stands before all of the chapters here.\n\n{chapters}")
}

static WHOLE: LazyLock<Library> = LazyLock::new(|| {
    let sample = include_str!("../../corpus/the-birth-of-aws.md");
    library_of(&[("story.md", &story()), ("the-birth-of-aws.md", sample)])
});

fn kinds() -> impl Strategy<Value = Vec<Kind>> {
    prop::sample::select(vec![
        vec![Kind::Gap],
        vec![Kind::Chapter],
        vec![Kind::Speaker],
        vec![Kind::Gap, Kind::Chapter, Kind::Speaker],
    ])
}

fn story_id() -> DocumentId {
    WHOLE.find_document("story.md").unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_question_is_a_sentence_of_the_text_and_one_of_four_is_right(
        seed: u32, kinds in kinds(), count in 1..=MOST,
    ) {
        let asked = make_questions(&WHOLE, Scope::Library, &kinds, seed, count).unwrap();
        prop_assert!((1..=usize::from(count)).contains(&asked.len()));
        for (number, one) in asked.iter().enumerate() {
            let passage = WHOLE.passage(one.passage).unwrap();
            let text = WHOLE.full_text(passage.span.document).unwrap();
            let sentence = WHOLE.sentence(one.row).unwrap().range;
            prop_assert!(passage.sentences.contains(&one.row));
            prop_assert_eq!(one.right, right_option(seed, number as u8));
            prop_assert_eq!(one.options.len(), OPTIONS);
            for (at, option) in one.options.iter().enumerate() {
                prop_assert!(!one.options[..at].contains(option), "{:?}", one);
            }

            let answer = &one.options[one.right];
            match &one.cut {
                Some(cut) => {
                    prop_assert!(sentence.start <= cut.start && cut.end <= sentence.end);
                    prop_assert_eq!(&to_one_line(&text[cut.clone()]), answer);
                    let before = &text[sentence.start..cut.start];
                    let after = &text[cut.end..sentence.end];
                    let there = fold_words(&text[sentence.clone()]);
                    for wrong in one.options.iter().filter(|option| *option != answer) {
                        prop_assert!(to_one_line(text).contains(wrong.as_str()), "{wrong}");
                        prop_assert!(fold_words(wrong).iter().all(|word| !there.contains(word)), "{wrong}");
                        let other = format!("{before}{wrong}{after}");
                        prop_assert!(!text.contains(&other), "{other}");
                    }
                }
                None => {
                    let path = &WHOLE.section(&passage).path;
                    prop_assert!(path.iter().any(|heading| to_one_line(heading) == *answer));
                    let wrong = one.options.iter().filter(|option| *option != answer);
                    for wrong in wrong {
                        prop_assert!(path.iter().all(|heading| to_one_line(heading) != *wrong));
                    }
                }
            }
            let rows = asked.iter().filter(|other| other.row == one.row);
            prop_assert_eq!(rows.count(), 1);
        }
        prop_assert_eq!(&make_questions(&WHOLE, Scope::Library, &kinds, seed, count).unwrap(), &asked);
    }

    #[test]
    fn nothing_comes_from_behind_a_gate(seed: u32, kinds in kinds(), chapter in 0..8u32) {
        let document = story_id();
        let info = WHOLE.document(document).unwrap();
        let end = section_after_chapter(info, chapter);
        let library = WHOLE.ending_before(&[(document, end, chapter)]).unwrap();
        let byte = info.sections[end].start;
        let hidden = &WHOLE.full_text(document).unwrap()[byte..];

        for one in make_questions(&library, Scope::Document(document), &kinds, seed, MOST).unwrap() {
            prop_assert!(library.sentence(one.row).unwrap().range.end <= byte);
            let secrets = (chapter..8).map(|n| format!("secret{n}"));
            let names = NAMES.iter().zip(&SPEAKERS).skip(chapter as usize);
            let names = names.flat_map(|(name, speaker)| [(*name).to_owned(), (*speaker).to_owned()]);
            let years = (chapter..8).map(|n| (1_900 + 7 * n).to_string());
            for secret in secrets.chain(names).chain(years) {
                prop_assert!(hidden.contains(&secret));
                prop_assert!(one.options.iter().all(|option| !option.contains(&secret)), "{:?}", one);
            }
        }
    }
}

#[test]
fn names_and_numbers_are_told_from_other_words() {
    for (language, sentence, expected) in [
        (
            Language::English,
            "Then Captain Nemo’s crew met Ned in 1867, with 3,500 others at Cape-Down.",
            vec![
                ("Captain Nemo", Sort::FullName),
                ("Ned", Sort::Name),
                ("1867", Sort::Year),
                ("3,500", Sort::Number),
            ],
        ),
        (
            Language::English,
            "I think I'm late,” he said: “Never! The BBC knew in June, and Mr. Fogg did.",
            vec![("June", Sort::Date)],
        ),
        (
            Language::German,
            "Danach ging der Wirt mit Karl Müller in 12 Tagen zum Hafen.",
            vec![("Karl Müller", Sort::FullName), ("12", Sort::Number)],
        ),
        (
            Language::Japanese,
            "その町で 1872 年に船が沈んだ。",
            vec![("1872", Sort::Year)],
        ),
    ] {
        let found = collect_things(sentence, language);
        let found: Vec<(&str, Sort)> = found
            .iter()
            .map(|thing| (&sentence[thing.range.clone()], thing.sort))
            .collect();
        assert_eq!(found, expected, "{sentence}");
    }
}

#[test]
fn where_there_is_nothing_to_ask_about_nothing_is_asked() {
    let library = WHOLE.ending_before(&[(story_id(), 0, 0)]).unwrap();

    for kind in [Kind::Gap, Kind::Chapter, Kind::Speaker] {
        let scope = Scope::Document(story_id());
        assert!(
            make_questions(&library, scope, &[kind], 7, MOST)
                .unwrap()
                .is_empty()
        );
        assert!(
            make_questions(&WHOLE, scope, &[], 7, MOST)
                .unwrap()
                .is_empty()
        );
    }
}

#[test]
fn speakers_are_asked_for_where_a_text_has_four_and_the_wrong_ones_speak_in_it_too() {
    let line = |(n, name): (usize, &&str)| {
        format!("“Boat number {n} of the harbour is back again tonight,” said {name}.\n\n")
    };
    let about = "Zacharias had a boat. Nobody ever heard Zacharias, or his brother Yorick, or old Xaver.\n\n";
    for (names, is_asked) in [
        (&["Tom", "Huck", "Becky"][..], false),
        (&["Tom", "Huck", "Becky", "Tom Sawyer"], false),
        (&["Mr. Marsh", "Mrs. Marsh", "Huck", "Becky"], false),
        (&["Mr. Marsh", "Mrs. Bell", "Huck", "Becky"], true),
        (&["Tom", "Huck", "Becky", "Sid"], true),
    ] {
        let text: String = names.iter().enumerate().map(line).collect();
        let library = library_of(&[("text.md", &format!("{text}{about}"))]);

        let asked = make_questions(&library, Scope::Library, &[Kind::Speaker], 7, 3).unwrap();
        assert_eq!(!asked.is_empty(), is_asked, "{names:?}");
        for one in asked {
            assert!(
                one.options
                    .iter()
                    .all(|name| names.contains(&name.as_str()))
            );
        }
    }
}

#[test]
fn what_would_make_another_sentence_is_not_offered_wherever_its_lines_end() {
    let sentence = "Anselm sold the boat in 1862 to her friend the smith.";
    let text = format!("{sentence}\n\nAnselm sold the boat in 1871\nto her friend\nthe smith.\n");
    let library = library_of(&[("boat.txt", &text)]);
    let pool = Pool::of(&library, DocumentId(0)).unwrap();

    let start = sentence.find("1862").unwrap();
    let others = ["1871", "1880", "1890", "1901"].map(str::to_owned).to_vec();
    let mut random = Random::new(7);
    let options = collect_options(
        &pool,
        sentence,
        &(start..start + 4),
        others,
        fold_words,
        &mut random,
    );
    let mut options = options.unwrap();
    options.sort();
    assert_eq!(options, ["1862", "1880", "1890", "1901"]);
}
