//! A new edition of a server's text -> what was set for the former one.
//!
//! The name of a text is made from what is in it, so a corrected edition has another, and a gate at
//! the former would leave it open. Editions are known by their title. Of a text that is gone a
//! number made from its title is kept, no word of it, and only where something is set for it.

use anyhow::Result;
use rusqlite::{Connection, params};

use crate::fingerprint;
use crate::store::{OWN, ServerId};

/// Notes a text that goes, if something is set for it.
pub(super) fn note_removed(
    change: &Connection,
    server: ServerId,
    name: &str,
    title: &str,
) -> Result<()> {
    change.execute(
        "INSERT OR REPLACE INTO removed (server, name, title) SELECT ?1, ?2, ?3
            WHERE EXISTS (SELECT 1 FROM gates WHERE server = ?1 AND document = ?4)
            OR EXISTS (SELECT 1 FROM progress WHERE server = ?1 AND document = ?4)
            OR EXISTS (SELECT 1 FROM channels WHERE server = ?1 AND document = ?2)
            OR EXISTS (SELECT 1 FROM schedules WHERE server = ?1 AND document = ?4)",
        params![server, name, hash_title(title), format!("{OWN}{name}")],
    )?;
    Ok(())
}

/// Gives a text the gates of all others of its title, those that are gone and those that are there;
/// the narrowest counts. Says which are gone: what was set for them is set for this one now.
pub(super) fn inherit_gates(
    change: &Connection,
    server: ServerId,
    name: &str,
    title: &str,
) -> Result<Vec<String>> {
    let gone = collect_removed_editions(change, server, title)?;
    for former in gone
        .iter()
        .chain(&collect_present_editions(change, server, title)?)
    {
        copy_gates(change, server, former, name)?;
    }

    for former in &gone {
        change.execute(
            "UPDATE channels SET document = ?3 WHERE server = ?1 AND document = ?2",
            params![server, former, name],
        )?;
        change.execute(
            "UPDATE schedules SET document = ?3 WHERE server = ?1 AND document = ?2",
            params![server, format!("{OWN}{former}"), format!("{OWN}{name}")],
        )?;
        change.execute(
            "DELETE FROM removed WHERE server = ?1 AND name = ?2",
            params![server, former],
        )?;
    }
    Ok(gone)
}

fn collect_removed_editions(
    change: &Connection,
    server: ServerId,
    title: &str,
) -> Result<Vec<String>> {
    let mut names = change.prepare("SELECT name FROM removed WHERE server = ?1 AND title = ?2")?;
    let names = names.query_map(params![server, hash_title(title)], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn collect_present_editions(
    change: &Connection,
    server: ServerId,
    title: &str,
) -> Result<Vec<String>> {
    let mut texts = change.prepare("SELECT name, title FROM texts WHERE server = ?1")?;
    let texts = texts.query_map([server], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let texts: Vec<(String, String)> = texts.collect::<Result<_, _>>()?;

    let same = texts
        .into_iter()
        .filter(|(_, own)| hash_title(own) == hash_title(title));
    Ok(same.map(|(name, _)| name).collect())
}

fn copy_gates(change: &Connection, server: ServerId, from: &str, to: &str) -> Result<()> {
    for (table, place) in [("gates", "channel"), ("progress", "person")] {
        change.execute(
            &format!(
                "INSERT INTO {table} (server, {place}, document, chapter)
                    SELECT server, {place}, ?3, chapter FROM {table} WHERE server = ?1 AND document = ?2
                    ON CONFLICT DO UPDATE SET chapter = min(chapter, excluded.chapter)"
            ),
            params![server, format!("{OWN}{from}"), format!("{OWN}{to}")],
        )?;
    }
    Ok(())
}

/// The number of a title, however its letters are cased.
fn hash_title(title: &str) -> i64 {
    let hash = blake3::hash(title.trim().to_lowercase().as_bytes());
    // SQLite has no unsigned numbers.
    fingerprint::to_number(&hash).cast_signed()
}

#[cfg(test)]
mod tests {
    use crate::store::{Added, Allowance, At, Gate, ServerId, Store, Text};

    const ALLOWED: Allowance = Allowance {
        texts: 9,
        words: 99,
        bytes: 9_999,
        disk: 9_999,
    };

    fn add(store: &Store, server: ServerId, name: &str, title: &str) {
        let text = Text {
            name: name.to_owned(),
            title: title.to_owned(),
            language: None,
            bytes: 1,
            words: 1,
        };
        assert_eq!(store.add(server, &text, ALLOWED).unwrap(), Added::Now);
    }

    fn set(store: &Store, at: At, name: &str, chapter: u32) {
        let document = format!("own:{name}");
        store.set_gate(at, &Gate { document, chapter }).unwrap();
    }

    /// The last chapter of a text that is open at a place.
    fn open(store: &Store, at: At, name: &str) -> Option<u32> {
        let gates = store.gates_at(at).unwrap().into_iter();
        let mut gates = gates.filter(|gate| gate.document == format!("own:{name}"));
        gates.next().map(|gate| gate.chapter)
    }

    const PLACES: [At; 3] = [At::Server(1), At::Channel(1, 10), At::Person(7, Some(1))];

    #[test]
    fn what_is_set_for_a_text_is_set_for_its_next_edition() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        add(&store, 1, "a.md", "The Diary");
        for (at, chapter) in PLACES.into_iter().zip(3..) {
            set(&store, at, "a.md", chapter);
        }
        store.set_usual_text(1, 10, Some("a.md")).unwrap();
        let opens = |name| PLACES.map(|at| open(&store, at, name));

        // While the former one is there, and after it.
        add(&store, 1, "b.md", "the diary ");
        assert_eq!(opens("b.md"), [Some(3), Some(4), Some(5)]);
        assert_eq!(store.usual_text(1, 10).as_deref(), Some("a.md"));
        store.remove(1, "a.md").unwrap();
        store.remove(1, "b.md").unwrap();
        set(&store, At::Server(1), "b.md", 2);
        add(&store, 1, "c.md", "THE DIARY");
        assert_eq!(opens("c.md"), [Some(2), Some(4), Some(5)]);
        assert_eq!(store.usual_text(1, 10).as_deref(), Some("c.md"));

        // By its new title, too; and not another text, or on another server.
        add(&store, 1, "d.md", "Draft");
        assert_eq!(opens("d.md"), [None; 3]);
        store.remove(1, "c.md").unwrap();
        store.rename(1, "d.md", "The Diary").unwrap();
        assert_eq!(opens("d.md"), [Some(2), Some(4), Some(5)]);
        add(&store, 2, "a.md", "The Diary");
        assert_eq!(open(&store, At::Server(2), "a.md"), None);

        // The same file again.
        store.remove(1, "d.md").unwrap();
        add(&store, 1, "d.md", "The Diary");
        assert_eq!(opens("d.md"), [Some(2), Some(4), Some(5)]);
    }
}
