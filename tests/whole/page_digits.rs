//! Numbers of pages: what is raised, part of a fraction, or the mark of a note is no part of the
//! number before it.

use crate::web_pages::{check, paragraphs};

#[test]
fn digits_that_a_style_raises_are_no_part_of_the_number_before() {
    check(&[
        (
            "<style>.c5{vertical-align:super}</style><p>There were 10<span class=c5>6</span> ships.",
            &["There were 10⁶ ships."],
        ),
        (
            "<style>.entry p .up{vertical-align:super;font-size:.6em}</style><div class=entry><p>10<span class=up>6</span> ships.</div>",
            &["10⁶ ships."],
        ),
        (
            "<p><sup>1</sup>The lamp is lit, <sup>2</sup>and <sup>14</sup>C is old. <sup>3</sup>He saw it.",
            &["1 The lamp is lit, 2 and 14C is old. 3 He saw it."],
        ),
        (
            "<p>10<span style='vertical-align: super'>3</span> boats, 5 m<small style='vertical-align:super'>2</small>.",
            &["10³ boats, 5 m²."],
        ),
        (
            "<p>10<span style='position:relative;top:-0.4em;font-size:70%'>4</span> and 10<span style='vertical-align:3px;font-size:8px'>5</span>.",
            &["10⁴ and 10⁵."],
        ),
        (
            "<p>19<span style='vertical-align:1px'>11</span> and 19<span style='position:relative;top:-1px'>12</span>.",
            &["1911 and 1912."],
        ),
        (
            "<p>Burnt oil.<span style='vertical-align:super'>1</span> In 1911<span style='vertical-align:super'><a href='#n2'>2</a></span>.",
            &["Burnt oil. In 1911."],
        ),
        (
            "<p>1<span style='vertical-align:super'>1</span>/<span style='vertical-align:sub'>2</span> miles, the 1<b style='vertical-align:super'>st</b>.",
            &["1 1/2 miles, the 1st."],
        ),
        (
            "<style>p,td{vertical-align:super}</style><p>12<table><tr><td>12<td>13</table>",
            &["12", "12 13"],
        ),
    ]);
}

#[test]
fn fractions_whose_bar_is_only_read_aloud_are_fractions() {
    let bar = |sign: &str| format!("<span class=sr-only>{sign}</span>");
    let (plus, slash) = (bar("+"), bar("/"));
    let (one, two) = ("<span class=num>1</span>", "<span class=den>2</span>");
    let cases = [
        (
            format!("<span class=frac>5{plus}{one}&frasl;{two}</span> inches"),
            "5 1⁄2 inches",
        ),
        (
            format!("<span class=sfrac>{one}{slash}{two}</span> m"),
            "1/2 m",
        ),
        (
            format!("<span class=sfrac>5{plus}<span>{one}{slash}{two}</span></span> ft"),
            "5 1/2 ft",
        ),
        (format!("5{one}{two} ft"), "5 1/2 ft"),
        (format!("<i>a</i>{slash}<i>b</i>"), "a/b"),
        (format!("5{plus}<sup>1</sup>{slash}<sub>2</sub>"), "5 1/2"),
        (format!("12{}<sup>99</sup>", bar(".")), "12.⁹⁹"),
        (format!("19{}11", bar("and")), "19 11"),
        (format!("19{} 11", bar("and")), "19 11"),
        ("1<span aria-hidden=true>⁄</span>2".to_owned(), "1⁄2"),
        (format!("The{}lamp", bar("x")), "Thelamp"),
        (format!("{slash}lamp{slash}"), "lamp"),
    ];
    for (inner, expected) in cases {
        assert_eq!(
            paragraphs(&format!("<p>{inner}</p>")),
            [expected],
            "{inner}"
        );
    }
}

#[test]
fn a_link_that_touches_a_word_or_number_is_the_mark_of_a_note() {
    let note = "<p id=f3><a href='#r3'>3.</a> Note.";
    let check = |inner: &str, expected: &str| {
        let found = paragraphs(&format!("<p>{inner}</p>{note}"));
        assert_eq!(found, [expected, "3. Note."], "{inner}");
    };
    check("In 1911<a class=footnote href='#f3'>3</a>.", "In 1911.");
    check("In 1911<a href='notes#f3'>3</a>.", "In 1911.");
    check(
        "In 1911<b><a href='#f3'>3</a></b>,<a href='#f4'>4</a> oil.",
        "In 1911, oil.",
    );
    check(
        "In 1911<a href='#f3'>3</a><a href='#f4'>4</a> oil.",
        "In 1911 oil.",
    );
    check("It ended in 1911.<a href='#f3'>3</a>", "It ended in 1911.");
    check(
        "It ended in 1911.<a id=r3 href='notes#f3'>3</a>",
        "It ended in 1911.",
    );
    check("Burnt OIL”<a name=r3 href='notes#f3'>3</a>", "Burnt OIL”");
    check(
        "The LAMP”<span id=r3><a href='notes#f3'>3</a></span>",
        "The LAMP”",
    );
    check(
        "The lamp<a href='#f3'>3</a> and oil<a href='#none'>3</a>",
        "The lamp and oil3",
    );
    check(
        "Of lamps<a id=r3 href='notes#n'>*</a> and oil.",
        "Of lamps and oil.",
    );
    check(
        "See John 2:<a href='#f3'>3</a>, 4,<a href='#f3'>3</a>.",
        "See John 2:3, 4,3.",
    );
    check(
        "See p.<a href='#f3'>3</a>, No.<a href='#f3'>3</a>.",
        "See p.3, No.3.",
    );
    check("In <a href='#f3'>3</a> days.", "In 3 days.");
    check("<a href='#f1'>1</a><a href='#f3'>3</a> turn.", "13 turn.");
}
