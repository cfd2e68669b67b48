//! What publishers, wikis and converters put around and between the words of a page, as tables: by
//! the classes, the ids and the roles of elements. In: an element. Out: whether it is such a frame.

use scraper::node::Element;

use super::{NodeRef, spoken};

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
    "ws-noexport",
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
    "nav-buttons",
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
    "userpic_wrap",
    "votecell",
    "wp-block-button",
    "wp-block-comments",
    "wp-block-post-comments",
    "wprm-recipe-jump",
    "wprm-recipe-print",
    "yarpp",
    // exports of Discord
    "chatlog__edited-timestamp",
    "chatlog__reactions",
    "chatlog__reply",
    "chatlog__short-timestamp",
    "postamble",
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
    "wm-ipp-base",
    "wm-ipp-print",
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
];

/// Classes that say so of a box only: elsewhere they may be about the words.
const BOX_CLASSES: &[&str] = &["ad", "comments"];
/// Class of what the typist of a text notes in it, and how that begins.
const TYPISTS: (&str, &str) = ("notes", "［＃");
/// What stands before and behind a text of the Archive of Our Own: the class of its own words
/// there, and the ids of the boxes that they are in.
const MESSAGE: &str = "message";
const AROUND: &[&str] = &["afterword", "preface"];

/// How far above an element that is looked for, and how many nodes of it are looked at.
const MOST_UP: usize = 4;
const MOST_INSIDE: usize = 16;

/// Classes of raised signs that point to what a page says elsewhere.
const MARKS: &[&str] = &["reference", "noexcerpt"];

/// Whether an element is a frame by what it is called.
pub fn is_frame_by_name(element: &Element) -> bool {
    let is_mark = element.name() == "sup" && element.classes().any(|c| MARKS.contains(&c));
    is_mark
        || spoken::is_spoken(element)
        || element.classes().any(|class| CLASSES.contains(&class))
        || element.id().is_some_and(|id| IDS.contains(&id))
        || has_role(element, ROLES)
}

/// Whether an element has one of these roles or kinds.
pub fn has_role(element: &Element, wanted: &[&str]) -> bool {
    let role = element.attr("role").unwrap_or_default();
    let kind = element.attr("epub:type").unwrap_or_default();
    let mut roles = role.split_whitespace().chain(kind.split_whitespace());
    roles.any(|role| wanted.contains(&role))
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
