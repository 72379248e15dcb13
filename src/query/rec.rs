//! Any record by reference, so that one function can read a field of whatever row it is given.

use crate::model::{
    Admin, Customer, Entity, Group, Key, Model, Partner, Partnership, Relationship, Row, Subscription,
    TableName, Transfer, Waiver,
};

macro_rules! records {
    ($($name:ident => $table:ident,)*) => {
        /// A record of any table.
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs)] // each is a record of the table of its name
        pub enum Rec<'a> { $($name(&'a $name),)* }

        impl<'a> Rec<'a> {
            /// The record in a row of a table.
            pub fn at(model: &'a Model, table: TableName, row: Row) -> Option<Self> {
                match table { $(TableName::$name => model.$table().at(row).map(Self::$name),)* }
            }

            /// Its key.
            pub fn key(self) -> Key {
                match self { $(Self::$name(record) => Key::$name(record.id()),)* }
            }
        }

        $(impl<'a> From<&'a $name> for Rec<'a> {
            fn from(record: &'a $name) -> Self {
                Self::$name(record)
            }
        })*

        /// One more than the highest row in use of a table.
        pub(super) fn slots(model: &Model, table: TableName) -> usize {
            match table { $(TableName::$name => model.$table().slots(),)* }
        }

        /// The versions of the chunks of a table.
        pub(super) fn versions(model: &Model, table: TableName) -> Vec<u64> {
            match table { $(TableName::$name => model.$table().chunks().map(|chunk| chunk.version).collect(),)* }
        }

        /// Every row of a table that is in use, with its record.
        pub(super) fn each<'a>(model: &'a Model, table: TableName, mut see: impl FnMut(Row, Rec<'a>)) {
            match table { $(TableName::$name => for (row, record) in model.$table().iter() {
                see(row, Rec::$name(record));
            },)* }
        }
    };
}

records! {
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
