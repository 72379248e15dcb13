//! The filter language: parse, match, sort, fuzzy.
