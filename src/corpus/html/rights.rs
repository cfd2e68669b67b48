//! The page of a book that says who has the rights in it.
//!
//! In: a page. Out: whether it is that one. The decision that is not obvious: where nothing calls it
//! so, each of its lines must be one that such a page has; one line more, and it is read.

use super::{NodeRef, contents, element};
use crate::corpus::outline::comparable_letters;

/// What a page says that tells who has the rights in a book, in small letters.
const CLAIMS: &[&str] = &["©", "(c)", "isbn", "rights reserved", "rechte vorbehalten"];
/// What such a page says for certain, one of each list.
const SIGNS: &[&[&str]] = &[
    &["©", "(c) ", "copyright"],
    &[
        "all rights reserved",
        "alle rechte vorbehalten",
        "tous droits réservés",
        "todos los derechos reservados",
        "reservados todos los derechos",
        "tutti i diritti riservati",
        "tutti i diritti sono riservati",
        "todos os direitos reservados",
        "alle rechten voorbehouden",
        "alla rättigheter förbehållna",
        "alle rettigheder forbeholdes",
        "alle rettigheter forbeholdt",
        "wszelkie prawa zastrzeżone",
        "все права защищены",
        "版权所有",
        "版權所有",
        "no part of this book may be reproduced",
        "no part of this publication may be reproduced",
    ],
    &[
        "isbn",
        "published by",
        "publisher",
        "verlag",
        "éditions",
        "éditeur",
        "editorial",
        "editore",
        "editora",
        "uitgever",
        "förlag",
        "forlag",
        "wydawnictwo",
        "издательство",
        "出版",
    ],
];
/// What its other lines say.
const OTHERS: &[&str] = &[
    "any resemblance",
    "british library",
    "cover art",
    "cover by",
    "cover design",
    "cover image",
    "cover photo",
    "depósito legal",
    "designed by",
    "dépôt légal",
    "edited by",
    "illustrations by",
    "illustrated by",
    "library of congress",
    "may be reproduced",
    "printed in",
    "translated by",
    "umschlag",
    "work of fiction",
];
/// The same of short lines: in a longer one the author may say so, too.
const SHORT_OTHERS: &[&str] = &[
    "catalog",
    "e-book",
    "ebook",
    "edition",
    "edición",
    "edição",
    "edizione",
    "auflage",
    "permission",
    "permesso",
    "translation",
    "traducción",
    "traduction",
    "traduzione",
    "www.",
    "http",
    "übersetz",
    "翻译",
    "翻訳",
];
/// Characters of the longest short line.
const SHORT: usize = 60;
/// Such a page has no more characters.
const MOST: usize = 3_000;

/// Whether an element says who has the rights in a book, which a chapter about copyright does not.
pub fn claims_rights(node: NodeRef) -> bool {
    let mut texts = node.descendants().filter_map(|n| n.value().as_text());
    texts.any(|text| holds(&text.to_lowercase(), CLAIMS))
}

/// Whether an element says that and nothing else but what is known of the book.
pub fn is_about_rights(node: NodeRef, known: &[&str]) -> bool {
    let lines = contents::collect_lines(node, element::is_link_in_book);
    let lines: Vec<String> = lines.iter().map(|(line, _)| line.to_lowercase()).collect();
    let chars: usize = lines.iter().map(|line| line.chars().count()).sum();
    let says = |signs: &&[&str]| lines.iter().any(|line| holds(line, signs));
    if chars > MOST || !SIGNS.iter().all(says) {
        return false;
    }

    let known: Vec<String> = known.iter().map(|said| comparable_letters(said)).collect();
    let is_known = |line: &str| {
        let letters = comparable_letters(line);
        let letters = letters.strip_prefix("by").unwrap_or(&letters);
        !letters.contains(char::is_alphabetic) || known.iter().any(|said| said == letters)
    };
    lines.iter().all(|line| {
        let is_short = line.chars().count() <= SHORT;
        holds(line, OTHERS)
            || is_short && holds(line, SHORT_OTHERS)
            || SIGNS.iter().any(|signs| holds(line, signs))
            || is_known(line)
    })
}

fn holds(line: &str, signs: &[&str]) -> bool {
    signs.iter().any(|sign| line.contains(sign))
}
