//! The beginning of an id, as people paste it.

use crate::model::{Guid, Key};

/// The first digits of a GUID, or an own number of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum IdStart {
    Own(u64),
    Digits(Vec<u8>),
}

impl IdStart {
    /// Reads hexadecimal digits with dashes anywhere, braces around, or `own-17`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('{').trim_end_matches('}').to_ascii_lowercase();
        if let Some(number) = text.strip_prefix("own-") {
            return number.parse().ok().map(Self::Own);
        }
        let digits: Option<Vec<u8>> = text
            .bytes()
            .filter(|b| *b != b'-')
            .map(|b| char::from(b).to_digit(16)?.try_into().ok())
            .collect();
        digits.filter(|digits| (1..=32).contains(&digits.len())).map(Self::Digits)
    }

    /// True when a word like this is hardly anything but the beginning of an id.
    pub fn is_long(&self) -> bool {
        match self {
            Self::Own(_) => true,
            Self::Digits(digits) => digits.len() >= 6 && digits.iter().any(|digit| *digit < 10),
        }
    }

    /// True when the id of the record begins so.
    pub fn fits(&self, key: Key) -> bool {
        let guid = match key {
            Key::Partner(id) | Key::Customer(id) => id.0,
            Key::Subscription(id) => id.0,
            Key::Partnership(id) => id.0,
            Key::Relationship(id) => id.0,
            Key::Admin(id) => id.0,
            Key::Transfer(id) => id.0,
            Key::Group(id) => id.0,
            Key::Waiver(id) => id.0,
        };
        self.begins(guid)
    }

    fn begins(&self, guid: Guid) -> bool {
        match self {
            Self::Own(number) => guid.own_number() == Some(*number),
            Self::Digits(_) if guid.own_number().is_some() => false,
            Self::Digits(digits) => {
                let bytes = guid.bytes();
                digits.iter().enumerate().all(|(n, digit)| {
                    let byte = bytes[n / 2];
                    *digit == if n % 2 == 0 { byte >> 4 } else { byte & 15 }
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TenantId;

    #[test]
    fn ids_are_found_by_their_beginning() {
        let id: TenantId = "53eb21cb-6b2d-4ee5-9e92-27dfc927e93c".parse().unwrap();
        for text in ["5", "53EB21CB", "53eb21cb-6b", "{53eb21cb-6b2d-4ee5-9e92-27dfc927e93c}"] {
            assert!(IdStart::read(text).unwrap().fits(Key::Customer(id)), "{text}");
        }
        assert!(!IdStart::read("53eb22").unwrap().fits(Key::Customer(id)));
        assert_eq!(IdStart::read("parc"), None);
        let own = Key::Customer(TenantId(Guid::own(17)));
        assert!(IdStart::read("own-17").unwrap().fits(own) && !IdStart::read("0000").unwrap().fits(own));
    }

    #[test]
    fn names_are_not_taken_for_ids() {
        assert!(!IdStart::read("facade").unwrap().is_long());
        assert!(!IdStart::read("365").unwrap().is_long());
        assert!(IdStart::read("53eb21").unwrap().is_long());
    }
}
