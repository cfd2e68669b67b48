//! A formula of Word (OMML) -> a line that says the same: `1/2`, `x²`, `√(a + b)`, `∑_(i=1)^n`.
//!
//! In print the place of a number says what it is, so letters and digits alone would run together: a half
//! would be read as twelve. What Unicode can raise is raised; all else is written as on a keyboard, with
//! brackets where they are needed.

use quick_xml::events::BytesStart;

use crate::corpus::xml::attribute;

/// How deep formulas may be nested; what is deeper is read without its structure.
const MOST_NESTED: usize = 50;
const RAISED: (&str, &str) = ("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ");
const LOWERED: (&str, &str) = ("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎");

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
            join(&mut outer.text, &line, is_apart);
            outer.parts.push((element.name, String::new()));
        }
        None
    }
}

/// Elements that are a part of their parent with a place of its own.
const PARTS: &[&str] = &["num", "den", "e", "sub", "sup", "deg", "fName", "lim", "mr"];

/// Writes a piece after another, with a space if one of them is a fraction and they would run together.
fn join(text: &mut String, piece: &str, is_apart: bool) {
    let meets = text.ends_with(char::is_alphanumeric) && piece.starts_with(char::is_alphanumeric);
    if is_apart && meets {
        text.push(' ');
    }
    text.push_str(piece);
}

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
                // One above the other without a bar, as in a binomial.
                let is_bare = self.setting("type", "bar") == "noBar";
                let bar = if is_bare { "¦" } else { "/" };
                bracketed(self.part("num")) + bar + &bracketed(self.part("den"))
            }
            "sSup" => raise(bracketed(base), self.part("sup")),
            "sSub" => lower(bracketed(base), self.part("sub")),
            "sSubSup" => raise(lower(bracketed(base), self.part("sub")), self.part("sup")),
            "sPre" => raise(lower(String::new(), self.part("sub")), self.part("sup")) + base,
            "rad" => {
                let degree = raise(String::new(), self.part("deg"));
                degree.trim_start_matches('^').to_owned() + "√" + &bracketed(base)
            }
            "nary" => {
                let sign = self.setting("chr", "∫").to_owned();
                let sign = raise(lower(sign, self.part("sub")), self.part("sup"));
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
            "limLow" => lower(base.to_owned(), self.part("lim")),
            "limUpp" => raise(base.to_owned(), self.part("lim")),
            "acc" => base.to_owned() + self.setting("chr", "\u{302}"),
            "bar" if self.setting("pos", "bot") == "top" => base.to_owned() + "\u{305}",
            "m" => format!("({})", self.all("mr").join("; ")),
            "mr" => list(", "),
            "eqArr" => list("\n"),
            // Words and signs; of what is not known, what its parts say.
            _ => {
                let parts = self.parts.iter().map(|(_, line)| line.as_str());
                self.text.clone() + &parts.collect::<String>()
            }
        }
    }
}

/// A part in brackets, unless it is one number, one word, or has some already.
fn bracketed(part: &str) -> String {
    let is_one = part
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '\u{300}'..='\u{36f}'));
    if is_one || is_enclosed(part) {
        part.to_owned()
    } else {
        format!("({part})")
    }
}

/// Whether a bracket at the beginning closes at the end, and no sooner.
fn is_enclosed(part: &str) -> bool {
    let mut depth = 0_usize;
    for (at, c) in part.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at > 0 && at + c.len_utf8() == part.len();
        }
    }
    false
}

fn raise(base: String, part: &str) -> String {
    placed(base, part, "^", RAISED)
}

/// Signs that are raised behind a number, if all of them can be: without, ten to the sixth would be 106.
pub fn raised(text: &str) -> Option<String> {
    small(text, RAISED)
}

fn lower(base: String, part: &str) -> String {
    placed(base, part, "_", LOWERED)
}

fn placed(base: String, part: &str, mark: &str, signs: (&str, &str)) -> String {
    let part = part.trim();
    match small(part, signs) {
        Some(signs) => base + &signs,
        // A prime is raised as it is.
        None if part.chars().all(|c| "′″'*°".contains(c)) => base + part,
        None => base + mark + &bracketed(part),
    }
}

fn small(text: &str, (plain, small): (&str, &str)) -> Option<String> {
    let sign = |c: char| {
        plain
            .chars()
            .zip(small.chars())
            .find(|(plain, _)| *plain == c)
    };
    text.chars().map(|c| Some(sign(c)?.1)).collect()
}
