//! The verdict on a quotation, wherever its buttons lead: it stands above what was checked, and
//! above nothing else.

use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::memory::state::State;
use pullquote::internals::reply::press::Outcome;

use crate::pure::{SETTING, library, press, request};

const STORY: &str = "\
# The Ferry

## Morning

Nobody swam at Holm on Sundays. The ferry lay at the pier and was painted blue by two brothers.

## Noon

Isolde came on a Tuesday. She had forty-two geese with her, and the geese were sold to the abbot.

## Evening

The lamps were lit one after the other. The abbot counted his crowns until somebody knocked.
";

/// What is shown after a press on the button with this on it.
fn pressed(
    library: &pullquote::internals::index::Library,
    shown: &Message,
    label: &str,
) -> Message {
    let mut buttons = shown.buttons();
    let button = buttons.find(|button| button.label.contains(label));
    let (action, state) = State::decode(&button.expect(label).custom_id).unwrap();
    let press = press(action, state, None, shown.clone(), "");
    match press.outcome(library, Effort::default()).unwrap() {
        Outcome::Update(message) | Outcome::Send(message) => message,
        other => panic!("{other:#?}"),
    }
}

#[test]
fn a_verdict_stands_above_what_was_checked_and_above_nothing_else() {
    let library = library(&[("ferry.md", STORY)]);
    let here = "Isolde came on a Tuesday.";
    let away = "The moon is made of old cheese.";
    let nearly = "She had forty-two hens with her";
    let cases = [
        (here.to_owned(), "✅ **Word for word**"),
        (nearly.to_owned(), "🟡 **Almost**: 1 place differs"),
        (
            "and so my brother told me that Isolde came on a Tuesday, she had forty-two geese, and I laughed all night"
                .into(),
            "🟡 **Only in part**: what is struck out is not in the text.",
        ),
        (
            format!("“{here}” and “{nearly}”"),
            "🟡 **2 quotations**: ✅ 1 · 🟡 1",
        ),
        (
            format!("“{here}” and “{away}”"),
            "❌ **Not all of it is in these texts**",
        ),
        (
            format!("“{away}” and “{here}”"),
            "❌ **Not all of it is in these texts**",
        ),
        (
            format!("“{away}” and “{nearly}”"),
            "❌ **Not all of it is in these texts**",
        ),
    ];
    for (quotation, verdict) in cases {
        let checked = request("Check this quote", &quotation, None, None);
        let checked = checked.reply(&library, SETTING, Effort::default()).unwrap();
        assert!(checked.content.starts_with(verdict), "{}", checked.content);

        let context = pressed(&library, &checked, "Show context");
        let wider = pressed(&library, &context, "More");
        for shown in [&context, &wider] {
            let text = &shown.content;
            let above = text.lines().next();
            assert_eq!(above, Some(verdict), "{quotation}: {text}");
            assert_eq!(
                text.matches(['✅', '🟡', '❌']).count(),
                verdict.matches(['✅', '🟡', '❌']).count(),
                "{text}"
            );
        }

        for turn in ["Back", "Next"] {
            let turned = pressed(&library, &context, turn);
            let text = &turned.content;
            assert!(!text.contains(['✅', '🟡', '❌']), "{quotation}: {text}");
        }
    }
}
