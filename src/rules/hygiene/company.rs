//! R-HYG-004: registration numbers and phones where a country asks for them, and the contact of a partner.

use crate::model::{Country, Customer, CustomerField, Day, FieldRef, Key, Partner, PartnerField, Text};
use crate::rules::catalogue::Look;
use crate::rules::code::Severity;
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

const NUMBER: FieldRef = FieldRef::Customer(CustomerField::RegNumber);

/// The countries that ask for a number of so many digits, and for a phone.
const DIGITS: &[(&str, &[usize])] = &[
    ("AM", &[8, 10]),
    ("AZ", &[7, 10]),
    ("BY", &[9]),
    ("HU", &[10, 11]),
    ("KZ", &[12]),
    ("KG", &[14]),
    ("MD", &[6, 7, 8, 13]),
    ("RU", &[9, 10, 12]),
    ("TJ", &[9, 10, 12]),
    ("UZ", &[9]),
    ("UA", &[8, 10, 12]),
];

/// The countries that ask for a number of letters and digits since 25 March 2021; no length is documented.
const SINCE_2021: &[&str] = &["TH", "VN", "TR", "PL", "ZA", "IN", "BR", "IQ", "MM", "SS", "SA", "AE", "VE"];

/// Mail providers that are not a company's own; those with a dot at the end stand in several countries.
const WEB_MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "yahoo.",
    "ymail.com",
    "icloud.com",
    "me.com",
    "aol.com",
    "outlook.com",
    "hotmail.",
    "live.",
];

/// What a country asks of the number.
enum Asks {
    Digits(&'static [usize]),
    LettersAndDigits,
    Nothing,
}

fn asks(country: Country, today: Day) -> Asks {
    let code = country.as_str();
    if let Some((_, lengths)) = DIGITS.iter().find(|(listed, _)| *listed == code) {
        return Asks::Digits(lengths);
    }
    let begun = Day::new(2021, 3, 25).is_none_or(|first| first <= today);
    if begun && SINCE_2021.contains(&code) { Asks::LettersAndDigits } else { Asks::Nothing }
}

/// R-HYG-004 on a customer. Where the country is not known, nobody can say whether a number belongs there.
pub(super) fn of_customer(look: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    let Some(country) = c.country else {
        return out.unknown(Key::Customer(c.tenant), FieldRef::Customer(CustomerField::Country));
    };
    match asks(country, look.today) {
        Asks::Digits(lengths) => {
            let fits = |number: &str| is_digits(number) && lengths.contains(&number.len());
            number(c, fits, out);
            if c.phone.is_empty() {
                let field = FieldRef::Customer(CustomerField::Phone);
                out.find_as(Severity::Warning, Reason::PhoneMissing, None, Some(field));
            }
        }
        Asks::LettersAndDigits => number(c, |number| number.chars().all(char::is_alphanumeric), out),
        Asks::Nothing if c.reg_number.is_empty() => {}
        // A second list that had not begun yet says nothing against a number that will be asked for.
        Asks::Nothing if SINCE_2021.contains(&country.as_str()) => {}
        Asks::Nothing => out.find(Reason::NumberNotAsked, None, Some(NUMBER)),
    }
}

fn number(c: &Customer, fits: impl FnOnce(&str) -> bool, out: &mut Out<'_>) {
    if c.reg_number.is_empty() {
        out.find_as(Severity::Warning, Reason::NumberMissing, None, Some(NUMBER));
    } else if !fits(c.reg_number.raw()) {
        out.find(Reason::NumberMisformed, None, Some(NUMBER));
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// R-HYG-004 on a partner: its contact has an address of the company, its location a phone of ten digits at most.
pub(super) fn contact_of_partner(_: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    if is_web_mail(&p.email) {
        let field = FieldRef::Partner(PartnerField::Email);
        out.find_as(Severity::Hint, Reason::WebMail, None, Some(field));
    }
    let phone = p.phone.raw();
    if !is_digits(phone) || phone.len() > 10 {
        let field = FieldRef::Partner(PartnerField::Phone);
        out.find_as(Severity::Hint, Reason::OddPhone, None, Some(field));
    }
}

fn is_web_mail(email: &Text) -> bool {
    let Some((_, host)) = email.raw().rsplit_once('@') else { return false };
    let host = host.trim().to_ascii_lowercase();
    WEB_MAIL
        .iter()
        .any(|listed| if listed.ends_with('.') { host.starts_with(listed) } else { host == *listed })
}
