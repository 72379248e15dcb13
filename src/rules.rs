//! The programme's rules as predicates over the book.
