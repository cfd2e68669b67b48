//! Web pages: words that stand apart, and what is seen of a page though it is written or marked otherwise.

use crate::support::read;

fn text_of(head: &str, body: &str) -> String {
    let page = format!("<!doctype html><title>Light</title>{head}<body>{body}");
    read("light.html", page.as_bytes()).text.trim().to_owned()
}

#[test]
fn words_of_neighbours_that_a_page_shows_apart_are_no_word() {
    let style = "<style>.row{display:flex}.chip{display:inline-block}.line{display:block}\
                 .cap{display:block;float:left}</style>";
    let cases = [
        (
            "<figure><figcaption>Mast<small>Drawing</small></figcaption></figure>",
            "Mast Drawing",
        ),
        (
            "<figcaption><b>Mast, 1911</b>Drawn by Nils</figcaption>",
            "Mast, 1911 Drawn by Nils",
        ),
        (
            "<figcaption>The Mc<b>Donald</b> boat, (<i>Lent</i>)</figcaption>",
            "The McDonald boat, (Lent)",
        ),
        (
            "<p><span class=chip>Rope</span><span class=chip>Tar</span></p>",
            "Rope Tar",
        ),
        (
            "<p class=row><span>Rope</span><span>12</span></p>",
            "Rope 12",
        ),
        ("<p><a href=/a>Rope</a><a href=/b>Tar</a></p>", "Rope Tar"),
        (
            "<p><span class=line>The wind</span><span class=line>was high</span>and cold.</p>",
            "The wind\nwas high\nand cold.",
        ),
        (
            "<p><span class=line>The wind</span>\n<br>\n<span class=line>was high.</span></p>",
            "The wind\nwas high.",
        ),
        (
            "<p class=row>Rope <b>and tar</b>, too<time>May</time></p>",
            "Rope and tar, too May",
        ),
        ("<p><span class=cap>T</span>he wind</p>", "The wind"),
        (
            "<p class=row><span>T</span><span>a</span><span>r</span></p>",
            "Tar",
        ),
        (
            "<p><span class=chip>T</span><span class=chip>ar</span></p>",
            "Tar",
        ),
        (
            "<p>Un<b>bear</b>able <i>Mc</i><b>Donald</b> <span class=chip>B</span>oat</p>",
            "Unbearable McDonald Boat",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(text_of(style, body), expected, "{body}");
    }
}

#[test]
fn the_foot_of_a_table_stands_below_its_rows() {
    let table = "<table><thead><tr><th>Year<th>Casks</thead><tfoot><tr><td>In all<td>19</tfoot>\
                 <tbody><tr><td>1911<td>12<tr><td>1912<td>7</tbody></table><p>Then it ended.</p>";
    let lines: Vec<String> = text_of("", table).lines().map(str::to_owned).collect();
    let lines: Vec<&str> = lines
        .iter()
        .map(String::as_str)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(
        lines,
        [
            "Year Casks",
            "1911 12",
            "1912 7",
            "In all 19",
            "Then it ended."
        ]
    );
}

#[test]
fn what_is_hidden_from_those_who_listen_only_is_seen() {
    let cases = [
        (
            "<p><span aria-hidden=true>She</span><span class=sr-only>She</span> rowed.</p>",
            "She rowed.",
        ),
        (
            "<p>Oil <b aria-hidden=true>is dear</b> here.</p>",
            "Oil is dear here.",
        ),
        (
            "<p>Oil <span class=material-icons aria-hidden=true>home</span>here.</p>",
            "Oil here.",
        ),
        (
            "<p><span>Tar</span> <span aria-hidden=true>Tar</span> sticks.</p>",
            "Tar sticks.",
        ),
        (
            "<div aria-hidden=true><p>Sign up now!</p></div><p>Tar sticks.</p>",
            "Tar sticks.",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(text_of("", body), expected, "{body}");
    }
}

#[test]
fn what_has_no_size_or_stands_beside_the_page_is_not_seen() {
    let style = "<style>.none{font-size:0}.off{position:absolute;left:-9999px}.cut{position:absolute;clip:rect(0,0,0,0)}\
                 .in{text-indent:-9999px}.gap{font-size:0}.gap b{font-size:16px}</style>";
    let body = "<p>Rope is cheap.</p><p class=none>No one.</p><p class=off>No two.</p><p class=cut>No three.</p>\
                <p class=in>No four.</p><p style='font-size: 0'>No five.</p><p class=gap><b>Tar</b> <b>sticks.</b></p>\
                <p>Each of the boats had a barrel of it, and the keeper had two.</p>";
    let text = text_of(style, body);
    assert!(!text.contains("No "), "{text}");
    assert!(
        text.contains("Tar sticks.") && text.ends_with("had two."),
        "{text}"
    );
}

#[test]
fn an_article_of_a_blog_is_called_by_its_heading() {
    let page = "<!doctype html><title>Harbour News: The Last Boat</title><body><h1>Harbour News</h1>\
                <h3 class='post-title entry-title'>The Last Boat</h3><p>It came in May.</p>";
    assert_eq!(read("boat.html", page.as_bytes()).title, "The Last Boat");
    let page = "<!doctype html><title>Boats: A Guide</title><body><h1>Boats: A Guide</h1><p>It came in May.</p>";
    assert_eq!(read("boat.html", page.as_bytes()).title, "Boats: A Guide");
}

#[test]
fn the_facts_in_a_box_of_fandom_are_lines_and_no_chapters() {
    let page = "<!doctype html><title>Anna</title><main><h1>Anna</h1><aside class='portable-infobox'>\
                <h2 class='pi-item pi-title'>Anna Berg</h2><div class='pi-item pi-data'>\
                <h3 class='pi-data-label'>Born</h3><div class='pi-data-value'>1870</div></div></aside>\
                <p>She kept the light.</p></main>";
    let document = read("anna.html", page.as_bytes());
    assert!(document.text.contains("Born 1870\n"), "{}", document.text);
    assert!(
        document
            .sections
            .iter()
            .all(|section| section.path.is_empty())
    );
}

#[test]
fn of_an_archive_of_stories_only_the_story_is_read() {
    let body = "<div id=top>Browse</div><div id=storytext><p>She rowed.</p></div><div id=review_box>Review</div>";
    assert_eq!(text_of("", body), "She rowed.");
}
