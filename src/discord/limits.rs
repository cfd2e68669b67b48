//! How much one person and one server may ask, so that nobody takes the bot away from the others.
//!
//! A limit is so many questions a minute, all at once or spread out. Buttons and the lists that
//! appear while someone types come many to a question and cost less, so they have budgets of their
//! own, a multiple of that. Only who used the bot within the last minutes is remembered, in memory,
//! by id.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::locale::Locale;
use crate::render::discord::message::Message;
use crate::render::discord::say::sorry;

/// Presses for each question that is allowed.
const PRESSES: u32 = 4;
/// Lists while typing for each question that is allowed: Discord asks for some three a second.
const LISTS: u32 = 10;
/// Checks of a budget between two clean-ups of it.
const CLEAN_UP_EVERY: u32 = 1_024;

/// Questions allowed in a minute; 0 for as many as one likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotas {
    /// To one person.
    pub person: u32,
    /// To all members of a server together.
    pub server: u32,
    /// Files that may be sent from a server in an hour; 0 for as many as it likes.
    pub uploads: u32,
}

impl Default for Quotas {
    fn default() -> Quotas {
        Quotas {
            person: 20,
            server: 200,
            uploads: 10,
        }
    }
}

/// What is asked of the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A command or a message.
    Question,
    /// A button.
    Press,
    /// A list while typing.
    List,
}

/// Whose budget is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Person,
    Server,
}

/// Too much was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverLimit {
    /// Whose budget it was.
    pub whose: Whose,
    /// When there is room for one more.
    pub wait: Duration,
}

impl OverLimit {
    /// What to tell whoever asked.
    pub fn message(self, locale: Locale) -> Message {
        let seconds = self.wait.as_secs() + 1; // a part of a second counts as one
        let sentence = match self.whose {
            Whose::Person => sorry::person_limited(locale, seconds),
            Whose::Server => sorry::server_limited(locale, seconds),
        };
        Message::text(sentence).private(true)
    }
}

/// The budgets of everyone.
pub struct Limits<C: Clock = DefaultClock> {
    people: [Option<Budget<C>>; 3],
    servers: [Option<Budget<C>>; 3],
    /// In a channel everyone reads that somebody is over their limit; so that is said once a
    /// minute.
    notices: Option<Budget<C>>,
    uploads: Option<Budget<C>>,
}

/// One use by one person or server at a time.
struct Budget<C: Clock> {
    limiter: RateLimiter<
        u64,
        DashMapStateStore<u64>,
        C,
        governor::middleware::NoOpMiddleware<C::Instant>,
    >,
    clock: C,
    checks: AtomicU32,
}

impl Limits {
    /// Full budgets, as if nobody had asked yet.
    pub fn new(quotas: Quotas) -> Limits {
        Limits::with_clock(quotas, &DefaultClock::default())
    }
}

impl<C: Clock + Clone> Limits<C> {
    fn with_clock(quotas: Quotas, clock: &C) -> Limits<C> {
        let budgets = |questions: u32| {
            [1, PRESSES, LISTS].map(|share| {
                let number = NonZeroU32::new(questions.saturating_mul(share));
                number.map(|number| Budget::new(Quota::per_minute(number), clock.clone()))
            })
        };
        let uploads = NonZeroU32::new(quotas.uploads);

        Limits {
            people: budgets(quotas.person),
            servers: budgets(quotas.server),
            notices: Some(Budget::new(
                Quota::per_minute(NonZeroU32::MIN),
                clock.clone(),
            )),
            uploads: uploads.map(|number| Budget::new(Quota::per_hour(number), clock.clone())),
        }
    }

    /// Takes one use from the budgets of a person and their server.
    ///
    /// # Errors
    /// [`OverLimit`] when one is used up; of the server's nothing is taken if the person's was.
    pub fn take(&self, kind: Use, person: u64, server: Option<u64>) -> Result<(), OverLimit> {
        let over = |whose| move |wait| OverLimit { whose, wait };
        let at = kind as usize;
        take_from_budget(self.people[at].as_ref(), person).map_err(over(Whose::Person))?;
        server
            .map_or(Ok(()), |server| {
                take_from_budget(self.servers[at].as_ref(), server)
            })
            .map_err(over(Whose::Server))
    }

    /// Takes one file from the budget of a server.
    ///
    /// # Errors
    /// [`OverLimit`] when it is used up.
    pub fn take_upload(&self, server: u64) -> Result<(), OverLimit> {
        let whose = Whose::Server;
        take_from_budget(self.uploads.as_ref(), server).map_err(|wait| OverLimit { whose, wait })
    }

    /// Whether a person may be told in a channel that they are over the limit.
    pub fn may_tell(&self, person: u64) -> bool {
        take_from_budget(self.notices.as_ref(), person).is_ok()
    }
}

fn take_from_budget<C: Clock + Clone>(budget: Option<&Budget<C>>, of: u64) -> Result<(), Duration> {
    budget.map_or(Ok(()), |budget| budget.take(of))
}

impl<C: Clock + Clone> Budget<C> {
    fn new(quota: Quota, clock: C) -> Budget<C> {
        let limiter = RateLimiter::new(quota, DashMapStateStore::default(), clock.clone());
        Budget {
            limiter,
            clock,
            checks: AtomicU32::new(0),
        }
    }

    fn take(&self, of: u64) -> Result<(), Duration> {
        // Now and then only, since a clean-up goes through everyone who is remembered.
        if self.checks.fetch_add(1, Ordering::Relaxed) % CLEAN_UP_EVERY == CLEAN_UP_EVERY - 1 {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }

        self.limiter
            .check_key(&of)
            .map_err(|until| until.wait_time_from(self.clock.now()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;

    fn limits(person: u32, server: u32) -> (Limits<FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        let quotas = Quotas {
            person,
            server,
            uploads: 2,
        };
        (Limits::with_clock(quotas, &clock), clock)
    }

    #[test]
    fn a_server_may_send_so_many_files_in_an_hour() {
        let (limits, clock) = limits(3, 3);
        (0..2).for_each(|_| limits.take_upload(1).unwrap());
        let over = limits.take_upload(1).unwrap_err();
        assert_eq!(
            (over.whose, over.wait),
            (Whose::Server, Duration::from_secs(30 * 60))
        );
        limits.take_upload(2).unwrap();
        clock.advance(Duration::from_secs(30 * 60));
        limits.take_upload(1).unwrap();
    }

    #[test]
    fn a_person_may_ask_so_much_and_then_waits() {
        let (limits, clock) = limits(3, 0);
        let ask = |person| limits.take(Use::Question, person, Some(1));
        (0..3).for_each(|_| ask(7).unwrap());

        let over = ask(7).unwrap_err();
        assert_eq!(
            (over.whose, over.wait),
            (Whose::Person, Duration::from_secs(20))
        );

        ask(8).unwrap();
        (0..3 * PRESSES).for_each(|_| limits.take(Use::Press, 7, Some(1)).unwrap());
        limits.take(Use::Press, 7, Some(1)).unwrap_err();

        clock.advance(over.wait);
        ask(7).unwrap();
        ask(7).unwrap_err();
    }

    #[test]
    fn a_server_may_ask_so_much_together() {
        let (limits, _) = limits(2, 3);
        let ask = |person, server| {
            limits
                .take(Use::Question, person, server)
                .map_err(|over| over.whose)
        };

        let asked: Vec<_> = [1, 1, 1, 2, 3]
            .into_iter()
            .map(|person| ask(person, Some(5)))
            .collect();

        assert_eq!(
            asked,
            [
                Ok(()),
                Ok(()),
                Err(Whose::Person),
                Ok(()),
                Err(Whose::Server)
            ]
        );

        assert_eq!((ask(4, Some(6)), ask(4, None)), (Ok(()), Ok(())));
    }

    #[test]
    fn nought_is_no_limit() {
        let (limits, _) = limits(0, 0);
        assert!((0..10_000).all(|_| limits.take(Use::Question, 7, Some(1)).is_ok()));
    }

    #[test]
    fn who_has_not_asked_lately_is_forgotten() {
        let (limits, clock) = limits(2, 0);

        for person in 0..100_000 {
            limits.take(Use::Question, person, None).unwrap();
            clock.advance(Duration::from_millis(100));
        }

        let known = limits.people[0]
            .as_ref()
            .map_or(0, |budget| budget.limiter.len());
        assert!(
            known <= 2 * CLEAN_UP_EVERY as usize,
            "{known} people are remembered"
        );
    }

    #[test]
    fn a_channel_is_told_once_a_minute() {
        let (limits, clock) = limits(1, 1);
        assert!(limits.may_tell(7) && !limits.may_tell(7) && limits.may_tell(8));
        clock.advance(Duration::from_secs(60));
        assert!(limits.may_tell(7));
    }
}
