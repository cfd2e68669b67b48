//! `pullquote library [NAME]`: what can be asked about and what could not be read; the texts of one
//! collection; the outline of one document.

use anyhow::Result;

use crate::commands::{Outcome, detect_screen, open_engine, print_text};
use crate::config::Config;
use crate::index::Scope;
use crate::render::library;

/// Lists the library, or what `name` means in it, on standard output.
pub fn run(config: &Config, name: Option<&str>, json: bool) -> Result<Outcome> {
    let screen = detect_screen(config);
    let text = open_engine(config)?.with(|library| {
        let scope = name
            .map(|name| library.find(name))
            .transpose()?
            .unwrap_or_default();

        match scope {
            _ if json => library::json::render_listing(library, scope),
            Scope::Document(document) => {
                library::outline::render_outline(library, document, screen)
            }
            _ => library::render_list(library, scope, screen),
        }
    })?;

    print_text(&text)?;
    Ok(Outcome::Done)
}
