//! Questions that the texts of a server do not answer, for those who manage it: kept only where the
//! server says so.
//!
//! In: a question and when it was asked, and nothing of who asked. Out: the most frequent ones. The
//! decision that is not obvious: what is asked is counted by the day, so that every single asking
//! is forgotten when its time is up, however often the same is asked later.

use anyhow::Result;
use rusqlite::{Connection, params};

use crate::store::{ServerId, Store};

/// How many days a question is kept, that of the question among them.
pub const KEPT_DAYS: u64 = 30;
/// Most questions of a server, of all days; then the rarest of the oldest gives way.
const MOST: u64 = 500;
const DAY: u64 = 24 * 60 * 60;

/// A question that got a no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// As it was put last.
    pub question: String,
    /// How often it was asked.
    pub count: u64,
    /// When it was asked last, to the day, in seconds since the epoch.
    pub day: u64,
}

impl Store {
    /// Keeps a question, if the server wants that; `words` is the same for questions that are the
    /// same.
    pub fn keep_gap(&self, server: ServerId, words: u64, question: &str, now: u64) -> Result<()> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        let is_wanted: bool = change.query_row(
            "SELECT EXISTS (SELECT 1 FROM servers WHERE id = ?1 AND gaps = 1)",
            [server],
            |row| row.get(0),
        )?;
        if !is_wanted {
            return Ok(());
        }

        // The numbers of SQLite have a sign.
        let key = params![server, words.cast_signed(), now / DAY, question];
        let repeated = change.execute(
            "UPDATE gaps SET count = count + 1, question = ?4 WHERE server = ?1 AND words = ?2 AND day = ?3",
            key,
        )?;
        if repeated == 0 {
            make_room(&change, server)?;
            change.execute(
                "INSERT INTO gaps (server, words, day, question) VALUES (?1, ?2, ?3, ?4)",
                key,
            )?;
        }
        Ok(change.commit()?)
    }

    /// The most frequent questions of a server whose time is not up.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn gaps(&self, server: ServerId, now: u64, most: usize) -> Result<Vec<Gap>> {
        let connection = self.connection();
        // Beside a maximum, SQLite gives the other columns of the same row: the question as it was
        // put last.
        let mut gaps = connection.prepare(
            "SELECT question, sum(count) AS times, max(day) AS last FROM gaps
                WHERE server = ?1 AND day > ?2
                GROUP BY words ORDER BY times DESC, last DESC, words LIMIT ?3",
        )?;

        let gaps = gaps.query_map(params![server, last_expired_day(now), most as u64], |row| {
            let day: u64 = row.get(2)?;
            Ok(Gap {
                question: row.get(0)?,
                count: row.get(1)?,
                day: day * DAY,
            })
        })?;
        Ok(gaps.collect::<Result<_, _>>()?)
    }

    /// Forgets all questions of a server; they are in no file when this returns.
    ///
    /// # Errors
    /// When they cannot be deleted, or may still be in the log of changes.
    pub fn clear_gaps(&self, server: ServerId) -> Result<()> {
        let connection = self.connection();
        delete_gaps(&connection, server)?;
        self.forget_changes(&connection)
    }

    /// Forgets the questions of all servers whose time is up, also those that gave way to others.
    ///
    /// # Errors
    /// As [`Store::clear_gaps`].
    pub fn forget_old_gaps(&self, now: u64) -> Result<()> {
        let connection = self.connection();
        connection.execute("DELETE FROM gaps WHERE day <= ?1", [last_expired_day(now)])?;
        self.forget_changes(&connection)
    }
}

/// The last day whose questions are kept no more.
fn last_expired_day(now: u64) -> u64 {
    (now / DAY).saturating_sub(KEPT_DAYS)
}

/// Deletes the questions of a server; the log of changes may still hold them.
///
/// # Errors
/// When they cannot be deleted.
pub(super) fn delete_gaps(connection: &Connection, server: ServerId) -> Result<()> {
    connection.execute("DELETE FROM gaps WHERE server = ?1", [server])?;
    Ok(())
}

fn make_room(connection: &Connection, server: ServerId) -> Result<()> {
    connection.execute(
        "DELETE FROM gaps WHERE server = ?1
            AND (SELECT count(*) FROM gaps WHERE server = ?1) >= ?2
            AND (words, day) = (SELECT words, day FROM gaps WHERE server = ?1 ORDER BY count, day, words LIMIT 1)",
        params![server, MOST],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Settings;

    const WANTED: Settings = Settings {
        shared: true,
        private: false,
        language: None,
        feedback: false,
        gaps: true,
    };

    fn listed(store: &Store, server: ServerId, day: u64) -> Vec<(String, u64)> {
        let gaps = store.gaps(server, day * DAY, 9).unwrap().into_iter();
        gaps.map(|gap| (gap.question, gap.count)).collect()
    }

    fn pair(question: &str, count: u64) -> (String, u64) {
        (question.to_owned(), count)
    }

    /// Whether some file of the store holds these bytes.
    fn holds(store: &Store, bytes: &str) -> bool {
        let files = std::fs::read_dir(store.folder()).unwrap().flatten();
        let mut all = files.filter_map(|file| std::fs::read(file.path()).ok());
        all.any(|content| content.windows(bytes.len()).any(|w| w == bytes.as_bytes()))
    }

    #[test]
    fn a_question_is_kept_where_that_is_wanted_and_counted_with_those_that_are_the_same() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        store.keep_gap(1, 7, "Who?", 0).unwrap();
        assert!(store.servers().is_empty());
        for server in [1, 2] {
            store.set(server, |all| *all = WANTED).unwrap();
        }

        for (server, words, question, day) in [
            (1, 7, "Who?", 100),
            (1, u64::MAX, "Where?", 100),
            (1, 7, "WHO", 101),
            (1, 7, "who", 101),
            (2, 7, "who else", 101),
        ] {
            store.keep_gap(server, words, question, day * DAY).unwrap();
        }
        assert_eq!(listed(&store, 1, 101), [pair("who", 3), pair("Where?", 1)]);
        assert_eq!(listed(&store, 2, 101), [pair("who else", 1)]);
        // Each asking for as long as all others.
        assert_eq!(listed(&store, 1, 129), [pair("who", 3), pair("Where?", 1)]);
        assert_eq!(listed(&store, 1, 130), [pair("who", 2)]);
        assert!(listed(&store, 1, 131).is_empty());

        store.forget(2).unwrap();
        assert!(listed(&store, 2, 101).is_empty());
        store.clear_gaps(1).unwrap();
        assert!(listed(&store, 1, 101).is_empty());
    }

    #[test]
    fn a_server_has_so_many_questions_and_the_rarest_of_the_oldest_give_way() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        store.set(1, |all| *all = WANTED).unwrap();
        store.set(2, |all| *all = WANTED).unwrap();
        store.keep_gap(2, 1, "elsewhere", 9 * DAY).unwrap();
        for _ in 0..2 {
            store.keep_gap(1, 0, "frequent", 9 * DAY).unwrap();
        }
        for words in 1..=MOST {
            let question = format!("question {words}");
            store.keep_gap(1, words, &question, 10 * DAY).unwrap();
        }

        let all = store.gaps(1, 10 * DAY, 1_000).unwrap();
        assert_eq!(all.len() as u64, MOST);
        assert_eq!(all[0].question, "frequent");
        assert!(all.iter().all(|gap| gap.question != "question 1"));
        assert_eq!(listed(&store, 2, 10), [pair("elsewhere", 1)]);
    }

    #[test]
    fn what_is_forgotten_is_in_no_file_any_more() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        for (forget, name) in [
            (
                (|store: &Store| store.forget_old_gaps(31 * DAY)) as fn(&Store) -> Result<()>,
                "time",
            ),
            (|store| store.clear_gaps(1), "clear"),
            (
                |store| store.set(1, |all| *all = Settings::default()),
                "switched off",
            ),
            (
                |store| {
                    store.forget(1)?;
                    store.forget_deleted()
                },
                "server",
            ),
        ] {
            store.set(1, |all| *all = WANTED).unwrap();
            store.keep_gap(1, 7, "Who is Zanzibar?", DAY).unwrap();
            assert!(holds(&store, "Zanzibar"), "{name}");
            store.forget_old_gaps(30 * DAY).unwrap();
            assert!(holds(&store, "Zanzibar"), "{name}");
            forget(&store).unwrap();
            assert!(!holds(&store, "Zanzibar"), "{name}");
        }
        store.keep_gap(1, 7, "Who is Zanzibar?", DAY).unwrap();
        assert!(!holds(&store, "Zanzibar"));
    }

    /// Without a rewriting of the file this finds a question of server 1 in it: SQLite overwrites
    /// what it deletes, but not what it leaves behind when it moves rows from page to page.
    #[test]
    fn no_copy_stays_where_rows_were_moved_from_page_to_page() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        for server in [1, 2] {
            store.set(server, |all| *all = WANTED).unwrap();
        }

        let mut random = 3_u64.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for n in 0..450 {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let day = 1 + random % 25;
            let long = "very ".repeat((random % 23) as usize);
            for server in [1, 2] {
                let words = random.rotate_left(server as u32);
                let question = format!("Who is Zanzibar{server}x{day}x the {long}old {n}?");
                store.keep_gap(server, words, &question, day * DAY).unwrap();
            }
        }

        for day in 1..=10 {
            store.forget_old_gaps((day + 30) * DAY).unwrap();
            for server in [1, 2] {
                let gone = format!("Zanzibar{server}x{day}x");
                assert!(!holds(&store, &gone), "{gone}");
            }
        }
        store.clear_gaps(1).unwrap();
        assert!(!holds(&store, "Zanzibar1x"));
        assert!(holds(&store, "Zanzibar2x20x"));
    }
}
