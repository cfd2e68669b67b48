//! Reads a request body: JSON, or the multipart form that carries files beside `payload_json`.
//!
//! Of an uploaded file only its name is kept, because that is all the stand-in's messages show.

use serde_json::Value;

/// A request body in the one form that the handlers know.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Null when there was no body.
    pub json: Value,
    /// Names of the uploaded files.
    pub files: Vec<String>,
}

/// Reads a body; the error is a sentence for the violation.
pub fn read(content_type: &str, bytes: &[u8]) -> Result<Body, String> {
    match content_type.split_once("boundary=") {
        _ if bytes.is_empty() => Ok(Body::default()),
        Some((_, boundary)) => multipart(boundary.trim_matches('"'), bytes),
        None => Ok(Body {
            json: parse(bytes)?,
            files: Vec::new(),
        }),
    }
}

fn parse(bytes: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|error| format!("a body that is no JSON: {error}"))
}

fn multipart(boundary: &str, bytes: &[u8]) -> Result<Body, String> {
    let mut body = Body::default();
    for part in split(bytes, format!("--{boundary}").as_bytes()) {
        let Some(end) = find(part, b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8_lossy(&part[..end]).into_owned();
        let content = part[end + 4..]
            .strip_suffix(b"\r\n")
            .unwrap_or(&part[end + 4..]);
        match attribute(&head, "filename") {
            Some(name) => body.files.push(name),
            None if attribute(&head, "name").as_deref() == Some("payload_json") => {
                body.json = parse(content)?;
            }
            None => return Err(format!("a form field that is not payload_json: {head}")),
        }
    }
    Ok(body)
}

fn attribute(head: &str, name: &str) -> Option<String> {
    let (_, rest) = head.split_once(&format!("; {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|window| window == needle)
}

fn split<'a>(mut bytes: &'a [u8], separator: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    while let Some(at) = find(bytes, separator) {
        parts.push(&bytes[..at]);
        bytes = &bytes[at + separator.len()..];
    }
    parts
}
