//! Pages: what a reader sees of them, without what sites, wikis and converters put around the text.

use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

use crate::support::{outline, read};

/// The paragraphs of a page with this body.
pub fn paragraphs(body: &str) -> Vec<String> {
    let page = format!("<!DOCTYPE html><meta charset=utf-8><title>x</title><body>{body}</body>");
    let document = read("page.html", page.as_bytes());
    let blocks = document.blocks.iter();
    blocks
        .map(|block| document.text[block.range.clone()].to_owned())
        .collect()
}

/// Each of these bodies has these paragraphs.
pub fn check(cases: &[(&str, &[&str])]) {
    for (body, expected) in cases {
        assert_eq!(paragraphs(body), *expected, "{body}");
    }
}

#[test]
fn two_line_breaks_part_paragraphs_and_one_parts_lines() {
    check(&[
        ("One<br>two.<br><br>Three.", &["One\ntwo.", "Three."]),
        ("One.<br>\n<br />\n&nbsp;<br>Two.", &["One.", "Two."]),
        ("<p>One.<br><br><br>Two.</p>", &["One.", "Two."]),
        ("<ul><li>One.<br><br>Two.</ul>", &["• One.", "Two."]),
        ("<pre>One.<br><br>Two.</pre>", &["One.\n\nTwo."]),
    ]);
    let title = read("x.html", b"<h1>The<br><br>Light</h1><p>It began.");
    assert_eq!(title.title, "The Light");
}

#[test]
fn items_of_a_list_have_the_numbers_that_a_browser_shows() {
    check(&[
        ("<ol type=a><li>One.<li>Two.</ol>", &["a. One.", "b. Two."]),
        (
            "<ol type=I start=3><li>One.<li value=9>Two.</ol>",
            &["III. One.", "IX. Two."],
        ),
        (
            "<ol style='list-style-type: lower-roman'><li>One.</ol>",
            &["i. One."],
        ),
        (
            "<ol reversed><li>One.<li>Two.</ol>",
            &["2. One.", "1. Two."],
        ),
        (
            "<ol><li>One.<ol type=A><li>Inner.</ol><li>Two.</ol>",
            &["1. One.", "A. Inner.", "2. Two."],
        ),
        ("<li>Alone.", &["• Alone."]),
    ]);
}

#[test]
fn a_formula_stands_once_and_says_what_it_says() {
    let math = |inner: &str| format!("<p>x <math>{inner}</math> y</p>");
    let cases = [
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "1 1/2"),
        (
            "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>",
            "(a+b)/c",
        ),
        ("<mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "mc²"),
        ("<msup><mi>e</mi><mi>x</mi></msup>", "e^x"),
        ("<msub><mi>x</mi><mn>12</mn></msub>", "x₁₂"),
        ("<msubsup><mi>x</mi><mi>k</mi><mn>2</mn></msubsup>", "x_k²"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
            "∑_(i=1)ⁿi",
        ),
        ("<mover><mi>v</mi><mo>→</mo></mover>", "v→"),
        ("<msqrt><mn>2</mn></msqrt>", "√2"),
        ("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "√(a+b)"),
        (
            "<semantics><mi>a</mi><annotation encoding=\"application/x-tex\">\\frac</annotation></semantics>",
            "a",
        ),
    ];
    for (inner, expected) in cases {
        assert_eq!(
            paragraphs(&math(inner)),
            [format!("x {expected} y")],
            "{inner}"
        );
    }

    // A wiki hides the formula behind its picture.
    let wiki = "<p>x <span class=\"mwe-math-mathml-inline\" style=\"display: none;\"><math><mi>a</mi></math></span><img alt=\"a\"></p>";
    check(&[
        (wiki, &["x a"]),
        (
            "<p>10<sup>6</sup> and the 1<sup>st</sup> of H<sub>2</sub>O</p>",
            &["10⁶ and the 1st of H2O"],
        ),
    ]);
}

#[test]
fn what_is_put_around_a_text_is_not_read() {
    check(&[
        (
            "<div id=siteSub>From Islandwiki</div><p>It began.",
            &["It began."],
        ),
        (
            "<p>It began.<div class=printfooter>Retrieved from x</div><div id=catlinks>Categories: x</div>",
            &["It began."],
        ),
        (
            "<p>It began.<sup class=\"noprint Inline-Template\">[<i>citation needed</i>]</sup>",
            &["It began."],
        ),
        (
            "<a class=mw-jump-link href=\"#a\">Jump to navigation</a><p>It began.",
            &["It began."],
        ),
        (
            "<ol class=references><li><span class=mw-cite-backlink><b><a href=\"#a\">^</a></b></span> Moe, 1950",
            &["1. Moe, 1950"],
        ),
        ("<p>It began.<a href=\"#fnref1\">↩︎</a></p>", &["It began."]),
        (
            "<p>It began.<a href=\"page#r1\" class=x>[↑]</a></p>",
            &["It began."],
        ),
        (
            "<p>It began. <a href=\"#top\">The top</a></p>",
            &["It began. The top"],
        ),
        (
            "<p>It began.<a role=doc-backlink href=\"#x\">back</a></p>",
            &["It began."],
        ),
        ("<p><a href=x>↑</a> points up", &["↑ points up"]),
    ]);
}

#[test]
fn what_reviewers_wrote_and_struck_out_is_not_read() {
    check(&[
        (
            "<p>It burns.<sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup><p>It glows.<a href='#cmnt2' id=cmnt_ref2>[b]</a>\
             <div><p><a href='#cmnt_ref1' id=cmnt1>[a]</a><span>Secret.</span></p><p>More of it.</p></div>\
             <p> <a href='#cmnt_ref2' id=cmnt2>[b]</a> Secret.</p>",
            &["It burns.", "It glows."],
        ),
        (
            "<p>It burns.<span class=MsoCommentReference><a href='#_msocom_1'>[A1]</a></span>\
             <div style='mso-element: comment-list'><div class=msocomtxt><p class=MsoCommentText>Secret.</div></div>",
            &["It burns."],
        ),
        (
            "<p>It burns.<div style='MSO-ELEMENT:comment'><p>Secret.</div><p class=MsoCommentText>Secret.",
            &["It burns."],
        ),
        (
            "<p><a style='mso-comment-reference:AB_1;mso-comment-date:2024'>It burns.</a>",
            &["It burns."],
        ),
        (
            "<p>It <del cite='mailto:x'>smokes</del> burns, <del datetime=x>not </del>now.",
            &["It burns, now."],
        ),
        (
            "<p>It <del>smokes</del> <ins>burns</ins> <ins>well</ins><del>badly</del>.",
            &["It burns well."],
        ),
        (
            "<p>It <del>burns</del> and <s>glows</s>.",
            &["It burns and glows."],
        ),
        (
            "<p>See <a href='#cmnt' id=c>the comment</a>, <a href='#cmnt1'>here</a>.",
            &["See the comment, here."],
        ),
    ]);
}

#[test]
fn what_sites_and_archives_put_around_a_text_is_not_read() {
    check(&[
        (
            "<article><p>It burns.<div class='sharedaddy sd-sharing'><h3>Share this:</h3></div>\
             <div id=jp-relatedposts class=jp-relatedposts><h3>Related</h3></div>\
             <footer class=entry-footer><span class=cat-links>Posted in x</span></footer></article>\
             <div id=comments class=comments-area><h2>2 thoughts</h2><p>Fool.</div>",
            &["It burns."],
        ),
        (
            "<div class=chatlog__message-aside><div class=chatlog__short-timestamp>20:12</div></div>\
             <div class=chatlog__reply><div>Per</div><div>Does it burn?</div></div>\
             <div class=chatlog__content>It burns. <span class=chatlog__edited-timestamp>(edited)</span></div>\
             <div class=chatlog__reactions><span>3</span></div><div class=postamble>Exported 1 message(s)</div>",
            &["It burns."],
        ),
        (
            "<div role=dialog>We use cookies.</div><p>It burns.<div class=ad>Advertisement</div>",
            &["It burns."],
        ),
        (
            "<div class=js-voting-container>22</div><p>It burns.<div class=js-post-menu><a>Share</a></div><div class=comments>Thanks!</div>",
            &["It burns."],
        ),
        (
            "<section id=comments class=section><p>It burns, in <span class=ad>AD</span> 1911.</section>",
            &["It burns, in AD 1911."],
        ),
        (
            "<p>It burns.<div class='licenseContainer licenseBanner'>This work is in the public domain.</div>",
            &["It burns."],
        ),
        (
            "<p>灯台。<span class=notes>［＃「台」に傍点］</span><span class=notes>注</span><div class=bibliographical_information>底本：「全集」</div><div class=notation_notes>表記</div><div><a id=goAZLibCard>●図書カード</a></div>",
            &["灯台。注"],
        ),
        (
            "<div id=preface><p class=message>Posted originally on the Archive.</p><p>Summary</p></div><p class=message>It burns.",
            &["Summary", "It burns."],
        ),
        (
            "<dialog>Secret.</dialog><dialog open>Seen.</dialog>",
            &["Seen."],
        ),
        (
            "<p class=MsoToc1><a href='#t'>Chapter 1.... 1</a><p class=MsoListParagraph><span style='mso-list:Ignore'>(a)<span>&nbsp;&nbsp; </span></span>Oil<p><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Wick",
            &["(a) Oil", "• Wick"],
        ),
        (
            "<p>It burns.<div class=ad-slot>Advertisement</div><p class=button-wrapper><a class=button>Subscribe</a>\
             <div class=author-box><h4>About Anna</h4></div><span class=linenos>1</span>",
            &["It burns."],
        ),
        (
            "<div id=wm-ipp-base><div>12 captures</div></div><div class=nav-buttons><a>Next</a></div><p>It burns.",
            &["It burns."],
        ),
        (
            "<div class='pull_left userpic_wrap'><div class=initials>AB</div></div><p>It burns.<div class=ws-noexport>← Preface</div><a class=wprm-recipe-jump>Jump</a>",
            &["It burns."],
        ),
    ]);
}

#[test]
fn labels_beside_each_other_are_words_of_their_own() {
    check(&[
        (
            "<div><label>Linux</label><label>Windows</label></div>",
            &["Linux Windows"],
        ),
        (
            "<div><label>Name</label><input><label>City</label></div>",
            &["Name City"],
        ),
        ("<p>In <time>May</time><time>June</time>", &["In May June"]),
        (
            "<p><a class=btn>Buy</a><a class=btn>Sell</a>",
            &["Buy Sell"],
        ),
        ("<p>light<time>house</time>s", &["lighthouses"]),
    ]);
}

#[test]
fn a_page_is_called_what_it_is_called_without_its_site() {
    let check = |head: &str, body: &str, title: &str, author: Option<&str>| {
        let page = format!("<meta charset=utf-8>{head}<body>{body}<p>It burns.");
        let document = read("x.html", page.as_bytes());
        assert_eq!(
            (document.title.as_str(), document.author.as_deref()),
            (title, author),
            "{head}{body}"
        );
    };

    let two = "<h1>The Lamp</h1><p>Oil.<h1>The Gull</h1>";
    check("", "<p class=MsoTitle>The Lamp</p>", "The Lamp", None);
    check(
        "<title>The Lamp. A story | by Anna | Medium</title><meta property=og:title content='The Lamp'>",
        two,
        "The Lamp",
        None,
    );
    check(
        "<title>The Lamp - Island News</title>",
        two,
        "The Lamp",
        None,
    );
    check(
        "<title>Island News | The Lamp</title>",
        two,
        "The Lamp",
        None,
    );
    check(
        "<title>Sandholm - a story</title>",
        two,
        "Sandholm - a story",
        None,
    );
    check(
        "<title>The Lamp</title><meta property=og:title content='Home'>",
        "<h2>Oil</h2>",
        "The Lamp",
        None,
    );
    check(
        "<meta property=og:title content='The Lamp'>",
        "<h2>Oil</h2>",
        "The Lamp",
        None,
    );
    check(
        "<title>Berg The Lamp</title><meta name=DC.Title content='The Lamp'><meta name=DC.Creator content='Anna Berg'>",
        "<h2>Oil</h2>",
        "The Lamp",
        Some("Anna Berg"),
    );
    check(
        "",
        "<p class='c1 title'>The Lamp</p><h1>One</h1><p>Oil.</p><h1>Two</h1>",
        "The Lamp",
        None,
    );
    check(
        "<title>The Lamp - anna - Sandholm</title>",
        "<p>Rating<h1>The Lamp</h1><div>by <a rel=author>anna</a></div>",
        "The Lamp",
        Some("anna"),
    );
    check(
        "<title>The Lamp</title>",
        "<h1>The Lamp</h1><h2 class=author>Anna</h2>",
        "The Lamp",
        None,
    );

    let named = read(
        "x.html",
        b"<h1>The Lamp</h1><h2 class=author>Anna</h2><h2>One</h2><p>It burns.",
    );
    assert_eq!(outline(&named), [(String::new(), 1), ("One".to_owned(), 1)]);
}

#[test]
fn the_licence_of_project_gutenberg_is_not_read() {
    let book = "<h2>CHAPTER I</h2><p>It began.</p>";
    let frames = [
        (
            "<pre>The Project Gutenberg EBook of The Light, by A. Nonym\n\nThis eBook is for anyone.\n\n*** START OF THIS PROJECT GUTENBERG EBOOK THE LIGHT ***\n\nProduced by Nobody\n</pre>",
            "<pre>End of the Project Gutenberg EBook of The Light, by A. Nonym\n\n*** END OF THIS PROJECT GUTENBERG EBOOK THE LIGHT ***\n\nDonate.</pre>",
        ),
        (
            "<p>The Project Gutenberg eBook of The Light *** START OF THE PROJECT GUTENBERG EBOOK THE LIGHT ***</p>",
            "<p>*** END OF THE PROJECT GUTENBERG EBOOK THE LIGHT ***</p><h2>THE FULL PROJECT GUTENBERG LICENSE</h2><p>Donate.</p>",
        ),
        (
            "<section id=pg-header class=\"pg-boilerplate pgheader\"><h2>The Project Gutenberg eBook</h2></section>",
            "<section id=pg-footer>Donate.</section>",
        ),
    ];
    for (before, after) in frames {
        let page = format!(
            "<title>The Project Gutenberg eBook of The Light, by A. Nonym</title><body>{before}{book}{after}"
        );
        let document = read("x.html", page.as_bytes());
        assert_eq!(document.text.trim(), "CHAPTER I\n\nIt began.", "{before}");
        assert_eq!(
            outline(&document),
            [("CHAPTER I".to_owned(), 1)],
            "{before}"
        );
    }

    let page = format!(
        "<title>The Project Gutenberg eBook of The Light, by A. Nonym</title><body>{}{book}{}",
        frames[0].0, frames[0].1
    );
    let document = read("x.html", page.as_bytes());
    assert_eq!(
        (document.title.as_str(), document.author.as_deref()),
        ("The Light", Some("A. Nonym"))
    );
}

#[test]
fn a_page_is_read_in_its_own_encoding() {
    let check = |head: &str, encoding: &'static encoding_rs::Encoding, text: &str| {
        let page = format!("<html><head>{head}</head><body><p>{text}</p>");
        let (bytes, ..) = encoding.encode(&page);
        let document = read("x.html", &bytes);
        assert!(document.text.contains(text), "{head}: {}", document.text);
    };

    let russian = "Смотрительницу звали Анна.";
    check(
        "<script src=x charset=\"utf-8\"></script><meta charset=\"windows-1251\">",
        WINDOWS_1251,
        russian,
    );
    check(
        "<!-- encoding=utf-8 --><meta content=\"text/html; charset=windows-1251\" http-equiv=Content-Type>",
        WINDOWS_1251,
        russian,
    );
    check(
        &format!(
            "<style>{}</style><meta charset=windows-1251>",
            "p {} ".repeat(2000)
        ),
        WINDOWS_1251,
        russian,
    );
    // What a page says is often wrong.
    check(
        "<meta charset=utf-8>",
        WINDOWS_1251,
        "Смотрительницу маяка звали Анна Берг, и она жила на скале.",
    );
    check(
        "<meta charset=utf-8>",
        WINDOWS_1252,
        "Le café était fermé, dit-elle.",
    );
}
