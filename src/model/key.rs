//! One name for any record, and any record as one type: what a transaction lists.

use super::field::{Entity, Kind, Value, Wrong};
use super::id::{
    AdminId, GroupId, NotAnId, PartnershipId, RelationshipId, SubscriptionId, TenantId, TransferId, WaiverId,
};
use super::{
    Admin, AdminField, Customer, CustomerField, Group, GroupField, Partner, PartnerField, Partnership,
    PartnershipField, Relationship, RelationshipField, Subscription, SubscriptionField, Transfer,
    TransferField, Waiver, WaiverField,
};
use std::fmt;
use std::str::FromStr;

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident($id:ty, $field:ty) = $code:literal,)*) => {
        /// The tables of the book.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum TableName { $($(#[$doc])* $name,)* }

        impl TableName {
            /// Every table.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable code: the name of one record of it.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }

        /// Names any record of the book. Prints as `customer:5c2f...`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key { $($(#[$doc])* $name($id),)* }

        impl Key {
            /// The table of the record.
            pub fn table(self) -> TableName {
                match self { $(Self::$name(_) => TableName::$name,)* }
            }

            /// The id alone, as text.
            pub fn id_text(self) -> String {
                match self { $(Self::$name(id) => id.to_string(),)* }
            }
        }

        impl fmt::Display for Key {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Self::$name(id) => write!(f, "{}:{id}", $code),)* }
            }
        }

        impl FromStr for Key {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let (table, id) = text.split_once(':').ok_or(NotAnId)?;
                match table {
                    $($code => id.parse().map(Self::$name),)*
                    _ => Err(NotAnId),
                }
            }
        }

        /// Any record of the book.
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[allow(clippy::large_enum_variant)] // records are stored in their tables; this is what passes by
        pub enum Record { $($(#[$doc])* $name($name),)* }

        impl Record {
            /// The key of the record.
            pub fn key(&self) -> Key {
                match self { $(Self::$name(record) => Key::$name(record.id()),)* }
            }

            /// The value of a field; nothing for a field of another table.
            pub fn get(&self, field: FieldRef) -> Value {
                match (self, field) {
                    $((Self::$name(record), FieldRef::$name(field)) => record.get(field),)*
                    _ => Value::Empty,
                }
            }

            /// Sets a field from text. A field of another table has no place here and is left alone.
            ///
            /// # Errors
            /// Says why the text cannot be stored; nothing is changed then.
            pub fn set(&mut self, field: FieldRef, text: &str) -> Result<(), Wrong> {
                match (self, field) {
                    $((Self::$name(record), FieldRef::$name(field)) => record.set(field, text),)*
                    _ => Ok(()),
                }
            }

            /// Takes a field over from another record of the same table; of another table there is nothing to take.
            pub fn take_over(&mut self, field: FieldRef, from: &Self) {
                match (self, field, from) {
                    $((Self::$name(record), FieldRef::$name(field), Self::$name(from)) => record.take_over(field, from),)*
                    _ => {}
                }
            }

            /// The fields in which it differs from another record of its table; every field where that is of another.
            pub fn differing(&self, other: &Self) -> Vec<FieldRef> {
                match (self, other) {
                    $((Self::$name(a), Self::$name(b)) => {
                        let fields = <$name as Entity>::FIELDS.iter();
                        fields.filter(|field| !a.same(b, **field)).map(|field| FieldRef::$name(*field)).collect()
                    })*
                    _ => FieldRef::of(self.key().table()),
                }
            }

            /// An empty record with this key.
            pub fn empty(key: Key) -> Self {
                match key { $(Key::$name(id) => {
                    let mut record = <$name>::default();
                    record.set_id(id);
                    Self::$name(record)
                })* }
            }
        }

        $(impl From<$name> for Record {
            fn from(record: $name) -> Self {
                Self::$name(record)
            }
        }

        impl $name {
            fn set_id(&mut self, id: $id) {
                // The id of a record is its first field; its text reads back to the same id.
                let _ = self.set(Self::FIELDS[0], &id.to_string());
            }
        })*

        /// Names any field of any table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FieldRef { $($(#[$doc])* $name($field),)* }

        impl FieldRef {
            /// The table of the field.
            pub fn table(self) -> TableName {
                match self { $(Self::$name(_) => TableName::$name,)* }
            }

            /// The name of the field in files and filters.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name(field) => <$name as Entity>::name(field),)* }
            }

            /// What may stand in the field.
            pub fn kind(self) -> Kind {
                match self { $(Self::$name(field) => <$name as Entity>::kind(field),)* }
            }

            /// Every field of a table, the key first, in the order of forms.
            pub fn of(table: TableName) -> Vec<Self> {
                match table { $(TableName::$name => <$name as Entity>::FIELDS.iter().map(|f| Self::$name(*f)).collect(),)* }
            }
        }
    };
}

tables! {
    /// Accounts in the programme.
    Partner(TenantId, PartnerField) = "partner",
    /// Customer tenants.
    Customer(TenantId, CustomerField) = "customer",
    /// Subscriptions.
    Subscription(SubscriptionId, SubscriptionField) = "subscription",
    /// Partnerships of providers and resellers.
    Partnership(PartnershipId, PartnershipField) = "partnership",
    /// Reseller relationships of partners with customers.
    Relationship(RelationshipId, RelationshipField) = "relationship",
    /// Granular admin privileges.
    Admin(AdminId, AdminField) = "admin",
    /// Transfers of subscriptions.
    Transfer(TransferId, TransferField) = "transfer",
    /// Groups of organisations.
    Group(GroupId, GroupField) = "group",
    /// Accepted findings.
    Waiver(WaiverId, WaiverField) = "waiver",
}
