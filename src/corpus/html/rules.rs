//! The text of a style sheet -> its rules: to which elements they apply, and what they say.
//!
//! The decision that is not obvious: of the selectors only those are known that name one element by its name, id and
//! classes, or an item of such a list; a rule that is not understood says nothing.

use scraper::node::Element;

/// Properties that are looked at.
const KNOWN: &[&str] = &[
    "bottom",
    "display",
    "font-size",
    "font-variant-position",
    "list-style",
    "list-style-type",
    "position",
    "top",
    "vertical-align",
    "visibility",
];
/// A list that counts by itself, with the format of its numbers.
pub const COUNTER: &str = "-counter";

/// What is said of some elements.
#[derive(Debug, Clone, Default)]
pub struct Rule {
    pub tag: String,
    pub id: String,
    pub classes: Vec<String>,
    /// Which of two rules counts: the narrower, then the later.
    pub weight: (usize, usize, usize, usize),
    /// Properties with their values, in small letters.
    pub said: Vec<(String, String)>,
}

impl Rule {
    /// A rule, and what an element must have for it; `None` where its selector is of no known kind.
    pub fn of(selector: &str, order: usize, said: Vec<(String, String)>) -> Option<(String, Rule)> {
        let is_known = |c: char| c.is_alphanumeric() || matches!(c, '.' | '#' | '-' | '_');
        if selector.is_empty() || !selector.chars().all(is_known) {
            return None;
        }

        let mut rule = Rule {
            said,
            ..Rule::default()
        };
        let starts: Vec<usize> = selector
            .match_indices(['.', '#'])
            .map(|(at, _)| at)
            .collect();
        let ends = starts.iter().skip(1).copied().chain([selector.len()]);
        rule.tag = selector[..starts.first().copied().unwrap_or(selector.len())].to_lowercase();
        for (start, end) in starts.iter().zip(ends) {
            match (
                &selector[*start..=*start],
                selector[start + 1..end].to_owned(),
            ) {
                ("#", id) => rule.id = id,
                (_, class) => rule.classes.push(class),
            }
        }
        rule.weight = (
            usize::from(!rule.id.is_empty()),
            rule.classes.len(),
            usize::from(!rule.tag.is_empty()),
            order,
        );

        let key = match (rule.classes.first(), rule.id.as_str()) {
            (_, id) if !id.is_empty() => format!("#{id}"),
            (Some(class), _) => format!(".{class}"),
            (None, _) => rule.tag.clone(),
        };
        Some((key, rule))
    }

    pub fn fits(&self, element: &Element) -> bool {
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

/// How numbers are written that a rule counts: `content: counter(law, lower-roman) ". "`.
pub fn parse_counter_format(block: &str) -> Option<String> {
    let (_, counter) = block.split_once("counter")?;
    let inner = counter
        .trim_start_matches('s')
        .trim_start()
        .strip_prefix('(')?;
    let (inner, _) = inner.split_once(')')?;
    let format = inner.rsplit(',').next().filter(|_| inner.contains(','));
    let format = format.map(|format| format.trim().to_lowercase());
    Some(format.unwrap_or_else(|| "decimal".to_owned()))
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
