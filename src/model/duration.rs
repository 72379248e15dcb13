//! Durations as exports and forms write them.

/// The days of an ISO 8601 duration in years, months, weeks or days, and of .NET's `180.00:00:00`. A year counts 365
/// days and a month 30; hours and less count nothing.
pub fn days_of(raw: &str) -> Option<u32> {
    if let Some((days, clock)) = raw.split_once('.')
        && clock.split(':').count() == 3
    {
        return days.parse().ok();
    }
    let (date, clock) = raw.trim().strip_prefix('P')?.split_once('T').unwrap_or((&raw.trim()[1..], ""));
    if date.is_empty() && clock.is_empty() {
        return None;
    }
    date.split_inclusive(|letter: char| letter.is_ascii_alphabetic()).try_fold(0_u32, |sum, part| {
        let (number, unit) = part.split_at_checked(part.len() - 1)?;
        let length = match unit {
            "Y" => 365,
            "M" => 30,
            "W" => 7,
            "D" => 1,
            _ => return None,
        };
        sum.checked_add(number.parse::<u32>().ok()?.checked_mul(length)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_days() {
        let cases = [
            ("P730D", Some(730)),
            ("P2Y", Some(730)),
            ("P1Y6M", Some(545)),
            ("P180D", Some(180)),
            ("PT0S", Some(0)),
            ("P0D", Some(0)),
            ("180.00:00:00", Some(180)),
            ("P", None),
            ("730", None),
            ("PxD", None),
            ("P1é", None),
            ("P99999999999D", None),
        ];
        for (raw, expected) in cases {
            assert_eq!(days_of(raw), expected, "{raw}");
        }
    }
}
