//! How often answers on a server were said to help, and how often not: two numbers, and nothing
//! else.
//!
//! The decision that is not obvious: neither which answer it was nor who judged it is kept, so that
//! somebody who judges twice is told from two people in memory only, by whoever counts.

use anyhow::Result;

use crate::store::{ServerId, Store};

/// What somebody says of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Helpful,
    NotIt,
}

/// How often each was said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Feedback {
    pub helpful: u64,
    pub not_it: u64,
}

impl Store {
    /// Counts what somebody says of an answer, if the server wants it; says whether it was counted.
    pub fn judge(&self, server: ServerId, verdict: Verdict) -> Result<bool> {
        let column = match verdict {
            Verdict::Helpful => "helpful",
            Verdict::NotIt => "not_it",
        };
        let count =
            format!("UPDATE servers SET {column} = {column} + 1 WHERE id = ?1 AND feedback = 1");
        Ok(self.connection().execute(&count, [server])? > 0)
    }

    /// How answers on a server were judged, since it is kept.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn feedback(&self, server: ServerId) -> Result<Feedback> {
        let connection = self.connection();
        let mut counts = connection.prepare("SELECT helpful, not_it FROM servers WHERE id = ?1")?;
        let mut rows = counts.query([server])?;
        let row = rows.next()?;

        let feedback = row.map(|row| -> rusqlite::Result<Feedback> {
            Ok(Feedback {
                helpful: row.get(0)?,
                not_it: row.get(1)?,
            })
        });
        Ok(feedback.transpose()?.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Settings;

    #[test]
    fn answers_are_judged_only_where_that_is_wanted_and_each_server_has_its_own_counts() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        assert!(!store.judge(1, Verdict::Helpful).unwrap());
        assert!(store.servers().is_empty());

        let wanted = Settings {
            feedback: true,
            ..Settings::default()
        };
        for server in [1, 2] {
            store.set(server, |all| *all = wanted).unwrap();
        }
        for verdict in [Verdict::Helpful, Verdict::NotIt, Verdict::Helpful] {
            assert!(store.judge(1, verdict).unwrap());
        }
        let counts = Feedback {
            helpful: 2,
            not_it: 1,
        };
        assert_eq!(store.feedback(1).unwrap(), counts);
        assert_eq!(store.feedback(2).unwrap(), Feedback::default());

        store.set(1, |all| *all = Settings::default()).unwrap();
        assert!(!store.judge(1, Verdict::NotIt).unwrap());
        drop(store);
        let store = Store::open(dir.path()).unwrap();
        assert_eq!(store.feedback(1).unwrap(), counts);
        assert!(store.settings(2).feedback && !store.settings(1).feedback);
        store.forget(1).unwrap();
        assert_eq!(store.feedback(1).unwrap(), Feedback::default());
    }
}
