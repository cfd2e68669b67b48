//! Formulas of a page (MathML) in one line, and raised numbers in running text.
//!
//! In: an element. Out: what stands in its place. The decision that is not obvious: white space
//! between the parts of a formula says nothing; what has a place of its own is told by its element
//! alone.

use ego_tree::iter::Edge;
use scraper::node::{Element, Node};

use super::{NodeRef, element};
use crate::corpus::formula::{
    add_subscript, add_superscript, append_piece, bracket_if_needed, is_isotope, join_cells,
    join_rows, render_fraction, render_root, to_superscript,
};

/// How deep formulas may be nested; what is deeper is read without its structure.
const MOST_NESTED: usize = 50;
/// Longest exponent or mark of a note that is written in characters of its own.
const SCRIPT_CHARS: usize = 8;
/// How many nodes of a raised number are looked at.
const SCRIPT_NODES: usize = 32;

/// How far up what follows it is looked for.
const MOST_UP: usize = 3;

/// Elements that are a formula, or the part of one where the outermost element is missing.
const FORMULAS: &[&str] = &[
    "math",
    "menclose",
    "mfenced",
    "mfrac",
    "mmultiscripts",
    "mover",
    "mroot",
    "msqrt",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "munder",
    "munderover",
];
/// Signs over a letter, and what joins the letter instead.
const ACCENTS: &[(&str, char)] = &[
    ("^", '\u{302}'),
    ("ˆ", '\u{302}'),
    ("~", '\u{303}'),
    ("˜", '\u{303}'),
    ("¯", '\u{305}'),
    ("‾", '\u{305}'),
    (".", '\u{307}'),
    ("˙", '\u{307}'),
    ("¨", '\u{308}'),
];
/// Braces over or under a part, which say nothing in a line.
const BRACES: &[&str] = &["⏞", "⏟", "︷", "︸", "⎴", "⎵"];
/// Signs that nobody sees.
const UNSEEN: &[char] = &['\u{2061}', '\u{2062}', '\u{2063}', '\u{2064}', '\u{200b}'];
/// What begins the second half of an equation.
const RELATIONS: &[char] = &[
    '=', '<', '>', '≤', '≥', '≈', '≡', '∼', '≠', '→', '⇒', '⇔', '∈',
];
/// What opens a bracket, also one that its other half is missing of.
const OPENING: &[char] = &['(', '[', '{', '|', '‖', '⟨', '⌈', '⌊', '〈'];
/// After these a raised number refers to a note.
const ENDS: &[char] = &[
    '.', ',', ';', ':', '!', '?', '…', '”', '“', '"', '’', '»', '«', '。', '，', '」', '』', '！',
    '？',
];
/// Raised signs that refer to a note.
const NOTE_SIGNS: &[char] = &['*', '†', '‡', '§', '¶'];

/// Whether an element is a formula.
pub fn is_formula(element: &Element) -> bool {
    FORMULAS.contains(&element.name())
}

/// A part of a formula: which element it is, and what it says.
#[derive(Debug, Default)]
struct Part {
    name: String,
    line: String,
}

/// An element that is open.
#[derive(Debug, Default)]
struct Open<'a> {
    element: Option<&'a Element>,
    parts: Vec<Part>,
}

/// A formula in one line.
pub fn render_formula(formula: NodeRef) -> String {
    let mut open: Vec<Open> = vec![Open::default()];
    let mut too_deep = 0_usize;
    let mut hidden = None;

    for edge in formula.traverse() {
        match edge {
            Edge::Open(node) if hidden.is_none() => match node.value() {
                Node::Element(element) if element::is_hidden(element) => hidden = Some(node.id()),
                Node::Element(_) if open.len() > MOST_NESTED => too_deep += 1,
                Node::Element(element) => open.push(Open {
                    element: Some(element),
                    parts: Vec::new(),
                }),
                Node::Text(text) => {
                    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    let line = line.replace('\u{a0}', " ");
                    if let Some(open) = open.last_mut().filter(|_| !line.is_empty()) {
                        let name = String::new();
                        open.parts.push(Part { name, line });
                    }
                }
                _ => {}
            },
            Edge::Close(node) if hidden == Some(node.id()) => hidden = None,
            Edge::Close(node) if hidden.is_none() && node.value().is_element() => {
                if too_deep > 0 {
                    too_deep -= 1;
                } else if let Some(part) = open.pop().and_then(Open::closed)
                    && let Some(outer) = open.last_mut()
                {
                    outer.parts.push(part);
                }
            }
            _ => {}
        }
    }

    let parts = open.pop().map(|open| open.parts).unwrap_or_default();
    let line = join_in_line(&parts);
    line.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

impl Open<'_> {
    /// What the element says with all its parts.
    fn closed(self) -> Option<Part> {
        let element = self.element?;
        let parts = &self.parts;
        let part = |at: usize| parts.get(at).map_or("", |part| &part.line);
        let base = || parts.first().map(bracket_base).unwrap_or_default();
        let mut name = element.name();

        let line = match name {
            "mfrac" => render_fraction(part(0), part(1), has_bar(element)),
            "msup" => add_superscript(base(), part(1)),
            "msub" => add_subscript(base(), part(1)),
            "msubsup" | "munderover" => add_superscript(add_subscript(base(), part(1)), part(2)),
            "mover" => render_over_under(parts, add_superscript),
            "munder" => render_over_under(parts, add_subscript),
            "msqrt" => render_root("", &join_in_line(parts)),
            "mroot" => render_root(part(1), part(0)),
            "menclose"
                if element
                    .attr("notation")
                    .is_some_and(|n| n.contains("radical")) =>
            {
                render_root("", &join_in_line(parts))
            }
            "mmultiscripts" => render_scripts(parts),
            "mfenced" => render_fenced(element, parts),
            "mtr" | "mlabeledtr" => match join_split_equation(parts) {
                Some(equation) => {
                    name = "equation";
                    equation
                }
                None => join_cells(&part_lines(parts)),
            },
            "mtable" => {
                if parts.iter().any(|row| row.name == "equation") {
                    name = "equations";
                }
                join_rows(&part_lines(parts))
            }
            "maction" | "semantics" => part(0).to_owned(),
            "mphantom" => String::new(),
            "mspace" => " ".to_owned(),
            _ => {
                // What is alone in a row is the row.
                if let ([only], "mrow" | "mstyle" | "mpadded" | "merror") = (&parts[..], name) {
                    return Some(Part {
                        name: only.name.clone(),
                        line: only.line.clone(),
                    });
                }
                join_in_line(parts)
            }
        };
        Some(Part {
            name: name.to_owned(),
            line,
        })
    }
}

fn part_lines(parts: &[Part]) -> Vec<&str> {
    parts.iter().map(|part| part.line.as_str()).collect()
}

/// Parts one after the other, as a line.
fn join_in_line(parts: &[Part]) -> String {
    let mut text = String::new();
    let mut was_apart = false;
    for part in parts {
        let is_word = part.name == "mtext" || (part.name == "mi" && part.line.chars().count() > 1);
        let is_apart = is_word || part.name == "mfrac";
        let piece: String = part.line.chars().filter(|c| !UNSEEN.contains(c)).collect();

        if piece.is_empty() {
            continue;
        }

        // Brackets that are written are those of the matrix.
        let is_bare = part.name == "mtable" && !text.trim_end().ends_with(OPENING);
        if is_bare {
            text.extend(["(", &piece, ")"]);
        } else {
            append_piece(&mut text, &piece, is_apart || was_apart);
        }
        was_apart = is_apart;
    }
    text
}

/// What a part is raised above: in brackets unless it is one thing.
fn bracket_base(part: &Part) -> String {
    let is_one = matches!(part.name.as_str(), "mi" | "mn" | "mo" | "mtext" | "");
    if is_one || part.line.chars().count() == 1 {
        part.line.clone()
    } else {
        bracket_if_needed(&part.line)
    }
}

/// What stands over or under a part: a sign of its own, or a limit.
fn render_over_under(parts: &[Part], place: fn(String, &str) -> String) -> String {
    let [base, sign, ..] = parts else {
        return join_in_line(parts);
    };
    if BRACES.contains(&sign.line.as_str()) {
        return base.line.clone();
    }
    if sign.name != "mo" {
        return place(bracket_base(base), &sign.line);
    }

    let accent = ACCENTS.iter().find(|(known, _)| *known == sign.line);
    match accent.filter(|_| base.line.chars().count() == 1) {
        Some((_, accent)) => format!("{}{accent}", base.line),
        None => base.line.clone() + &sign.line,
    }
}

/// Indices and exponents on both sides: those before the base stand behind a mark of their own.
fn render_scripts(parts: &[Part]) -> String {
    let Some((base, rest)) = parts.split_first() else {
        return String::new();
    };
    let placed = |text: String, scripts: &[Part]| {
        scripts.chunks(2).fold(text, |text, pair| {
            let script = |at: usize| pair.get(at).map_or("", |part| &part.line);
            add_superscript(add_subscript(text, script(0)), script(1))
        })
    };

    let before = rest.iter().position(|part| part.name == "mprescripts");
    let (behind, before) = match before {
        Some(at) => (&rest[..at], &rest[at + 1..]),
        None => (rest, &[][..]),
    };
    placed(String::new(), before) + &placed(bracket_base(base), behind)
}

/// Parts between brackets, with what parts them.
fn render_fenced(element: &Element, parts: &[Part]) -> String {
    let signs: Vec<char> = element.attr("separators").unwrap_or(",").chars().collect();
    let signs: Vec<char> = signs.into_iter().filter(|c| !c.is_whitespace()).collect();

    let mut text = element.attr("open").unwrap_or("(").to_owned();
    for (at, part) in parts.iter().enumerate() {
        text.push_str(&part.line);
        let sign = signs
            .get(at)
            .or(signs.last())
            .filter(|_| at + 1 < parts.len());
        text.extend(sign);
        text.extend(sign.filter(|c| matches!(c, ',' | ';')).map(|_| ' '));
    }
    text + element.attr("close").unwrap_or(")")
}

/// A row that is an equation whose halves stand one below the other.
fn join_split_equation(cells: &[Part]) -> Option<String> {
    let later = cells.iter().skip(1);
    let mut later = later.map(|cell| cell.line.trim_start());
    later
        .any(|line| line.starts_with(RELATIONS))
        .then(|| part_lines(cells).concat())
}

fn has_bar(element: &Element) -> bool {
    let width = element.attr("linethickness").unwrap_or("1").trim();
    let number = width.trim_end_matches(|c: char| c.is_alphabetic() || c == '%');
    number.parse() != Ok(0.0)
}

/// What a raised number or sign is written as, behind what is `written` in the paragraph; `None`
/// where it is text like any other. A mark of a note is nothing.
pub fn render_superscript(node: NodeRef, written: &str) -> Option<String> {
    let text = script_text(node)?;
    let inner = text.trim_matches(['[', ']', '(', ')']);
    let is_number = !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit());
    let is_sign = !inner.is_empty() && inner.chars().all(|c| NOTE_SIGNS.contains(&c));
    let is_above = || text_behind(node).starts_with(['/', '⁄']);

    match written.chars().next_back() {
        // A note begins with its own mark.
        None => (is_number || is_sign).then(|| text + " "),
        Some(before) if before.is_numeric() && is_number && is_above() => Some(format!(" {text}")),
        Some(_) if is_number && is_above() => None,
        Some(_) if is_sign || (text.starts_with('[') && inner.len() < text.len()) => {
            Some(String::new())
        }
        Some(before) if is_number && ENDS.contains(&before) => Some(String::new()),
        Some(before) if before.is_numeric() || "⁺⁻⁼".contains(before) => {
            to_superscript(&text)
        }
        Some(before) if before.is_alphabetic() || matches!(before, ')' | ']') => {
            to_superscript(&text).filter(|_| !text.contains(char::is_alphabetic))
        }
        // The number of a verse is no part of its first word.
        Some(before) if before.is_whitespace() && is_number => {
            let next = text_behind(node);
            let is_verse = next.starts_with(char::is_alphabetic) && !is_isotope(written, next);
            is_verse.then(|| text + " ")
        }
        Some(_) => None,
    }
}

/// The text of a raised element, if it is short.
fn script_text(node: NodeRef) -> Option<String> {
    let nodes = node.descendants().take(SCRIPT_NODES);
    let pieces = nodes.filter_map(|n| n.value().as_text());
    let letters = pieces
        .flat_map(|text| text.chars())
        .filter(|c| !c.is_whitespace());
    let text: String = letters.take(SCRIPT_CHARS + 1).collect();
    (!text.is_empty() && text.chars().count() <= SCRIPT_CHARS).then_some(text)
}

/// The text right behind an element, which may be all that the elements around it hold.
fn text_behind(node: NodeRef<'_>) -> &str {
    let around = node.ancestors().take(MOST_UP);
    let last = around.take_while(|node| !node.value().as_element().is_some_and(element::is_block));

    let next = [node]
        .into_iter()
        .chain(last)
        .find_map(|node| node.next_sibling())
        .into_iter()
        .flat_map(|next| next.descendants());

    let text = next.take(SCRIPT_NODES).find_map(|n| n.value().as_text());
    text.map_or("", |text| &**text)
}
