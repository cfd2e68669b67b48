//! How far texts are open: to a server, to a channel, and to a person who has read so far.
//!
//! A gate is the number of the last chapter that is open, by the name of a text. Of a person, their
//! number is kept with it, and goes when they say so.

use anyhow::Result;
use rusqlite::{Connection, params};

use crate::store::servers::ensure_server_row;
use crate::store::{ServerId, Store};

/// What the name of a server's own text begins with, before that of its file.
pub const OWN: &str = "own:";

/// In place of a channel: all of a server. No channel of Discord's has this number.
const ALL: u64 = 0;
/// In place of a server: the texts that all share.
const SHARED: u64 = 0;

/// Who asks, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asker {
    pub server: Option<ServerId>,
    /// The channel, and of a thread the one that it belongs to.
    pub channels: Vec<u64>,
    /// Whoever sees the answer, where it is one person.
    pub person: Option<u64>,
}

/// Where a gate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Server(ServerId),
    Channel(ServerId, u64),
    /// A person, for the texts of a server, or for those that all share.
    Person(u64, Option<ServerId>),
}

/// The last chapter that is open of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// As the text is named; see the library of servers.
    pub document: String,
    pub chapter: u32,
}

impl Store {
    /// All gates for somebody; of a text there may be several.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn gates(&self, asker: &Asker) -> Result<Vec<Gate>> {
        let mut all = Vec::new();
        if let Some(server) = asker.server {
            all.extend(self.gates_at(At::Server(server))?);
            for channel in &asker.channels {
                all.extend(self.gates_at(At::Channel(server, *channel))?);
            }
        }

        if let Some(person) = asker.person {
            all.extend(self.gates_at(At::Person(person, None))?);
            if let Some(server) = asker.server {
                all.extend(self.gates_at(At::Person(person, Some(server)))?);
            }
        }

        Ok(all)
    }

    /// The gates that stand at one place.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn gates_at(&self, at: At) -> Result<Vec<Gate>> {
        let (table, [first, second]) = at.keys();
        // As it is nearly always, and somebody waits for an answer.
        if !at.is_person() && !self.known(|known| known.gated.contains(&(first, second))) {
            return Ok(Vec::new());
        }

        let connection = self.connection();
        let mut gates = connection.prepare(&format!(
            "SELECT document, chapter FROM {table} ORDER BY document"
        ))?;
        let gates = gates.query_map(params![first, second], |row| {
            Ok(Gate {
                document: row.get(0)?,
                chapter: row.get(1)?,
            })
        })?;
        Ok(gates.collect::<Result<_, _>>()?)
    }

    /// The channels of a server with a gate of their own.
    pub fn gated_channels(&self, server: ServerId) -> Vec<u64> {
        self.known(|known| {
            let gated = known.gated.range((server, ALL + 1)..=(server, u64::MAX));
            gated.map(|(_, channel)| *channel).collect()
        })
    }

    /// Forgets how far somebody has read.
    pub fn forget_person(&self, person: u64) -> Result<()> {
        let connection = self.connection();
        connection.execute("DELETE FROM progress WHERE person = ?1", [person])?;
        self.forget_changes(&connection)
    }

    /// Puts a gate at a place, where a text may have one already.
    pub fn set_gate(&self, at: At, gate: &Gate) -> Result<()> {
        let connection = self.connection();
        if let At::Server(server) | At::Channel(server, _) = at {
            ensure_server_row(&connection, server)?;
            self.learn(|known| {
                known.servers.entry(server).or_default();
            });
        }

        let (_, [first, second]) = at.keys();
        let into = match at {
            At::Person(..) => "progress (person, server, document, chapter)",
            _ => "gates (server, channel, document, chapter)",
        };
        connection.execute(
            &format!("INSERT OR REPLACE INTO {into} VALUES (?1, ?2, ?3, ?4)"),
            params![first, second, gate.document, gate.chapter],
        )?;

        if !at.is_person() {
            self.learn(|known| {
                known.gated.insert((first, second));
            });
        }
        Ok(())
    }

    /// Takes the gate of a text away, or all that stand at a place.
    pub fn clear_gate(&self, at: At, document: Option<&str>) -> Result<()> {
        let (table, [first, second]) = at.keys();
        let connection = self.connection();
        connection.execute(
            &format!("DELETE FROM {table} AND (?3 IS NULL OR document = ?3)"),
            params![first, second, document],
        )?;

        self.learn_gates(&connection, at)?;
        self.forget_changes(&connection)
    }

    /// Remembers whether any gate is left at a place.
    pub(super) fn learn_gates(&self, connection: &Connection, at: At) -> Result<()> {
        let (table, [first, second]) = at.keys();
        let count = format!("SELECT count(*) FROM {table}");
        let left: u32 = connection.query_row(&count, [first, second], |row| row.get(0))?;
        if left == 0 && !at.is_person() {
            self.learn(|known| {
                known.gated.remove(&(first, second));
            });
        }
        Ok(())
    }
}

/// Moves a gate on if it is there, never back; at the end of its text it goes away, unless another
/// plan moves it, too.
pub(super) fn advance_gate(change: &Connection, at: At, gate: &Gate, is_end: bool) -> Result<()> {
    let [server, channel] = at.keys().1;
    change.execute(
        "UPDATE gates SET chapter = max(chapter, ?4)
            WHERE server = ?1 AND channel = ?2 AND document = ?3",
        params![server, channel, gate.document, gate.chapter],
    )?;

    if is_end {
        change.execute(
            "DELETE FROM gates WHERE server = ?1 AND channel = ?2 AND document = ?3
                AND NOT EXISTS (SELECT 1 FROM schedules WHERE moves_gate = 1
                    AND server = ?1 AND channel = ?2 AND document = ?3)",
            params![server, channel, gate.document],
        )?;
    }
    Ok(())
}

impl At {
    fn is_person(self) -> bool {
        matches!(self, At::Person(..))
    }

    /// Which rows these are.
    fn keys(self) -> (&'static str, [u64; 2]) {
        const GATES: &str = "gates WHERE server = ?1 AND channel = ?2";
        const PROGRESS: &str = "progress WHERE person = ?1 AND server = ?2";
        match self {
            At::Server(server) => (GATES, [server, ALL]),
            At::Channel(server, channel) => (GATES, [server, channel]),
            At::Person(person, server) => (PROGRESS, [person, server.unwrap_or(SHARED)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gates_stand_at_a_server_a_channel_and_a_person() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        let gate = |chapter| Gate {
            document: "own:a.md".to_owned(),
            chapter,
        };
        for (at, chapter) in [
            (At::Server(1), 5),
            (At::Channel(1, 10), 4),
            (At::Channel(1, 11), 3),
            (At::Person(7, Some(1)), 2),
            (At::Person(7, None), 1),
            (At::Person(8, Some(1)), 9),
            (At::Person(8, Some(1)), 0),
        ] {
            store.set_gate(at, &gate(chapter)).unwrap();
        }

        let chapters = |store: &Store, server, channels: &[u64], person| {
            let asker = Asker {
                server,
                channels: channels.to_vec(),
                person,
            };
            let gates = store.gates(&asker).unwrap();
            gates.iter().map(|gate| gate.chapter).collect::<Vec<_>>()
        };
        assert_eq!(chapters(&store, Some(1), &[10], None), [5, 4]);
        assert_eq!(chapters(&store, Some(1), &[12, 11], Some(7)), [5, 3, 1, 2]);
        assert_eq!(chapters(&store, Some(1), &[], Some(8)), [5, 0]);
        assert_eq!(chapters(&store, None, &[], Some(7)), [1]);
        assert!(chapters(&store, Some(2), &[10], Some(9)).is_empty());

        assert_eq!(store.gated_channels(1), [10, 11]);
        assert!(store.gated_channels(2).is_empty());
        store.forget_person(8).unwrap();
        assert_eq!(chapters(&store, Some(1), &[], Some(8)), [5]);
        store.clear_gate(At::Server(1), Some("own:b.md")).unwrap();
        assert_eq!(chapters(&store, Some(1), &[], None), [5]);
        store.clear_gate(At::Server(1), None).unwrap();
        assert_eq!(chapters(&store, Some(1), &[10], None), [4]);

        // It is the same after a restart.
        drop(store);
        let store = Store::open(dir.path()).unwrap();
        assert_eq!(store.gated_channels(1), [10, 11]);
        store.clear_gate(At::Channel(1, 10), None).unwrap();
        assert_eq!(store.gated_channels(1), [11]);

        store.forget(1).unwrap();
        assert!(store.gated_channels(1).is_empty());
        assert!(chapters(&store, Some(1), &[10, 11], Some(8)).is_empty());
        assert_eq!(chapters(&store, None, &[], Some(7)), [1]);
    }
}
