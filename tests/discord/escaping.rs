//! Whatever stands in a text is displayed as it stands there.

use crate::display::displayed;
use proptest::prelude::*;
use pullquote::internals::render::discord::markdown::{
    count_units, cut_to_units, embolden, escape, to_plain_line, unescape,
};
use pullquote::internals::render::discord::page::split_into_pages;
use pullquote::internals::sentences;

/// Everything that Discord's Markdown knows, as a text may hold it.
const HOSTILE: &[&str] = &[
    "# heading",
    "## heading\n### heading\n-# small",
    "- list\n* list\n+ list\n  - inner\n1. one\n 12. twelve",
    "> quote\n>>> quote",
    "*a* **b** ***c*** _d_ __e__ ~~f~~ ||g|| `h` ``i`` ```rust\nj\n```",
    "[masked](https://example.org/a_b_c)",
    "<https://example.org> https://example.org/a_b_c?d=*e* http://x.y",
    "discord.gg/abc https://discord.gg/abc",
    "<@123> <@!123> <@&123> <#123> </ask:123> <id:customize>",
    "<:emoji:123> <a:emoji:123> :smile: :thumbsup::skin-tone-2:",
    "<t:1700000000> <t:1700000000:R>",
    "@everyone @here",
    r"\ \\ \* \_ ¯\_(ツ)_/¯ C:\dir\*.txt",
    "a\u{200b}b\u{200d}c\u{202e}d\u{2066}e\u{feff}f",
    "\u{200b}# x\n\u{feff}- y",
    "snake_case_name 2 * 3 * 4 a|b||c 5 < 6 > 4",
    "\r\n- x\r\n# y\r\n",
    "1958. It was cold.\n1959) too",
];

#[test]
fn hostile_text_is_displayed_as_it_is() {
    for text in HOSTILE {
        assert_eq!(
            displayed(&escape(text)).as_deref(),
            Ok(*text),
            "{}",
            escape(text)
        );
        assert_eq!(unescape(&escape(text)), *text);
    }
}

/// Text made of what is dangerous, of ordinary letters, and of anything.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(HOSTILE).prop_map(str::to_owned),
        "[ \\n#>*_~`|<@:/.()\\[\\]\\\\+0-9a-z-]{0,12}",
        "\\PC{0,8}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_displayed_as_it_is(text in any_text()) {
        prop_assert_eq!(displayed(&escape(&text)), Ok(text.clone()));
        prop_assert_eq!(unescape(&escape(&text)), text);
    }

    #[test]
    fn bold_changes_nothing_of_what_is_displayed(text in any_text(), a: prop::sample::Index, b: prop::sample::Index) {
        let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (a, b) = (edges[a.index(edges.len())], edges[b.index(edges.len())]);
        let range = a.min(b)..a.max(b);
        let bold = embolden(&text, std::slice::from_ref(&range));
        prop_assert_eq!(displayed(&bold), Ok(text));
    }

    #[test]
    fn pages_hold_every_sentence_and_mark_every_cut(text in any_text(), long in 0usize..3, room in 20usize..300) {
        let text = format!("{text} {} {text}", "long".repeat(long * 200));
        let all = sentences(&text, 0..text.len(), pullquote::internals::Language::English);
        let pages = split_into_pages(&text, &all, room);
        prop_assert!(pages.iter().all(|page| count_units(&escape(&text[page.range.clone()])) <= room));
        let mut edges = pages.windows(2);
        prop_assert!(edges.all(|w| w[0].range.end <= w[1].range.start
            && text[w[0].range.end..w[1].range.start].trim().is_empty()));
        let outer = |range: std::ops::Range<usize>| text[range].trim().is_empty();
        match (pages.first(), pages.last()) {
            (Some(first), Some(last)) => {
                prop_assert!(outer(0..first.range.start) && outer(last.range.end..text.len()));
            }
            _ => prop_assert!(all.is_empty()),
        }
        for page in &pages {
            prop_assert_eq!(page.cut.before, !all.iter().any(|s| s.range.start == page.range.start && !s.cut.before));
            prop_assert_eq!(page.cut.after, !all.iter().any(|s| s.range.end == page.range.end && !s.cut.after));
        }
    }

    #[test]
    fn names_are_short_and_in_one_line(text in any_text(), max in 1usize..120) {
        let name = cut_to_units(&to_plain_line(&text), max);
        let in_one_line = !name.contains(['\n', '\r', '\u{202e}']);
        prop_assert!(count_units(&name) <= max && in_one_line);
    }
}

#[test]
fn lengths_are_counted_in_utf_16() {
    assert_eq!(
        (
            count_units("a"),
            count_units("é"),
            count_units("€"),
            count_units("🦀")
        ),
        (1, 1, 1, 2)
    );
    assert_eq!(cut_to_units("🦀🦀🦀", 5), "🦀🦀…");
    assert_eq!(cut_to_units("one two three", 9), "one two…");
}
