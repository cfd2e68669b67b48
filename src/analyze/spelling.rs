//! British and American spelling as one: rules for the endings that differ, before stemming.

use std::borrow::Cow;

/// The American form of a folded word, where the two differ by a regular ending.
pub fn uniform(word: &str) -> Cow<'_, str> {
    const WORDS: &[(&str, &str)] =
        &[("grey", "gray"), ("cheque", "check"), ("plough", "plow"), ("programme", "program")];
    if let Some((_, american)) = WORDS.iter().find(|(british, _)| word == *british) {
        return Cow::Borrowed(american);
    }
    if let Some(at) = word.find("our").filter(|at| *at >= 3 && is_our_word(word, *at)) {
        return Cow::Owned(format!("{}or{}", &word[..at], &word[at + 3..]));
    }
    if let Some(root) = ["centre", "theatre", "metre", "litre", "fibre"].iter().find(|root| word.starts_with(**root)) {
        let end = word.len().min(root.len());
        return Cow::Owned(format!("{}er{}", &word[..end - 2], &word[end..]));
    }
    for (british, american) in
        [("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("ises", "izes")]
    {
        // Short words in -ise are no variants: rise, wise, noise, promise, surprise.
        if let Some(root) = word.strip_suffix(british).filter(|root| is_ize_root(root)) {
            return Cow::Owned(format!("{root}{american}"));
        }
    }
    Cow::Borrowed(word)
}

fn is_our_word(word: &str, at: usize) -> bool {
    const ROOTS: &[&str] = &[
        "arm", "behavi", "col", "endeav", "fav", "flav", "harb", "hon", "hum", "lab", "neighb", "od", "parl", "rum",
        "sav", "splend", "vap", "vig", "cand", "clam", "glam",
    ];
    ROOTS.contains(&&word[..at])
}

fn is_ize_root(root: &str) -> bool {
    const ROOTS: &[&str] = &[
        "apolog",
        "author",
        "civil",
        "critic",
        "emphas",
        "final",
        "organ",
        "real",
        "recogn",
        "special",
        "standard",
        "summar",
        "symbol",
        "util",
        "memor",
        "minim",
        "maxim",
        "modern",
        "categor",
        "centr",
        "central",
        "decentral",
        "general",
        "harmon",
        "hospital",
        "immun",
        "legal",
        "local",
        "mobil",
        "monopol",
        "normal",
        "optim",
        "personal",
        "popular",
        "priorit",
        "penal",
        "stabil",
        "virtual",
        "visual",
        "digit",
        "econom",
        "energ",
        "equal",
        "familiar",
        "fertil",
        "formal",
        "industrial",
        "jeopard",
        "global",
    ];
    ROOTS.contains(&root.strip_prefix("re").unwrap_or(root)) || ROOTS.contains(&root)
}
