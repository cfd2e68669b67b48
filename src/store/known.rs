//! What is kept in memory of each server: as much as every use of the bot needs, and no more.

use std::collections::{BTreeSet, HashMap};

use anyhow::Result;
use rusqlite::Connection;

use crate::locale::Locale;
use crate::store::ServerId;

/// What a server set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The library of all servers is asked, too.
    pub shared: bool,
    /// Answers are private unless somebody says otherwise.
    pub private: bool,
    /// What everyone sees is in this language, whichever the server has on Discord.
    pub language: Option<Locale>,
    /// Answers have buttons that say whether they helped.
    pub feedback: bool,
    /// Questions that the texts do not answer are kept for a while.
    pub gaps: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            shared: true,
            private: false,
            language: None,
            feedback: false,
            gaps: false,
        }
    }
}

/// A server in memory; one that is not there set nothing and has no texts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Server {
    pub settings: Settings,
    pub texts: usize,
    /// Removed texts whose words may still be in a file.
    pub unswept: u32,
    /// When the bot was removed from it.
    pub left_at: Option<u64>,
}

/// All servers, the usual text of each channel that has one, and where gates stand.
#[derive(Debug, Default)]
pub struct Known {
    pub servers: HashMap<ServerId, Server>,
    pub channels: HashMap<(ServerId, u64), String>,
    /// The channels of servers with a gate, and 0 for all of a server.
    pub gated: BTreeSet<(ServerId, u64)>,
    /// The language that servers have on Discord, unless it is English; also of those of which
    /// nothing is kept.
    pub spoken: HashMap<ServerId, Locale>,
}

impl Known {
    /// In a server's channels, a text takes the places of former ones.
    pub fn replace(&mut self, server: ServerId, former: &[String], name: &str) {
        let channels = self.channels.iter_mut();
        for (_, document) in channels.filter(|((of, _), _)| *of == server) {
            if former.contains(document) {
                name.clone_into(document);
            }
        }
    }

    /// Reads it anew.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(connection: &Connection) -> Result<Known> {
        let mut known = Known::default();

        let mut servers = connection.prepare(
            "SELECT id, shared, private, language, unswept, left_at, feedback, gaps,
                (SELECT count(*) FROM texts WHERE server = id) FROM servers",
        )?;
        let mut rows = servers.query([])?;
        while let Some(row) = rows.next()? {
            let language: Option<String> = row.get(3)?;
            let server = Server {
                settings: Settings {
                    shared: row.get(1)?,
                    private: row.get(2)?,
                    language: language.as_deref().and_then(Locale::of_tag),
                    feedback: row.get(6)?,
                    gaps: row.get(7)?,
                },
                unswept: row.get(4)?,
                left_at: row.get(5)?,
                texts: row.get(8)?,
            };
            known.servers.insert(row.get(0)?, server);
        }

        let mut channels = connection.prepare("SELECT server, channel, document FROM channels")?;
        let mut rows = channels.query([])?;
        while let Some(row) = rows.next()? {
            known
                .channels
                .insert((row.get(0)?, row.get(1)?), row.get(2)?);
        }

        let mut gated = connection.prepare("SELECT DISTINCT server, channel FROM gates")?;
        let mut rows = gated.query([])?;
        while let Some(row) = rows.next()? {
            known.gated.insert((row.get(0)?, row.get(1)?));
        }

        let mut spoken = connection
            .prepare("SELECT DISTINCT server, spoken FROM schedules WHERE spoken IS NOT NULL")?;
        let mut rows = spoken.query([])?;
        while let Some(row) = rows.next()? {
            let tag: String = row.get(1)?;
            if let Some(locale) = Locale::of_tag(&tag) {
                known.spoken.insert(row.get(0)?, locale);
            }
        }
        Ok(known)
    }
}
