//! A year of schedules in twelve time zones, with a bot that is killed between any two steps, and a
//! Discord that fails and forgets: each post comes once, or is told as left out.

mod place;
mod trouble;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::locale::Locale;
use crate::render::discord::say::schedule as say;
use crate::schedule::turn::LATE;
use crate::schedule::when::Times;
use place::{Place, Seen};

/// Zones that put their clocks forward and back in different ways, or not at all, with a time of
/// the day each.
const ZONES: [(&str, u16); 12] = [
    ("America/New_York", 2 * 60 + 30),
    ("America/St_Johns", 60 + 15),
    ("America/Santiago", 0),
    ("Europe/Berlin", 2 * 60 + 30),
    ("Europe/London", 9 * 60),
    ("Africa/Casablanca", 2 * 60 + 59),
    ("Antarctica/Troll", 2 * 60),
    ("Asia/Kolkata", 23 * 60 + 59),
    ("Asia/Tokyo", 9 * 60),
    ("Australia/Lord_Howe", 2 * 60 + 10),
    ("Pacific/Chatham", 3 * 60),
    ("UTC", 0),
];
const DAY: u64 = 24 * 60 * 60;

/// How many posts a message says were left out.
fn told(content: &str) -> u64 {
    let lines = content.lines().filter_map(|line| line.strip_prefix("-# "));
    let mut lines =
        lines.filter_map(|line| line.split_once(" before this could not be made in time"));
    let number = lines.next().and_then(|(posts, _)| posts.split(' ').next());
    number.map_or(0, |number| number.parse().unwrap())
}

/// The days on which something was due up to now, by the clocks of its zone.
fn days(times: &Times, from: u64, to: u64) -> BTreeSet<Date> {
    let zone = TimeZone::get(&times.zone).unwrap();
    let at = |second: u64| {
        Timestamp::from_second(second as i64)
            .unwrap()
            .to_zoned(zone.clone())
    };
    let first = at(from);
    let last = at(to);
    let is_before =
        |moment: &jiff::Zoned| moment.hour() as u16 * 60 + (moment.minute() as u16) < times.minute;

    let mut days = BTreeSet::new();
    let mut day = first.date();
    while day <= last.date() {
        let is_work = !times.weekdays || day.weekday().to_monday_one_offset() <= 5;
        let is_over = day == first.date() && !is_before(&first);
        let is_ahead = day == last.date() && is_before(&last);
        if is_work && !is_over && !is_ahead {
            days.insert(day);
        }
        day = day.tomorrow().unwrap();
    }
    days
}

/// The day whose post it is; what comes after the minute is where its server is.
fn day_of(times: &Times, due: u64) -> Date {
    let zone = TimeZone::get(&times.zone).unwrap();
    let moment = Timestamp::from_second(due as i64).unwrap().to_zoned(zone);
    moment.date()
}

const TEXT: &str = "# One\n\nThe lamp of Holm is green.\n\n# Two\n\nThe oar of Holm is red.\n\n# Three\n\nThe sail of Holm is blue.\n";

#[test]
fn in_a_year_each_post_comes_once_or_is_told_as_left_out() {
    for (seed, fails, kills) in [
        (11, true, true),
        (222, true, true),
        (3333, true, true),
        (44444, true, true),
    ] {
        let mut place = Place::new(TEXT, seed, fails, "2026-01-01T12:00:00Z");
        let start = place.now();
        for (at, (zone, minute)) in ZONES.into_iter().enumerate() {
            place.order(zone, minute, at % 4 == 3, None);
        }
        place.live(start + 365 * DAY, 3 * DAY, kills);

        let seen = place.stand_in.seen.lock().unwrap();
        for schedule in place.schedules() {
            let times = &schedule.ordered.times;
            let mut of_it: BTreeMap<Date, &Seen> = BTreeMap::new();
            let mut said = 0;
            for one in seen.iter().filter(|one| one.schedule == schedule.id) {
                let before = of_it.insert(day_of(times, one.due), one);
                assert!(
                    before.is_none(),
                    "{times:?}: twice on {}",
                    day_of(times, one.due)
                );
                assert!((one.due..=one.due + LATE).contains(&one.at), "{times:?}");
                said += told(&one.content);
            }

            // All of them come so many seconds after the minute.
            let spread = schedule.due % 60;
            let due = days(times, start, place.now() - spread);
            let posted: BTreeSet<Date> = of_it.keys().copied().collect();
            assert!(
                posted.is_subset(&due),
                "{times:?}: {:?}",
                posted.difference(&due)
            );
            let missed = (due.len() - posted.len()) as u64;
            let said = said + u64::from(schedule.late);
            assert!(posted.len() > 200 * due.len() / 365, "{times:?}: {missed}");

            // No more is said than was missed, and no passage comes again before all have been.
            assert_eq!(missed, said, "{times:?}");
            let passages: Vec<&str> = of_it
                .values()
                .map(|one| one.content.lines().next().unwrap())
                .collect();
            let is_round = |three: &[&str]| three.iter().collect::<BTreeSet<_>>().len() == 3;
            assert!(passages.windows(3).all(is_round), "{times:?}");
        }
    }
}

#[test]
fn a_plan_leaves_nothing_out_and_posts_nothing_twice_wherever_it_is_killed() {
    let sentence = |n: usize| {
        format!(
            "Sentence number{n}x tells of the long way over the sound to Bellhaven and back again. "
        )
    };
    let section = |n: usize| {
        format!(
            "# Part {n}\n\n{}\n\n",
            (0..17).map(|k| sentence(n * 17 + k)).collect::<String>()
        )
    };
    let text: String = (0..60).map(section).collect();
    for seed in [3, 4, 5] {
        let mut place = Place::new(&text, seed, true, "2026-01-01T12:00:00Z");
        let start = place.now();
        place.order("Europe/Berlin", 9 * 60, false, Some(600));
        place.live(start + 200 * DAY, 2 * DAY, true);

        assert!(place.schedules().is_empty());
        let seen = place.stand_in.seen.lock().unwrap();
        let posted: String = seen.iter().map(|one| one.content.as_str()).collect();
        let numbers: Vec<usize> = posted
            .match_indices("number")
            .map(|(at, _)| posted[at + 6..].split('x').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(numbers, (0..60 * 17).collect::<Vec<_>>(), "{seed}");
        let ended = say::end(Locale::English);
        assert!(seen.last().unwrap().content.contains(&ended));
        assert!(seen.iter().all(|one| one.content.chars().count() <= 2_000));
    }
}
