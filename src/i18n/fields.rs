//! The words for tables and fields. Every field of the catalogue has one in each language, or nothing compiles.

use super::{Lang, en, fr};
use crate::model::{AdminField, AdminRole, FieldRef, Kind, TableName, Wrong, show};
use std::borrow::Cow;

impl Lang {
    /// The word for one record of a table.
    pub fn table(self, table: TableName) -> &'static str {
        match self {
            Self::En => en::fields::table(table),
            Self::Fr => fr::fields::table(table),
        }
    }

    /// A record that has no name to call it by, because it is not in the book.
    pub fn this(self, table: TableName) -> &'static str {
        match self {
            Self::En => en::fields::this(table),
            Self::Fr => fr::fields::this(table),
        }
    }

    /// The word for a code of a closed list; the code itself, safe to show, where it is in none.
    pub fn choice(self, code: &str) -> Cow<'_, str> {
        let word = match self {
            Self::En => en::fields::choice(code),
            Self::Fr => fr::fields::choice(code),
        };
        word.map_or_else(|| show(code), Cow::Borrowed)
    }

    /// The label of a field.
    pub fn field(self, field: FieldRef) -> &'static str {
        match self {
            Self::En => en::fields::field(field),
            Self::Fr => fr::fields::field(field),
        }
    }

    /// What a field is, and what may stand in it.
    pub fn about_field(self, field: FieldRef) -> String {
        let kind = match field {
            FieldRef::Admin(AdminField::Roles) => Kind::Choices(AdminRole::CODES),
            field => field.kind(),
        };
        self.about_kind(self.field(field), kind)
    }

    /// What may stand under a label.
    pub(super) fn about_kind(self, label: &str, kind: Kind) -> String {
        match self {
            Self::En => format!("{label}: {}", en::fields::kind(kind)),
            Self::Fr => format!("{label} : {}", fr::fields::kind(kind)),
        }
    }

    /// Why a typed value cannot be stored, and what would do.
    pub fn wrong(self, wrong: &Wrong) -> String {
        match self {
            Self::En => en::fields::wrong(wrong),
            Self::Fr => fr::fields::wrong(wrong),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_word_in_each_language() {
        let fields = TableName::ALL.iter().flat_map(|table| FieldRef::of(*table));
        let codes = fields.flat_map(|field| match field.kind() {
            Kind::Choice(codes) | Kind::Choices(codes) => codes.iter(),
            _ => ["yes", "no"].iter(),
        });
        for code in codes.chain(AdminRole::CODES) {
            assert!(en::fields::choice(code).is_some() && fr::fields::choice(code).is_some(), "{code}");
        }
    }
}
