//! The bytes of a page -> HTML that a browser's parser reads as it was meant.

use std::borrow::Cow;

use anyhow::Result;
use encoding_rs::Encoding;

use crate::corpus::decode::decode_as;

/// How far into a page it may say its encoding; browsers look at 1024 bytes.
const HEAD: usize = 4096;

/// Elements that have no content in HTML either.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Decodes a page, and makes XHTML HTML.
///
/// # Errors
/// When the bytes are no text.
pub fn html(bytes: Vec<u8>) -> Result<String> {
    let declared = declared_encoding(&bytes);
    let text = decode_as(bytes, declared)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);

    let head = &text[..text.floor_char_boundary(HEAD)];
    let is_xml = head.trim_start().starts_with("<?xml")
        || head.contains("xmlns=\"http://www.w3.org/1999/xhtml\"");

    Ok(if is_xml {
        with_end_tags(text).into_owned()
    } else {
        text.to_owned()
    })
}

/// The encoding that a page names: `<meta charset="x">`, `<meta ... content="text/html; charset=x">` or
/// `<?xml encoding="x"?>`.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let after = ["charset=", "encoding="]
        .iter()
        .find_map(|mark| Some(&head[head.find(mark)? + mark.len()..]))?;

    let label = after
        .trim_start_matches(['"', '\'', ' '])
        .split(['"', '\'', ' ', ';', '>', '/', '?'])
        .next()?;
    Encoding::for_label(label.as_bytes())
}

/// XHTML as HTML: `<a id="x"/>` becomes `<a id="x"></a>`, as HTML has no empty elements but its own.
fn with_end_tags(source: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    let mut at = 0;

    while let Some(open) = source[at..].find('<').map(|offset| at + offset) {
        // A tag in a comment is none, and its quotation marks need no partner.
        if source[open..].starts_with("<!--") {
            at = source[open..]
                .find("-->")
                .map_or(source.len(), |offset| open + offset);
            continue;
        }

        let Some(end) = tag_end(source, open) else {
            break;
        };
        at = end;

        // An end tag has no name here: what follows `<` is `/`.
        let name: &str = source[open + 1..]
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .next()
            .unwrap_or_default();
        if source[..end].ends_with("/>")
            && !name.is_empty()
            && !VOID.contains(&name.to_ascii_lowercase().as_str())
        {
            out.push_str(&source[done..end - 2]);
            out.push_str(&format!("></{name}>"));
            done = end;
        }
    }

    if done == 0 {
        return Cow::Borrowed(source);
    }
    out.push_str(&source[done..]);
    Cow::Owned(out)
}

/// One past the `>` that ends the tag at `open`; a `>` between quotation marks does not.
fn tag_end(source: &str, open: usize) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in source.as_bytes().iter().enumerate().skip(open + 1) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }

    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_element_of_xhtml_gets_its_end_tag() {
        let check = |source: &str, expected: &str| assert_eq!(with_end_tags(source), expected);
        check("<p>a<br/>b</p>", "<p>a<br/>b</p>");
        check(
            "<title/><a id=\"x\" />b",
            "<title></title><a id=\"x\" ></a>b",
        );
        check(
            "<a title=\"1 > 2/>\">b</a><i/>",
            "<a title=\"1 > 2/>\">b</a><i></i>",
        );
        check("<!-- <i/> --><b/>c < d", "<!-- <i/> --><b></b>c < d");
        check("<p/", "<p/");
    }

    #[test]
    fn the_declared_encoding_counts_unless_the_bytes_are_utf_8() {
        let latin = b"<meta charset=\"iso-8859-2\"><p>\xb1".to_vec();
        assert_eq!(html(latin).unwrap(), "<meta charset=\"iso-8859-2\"><p>ą");

        let wrong =
            "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>ą".to_owned();
        assert_eq!(html(wrong.clone().into_bytes()).unwrap(), wrong);

        let hidden = b"<?xml version='1.0' encoding='iso-2022-jp'?><p>\x1b$B$\"\x1b(B</p>".to_vec();
        assert!(html(hidden).unwrap().ends_with("<p>あ</p>"));
    }
}
