//! What the style sheets in a page say of how its elements are shown: whether at all, and with which number.
//!
//! In: the page. Out: the value of a property for an element. The decision that is not obvious: of the selectors
//! only those are known that name one element by its name, id and classes, or an item of such a list; a rule
//! that is not understood says nothing. What a page shows on paper only is not what a reader sees.

use std::collections::HashMap;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::Html;
use scraper::node::{Element, Node};

use super::{NodeRef, element, is_tag};

/// Properties that are looked at.
const KNOWN: &[&str] = &["display", "visibility", "list-style", "list-style-type"];
/// A list that counts by itself, with the format of its numbers.
pub const COUNTER: &str = "-counter";
/// More than so many rules are not read.
const MOST_RULES: usize = 2_000;
/// Elements that a script shows once it has run.
const ROOTS: &[&str] = &["html", "body", "main"];

/// The rules of the style sheets, by the name, class or id that their elements have.
#[derive(Debug, Default)]
pub struct Styles {
    rules: HashMap<String, Vec<Rule>>,
    count: usize,
}

/// What is said of some elements.
#[derive(Debug, Clone, Default)]
struct Rule {
    tag: String,
    id: String,
    classes: Vec<String>,
    /// Which of two rules counts: the narrower, then the later.
    weight: (usize, usize, usize, usize),
    /// Properties with their values, in small letters.
    said: Vec<(String, String)>,
}

impl Styles {
    /// Reads the style sheets of a page.
    pub fn of(page: &Html) -> Styles {
        let mut styles = Styles::default();
        let sheets = page.tree.nodes().filter(|node| is_tag(node, "style"));
        for sheet in sheets {
            let pieces = sheet.children().filter_map(|node| node.value().as_text());
            let text: String = pieces.map(|text| &**text).collect();
            styles.read(&without_comments(&text));
        }
        styles
    }

    /// What is said of one of these properties, the last word on it.
    pub fn value(&self, element: &Element, names: &[&str]) -> Option<String> {
        let own = element.attr("style").map(declarations).unwrap_or_default();
        let is_named = |(name, _): &&(String, String)| names.contains(&name.as_str());
        let last = |said: &[(String, String)]| {
            let said = said.iter().rev().find(is_named);
            said.map(|(_, value)| value.clone())
        };
        last(&own).or_else(|| {
            let saying = self
                .matching(element)
                .filter_map(|rule| Some((rule.weight, last(&rule.said)?)));
            saying
                .max_by_key(|(weight, _)| *weight)
                .map(|(_, value)| value)
        })
    }

    /// The elements that are not shown because a sheet says so. Where that is nearly all of the
    /// text, a script shows it.
    pub fn hidden(&self, page: &Html) -> Vec<NodeId> {
        let says = |rule: &Rule| {
            rule.said
                .iter()
                .any(|(_, value)| value == "none" || value == "hidden")
        };
        if !self.rules.values().flatten().any(says) {
            return Vec::new();
        }

        let mut all = 0;
        let mut unseen = 0;
        let mut hidden: Vec<NodeId> = Vec::new();
        let mut inside = None;
        // The outermost element that is not shown anyway.
        let mut apart = None;
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => {
                    if let Node::Text(text) = node.value()
                        && apart.is_none()
                    {
                        all += text.trim().len();
                        unseen += if inside.is_some() {
                            text.trim().len()
                        } else {
                            0
                        };
                    }
                    let is_apart = node.value().as_element().is_some_and(element::is_hidden);
                    if apart.is_none() && is_apart {
                        apart = Some(node.id());
                    }
                    if apart.or(inside).is_none() && self.hides(node) {
                        inside = Some(node.id());
                        hidden.push(node.id());
                    }
                }
                Edge::Close(node) => {
                    inside.take_if(|id| *id == node.id());
                    apart.take_if(|id| *id == node.id());
                }
            }
        }
        if unseen * 10 > all * 9 {
            Vec::new()
        } else {
            hidden
        }
    }

    fn hides(&self, node: NodeRef) -> bool {
        let Some(element) = node.value().as_element() else {
            return false;
        };
        let is_kept = ROOTS.contains(&element.name())
            || element::is_note(element)
            || element::is_shown_formula(element);
        let says = |name: &str, value: &str| self.value(element, &[name]).as_deref() == Some(value);
        !is_kept && (says("display", "none") || says("visibility", "hidden"))
    }

    fn matching<'s>(&'s self, element: &'s Element) -> impl Iterator<Item = &'s Rule> {
        let id = element.id().map(|id| format!("#{id}"));
        let classes = element.classes().map(|class| format!(".{class}"));
        let keys = classes.chain(id).chain([element.name().to_owned()]);
        keys.filter_map(|key| self.rules.get(&key))
            .flatten()
            .filter(|rule| rule.fits(element))
    }

    fn read(&mut self, sheet: &str) {
        let mut rest = sheet;
        while let Some((selectors, after)) = rest.split_once('{') {
            // What stands before a semicolon is a rule without a block, and before a brace the end of a block that was
            // stepped into.
            let selectors = selectors.rsplit([';', '}']).next().unwrap_or_default();
            let selectors = selectors.trim();
            let media = selectors.strip_prefix("@media").map(str::trim);
            // Stepped into rather than read by itself: the page says how deep such blocks lie.
            if media.is_some_and(|media| media == "screen" || media == "all") {
                rest = after;
                continue;
            }

            let end = block_end(after);
            let (block, after) = after.split_at(end);
            rest = after.strip_prefix('}').unwrap_or_default();

            if !selectors.starts_with('@') {
                self.rule(selectors, block);
            }
        }
    }

    fn rule(&mut self, selectors: &str, block: &str) {
        let said = declarations(block);
        let of_list = counter(block);
        for selector in selectors.split(',').map(str::trim) {
            if self.count >= MOST_RULES {
                return;
            }

            let (selector, said) = match marker_of(selector) {
                Some(list) => match &of_list {
                    Some(format) => (list, vec![(COUNTER.to_owned(), format.clone())]),
                    None => continue,
                },
                None => (selector, said.clone()),
            };
            if said.is_empty() {
                continue;
            }

            self.count += 1;
            if let Some((key, rule)) = Rule::of(selector, self.count, said) {
                self.rules.entry(key).or_default().push(rule);
            }
        }
    }
}

impl Rule {
    /// A rule, and what an element must have for it; `None` where its selector is of no known kind.
    fn of(selector: &str, order: usize, said: Vec<(String, String)>) -> Option<(String, Rule)> {
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

    fn fits(&self, element: &Element) -> bool {
        let has = |class: &String| element.classes().any(|own| own == class);
        (self.tag.is_empty() || self.tag == element.name())
            && (self.id.is_empty() || element.id() == Some(&self.id))
            && self.classes.iter().all(has)
    }
}

/// The list that writes the marks of its items itself: `ol.law > li::before`.
fn marker_of(selector: &str) -> Option<&str> {
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
fn counter(block: &str) -> Option<String> {
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
fn declarations(block: &str) -> Vec<(String, String)> {
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
fn block_end(text: &str) -> usize {
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

fn without_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        out.push(' ');
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}
