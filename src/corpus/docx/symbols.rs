//! Signs of the fonts that have their own: Symbol, Wingdings and their like -> the characters that
//! look so.
//!
//! In: a font and the number of a sign in it. Out: a character. Word writes the numbers as they
//! are, or, so that no letter is meant, moved into Unicode's private area.

/// The first sign of a font, as Word moves it.
const MOVED: u32 = 0xf000;
/// Rows of signs: the font, the number of the first one, and the signs. Those without a character
/// are spaces.
const ROWS: &[(&str, u32, &str)] = &[
    ("symbol", 0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    ("symbol", 0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    ("symbol", 0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    ("symbol", 0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
    ("symbol", 0xc0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    ("symbol", 0xe0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
    ("wingdings", 0x21, "✏✂✁👓🔔📖🕯☎✆✉"),
    ("wingdings", 0x45, "☜☞☝☟✋☺😐☹💣☠"),
    ("wingdings", 0x52, "☼💧❄ ✞ ✠✡☪☯ॐ☸"),
    ("wingdings", 0x6c, "●❍■□ ❑❒⬧⧫◆❖⬥"),
    ("wingdings", 0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    ("wingdings", 0x9e, "·•▪○"),
    ("wingdings", 0xa7, "▪☐"),
    ("wingdings", 0xab, "★"),
    ("wingdings", 0xd8, "➢"),
    ("wingdings", 0xdf, "←→↑↓↖↗↙↘"),
    ("wingdings", 0xe8, "➔"),
    ("wingdings", 0xef, "⇦⇨⇧⇩"),
    ("wingdings", 0xfb, "✗✓☒☑"),
    ("wingdings 2", 0x4f, "✗✓☒☑"),
    ("wingdings 2", 0xa3, "☐"),
    ("webdings", 0x61, "✓"),
];

/// The character of a sign; `None` where there is none.
pub fn find_symbol(font: &str, number: u32) -> Option<char> {
    let font = font.to_lowercase();
    let number = number.checked_sub(MOVED).unwrap_or(number);

    ROWS.iter()
        .filter(|(name, ..)| *name == font)
        .find_map(|(_, first, signs)| {
            let at = number.checked_sub(*first)? as usize;
            signs
                .chars()
                .nth(at)
                .filter(|c| *c != ' ' || number == 0x20)
        })
}

/// A text of a run in which signs of its font are moved; without a known font they are those of
/// Symbol.
pub fn replace_symbols(text: &str, font: &str) -> String {
    let is_known = ROWS
        .iter()
        .any(|(name, ..)| font.eq_ignore_ascii_case(name));
    let font = if is_known { font } else { "symbol" };

    let is_moved = |c: char| (MOVED + 0x20..MOVED + 0x100).contains(&u32::from(c));
    let shown = |c: char| {
        if is_moved(c) {
            find_symbol(font, u32::from(c)).unwrap_or(c)
        } else {
            c
        }
    };

    text.chars().map(shown).collect()
}
