//! The ids of the rules, and how grave a finding is.

/// How grave a finding is, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The book itself is out of joint: an edit that causes it is always refused.
    Integrity,
    /// The programme forbids it: an edit that makes a new one is refused.
    Error,
    /// Possible, but it will cost: listed, never refused.
    Warning,
    /// Worth a look.
    Hint,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: &'static [Self] = &[Self::Integrity, Self::Error, Self::Warning, Self::Hint];

    /// The stable word in output and filters.
    pub fn code(self) -> &'static str {
        match self {
            Self::Integrity => "integrity",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }

    /// True when an edit that makes a new finding of it is refused.
    pub fn refuses(self) -> bool {
        matches!(self, Self::Integrity | Self::Error)
    }
}

macro_rules! codes {
    ($($name:ident = $text:literal,)*) => {
        /// The id of a rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // the catalogue tells what each is
        pub enum Code { $($name,)* }

        impl Code {
            /// Every rule, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The id as printed.
            pub fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The rule with this id, in any case.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.text().eq_ignore_ascii_case(text.trim()))
            }
        }
    };
}

codes! {
    BookReference = "BOOK-REFERENCE",
    Id001 = "R-ID-001", Id002 = "R-ID-002", Id003 = "R-ID-003", Id004 = "R-ID-004", Id005 = "R-ID-005", Id006 = "R-ID-006",
    Enr001 = "R-ENR-001", Enr002 = "R-ENR-002", Enr003 = "R-ENR-003", Enr004 = "R-ENR-004", Enr005 = "R-ENR-005",
    Enr006 = "R-ENR-006", Enr007 = "R-ENR-007", Enr008 = "R-ENR-008",
    Reg001 = "R-REG-001", Reg002 = "R-REG-002", Reg003 = "R-REG-003", Reg004 = "R-REG-004", Reg005 = "R-REG-005",
    Reg006 = "R-REG-006", Reg007 = "R-REG-007",
    Psh001 = "R-PSH-001", Psh002 = "R-PSH-002", Psh003 = "R-PSH-003", Psh004 = "R-PSH-004",
    Rel001 = "R-REL-001", Rel002 = "R-REL-002", Rel003 = "R-REL-003", Rel004 = "R-REL-004", Rel005 = "R-REL-005",
    Rel006 = "R-REL-006", Rel007 = "R-REL-007", Rel008 = "R-REL-008", Rel009 = "R-REL-009",
    Mp001 = "R-MP-001", Mp002 = "R-MP-002", Mp003 = "R-MP-003",
    Mc001 = "R-MC-001", Mc002 = "R-MC-002", Mc003 = "R-MC-003",
    Adm001 = "R-ADM-001", Adm002 = "R-ADM-002", Adm003 = "R-ADM-003", Adm004 = "R-ADM-004", Adm005 = "R-ADM-005",
    Adm006 = "R-ADM-006", Adm007 = "R-ADM-007",
    Sub001 = "R-SUB-001", Sub002 = "R-SUB-002", Sub003 = "R-SUB-003", Sub004 = "R-SUB-004", Sub005 = "R-SUB-005",
    Sub006 = "R-SUB-006", Sub007 = "R-SUB-007", Sub008 = "R-SUB-008", Sub009 = "R-SUB-009", Sub010 = "R-SUB-010",
    Trf001 = "R-TRF-001", Trf002 = "R-TRF-002", Trf003 = "R-TRF-003", Trf004 = "R-TRF-004", Trf005 = "R-TRF-005",
    Self001 = "R-SELF-001", Self002 = "R-SELF-002", Self003 = "R-SELF-003", Self004 = "R-SELF-004",
    Hyg001 = "R-HYG-001", Hyg002 = "R-HYG-002", Hyg003 = "R-HYG-003", Hyg004 = "R-HYG-004",
}
