//! The small formats of Partner Center's values: ids, days and times, links, placeholders. Knows the model's types.

use crate::model::{Day, Guid, Moment, SubscriptionId, TenantId};
use jiff::Timestamp;

/// What had to be forgiven to read an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// Written as the standard asks.
    Standard,
    /// Blanks inside, taken out.
    Blanks,
    /// No time zone, read as UTC.
    NoZone,
}

/// Reads an instant in any of the API's spellings (`domain/entities.md` 3.15) and says how it was spelt; nothing when
/// it is none. The year 9999 is its last day: never. The year 0001 is [`is_unset`].
pub fn moment(raw: &str) -> Option<(Moment, Spelling)> {
    if let Some(at) = dot_net(raw) {
        return Some((at, Spelling::Standard));
    }
    let text: String = raw.split_whitespace().collect();
    let spelling = if text.len() == raw.trim().len() { Spelling::Standard } else { Spelling::Blanks };
    if text.starts_with("9999-") && text.len() >= 10 {
        return Some((never()?, spelling));
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some((at.into(), spelling));
    }
    let spelling = if text.contains('T') { Spelling::NoZone } else { spelling };
    Some((as_utc(&text)?, spelling))
}

/// The moment that stands for "it does not end".
fn never() -> Option<Moment> {
    Day::new(9999, 12, 31).map(Day::start)
}

/// Tells whether an instant is the year 0001, .NET's "not set".
pub fn is_unset(raw: &str) -> bool {
    raw.trim_start().starts_with("0001-")
}

fn as_utc(text: &str) -> Option<Moment> {
    if text.len() == 10 {
        return text.parse::<Day>().ok().map(Day::start);
    }
    format!("{text}Z").parse::<Timestamp>().ok().map(Moment::from)
}

/// `/Date(1525651200000)/`, milliseconds since 1970, as .NET's older serialisers write it.
fn dot_net(raw: &str) -> Option<Moment> {
    let inner = raw.trim().strip_prefix("/Date(")?.strip_suffix(")/")?;
    let digits = inner.get(1..).and_then(|rest| rest.find(['+', '-'])).map_or(inner, |at| &inner[..=at]);
    Timestamp::from_millisecond(digits.parse().ok()?).ok().map(Moment::from)
}

/// Reads the date of an HTTP header (`Mon, 23 Nov 2015 16:41:29 GMT`).
pub fn http_date(raw: &str) -> Option<Moment> {
    jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(raw).ok().map(Moment::from)
}

/// Reads a GUID in any case, braces allowed. The numbers that the book keeps for its own records, all zeros among
/// them, are never taken from a file.
pub fn guid(raw: &str) -> Option<Guid> {
    let shaped = raw.trim().trim_matches(['{', '}']).len() == 36;
    raw.parse().ok().filter(|guid: &Guid| shaped && guid.own_number().is_none())
}

/// Tells whether a value is a placeholder of a printed sample: `<guid>`, `{id-for-order}`, or the name of its own
/// field.
pub fn is_placeholder(field: &str, raw: &str) -> bool {
    let text = raw.trim();
    let enclosed = |open, close| text.len() > 2 && text.starts_with(open) && text.ends_with(close);
    enclosed('<', '>') || enclosed('{', '}') && guid(text).is_none() || text.eq_ignore_ascii_case(field)
}

/// Gives the customer's tenant id of a link or a request path (`/v1/customers/{id}/…`).
pub fn customer_of(uri: &str) -> Option<TenantId> {
    after(uri, "customers").and_then(guid).map(TenantId)
}

/// Gives the subscription id of a link or a request path (`…/subscriptions/{id}`).
pub fn subscription_of(uri: &str) -> Option<SubscriptionId> {
    after(uri, "subscriptions").and_then(guid).map(SubscriptionId)
}

/// Gives the offer id of a link (`/v1/offers/{id}?country=US`).
pub fn offer_of(uri: &str) -> Option<String> {
    after(uri, "offers").filter(|id| !id.is_empty()).map(str::to_owned)
}

fn after<'a>(uri: &'a str, name: &str) -> Option<&'a str> {
    let path = uri.split(['?', '#']).next()?;
    let mut parts = path.split('/').skip_while(|part| !part.eq_ignore_ascii_case(name));
    parts.nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn every_spelling_of_an_instant_is_read() {
        let cases = [
            ("2016-05-10T07:30:05.427Z", at("2016-05-10T07:30:05Z"), Spelling::Standard),
            ("2022-02-10T11:24:42.3148266Z", at("2022-02-10T11:24:42Z"), Spelling::Standard),
            ("2017-04-10T16:02:25.983-07:00", at("2017-04-10T23:02:25Z"), Spelling::Standard),
            ("2019-01-09T00:21:45+00:00", at("2019-01-09T00:21:45Z"), Spelling::Standard),
            ("2015-11-25T06: 41: 12Z", at("2015-11-25T06:41:12Z"), Spelling::Blanks),
            ("2017-06-02T23:11:58.747", at("2017-06-02T23:11:58Z"), Spelling::NoZone),
            ("2021-02-03", at("2021-02-03T00:00:00Z"), Spelling::Standard),
            ("/Date(1525651200000)/", at("2018-05-07T00:00:00Z"), Spelling::Standard),
            ("/Date(-1000+0200)/", at("1969-12-31T23:59:59Z"), Spelling::Standard),
            ("9999-12-10T00:00:00Z", at("9999-12-31"), Spelling::Standard),
            ("9999-12-31T23:59:59.9999999Z", at("9999-12-31"), Spelling::Standard),
        ];
        for (raw, when, spelling) in cases {
            assert_eq!(moment(raw), Some((when, spelling)), "{raw}");
        }
    }

    #[test]
    fn what_is_no_instant_is_none() {
        for raw in
            ["", "soon", "2021-13-01", "2021-02-30T00:00:00Z", "03/04/2021", "9999-", "/Date(x)/", "été 2021"]
        {
            assert_eq!(moment(raw), None, "{raw}");
        }
        assert!(is_unset("0001-01-01T00:00:00"));
        assert!(!is_unset("2001-01-01T00:00:00"));
    }

    #[test]
    fn ids_have_one_spelling_and_are_never_the_books_own() {
        let id = guid("42226ed6-070a-4e0f-b80c-4cdfb3e97aa8");
        for raw in ["42226ED6-070A-4E0F-B80C-4CDFB3E97AA8", " {42226ED6-070a-4E0F-B80C-4CDFB3E97AA8} "] {
            assert!(id.is_some() && guid(raw) == id, "{raw}");
        }
        for raw in [
            "",
            "<guid>",
            "42226ed6070a4e0fb80c4cdfb3e97aa8",
            "own-17",
            "00000000-0000-0000-0000-000000000000",
        ] {
            assert_eq!(guid(raw), None, "{raw}");
        }
    }

    #[test]
    fn printed_ids_are_told_from_real_ones() {
        for id in [
            "aaaabbbb-0000-cccc-1111-dddd2222eeee",
            "bbbbcccc-1111-dddd-2222-eeee3333ffff",
            "aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e",
            "bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f",
        ] {
            assert!(guid(id).unwrap().is_example(), "{id}");
        }
        for id in ["0b7f0f0e-3d54-4f0c-9a53-6c2f4a1f7e21", "11111111-1111-4111-8111-111111111111"] {
            assert!(!guid(id).unwrap().is_example(), "{id}");
        }
    }

    #[test]
    fn placeholders_are_seen_through() {
        for raw in ["<guid>", "{id-for-order}", "{{CustomerId}}", "CompanyName"] {
            assert!(is_placeholder("companyName", raw), "{raw}");
        }
        for raw in ["Domain", "{42226ed6-070a-4e0f-b80c-4cdfb3e97aa8}", "<3 Cafés", ""] {
            assert!(!is_placeholder("companyName", raw), "{raw}");
        }
    }

    #[test]
    fn links_give_their_ids() {
        let customer = "0B7F0F0E-3d54-4f0c-9a53-6c2f4a1f7e21";
        let subscription = "C8D8FBAB-6A62-44DC-BE50-B7C74E43A297";
        let uri = format!("/v1/customers/{customer}/subscriptions/{subscription}/supportcontact");
        assert_eq!(customer_of(&uri), customer.parse().ok());
        assert_eq!(subscription_of(&uri), subscription.parse().ok());
        assert_eq!(offer_of("/offers/MS-AZR-0145P?country=US").as_deref(), Some("MS-AZR-0145P"));
        assert_eq!(subscription_of("/subscriptions?key=<key>"), None);
        assert_eq!(customer_of("/v1/customers?size=40"), None);
    }
}
