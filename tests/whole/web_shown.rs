//! Web pages: words that stand apart, and what is seen of a page though it is written or marked
//! otherwise.

use crate::support::read;
use crate::web_pages::paragraphs;

fn text_of(head: &str, body: &str) -> String {
    let page = format!("<!doctype html><title>Light</title>{head}<body>{body}");
    read("light.html", page.as_bytes()).text.trim().to_owned()
}

#[test]
fn words_of_neighbours_that_a_page_shows_apart_are_no_word() {
    let style = "<style>.row{display:flex}.line{display:block}.cap{display:block;float:left}.big{display:block}</style>";
    let cases = [
        (
            "<p class=row><span>Rope and tar</span><span>twelve casks</span></p>",
            "Rope and tar twelve casks",
        ),
        (
            "<p><span class=line>The wind</span><span class=line>was high</span>and cold.</p>",
            "The wind\nwas high\nand cold.",
        ),
        (
            "<p><span class=line>The wind</span>\n<br>\n<span class=line>was high.</span></p>",
            "The wind\nwas high.",
        ),
        (
            "<p><span class=line>風が強い</span><span class=line>夜だった。</span></p>",
            "風が強い\n夜だった。",
        ),
        ("<p><span class=cap>Th</span>e wind</p>", "The wind"),
        ("<p><span class=big>Th</span>e wind</p>", "The wind"),
        (
            "<p>un<b class=line>bear</b>able wind</p>",
            "unbearable wind",
        ),
        (
            "<p>(<b class=line>the wind</b>), £<b class=line>500 in all</b>.</p>",
            "(the wind), £500 in all.",
        ),
        ("<p><b class=line>NILS</b>The wind!</p>", "NILS\nThe wind!"),
    ];
    for (body, expected) in cases {
        assert_eq!(text_of(style, body), expected, "{body}");
    }
}

#[test]
fn no_style_tears_a_word_or_a_sign_off() {
    let style = "<style>.row{display:flex}.chip{display:inline-block;margin-right:4px}.gap{padding-right:.3em}</style>";
    let cases = [
        (
            "<p class=row><span>T</span><span>a</span><span>r</span></p>",
            "Tar",
        ),
        (
            "<p class=row>It was <b>un</b>tarred rope</p>",
            "It was untarred rope",
        ),
        (
            "<p class=row><span>Two casks (</span><b>one of tar</b><span>) were</span></p>",
            "Two casks (one of tar) were",
        ),
        (
            "<h2 class=row><span>風が 強い</span><span>夜 だった。</span></h2><p>Tar.</p>",
            "風が 強い夜 だった。\n\nTar.",
        ),
        (
            "<p><span class=chip>夜は</span><span class=chip>寒い。</span></p>",
            "夜は寒い。",
        ),
        (
            "<p><span class=chip>กลางคืน</span><span class=chip>หนาว</span></p>",
            "กลางคืนหนาว",
        ),
        (
            "<p><span class=chip>tar</span><span class=chip>barrel</span> <span class=chip>Th</span>en</p>",
            "tarbarrel Then",
        ),
        (
            "<p><span class=chip>£</span><span class=chip>12</span> (<a class=gap href=/a>Post</a>)</p>",
            "£12 (Post)",
        ),
        (
            "<p>At <a href=/a>Mac</a><a href=/b>Leod</a> of <a href=/a>Snow</a><a href=/b>Melt</a></p>",
            "At MacLeod of SnowMelt",
        ),
        (
            "<figure><figcaption>The Mac<i>Leod</i> boat, Snow<b>Melt</b></figcaption></figure>",
            "The MacLeod boat, SnowMelt",
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
            "<p>Oil <b aria-hidden=true>is dear</b> here.</p>",
            "Oil is dear here.",
        ),
        (
            "<h2 aria-label='Part 2'><span aria-hidden=true>Part</span> <span aria-hidden=true>2</span></h2><p>Tar.</p>",
            "Part 2\n\nTar.",
        ),
        (
            "<style>.said{position:absolute;clip:rect(0 0 0 0)}</style><p>Boil <span><span>10<span class=said> minutes</span></span> <span class=unit aria-hidden=true>minutes</span></span></p>",
            "Boil 10 minutes",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(text_of("", body), expected, "{body}");
    }
}

#[test]
fn what_stands_there_twice_for_those_who_listen_is_read_once() {
    let style = "<style>.far{position:absolute;left:-9999px}.cut{position:absolute;clip:rect(0 0 0 0)}</style>";
    let cases = [
        (
            "<p><span aria-hidden=true>She</span><span class=sr-only>She</span> rowed.</p>",
            "She rowed.",
        ),
        (
            "<p><span aria-hidden=true>She rowed.</span><span class=far>She rowed.</span></p>",
            "She rowed.",
        ),
        (
            "<p><b class=cut>She rowed.</b><b aria-hidden=true>She rowed.</b></p>",
            "She rowed.",
        ),
        (
            "<p>It is <span><span>y cubed</span><span aria-hidden=true><i>y</i><sup>3</sup></span></span> here.</p>",
            "It is y cubed here.",
        ),
        (
            "<p><span aria-hidden=true>S</span><span class=sr-only>She</span><span aria-hidden=true>he</span> rowed.</p>",
            "She rowed.",
        ),
        (
            "<p>Oil <i class=ico aria-hidden=true>home</i><i class=sr-only>At home</i> here.</p>",
            "Oil here.",
        ),
        (
            "<p>Oil: <b aria-hidden=true>$12</b><b class=sr-only>twelve dollars</b></p>",
            "Oil: $12",
        ),
        (
            "<p>Oil <span class=ico aria-hidden=true>home</span> here.</p>",
            "Oil here.",
        ),
        (
            "<p>Oil <a aria-label=home><i aria-hidden=true>home</i></a> here.</p>",
            "Oil here.",
        ),
        ("<p>Oil<b aria-hidden=true>needed</b></p>", "Oil"),
        (
            "<div aria-hidden=true><p>Sign up now!</p></div><p>Tar sticks.</p>",
            "Tar sticks.",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(text_of(style, body), expected, "{body}");
    }
}

#[test]
fn what_a_script_or_another_style_may_show_is_read() {
    let style = "<style>.row{font-size:0}.row>*{font:16px serif}.far{position:absolute;left:-9999px}.far.on{left:0}\
                 .card{position:absolute;clip:rect(0,300px,200px,0)}.all{position:absolute;clip:rect(0,auto,auto,0)}\
                 .in{text-indent:-9999px}.in p{text-indent:0}.new{clip-path:inset(100%);animation:show 1s}</style>";
    let body = "<div class=row><div>Rope one.</div><div>Rope two.</div></div><div class=far><p>Rope three.</p></div>\
                <div class=card>Rope four.</div><div class=all>Rope five.</div><div class=in><p>Rope six.</p></div>\
                <p class=new>Rope seven.</p><div style='font-size:0'><p style='font:1em serif'>Rope eight.</p></div>";
    let text = text_of(
        style,
        &format!("<p>{}</p>{body}", "Tar sticks. ".repeat(20)),
    );
    for number in [
        "one", "two", "three", "four", "five", "six", "seven", "eight",
    ] {
        assert!(
            text.contains(&format!("Rope {number}.")),
            "{number}: {text}"
        );
    }
}

#[test]
fn an_article_of_blogger_is_called_by_its_heading() {
    let page = |head: &str, name: &str| {
        let page = format!(
            "<!doctype html>{head}<title>{name}: The Last Boat</title><body><h1>{name}</h1>\
             <h3 class='post-title entry-title'>The Last Boat</h3><p>It came in May.</p>"
        );
        read("boat.html", page.as_bytes()).title
    };
    let blogger = "<meta content='blogger' name='generator'>";
    assert_eq!(page(blogger, "Harbour News"), "The Last Boat");
    assert_eq!(page("", "The Tar Barrel"), "The Tar Barrel");

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
fn classes_that_begin_as_those_of_fandom_leave_headings_as_they_are() {
    let page = "<!doctype html><title>Small boards</title><h1 class=pi-top>Small boards</h1>\
                <h2 class=pi-one>The first</h2><p>It was cheap.</p><h2 class=pi-two>The second</h2><p>It was fast.</p>";
    let document = read("boards.html", page.as_bytes());
    let paths: Vec<String> = document
        .sections
        .iter()
        .flat_map(|s| s.path.clone())
        .collect();
    assert!(paths.iter().any(|name| name == "The second"), "{paths:?}");
}

#[test]
fn of_an_archive_of_stories_only_the_story_is_read() {
    let around = |story: &str| text_of("", &format!("<div>Browse</div>{story}<div>Review</div>"));
    let story = "<div class='storytext nocopy' id=storytext><p>She rowed.</p></div>";
    assert_eq!(around(story), "She rowed.");

    let empty = "<div class=storytext id=storytext></div><p>She rowed.</p>";
    assert_eq!(around(empty), "Browse\n\nShe rowed.\n\nReview");
    let other = "<div id=storytext><p>She rowed.</p></div>";
    assert_eq!(around(other), "Browse\n\nShe rowed.\n\nReview");
    assert_eq!(around(&story.repeat(2)).matches("She rowed.").count(), 2);
}

#[test]
fn what_wraps_a_title_is_read() {
    let body = "<div class=titlewrapper><p>Word of the wrapper.</p></div><p>Tar sticks.</p>";
    assert_eq!(text_of("", body), "Word of the wrapper.\n\nTar sticks.");
}

#[test]
fn words_that_are_not_said_aloud_take_no_longer_than_their_length() {
    let began = std::time::Instant::now();
    for shown in [
        "<b aria-hidden=true>At six.</b> It burns. ",
        "<b aria-hidden=true>At six.</b><b class=sr-only>At six.</b>",
        "<p>It burns.<b aria-hidden=true>At six.",
        "<div class=pi-data><h3 class=pi-x>Born</h3> At six.",
        "<table><tfoot><tr><td>At six.</table>It burns.",
        "<span style=display:flex><b>At six.</b><b>It burns.</b>",
    ] {
        assert!(!paragraphs(&shown.repeat(20_000)).is_empty(), "{shown}");
    }
    assert!(began.elapsed() < std::time::Duration::from_secs(60));
}
