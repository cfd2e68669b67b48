//! The text of a style sheet -> its rules: to which elements they apply, and what they say.
//!
//! The decision that is not obvious: of the selectors only those are known that name elements by
//! their names, ids and classes, one inside the other perhaps, or an item of such a list; a rule
//! that is not understood says nothing.

use scraper::node::Element;

use super::NodeRef;

/// Properties that are looked at.
const KNOWN: &[&str] = &[
    "bottom",
    "display",
    "float",
    "font-size",
    "font-variant-position",
    "list-style",
    "list-style-type",
    "position",
    "top",
    "vertical-align",
    "visibility",
];
/// A list that writes the marks of its items by itself.
pub const COUNTER: &str = "-counter";

/// Class of a page until its scripts run.
const NO_SCRIPTS: &str = ".no-js";
/// How far above an element what a selector names before it is looked for.
const MOST_UP: usize = 64;

/// What is said of some elements.
#[derive(Debug, Clone, Default)]
pub struct Rule {
    /// What the selector names, the innermost last: groups of elements of which each is the child
    /// of the one before, and each group stands somewhere in the one before.
    groups: Vec<Vec<Named>>,
    /// Which of two rules counts: the narrower, then the later.
    pub weight: (usize, usize, usize, usize),
    /// Properties with their values, in small letters.
    pub said: Vec<(String, String)>,
}

/// What an element has by which a selector names it.
#[derive(Debug, Clone, Default)]
struct Named {
    tag: String,
    id: String,
    classes: Vec<String>,
}

impl Rule {
    /// A rule, and what an element must have for it; `None` where its selector is of no known kind.
    pub fn of(selector: &str, order: usize, said: Vec<(String, String)>) -> Option<(String, Rule)> {
        let spaced = selector.replace('>', " > ");
        let mut groups: Vec<Vec<Named>> = Vec::new();
        let mut is_child = false;
        for word in spaced.split_whitespace() {
            if word == ">" {
                is_child = true;
                continue;
            }
            let named = Named::parse(word)?;
            match groups.last_mut().filter(|_| is_child) {
                Some(group) => group.push(named),
                None => groups.push(vec![named]),
            }
            is_child = false;
        }

        let key = groups.last()?.last()?.key();
        let count = |part: fn(&Named) -> usize| groups.iter().flatten().map(part).sum();
        let rule = Rule {
            weight: (
                count(|named| usize::from(!named.id.is_empty())),
                count(|named| named.classes.len()),
                count(|named| usize::from(!named.tag.is_empty())),
                order,
            ),
            groups,
            said,
        };
        Some((key, rule))
    }

    pub fn fits(&self, node: NodeRef) -> bool {
        let Some((own, around)) = self.groups.split_last() else {
            return false;
        };

        let top = around.iter().rev().fold(find_top(node, own), |top, group| {
            let mut above = top?.ancestors().take(MOST_UP);
            above.find_map(|node| find_top(node, group))
        });
        top.is_some()
    }
}

/// The outermost element of a group whose innermost is this one.
fn find_top<'n>(node: NodeRef<'n>, group: &[Named]) -> Option<NodeRef<'n>> {
    let mut place = Some(node);
    let mut top = node;
    for named in group.iter().rev() {
        top = place.filter(|node| node.value().as_element().is_some_and(|e| named.fits(e)))?;
        place = top.parent();
    }
    Some(top)
}

impl Named {
    fn parse(word: &str) -> Option<Named> {
        let is_known = |c: char| c.is_alphanumeric() || matches!(c, '.' | '#' | '-' | '_');
        // What is said for browsers that run no scripts is not what a reader sees.
        if !word.chars().all(is_known) || word.contains(NO_SCRIPTS) {
            return None;
        }

        let starts: Vec<usize> = word.match_indices(['.', '#']).map(|(at, _)| at).collect();
        let ends = starts.iter().skip(1).copied().chain([word.len()]);
        let mut named = Named {
            tag: word[..starts.first().copied().unwrap_or(word.len())].to_lowercase(),
            ..Named::default()
        };
        for (start, end) in starts.iter().zip(ends) {
            match (&word[*start..=*start], word[start + 1..end].to_owned()) {
                ("#", id) => named.id = id,
                (_, class) => named.classes.push(class),
            }
        }
        Some(named)
    }

    /// What its rules are looked up by.
    fn key(&self) -> String {
        match (self.classes.first(), self.id.as_str()) {
            (_, id) if !id.is_empty() => format!("#{id}"),
            (Some(class), _) => format!(".{class}"),
            (None, _) => self.tag.clone(),
        }
    }

    fn fits(&self, element: &Element) -> bool {
        let has = |class: &String| element.classes().any(|own| own == class);
        (self.tag.is_empty() || self.tag == element.name())
            && (self.id.is_empty() || element.id() == Some(&self.id))
            && self.classes.iter().all(has)
    }
}

/// The list that writes the marks of its items itself: `ol.law > li::before`.
pub fn list_of_marker(selector: &str) -> Option<&str> {
    let item = selector
        .strip_suffix(":before")?
        .trim_end_matches(':')
        .trim_end();
    let list = item
        .strip_suffix("li")
        .map(|list| list.trim_end_matches(['>', ' ']));
    Some(list.filter(|list| !list.is_empty()).unwrap_or(item))
}

/// What a rule writes before an item, parted by tabs: what stands before its number, the format of
/// that, and what stands behind it: `content: "(" counter(law, lower-roman) ") "`. A sign has no
/// format.
pub fn parse_marker(block: &str) -> Option<String> {
    let (_, content) = block.split_once("content")?;
    let content = content.trim_start().strip_prefix(':')?;
    let content = content.split(';').next().unwrap_or_default();
    let Some((before, counter)) = content.split_once("counter") else {
        let sign = unquote(content);
        let is_sign = sign.contains(|c: char| !c.is_whitespace());
        return is_sign.then(|| format!("{}\t\t", sign.trim()));
    };

    let inner = counter.trim_start_matches('s').trim_start();
    let (inner, after) = inner.strip_prefix('(')?.split_once(')')?;
    let format = inner.rsplit(',').next().filter(|_| inner.contains(','));
    let format = format.map_or_else(|| "decimal".to_owned(), |own| own.trim().to_lowercase());
    // Of a number with parts the last alone is known.
    let (before, after) = if after.contains("counter") {
        (String::new(), String::new())
    } else {
        (unquote(before), unquote(after))
    };
    Some([before.trim(), &format, after.trim()].join("\t"))
}

/// What stands in quotation marks in a value, with `\25cf` for the sign of this number.
fn unquote(value: &str) -> String {
    let quoted = value.split(['"', '\'']).skip(1).step_by(2);
    let decode = |text: &str| {
        let mut pieces = text.split('\\');
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let digits = piece
                .chars()
                .take_while(char::is_ascii_hexdigit)
                .take(6)
                .count();
            let sign = u32::from_str_radix(&piece[..digits], 16).ok();
            out.extend(sign.and_then(char::from_u32));
            out.push_str(&piece[digits..]);
        }
        out
    };

    quoted.map(decode).collect()
}

/// What is said of the properties that are known.
pub fn parse_declarations(block: &str) -> Vec<(String, String)> {
    let pairs = block.split(';').filter_map(|said| said.split_once(':'));
    let pairs = pairs.map(|(name, value)| {
        let value = value.replace("!important", "");
        (name.trim().to_lowercase(), value.trim().to_lowercase())
    });
    pairs
        .filter(|(name, _)| KNOWN.contains(&name.as_str()))
        .collect()
}

/// Where a block ends, with the blocks in it.
pub fn block_end(text: &str) -> usize {
    let mut depth = 1_usize;
    let end = text.char_indices().find(|(_, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0
    });

    end.map_or(text.len(), |(at, _)| at)
}

pub fn strip_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        out.push(' ');
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}
