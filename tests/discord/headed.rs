//! Chapters of a text whose headings are below one another, and the place that is named of them.

use pullquote::internals::index::Library;
use pullquote::internals::reader::Effort;
use pullquote::internals::reply::memory::state::State;
use pullquote::internals::reply::press::Outcome;

use crate::pure::{SETTING, json, library, listed, press, request};

fn told(library: &Library, command: &str, from: Option<&str>) -> String {
    let request = request(
        command,
        "",
        Some("kiln".to_owned()),
        from.map(str::to_owned),
    );
    json(&request.reply(library, SETTING, Effort::default()).unwrap())
}

#[test]
fn the_place_names_what_was_opened_after_more_too() {
    let filler =
        "The smith counted his nails, and the rain fell on the roof of the forge. ".repeat(5);
    let chapter = |name: &str| format!("## {name}\n\n{filler}\n\n{filler}\n\n");
    let names = ["Chapter I", "Chapter II", "Chapter III"];
    let text: String = names.iter().map(|name| chapter(name)).collect();
    let library = library(&[("forge.md", format!("# The Forge\n\n{text}"))]);

    for (from, expected) in [
        ("chapter 1", "› Chapter I"),
        ("chapter 2", "› Chapter II"),
        ("chapter 3", "› Chapter III"),
    ] {
        let opened = request("read", "", Some("forge".into()), Some(from.into()));
        let opened = opened.reply(&library, SETTING, Effort::default()).unwrap();
        let more = opened.buttons().find(|button| button.label == "More");
        let (action, state) = State::decode(&more.unwrap().custom_id).unwrap();
        let press = press(action, state, None, opened.clone(), "");
        let Outcome::Update(wider) = press.outcome(&library, Effort::default()).unwrap() else {
            panic!("{}", opened.content);
        };

        assert!(wider.content.len() > opened.content.len(), "{wider:?}");
        for shown in [opened, wider] {
            let place = shown.content.lines().last();
            assert!(
                place.is_some_and(|place| place.ends_with(expected)),
                "{shown:?}"
            );
        }
    }
}

#[test]
fn a_heading_that_has_only_others_below_it_is_a_chapter_everywhere() {
    let manual = "# The Kiln\n\n## Getting warm\n\nLight the straw first.\n\n## The clay\n\n### Digging\n\nDig in \
                  autumn.\n\n### Drying\n\nDry it in spring.\n\n## Faults\n\n### Cracks\n\nCracks come from haste.\n\n\
                  ### Soot\n\nIt is normal.\n\n### Smoke\n\nOpen a door.\n\n### Ash\n\nKeep it.\n\n### Tiles\n\nThey fall.\n\n\
                  ## History\n\nIt was built twice.\n";
    let library = library(&[("kiln.md", manual)]);

    for (from, expected) in [
        ("chapter 1", "Light the straw first."),
        ("chapter 2", "Dig in autumn."),
        ("chapter 3", "Cracks come from haste."),
        ("chapter 4", "It was built twice."),
        ("the clay", "Dig in autumn."),
        ("chapter 5", "There are 4 chapters"),
    ] {
        let told = told(&library, "read", Some(from));
        assert!(told.contains(expected), "{from}: {told}");
    }
    let library_list = told(&library, "library", None);
    assert!(library_list.contains("4 chapters"), "{library_list}");
    let listed = listed(&library, "from", "chapter 2");
    assert_eq!(listed, ["chapter 2", "The clay"]);
}
