//! The ways in which a rule may not hold. Each has a short reason and a sentence in both languages.

/// In which way a rule does not hold. The words are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    // BOOK-REFERENCE
    /// It names a record that is not in the book.
    NamesNobody,

    // R-REG
    /// The two are in different CSP regions.
    OtherRegion,
}

impl Reason {
    /// Every reason.
    pub const ALL: &'static [Self] = &[Self::NamesNobody, Self::OtherRegion];
}
