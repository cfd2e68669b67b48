//! What the store keeps of servers and texts, and what it does not.

use std::path::Path;

use rusqlite::Connection;

use super::*;
use crate::locale::Locale;
use crate::schedule::when::Times;

const ALLOWED: Allowance = Allowance {
    texts: 3,
    words: 100,
    bytes: 9_000,
    disk: 10_000,
};

fn a_text(name: &str, bytes: u64, words: u64) -> Text {
    Text {
        name: format!("{name}.txt"),
        title: name.to_uppercase(),
        language: None,
        bytes,
        words,
    }
}

fn add(store: &Store, server: ServerId, text: &Text) -> Added {
    store.add(server, text, ALLOWED).unwrap()
}

#[test]
fn a_text_is_added_once_and_within_what_its_server_may_have() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    for (server, text, expected) in [
        (1, a_text("a", 10, 60), Added::Now),
        (1, a_text("a", 10, 60), Added::Before("A".to_owned())),
        (1, a_text("b", 10, 41), Added::TooManyWords(60)),
        (1, a_text("b", 10, 40), Added::Now),
        (2, a_text("a", 10, 60), Added::Now),
        (1, a_text("c", 10, 0), Added::Now),
        (1, a_text("d", 10, 0), Added::TooManyTexts),
        (2, a_text("b", 2_500, 0), Added::TooManyBytes),
        (2, a_text("b", 2_248, 0), Added::TooManyBytes),
        (2, a_text("b", 2_000, 0), Added::Now),
        (3, a_text("b", 2_000, 0), Added::NoRoom),
    ] {
        assert_eq!(add(&store, server, &text), expected, "{server} {text:?}");
    }
    assert_eq!((store.text_count(1), store.text_count(2)), (3, 2));

    store.set_index_bytes(1, 9_000).unwrap();
    assert_eq!(store.used().unwrap(), 9_000 + 2_040);
    assert!(store.remove(1, "a.txt").unwrap() && !store.remove(1, "a.txt").unwrap());
    assert!(store.rename(1, "b.txt", "Z").unwrap() && !store.rename(2, "c.txt", "Z").unwrap());
    let titles: Vec<String> = store
        .texts(1)
        .unwrap()
        .into_iter()
        .map(|t| t.title)
        .collect();
    assert_eq!(titles, ["C", "Z"]);
}

#[test]
fn what_is_kept_of_a_server_is_there_after_a_restart_and_goes_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    let private = Settings {
        private: true,
        language: Some(Locale::Japanese),
        ..Settings::default()
    };
    let largest = i64::MAX as u64;
    for server in [7, largest] {
        add(&store, server, &a_text("a", 10, 10));
        store.set(server, |all| *all = private).unwrap();
        store.set_usual_text(server, 70, Some("a.txt")).unwrap();
        store.set_left(server, Some(100)).unwrap();
    }
    store.remove(7, "a.txt").unwrap();
    drop(store);

    let store = Store::open(dir.path()).unwrap();
    store.check().unwrap();
    for server in [7, largest] {
        assert_eq!(store.settings(server), private);
        assert_eq!(store.usual_text(server, 70).as_deref(), Some("a.txt"));
        assert!(store.has_left(server));
    }
    assert_eq!(store.usual_text(7, 71), None);
    assert_eq!((store.text_count(7), store.text_count(largest)), (0, 1));
    assert_eq!((store.unswept(7), store.unswept(largest)), (1, 0));
    store.swept(7, 2).unwrap();
    assert_eq!(store.unswept(7), 0);

    store.set_left(largest, None).unwrap();
    assert_eq!(
        (store.left_before(100), store.left_before(101)),
        (vec![], vec![7])
    );
    store.forget(7).unwrap();
    store.forget(largest).unwrap();
    assert!(store.servers().is_empty() && store.texts(largest).unwrap().is_empty());
    assert_eq!(store.settings(7), Settings::default());
    assert_eq!(store.usual_text(7, 70), None);
    // Of a server of which nothing is kept, nothing is to be noted.
    store.set_left(7, Some(100)).unwrap();
    assert!(store.servers().is_empty());
}

/// Whether some file of a folder holds these bytes.
fn holds(folder: &Path, bytes: &[u8]) -> bool {
    let files = std::fs::read_dir(folder).unwrap().flatten();
    let mut all = files.filter_map(|file| std::fs::read(file.path()).ok());
    all.any(|content| content.windows(bytes.len()).any(|window| window == bytes))
}

#[test]
fn a_text_is_not_swept_while_the_log_of_changes_may_hold_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    store
        .connection()
        .busy_timeout(std::time::Duration::ZERO)
        .unwrap();
    add(&store, 1, &a_text("zanzibar", 1, 1));

    let reader = Connection::open(dir.path().join(crate::store::FILE)).unwrap();
    let reading = reader.unchecked_transaction().unwrap();
    let count = "SELECT count(*) FROM texts";
    let _: u32 = reading.query_row(count, [], |row| row.get(0)).unwrap();
    store.remove(1, "zanzibar.txt").unwrap();
    assert_eq!((store.text_count(1), store.unswept(1)), (0, 1));
    store.swept(1, 1).unwrap_err();
    assert_eq!(store.unswept(1), 1);

    drop(reading);
    store.swept(1, 1).unwrap();
    assert_eq!(store.unswept(1), 0);
    assert!(!holds(dir.path(), b"ZANZIBAR"));
}

#[cfg(unix)]
#[test]
fn a_folder_that_was_there_before_is_closed_to_others() {
    use std::os::unix::fs::PermissionsExt;

    let dir = tempfile::tempdir().unwrap();
    let mode = |mode| std::fs::Permissions::from_mode(mode);
    for wide in [0o755, 0o750, 0o701] {
        std::fs::set_permissions(dir.path(), mode(wide)).unwrap();
        Store::open(dir.path()).unwrap();
        let now = std::fs::metadata(dir.path()).unwrap().permissions().mode();
        assert_eq!(now & 0o777, 0o700, "{wide:o}");
    }
}

#[test]
fn what_was_removed_is_in_no_file_any_more() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    let text = |name: &str| a_text(name, 1, 1);
    for name in ["zanzibar", "quokka", "wombat"] {
        add(&store, 1, &text(name));
    }
    assert!(holds(dir.path(), b"ZANZIBAR") && holds(dir.path(), b"QUOKKA"));

    store.remove(1, "zanzibar.txt").unwrap();
    store.swept(1, 1).unwrap();
    assert!(!holds(dir.path(), b"ZANZIBAR"));
    store.rename(1, "quokka.txt", "renamed").unwrap();
    store.forget_deleted().unwrap();
    assert!(!holds(dir.path(), b"ZANZIBAR") && !holds(dir.path(), b"QUOKKA"));
    store.forget(1).unwrap();
    store.forget_deleted().unwrap();
    assert!(!holds(dir.path(), b"WOMBAT") && !holds(dir.path(), b"wombat"));
}

fn a_schedule(server: ServerId, document: Option<&str>) -> Ordered {
    Ordered {
        server,
        channel: 70,
        around: Some(71),
        made_by: 5,
        document: document.map(str::to_owned),
        times: Times {
            zone: "Europe/Berlin".to_owned(),
            minute: 540,
            weekdays: true,
        },
        seed: (1 << 63) - 1,
        reading: Some(Reading {
            words: 200,
            moves_gate: true,
            stand: None,
        }),
    }
}

#[test]
fn a_schedule_is_there_after_a_restart_follows_its_text_and_goes_with_its_server() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    add(&store, 7, &a_text("a", 1, 1));
    let ordered = a_schedule(7, Some("own:a.txt"));
    let id = store.add_schedule(&ordered, 1, 1_000).unwrap().unwrap();
    assert_eq!(store.add_schedule(&ordered, 1, 1_000).unwrap(), None);
    drop(store);

    let store = Store::open(dir.path()).unwrap();
    let kept = store.schedule(7, id).unwrap().unwrap();
    assert_eq!((kept.ordered, kept.paused), (ordered, None));
    assert_eq!(store.schedule(8, id).unwrap(), None);
    assert!(!store.remove_schedule(8, id).unwrap());

    // A new edition has another name.
    store.remove(7, "a.txt").unwrap();
    let edition = Text {
        name: "b.txt".to_owned(),
        ..a_text("a", 1, 1)
    };
    add(&store, 7, &edition);
    let kept = store.schedule(7, id).unwrap().unwrap();
    assert_eq!(kept.ordered.document.as_deref(), Some("own:b.txt"));

    store.forget(7).unwrap();
    assert_eq!(store.schedules(7).unwrap(), []);
    assert_eq!(store.next_moment(0).unwrap(), None);
}

#[test]
fn nothing_is_due_where_the_bot_is_not_or_somebody_paused_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    for server in [1, 2, 3, 4] {
        store.add_schedule(&a_schedule(server, None), 9, 0).unwrap();
    }
    store.set_left(2, Some(1)).unwrap();
    let paused = store.schedules(3).unwrap()[0].id;
    store.pause_schedule(3, paused).unwrap();

    // Of a Thursday, the first of January 1970.
    let now = 10 * 60 * 60;
    store.take_due(now, |server| server != 4).unwrap();
    let posts = store.to_post(now, |_| true, 9).unwrap();
    let servers: Vec<ServerId> = posts
        .iter()
        .map(|post| post.schedule.ordered.server)
        .collect();
    assert_eq!(servers, [1]);

    let due = store.resume_schedule(3, paused, now).unwrap().unwrap();
    assert!(due > now);
    store.set_left(2, None).unwrap();
    store.take_due(now, |_| true).unwrap();
    assert_eq!(store.to_post(now, |_| true, 9).unwrap().len(), 3);
    // Whoever pauses it stops what is under way, too.
    store.pause_schedule(1, posts[0].schedule.id).unwrap();
    assert!(!store.begin(&posts[0], false, now).unwrap());
}
