//! What is said about posts that come by themselves, where it goes by what there is to tell; single
//! sentences are in `say`.
//!
//! Markdown unless said otherwise.

use crate::locale::Locale;
use crate::render::discord::markdown::{render_name, take_fitting_lines};
use crate::render::discord::say::schedule as say;
use crate::schedule::when::Times;
use crate::store::{Paused, Schedule};

/// Longest title in a sentence, in units.
const TITLE: usize = 100;
/// Most of a list, in units.
const LIST: usize = 1_800;
/// Longest thing somebody typed that is said again, in units.
const TYPED: usize = 60;

/// A zone that nobody knows.
pub fn say_no_such_zone(locale: Locale, typed: &str) -> String {
    say::no_such_zone(locale, &render_name(typed, TYPED))
}

/// What a schedule does; the title of its text is plain text, `None` for all texts.
fn say_what_is_posted(locale: Locale, schedule: &Schedule, title: Option<&str>) -> String {
    let title = match title {
        Some(title) => format!("**{}**", render_name(title, TITLE)),
        None => say::all_open(locale),
    };
    match schedule.ordered.reading {
        Some(reading) => say::portion(locale, reading.words, &title),
        None => say::passage(locale, &title),
    }
}

/// When it does it.
fn say_when_posted(locale: Locale, times: &Times) -> String {
    let clock = times.clock();
    let zone = render_name(&times.zone, TITLE);
    if times.weekdays {
        say::weekdays(locale, &clock, &zone)
    } else {
        say::every_day(locale, &clock, &zone)
    }
}

/// A moment as each reader's clock shows it.
fn render_moment(seconds: u64) -> String {
    format!("<t:{seconds}:F>")
}

/// A schedule that was just made. With a gate, the last chapter that is open.
pub fn say_schedule_made(
    locale: Locale,
    schedule: &Schedule,
    title: Option<&str>,
    gate: Option<u32>,
) -> String {
    let what = say_what_is_posted(locale, schedule, title);
    let when = say_when_posted(locale, &schedule.ordered.times);
    let made = say::made(locale, &what, &when, &render_moment(schedule.due));

    let gate = match gate {
        None => String::new(),
        Some(0) => format!(" {}", say::closed(locale)),
        Some(chapter) => format!(" {}", say::open(locale, chapter)),
    };

    format!("{made}{gate}\n{}", say::tested(locale))
}

/// The schedules of a server, each with the title of its text: `None` for all texts, nothing in it
/// if it is gone.
pub fn render_schedule_list(
    locale: Locale,
    schedules: &[(Schedule, Option<Option<String>>)],
) -> String {
    let lines = schedules.iter().map(|(schedule, title)| {
        let title = title.as_ref().map(Option::as_deref);
        render_schedule_line(locale, schedule, title)
    });
    let (mut lines, left) = take_fitting_lines(lines, LIST);
    if left > 0 {
        lines.push("…".to_owned());
    }

    lines.join("\n")
}

fn render_schedule_line(
    locale: Locale,
    schedule: &Schedule,
    title: Option<Option<&str>>,
) -> String {
    let what = match title {
        Some(None) => say::text_missing(locale, &say_what_is_posted(locale, schedule, Some("?"))),
        title => say_what_is_posted(locale, schedule, title.flatten()),
    };
    let ordered = &schedule.ordered;
    let mut when = say_when_posted(locale, &ordered.times);
    if ordered.reading.is_some_and(|reading| reading.moves_gate) {
        when = say::gate_along(locale, &when);
    }
    let next = match schedule.paused {
        None => say::next_at(locale, &render_moment(schedule.due)),
        Some(why) => format!("⏸ {}", say_why_paused(locale, why)),
    };
    let line = say::line(locale, schedule.id, ordered.channel, &what, &when, &next);

    let left_out = say_left_out_posts(locale, schedule.late, schedule.held);
    let left_out: String = left_out.iter().flat_map(|line| ["\n-# ", line]).collect();
    line + &left_out
}

/// Why nothing is posted.
fn say_why_paused(locale: Locale, why: Paused) -> String {
    match why {
        Paused::ByHand => say::paused(locale),
        Paused::Access => say::no_access(locale),
        Paused::Gone => say::channel_gone(locale),
        Paused::Refused(status) => say::refused(locale, u32::from(status)),
    }
}

/// What was left out since the last post, in lines of plain text.
pub fn say_left_out_posts(locale: Locale, late: u32, held: u32) -> Vec<String> {
    let late = (late > 0).then(|| say::late(locale, late));
    let held = (held > 0).then(|| say::held(locale, held));
    late.into_iter().chain(held).collect()
}

/// A text that a plan has read, as plain text, where nothing is left to post.
pub fn say_plan_over(locale: Locale, title: &str) -> String {
    say::over(locale, &render_name(title, TITLE))
}

/// A schedule that goes on, due at a moment.
pub fn say_schedule_resumed(locale: Locale, id: u64, due: u64) -> String {
    say::resumed(locale, id, &render_moment(due))
}

/// Above what comes next of a schedule.
pub fn say_next_post(locale: Locale, schedule: &Schedule) -> String {
    let next = match schedule.paused {
        None => say::next(locale, &render_moment(schedule.due)),
        Some(_) => say::next_paused(locale),
    };
    format!("-# {next}")
}

/// To whoever made a schedule that Discord refuses.
pub fn say_schedule_refused(locale: Locale, schedule: &Schedule, why: Paused) -> String {
    let why = say_why_paused(locale, why);
    say::told(locale, schedule.ordered.channel, &why, schedule.id)
}

/// A schedule in the list that appears while somebody types, as plain text.
pub fn render_schedule_choice(
    locale: Locale,
    schedule: &Schedule,
    title: Option<&str>,
    is_here: bool,
) -> String {
    let times = &schedule.ordered.times;
    let kind = match schedule.ordered.reading {
        Some(_) => say::plan(locale),
        None => say::quote(locale),
    };

    let parts = [
        Some(format!("#{}", schedule.id)),
        Some(kind),
        Some(format!("{} {}", times.clock(), times.zone)),
        (!is_here).then(|| say::elsewhere(locale)),
        schedule.paused.map(|_| say::paused(locale)),
        Some(title.map_or_else(|| say::all_texts(locale), str::to_owned)),
    ];

    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}
