//! A formula of Word (OMML) -> a line that says the same: `1/2`, `x²`, `√(a + b)`, `∑_(i=1)^n`.
//!
//! In: the elements of the formula, as they open and close. Out: the line, in the forms that all
//! formats share. The decision that is not obvious: an element that is not known says what its
//! parts say.

use quick_xml::events::BytesStart;

use crate::corpus::formula::{
    add_subscript, add_superscript, append_piece, bracket_if_needed, join_cells, join_rows,
    render_fraction, render_root,
};
use crate::corpus::xml::attribute;

/// How deep formulas may be nested; what is deeper is read without its structure.
const MOST_NESTED: usize = 50;

/// A formula that is being read.
#[derive(Debug, Default)]
pub struct Formula {
    /// Open elements, the innermost last.
    open: Vec<Element>,
    /// How many elements are open inside the last of them.
    too_deep: usize,
}

/// An element, with what its parts say.
#[derive(Debug, Default)]
struct Element {
    name: String,
    /// Text, and parts that need nothing between them.
    text: String,
    /// Parts with a place of their own, by name.
    parts: Vec<(String, String)>,
    /// Settings: which brackets, which sign.
    settings: Vec<(String, String)>,
}

impl Formula {
    /// An element opens.
    pub fn open(&mut self, tag: &BytesStart) {
        let name = tag.local_name().as_ref().to_owned();
        if self.open.len() >= MOST_NESTED {
            self.too_deep += 1;
            return;
        }

        // Settings stand in an element of their own, one level below what they say something of.
        let owner = self.open.len().checked_sub(2);
        let is_setting = matches!(
            name.as_str(),
            "chr" | "begChr" | "sepChr" | "endChr" | "type" | "pos" | "degHide"
        );
        if let Some(owner) = owner.filter(|_| is_setting) {
            let value = attribute(tag, "val").unwrap_or_default();
            self.open[owner].settings.push((name.clone(), value));
        }

        self.open.push(Element {
            name,
            ..Element::default()
        });
    }

    /// Text of the innermost element.
    pub fn text(&mut self, text: &str) {
        if let Some(element) = self.open.last_mut() {
            element.text.push_str(text);
        }
    }

    /// An element closes; the formula as a line when it is the outermost.
    pub fn close(&mut self) -> Option<String> {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return None;
        }

        let element = self.open.pop()?;
        let line = element.line();
        let Some(outer) = self.open.last_mut() else {
            return Some(line);
        };

        if PARTS.contains(&element.name.as_str()) {
            outer.parts.push((element.name, line));
        } else {
            let is_apart = element.name == "f" || outer.ends_in_fraction();
            append_piece(&mut outer.text, &line, is_apart);
            outer.parts.push((element.name, String::new()));
        }
        None
    }
}

/// Elements that are a part of their parent with a place of its own.
const PARTS: &[&str] = &["num", "den", "e", "sub", "sup", "deg", "fName", "lim", "mr"];

impl Element {
    fn ends_in_fraction(&self) -> bool {
        self.parts.last().is_some_and(|(name, _)| name == "f")
    }

    /// A part; empty if there is none.
    fn part(&self, name: &str) -> &str {
        self.all(name).first().copied().unwrap_or_default()
    }

    fn all(&self, name: &str) -> Vec<&str> {
        let named = self.parts.iter().filter(|(part, _)| part == name);
        named.map(|(_, line)| line.as_str()).collect()
    }

    fn setting<'a>(&'a self, name: &str, usual: &'a str) -> &'a str {
        let said = self.settings.iter().find(|(setting, _)| setting == name);
        said.map_or(usual, |(_, value)| value)
    }

    /// What the element says, in a line.
    fn line(&self) -> String {
        let base = self.part("e");
        let list = |between: &str| self.all("e").join(between);

        match self.name.as_str() {
            "f" => {
                let has_bar = self.setting("type", "bar") != "noBar";
                render_fraction(self.part("num"), self.part("den"), has_bar)
            }
            "sSup" => add_superscript(bracket_if_needed(base), self.part("sup")),
            "sSub" => add_subscript(bracket_if_needed(base), self.part("sub")),
            "sSubSup" => add_superscript(
                add_subscript(bracket_if_needed(base), self.part("sub")),
                self.part("sup"),
            ),
            "sPre" => {
                add_superscript(
                    add_subscript(String::new(), self.part("sub")),
                    self.part("sup"),
                ) + base
            }
            "rad" => render_root(self.part("deg"), base),
            "nary" => {
                let sign = self.setting("chr", "∫").to_owned();
                let sign = add_superscript(add_subscript(sign, self.part("sub")), self.part("sup"));
                format!("{sign} {base}").trim_end().to_owned()
            }
            "d" => {
                let [begin, end] = [("begChr", "("), ("endChr", ")")]
                    .map(|(name, usual)| self.setting(name, usual));
                begin.to_owned() + &list(self.setting("sepChr", "|")) + end
            }
            "func" => {
                if base.starts_with('(') {
                    format!("{}{base}", self.part("fName"))
                } else {
                    format!("{} {base}", self.part("fName")).trim().to_owned()
                }
            }
            "limLow" => add_subscript(base.to_owned(), self.part("lim")),
            "limUpp" => add_superscript(base.to_owned(), self.part("lim")),
            "acc" => base.to_owned() + self.setting("chr", "\u{302}"),
            "bar" if self.setting("pos", "bot") == "top" => base.to_owned() + "\u{305}",
            "m" => format!("({})", join_rows(&self.all("mr"))),
            "mr" => join_cells(&self.all("e")),
            "eqArr" => list("\n"),
            // Words and signs; of what is not known, what its parts say.
            _ => {
                let parts = self.parts.iter().map(|(_, line)| line.as_str());
                self.text.clone() + &parts.collect::<String>()
            }
        }
    }
}
