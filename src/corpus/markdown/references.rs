//! Logseq's references to blocks, `((6512ab34-…))`: shown is the text of the block, which names itself below by `id::`.
//!
//! In: a text. Out: the same, each reference replaced with the text of its block; what refers to another page is left out,
//! as an embed is.

use std::borrow::Cow;
use std::collections::HashMap;

/// How long the groups of digits of such a name are.
const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];
/// What stands before the name of a block, in a line below it.
const NAME: &str = "id::";

/// The text with what its references show.
pub fn resolve_references(text: &str) -> Cow<'_, str> {
    let has_one = text
        .match_indices("((")
        .any(|(at, _)| parse_reference(&text[at..]).is_some());
    if !has_one {
        return Cow::Borrowed(text);
    }

    let blocks = collect_blocks(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("((") {
        let (before, reference) = rest.split_at(at);
        let Some(name) = parse_reference(reference) else {
            out.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            continue;
        };

        out.push_str(before);
        out.push_str(blocks.get(name).copied().unwrap_or_default());
        rest = &reference[name.len() + "(())".len()..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The text of each block that has a name.
fn collect_blocks(text: &str) -> HashMap<&str, &str> {
    let mut blocks = HashMap::new();
    let mut block = "";
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix(NAME) {
            // A reference within it would be resolved without end.
            blocks.insert(name.trim(), if block.contains("((") { "" } else { block });
        } else if !line.contains("::") {
            block = line.strip_prefix("- ").unwrap_or(line).trim();
        }
    }
    blocks
}

/// The name in a reference that a text begins with.
fn parse_reference(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix("((")?.split_once("))")?;
    let groups: Vec<&str> = name.split('-').collect();
    let is_hex = |group: &str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    let fits =
        groups.iter().map(|group| group.len()).eq(GROUPS) && groups.iter().all(|g| is_hex(g));
    fits.then_some(name)
}
