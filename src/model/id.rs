//! Identifiers: 16 bytes, typed by what they name; text only at the edges.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A GUID, or a number of our own for a record typed before its real id was known (`own-17`).
///
/// Own numbers live in the GUIDs whose first eight bytes are zero, which Microsoft never hands out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Guid([u8; 16]);

/// The text is neither a GUID nor an id of our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected an id like 5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20")
    }
}

impl std::error::Error for NotAnId {}

impl Guid {
    /// The GUID of these bytes, in the order they are printed.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, in the order they are printed.
    pub const fn bytes(self) -> [u8; 16] {
        self.0
    }

    /// Our own number `n`.
    pub const fn own(n: u64) -> Self {
        Self((n as u128).to_be_bytes())
    }

    /// The number, when this is an id of our own.
    pub fn own_number(self) -> Option<u64> {
        u64::try_from(u128::from_be_bytes(self.0)).ok()
    }

    /// True when it is one of the series that Microsoft prints in its documentation instead of real ids
    /// (`aaaabbbb-0000-cccc-…`, `aaaa0a0a-bb1b-…`): several tenants may share it (R-HYG-003).
    pub fn is_example(self) -> bool {
        let digit = |n: usize| if n.is_multiple_of(2) { self.0[n / 2] >> 4 } else { self.0[n / 2] & 15 };
        let quads: [[u8; 4]; 8] = std::array::from_fn(|n| std::array::from_fn(|k| digit(4 * n + k)));
        let all = |quads: &[[u8; 4]], are: fn([u8; 4]) -> bool| quads.iter().all(|quad| are(*quad));
        all(&quads, is_run) || is_run(quads[0]) && all(&quads[2..5], is_pair)
    }

    /// An id of our own that follows from the records it belongs to, so that two people who make the same record
    /// offline give it the same id.
    pub fn derived(parts: &[&[u8]]) -> Self {
        let mut bytes = Vec::with_capacity(64);
        for part in parts {
            bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
            bytes.extend_from_slice(part);
        }
        let mut id = twox_hash::XxHash3_128::oneshot(&bytes).to_be_bytes();
        id[6] = (id[6] & 0x0f) | 0x80; // a "custom" GUID, version 8
        id[8] = (id[8] & 0x3f) | 0x80;
        Self(id)
    }
}

/// Four times the same digit (`cccc`).
fn is_run(quad: [u8; 4]) -> bool {
    quad.iter().all(|digit| *digit == quad[0])
}

/// A letter with one figure in between (`cc2c`).
fn is_pair(quad: [u8; 4]) -> bool {
    quad[0] >= 10 && quad[0] == quad[1] && quad[0] == quad[3] && quad[2] < 10
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(n) = self.own_number() {
            return write!(f, "own-{n}");
        }
        for (i, byte) in self.0.iter().enumerate() {
            if matches!(i, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Guid {
    type Err = NotAnId;

    /// Reads a GUID in any case, blanks around it and one pair of braces allowed (R-ID-001), or `own-17`.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let text = text.trim();
        if let Some(n) = text.strip_prefix("own-") {
            return n.parse().map(Self::own).map_err(|_| NotAnId);
        }
        let text = text.strip_prefix('{').and_then(|t| t.strip_suffix('}')).unwrap_or(text);
        let text: &[u8; 36] = text.as_bytes().try_into().map_err(|_| NotAnId)?;
        let mut out = [0; 16];
        let mut at = 0;
        for slot in &mut out {
            if matches!(at, 8 | 13 | 18 | 23) {
                if text[at] != b'-' {
                    return Err(NotAnId);
                }
                at += 1;
            }
            *slot = nibble(text[at])? << 4 | nibble(text[at + 1])?;
            at += 2;
        }
        Ok(Self(out))
    }
}

fn nibble(byte: u8) -> Result<u8, NotAnId> {
    match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        b'A'..=b'F' => Ok(byte - b'A' + 10),
        _ => Err(NotAnId),
    }
}

/// Serializes an id as its text.
pub(crate) fn as_text<S: Serializer>(id: &impl fmt::Display, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(id)
}

/// Reads an id from its text.
pub(crate) fn from_text<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: FromStr,
    T::Err: fmt::Display,
    D: Deserializer<'de>,
{
    struct Reader<T>(std::marker::PhantomData<T>);
    impl<T: FromStr> de::Visitor<'_> for Reader<T>
    where
        T::Err: fmt::Display,
    {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("text in quotes")
        }
        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }
    from.deserialize_str(Reader(std::marker::PhantomData))
}

impl Serialize for Guid {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        as_text(self, to)
    }
}

impl<'de> Deserialize<'de> for Guid {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from_text(from)
    }
}

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Guid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                text.parse().map(Self)
            }
        }
    )*};
}

typed_ids! {
    /// A directory (Entra tenant): the key of a partner and of a customer. The portal calls it "Microsoft ID".
    TenantId;
    /// A subscription.
    SubscriptionId;
    /// A partnership between a provider and a reseller.
    PartnershipId;
    /// A reseller relationship between a partner and a customer.
    RelationshipId;
    /// A transfer of subscriptions between partners.
    TransferId;
    /// A group of organisations that belong together.
    GroupId;
    /// An accepted finding.
    WaiverId;
}

impl PartnershipId {
    /// The id of the `n`-th partnership of a pair, counted from 0.
    pub fn of(provider: TenantId, reseller: TenantId, n: usize) -> Self {
        Self(Guid::derived(&[b"partnership", &provider.0.0, &reseller.0.0, &(n as u64).to_le_bytes()]))
    }
}

impl RelationshipId {
    /// The id of the `n`-th relationship of a partner with a customer, counted from 0.
    pub fn of(partner: TenantId, customer: TenantId, n: usize) -> Self {
        Self(Guid::derived(&[b"relationship", &partner.0.0, &customer.0.0, &(n as u64).to_le_bytes()]))
    }
}

/// A granular delegated admin relationship: one GUID, or two with a dash as Microsoft Graph writes them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct AdminId(pub Guid, pub Option<Guid>);

impl fmt::Display for AdminId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)?;
        self.1.map_or(Ok(()), |second| write!(f, "-{second}"))
    }
}

impl fmt::Debug for AdminId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for AdminId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let text = text.trim();
        match text.split_at_checked(36) {
            Some((first, second)) if second.starts_with('-') => {
                Ok(Self(first.parse()?, Some(second[1..].parse()?)))
            }
            _ => Ok(Self(text.parse()?, None)),
        }
    }
}

impl Serialize for AdminId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        as_text(self, to)
    }
}

impl<'de> Deserialize<'de> for AdminId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from_text(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_any_case_and_braces_as_one_id() {
        let upper: Guid = "53EB21CB-6B2D-4EE5-9E92-27DFC927E93C".parse().unwrap();
        assert_eq!(upper, " {53eb21cb-6b2d-4ee5-9e92-27dfc927e93c} ".parse().unwrap());
        assert_eq!(upper.to_string(), "53eb21cb-6b2d-4ee5-9e92-27dfc927e93c");
    }

    #[test]
    fn refuses_what_is_not_a_guid() {
        for text in
            ["53eb21cb6b2d4ee59e9227dfc927e93c", "contoso.onmicrosoft.com", "", "<guid>", "own-", "own-x"]
        {
            assert_eq!(text.parse::<Guid>(), Err(NotAnId), "{text}");
        }
    }

    #[test]
    fn own_ids_print_and_read_back() {
        let own = Guid::own(17);
        assert_eq!(own.to_string(), "own-17");
        assert_eq!("own-17".parse(), Ok(own));
        assert_eq!("53eb21cb-6b2d-4ee5-9e92-27dfc927e93c".parse::<Guid>().unwrap().own_number(), None);
    }

    #[test]
    fn admin_ids_are_one_or_two_guids() {
        let two = "5d027261-d21f-4aa9-b7db-7fa1f56fb163-8777b240-c6f0-4469-9e98-a3205431b836";
        assert_eq!(two.parse::<AdminId>().unwrap().to_string(), two);
        assert_eq!("own-3".parse::<AdminId>().unwrap().to_string(), "own-3");
    }

    #[test]
    fn derived_ids_follow_from_their_parts() {
        let (a, b) = (TenantId(Guid::own(1)), TenantId(Guid::own(2)));
        assert_eq!(PartnershipId::of(a, b, 0), PartnershipId::of(a, b, 0));
        assert_ne!(PartnershipId::of(a, b, 0), PartnershipId::of(b, a, 0));
        assert_ne!(PartnershipId::of(a, b, 0), PartnershipId::of(a, b, 1));
    }
}
