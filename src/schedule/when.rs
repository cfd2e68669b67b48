//! A time of the day in a time zone -> the moments when it comes.
//!
//! The decision that is not obvious: a day has its moment once. A time that a day leaves out, as
//! clocks are put forward, comes as much later as they are put; of one that comes twice the first
//! is meant. The time zones are those that the program brings along, so that it does not matter
//! what the machine knows of them.

use jiff::civil::{Date, Weekday};
use jiff::tz::{TimeZone, db};
use jiff::{Timestamp, ToSpan};

/// Minutes of an hour and of a day.
const HOUR: u16 = 60;
const DAY: u16 = 24 * HOUR;
/// Days to look ahead: a weekend, and a day that an island slept through.
const AHEAD: i64 = 7;

/// A time of the day, every day or from Monday to Friday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Times {
    /// The name of a time zone, as [`find_zone`] gives it.
    pub zone: String,
    /// Minutes since midnight.
    pub minute: u16,
    /// Not on Saturdays and Sundays.
    pub weekdays: bool,
}

impl Times {
    /// The first moment after another; `None` at the end of all calendars.
    pub fn next(&self, after: u64) -> Option<u64> {
        let after = Timestamp::from_second(i64::try_from(after).ok()?).ok()?;
        // A zone is taken out of the database hardly ever, and then a wrong hour is better than
        // none.
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let today = after.to_zoned(zone.clone()).date();

        // The day before, too: its moment may have been put off past midnight.
        let mut days = (-1..=AHEAD).filter_map(|ahead| today.checked_add(ahead.days()).ok());
        let next = days.find_map(|day| {
            let moment = self.on(day, &zone)?;
            (moment > after).then_some(moment)
        });
        u64::try_from(next?.as_second()).ok()
    }

    /// The moment of a day, if it has one.
    fn on(&self, day: Date, zone: &TimeZone) -> Option<Timestamp> {
        let is_free = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        if self.weekdays && is_free {
            return None;
        }

        let hour = self.minute / HOUR;
        let minute = self.minute % HOUR;
        let time = day.at(hour.try_into().ok()?, minute.try_into().ok()?, 0, 0);
        Some(time.to_zoned(zone.clone()).ok()?.timestamp())
    }

    /// The time as clocks show it.
    pub fn clock(&self) -> String {
        format!("{:02}:{:02}", self.minute / HOUR, self.minute % HOUR)
    }
}

/// The time zone that somebody named: by its whole name, or by its city alone, where only one is
/// called so.
pub fn find_zone(named: &str) -> Option<String> {
    let named = named.trim().replace(' ', "_");
    let same = |name: &str| name.eq_ignore_ascii_case(&named);
    if let Some(whole) = zone_names().into_iter().find(|name| same(name)) {
        return Some(whole);
    }

    let is_city = |name: &String| name.rsplit_once('/').is_some_and(|(_, city)| same(city));
    let mut cities = zone_names().into_iter().filter(is_city);
    let only = cities.next()?;
    cities.next().is_none().then_some(only)
}

/// The names of all time zones.
pub fn zone_names() -> Vec<String> {
    let names = db().available();
    names.map(|name| name.as_str().to_owned()).collect()
}

/// The minutes since midnight of a time such as `9`, `9:05`, `21.30`, `9 am` or `9:30 pm`.
pub fn parse_clock_time(typed: &str) -> Option<u16> {
    let typed = typed.trim().to_lowercase().replace([' ', '\u{a0}'], "");
    let halves = [("am", false), ("a.m.", false), ("pm", true), ("p.m.", true)];
    let mut halves = halves.into_iter();
    let half = halves.find_map(|(ending, half)| Some((typed.strip_suffix(ending)?, Some(half))));
    let (digits, half) = half.unwrap_or((&typed, None));

    let (hour, minute) = digits.split_once([':', '.', 'h']).unwrap_or((digits, "00"));
    let number = |digits: &str, most: usize| {
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        let fits = is_number && (1..=most).contains(&digits.len());
        fits.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let hour = number(hour, 2)?;
    let minute = number(minute, 2)?;

    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
    };
    let minutes = hour * HOUR + minute;
    (minute < HOUR && minutes < DAY).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(moment: &str) -> u64 {
        let moment: Timestamp = moment.parse().unwrap();
        moment.as_second().try_into().unwrap()
    }

    #[test]
    fn a_day_has_its_moment_once_whatever_its_clocks_do() {
        let at = |zone: &str, clock: &str, weekdays| Times {
            zone: zone.to_owned(),
            minute: parse_clock_time(clock).unwrap(),
            weekdays,
        };
        for (times, after, expected) in [
            (
                at("UTC", "9", false),
                "2026-11-26T08:59:59Z",
                "2026-11-26T09:00:00Z",
            ),
            (
                at("UTC", "9", false),
                "2026-11-26T09:00:00Z",
                "2026-11-27T09:00:00Z",
            ),
            // Friday to Monday.
            (
                at("UTC", "9", true),
                "2026-11-27T09:00:00Z",
                "2026-11-30T09:00:00Z",
            ),
            // 02:30 is left out on 29 March 2026 in Berlin, and comes twice on 25 October.
            (
                at("Europe/Berlin", "2:30", false),
                "2026-03-28T12:00:00Z",
                "2026-03-29T01:30:00Z",
            ),
            (
                at("Europe/Berlin", "2:30", false),
                "2026-03-29T01:30:00Z",
                "2026-03-30T00:30:00Z",
            ),
            (
                at("Europe/Berlin", "2:30", false),
                "2026-10-24T12:00:00Z",
                "2026-10-25T00:30:00Z",
            ),
            (
                at("Europe/Berlin", "2:30", false),
                "2026-10-25T00:30:00Z",
                "2026-10-26T01:30:00Z",
            ),
            // 30 December 2011 was left out in Apia.
            (
                at("Pacific/Apia", "9", false),
                "2011-12-29T19:00:00Z",
                "2011-12-30T19:00:00Z",
            ),
            (
                at("Pacific/Apia", "9", false),
                "2011-12-30T19:00:00Z",
                "2011-12-31T19:00:00Z",
            ),
        ] {
            let next = times.next(second(after)).unwrap();
            assert_eq!(next, second(expected), "{times:?} {after}");
        }
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (typed, minutes) in [
            ("9", 540),
            ("09:05", 545),
            (" 9.30 ", 570),
            ("21h30", 1290),
            ("9 am", 540),
            ("9:30 PM", 1290),
            ("12am", 0),
            ("12 p.m.", 720),
            ("0:00", 0),
            ("23:59", 1439),
        ] {
            assert_eq!(parse_clock_time(typed), Some(minutes), "{typed}");
        }
        for typed in [
            "", "24:00", "9:60", "nine", "-1", "9:", ":30", "13pm", "0am", "9:5:5", "999", "9:+5",
            "٩",
        ] {
            assert_eq!(parse_clock_time(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_zone_is_found_by_its_name_or_by_its_city() {
        for (typed, found) in [
            ("Europe/Berlin", Some("Europe/Berlin")),
            ("europe/berlin", Some("Europe/Berlin")),
            ("berlin", Some("Europe/Berlin")),
            ("new york", Some("America/New_York")),
            ("utc", Some("UTC")),
            ("Middle Earth", None),
            ("", None),
            ("../etc/passwd", None),
        ] {
            assert_eq!(find_zone(typed).as_deref(), found, "{typed}");
        }
        assert!(zone_names().len() > 400, "{}", zone_names().len());
    }
}
