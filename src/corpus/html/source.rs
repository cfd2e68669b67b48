//! The bytes of a page -> HTML that a browser's parser reads as it was meant.

use std::borrow::Cow;

use anyhow::Result;
use encoding_rs::Encoding;

use crate::corpus::decode::decode_as;

/// How far into a page it may say that it is XHTML.
const HEAD: usize = 4096;
/// How far into a page it may say its encoding. Browsers look at 1024 bytes, and begin anew if it
/// comes later.
const META_HEAD: usize = 1 << 16;

/// Elements that have no content in HTML either.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose content is characters, whatever it looks like.
const RAW: &[&str] = &[
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// What is no element: how it begins, and ends.
const OPAQUE: &[(&str, &str)] = &[("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];

/// Decodes a page, and makes XHTML HTML.
///
/// # Errors
/// When the bytes are no text.
pub fn decode_html(bytes: Vec<u8>) -> Result<String> {
    let declared = declared_encoding(&bytes);
    let text = decode_as(bytes, declared)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);

    let head = &text[..text.floor_char_boundary(HEAD)];
    let is_xml = head.trim_start().starts_with("<?xml")
        || head.contains("xmlns=\"http://www.w3.org/1999/xhtml\"");

    Ok(if is_xml {
        add_end_tags(text).into_owned()
    } else {
        text.to_owned()
    })
}

/// The encoding that a page names: `<meta charset="x">`, `<meta ... content="text/html;
/// charset=x">` or `<?xml encoding="x"?>`. What another element says, as a script does, is the
/// encoding of another file.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(META_HEAD)]).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();

    let declaration = head.strip_prefix("<?xml").and_then(|xml| {
        let end = xml.find("?>")?;
        encoding_attribute(&xml[..end], "encoding")
    });
    declaration.or_else(|| {
        let metas = head.match_indices("<meta");
        metas.map(|(at, _)| at).find_map(|at| {
            let end = tag_end(head, at)?;
            encoding_attribute(&head[at..end], "charset")
        })
    })
}

/// The encoding that `name="x"` or `name=x` gives.
fn encoding_attribute(tag: &str, name: &str) -> Option<&'static Encoding> {
    tag.match_indices(name).find_map(|(at, _)| {
        let value = tag[at + name.len()..].trim_start().strip_prefix('=')?;
        let label = value
            .trim_start_matches(['"', '\'', ' '])
            .split(['"', '\'', ' ', ';', '>', '/', '?'])
            .next()?;
        Encoding::for_label(label.as_bytes())
    })
}

/// XHTML as HTML: `<a id="x"/>` becomes `<a id="x"></a>`, as HTML has no empty elements but its
/// own.
fn add_end_tags(source: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    let mut at = 0;

    while let Some(open) = source[at..].find('<').map(|offset| at + offset) {
        if let Some(end) = opaque_end(source, open) {
            at = end;
            continue;
        }

        // A `<` that opens no tag is text, and an apostrophe behind it needs no partner.
        if !source[open + 1..].starts_with(|c: char| c.is_alphabetic() || c == '/') {
            at = open + 1;
            continue;
        }

        let Some(end) = tag_end(source, open) else {
            break;
        };
        at = end;

        // An end tag has no name here: what follows `<` is `/`.
        let name: &str = source[open + 1..]
            .split(|c: char| !c.is_alphanumeric() && c != '-' && c != ':')
            .next()
            .unwrap_or_default();
        let lower = name.to_ascii_lowercase();

        if !source[..end].ends_with("/>") {
            if RAW.contains(&lower.as_str()) {
                at = find_end_tag(source, end, &lower);
            }
        } else if !name.is_empty() && !VOID.contains(&lower.as_str()) {
            out.push_str(&source[done..end - 2]);
            out.extend(["></", name, ">"]);
            done = end;
        }
    }

    if done == 0 {
        return Cow::Borrowed(source);
    }
    out.push_str(&source[done..]);
    Cow::Owned(out)
}

/// Where a comment, an instruction or a stretch of plain characters that begins at `open` ends:
/// what looks like a tag inside is none.
fn opaque_end(source: &str, open: usize) -> Option<usize> {
    let rest = &source[open..];
    let (_, end) = OPAQUE.iter().find(|(begin, _)| rest.starts_with(begin))?;
    Some(
        rest.find(end)
            .map_or(source.len(), |at| open + at + end.len()),
    )
}

/// Where the end tag of a script or the like begins.
fn find_end_tag(source: &str, from: usize, name: &str) -> usize {
    let ends = source[from..].match_indices("</").map(|(at, _)| from + at);
    let is_own = |at: &usize| {
        let found = source.as_bytes().get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    ends.into_iter().find(is_own).unwrap_or(source.len())
}

/// One past the `>` that ends the tag at `open`; a `>` between quotation marks does not.
pub fn tag_end(source: &str, open: usize) -> Option<usize> {
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
        let check = |source: &str, expected: &str| assert_eq!(add_end_tags(source), expected);
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
        check(
            "<style>b > i {} /* <i/> */</style><b/>",
            "<style>b > i {} /* <i/> */</style><b></b>",
        );
        check(
            "<SCRIPT>if (a < b) d = '<i/>'</Script><script/><i/>",
            "<SCRIPT>if (a < b) d = '<i/>'</Script><script></script><i></i>",
        );
        check(
            "<?x <i/> ?><![CDATA[<i/>]]><b/>",
            "<?x <i/> ?><![CDATA[<i/>]]><b></b>",
        );
        check("1 < 2, it's <b/>", "1 < 2, it's <b></b>");
    }

    #[test]
    fn the_declared_encoding_counts_unless_the_bytes_are_utf_8() {
        let latin = b"<meta charset=\"iso-8859-2\"><p>\xb1".to_vec();
        assert_eq!(
            decode_html(latin).unwrap(),
            "<meta charset=\"iso-8859-2\"><p>ą"
        );

        let wrong =
            "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>ą".to_owned();
        assert_eq!(decode_html(wrong.clone().into_bytes()).unwrap(), wrong);

        // Of a script, or of a form: not of the page.
        for other in ["script src=x charset=utf-8", "form accept-charset=utf-8"] {
            let page = format!("<{other}></script></form><meta charset=windows-1251><p>");
            let bytes = [page.as_bytes(), b"\xd1\xe2\xe5\xf2"].concat();
            assert!(decode_html(bytes).unwrap().ends_with("<p>Свет"), "{other}");
        }

        let hidden = b"<?xml version='1.0' encoding='iso-2022-jp'?><p>\x1b$B$\"\x1b(B</p>".to_vec();
        assert!(decode_html(hidden).unwrap().ends_with("<p>あ</p>"));
    }
}
