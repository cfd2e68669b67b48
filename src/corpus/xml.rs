//! Small things of XML that the parts of a Word document and of a book share.

use std::borrow::Cow;
use std::str::FromStr;

use anyhow::Result;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::corpus::archive::Archive;

/// The part of an archive with this name as text; empty if there is none.
///
/// # Errors
/// When it cannot be unpacked.
pub fn read_part(archive: &mut Archive, name: &str) -> Result<String> {
    let bytes = archive.read(name)?.unwrap_or_default();
    Ok(decode_part(&bytes))
}

/// The text of a part; Word writes UTF-8, others UTF-16 with a byte order mark.
pub fn decode_part(bytes: &[u8]) -> String {
    let (text, _, _) = encoding_rs::UTF_8.decode(bytes);
    text.into_owned()
}

/// Calls `act` with the local name of every element that opens, until the end or the first damage.
pub fn for_each_tag(xml: &str, mut act: impl FnMut(&str, &BytesStart)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => act(tag.local_name().as_ref(), &tag),
            Ok(Event::Eof) | Err(_) => return,
            _ => {}
        }
    }
}

/// The value of an attribute, whatever its prefix.
pub fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .filter_map(Result::ok)
        .find(|a| a.key.local_name().as_ref() == name)?;

    found
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()
        .map(Cow::into_owned)
}

/// The number that an attribute is, if it is one.
pub fn number_attribute<N: FromStr>(tag: &BytesStart, name: &str) -> Option<N> {
    attribute(tag, name)?.parse().ok()
}

/// Whether a switch such as `<w:vanish/>` is on.
pub fn is_on(tag: &BytesStart) -> bool {
    !matches!(
        attribute(tag, "val").as_deref(),
        Some("0" | "false" | "off")
    )
}

/// The character that `&amp;` or `&#38;` stands for.
pub fn resolve_reference(entity: &BytesRef) -> Option<String> {
    match entity.resolve_char_ref() {
        Ok(Some(c)) => Some(c.to_string()),
        _ => resolve_predefined_entity(&entity.borrow().into_inner()).map(str::to_owned),
    }
}

/// The text of the first element with this local name.
pub fn find_element_text(xml: &str, name: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    // `Some` from the start tag on.
    let mut text: Option<String> = None;

    loop {
        match (reader.read_event().ok()?, &mut text) {
            (Event::Start(tag), None) if tag.local_name().as_ref() == name => {
                text = Some(String::new());
            }
            (Event::Text(piece), Some(text)) => text.push_str(&piece.xml10_content()),
            (Event::GeneralRef(entity), Some(text)) => {
                text.push_str(&resolve_reference(&entity).unwrap_or_default());
            }
            (Event::End(tag), Some(_)) if tag.local_name().as_ref() == name => return text,
            (Event::Eof, _) => return None,
            _ => {}
        }
    }
}
