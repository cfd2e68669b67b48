//! What the style sheets in a page say of how its elements are shown: whether at all, and with
//! which number.
//!
//! In: the page, and the sheets that it has in files. Out: the value of a property for an element.
//! The decision that is not obvious: what a page shows on paper only is not what a reader sees.

use std::collections::HashMap;
use std::rc::Rc;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::Html;
use scraper::node::{Element, Node};

use super::rules::{
    COUNTER, Rule, block_end, list_of_marker, parse_declarations, parse_marker, strip_comments,
};
use super::{NodeRef, element, is_tag};

/// More than so many rules are not read.
const MOST_RULES: usize = 2_000;
/// Sizes of letters that are smaller than usual, and the usual size in each unit.
const SMALL: &[&str] = &["smaller", "small", "x-small", "xx-small"];
const SMALLER: &[(&str, f64)] = &[
    ("%", 90.0),
    ("em", 0.9),
    ("rem", 0.9),
    ("pt", 9.0),
    ("px", 12.0),
];
/// Elements that a script shows once it has run.
const ROOTS: &[&str] = &["html", "body", "main"];

/// The style sheets in files, by what a link says.
pub type Files<'f> = dyn FnMut(&str) -> Option<Rc<Styles>> + 'f;

/// The rules of the style sheets, by the name, class or id that their elements have.
#[derive(Debug, Default)]
pub struct Styles {
    rules: HashMap<String, Vec<Rule>>,
    count: usize,
}

impl Styles {
    /// Reads the style sheets of a page in their order, those in it and those in `files`.
    pub fn of(page: &Html, files: &mut Files) -> Styles {
        let mut styles = Styles::default();
        for node in page.tree.nodes() {
            if is_tag(&node, "style") {
                let pieces = node.children().filter_map(|node| node.value().as_text());
                let text: String = pieces.map(|text| &**text).collect();
                styles.add(&Styles::read(&text));
            } else if let Some(file) = node.value().as_element().and_then(linked_sheet) {
                styles.add(&files(file).unwrap_or_default());
            }
        }

        styles
    }

    /// Reads one style sheet.
    pub fn read(sheet: &str) -> Styles {
        let mut styles = Styles::default();
        styles.rules_of(&strip_comments(sheet));
        styles
    }

    /// Adds the rules of a later sheet.
    fn add(&mut self, later: &Styles) {
        if self.count >= MOST_RULES {
            return;
        }

        for (key, rules) in &later.rules {
            let rules = rules.iter().cloned().map(|mut rule| {
                rule.weight.3 += self.count;
                rule
            });
            self.rules.entry(key.clone()).or_default().extend(rules);
        }

        self.count += later.count;
    }

    /// What is said of one of these properties, the last word on it.
    pub fn value(&self, node: NodeRef, names: &[&str]) -> Option<String> {
        let element = node.value().as_element()?;
        let own = element
            .attr("style")
            .map(parse_declarations)
            .unwrap_or_default();
        let is_named = |(name, _): &&(String, String)| names.contains(&name.as_str());
        let last = |said: &[(String, String)]| {
            let said = said.iter().rev().find(is_named);
            said.map(|(_, value)| value.clone())
        };

        last(&own).or_else(|| {
            let saying = self
                .matching(node, element)
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
                        let length = text.trim().len();
                        all += length;
                        unseen += inside.map_or(0, |_| length);
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
        let says = |name: &str, value: &str| self.value(node, &[name]).as_deref() == Some(value);
        !is_kept && (says("display", "none") || says("visibility", "hidden"))
    }

    /// Whether an element is raised above its line. What is not called so is raised only if it is
    /// small, too: elsewhere a shift puts right how two fonts meet.
    pub fn raises(&self, node: NodeRef) -> bool {
        let value = |name: &str| self.value(node, &[name]).unwrap_or_default();
        let align = value("vertical-align");
        if align == "super" || value("font-variant-position") == "super" {
            return true;
        }

        let is_up = || matches!(align.as_str(), "top" | "text-top") || parse_length(&align) > 0.0;
        let is_moved = || {
            let up = parse_length(&value("bottom")) - parse_length(&value("top"));
            up > 0.0 && value("position") == "relative"
        };
        is_small(&value("font-size")) && (is_up() || is_moved())
    }

    fn matching<'s>(
        &'s self,
        node: NodeRef<'s>,
        element: &'s Element,
    ) -> impl Iterator<Item = &'s Rule> {
        let id = element.id().map(|id| format!("#{id}"));
        let classes = element.classes().map(|class| format!(".{class}"));
        let keys = classes.chain(id).chain([element.name().to_owned()]);

        keys.filter_map(|key| self.rules.get(&key))
            .flatten()
            .filter(move |rule| rule.fits(node))
    }

    fn rules_of(&mut self, sheet: &str) {
        let mut rest = sheet;
        while let Some((selectors, after)) = rest.split_once('{') {
            // What stands before a semicolon is a rule without a block, and before a brace the end
            // of a block that was stepped into.
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
        let said = parse_declarations(block);
        let of_list = parse_marker(block);
        for selector in selectors.split(',').map(str::trim) {
            if self.count >= MOST_RULES {
                return;
            }

            let (selector, said) = match list_of_marker(selector) {
                Some(list) => match &of_list {
                    Some(marker) => (list, vec![(COUNTER.to_owned(), marker.clone())]),
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

/// The file of a style sheet that counts on a screen.
fn linked_sheet(link: &Element) -> Option<&str> {
    let relation = link.attr("rel").unwrap_or_default().to_ascii_lowercase();
    let mut relations = relation.split_whitespace();
    let is_sheet = relations.any(|word| word == "stylesheet") && !relation.contains("alternate");
    let media = link.attr("media").unwrap_or("all").to_ascii_lowercase();
    let is_shown = media.contains("all") || media.contains("screen");
    link.attr("href")
        .filter(|_| link.name() == "link" && is_sheet && is_shown)
}

/// The number of a length, `0.4em` or `-3pt`; 0 for what is none.
fn parse_length(value: &str) -> f64 {
    let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    number.parse().unwrap_or(0.0)
}

/// Whether letters of this size are smaller than those around them.
fn is_small(size: &str) -> bool {
    let unit = size.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    SMALL.contains(&size)
        || SMALLER
            .iter()
            .any(|(name, usual)| *name == unit && parse_length(size) < *usual)
}
