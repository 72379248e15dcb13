//! Who may administer, buy for and support a customer, because of what, until when.
