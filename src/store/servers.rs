//! What is kept of a server beside its texts: what it set, and whether the bot is still there.

use anyhow::Result;
use rusqlite::{Connection, params};

use crate::locale::Locale;
use crate::store::gaps;
use crate::store::known::Server;
use crate::store::{ServerId, Settings, Store};

impl Store {
    /// What a server set.
    pub fn settings(&self, server: ServerId) -> Settings {
        self.server(server).settings
    }

    /// Changes something of what a server set; of two who change something at once, neither undoes
    /// what the other did. Questions that it does not want kept any more are in no file when this
    /// returns.
    ///
    /// # Errors
    /// When it cannot be written; then nothing changed. When something that is deleted may still be
    /// in the log of changes.
    pub fn set(&self, server: ServerId, set: impl FnOnce(&mut Settings)) -> Result<()> {
        let mut connection = self.connection();
        // What is known changes under the lock of the connection only.
        let mut settings = self.settings(server);
        set(&mut settings);

        let change = connection.transaction()?;
        ensure_server_row(&change, server)?;
        let language = settings.language.map(Locale::tag);
        change.execute(
            "UPDATE servers SET shared = ?2, private = ?3, language = ?4, feedback = ?5, gaps = ?6 WHERE id = ?1",
            params![
                server,
                settings.shared,
                settings.private,
                language,
                settings.feedback,
                settings.gaps
            ],
        )?;
        if !settings.gaps {
            gaps::delete_gaps(&change, server)?;
        }
        change.commit()?;

        self.learn(|known| known.servers.entry(server).or_default().settings = settings);
        // Also where there was nothing more to delete: the time before, it may not have been
        // forgotten.
        if settings.gaps {
            Ok(())
        } else {
            self.forget_changes(&connection)
        }
    }

    /// The text that is asked in a channel unless another is named.
    pub fn usual_text(&self, server: ServerId, channel: u64) -> Option<String> {
        self.known(|known| known.channels.get(&(server, channel)).cloned())
    }

    /// Changes it; `None` for all texts again.
    pub fn set_usual_text(
        &self,
        server: ServerId,
        channel: u64,
        document: Option<&str>,
    ) -> Result<()> {
        let connection = self.connection();
        match document {
            Some(document) => {
                ensure_server_row(&connection, server)?;
                connection.execute(
                    "INSERT OR REPLACE INTO channels (server, channel, document) VALUES (?1, ?2, ?3)",
                    params![server, channel, document],
                )?;
            }
            None => {
                connection.execute(
                    "DELETE FROM channels WHERE server = ?1 AND channel = ?2",
                    params![server, channel],
                )?;
            }
        }

        self.learn(|known| match document {
            Some(document) => {
                let document = document.to_owned();
                known.channels.insert((server, channel), document);
            }
            None => drop(known.channels.remove(&(server, channel))),
        });
        Ok(())
    }

    /// The bot was removed from a server at this time, or, with `None`, is there again.
    pub fn set_left(&self, server: ServerId, at: Option<u64>) -> Result<()> {
        // Of most servers nothing is kept, and it can stay so.
        let is_news = |known: &Server| known.left_at.is_some() != at.is_some();
        if !self.known(|known| known.servers.get(&server).is_some_and(is_news)) {
            return Ok(());
        }

        self.connection().execute(
            "UPDATE servers SET left_at = ?2 WHERE id = ?1",
            params![server, at],
        )?;
        self.learn(|known| known.servers.entry(server).or_default().left_at = at);
        Ok(())
    }

    /// Whether the bot was removed from a server; what it has there is then out of reach.
    pub fn has_left(&self, server: ServerId) -> bool {
        self.server(server).left_at.is_some()
    }

    /// The servers of which something is kept.
    pub fn servers(&self) -> Vec<ServerId> {
        self.known(|known| known.servers.keys().copied().collect())
    }

    /// The servers that the bot was removed from before this time.
    pub fn left_before(&self, time: u64) -> Vec<ServerId> {
        self.known(|known| {
            let servers = known.servers.iter();
            let left = servers.filter(|(_, server)| server.left_at.is_some_and(|at| at < time));
            left.map(|(id, _)| *id).collect()
        })
    }

    /// Forgets everything of a server; what is deleted is in the log of changes until
    /// [`Store::forget_deleted`].
    pub fn forget(&self, server: ServerId) -> Result<()> {
        self.forget_if(server, "TRUE").map(drop)
    }

    /// Forgets everything of a server if the bot was removed from it before this time; says whether
    /// it was. What is written counts, not what this process remembers: another one may know that
    /// the bot is there again.
    pub fn forget_left(&self, server: ServerId, time: u64) -> Result<bool> {
        self.forget_if(server, &format!("left_at < {time}"))
    }

    fn forget_if(&self, server: ServerId, condition: &str) -> Result<bool> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        let delete = format!("DELETE FROM servers WHERE id = ?1 AND {condition}");
        let gone = change.execute(&delete, [server])?;
        let is_kept: bool = change.query_row(
            "SELECT EXISTS (SELECT 1 FROM servers WHERE id = ?1)",
            [server],
            |row| row.get(0),
        )?;
        if is_kept {
            return Ok(false);
        }

        // 0 stands for no server.
        change.execute(
            "DELETE FROM progress WHERE server = ?1 AND server <> 0",
            [server],
        )?;
        change.commit()?;

        self.learn(|known| {
            known.servers.remove(&server);
            known.channels.retain(|(of, _), _| *of != server);
            known.gated.retain(|(of, _)| *of != server);
        });
        Ok(gone > 0)
    }

    pub(super) fn server(&self, server: ServerId) -> Server {
        self.known(|known| known.servers.get(&server).copied().unwrap_or_default())
    }
}

/// Makes sure that a server has its row.
pub(super) fn ensure_server_row(connection: &Connection, server: ServerId) -> Result<()> {
    connection.execute("INSERT OR IGNORE INTO servers (id) VALUES (?1)", [server])?;
    Ok(())
}
