//! The relations of a record as a tree: who sells to it, administers and supports it.
