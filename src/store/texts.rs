//! The texts of a server, by the names of their files.
//!
//! A text is there when its row is. Its file is written before the row and deleted after it, so a
//! program that ends in between leaves at most a file without a row, which whoever opens the
//! library next deletes.

use anyhow::Result;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::store::servers::ensure_server_row;
use crate::store::{ServerId, Store, editions};

/// What a text takes on the disk with its index, for each of its own bytes; an estimate, before
/// there is an index.
const WITH_INDEX: u64 = 4;

/// A text of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The name of its file, made from the hash of what is in it.
    pub name: String,
    /// What it is called, as whoever added it said, or as it calls itself.
    pub title: String,
    /// The tag of its language, if somebody said.
    pub language: Option<String>,
    /// The size of its file.
    pub bytes: u64,
    /// How many words it has.
    pub words: u64,
}

/// How much a server may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Texts of one server.
    pub texts: usize,
    /// Words of all of them.
    pub words: u64,
    /// Bytes of its texts and their index.
    pub bytes: u64,
    /// Bytes of the texts and indexes of all servers.
    pub disk: u64,
}

/// What became of a text that was to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    Now,
    /// It is there already, under this title.
    Before(String),
    /// The server has as many texts as it may.
    TooManyTexts,
    /// With it, the server would have more words than it may; it has so many without.
    TooManyWords(u64),
    /// With it and its index, the server would take more of the disk than it may.
    TooManyBytes,
    /// The disk that all servers share is full.
    NoRoom,
}

impl Store {
    /// The texts of a server, by title.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn texts(&self, server: ServerId) -> Result<Vec<Text>> {
        let connection = self.connection();
        let mut texts = connection.prepare(
            "SELECT name, title, language, bytes, words FROM texts WHERE server = ?1
                ORDER BY title, name",
        )?;
        let texts = texts.query_map([server], read_text_row)?;
        Ok(texts.collect::<Result<_, _>>()?)
    }

    /// How many texts a server has.
    pub fn text_count(&self, server: ServerId) -> usize {
        self.server(server).texts
    }

    /// Adds a text, unless it is there or too much.
    pub fn add(&self, server: ServerId, text: &Text, allowed: Allowance) -> Result<Added> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        ensure_server_row(&change, server)?;

        if let Some(title) = find_title(&change, server, &text.name)? {
            return Ok(Added::Before(title));
        }

        let (texts, words, bytes): (usize, u64, u64) = change.query_row(
            "SELECT count(*), coalesce(sum(words), 0), coalesce(sum(bytes), 0)
                + (SELECT index_bytes FROM servers WHERE id = ?1) FROM texts WHERE server = ?1",
            [server],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        if texts >= allowed.texts {
            return Ok(Added::TooManyTexts);
        }
        if words.saturating_add(text.words) > allowed.words {
            return Ok(Added::TooManyWords(words));
        }

        let wanted = text.bytes.saturating_mul(WITH_INDEX);
        if bytes.saturating_add(wanted) > allowed.bytes {
            return Ok(Added::TooManyBytes);
        }
        let used: u64 = change.query_row(USED, [], |row| row.get(0))?;
        if used.saturating_add(wanted) > allowed.disk {
            return Ok(Added::NoRoom);
        }

        change.execute(
            "INSERT INTO texts (server, name, title, language, bytes, words)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                server,
                text.name,
                text.title,
                text.language,
                text.bytes,
                text.words
            ],
        )?;
        let former = editions::inherit_gates(&change, server, &text.name, &text.title)?;
        change.commit()?;

        self.learn(|known| {
            known.servers.entry(server).or_default().texts += 1;
            known.replace(server, &former, &text.name);
        });
        Ok(Added::Now)
    }

    /// Gives a text another title; says whether it is there. The former one is in the log of
    /// changes until [`Store::forget_deleted`].
    pub fn rename(&self, server: ServerId, name: &str, title: &str) -> Result<bool> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        let changed = change.execute(
            "UPDATE texts SET title = ?3 WHERE server = ?1 AND name = ?2",
            params![server, name, title],
        )?;
        if changed == 0 {
            return Ok(false);
        }
        let former = editions::inherit_gates(&change, server, name, title)?;
        change.commit()?;

        self.learn(|known| known.replace(server, &former, name));
        Ok(true)
    }

    /// Takes a text away, and notes that its words are still to be taken out of all files; says
    /// whether it was there.
    pub fn remove(&self, server: ServerId, name: &str) -> Result<bool> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        let Some(title) = find_title(&change, server, name)? else {
            return Ok(false);
        };
        change.execute(
            "DELETE FROM texts WHERE server = ?1 AND name = ?2",
            params![server, name],
        )?;
        editions::note_removed(&change, server, name, &title)?;

        change.execute(
            "UPDATE servers SET unswept = unswept + 1 WHERE id = ?1",
            [server],
        )?;
        change.commit()?;

        self.learn(|known| {
            let server = known.servers.entry(server).or_default();
            server.texts = server.texts.saturating_sub(1);
            server.unswept += 1;
        });
        Ok(true)
    }

    /// How many texts of a server were removed whose words may still be in a file.
    pub fn unswept(&self, server: ServerId) -> u32 {
        self.server(server).unswept
    }

    /// Notes that the words of so many removed texts are in no file any more, with the last that
    /// may be: the log of changes.
    ///
    /// # Errors
    /// When it cannot be emptied or written; then nothing changed.
    pub fn swept(&self, server: ServerId, texts: u32) -> Result<()> {
        let connection = self.connection();
        self.forget_changes(&connection)?;
        connection.execute(
            "UPDATE servers SET unswept = max(unswept - ?2, 0) WHERE id = ?1",
            params![server, texts],
        )?;

        self.learn(|known| {
            if let Some(server) = known.servers.get_mut(&server) {
                server.unswept = server.unswept.saturating_sub(texts);
            }
        });
        Ok(())
    }

    /// Notes how large the index of a server is.
    pub fn set_index_bytes(&self, server: ServerId, bytes: u64) -> Result<()> {
        self.connection().execute(
            "UPDATE servers SET index_bytes = ?2 WHERE id = ?1",
            params![server, bytes],
        )?;
        Ok(())
    }

    /// The title of a text, if it is there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn title(&self, server: ServerId, name: &str) -> Result<Option<String>> {
        find_title(&self.connection(), server, name)
    }

    /// Bytes of the texts and indexes of all servers.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn used(&self) -> Result<u64> {
        Ok(self.connection().query_row(USED, [], |row| row.get(0))?)
    }
}

const USED: &str = "SELECT (SELECT coalesce(sum(bytes), 0) FROM texts)
    + (SELECT coalesce(sum(index_bytes), 0) FROM servers)";

fn find_title(connection: &Connection, server: ServerId, name: &str) -> Result<Option<String>> {
    let title = connection
        .query_row(
            "SELECT title FROM texts WHERE server = ?1 AND name = ?2",
            params![server, name],
            |row| row.get(0),
        )
        .optional()?;
    Ok(title)
}

fn read_text_row(row: &Row) -> rusqlite::Result<Text> {
    Ok(Text {
        name: row.get(0)?,
        title: row.get(1)?,
        language: row.get(2)?,
        bytes: row.get(3)?,
        words: row.get(4)?,
    })
}
