//! The book of relationships as a value: ids, records, tables, links. Knows nobody, speaks no language, touches no
//! disk.

mod admin_role;
mod change;
pub mod choice;
mod code;
mod customer;
mod date;
mod duration;
pub mod field;
mod group;
mod id;
mod index;
mod key;
mod links;
mod look;
pub mod merge;
mod offer;
mod partner;
mod region;
mod relation;
mod subscription;
mod table;
mod text;

pub use admin_role::AdminRole;
pub use change::{Change, Transaction, Verb};
pub use choice::{
    AdminKind, AdminStatus, AgreementKind, AgreementWay, BillingCycle, BillingType, Channel, Cloud, Dap,
    Enrolment, Family, Origin, PartnershipState, Qualification, RelationshipKind, RelationshipState, Role,
    Segment, Status, Term, TransferKind, TransferStatus, Unlisted, Vetting,
};
pub use code::{Country, Currency, NotACode, PartnerId};
pub use customer::{Agreement, Customer, CustomerField};
pub use date::{Day, Moment, NotADay, now_by_clock, today_by_clock};
pub use duration::days_of;
pub use field::{Cell, Entity, Kind, LONGEST, Value, Wrong};
pub use group::{Group, GroupField, Waiver, WaiverField};
pub use id::{
    AdminId, GroupId, Guid, NotAnId, PartnershipId, RelationshipId, SubscriptionId, TenantId, TransferId,
    WaiverId,
};
pub use index::{Index, Multi};
pub use key::{FieldRef, Key, Record, TableName};
pub use links::Links;
pub use offer::{Offer, OfferKind, OfferLimit, is_offer_id, offer_of, same_offer, same_product};
pub use partner::{Partner, PartnerField, Roles};
pub use region::{Market, Region, countries, market_of, region_of};
pub use relation::{
    Admin, AdminField, Assignment, Partnership, PartnershipField, Relationship, RelationshipField, Transfer,
    TransferField,
};
pub use subscription::{Refund, Subscription, SubscriptionField};
pub use table::{CHUNK, Row, Table, View};
pub use text::{SHOWN, Text, is_hostile, show};

use links::{Cut, Linked, Make};

/// All records of a book, or of a baseline. Cloning it copies pointers; a write copies the chunk it touches.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)] // each field is the table of its name
pub struct Model {
    partners: Table<Partner>,
    customers: Table<Customer>,
    subscriptions: Table<Subscription>,
    partnerships: Table<Partnership>,
    relationships: Table<Relationship>,
    admin: Table<Admin>,
    transfers: Table<Transfer>,
    groups: Table<Group>,
    waivers: Table<Waiver>,
    links: Links,
}

macro_rules! model_tables {
    ($($record:ident => $table:ident,)*) => {
        impl Model {
            $(
                #[doc = concat!("The table of ", stringify!($table), ".")]
                pub fn $table(&self) -> &Table<$record> {
                    &self.$table
                }
            )*

            /// The record with this key.
            pub fn get(&self, key: Key) -> Option<Record> {
                match key { $(Key::$record(id) => self.$table.get(id).cloned().map(Record::$record),)* }
            }

            /// True when there is a record with this key.
            pub fn contains(&self, key: Key) -> bool {
                match key { $(Key::$record(id) => self.$table.contains(id),)* }
            }

            /// The row of a record in its table.
            pub fn row(&self, key: Key) -> Option<Row> {
                match key { $(Key::$record(id) => self.$table.row(id),)* }
            }

            /// The key of the record in a row of a table.
            pub fn key_at(&self, table: TableName, row: Row) -> Option<Key> {
                match table { $(TableName::$record => self.$table.at(row).map(|record| Key::$record(record.id())),)* }
            }

            /// How many records a table has.
            pub fn count(&self, table: TableName) -> usize {
                match table { $(TableName::$record => self.$table.len(),)* }
            }

            /// Puts a record in the place of the one with the same key, and returns that one. For readers of files
            /// and the edits' one door; everybody else commits a transaction.
            pub fn put(&mut self, record: Record) -> Option<Record> {
                match record { $(Record::$record(record) => {
                    let old = self.$table.get(record.id()).cloned();
                    if let (Some(old), Some(row)) = (&old, self.$table.row(record.id())) {
                        old.link(&mut self.links, row, &Cut);
                    }
                    let (row, _) = self.$table.put(record);
                    if let Some(record) = self.$table.at(row) {
                        record.link(&mut self.links, row, &Make);
                    }
                    old.map(Record::$record)
                })* }
            }

            /// Takes a record out.
            pub fn take(&mut self, key: Key) -> Option<Record> {
                match key { $(Key::$record(id) => {
                    let (row, old) = self.$table.take(id)?;
                    old.link(&mut self.links, row, &Cut);
                    Some(Record::$record(old))
                })* }
            }

            /// The keys of every record, table by table.
            pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
                std::iter::empty()$(.chain(self.$table.values().map(|record| Key::$record(record.id()))))*
            }
        }

        impl PartialEq for Model {
            /// True when both hold the same records, wherever they stand.
            fn eq(&self, other: &Self) -> bool {
                $(self.$table == other.$table)&&*
            }
        }
    };
}

model_tables! {
    Partner => partners,
    Customer => customers,
    Subscription => subscriptions,
    Partnership => partnerships,
    Relationship => relationships,
    Admin => admin,
    Transfer => transfers,
    Group => groups,
    Waiver => waivers,
}

impl Model {
    /// The links between records.
    pub fn links(&self) -> &Links {
        &self.links
    }
}
