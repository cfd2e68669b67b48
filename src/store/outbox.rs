//! What is to be posted now, and what has become of it.
//!
//! A schedule that is due gets its next moment and a row here in one transaction, and the row goes
//! in one with how far the schedule has come. So a program that is killed at any moment finds what
//! it was at: the same post, known by the same [`Post::nonce`]. The row says when a try began whose
//! end is not known, since Discord forgets a nonce after minutes.

use anyhow::Result;
use rusqlite::{Connection, params};

use crate::schedule::portion::Stand;
use crate::schedule::turn::{self, decide_turn};
use crate::store::schedules::{COLUMN_COUNT, COLUMNS, read_schedule_row};
use crate::store::{At, Gate, Paused, Schedule, ServerId, Store, gates};

/// A message to post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    pub schedule: Schedule,
    /// The moment whose post it is.
    pub due: u64,
    /// Messages of it that are posted.
    pub part: u32,
    /// The byte that it goes to, when a part is posted.
    pub until: Option<u64>,
    /// How often it was tried.
    pub tries: u32,
    /// When the first try began of which it is not known how it ended.
    pub begun: Option<u64>,
}

/// How far a schedule has come with a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// The key of the passage.
    pub last: Option<u64>,
    /// How far a plan has read.
    pub stand: Option<Stand>,
    /// More messages follow, up to this byte.
    pub until: Option<u64>,
    /// The channel's gate goes to this chapter, where there is one; at the end of the text it goes
    /// away.
    pub gate: Option<Gate>,
    /// The text was read to its end, and with it the schedule ends.
    pub ended: bool,
}

/// Why a post is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// It is too late for it, and it was not posted.
    Late,
    /// Nothing is open that it could say.
    Held,
    /// Discord refuses it, and its schedule is paused.
    Refused(Paused),
}

impl Post {
    /// The next post of a schedule, as if it was due.
    pub fn of(schedule: Schedule) -> Post {
        Post {
            due: schedule.due,
            schedule,
            part: 0,
            until: None,
            tries: 0,
            begun: None,
        }
    }

    /// By this Discord knows a message that it was sent before: at most 25 characters.
    pub fn nonce(&self) -> String {
        format!("{}-{}-{}", self.schedule.id, self.due, self.part)
    }
}

impl Store {
    /// Moves all that is due on to its next moment, and puts what is to be posted into the outbox;
    /// takes out what it is too late for, unless it may have been posted all the same. Says for how
    /// many that was.
    pub fn take_due(&self, now: u64, is_ours: impl Fn(ServerId) -> bool) -> Result<u32> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        let mut missed = 0;

        let latest = now.saturating_sub(turn::LATE);
        for post in collect_posts(&change, LATE, latest, &is_ours, usize::MAX)? {
            missed += leave_out_post(&change, post.schedule.id, LeftOut::Late)?;
        }

        for schedule in collect_due_schedules(&change, now, &is_ours)? {
            let turn = decide_turn(
                &schedule.ordered.times,
                schedule.ordered.server,
                schedule.due,
                now,
            );
            missed += turn.missed;
            change.execute(
                "UPDATE schedules SET due = ?2, late = late + ?3 WHERE id = ?1",
                params![schedule.id, turn.next, turn.missed],
            )?;
            if let Some(post) = turn.post {
                // It was not known for so long what became of it that it never will be.
                missed += leave_out_post(&change, schedule.id, LeftOut::Late)?;
                change.execute(
                    "INSERT INTO outbox (schedule, due, next_try) VALUES (?1, ?2, ?2)",
                    params![schedule.id, post],
                )?;
            }
        }

        change.commit()?;
        Ok(missed)
    }

    /// What is to be tried now, the oldest first, at most so many.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn to_post(
        &self,
        now: u64,
        is_ours: impl FnMut(ServerId) -> bool,
        most: usize,
    ) -> Result<Vec<Post>> {
        collect_posts(
            &self.connection(),
            "outbox.next_try <= ?1",
            now,
            is_ours,
            most,
        )
    }

    /// The next moment after this one when there is something to do.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn next_moment(&self, now: u64) -> Result<Option<u64>> {
        let moment = "SELECT min(moment) FROM (
            SELECT min(due) AS moment FROM schedules WHERE due > ?1 AND paused IS NULL
            UNION ALL SELECT min(next_try) FROM outbox WHERE next_try > ?1)";
        Ok(self
            .connection()
            .query_row(moment, [now], |row| row.get(0))?)
    }

    /// Notes that a post is being tried, for the first time if none of its tries has reached
    /// anybody; says whether it is still to be posted.
    pub fn begin(&self, post: &Post, is_first: bool, now: u64) -> Result<bool> {
        let there = self.connection().execute(
            "UPDATE outbox SET begun = CASE WHEN ?5 THEN ?4 ELSE coalesce(begun, ?4) END,
                told_late = ?6, told_held = ?7 WHERE schedule = ?1 AND due = ?2 AND part = ?3",
            params![
                post.schedule.id,
                post.due,
                post.part,
                now,
                is_first,
                post.schedule.late,
                post.schedule.held
            ],
        )?;
        Ok(there > 0)
    }

    /// Notes that a post came to nothing; it is tried again. Unless it `may_be_there`, none of its
    /// tries has reached anybody.
    pub fn failed(&self, post: &Post, may_be_there: bool, now: u64) -> Result<()> {
        let again = now + turn::retry_pause(post.tries + 1);
        self.connection().execute(
            "UPDATE outbox SET tries = tries + 1, next_try = ?4, begun = CASE WHEN ?5 THEN begun END
                WHERE schedule = ?1 AND due = ?2 AND part = ?3",
            params![post.schedule.id, post.due, post.part, again, may_be_there],
        )?;
        Ok(())
    }

    /// Notes that a message was posted, and how far that takes its schedule.
    pub fn posted(&self, post: &Post, progress: &Progress, now: u64) -> Result<()> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        let id = post.schedule.id;
        let stand = progress.stand;

        change.execute(
            "UPDATE schedules SET last = coalesce(?2, last), read_to = coalesce(?3, read_to),
                read_print = coalesce(?4, read_print) WHERE id = ?1",
            params![
                id,
                progress.last,
                stand.map(|stand| stand.byte),
                stand.map(|stand| stand.print)
            ],
        )?;
        // More may have been left out since it was sent; and while it was sent, another may have
        // taken its place.
        change.execute(
            "UPDATE schedules SET late = max(late - told_late, 0), held = max(held - told_held, 0)
                FROM outbox WHERE schedule = schedules.id AND schedules.id = ?1
                AND outbox.due = ?2 AND part = ?3",
            params![id, post.due, post.part],
        )?;
        match progress.until {
            Some(until) => change.execute(
                "UPDATE outbox SET part = part + 1, until = ?4, tries = 0, next_try = ?5, begun = NULL
                    WHERE schedule = ?1 AND due = ?2 AND part = ?3",
                params![id, post.due, post.part, until, now],
            )?,
            None => change.execute(
                "DELETE FROM outbox WHERE schedule = ?1 AND due = ?2 AND part = ?3",
                params![id, post.due, post.part],
            )?,
        };

        if progress.ended {
            change.execute("DELETE FROM schedules WHERE id = ?1", [id])?;
        }
        let at = At::Channel(post.schedule.ordered.server, post.schedule.ordered.channel);
        if let Some(gate) = &progress.gate {
            gates::advance_gate(&change, at, gate, progress.ended)?;
        }
        change.commit()?;

        if progress.ended {
            if progress.gate.is_some() {
                self.learn_gates(&connection, at)?;
            }
            // Whoever made it is in no file any more.
            self.forget_changes(&connection)?;
        }
        Ok(())
    }

    /// Leaves a post out.
    pub fn leave_out(&self, post: &Post, why: LeftOut) -> Result<()> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        leave_out_post(&change, post.schedule.id, why)?;
        Ok(change.commit()?)
    }
}

/// Seconds until a post of which it is not known whether it was made is given up: longer than most
/// outages.
const UNCLEAR: u64 = 4 * 24 * 60 * 60;
/// What nobody can have seen of what was due before a moment.
const LATE: &str = "outbox.due < ?1 AND begun IS NULL";

/// Takes the post of a schedule out, if there is one, and counts it; says how many that were.
fn leave_out_post(change: &Connection, id: u64, why: LeftOut) -> Result<u32> {
    let there = change.execute("DELETE FROM outbox WHERE schedule = ?1", [id])?;
    if there == 0 {
        return Ok(0);
    }

    let paused = match why {
        LeftOut::Refused(why) => Some(why.to_string()),
        LeftOut::Late | LeftOut::Held => None,
    };
    change.execute(
        "UPDATE schedules SET held = held + ?2, late = late + 1 - ?2, paused = coalesce(?3, paused)
            WHERE id = ?1",
        params![id, why == LeftOut::Held, paused],
    )?;
    Ok(1)
}

/// The schedules that are due, of servers that are wanted and that the bot is on; and those that a
/// wrong clock put off further than any is. One whose former post is not cleared up waits for that.
fn collect_due_schedules(
    connection: &Connection,
    now: u64,
    is_wanted: impl Fn(ServerId) -> bool,
) -> Result<Vec<Schedule>> {
    let mut rows = connection.prepare(&format!(
        "SELECT {COLUMNS} FROM schedules JOIN servers ON servers.id = server
            WHERE (schedules.due <= ?1 OR schedules.due > ?2) AND paused IS NULL AND left_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM outbox WHERE schedule = schedules.id AND outbox.due > ?3)"
    ))?;
    let (latest, earliest) = (
        now.saturating_add(turn::FARTHEST),
        now.saturating_sub(UNCLEAR),
    );

    let rows = rows.query_map([now, latest, earliest], read_schedule_row)?;

    let wanted = |row: &rusqlite::Result<Schedule>| {
        row.as_ref()
            .map_or(true, |one| is_wanted(one.ordered.server))
    };
    Ok(rows.filter(wanted).collect::<Result<_, _>>()?)
}

/// At most so many posts in the outbox of which something is true, of servers that are wanted and
/// that the bot is on.
fn collect_posts(
    connection: &Connection,
    condition: &str,
    moment: u64,
    mut is_wanted: impl FnMut(ServerId) -> bool,
    most: usize,
) -> Result<Vec<Post>> {
    let mut rows = connection.prepare(&format!(
        "SELECT {COLUMNS}, outbox.due, part, until, tries, begun
            FROM outbox JOIN schedules ON schedules.id = schedule JOIN servers ON servers.id = server
            WHERE {condition} AND left_at IS NULL ORDER BY next_try"
    ))?;

    let rows = rows.query_map([moment], |row| {
        Ok(Post {
            schedule: read_schedule_row(row)?,
            due: row.get(COLUMN_COUNT)?,
            part: row.get(COLUMN_COUNT + 1)?,
            until: row.get(COLUMN_COUNT + 2)?,
            tries: row.get(COLUMN_COUNT + 3)?,
            begun: row.get(COLUMN_COUNT + 4)?,
        })
    })?;

    let wanted = |row: &rusqlite::Result<Post>| {
        row.as_ref()
            .map_or(true, |post| is_wanted(post.schedule.ordered.server))
    };
    Ok(rows.filter(wanted).take(most).collect::<Result<_, _>>()?)
}
