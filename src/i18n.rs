//! Sentences for people, in English and French.
