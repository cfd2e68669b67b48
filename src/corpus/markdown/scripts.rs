//! What a line of Markdown tells another program: `import Tabs from '@theme/Tabs';` of MDX, `id::
//! 65ef1a2b` of Logseq.
//!
//! In: the lines of a text that are no code, one after the other. Out: whether a reader sees each.
//! An export of MDX may run over more lines, up to a blank one.

/// What opens an export.
const EXPORTS: &[&str] = &[
    "export const ",
    "export let ",
    "export default ",
    "export function ",
    "export class ",
    "export {",
];
/// What Logseq keeps of a block.
const FIELDS: &[&str] = &["id:: ", "collapsed:: "];

/// Whether an export is open.
#[derive(Default)]
pub struct Scripts {
    open: bool,
}

impl Scripts {
    /// Whether a line is read by a program alone.
    pub fn holds(&mut self, line: &str) -> bool {
        self.open &= !line.trim().is_empty();
        self.open |=
            EXPORTS.iter().any(|export| line.starts_with(export)) && line.contains(['=', '{', '(']);
        let field = line.trim_start();
        self.open || is_import(line) || FIELDS.iter().any(|name| field.starts_with(name))
    }
}

/// `import { Tabs } from '@theme/Tabs';`
fn is_import(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("import ") else {
        return false;
    };
    let file = rest.split_once("from ").map_or(rest, |(_, file)| file);
    let file = file.trim().trim_end_matches(';');
    file.len() > 2 && file.starts_with(['\'', '"']) && file.ends_with(['\'', '"'])
}
