//! Short codes: partner ids, countries, currencies.

use super::field::Wrong;
use super::id::{as_text, from_text};
use super::text::Text;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The id of a partner location (PLA id, once MPN id), kept as the text that came: faulty ids are findings, not
/// losses (R-ID-002).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PartnerId(Text);

impl PartnerId {
    /// The id as it came from a file; `None` for the ways files say "none": nothing, or -1.
    pub fn imported(text: &str) -> Option<Self> {
        let text = text.trim();
        (!matches!(text, "" | "-1")).then(|| Self(text.into()))
    }

    /// The id that a person typed: blanks and an `MPN` or `PLA` prefix are taken off.
    ///
    /// # Errors
    /// [`Wrong::NotDigits`] when anything but digits is left.
    pub fn typed(text: &str) -> Result<Self, Wrong> {
        let text: String =
            text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let text = text.trim_start_matches("MPN").trim_start_matches("PLA").trim_start_matches(['-', ':']);
        if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Wrong::NotDigits);
        }
        Ok(Self(text.into()))
    }

    /// The id as it came.
    pub fn text(&self) -> &Text {
        &self.0
    }

    /// What two ids are compared by: no leading zeros.
    pub fn canonical(&self) -> &str {
        let raw = self.0.raw();
        let cut = raw.trim_start_matches('0');
        if cut.is_empty() { raw } else { cut }
    }

    /// True when it is decimal digits only.
    pub fn is_digits(&self) -> bool {
        !self.0.is_empty() && self.0.raw().bytes().all(|b| b.is_ascii_digit())
    }

    /// True when both mean the same location.
    pub fn same(&self, other: &Self) -> bool {
        self.canonical() == other.canonical()
    }
}

impl From<&str> for PartnerId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

macro_rules! letters {
    ($($(#[$doc:meta])* $name:ident[$n:literal], $expected:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $n]);

        impl $name {
            /// The letters.
            pub fn as_str(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = NotACode;
            fn from_str(text: &str) -> Result<Self, NotACode> {
                let mut letters: [u8; $n] = text.trim().as_bytes().try_into().map_err(|_| NotACode($expected))?;
                letters.make_ascii_uppercase();
                if letters.iter().all(u8::is_ascii_uppercase) { Ok(Self(letters)) } else { Err(NotACode($expected)) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                as_text(self, to)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from_text(from)
            }
        }
    )*};
}

letters! {
    /// A country or region by its two-letter code (ISO 3166-1, and XS, XE, XK of the programme's list).
    Country[2], "expected a two-letter country code like FR";
    /// A currency by its three-letter code (ISO 4217).
    Currency[3], "expected a three-letter currency code like EUR";
}

/// The text is not such a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACode(&'static str);

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for NotACode {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partner_ids_compare_without_leading_zeros() {
        assert!(PartnerId::from("0012345").same(&"12345".into()));
        assert!(!PartnerId::from("12345").same(&"123450".into()));
        assert_eq!(PartnerId::imported(" -1 "), None);
        assert_eq!(PartnerId::imported(""), None);
        assert!(!PartnerId::from("MPN-4847383").is_digits());
    }

    #[test]
    fn typed_partner_ids_lose_prefix_and_blanks() {
        assert_eq!(PartnerId::typed("MPN 4 847 383"), Ok("4847383".into()));
        assert_eq!(PartnerId::typed("pla-517285"), Ok("517285".into()));
        assert_eq!(PartnerId::typed("Contoso"), Err(Wrong::NotDigits));
    }

    #[test]
    fn countries_are_two_letters() {
        assert_eq!(" fr".parse::<Country>().unwrap().as_str(), "FR");
        assert!("FRA".parse::<Country>().is_err());
        assert!("F1".parse::<Country>().is_err());
    }
}
