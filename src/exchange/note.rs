//! What is worth saying about a file or a row, as codes. No sentences.

use crate::model::Text;

/// Where something was met: the number of the item (from 1; 0 is the file as a whole) and the field's path.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The number of the item, from 1.
    pub item: usize,
    /// The path of the field (`billingProfile.email`), empty for the item as a whole.
    pub field: Text,
}

/// Something that was read otherwise than it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: NoteKind,
    /// The text that stands there; never a secret.
    pub raw: Text,
}

/// What a note says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// A placeholder of a printed sample, left out.
    Placeholder,
    /// An id that is none, left out.
    NotAnId,
    /// A text longer than a field takes, left out.
    TooLong,
    /// An id of the documentation's examples: several tenants may share it.
    ExampleId,
    /// Not a number, left out.
    NotANumber,
    /// Neither true nor false, left out.
    NotAFlag,
    /// Not an instant, left out.
    NotADate,
    /// An instant without zone, read as UTC.
    NoZone,
    /// An instant with blanks inside, read without them.
    BlanksInDate,
    /// A value that this version does not know, kept as text.
    UnknownValue,
    /// A Partner ID with other characters than digits, left out.
    NotDigits,
    /// A list or an object where a plain value belongs, or the reverse; left out.
    WrongShape,
    /// A password or another secret, dropped. The text is not repeated.
    Secret,
    /// Two fields that should agree do not; the first one counts.
    Disagrees,
    /// A body that was sent, not what the portal answered.
    RequestBody,
    /// The portal says something new about a field that the book plans to change; the portal counts.
    Overruled,
    /// The partner whose export it is has no role in the book: seller and channel stay unknown.
    RoleUnknown,
}

/// Why an item cannot be read; it is kept aside and the others go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not an object.
    NotAnObject,
    /// It has no id.
    NoId,
    /// Its id is none.
    BadId(Text),
    /// A key stands twice with different values.
    TwoValues(Text),
    /// It is of another kind than the first item.
    OtherKind(Text),
    /// It belongs to a subscription that it does not name.
    NoSubscription,
    /// It belongs to a subscription that is not in the book.
    UnknownSubscription(Text),
}

/// An item that was kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The number of the item, from 1.
    pub item: usize,
    /// Why.
    pub reason: Reason,
}
