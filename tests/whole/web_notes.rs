//! Pages: notes that stand in the middle of a sentence, and what programs put around a page.

use crate::support::read;
use crate::web_pages::{check, paragraphs};

#[test]
fn a_note_within_a_sentence_stands_behind_its_paragraph() {
    let latexml = |mark: &str, text: &str| {
        format!(
            "<span class='ltx_note ltx_role_footnote'><sup class=ltx_note_mark>{mark}</sup><span class=ltx_note_outer><span class=ltx_note_content><sup class=ltx_note_mark>{mark}</sup><span class='ltx_tag ltx_tag_note'>{mark}</span>{text}</span></span></span>"
        )
    };
    let (first, second) = (latexml("1", "At six."), latexml("2", "Or 1912."));
    let tufte = |text: &str| {
        format!(
            "<label for=sn class='margin-toggle sidenote-number'></label><input type=checkbox id=sn class=margin-toggle><span class=sidenote>{text}</span>"
        )
    };
    let marginal =
        "<label class=margin-toggle>&#8853;</label><span class=marginnote>At six.</span>";

    for (body, expected) in [
        (
            format!("<p>She wound it{first} in 1911{second}. So.</p><p>He slept.</p>"),
            &["She wound it in 1911. So.", "At six.", "Or 1912.", "He slept."][..],
        ),
        (
            format!("<p>She wound it{} in 1911.</p><p>He slept.</p>", tufte("At <i>six</i>.")),
            &["She wound it in 1911.", "At six.", "He slept."],
        ),
        (
            format!("<ul><li>She wound it{marginal} in 1911.<li>He slept.</ul>"),
            &["• She wound it in 1911.", "At six.", "• He slept."],
        ),
        (
            format!("<div>She wound it {marginal}in 1911.<p>He slept.</p></div>"),
            &["She wound it in 1911.", "At six.", "He slept."],
        ),
        (
            format!("<div>She {marginal}wound it{second}.</div>"),
            &["She wound it.", "At six.", "Or 1912."],
        ),
        (
            "<p>She wound it<span class=footnote>At six, <span class=footnote>or so, as they say</span> it is said.</span> daily.</p>".to_owned(),
            &["She wound it daily.", "At six, it is said.", "or so, as they say"],
        ),
        // only a mark, or a word
        ("<p>She wound<span class=sidenote>1</span> it.</p>".to_owned(), &["She wound1 it."]),
    ] {
        assert_eq!(paragraphs(&body), expected, "{body}");
    }

    let thanks = "<span class='ltx_note ltx_role_thanks'><sup class=ltx_note_mark>†</sup><span class=ltx_note_outer><span class=ltx_note_content><span class=ltx_note_type>thanks: </span>Funded by Nils.</span></span></span>";
    let page = format!("<article><h1>On Lamps{thanks}</h1><p>They burn.</p></article>");
    let document = read("x.html", page.as_bytes());
    assert_eq!(document.title, "On Lamps");
    let blocks = document
        .blocks
        .iter()
        .map(|block| &document.text[block.range.clone()]);
    assert_eq!(
        blocks.collect::<Vec<_>>(),
        ["Funded by Nils.", "They burn."]
    );
}

#[test]
fn pages_of_programs_are_read_without_their_frame_and_with_their_abstract() {
    check(&[
        (
            "<header id=title-block-header><h1 class=title>x</h1><p class=subtitle>A story</p><div class=abstract><p>It tells all.</p></div></header><h2>One</h2><p>It burns.</p>",
            &["A story", "It tells all.", "It burns."],
        ),
        (
            "<header><a href=/>My site</a><p>Notes of a keeper.</p></header><p>It burns.</p>",
            &["It burns."],
        ),
        (
            "<div class=navheader><a href=a>Back</a></div><ul class=docnav><li><a href=b>Next</a></ul><p>It burns.</p><div class=navfooter>2. Next</div>",
            &["It burns."],
        ),
        (
            "<p>It burns.</p><div id=footer><div id=footer-text>Version 1.0<br>Last updated 2024</div></div>",
            &["It burns."],
        ),
        (
            "<p>It burns.</p><div class=subscription-widget-wrap><p>Subscribe for free.</p></div>",
            &["It burns."],
        ),
    ]);
}

#[test]
fn no_stop_stays_of_the_number_of_a_note() {
    check(&[
        (
            "<p>It burns.</p><div class=footnotes><p><a href='#r1' class=footnote-back>1</a>. At six.</p></div>",
            &["It burns.", "At six."],
        ),
        (
            "<p><b></b>. . . and it burns.</p><p>It is <code>.env</code>. Yes.</p>",
            &[". . . and it burns.", "It is .env. Yes."],
        ),
    ]);
}

#[test]
fn notes_without_end_take_no_longer_than_their_length() {
    let began = std::time::Instant::now();
    for note in [
        "<span class=sidenote>At six.</span> It burns. ",
        "<p>It<span class=sidenote>At six.</span> burns.",
        "<span class=sidenote>At six.",
        "<b><span class=ltx_note>At six.</span>",
    ] {
        assert!(!paragraphs(&note.repeat(20_000)).is_empty());
    }
    assert!(began.elapsed() < std::time::Duration::from_secs(60));
}
