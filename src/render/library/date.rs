//! Seconds since the epoch -> a date and time that people read, in UTC.

/// `2026-11-23 21:05 UTC`.
pub fn render_minute(seconds: u64) -> String {
    let (year, month, day) = to_civil_date(seconds / 86_400);
    let minutes = seconds % 86_400 / 60;
    format!(
        "{year:04}-{month:02}-{day:02} {:02}:{:02} UTC",
        minutes / 60,
        minutes % 60
    )
}

/// The date of a day counted from 1970-01-01.
fn to_civil_date(day: u64) -> (u64, u64, u64) {
    // Years that begin with March have their leap day at the end, and their months the same lengths
    // in every year: 153 days for each five.
    let from_march = day + 719_468; // since 0000-03-01
    let era = from_march / 146_097; // of 400 years
    let day = from_march % 146_097;

    // Without the leap days before it, every year has 365 days.
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);

    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;

    // January and February end a year that begins with March.
    let next_year = month >= 10;
    (
        400 * era + year + u64::from(next_year),
        if next_year { month - 9 } else { month + 3 },
        day,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        let known = [
            (0, "1970-01-01 00:00 UTC"),
            (951_782_399, "2000-02-28 23:59 UTC"),
            (951_782_400, "2000-02-29 00:00 UTC"),
            (951_868_800, "2000-03-01 00:00 UTC"),
            (1_735_689_599, "2024-12-31 23:59 UTC"),
            (1_735_689_600, "2025-01-01 00:00 UTC"),
            (4_107_542_400, "2100-03-01 00:00 UTC"),
        ];
        for (seconds, date) in known {
            assert_eq!(render_minute(seconds), date);
        }
    }
}
