//! The book of relationships as a value: ids, records, tables, links. Knows nobody.
