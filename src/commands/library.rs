//! `pullquote library [NAME]`: what can be asked about and what could not be read; the texts of one
//! collection; the outline of one document.

use anyhow::Result;

use crate::commands::{Outcome, open, print, screen};
use crate::config::Config;
use crate::index::Scope;
use crate::render::library;

/// Lists the library, or what `name` means in it, on standard output.
pub fn run(config: &Config, name: Option<&str>, json: bool) -> Result<Outcome> {
    let screen = screen(config);
    let text = open(config)?.with(|library| {
        let scope = name
            .map(|name| library.find(name))
            .transpose()?
            .unwrap_or_default();

        match scope {
            _ if json => library::json::list(library, scope),
            Scope::Document(document) => library::outline::outline(library, document, screen),
            _ => library::list(library, scope, screen),
        }
    })?;

    print(&text)?;
    Ok(Outcome::Done)
}
