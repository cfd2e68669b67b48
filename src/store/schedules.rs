//! What a server has posted by itself: when, where, from which text, and how far it has come.
//!
//! A schedule has its next moment in its row; `outbox` holds what is to be posted now. The words of
//! no text are kept, only how far they were read.

use std::fmt;
use std::str::FromStr;

use anyhow::Result;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::schedule::portion::Stand;
use crate::schedule::turn;
use crate::schedule::when::Times;
use crate::store::servers::ensure_server_row;
use crate::store::spoken;
use crate::store::{Asker, ServerId, Store};

/// What somebody who manages a server has ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ordered {
    pub server: ServerId,
    pub channel: u64,
    /// Of a thread, the channel that it belongs to.
    pub around: Option<u64>,
    pub made_by: u64,
    /// The text, collection or library, as gates name one; `None` for all.
    pub document: Option<String>,
    pub times: Times,
    /// The order of the passages: at most 63 bits.
    pub seed: u64,
    /// Of a plan, how it reads; otherwise it posts single passages.
    pub reading: Option<Reading>,
}

impl Ordered {
    /// Whoever is in the channel: what is posted, everyone there reads.
    pub fn asker(&self) -> Asker {
        Asker {
            server: Some(self.server),
            channels: [Some(self.channel), self.around]
                .into_iter()
                .flatten()
                .collect(),
            person: None,
        }
    }
}

/// How a plan reads a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// About so many words at a time.
    pub words: u32,
    /// Whether the channel's gate goes along.
    pub moves_gate: bool,
    /// How far it has come; `None` before its first post.
    pub stand: Option<Stand>,
}

/// A schedule as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    pub id: u64,
    pub ordered: Ordered,
    /// When it is due next, in seconds since the epoch.
    pub due: u64,
    pub paused: Option<Paused>,
    /// Posts left out since the last one, as it was too late for them.
    pub late: u32,
    /// The same, as nothing was open.
    pub held: u32,
    /// The key of the last passage.
    pub last: Option<u64>,
}

/// Why nothing is posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paused {
    /// Somebody said so.
    ByHand,
    /// The bot may not write in the channel.
    Access,
    /// The channel is gone.
    Gone,
    /// Discord refuses what is posted, with this status.
    Refused(u16),
}

impl fmt::Display for Paused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Paused::ByHand => f.write_str("by hand"),
            Paused::Access => f.write_str("access"),
            Paused::Gone => f.write_str("gone"),
            Paused::Refused(status) => write!(f, "{status}"),
        }
    }
}

impl FromStr for Paused {
    type Err = std::num::ParseIntError;

    fn from_str(kept: &str) -> Result<Paused, Self::Err> {
        match kept {
            "by hand" => Ok(Paused::ByHand),
            "access" => Ok(Paused::Access),
            "gone" => Ok(Paused::Gone),
            status => status.parse().map(Paused::Refused),
        }
    }
}

impl Store {
    /// Keeps a schedule, due from now on; its number, or `None` if its server has as many as it
    /// may.
    pub fn add_schedule(&self, ordered: &Ordered, most: usize, now: u64) -> Result<Option<u64>> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        ensure_server_row(&change, ordered.server)?;
        let count: usize = change.query_row(
            "SELECT count(*) FROM schedules WHERE server = ?1",
            [ordered.server],
            |row| row.get(0),
        )?;
        if count >= most {
            return Ok(None);
        }

        let reading = ordered.reading;
        let stand = reading.and_then(|reading| reading.stand);
        change.execute(
            "INSERT INTO schedules (server, channel, around, made_by, document, zone, minute, weekdays, due, seed,
                words, moves_gate, read_to, read_print)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            params![
                ordered.server,
                ordered.channel,
                ordered.around,
                ordered.made_by,
                ordered.document,
                ordered.times.zone,
                ordered.times.minute,
                ordered.times.weekdays,
                turn::next_due(&ordered.times, ordered.server, now),
                ordered.seed,
                reading.map(|reading| reading.words),
                reading.is_some_and(|reading| reading.moves_gate),
                stand.map(|stand| stand.byte),
                stand.map(|stand| stand.print),
            ],
        )?;
        let id = change.last_insert_rowid();
        spoken::keep_spoken(&change, ordered.server, self.spoken(ordered.server))?;
        change.commit()?;

        self.learn(|known| {
            known.servers.entry(ordered.server).or_default();
        });
        Ok(u64::try_from(id).ok())
    }

    /// The schedules of a server, by number.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn schedules(&self, server: ServerId) -> Result<Vec<Schedule>> {
        let connection = self.connection();
        let mut rows = connection.prepare(&format!(
            "SELECT {COLUMNS} FROM schedules WHERE server = ?1 ORDER BY id"
        ))?;
        let rows = rows.query_map([server], read_schedule_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A schedule of a server by its number, if it is there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn schedule(&self, server: ServerId, id: u64) -> Result<Option<Schedule>> {
        find_schedule(&self.connection(), server, id)
    }

    /// Takes a schedule away, with who made it; says whether it was there.
    pub fn remove_schedule(&self, server: ServerId, id: u64) -> Result<bool> {
        let connection = self.connection();
        let removed = connection.execute(
            "DELETE FROM schedules WHERE server = ?1 AND id = ?2",
            params![server, id],
        )?;
        self.forget_changes(&connection)?;
        Ok(removed > 0)
    }

    /// Posts nothing more of a schedule until it goes on, nor what is under way.
    pub fn pause_schedule(&self, server: ServerId, id: u64) -> Result<()> {
        let mut connection = self.connection();
        let change = connection.transaction()?;

        let paused = change.execute(
            "UPDATE schedules SET paused = ?3 WHERE server = ?1 AND id = ?2",
            params![server, id, Paused::ByHand.to_string()],
        )?;
        if paused > 0 {
            change.execute("DELETE FROM outbox WHERE schedule = ?1", [id])?;
        }

        Ok(change.commit()?)
    }

    /// Lets a schedule go on from now; says when it is due.
    pub fn resume_schedule(&self, server: ServerId, id: u64, now: u64) -> Result<Option<u64>> {
        let connection = self.connection();
        let Some(schedule) = find_schedule(&connection, server, id)? else {
            return Ok(None);
        };

        let due = turn::next_due(&schedule.ordered.times, server, now);
        connection.execute(
            "UPDATE schedules SET paused = NULL, due = ?3 WHERE server = ?1 AND id = ?2",
            params![server, id, due],
        )?;
        Ok(Some(due))
    }
}

/// The columns of a schedule, in the order that [`read_schedule_row`] reads.
pub(super) const COLUMNS: &str = "schedules.id, server, channel, around, made_by, document, zone, minute, weekdays, \
    schedules.due, paused, late, held, seed, last, words, moves_gate, read_to, read_print";
/// How many these are.
pub(super) const COLUMN_COUNT: usize = 19;

pub(super) fn read_schedule_row(row: &Row) -> rusqlite::Result<Schedule> {
    let words: Option<u32> = row.get(15)?;
    let (byte, print): (Option<u64>, Option<u64>) = (row.get(17)?, row.get(18)?);
    let stand = byte.zip(print).map(|(byte, print)| Stand { byte, print });
    let moves_gate = row.get(16)?;

    let paused: Option<String> = row.get(10)?;
    // A newer program may have kept a reason that this one does not know.
    let paused = paused.map(|why| why.parse().unwrap_or(Paused::ByHand));

    Ok(Schedule {
        id: row.get(0)?,
        ordered: Ordered {
            server: row.get(1)?,
            channel: row.get(2)?,
            around: row.get(3)?,
            made_by: row.get(4)?,
            document: row.get(5)?,
            times: Times {
                zone: row.get(6)?,
                minute: row.get(7)?,
                weekdays: row.get(8)?,
            },
            seed: row.get(13)?,
            reading: words.map(|words| Reading {
                words,
                moves_gate,
                stand,
            }),
        },
        due: row.get(9)?,
        paused,
        late: row.get(11)?,
        held: row.get(12)?,
        last: row.get(14)?,
    })
}

fn find_schedule(connection: &Connection, server: ServerId, id: u64) -> Result<Option<Schedule>> {
    let found = connection
        .query_row(
            &format!("SELECT {COLUMNS} FROM schedules WHERE server = ?1 AND id = ?2"),
            params![server, id],
            read_schedule_row,
        )
        .optional()?;
    Ok(found)
}
