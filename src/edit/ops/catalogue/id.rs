//! The ids of the operations.

macro_rules! ids {
    ($($name:ident = $text:literal,)*) => {
        /// The id of an operation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // the catalogue tells what each is
        pub enum OpId { $($name,)* }

        impl OpId {
            /// Every operation, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The id as printed.
            pub fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The operation with this id, in any case.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|id| id.text().eq_ignore_ascii_case(text.trim()))
            }
        }
    };
}

ids! {
    Op01 = "OP-01", Op02 = "OP-02", Op03 = "OP-03", Op04 = "OP-04", Op05 = "OP-05", Op06 = "OP-06", Op07 = "OP-07",
    Op08 = "OP-08", Op09 = "OP-09", Op10 = "OP-10", Op11 = "OP-11", Op12 = "OP-12", Op13 = "OP-13", Op14 = "OP-14",
    Op15 = "OP-15", Op16 = "OP-16", Op17 = "OP-17", Op18 = "OP-18", Op19 = "OP-19", Op20 = "OP-20", Op21 = "OP-21",
    Op22 = "OP-22", Op23 = "OP-23", Op24 = "OP-24", Op25 = "OP-25", Op26 = "OP-26", Op27 = "OP-27", Op28 = "OP-28",
    Op29 = "OP-29", Op30 = "OP-30", Op31 = "OP-31", Op32 = "OP-32",
}
