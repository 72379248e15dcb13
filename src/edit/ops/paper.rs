//! The forms of operations that ask for values rather than for a record, as data: their blanks, what stands in them at
//! first, and the operation that they come to.

use super::agreement::agreement_draft;
use super::impossible::Impossible;
use super::intent::Intent;
use crate::model::{
    Agreement, AgreementKind, AgreementWay, Cell, Country, Day, Guid, Key, Kind, Model, PartnerId, TenantId,
    Value, Wrong,
};
use crate::rules::{Finding, Reason};

/// The form of an operation that asks for values rather than for a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// OP-05: an agreement of a customer; one that is recorded, by its place, or a new one.
    Agreement {
        /// Whose.
        customer: TenantId,
        /// Which of those that are recorded, counted from 0.
        place: Option<usize>,
    },
    /// OP-32: the location of a partner.
    Location {
        /// Whose.
        partner: TenantId,
    },
}

/// A value that such a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is what it is named after
pub enum Blank {
    AgreementKind,
    AgreementWay,
    AttestedBy,
    AgreedOn,
    FirstName,
    LastName,
    Email,
    Phone,
    LocationId,
    LocationCountry,
}

const OF_AGREEMENT: &[Blank] = &[
    Blank::AgreementKind,
    Blank::AgreementWay,
    Blank::AttestedBy,
    Blank::AgreedOn,
    Blank::FirstName,
    Blank::LastName,
    Blank::Email,
    Blank::Phone,
];
const OF_LOCATION: &[Blank] = &[Blank::LocationId, Blank::LocationCountry];

impl Blank {
    /// What may stand in it.
    pub fn kind(self) -> Kind {
        match self {
            Self::AgreementKind => Kind::Choice(AgreementKind::CODES),
            Self::AgreementWay => Kind::Choice(AgreementWay::CODES),
            Self::AttestedBy => Kind::Tenant,
            Self::AgreedOn => Kind::Day,
            Self::FirstName | Self::LastName | Self::Email | Self::Phone => Kind::Text,
            Self::LocationId => Kind::Digits,
            Self::LocationCountry => Kind::Country,
        }
    }

    /// Whether a text may stand in it.
    ///
    /// # Errors
    /// Says why it cannot be stored.
    pub fn check(self, text: &str) -> Result<(), Wrong> {
        match self {
            Self::AgreementKind => AgreementKind::parse(text).map(drop),
            Self::AgreementWay => AgreementWay::parse(text).map(drop),
            Self::AttestedBy => Option::<TenantId>::parse(text).map(drop),
            Self::AgreedOn => Option::<Day>::parse(text).map(drop),
            Self::FirstName | Self::LastName | Self::Email | Self::Phone => {
                crate::model::Text::parse(text).map(drop)
            }
            Self::LocationId => PartnerId::typed(text).map(drop),
            Self::LocationCountry => Option::<Country>::parse(text).map(drop),
        }
    }
}

impl Paper {
    /// What it asks for, in order.
    pub fn blanks(self) -> &'static [Blank] {
        match self {
            Self::Agreement { .. } => OF_AGREEMENT,
            Self::Location { .. } => OF_LOCATION,
        }
    }

    /// The record that it is about.
    pub fn subject(self) -> Key {
        match self {
            Self::Agreement { customer, .. } => Key::Customer(customer),
            Self::Location { partner } => Key::Partner(partner),
        }
    }

    /// What stands in its blanks at first, in their order.
    ///
    /// # Errors
    /// The record is not in the book.
    pub fn start(self, model: &Model, day: Day) -> Result<Vec<String>, Impossible> {
        match self {
            Self::Agreement { customer, place } => {
                let recorded = place.and_then(|n| model.customer(customer)?.agreements.get(n).cloned());
                let draft = recorded.map_or_else(|| agreement_draft(model, day, customer), Ok)?;
                Ok(OF_AGREEMENT.iter().map(|blank| of_agreement(&draft, *blank)).collect())
            }
            Self::Location { partner } => {
                let p = model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))?;
                Ok(vec![text(&p.partner_id), text(&p.location_country)])
            }
        }
    }

    /// The operation that the texts in its blanks come to, given in their order; what cannot be stored is left out.
    pub fn intent(self, model: &Model, texts: &[String]) -> Intent {
        let of = |blank: Blank| {
            let place = self.blanks().iter().position(|other| *other == blank);
            place.and_then(|place| texts.get(place)).map_or("", |text| text.trim())
        };
        match self {
            Self::Agreement { customer, place } => {
                let recorded = place.and_then(|n| model.customer(customer)?.agreements.get(n).cloned());
                let agreement = agreement(recorded.and_then(|a| a.template_id), of);
                Intent::RecordAgreement { customer, agreement, place }
            }
            Self::Location { partner } => Intent::AssociateLocation {
                partner,
                location: PartnerId::typed(of(Blank::LocationId)).unwrap_or_default(),
                country: of(Blank::LocationCountry).parse().ok(),
            },
        }
    }

    /// The blank that a finding belongs beside, with these texts in the blanks.
    pub fn place_of(self, finding: &Finding, texts: &[String]) -> Option<Blank> {
        use Reason as R;
        let blank = match finding.reason {
            R::AgreementInFuture | R::AgreementUndated | R::AgreementAfterOrder => Blank::AgreedOn,
            R::NoAttester | R::AttestedByReseller | R::AttesterUnrelated => Blank::AttestedBy,
            R::AgreementTwice => Blank::Email,
            R::SignerIncomplete => {
                let empty = |blank: &Blank| self.is_empty(*blank, texts);
                let signer = [Blank::FirstName, Blank::LastName, Blank::Email];
                signer.into_iter().find(empty).unwrap_or(Blank::Email)
            }
            R::LocationElsewhere => Blank::LocationCountry,
            R::NotDigits | R::OddLength | R::GlobalId | R::SharedPartnerId => Blank::LocationId,
            _ => return None,
        };
        self.blanks().contains(&blank).then_some(blank)
    }

    fn is_empty(self, blank: Blank, texts: &[String]) -> bool {
        let place = self.blanks().iter().position(|other| *other == blank);
        place.and_then(|place| texts.get(place)).is_some_and(|text| text.trim().is_empty())
    }
}

/// The agreement that the blanks tell, of the text that was signed. One that the customer accepts itself is attested by nobody.
fn agreement<'a>(template_id: Option<Guid>, of: impl Fn(Blank) -> &'a str) -> Agreement {
    let way = AgreementWay::known(of(Blank::AgreementWay));
    let attested = way != Some(AgreementWay::DirectAcceptance);
    Agreement {
        kind: AgreementKind::known(of(Blank::AgreementKind)).unwrap_or_default(),
        way,
        date: of(Blank::AgreedOn).parse().ok(),
        first_name: of(Blank::FirstName).into(),
        last_name: of(Blank::LastName).into(),
        email: of(Blank::Email).into(),
        phone: of(Blank::Phone).into(),
        template_id,
        attested_by: of(Blank::AttestedBy).parse().ok().filter(|_| attested),
    }
}

fn of_agreement(a: &Agreement, blank: Blank) -> String {
    match blank {
        Blank::AgreementKind => text(&a.kind),
        Blank::AgreementWay => text(&a.way),
        Blank::AttestedBy => text(&a.attested_by),
        Blank::AgreedOn => text(&a.date),
        Blank::FirstName => text(&a.first_name),
        Blank::LastName => text(&a.last_name),
        Blank::Email => text(&a.email),
        Blank::Phone => text(&a.phone),
        Blank::LocationId | Blank::LocationCountry => String::new(),
    }
}

/// A value as it is typed.
fn text(cell: &impl Cell) -> String {
    match cell.value() {
        Value::Text(text) => text.raw().to_owned(),
        Value::Choice(code) => code.to_owned(),
        Value::Code(code) => code,
        Value::Day(day) => day.to_string(),
        Value::Number(n) => n.to_string(),
        Value::Empty | Value::Flag(_) | Value::Moment(_) | Value::List(_) => String::new(),
    }
}
