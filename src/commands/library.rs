//! `pullquote library`: what can be asked about, and what could not be read.

use anyhow::Result;

use crate::commands::{Outcome, open, print};
use crate::config::Config;
use crate::render;

/// Lists the library on standard output.
pub fn run(config: &Config) -> Result<Outcome> {
    print(&render::library::list(&open(config)?.library()))?;
    Ok(Outcome::Done)
}
