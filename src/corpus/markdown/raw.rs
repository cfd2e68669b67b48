//! The HTML inside Markdown, made harmless for the text around it.
//!
//! In: blocks of HTML and single tags. Out: the same without what means nothing to a text, or would
//! swallow what follows. The decision that is not obvious: a tag that hides its content counts only
//! where it is closed in the same block: in running text, `<title>` or `<object>` is somebody's
//! placeholder.

use crate::corpus::html::tag_end;

/// Tags that only change how text looks. Left open, a browser would open them anew in every
/// paragraph.
const LOOKS: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Tags whose content is not read.
const HIDES: &[&str] = &[
    "aside",
    "audio",
    "button",
    "canvas",
    "datalist",
    "head",
    "iframe",
    "map",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
    "xmp",
];
/// Of these, those that are a program and no text even where they are not closed.
const PROGRAMS: &[&str] = &["script", "style"];
/// Tags without content.
const VOID: &[&str] = &["br", "hr", "img", "input", "wbr"];
/// Most tags that are open at a time.
const DEPTH: usize = 200;

/// What has been seen of the HTML so far.
#[derive(Debug, Default)]
pub struct Raw {
    depth: usize,
}

impl Raw {
    /// A block of HTML.
    pub fn block(&mut self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut never_closed: Vec<String> = Vec::new();
        let mut at = 0;

        while let Some(open) = html[at..].find('<').map(|found| at + found) {
            out.push_str(&html[at..open]);
            if !is_tag(&html[open..]) {
                out.push_str("&lt;");
                at = open + 1;
                continue;
            }
            let Some(end) = tag_end(html, open) else {
                out.push_str(&html[open..].replace('<', "&lt;"));
                return out;
            };

            let tag = &html[open..end];
            let name = tag_name(tag);
            if !HIDES.contains(&name.as_str()) {
                out.push_str(self.kept(tag, &name));
                at = end;
                continue;
            }

            let known = never_closed.contains(&name);
            let close = (!known)
                .then(|| find_element_end(html, end, &name))
                .flatten();
            let is_program = PROGRAMS.contains(&name.as_str()) && !tag.starts_with("</");
            match close {
                Some(close) => {
                    out.push_str(&html[open..close]);
                    at = close;
                }
                None if is_program => return out,
                None => {
                    never_closed.push(name);
                    at = end;
                }
            }
        }

        out.push_str(&html[at..]);
        out
    }

    /// A single tag in running text.
    pub fn inline<'t>(&mut self, tag: &'t str) -> &'t str {
        let name = tag_name(tag);
        if HIDES.contains(&name.as_str()) {
            return "";
        }
        self.kept(tag, &name)
    }

    fn kept<'t>(&mut self, tag: &'t str, name: &str) -> &'t str {
        if VOID.contains(&name) {
            return tag;
        }
        if LOOKS.contains(&name) || name.is_empty() {
            return "";
        }

        if tag.starts_with("</") {
            self.depth = self.depth.saturating_sub(1);
        } else if self.depth >= DEPTH {
            return "";
        } else {
            self.depth += 1;
        }
        tag
    }
}

fn is_tag(html: &str) -> bool {
    html[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// The name of a tag in small letters.
fn tag_name(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    name[..end.unwrap_or(name.len())].to_ascii_lowercase()
}

/// Where the element that begins before `from` ends, behind its end tag.
fn find_element_end(html: &str, from: usize, name: &str) -> Option<usize> {
    html[from..].match_indices("</").find_map(|(at, _)| {
        let start = from + at;
        let found = html.as_bytes().get(start + 2..start + 2 + name.len())?;
        found
            .eq_ignore_ascii_case(name.as_bytes())
            .then(|| tag_end(html, start))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_structures_a_text_stays_of_its_html() {
        let check = |html: &str, expected: &str| assert_eq!(Raw::default().block(html), expected);
        check("<p align=center>x<br/>y</p>", "<p align=center>x<br/>y</p>");
        check("<b x><a href=\"y>z\">x</a></b>", "x");
        check(
            "<script>if (a < b) c()</script>x",
            "<script>if (a < b) c()</script>x",
        );
        check("x<style>p {}\nq", "x");
        check("<title>x", "x");
        check("1 < 2 <x", "1 &lt; 2 &lt;x");
        check("</title><i>x", "x");

        assert_eq!(Raw::default().inline("<object>"), "");
        assert_eq!(Raw::default().inline("<br>"), "<br>");
        let deep = Raw::default().block(&"<div>".repeat(1000));
        assert_eq!(deep.len(), DEPTH * "<div>".len());
    }
}
