//! Trouble on demand: the next matching requests are refused, delayed, or answered with nonsense.
//!
//! A fault normally replaces the work: nothing is stored, as when Discord refuses a request.
//! With [`Fault::after_work`] the work is done and only the answer is lost, which is how a bot
//! comes to answer an interaction twice.

use super::reply::Reply;
use std::time::Duration;

/// What goes wrong, where, and how often.
#[derive(Clone, Debug)]
pub struct Fault {
    method: String,
    path: Vec<String>,
    trouble: Trouble,
    left: usize,
    after_work: bool,
}

#[derive(Clone, Debug)]
enum Trouble {
    Reply(Reply),
    Delay(Duration),
}

/// What one request is to suffer.
#[derive(Clone, Debug, Default)]
pub struct Suffering {
    pub delay: Duration,
    pub reply: Option<Reply>,
    pub after_work: bool,
}

impl Fault {
    /// A fault on one route: the path is without `/api/v10`, and `*` stands for one segment
    /// (`"/channels/*/messages"`). The method may be `*` too.
    pub fn on(method: &str, path: &str) -> Route {
        Route {
            method: method.to_owned(),
            path: segments(path),
        }
    }

    /// How many requests suffer; one unless said otherwise.
    pub fn times(mut self, times: usize) -> Self {
        self.left = times;
        self
    }

    /// Every request suffers until the faults are cleared.
    pub fn always(self) -> Self {
        self.times(usize::MAX)
    }

    /// The work is done; only the answer is replaced.
    pub fn after_work(mut self) -> Self {
        self.after_work = true;
        self
    }

    pub(super) fn hits(&self, method: &str, path: &str) -> bool {
        let same = |(want, got): (&String, &String)| want == "*" || want == got;
        let path = segments(path);
        self.left > 0
            && (self.method == "*" || self.method == method)
            && self.path.len() == path.len()
            && self.path.iter().zip(&path).all(same)
    }
}

/// A route waiting to be told its trouble.
#[derive(Clone, Debug)]
pub struct Route {
    method: String,
    path: Vec<String>,
}

impl Route {
    /// 429 with `retry_after` seconds in body and headers.
    pub fn rate_limited(self, retry_after: f64) -> Fault {
        self.reply(Reply::rate_limited(retry_after, false))
    }

    /// 429 for the whole bot.
    pub fn rate_limited_globally(self, retry_after: f64) -> Fault {
        self.reply(Reply::rate_limited(retry_after, true))
    }

    /// 500, 502 and the like, with an empty body.
    pub fn status(self, status: u16) -> Fault {
        self.reply(Reply::server_error(status))
    }

    /// A Discord error such as 10062, 40060, 50001 or 50013.
    pub fn code(self, code: u64) -> Fault {
        self.reply(Reply::discord(code))
    }

    /// The answer comes late; the work is done when the delay is over.
    pub fn delay(self, delay: Duration) -> Fault {
        self.trouble(Trouble::Delay(delay))
    }

    fn reply(self, reply: Reply) -> Fault {
        self.trouble(Trouble::Reply(reply))
    }

    fn trouble(self, trouble: Trouble) -> Fault {
        let Route { method, path } = self;
        Fault {
            method,
            path,
            trouble,
            left: 1,
            after_work: false,
        }
    }
}

/// Takes what a request is to suffer out of the list: all delays, and the first reply.
pub fn suffer(faults: &mut [Fault], method: &str, path: &str) -> Suffering {
    let mut suffering = Suffering::default();
    for fault in faults.iter_mut().filter(|fault| fault.hits(method, path)) {
        match &fault.trouble {
            Trouble::Delay(delay) => suffering.delay += *delay,
            Trouble::Reply(_) if suffering.reply.is_some() => continue,
            Trouble::Reply(reply) => {
                suffering.reply = Some(reply.clone());
                suffering.after_work = fault.after_work;
            }
        }
        fault.left -= 1;
    }
    suffering
}

fn segments(path: &str) -> Vec<String> {
    path.trim_matches('/')
        .split('/')
        .map(str::to_owned)
        .collect()
}

/// Whether a path such as `/channels/30/messages` fits a pattern with `*`.
pub fn fits(method: &str, pattern: &str, seen_method: &str, seen_path: &str) -> bool {
    Fault::on(method, pattern)
        .status(500)
        .hits(seen_method, seen_path)
}
