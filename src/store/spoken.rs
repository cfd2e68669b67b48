//! The language that a server has on Discord, where what everyone reads there is in none that it
//! has set.
//!
//! In: what Discord says of a server, which is when the bot comes to it or connects. Out: a
//! language that the bot speaks. The decision that is not obvious: it is known in memory of all
//! servers, and kept only with what is posted by itself. That may be due before Discord has said
//! anything.

use anyhow::Result;
use rusqlite::{Connection, params};

use crate::locale::Locale;
use crate::store::{ServerId, Store};

impl Store {
    /// The language that a server has on Discord, as far as it is known and not English.
    pub fn spoken(&self, server: ServerId) -> Option<Locale> {
        self.known(|known| known.spoken.get(&server).copied())
    }

    /// Learns it; English, too, where the bot speaks no such language.
    ///
    /// # Errors
    /// When it cannot be written; then it is tried again when Discord says it again.
    pub fn learn_spoken(&self, server: ServerId, locale: Locale) -> Result<()> {
        // Discord says it of every server at each start, and mostly it is known.
        let is_news = || self.spoken(server).unwrap_or_default() != locale;
        if !is_news() {
            return Ok(());
        }
        let connection = self.connection();
        if !is_news() {
            return Ok(());
        }

        // English is what nothing is kept of.
        let spoken = Some(locale).filter(|locale| *locale != Locale::English);
        keep_spoken(&connection, server, spoken)?;
        self.learn(|known| match spoken {
            None => drop(known.spoken.remove(&server)),
            Some(locale) => drop(known.spoken.insert(server, locale)),
        });
        Ok(())
    }
}

/// Keeps the language of a server with all that is posted there by itself.
pub(super) fn keep_spoken(
    connection: &Connection,
    server: ServerId,
    spoken: Option<Locale>,
) -> Result<()> {
    connection.execute(
        "UPDATE schedules SET spoken = ?2 WHERE server = ?1",
        params![server, spoken.map(Locale::tag)],
    )?;
    Ok(())
}
