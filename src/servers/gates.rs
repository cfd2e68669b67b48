//! Gates -> libraries in which texts end where they are not open any more.
//!
//! The narrowest gate of a text counts. What is behind it is not in the library that answers, see
//! [`Library::ending_before`]: whoever answers cannot show it.

use std::sync::Arc;

use anyhow::Result;

use crate::chapters::behind;
use crate::engine::Engine;
use crate::index::Library;
use crate::servers::Home;
use crate::store::{Gate, OWN};

/// What a library is called, before the path of a text or alone; no text is called so.
pub fn prefix(home: Home) -> &'static str {
    match home {
        Home::Own => OWN,
        Home::Shared => "shared:",
    }
}

/// What a gate calls a text: where it is, and its path there.
pub fn name(home: Home, path: &str) -> String {
    format!("{}{path}", prefix(home))
}

/// Whether a gate calls a text so.
fn is_named(home: Home, path: &str, name: &str) -> bool {
    name.strip_prefix(prefix(home)) == Some(path)
}

/// A library as far as gates let somebody read it; `None` if none of them is of its texts.
///
/// # Errors
/// When the index cannot be read.
pub fn gated(
    engine: &Engine,
    library: &Arc<Library>,
    home: Home,
    gates: &[Gate],
) -> Result<Option<Arc<Library>>> {
    // As it is nearly always.
    if gates.is_empty() {
        return Ok(None);
    }

    let mut ends = Vec::new();
    for (document, info) in (0..).zip(library.documents()) {
        let is_of_it = |gate: &&Gate| is_named(home, &info.path, &gate.document);
        let of_it = gates.iter().filter(is_of_it);
        if let Some(chapter) = of_it.map(|gate| gate.chapter).min() {
            ends.push((document, behind(info, chapter), chapter));
        }
    }

    if ends.is_empty() {
        return Ok(None);
    }
    engine.ending_before(library, &ends).map(Some)
}
