//! The field catalogue: what a record consists of, and one way to read and to set any part of it. Forms, columns,
//! filters and exports are computed from it.

use super::id::{AdminId, GroupId, Guid, NotAnId, SubscriptionId, TenantId};
use super::{Country, Currency, Day, Moment, PartnerId, Text};
use std::fmt::Debug;

/// The value of a field as all readers of the catalogue see it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing is recorded.
    Empty,
    /// Text from people or files.
    Text(Text),
    /// A count.
    Number(u64),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(Day),
    /// A moment.
    Moment(Moment),
    /// The stable code of a word from a closed list.
    Choice(&'static str),
    /// An id or a code of our own, safe to show.
    Code(String),
    /// Several of them.
    List(Vec<Value>),
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text of one line.
    Text,
    /// Decimal digits: a partner id.
    Digits,
    /// A whole number.
    Number,
    /// Yes, no, and for some fields unknown.
    Flag,
    /// A day.
    Day,
    /// A moment; a day will do.
    Moment,
    /// One of these codes.
    Choice(&'static [&'static str]),
    /// Several of these codes.
    Choices(&'static [&'static str]),
    /// A two-letter country code.
    Country,
    /// A three-letter currency code.
    Currency,
    /// A tenant: a partner or a customer, chosen from a list.
    Tenant,
    /// A subscription, chosen from a list.
    Subscription,
    /// A group, chosen from a list.
    Group,
    /// An id that is typed or imported.
    Id,
    /// Several words, separated by commas.
    Words,
    /// Parts of its own, not edited as one line.
    Parts,
}

/// Why a typed value cannot be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not an id.
    NotAnId,
    /// Not a day of the calendar.
    NotADay,
    /// Not a whole number, or too large.
    NotANumber,
    /// Neither yes nor no.
    NotAFlag,
    /// Not a two-letter code.
    NotACountry,
    /// Not a three-letter code.
    NotACurrency,
    /// None of these codes.
    NotInList(&'static [&'static str]),
    /// Holds no digit but other characters.
    NotDigits,
    /// Not an offer id.
    NotAnOffer,
    /// Longer than so many characters.
    TooLong(usize),
    /// Has parts that are edited one by one.
    HasParts,
    /// Nothing, where something must stand.
    Missing,
    /// A day that is over.
    Past,
}

impl From<NotAnId> for Wrong {
    fn from(_: NotAnId) -> Self {
        Self::NotAnId
    }
}

/// The longest text a field takes, in characters.
pub const LONGEST: usize = 4096;

/// A type that can be a field.
pub trait Cell: Sized {
    /// What may stand in it.
    const KIND: Kind;
    /// Its value for readers of the catalogue.
    fn value(&self) -> Value;
    /// The value that this text means; empty text is the default.
    ///
    /// # Errors
    /// Says why the text cannot be stored.
    fn parse(text: &str) -> Result<Self, Wrong>;
}

/// A record of the book.
pub trait Entity: Clone + PartialEq + Debug + Send + Sync + 'static {
    /// The type of its key.
    type Id: Copy + Eq + Ord + std::hash::Hash + Debug + std::fmt::Display + Send + Sync;
    /// Names its fields.
    type Field: Copy + Eq + Debug + 'static;
    /// Every field, the key first, in the order of forms.
    const FIELDS: &'static [Self::Field];
    /// Its key.
    fn id(&self) -> Self::Id;
    /// The value of a field.
    fn get(&self, field: Self::Field) -> Value;
    /// Sets a field from text.
    ///
    /// # Errors
    /// Says why the text cannot be stored; nothing is changed then.
    fn set(&mut self, field: Self::Field, text: &str) -> Result<(), Wrong>;
    /// Takes a field over from another record.
    fn take_over(&mut self, field: Self::Field, from: &Self);
    /// True when a field is the same in two records, to the last part of it.
    fn same(&self, other: &Self, field: Self::Field) -> bool;
    /// What may stand in a field.
    fn kind(field: Self::Field) -> Kind;
    /// The name of a field in files and filters.
    fn name(field: Self::Field) -> &'static str;
}

/// Declares a record: the struct, its serde form (defaults left out, unknown fields refused), the enum of its fields
/// and the catalogue's access to them.
macro_rules! entity {
    (
        $(#[$doc:meta])*
        pub struct $name:ident, $field:ident {
            $(#[$key_doc:meta])* $key:ident: $key_type:ty = $key_variant:ident,
            $($(#[$f_doc:meta])* $f:ident: $f_type:ty = $f_variant:ident,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(#[$key_doc])*
            pub $key: $key_type,
            $(
                $(#[$f_doc])*
                #[serde(default, skip_serializing_if = "crate::model::field::is_default")]
                pub $f: $f_type,
            )*
        }

        #[doc = concat!("Names the fields of [`", stringify!($name), "`].")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $field {
            $(#[$key_doc])* $key_variant,
            $($(#[$f_doc])* $f_variant,)*
        }

        impl $crate::model::field::Entity for $name {
            type Id = $key_type;
            type Field = $field;
            const FIELDS: &'static [$field] = &[$field::$key_variant, $($field::$f_variant),*];
            fn id(&self) -> $key_type {
                self.$key
            }
            fn get(&self, field: $field) -> $crate::model::field::Value {
                match field {
                    $field::$key_variant => $crate::model::field::Cell::value(&self.$key),
                    $($field::$f_variant => $crate::model::field::Cell::value(&self.$f),)*
                }
            }
            fn set(&mut self, field: $field, text: &str) -> Result<(), $crate::model::field::Wrong> {
                match field {
                    $field::$key_variant => self.$key = $crate::model::field::Cell::parse(text)?,
                    $($field::$f_variant => self.$f = $crate::model::field::Cell::parse(text)?,)*
                }
                Ok(())
            }
            fn take_over(&mut self, field: $field, from: &Self) {
                match field {
                    $field::$key_variant => self.$key = from.$key,
                    $($field::$f_variant => self.$f = from.$f.clone(),)*
                }
            }
            fn same(&self, other: &Self, field: $field) -> bool {
                match field {
                    $field::$key_variant => self.$key == other.$key,
                    $($field::$f_variant => self.$f == other.$f,)*
                }
            }
            fn kind(field: $field) -> $crate::model::field::Kind {
                match field {
                    $field::$key_variant => <$key_type as $crate::model::field::Cell>::KIND,
                    $($field::$f_variant => <$f_type as $crate::model::field::Cell>::KIND,)*
                }
            }
            fn name(field: $field) -> &'static str {
                match field {
                    $field::$key_variant => stringify!($key),
                    $($field::$f_variant => stringify!($f),)*
                }
            }
        }
    };
}
pub(crate) use entity;

/// True for the value a field has when nothing is recorded; such fields are left out of files.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Cell for Text {
    const KIND: Kind = Kind::Text;
    fn value(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Text(self.clone()) }
    }
    fn parse(text: &str) -> Result<Self, Wrong> {
        if text.chars().count() > LONGEST { Err(Wrong::TooLong(LONGEST)) } else { Ok(text.into()) }
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::Flag;
    fn value(&self) -> Value {
        Value::Flag(*self)
    }
    fn parse(text: &str) -> Result<Self, Wrong> {
        match text.trim() {
            "" | "no" | "false" => Ok(false),
            "yes" | "true" => Ok(true),
            _ => Err(Wrong::NotAFlag),
        }
    }
}

impl<T: Cell> Cell for Option<T> {
    const KIND: Kind = T::KIND;
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Empty, Cell::value)
    }
    fn parse(text: &str) -> Result<Self, Wrong> {
        if text.trim().is_empty() { Ok(None) } else { T::parse(text).map(Some) }
    }
}

impl Cell for Vec<Text> {
    const KIND: Kind = Kind::Words;
    fn value(&self) -> Value {
        Value::List(self.iter().map(Cell::value).collect())
    }
    fn parse(text: &str) -> Result<Self, Wrong> {
        text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(Cell::parse).collect()
    }
}

macro_rules! cells {
    ($($type:ty: $kind:expr, $value:expr, $parse:expr;)*) => {$(
        impl Cell for $type {
            const KIND: Kind = $kind;
            fn value(&self) -> Value {
                ($value)(self)
            }
            fn parse(text: &str) -> Result<Self, Wrong> {
                ($parse)(text.trim())
            }
        }
    )*};
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, Wrong> {
    text.parse().map_err(|_| Wrong::NotANumber)
}

cells! {
    u32: Kind::Number, |n: &u32| Value::Number(u64::from(*n)), number;
    u64: Kind::Number, |n: &u64| Value::Number(*n), number;
    Day: Kind::Day, |d: &Day| Value::Day(*d), |t: &str| t.parse().map_err(|_| Wrong::NotADay);
    Moment: Kind::Moment, |m: &Moment| Value::Moment(*m), |t: &str| t.parse().map_err(|_| Wrong::NotADay);
    Guid: Kind::Id, |id: &Guid| Value::Code(id.to_string()), |t: &str| Ok(t.parse::<Guid>()?);
    TenantId: Kind::Tenant, |id: &TenantId| Value::Code(id.to_string()), |t: &str| Ok(t.parse::<TenantId>()?);
    SubscriptionId: Kind::Subscription, |id: &SubscriptionId| Value::Code(id.to_string()),
        |t: &str| Ok(t.parse::<SubscriptionId>()?);
    GroupId: Kind::Group, |id: &GroupId| Value::Code(id.to_string()), |t: &str| Ok(t.parse::<GroupId>()?);
    AdminId: Kind::Id, |id: &AdminId| Value::Code(id.to_string()), |t: &str| Ok(t.parse::<AdminId>()?);
    super::id::PartnershipId: Kind::Id, |id: &super::id::PartnershipId| Value::Code(id.to_string()),
        |t: &str| Ok(t.parse::<super::id::PartnershipId>()?);
    super::id::RelationshipId: Kind::Id, |id: &super::id::RelationshipId| Value::Code(id.to_string()),
        |t: &str| Ok(t.parse::<super::id::RelationshipId>()?);
    super::id::TransferId: Kind::Id, |id: &super::id::TransferId| Value::Code(id.to_string()),
        |t: &str| Ok(t.parse::<super::id::TransferId>()?);
    super::id::WaiverId: Kind::Id, |id: &super::id::WaiverId| Value::Code(id.to_string()),
        |t: &str| Ok(t.parse::<super::id::WaiverId>()?);
    PartnerId: Kind::Digits, |id: &PartnerId| Value::Text(id.text().clone()), PartnerId::typed;
    Country: Kind::Country, |c: &Country| Value::Code(c.to_string()), |t: &str| t.parse().map_err(|_| Wrong::NotACountry);
    Currency: Kind::Currency, |c: &Currency| Value::Code(c.to_string()), |t: &str| t.parse().map_err(|_| Wrong::NotACurrency);
}

/// Makes a list of parts a field that is shown part by part and edited elsewhere.
macro_rules! parts {
    ($($type:ty: $value:expr;)*) => {$(
        impl $crate::model::field::Cell for $type {
            const KIND: $crate::model::field::Kind = $crate::model::field::Kind::Parts;
            fn value(&self) -> $crate::model::field::Value {
                $crate::model::field::Value::List(self.iter().map($value).collect())
            }
            fn parse(text: &str) -> Result<Self, $crate::model::field::Wrong> {
                if text.is_empty() { Ok(Self::default()) } else { Err($crate::model::field::Wrong::HasParts) }
            }
        }
    )*};
}
pub(crate) use parts;
