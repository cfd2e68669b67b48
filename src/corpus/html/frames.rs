//! What publishers, wikis and converters put around and between the words of a page, as tables: by
//! the classes, the ids and the roles of elements. In: an element. Out: whether it is such a frame.
//!
//! The decision that is not obvious: an arrow back from a note, and a link from a heading to
//! itself, are told by what they show, too, since every converter names them otherwise.

use scraper::node::Element;

use super::{NodeRef, element, spoken};

/// Classes of what is no text: page numbers, licences, `[edit]`, `[citation needed]`, boxes of
/// links.
const CLASSES: &[&str] = &[
    // books
    "pagenum",
    "pageno",
    "pg-boilerplate",
    "pgheader",
    "pgfooter",
    // notes
    "fn-bracket",
    "footnote-number",
    "ltx_note_mark",
    "ltx_note_type",
    "ltx_tag_note",
    "margin-toggle",
    "sdendnotesym",
    "sdfootnotesym",
    "footnote-back",
    "footnote-backref",
    "footnote-definition-label",
    "reversefootnote",
    // MediaWiki
    "ambox",
    "bandeau-container",
    "bandeau-portail",
    "bandeau-section",
    "catlinks",
    "cite_virgule",
    "dablink",
    "hatnote",
    "Inline-Template",
    "mw-cite-backlink",
    "mw-editsection",
    "mw-indicators",
    "mw-jump-link",
    "mw-portlet",
    "navbox",
    "navbox-styles",
    "need_ref_tag",
    "noprint",
    "printfooter",
    "sistersitebox",
    "Template-Fact",
    "toc",
    "vector-dropdown",
    "vector-page-toolbar",
    "vertical-navbox",
    // Wikisource and Aozora Bunko
    "bibliographical_information",
    "licenseBanner",
    "licenseContainer",
    "notation_notes",
    // Word
    "MsoToc1",
    "MsoToc2",
    "MsoToc3",
    "MsoToc4",
    "MsoToc5",
    "MsoToc6",
    "MsoToc7",
    "MsoToc8",
    "MsoToc9",
    "MsoTocHeading",
    // blogs, news and forums: whom to tell of a page, what else there is, and what visitors say of
    // it
    "BlogArchive",
    "ad-slot",
    "addtoany_share_save_container",
    "ads",
    "adsbygoogle",
    "advert",
    "advertisement",
    "author-box",
    "blog-feeds",
    "blog-pager",
    "button-wrapper",
    "cat-links",
    "comment-list",
    "comment-marker",
    "comment-respond",
    "commentlist",
    "comments-area",
    "comments-link",
    "comments-list",
    "comments-page",
    "date-header",
    "entry-footer",
    "fb-comments",
    "footer-wrap",
    "jp-relatedposts",
    "js-comments-container",
    "js-post-menu",
    "js-voting-container",
    "newsletter-signup",
    "num-comment",
    "portable-archive",
    "post-comments",
    "post-footer",
    "post-signature",
    "post-tags",
    "post-taglist",
    "post-ufi",
    "post-ufi-button",
    "related-content",
    "related-posts",
    "s-btn",
    "share-buttons",
    "sharedaddy",
    "social-share",
    "speechify-ignore",
    "subscription-widget-wrap",
    "tags-links",
    "votecell",
    "wp-block-button",
    "wp-block-comments",
    "wp-block-post-comments",
    "yarpp",
    // Docusaurus, MkDocs and Pygments
    "linenos",
    "md-feedback",
    "md-source-file",
    "theme-doc-breadcrumbs",
    "theme-doc-footer",
    "theme-doc-toc-desktop",
    "theme-doc-toc-mobile",
    "theme-doc-version-badge",
    // DocBook
    "docnav",
    "navfooter",
    "navheader",
    // other wikis
    "docInfo",
    "editbutton_section",
    "page-footer",
    "page-header__actions",
    "page-header__categories",
    "page-footer__categories",
    "page-metadata",
    "pageSection",
    "secedit",
    "toc-macro",
];

/// Ids of the same.
const IDS: &[&str] = &[
    "breadcrumb-section",
    "breadcrumbs",
    "catlinks",
    "contentSub",
    "disqus_thread",
    "dw__toc",
    "footer-text",
    "goAZLibCard",
    "jump-to-nav",
    "mw-head",
    "mw-navigation",
    "mw-panel",
    "pg-footer",
    "pg-header",
    "pg-machine-header",
    "post-form",
    "siteNotice",
    "siteSub",
    "toc",
];

/// Roles and kinds (`epub:type`) of what is not read on.
const ROLES: &[&str] = &[
    "banner",
    "alertdialog",
    "contentinfo",
    "dialog",
    "navigation",
    "search",
    "doc-toc",
    "doc-pagebreak",
    "pagebreak",
    "noteref",
    "doc-noteref",
    "backlink",
    "doc-backlink",
];

/// Classes that say so of a box only: elsewhere they may be about the words.
const BOX_CLASSES: &[&str] = &["ad", "comments"];
/// Class of what the typist of a text notes in it, and how that begins.
const TYPISTS: (&str, &str) = ("notes", "［＃");
/// What stands before and behind a text of the Archive of Our Own: the class of its own words
/// there, and the ids of the boxes that they are in.
const MESSAGE: &str = "message";
const AROUND: &[&str] = &["afterword", "preface"];

/// Classes of raised signs that point to what a page says elsewhere.
const MARKS: &[&str] = &["reference", "noexcerpt"];

/// Classes and roles of notes and boxes that are a part of the text, though they stand beside it.
const BESIDE: &[&str] = &[
    "admonition",
    "box",
    "callout",
    "caution",
    "danger",
    "doc-endnote",
    "doc-endnotes",
    "doc-example",
    "doc-footnote",
    "doc-notice",
    "doc-tip",
    "endnote",
    "endnotes",
    "example",
    "footnote",
    "footnote-list",
    "footnotes",
    "hint",
    "important",
    "marginnote",
    "note",
    "portable-infobox",
    "sidenote",
    "tip",
    "topic",
    "warning",
];
/// The same, of sites too, unless it stands in the text.
const SIDEBAR: &str = "sidebar";

/// Links in words from a note back to its mark, in small letters.
const BACK_WORDS: &[&str] = &[
    "back",
    "back to content",
    "back to text",
    "back to the text",
    "back to top",
    "go back",
    "return",
    "return to text",
    "return to the text",
    "zurück",
    "zurück zum text",
    "nach oben",
    "retour",
    "retour au texte",
    "volver",
    "volver al texto",
    "indietro",
    "torna al testo",
    "voltar",
    "voltar ao texto",
    "terug",
    "terug naar de tekst",
    "tillbaka",
    "tillbaka till texten",
    "назад",
    "к тексту",
    "вернуться к тексту",
    "返回",
    "返回正文",
    "戻る",
    "本文へ戻る",
];
/// The longest of them, in characters.
const BACK_CHARS: usize = 24;

/// Classes of links from a heading or an entry to itself.
const PERMALINKS: &[&str] = &["anchor-link", "hash-link", "header-anchor", "headerlink"];
/// How far above such a link its heading is, and how many nodes it has at most.
const MOST_UP: usize = 4;
const MOST_INSIDE: usize = 16;

/// What a link back from a note shows.
const BACK: &[char] = &[
    '↩', '↑', '↵', '⏎', '⤴', '↲', '⇑', '⬆', '^', '\u{fe0e}', '\u{fe0f}',
];

/// Whether an element is a frame by what it is called.
pub fn is_frame_by_name(element: &Element) -> bool {
    let role = element.attr("role").unwrap_or_default();
    let kind = element.attr("epub:type").unwrap_or_default();
    let mut roles = role.split_whitespace().chain(kind.split_whitespace());

    let is_mark = element.name() == "sup" && element.classes().any(|c| MARKS.contains(&c));
    is_mark
        || spoken::is_spoken(element)
        || element.classes().any(|class| CLASSES.contains(&class))
        || element.id().is_some_and(|id| IDS.contains(&id))
        || roles.any(|role| ROLES.contains(&role))
}

/// Whether an element is a frame by its class and by what it is or where it stands.
pub fn is_frame_by_class(node: NodeRef, element: &Element) -> bool {
    let is_around = |node: NodeRef| {
        let element = node.value().as_element();
        element.is_some_and(|e| e.id().is_some_and(|id| AROUND.contains(&id)))
    };
    let begins = |sign: &str| {
        let mut texts = node.descendants().take(MOST_INSIDE);
        let first = texts.find_map(|n| n.value().as_text());
        first.is_some_and(|text| text.starts_with(sign))
    };

    let is_box = matches!(element.name(), "div" | "ul" | "ol");
    let (notes, sign) = TYPISTS;
    element.classes().any(|class| {
        (is_box && BOX_CLASSES.contains(&class))
            || (class == notes && begins(sign))
            || (class == MESSAGE && node.ancestors().take(MOST_UP).any(is_around))
    })
}

/// Whether an element beside the text is a part of it.
pub fn is_part_of_text(node: NodeRef, element: &Element) -> bool {
    let role = element.attr("role").unwrap_or_default();
    let mut names = element.classes().chain([role]);
    let in_text = |node: NodeRef| {
        node.value().as_element().is_some_and(|e| {
            matches!(e.name(), "article" | "main" | "section") || e.attr("role") == Some("main")
        })
    };

    names.any(|name| {
        let name = name.to_ascii_lowercase();
        BESIDE.contains(&name.as_str()) || (name == SIDEBAR && node.ancestors().any(in_text))
    })
}

/// Whether an element is the link from a note back to its mark in the text.
pub fn is_back_link(node: NodeRef, element: &Element) -> bool {
    if !element::is_inner_link(element) {
        return false;
    }
    let Some(text) = element::text_within(node, BACK_CHARS) else {
        return false;
    };

    let sign = text.trim_matches(['[', ']', '(', ')', ' ']);
    if !sign.is_empty() && sign.chars().all(|c| BACK.contains(&c)) {
        return true;
    }
    // In a sentence these words say something.
    let words = sign
        .trim_matches(|c: char| BACK.contains(&c) || c == ' ')
        .to_lowercase();
    let is_last = || {
        let behind = node.next_siblings().flat_map(|next| next.descendants());
        behind
            .filter_map(|n| n.value().as_text())
            .all(|text| text.trim().is_empty())
    };
    BACK_WORDS.contains(&words.as_str()) && is_last()
}

/// Whether an element is a link from a heading to itself: `¶`, `#`.
pub fn is_permalink(node: NodeRef, element: &Element) -> bool {
    let is_heading = |node: NodeRef| {
        node.value()
            .as_element()
            .and_then(element::heading_level)
            .is_some()
    };
    let is_unseen = |node: NodeRef| {
        let parent = node.parent().and_then(|parent| parent.value().as_element());
        parent.is_some_and(is_frame_by_name)
    };
    let shows_nothing = || {
        let inside = node
            .descendants()
            .take(MOST_INSIDE)
            .filter(|n| n.value().is_text());
        let mut texts = inside
            .filter(|n| !is_unseen(*n))
            .filter_map(|n| n.value().as_text());
        !texts.any(|text| text.contains(char::is_alphanumeric))
    };

    element::is_inner_link(element)
        && shows_nothing()
        && (element.classes().any(|class| PERMALINKS.contains(&class))
            || node.ancestors().take(MOST_UP).any(is_heading))
}
