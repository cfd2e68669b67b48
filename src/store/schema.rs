//! The tables, from version to version. A migration that was released is never changed; a new one
//! follows it.

use anyhow::{Context, Result};
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

/// Everything of a server hangs on its row and goes with it. Two tables name people: those who
/// said how far they have read, and those who made a schedule.
const MIGRATIONS: &[M<'static>] = &[
    M::up(
        "CREATE TABLE servers (
        id INTEGER PRIMARY KEY,
        -- whether the library of all servers is asked, too
        shared INTEGER NOT NULL DEFAULT 1 CHECK (shared IN (0, 1)),
        -- whether answers are private unless somebody says otherwise
        private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
        -- removed texts whose words may still be in a file
        unswept INTEGER NOT NULL DEFAULT 0 CHECK (unswept >= 0),
        index_bytes INTEGER NOT NULL DEFAULT 0 CHECK (index_bytes >= 0),
        -- when the bot was removed from it, in seconds since the epoch
        left_at INTEGER
    ) STRICT;

    CREATE TABLE texts (
        server INTEGER NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        -- of its file, made from the hash of what is in it
        name TEXT NOT NULL,
        title TEXT NOT NULL,
        language TEXT,
        bytes INTEGER NOT NULL CHECK (bytes >= 0),
        words INTEGER NOT NULL CHECK (words >= 0),
        PRIMARY KEY (server, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE channels (
        server INTEGER NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        channel INTEGER NOT NULL,
        -- the text that is asked there unless another is named
        document TEXT NOT NULL,
        PRIMARY KEY (server, channel)
    ) STRICT, WITHOUT ROWID;",
    ),
    M::up(
        "CREATE TABLE gates (
        server INTEGER NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        -- 0 for the whole server
        channel INTEGER NOT NULL,
        document TEXT NOT NULL,
        -- the last one that is open
        chapter INTEGER NOT NULL CHECK (chapter >= 0),
        PRIMARY KEY (server, channel, document)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE progress (
        person INTEGER NOT NULL,
        -- 0 for the texts that all servers share, so that it hangs on no row
        server INTEGER NOT NULL,
        document TEXT NOT NULL,
        chapter INTEGER NOT NULL CHECK (chapter >= 0),
        PRIMARY KEY (person, server, document)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX progress_by_server ON progress (server);",
    ),
    M::up(
        "CREATE TABLE removed (
        server INTEGER NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        -- of a text that is gone, for which something is set
        name TEXT NOT NULL,
        -- a number made from its title: a new edition is known by it
        title INTEGER NOT NULL,
        PRIMARY KEY (server, name)
    ) STRICT, WITHOUT ROWID;",
    ),
    // The tag of the language that the bot speaks there; without one, that of the server on
    // Discord.
    M::up("ALTER TABLE servers ADD COLUMN language TEXT;"),
    M::up(
        "CREATE TABLE schedules (
        -- never given twice, as what is posted is known by it
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        server INTEGER NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        channel INTEGER NOT NULL,
        -- of a thread, the channel that it belongs to
        around INTEGER,
        -- the person who made it: they are told when Discord refuses it
        made_by INTEGER NOT NULL,
        -- the text, collection or library, as gates name one; all if there is none
        document TEXT,
        zone TEXT NOT NULL,
        -- since midnight
        minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
        weekdays INTEGER NOT NULL CHECK (weekdays IN (0, 1)),
        -- when it is due next, in seconds since the epoch
        due INTEGER NOT NULL,
        paused TEXT,
        -- posts left out since the last one: it was too late, or nothing was open
        late INTEGER NOT NULL DEFAULT 0 CHECK (late >= 0),
        held INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
        -- the order of the passages, and the key of the last one
        seed INTEGER NOT NULL,
        last INTEGER,
        -- of a plan: about so many words at a time
        words INTEGER CHECK (words > 0),
        moves_gate INTEGER NOT NULL DEFAULT 0 CHECK (moves_gate IN (0, 1)),
        -- how far it has come, in bytes, and a number made from the last sentence
        read_to INTEGER,
        read_print INTEGER
    ) STRICT;

    CREATE INDEX schedules_by_server ON schedules (server);
    CREATE INDEX schedules_by_due ON schedules (due);

    CREATE TABLE outbox (
        schedule INTEGER PRIMARY KEY REFERENCES schedules (id) ON DELETE CASCADE,
        -- the moment whose post it is
        due INTEGER NOT NULL,
        -- messages of it that are posted
        part INTEGER NOT NULL DEFAULT 0 CHECK (part >= 0),
        -- the byte that it goes to, when a part is posted
        until INTEGER,
        tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
        next_try INTEGER NOT NULL,
        -- when the first try began of which it is not known how it ended
        begun INTEGER,
        -- of what its schedule has left out, as much as it says
        told_late INTEGER NOT NULL DEFAULT 0,
        told_held INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE INDEX outbox_by_try ON outbox (next_try);",
    ),
    M::up(
        "-- whether answers can be judged, and how often they were
    ALTER TABLE servers ADD COLUMN feedback INTEGER NOT NULL DEFAULT 0 CHECK (feedback IN (0, 1));
    ALTER TABLE servers ADD COLUMN helpful INTEGER NOT NULL DEFAULT 0 CHECK (helpful >= 0);
    ALTER TABLE servers ADD COLUMN not_it INTEGER NOT NULL DEFAULT 0 CHECK (not_it >= 0);
    -- whether questions that the texts do not answer are kept
    ALTER TABLE servers ADD COLUMN gaps INTEGER NOT NULL DEFAULT 0 CHECK (gaps IN (0, 1));

    CREATE TABLE gaps (
        server INTEGER NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
        -- a number made from the words of the question, whatever their case: repeats are known by it
        words INTEGER NOT NULL,
        -- on which it was asked, counted from the epoch: each day is deleted when its time is up
        day INTEGER NOT NULL,
        -- as it was put last
        question TEXT NOT NULL,
        count INTEGER NOT NULL DEFAULT 1 CHECK (count > 0),
        PRIMARY KEY (server, words, day)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX gaps_by_day ON gaps (day);",
    ),
    // The tag of the language that the server has on Discord, as far as it is known.
    M::up("ALTER TABLE schedules ADD COLUMN spoken TEXT;"),
];

/// Brings the tables up to date.
///
/// # Errors
/// When the file cannot be written, or a newer version of this program made it.
pub fn migrate(connection: &mut Connection) -> Result<()> {
    Migrations::from_slice(MIGRATIONS)
        .to_latest(connection)
        .context("bringing the store up to date")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_migrations_are_sound_and_made_once() {
        Migrations::from_slice(MIGRATIONS).validate().unwrap();
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        migrate(&mut connection).unwrap();
    }

    #[test]
    fn a_file_of_a_newer_program_is_left_alone() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        assert!(migrate(&mut connection).is_err());
    }
}
