//! Links that are no words of the text: from a note back to its mark, from a heading to itself.
//!
//! In: an element. Out: whether it is such a link. The decision that is not obvious: they are told
//! by what they show, too, since every converter names them otherwise.

use scraper::node::Element;

use super::{NodeRef, element, frames};

/// Roles and kinds of links from a note back to its mark, and the class of the brackets around
/// them.
const BACK_ROLES: &[&str] = &["backlink", "doc-backlink"];
const BRACKET: &str = "fn-bracket";
/// Classes and roles of the works that a text cites, and the class of their labels.
const CITED: &[&str] = &["citation", "doc-biblioentry"];
const LABEL: &str = "label";

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
/// How far above a link its heading is, or the work that it is the label of, and how many nodes it has at most.
const MOST_UP: usize = 4;
const MOST_INSIDE: usize = 16;

/// What a link back from a note shows.
const BACK: &[char] = &[
    '↩', '↑', '↵', '⏎', '⤴', '↲', '⇑', '⬆', '^', '\u{fe0e}', '\u{fe0f}',
];

/// Whether an element is the link from a note back to its mark in the text, or a bracket around it.
pub fn is_back_link(node: NodeRef, element: &Element) -> bool {
    let is_bracket = element.classes().any(|class| class == BRACKET);
    if is_bracket || frames::has_role(element, BACK_ROLES) {
        // A heading may lead back to the contents, but it is read.
        let is_read = is_label_of_cited(node) || (!is_bracket && is_in_heading(node));
        if !is_read {
            return true;
        }
    }
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

/// Whether an element is the label of a work that the text cites: `[Moe1950]`.
pub fn is_label_of_cited(node: NodeRef) -> bool {
    let is_cited = |element: &Element| {
        frames::has_role(element, CITED) || element.classes().any(|class| CITED.contains(&class))
    };
    let is_label = |element: &Element| element.classes().any(|class| class == LABEL);
    let is_around = |is_wanted: &dyn Fn(&Element) -> bool| {
        let mut around = node.ancestors().take(MOST_UP);
        around.any(|node| node.value().as_element().is_some_and(is_wanted))
    };
    is_around(&is_label) && is_around(&is_cited)
}

fn is_in_heading(node: NodeRef) -> bool {
    let around = node.ancestors().take(MOST_UP);
    let mut around = around.filter_map(|node| node.value().as_element());
    around.any(|element| element::heading_level(element).is_some())
}

/// Whether an element is a link from a heading to itself: `¶`, `#`.
pub fn is_permalink(node: NodeRef, element: &Element) -> bool {
    let is_unseen = |node: NodeRef| {
        let parent = node.parent().and_then(|parent| parent.value().as_element());
        parent.is_some_and(frames::is_frame_by_name)
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
        && (element.classes().any(|class| PERMALINKS.contains(&class)) || is_in_heading(node))
}
