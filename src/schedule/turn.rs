//! What to do when something is due, or was while nobody was awake.
//!
//! What is no later than [`LATE`] is posted; what is older is left out, and counted so that it can
//! be said. Servers are spread over the minute: thousands of them like nine o'clock.

use super::when::Times;
use crate::fingerprint;

/// Seconds that a post may be late.
pub const LATE: u64 = 6 * 60 * 60;
/// Seconds to the next moment at most, and some more: there is one on each weekday.
pub const FARTHEST: u64 = 8 * 24 * 60 * 60;
/// Seconds that a bot may be down; what is older was put off by a wrong clock.
const LONGEST: u64 = 500 * 24 * 60 * 60;
/// Seconds over which servers are spread.
const SPREAD: u64 = 60;
/// Seconds between the tries to post something, after each that came to nothing; the last of them
/// for all further ones.
const PAUSES: [u64; 7] = [10, 30, 2 * 60, 5 * 60, 15 * 60, 30 * 60, 60 * 60];

/// What becomes of something that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The moment whose post is to be made.
    pub post: Option<u64>,
    /// How many it is too late for.
    pub missed: u32,
    /// When it is due next.
    pub next: u64,
}

/// What to do now with what was due at a moment, which is one that [`next_due`] gave, perhaps by a
/// wrong clock.
pub fn decide_turn(times: &Times, server: u64, due: u64, now: u64) -> Turn {
    let is_astray = due > now.saturating_add(FARTHEST) || due < now.saturating_sub(LONGEST);
    let mut turn = Turn {
        post: None,
        missed: 0,
        next: if is_astray {
            next_due(times, server, now)
        } else {
            due
        },
    };

    while turn.next <= now {
        if is_late(turn.next, now) {
            turn.missed += 1;
        } else {
            turn.post = Some(turn.next);
        }
        turn.next = next_due(times, server, turn.next);
    }

    turn
}

/// Whether it is too late for what was due at a moment.
pub fn is_late(due: u64, now: u64) -> bool {
    now.saturating_sub(due) > LATE
}

/// When a server's post is due next.
pub fn next_due(times: &Times, server: u64, after: u64) -> u64 {
    let spread = spread_seconds(server);
    let moment = times.next(after.saturating_sub(spread));
    // Behind the end of all calendars nothing is due.
    moment.map_or(i64::MAX.unsigned_abs(), |moment| moment + spread)
}

/// By how much a server's posts come after the minute.
fn spread_seconds(server: u64) -> u64 {
    fingerprint::to_number(&blake3::hash(&server.to_le_bytes())) % SPREAD
}

/// Seconds until the next try, after so many that came to nothing.
pub fn retry_pause(tries: u32) -> u64 {
    let at = (tries.max(1) as usize - 1).min(PAUSES.len() - 1);
    PAUSES[at]
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = 60 * 60;
    const DAY: u64 = 24 * HOUR;

    #[test]
    fn what_is_late_is_posted_once_and_what_is_too_late_is_counted() {
        let times = Times {
            zone: "UTC".to_owned(),
            minute: 9 * 60,
            weekdays: false,
        };
        let due = next_due(&times, 7, 1_000 * DAY);
        assert!((1_000 * DAY + 9 * HOUR..1_000 * DAY + 9 * HOUR + 60).contains(&due));

        for (now, post, missed, ahead) in [
            (due - 1, None, 0, 0),
            (due, Some(due), 0, 1),
            (due + 6 * HOUR, Some(due), 0, 1),
            (due + 6 * HOUR + 1, None, 1, 1),
            (due + DAY, Some(due + DAY), 1, 2),
            (due + 3 * DAY + HOUR, Some(due + 3 * DAY), 3, 4),
            (due + 400 * DAY - 1, None, 400, 400),
            // The clock was wrong when it was put off.
            (due - 100 * DAY, None, 0, -99),
            (due + 20_000 * DAY - 1, None, 0, 20_000),
        ] {
            let next = due.wrapping_add_signed(ahead * DAY as i64);
            let expected = Turn { post, missed, next };
            assert_eq!(decide_turn(&times, 7, due, now), expected, "{now} {due}");
        }
    }

    #[test]
    fn servers_are_spread_over_the_minute() {
        let mut seconds = [0; SPREAD as usize];
        for server in 0..5_000_u64 {
            seconds[spread_seconds(server << 22) as usize] += 1;
        }
        assert!(seconds.iter().all(|servers| (40..160).contains(servers)));
    }
}
