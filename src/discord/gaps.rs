//! `/gaps`: the questions of a server that got a no, which it has kept.

use anyhow::Result;

use crate::discord::orders::Gaps;
use crate::locale::Locale;
use crate::render::discord::kept as words;
use crate::render::discord::say::gaps as say;
use crate::servers::OwnTexts;
use crate::store::{self, ServerId};

/// Most questions that are listed; a message holds fewer if they are long.
const LISTED: usize = 50;

/// Lists the questions of a server, or deletes them.
///
/// # Errors
/// When the store cannot be read or written.
pub fn manage_gaps(own: &OwnTexts, server: ServerId, locale: Locale, what: Gaps) -> Result<String> {
    let store = own.store();
    match what {
        Gaps::Show if !store.settings(server).gaps => Ok(say::off(locale)),
        Gaps::Show => {
            let gaps = store.gaps(server, store::seconds_since_epoch(), LISTED)?;
            Ok(words::render_gap_list(locale, &gaps))
        }
        Gaps::Clear => {
            store.clear_gaps(server)?;
            Ok(say::cleared(locale))
        }
    }
}
