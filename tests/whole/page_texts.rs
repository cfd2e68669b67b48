//! Pages: what stands in two dimensions, beside the text, or only in a style sheet, and still is a
//! part of it; and what looks like text and is none.

use crate::support::{outline, read};
use crate::web_pages::{check, paragraphs};

#[test]
fn a_formula_of_many_parts_says_what_it_says() {
    let row = |cells: [&str; 2]| {
        let cell = |cell: &str| format!("<mtd>{cell}</mtd>");
        format!("<mtr>{}</mtr>", cells.map(cell).concat())
    };
    let [one, two] = [["<mn>1</mn>", "<mn>2</mn>"], ["<mn>3</mn>", "<mn>4</mn>"]].map(row);
    let matrix = format!("<mtable>{one}{two}</mtable>");
    let [first, second] = [
        ["<mi>x</mi>", "<mo>=</mo><mn>1</mn>"],
        ["<mi>y</mi>", "<mo>=</mo><mn>2</mn>"],
    ]
    .map(row);

    let cases = [
        ("<mroot><mi>x</mi><mn>3</mn></mroot>".to_owned(), "³√x"),
        (
            "<mroot><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mi>k</mi></mroot>".to_owned(),
            "k√(x+1)",
        ),
        (matrix.clone(), "(1, 2; 3, 4)"),
        (format!("<mo>(</mo>{matrix}<mo>)</mo>"), "(1, 2; 3, 4)"),
        (
            format!("<mrow><mo>[</mo><mrow>{matrix}</mrow><mo>]</mo></mrow>"),
            "[1, 2; 3, 4]",
        ),
        (
            format!("<mi>f</mi><mo>=</mo><mo>{{</mo>{matrix}"),
            "f={1, 2; 3, 4",
        ),
        (format!("<mtable>{first}{second}</mtable>"), "x=1; y=2"),
        (
            "<mfenced><mn>1</mn><mn>2</mn></mfenced>".to_owned(),
            "(1, 2)",
        ),
        (
            "<mfenced open='[' close='[' separators='|'><mi>a</mi><mi>b</mi></mfenced>".to_owned(),
            "[a|b[",
        ),
        (
            "<mo>(</mo><mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>".to_owned(),
            "(n¦k)",
        ),
        (
            "<mfrac linethickness='2px'><mn>1</mn><mn>2</mn></mfrac>".to_owned(),
            "1/2",
        ),
        (
            "<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>".to_owned(),
            "sin x",
        ),
        ("<mn>2</mn><mo>&#x2062;</mo><mi>x</mi>".to_owned(), "2x"),
        (
            "<msup><mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow><mn>2</mn></msup>".to_owned(),
            "(a)²",
        ),
        ("<mover><mi>x</mi><mo>^</mo></mover>".to_owned(), "x\u{302}"),
        (
            "<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>"
                .to_owned(),
            "₆¹⁴C",
        ),
        ("<mi>a</mi>\n <mo>+</mo>\n <mi>b</mi>".to_owned(), "a+b"),
    ];
    for (inner, expected) in cases {
        let found = paragraphs(&format!("<p>x <math>{inner}</math> y</p>"));
        assert_eq!(found, [format!("x {expected} y")], "{inner}");
    }
    check(&[(
        "<p>Take 2<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> cups.",
        &["Take 2 1/2 cups."],
    )]);
}

#[test]
fn deep_formulas_are_read_in_time() {
    let begun = std::time::Instant::now();
    let deep = "<msup><mrow>".repeat(20_000) + "<mi>x</mi>";
    assert!(paragraphs(&format!("<p>Seen <math>{deep}</math>"))[0].starts_with("Seen"));
    assert!(begun.elapsed().as_secs() < 30);
}

#[test]
fn an_item_has_the_mark_that_the_style_asks_for() {
    check(&[
        (
            "<ol style='list-style:none'><li>§ 4 No fire.<li>§ 5 No dog.</ol>",
            &["§ 4 No fire.", "§ 5 No dog."],
        ),
        (
            "<ul style='list-style-type: none'><li>Plain.</ul>",
            &["Plain."],
        ),
        (
            "<style>/* x */ ol.a, .b {list-style-type: upper-alpha} ol {color: red}</style><ol class=a><li>One.</ol><ol class='x b'><li>Two.</ol><ol><li>Three.</ol>",
            &["A. One.", "A. Two.", "1. Three."],
        ),
        (
            "<style>ol.a{list-style:lower-roman} ol{list-style:none}</style><ol class=a><li>One.</ol><ol><li>Two.</ol>",
            &["i. One.", "Two."],
        ),
        (
            "<style>@media print {ol {list-style: none}} @import 'x'; #law{list-style: none}</style><ol><li>One.</ol><ol id=law><li>Two.</ol>",
            &["1. One.", "Two."],
        ),
        (
            "<style>ol.law{list-style-type:none} ol.law > li:before{content: counter(law, lower-latin) ') '}</style><ol class=law><li>One.<li>Two.</ol>",
            &["a) One.", "b) Two."],
        ),
        (
            "<style>.l-0>li:before{content:'(' counter(l-0,decimal) ') '} ol.l-0,ul.l-1{list-style-type:none} .l-1>li:before{content:'\\0025cf  '}\
             ul.l-2{list-style:none} ul.l-2 li::before{content:'\\f00c'} ul.l-3{list-style:none} ul.l-3 li::before{content:''}</style>\
             <ol class=l-0><li>One.<li>Two.</ol><ul class=l-1><li>Oil.</ul><ul class=l-2><li>Wick.</ul><ul class=l-3><li>Lamp.</ul>",
            &["(1) One.", "(2) Two.", "● Oil.", "• Wick.", "Lamp."],
        ),
        (
            "<ol><li style='list-style:none'>One.<li type=i>Two.</ol>",
            &["One.", "ii. Two."],
        ),
        ("<ol style='list-style: square'><li>One.</ol>", &["• One."]),
        (
            "<ul style='list-style: decimal'><li>One.</ul>",
            &["1. One."],
        ),
        (
            "<ul style='list-style-type: \"– \"'><li>One.</ul>",
            &["– One."],
        ),
        (
            "<ol style='list-style-type: cjk-ideographic' start=12><li>一。</ol>",
            &["十二、 一。"],
        ),
    ]);
}

#[test]
fn what_a_style_sheet_hides_is_not_read() {
    check(&[
        (
            "<style>.z{display:none}</style><p class=z>Secret.</p><p>Seen.</p>",
            &["Seen."],
        ),
        (
            "<p>Seen.</p><p class='a z'>Secret.</p><style>p.z { DISPLAY : None !important }</style>",
            &["Seen."],
        ),
        (
            "<style>#z{visibility:hidden}</style><div id=z><p>Secret.</div><p>Seen, not hidden.",
            &["Seen, not hidden."],
        ),
        (
            "<style>.z{display:none} .z.on{display:block}</style><p class='z on'>Seen.</p>",
            &["Seen."],
        ),
        (
            "<style>.z{display:none}</style><p class=z style='display:block'>Seen.</p>",
            &["Seen."],
        ),
        (
            "<style>@media print{.z{display:none}}</style><p class=z>Seen.</p>",
            &["Seen."],
        ),
        (
            "<style>@media screen{.y{color:red} @media all{.z{display:none}}} .x{display:none}</style>\
             <p class=z>Not.</p><p class=x>Nor this.</p><p class=y>Seen, and more of it to read.</p>",
            &["Seen, and more of it to read."],
        ),
        (
            "<style>.tip .more{display:none} #t .z{display:none} div.old>p{display:none} .b .c{visibility:hidden}</style>\
             <div id=t><p class=tip>Oil<i><span class=more>not shown</span></i> burns.<p class=z>Secret.</div>\
             <div class=old><p>Old.<div><p>Seen.</div></div><p class=c>Seen, too.<div class=b><i><b class=c>Gone.</b></i></div>",
            &["Oil burns.", "Seen.", "Seen, too."],
        ),
        // One group of elements in another, and of two rules the one that names more.
        (
            "<style>.a > .b .c > .d{display:none} .d{display:block} .e .f .d{display:none}</style>\
             <div class=a><div class=b><div class=b><div class=c><p class=d>Not.</div></div></div></div>\
             <div class=a><div><div class=b><div class=c><p class=d>Seen, for all that.</div></div></div></div>\
             <div class=f><div class=e><p class=d>Seen as well.</div></div>",
            &["Seen, for all that.", "Seen as well."],
        ),
        (
            "<style>.no-js .z{display:none}</style><div class=no-js><p class=z>Seen.</p></div>",
            &["Seen."],
        ),
        // Until a script has run nothing is shown.
        (
            "<style>.all{display:none} body{visibility:hidden}</style><div class=all><p>Seen.</div>",
            &["Seen."],
        ),
    ]);
}

#[test]
fn notes_and_boxes_beside_the_text_are_read() {
    check(&[
        (
            "<p>It burns.<a href='#n' role=doc-noteref>1</a></p><aside id=n role=doc-footnote><p>Oil.</aside>",
            &["It burns.", "Oil."],
        ),
        (
            "<p>It burns.<aside class='footnote brackets'><span><span class=fn-bracket>[</span><a role=doc-backlink href='#x'>1</a><span class=fn-bracket>]</span></span><p>Oil.</aside>",
            &["It burns.", "Oil."],
        ),
        (
            "<p>It burns.<div class=citation><span class=label><span class=fn-bracket>[</span><a role=doc-backlink href='#x'>MOE50</a><span class=fn-bracket>]</span></span><p>Oil.</div>",
            &["It burns.", "[MOE50]", "Oil."],
        ),
        (
            "<table class='docutils citation'><tr><td class=label><a class=fn-backref href='#x'>[MOE50]</a><td>Oil.</table>",
            &["[MOE50] Oil."],
        ),
        (
            "<table class='docutils footnote'><tr><td class=label><a class=fn-backref href='#x'>[1]</a><td>Oil.</table>",
            &["Oil."],
        ),
        (
            "<p>It burns.<aside class='Admonition x'>Wet.</aside>",
            &["It burns.", "Wet."],
        ),
        (
            "<p>It burns, see <a href='#box'>there</a>.<aside id=box>Oil.</aside>",
            &["It burns, see there.", "Oil."],
        ),
        (
            "<section><p>It burns.<aside class=sidebar>Oil.</aside></section>",
            &["It burns.", "Oil."],
        ),
        (
            "<p>It burns.<aside class='sidebar widget'>More pages</aside>",
            &["It burns."],
        ),
        (
            "<a href='#side'>Skip</a><p>It burns.<aside id=side>More pages</aside>",
            &["Skip", "It burns."],
        ),
        (
            "<p>See <a href='#n'>this</a>.<aside id=n hidden>Secret</aside>",
            &["See this."],
        ),
    ]);
}

#[test]
fn a_box_in_an_article_is_read_unless_it_is_about_something_else() {
    let check_box = |aside: &str, is_read: bool| {
        let page = format!(
            "<meta charset=utf-8><main><h1>Lamp</h1><p>Anna lit the lamp in the tower at six.{aside}</main>"
        );
        let text = read("x.html", page.as_bytes()).text;
        assert_eq!(text.contains("Take"), is_read, "{aside}: {text}");
    };

    let long =
        "of rape, and three wicks of cotton, and wash both in sea water before the sun is down";
    for read in [
        "<aside><p>Take oil LONG.</aside>",
        "<aside class=recipe id=side2 role=complementary><h3>Recipe</h3><p>Take <a href=x>oil</a>, LONG.</aside>",
        "<aside><p>Take care: Anna lit the lamp in the tower at six LONG.</aside>",
        "<aside><p>Oil LONG.<aside>Take a wick.</aside></aside>",
    ] {
        check_box(&read.replace("LONG", long), true);
    }
    for other in [
        "<aside class='c relatedPosts'><p>Take oil.</aside>",
        "<aside id=site-nav><p>Take oil.</aside>",
        "<aside aria-label='Share this'><p>Take oil.</aside>",
        "<aside><h2>More stories</h2><p>Take oil.</aside>",
        "<aside><a href=x>Take oil</a> <a href=y>Take a wick</a></aside>",
        "<aside>Take our letters.<form><input></form></aside>",
        "<aside><h3>You might also like</h3><p>Take oil LONG.</aside>",
        "<aside><p>Take oil LONG.<button>Subscribe</button></aside>",
        "<aside>Take oil.</aside>",
        "<aside hidden>Take oil.</aside>",
    ] {
        check_box(&other.replace("LONG", long), false);
    }
    check(&[
        (
            "<article><p>It burns, as Anna said then.<aside>“as Anna said then”</aside></article>",
            &["It burns, as Anna said then."],
        ),
        ("<p>It burns.<aside>More of it</aside>", &["It burns."]),
    ]);
}

#[test]
fn what_follows_a_box_stands_under_no_heading_of_it() {
    let long =
        "It is pressed of rape, and three wicks of cotton are washed in it before the sun is down.";
    for (name, level) in [
        ("aside", 3),
        ("aside class=tip", 3),
        ("aside", 2),
        ("div class='sidebar x'", 2),
    ] {
        let page = format!(
            "<main><h1>Light</h1><h2>Lamp</h2><p>It burns.<{name}><h{level}>Oil</h{level}><p>{long}</{}><p>Then.<h2>Gull</h2><p>It cries.</main>",
            name.split(' ').next().unwrap()
        );
        let place = |heading: &str| (heading.to_owned(), 1);
        assert_eq!(
            outline(&read("x.html", page.as_bytes())),
            [
                place("Lamp"),
                place("Lamp › Oil"),
                place("Lamp"),
                place("Gull")
            ],
            "{name}"
        );
    }
}

#[test]
fn the_picture_of_a_letter_begins_its_word() {
    check(&[
        ("<p><img alt=T>he keeper lit.", &["The keeper lit."]),
        (
            "<p><img alt=T class=drop>HE keeper lit.",
            &["THE keeper lit."],
        ),
        (
            "<div class=figleft><img alt=I></div><p>n the winter.",
            &["In the winter."],
        ),
        (
            "<p><span><img alt='“A'></span>nna!” he said.",
            &["“Anna!” he said."],
        ),
        ("<p><img alt=I>N the winter.", &["IN the winter."]),
        ("<p><img alt=A> gull lived.", &["A gull lived."]),
        ("<p><img alt=A><p>A gull.", &["A gull."]),
        ("<p><img alt=T>The keeper.", &["The keeper."]),
        (
            "<p><img alt='A gull'>he keeper. <img alt=X>yes",
            &["he keeper. yes"],
        ),
        ("<img alt=T><h2>he</h2><p>one", &["one"]),
    ]);
}

#[test]
fn a_link_from_a_heading_to_itself_is_no_part_of_it() {
    for heading in [
        "Lamp<a class=headerlink href='#lamp'>¶</a>",
        "<a class=toc-backref href='#toc1' role=doc-backlink>Lamp</a><a class=headerlink href='#lamp'>¶</a>",
        "Lamp<a role=doc-backlink href='#toc1'>↩</a>",
        "<a href='#lamp'>#</a> Lamp",
        "Lamp <a class=hash-link href='#lamp'>\u{200b}</a>",
        "<span>Lamp<a href='#lamp'>§</a></span>",
        "Lamp<a class=anchor href='#lamp'><span class=sr-only>Link to this heading</span>🔗</a>",
        "<a href='#lamp'>Lamp</a>",
    ] {
        let page =
            format!("<meta charset=utf-8><h1>{heading}</h1><p>It burns.<h2>{heading}</h2><p>Oil.");
        let document = read("x.html", page.as_bytes());
        assert_eq!(document.title, "Lamp", "{heading}");
        assert_eq!(
            outline(&document),
            [(String::new(), 1), ("Lamp".to_owned(), 1)],
            "{heading}"
        );
    }
    check(&[("<p>See <a href='#4'>§</a> 4.", &["See § 4."])]);
}

#[test]
fn a_raised_number_is_the_mark_of_a_note_or_a_part_of_the_number() {
    check(&[
        (
            "<p>Burnt oil.<sup>1</sup> It sank in 1893<sup>2</sup>.",
            &["Burnt oil. It sank in 1893²."],
        ),
        (
            "<p>“Oil,”<sup>12</sup> she said<sup>*</sup>.",
            &["“Oil,” she said."],
        ),
        (
            "<p>Oil<sup>[3]</sup> and 5 km<sup>2</sup>.",
            &["Oil and 5 km²."],
        ),
        (
            "<p>(a+b)<sup>2</sup> and 10<sup>-3</sup> and e<sup>x</sup>.",
            &["(a+b)² and 10⁻³ and ex."],
        ),
        (
            "<p>5<sup>1</sup>⁄<sub>2</sub> cups, <sup>3</sup>/<sub>4</sub> oil.",
            &["5 1⁄2 cups, 3/4 oil."],
        ),
        ("<p><sup>1</sup>From Bergen.", &["1 From Bergen."]),
        ("<p><sup>2</sup> From Bergen.", &["2 From Bergen."]),
        ("<p>The 1<sup>st</sup> lamp.", &["The 1st lamp."]),
        (
            "<p><a class=sdfootnotesym href='#a1'>1</a>The lamp.",
            &["The lamp."],
        ),
        ("<p>Note three. <a href='#r3'>Back</a>", &["Note three."]),
        (
            "<p>Note four <a href='#r4'>(back to text)</a>",
            &["Note four"],
        ),
        ("<p>Note five. <a href='#r4'>↩ Zurück</a>", &["Note five."]),
        ("<p>She went <a href='#x'>back</a>.", &["She went back."]),
        (
            "<p>Burnt oil.<a href='n#1'>1</a> In <a href='#y'>1893</a>.",
            &["Burnt oil. In 1893."],
        ),
        (
            "<p>See p.<a href='#p7'>7</a> and Vol.<a href='#v'>2</a>.",
            &["See p.7 and Vol.2."],
        ),
    ]);
}

#[test]
fn what_wikis_put_around_an_article_is_not_read() {
    check(&[
        (
            "<div class=vector-dropdown>28 languages</div><p>It burns.",
            &["It burns."],
        ),
        (
            "<p>It burns.<sup class='reference nowrap'>:33</sup><sup class=noexcerpt>[a]</sup>",
            &["It burns."],
        ),
        (
            "<div role=note class=hatnote>Main article: Oil</div><p>It burns.",
            &["It burns."],
        ),
        (
            "<p>Il brûle<sup class=reference><a href='#n1'>1</a></sup><sup class='reference cite_virgule'>,</sup><sup class=need_ref_tag>[réf. nécessaire]</sup>.<div class=bandeau-container>Ébauche</div>",
            &["Il brûle."],
        ),
        (
            "<div class=page-metadata>Created by x</div><div class=toc-macro>Oil</div><p>It burns.",
            &["It burns."],
        ),
        (
            "<div id=dw__toc>Table of Contents</div><p>It burns.<div id=footer role=contentinfo>By x</div>",
            &["It burns."],
        ),
        (
            "<p>It burns.<div class=page-footer>Categories</div>",
            &["It burns."],
        ),
    ]);
}

#[test]
fn a_printed_table_of_contents_is_no_text() {
    let links = "<a href='#c1'>CHAPTER I.</a>|<a href='#c2'>CHAPTER II.</a> The Gull";
    let chapter = "<h2 id=c1>CHAPTER I.</h2><p>It began.";
    let rows = |before: &str, after: &str| {
        let row = |link: &str| format!("{before}{link}{after}");
        links.split('|').map(row).collect::<String>()
    };
    for contents in [
        format!(
            "<h2>Contents</h2><table>{}</table>",
            rows("<tr><td>", "</td></tr>")
        ),
        format!("<h2>CONTENTS.</h2><hr>{}", rows("<p class=toc>", "</p>")),
        format!("<p>Table of Contents</p><ul>{}</ul>", rows("<li>", "</li>")),
        format!("<div><h3>Inhalt</h3></div><div>{}</div>", rows("", "<br>")),
        format!(
            "<div><p><b>目次</b></p><div>{}</div></div>",
            rows("<p>", "</p>")
        ),
    ] {
        let document = read(
            "x.html",
            format!("<meta charset=utf-8>{contents}{chapter}").as_bytes(),
        );
        assert_eq!(
            document.text.trim(),
            "CHAPTER I.\n\nIt began.",
            "{contents}"
        );
        assert_eq!(
            outline(&document),
            [("CHAPTER I.".to_owned(), 1)],
            "{contents}"
        );
    }

    check(&[
        (
            "<h2>Contents</h2><p>A box, see <a href='#x'>there</a>, with oil in it and much more that nobody knew of.",
            &["A box, see there, with oil in it and much more that nobody knew of."],
        ),
        ("<h2>Contents</h2><p>Oil.", &["Oil."]),
    ]);
}
