//! Tests of looking words up.

use super::*;
use crate::index::library_of;

#[test]
fn a_phrase_is_found_across_the_edge_of_passages_and_counted_once() {
    let sentence = |n: u32| format!("Gull {n} sat on the quay and looked at boat {n} for a while.");
    let text: Vec<String> = (100..160).map(sentence).collect();
    let library = library_of(&[("gulls.txt", &format!("Gulls\n\n{}", text.join(" ")))]);
    assert!(library.passage_count() > 3);

    for id in library.passages().ids().rev().skip(1) {
        let first = library.text(library.passage(id).unwrap().span).unwrap();
        let next = library.text(library.passage(id + 1).unwrap().span).unwrap();
        let words = |text: &str| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let first = words(first);
        let next = words(next);
        let phrase = [&first[first.len() - 6..], &next[..3]].concat().join(" ");

        let hits = find_words(&library, &phrase, Scope::Library).unwrap();
        assert_eq!(
            (hits.manner, hits.passages.as_slice()),
            (Manner::Phrase, &[id][..])
        );
        let places = hits.places(&library, id..id + 1).unwrap();
        let text = library.full_text(DocumentId(0)).unwrap();
        assert_eq!(text[places[0].clone()], *phrase);
    }
}

#[test]
fn dates_are_found_as_others_write_them_and_possessives_only_as_such() {
    let text = "The Log\n\n_3 May._ Many ships came. They may leave on the nineteenth night.\n\n_June 19._ Ida left.\n\n\
                On the 4th of July Wilma asked Ida Harper. Beth's boat was Walter's best time on record.\n";
    let library = library_of(&[("log.txt", text)]);

    for (words, manner, found) in [
        ("May 3", Manner::Phrase, "3 May"),
        ("May 3rd", Manner::Phrase, "3 May"),
        ("third of May", Manner::Phrase, "3 May"),
        ("the 3rd of May", Manner::Phrase, "3 May"),
        ("19th June", Manner::Phrase, "June 19"),
        ("the nineteenth of June", Manner::Phrase, "June 19"),
        ("July 4", Manner::Phrase, "4th of July"),
        ("July the fourth", Manner::Phrase, "4th of July"),
        ("Beth", Manner::Phrase, "Beth's"),
        ("Beth's", Manner::Phrase, "Beth's"),
        ("Beth’s boat", Manner::Phrase, "Beth's boat"),
        ("Ida's", Manner::Form, "Ida"),
        ("best times", Manner::Ordered, "best"),
        ("Walters best", Manner::Phrase, "Walter's best"),
    ] {
        let hits = find_words(&library, words, Scope::Library).unwrap();
        let places = hits.places(&library, library.passages()).unwrap();
        let text = library.full_text(DocumentId(0)).unwrap();
        let first = places.first().map(|place| &text[place.clone()]);
        assert_eq!((hits.manner, first), (manner, Some(found)), "{words}");
    }

    let none = find_words(&library, "May 19", Scope::Library).unwrap();
    assert!(none.passages.is_empty() || none.manner != Manner::Phrase);
}

#[test]
fn figures_are_found_as_others_write_them() {
    let files = [
        (
            "inn.md",
            "# The Inn\n\nThe coach leaves at 5pm and the mail at 21:30. The cook comes at half past six, and the smith \
             at quarter to four. Of the guests 12 per cent paid; the gin was 99.5% pure. The inn holds 12,500 bottles \
             and cost 4 500 crowns. On June 6 156 geese came.\n",
        ),
        (
            "gasthof.md",
            "# Der Gasthof\n\nDie Kutsche fährt um 18 Uhr ab, die Post kommt um 7.15 Uhr, und der Koch kommt um halb acht. \
             Von den Gästen zahlten 13 Prozent.\n",
        ),
        (
            "auberge.md",
            "# L'auberge\n\nLa diligence part à 19 h 45 et le courrier à 8h20. Le cuisinier vient à neuf heures et demie. \
             Le vin était pur à 97,5 %.\n",
        ),
    ];
    let library = library_of(&files);

    for words in [
        "5 p.m.",
        "5:00 pm",
        "17:00",
        "17h",
        "9:30 pm",
        "9.30pm",
        "21h30",
        "6:30",
        "6.30",
        "3:45",
        "12%",
        "12 percent",
        "99.5 per cent",
        "99,5%",
        "12.500",
        "12 500",
        "4500 crowns",
        "4.500 crowns",
        "18:00",
        "6 p.m.",
        "18 h",
        "7:15",
        "7:30",
        "13 %",
        "19:45",
        "7:45 p.m.",
        "8:20",
        "9:30",
        "97.5 pour cent",
    ] {
        let hits = find_words(&library, words, Scope::Library).unwrap();
        let is_found = hits.manner == Manner::Phrase && hits.passages.len() == 1;
        assert!(is_found, "{words}: {hits:?}");
    }
    for words in ["6156", "17.00 crowns", "6 am", "12 Prozent"] {
        let hits = find_words(&library, words, Scope::Library).unwrap();
        let is_phrase = hits.manner == Manner::Phrase && !hits.passages.is_empty();
        assert!(!is_phrase, "{words}: {hits:?}");
    }
}

#[test]
fn all_spellings_of_the_words_are_counted() {
    let filler = "The lamp on the long pier burnt all night and nobody saw it. ".repeat(12);
    let text = format!(
        "The Pier\n\nThe tea-pots came first. {filler}\n\nThe tea:pots came then. {filler}\n\nNo tea pots came. {filler}\n"
    );
    let kahn =
        "Der Kahn\n\nAm dritten März fuhr der Kahn über den See, und niemand sah ihn fahren.\n";
    let library = library_of(&[("pier.txt", &text), ("kahn.txt", kahn)]);

    let hits = find_words(&library, "teapots", Scope::Library).unwrap();
    assert_eq!(
        (hits.manner, hits.passages.len(), hits.documents),
        (Manner::Phrase, 3, 1),
        "{hits:?}"
    );
    for id in &hits.passages {
        assert_eq!(hits.places(&library, *id..*id + 1).unwrap().len(), 1);
    }

    for day in ["dritte", "dritter", "dritten"] {
        let hits = find_words(&library, day, Scope::Library).unwrap();
        let places = hits.places(&library, hits.passages[0]..hits.passages[0] + 1);
        assert_eq!(places.unwrap().len(), 1, "{day}: {hits:?}");
    }
}
