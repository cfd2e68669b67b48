//! What is said about posts that come by themselves, in one place, so that it can be translated.
//!
//! Markdown unless said otherwise.

use crate::render::discord::markdown::{name, units};
use crate::render::words::count;
use crate::schedule::when::Times;
use crate::store::{Paused, Schedule};

/// Longest title in a sentence, in units.
const TITLE: usize = 100;
/// Most of a list, in units.
const LIST: usize = 1_800;
/// Longest thing somebody typed that is said again, in units.
const TYPED: usize = 60;

/// Under the last words of a text that a plan reads; plain text.
pub const END: &str = "The end of the text, and of this plan.";

pub const NONE: &str = "Nothing is posted here by itself. `/schedule quote` posts a passage a day, `/schedule plan` reads a text bit by bit.";
pub const NO_SUCH: &str =
    "There is no such schedule. Choose one from the list that appears while you type.";
pub const NOT_A_TIME: &str = "I do not understand that time. Write it like 9:00 or 21:30.";
pub const NO_CHAPTERS: &str = "That text has no chapters that I can count, so a gate cannot go along. Order the plan without `move-gate`.";
pub const NO_SUCH_PLACE: &str =
    "I found no such place in that text. Name a chapter, a page or a percentage such as 40 %.";
pub const MAY_NOT_WRITE: &str = "I may not write in this channel. Give me *View Channel* and *Send Messages* here (in a thread *Send Messages in Threads*), and order it again.";
pub const NOTHING_OPEN: &str = "Nothing more of that is open in its channel, so nothing would be posted. `/gate show` says how far texts are open.";
pub const NOT_OPEN_TO_YOU: &str = "What comes next is further than you have read, as you told me with `/progress`, so I do not show it to you.";
pub const TEXT_GONE: &str = "Its text is not there, so nothing would be posted.";

/// A zone that nobody knows.
pub fn no_such_zone(typed: &str) -> String {
    format!(
        "I know no time zone “{}”. Choose one from the list that appears while you type, such as Europe/Berlin.",
        name(typed, TYPED)
    )
}

/// The server has as many as it may.
pub fn too_many(most: usize) -> String {
    format!(
        "This server has {most} schedules, as many as it may have. `/schedule remove` takes one away."
    )
}

/// What the texts of a schedule are called where it is of all; Markdown.
const ALL: &str = "all texts that are open here";

/// What a schedule does; the title of its text is plain text, `None` for all texts.
fn what(schedule: &Schedule, title: Option<&str>) -> String {
    let title = title.map_or(ALL.to_owned(), |title| {
        format!("**{}**", name(title, TITLE))
    });
    match schedule.ordered.reading {
        Some(reading) => format!("about {} of {title}", count(reading.words.into(), "word")),
        None => format!("a passage of {title}"),
    }
}

/// When it does it.
fn when(times: &Times) -> String {
    let days = if times.weekdays {
        "Monday to Friday"
    } else {
        "every day"
    };
    format!("{days} at {} ({})", times.clock(), name(&times.zone, TITLE))
}

/// A moment as each reader's clock shows it.
fn moment(seconds: u64) -> String {
    format!("<t:{seconds}:F>")
}

/// A schedule that was just made. With a gate, the last chapter that is open.
pub fn made(schedule: &Schedule, title: Option<&str>, gate: Option<u32>) -> String {
    let gate = match gate {
        None => String::new(),
        Some(0) => " The text is closed in this channel from chapter 1 on, and each chapter opens when it was posted whole.".to_owned(),
        Some(chapter) => format!(" The text is open in this channel up to chapter {chapter}, and each further one when it was posted whole."),
    };
    format!(
        "I post {} in this channel, {}; first {}.{gate}\n`/schedule test` shows what comes next.",
        what(schedule, title),
        when(&schedule.ordered.times),
        moment(schedule.due)
    )
}

/// The schedules of a server, each with the title of its text: `None` for all texts, nothing in it if it is gone.
pub fn list(schedules: &[(Schedule, Option<Option<String>>)]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for (schedule, title) in schedules {
        let line = line(schedule, title.as_ref().map(Option::as_deref));
        length += units(&line) + 1;
        if length > LIST {
            lines.push("…".to_owned());
            break;
        }
        lines.push(line);
    }
    lines.join("\n")
}

fn line(schedule: &Schedule, title: Option<Option<&str>>) -> String {
    let what = match title {
        Some(None) => format!("{} (its text is not there)", what(schedule, Some("?"))),
        title => what(schedule, title.flatten()),
    };
    let next = match schedule.paused {
        None => format!("next {}", moment(schedule.due)),
        Some(why) => format!("⏸ {}", paused(why)),
    };
    let gate = schedule
        .ordered
        .reading
        .filter(|reading| reading.moves_gate);
    let gate = gate.map_or("", |_| ", the gate goes along");
    let left_out = left_out(schedule.late, schedule.held);
    let left_out: String = left_out.iter().map(|line| format!("\n-# {line}")).collect();

    format!(
        "**#{}** <#{}>: {what}, {}{gate}; {next}{left_out}",
        schedule.id,
        schedule.ordered.channel,
        when(&schedule.ordered.times)
    )
}

/// Why nothing is posted.
fn paused(why: Paused) -> String {
    match why {
        Paused::ByHand => "paused".to_owned(),
        Paused::Access => "paused: I may not write there (403)".to_owned(),
        Paused::Gone => "paused: the channel is gone (404)".to_owned(),
        Paused::Refused(status) => format!("paused: Discord refuses it ({status})"),
    }
}

/// What was left out since the last post, in lines of plain text.
pub fn left_out(late: u32, held: u32) -> Vec<String> {
    let posts = |number: u32| count(number.into(), "post");
    let late =
        (late > 0).then(|| format!("{} before this could not be made in time.", posts(late)));
    let held = (held > 0).then(|| format!("{} before this had nothing open to show.", posts(held)));
    late.into_iter().chain(held).collect()
}

/// A text that a plan has read, as plain text, where nothing is left to post.
pub fn over(title: &str) -> String {
    format!("**{}**: {END}", name(title, TITLE))
}

/// A schedule that pauses from now on.
pub fn paused_now(id: u64) -> String {
    format!("**#{id}** is paused. `/schedule pause` with it once more lets it go on.")
}

/// A schedule that goes on, due at a moment.
pub fn resumed(id: u64, due: u64) -> String {
    format!("**#{id}** goes on, next {}.", moment(due))
}

/// A schedule that is gone.
pub fn removed(id: u64) -> String {
    format!("**#{id}** is removed, with all that I kept of it.")
}

/// Above what comes next of a schedule.
pub fn next(schedule: &Schedule) -> String {
    match schedule.paused {
        None => format!("-# Next, {}:", moment(schedule.due)),
        Some(_) => "-# Next, when it goes on:".to_owned(),
    }
}

/// To whoever made a schedule that Discord refuses.
pub fn told(schedule: &Schedule, why: Paused) -> String {
    format!(
        "What you ordered with `/schedule` in <#{}> is {}. When that is mended, `/schedule pause` with **#{}** lets it go on.",
        schedule.ordered.channel,
        paused(why),
        schedule.id
    )
}

/// A schedule in the list that appears while somebody types, as plain text.
pub fn choice(schedule: &Schedule, title: Option<&str>, is_here: bool) -> String {
    let kind = match schedule.ordered.reading {
        Some(_) => "plan",
        None => "quote",
    };
    let place = if is_here { "" } else { " · another channel" };
    let paused = schedule.paused.map_or("", |_| " · paused");
    let title = title.unwrap_or("all texts");
    let times = &schedule.ordered.times;
    format!(
        "#{} · {kind} · {} {}{place}{paused} · {title}",
        schedule.id,
        times.clock(),
        times.zone
    )
}
