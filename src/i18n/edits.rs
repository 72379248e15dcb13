//! The words of edits, by language: what a step did, what it comes to, why it leads nowhere, what a fix is, what must be
//! picked. All names are made safe to show here.

use super::{Lang, en, fr};
use crate::edit::fix::FixKind;
use crate::edit::ops::{AddOns, Blank, Paper, Standing};
use crate::edit::{Impossible, Matter, Slot};
use crate::model::{Change, Key, Model, Record, TableName, TenantId, Transaction, Verb, Waiver};
use std::borrow::Cow;

/// What a step did: its main records by name, when they are few enough to be named.
pub(super) enum Told {
    /// One: the names that the verb speaks of, empty where there is none.
    One(String, String, String),
    /// Many of a table.
    Many(TableName, usize),
    /// Many of several tables.
    All(usize),
}

impl Lang {
    /// An operation as a menu names it.
    pub fn verb(self, verb: Verb) -> &'static str {
        match self {
            Self::En => en::verbs::verb(verb),
            Self::Fr => fr::verbs::verb(verb),
        }
    }

    /// What a step did, as a sentence: "Nordlys Distribution invited Sud Conseil." The book may be the one before the
    /// step or after it.
    pub fn step(self, model: &Model, step: &Transaction) -> String {
        let told = told(&with_records_of(model, step), step, self.and());
        let did = match self {
            Self::En => en::edits::step(step.verb, &told),
            Self::Fr => fr::edits::step(step.verb, &told),
        };
        format!("{did}.")
    }

    /// The main records of a step on many: "14 subscriptions"; nothing when they are few enough to be named.
    pub fn many_of(self, model: &Model, step: &Transaction) -> Option<String> {
        match told(&with_records_of(model, step), step, self.and()) {
            Told::One(..) => None,
            Told::Many(table, n) => Some(self.records(table, n)),
            Told::All(n) => Some(self.all_records(n)),
        }
    }

    /// The names of records, the first three, and how many more there are; nothing when there are none.
    pub fn few_names(self, model: &Model, keys: &[Key]) -> Option<String> {
        let names: Vec<String> =
            keys.iter().take(3).map(|key| model.name(*key).show().into_owned()).collect();
        let more = keys.len().saturating_sub(names.len());
        let more = if more > 0 { format!(" +{more}") } else { String::new() };
        (!names.is_empty()).then(|| format!("{}{more}", names.join(", ")))
    }

    /// Why an operation leads nowhere, and what leads on.
    pub fn impossible(self, model: &Model, impossible: &Impossible) -> String {
        match self {
            Self::En => en::edits::impossible(model, impossible),
            Self::Fr => fr::edits::impossible(model, impossible),
        }
    }

    /// What a fix does, in a few words.
    pub fn fix(self, model: &Model, kind: FixKind) -> String {
        match self {
            Self::En => en::edits::fix(model, kind),
            Self::Fr => fr::edits::fix(model, kind),
        }
    }

    /// The title of the form of an operation: what it is for, and of which record.
    pub fn paper(self, model: &Model, paper: Paper) -> String {
        let verb = match paper {
            Paper::Agreement { .. } => Verb::RecordAgreement,
            Paper::Location { .. } => Verb::AssociateLocation,
        };
        self.overlays().labelled(self.verb(verb), &shown(model, paper.subject()))
    }

    /// The label of a value that an operation asks for.
    pub fn blank(self, blank: Blank) -> &'static str {
        match self {
            Self::En => en::edits::blank(blank),
            Self::Fr => fr::edits::blank(blank),
        }
    }

    /// What such a value is, and what may stand there.
    pub fn about_blank(self, blank: Blank) -> String {
        self.about_kind(self.blank(blank), blank.kind())
    }

    /// The title of the picker for a gap.
    pub fn slot_title(self, slot: &Slot) -> &'static str {
        match self {
            Self::En => en::edits::slot(slot),
            Self::Fr => fr::edits::slot(slot),
        }
    }

    /// What the pick is for: the name of the record that gets it.
    pub fn slot_for(self, model: &Model, slot: &Slot) -> String {
        let partner = |id: &TenantId| shown(model, Key::Partner(*id));
        let customer = |id: &TenantId| shown(model, Key::Customer(*id));
        match slot {
            Slot::Provider { reseller: id }
            | Slot::Reseller { provider: id }
            | Slot::Customer { partner: id, .. }
            | Slot::Via { reseller: id, customer: None, .. }
            | Slot::FurtherProvider { reseller: id }
            | Slot::ProviderInstead { partner: id }
            | Slot::OtherAccount { from: id } => partner(id),
            Slot::NewSeller { what, .. } | Slot::NewReseller { what, .. } => match what.as_slice() {
                [one] => of_customer(model, Key::Subscription(*one)),
                many => self.records(TableName::Subscription, many.len()),
            },
            Slot::Partner { customer: id, .. } | Slot::ResellerWithProvider { customer: id, .. } => {
                customer(id)
            }
            Slot::Via { reseller, customer: Some(id), .. } => {
                format!("{} ({})", partner(reseller), customer(id))
            }
            Slot::SupportContact { subscription }
            | Slot::RecordReseller { subscription }
            | Slot::Supporter { subscription } => of_customer(model, Key::Subscription(*subscription)),
            Slot::Privileges { of, .. } | Slot::Open { of, .. } => shown(model, *of),
            Slot::Field { key, record, .. } => {
                key.map_or_else(|| name_of(model, record), |key| of_customer(model, key))
            }
        }
    }

    /// What stays or is lost, as a line of a sheet; `n` records.
    pub fn matter(self, matter: Matter, n: usize) -> String {
        match self {
            Self::En => en::edits::matter(matter, n),
            Self::Fr => fr::edits::matter(matter, n),
        }
    }

    /// So many records of a table: "14 subscriptions".
    pub fn records(self, table: TableName, n: usize) -> String {
        match self {
            Self::En => en::edits::records(table, n),
            Self::Fr => fr::edits::records(table, n),
        }
    }

    /// So many records of whatever tables.
    pub fn all_records(self, n: usize) -> String {
        match self {
            Self::En => en::edits::all_records(n),
            Self::Fr => fr::edits::all_records(n),
        }
    }

    /// What becomes of the add-ons of a subscription that is reactivated.
    pub fn add_ons(self, add_ons: AddOns) -> &'static str {
        match (self, add_ons) {
            (Self::En, AddOns::Stay) => "alone",
            (Self::En, AddOns::Along) => "with its add-ons",
            (Self::Fr, AddOns::Stay) => "seul",
            (Self::Fr, AddOns::Along) => "avec ses compléments",
        }
    }

    /// Where a partnership, a relationship or a subscription stands.
    /// Where a partnership, a relationship, admin privileges or a transfer stand.
    pub fn standing(self, standing: Standing) -> &'static str {
        match (self, standing) {
            (Self::En, Standing::Subscription(_, status)) => en::edits::subscription(status),
            (Self::Fr, Standing::Subscription(_, status)) => fr::edits::subscription(status),
            (Self::En, Standing::Partnership(state)) => en::edits::partnership(state),
            (Self::En, Standing::Relationship(state)) => en::edits::relationship(state),
            (Self::En, Standing::Privileges(status)) => en::edits::privileges(status),
            (Self::En, Standing::Transfer(status)) => en::edits::transfer(status),
            (Self::Fr, Standing::Privileges(status)) => fr::edits::privileges(status),
            (Self::Fr, Standing::Transfer(status)) => fr::edits::transfer(status),
            (Self::Fr, Standing::Partnership(state)) => fr::edits::partnership(state),
            (Self::Fr, Standing::Relationship(state)) => fr::edits::relationship(state),
        }
    }

    fn and(self) -> &'static str {
        match self {
            Self::En => " and ",
            Self::Fr => " et ",
        }
    }
}

/// The name of a record, safe to show.
pub(super) fn shown(model: &Model, key: Key) -> String {
    model.name(key).show().into_owned()
}

/// The name of a subscription with its customer's, of others alone.
pub(super) fn of_customer(model: &Model, key: Key) -> String {
    let customer = match key {
        Key::Subscription(id) => model.subscription(id).map(|s| s.customer),
        _ => None,
    };
    match customer {
        Some(customer) => format!("{} ({})", shown(model, key), shown(model, Key::Customer(customer))),
        None => shown(model, key),
    }
}

/// The name of a record that is not in the book yet.
fn name_of(model: &Model, record: &Record) -> String {
    let mut with = model.clone();
    with.put(record.clone());
    shown(&with, record.key())
}

/// The book with the records of the step that it does not hold, so that they can be named.
pub(super) fn with_records_of<'a>(model: &'a Model, step: &Transaction) -> Cow<'a, Model> {
    let mut with = Cow::Borrowed(model);
    for change in &step.changes {
        if let Some(record) = change.after.as_ref().or(change.before.as_ref())
            && !model.contains(record.key())
        {
            with.to_mut().put(record.clone());
        }
    }
    with
}

fn told(model: &Model, step: &Transaction, and: &str) -> Told {
    if let Some(all) = of_all(step) {
        return Told::All(all);
    }
    let main = main_table(step);
    let of_table = |change: &&Change| change.key().is_some_and(|key| key.table() == main);
    let changes: Vec<&Change> = step.changes.iter().filter(of_table).collect();
    let records = changes.iter().filter_map(|change| change.after.as_ref().or(change.before.as_ref()));
    match records.collect::<Vec<_>>().as_slice() {
        [one] => of_one(model, step.verb, one),
        [Record::Relationship(a), rest @ ..] => of_one_customer(model, a.customer, a.partner, rest, and)
            .unwrap_or(Told::Many(main, rest.len() + 1)),
        records => Told::Many(main, records.len()),
    }
}

/// How many records a step changes that speaks of no table: an import, or a moment brought back. The baseline counts when
/// nothing else changes.
fn of_all(step: &Transaction) -> Option<usize> {
    let speaks_of_none = matches!(step.verb, Verb::Import | Verb::Restore);
    let all = if step.changes.is_empty() { step.baseline.len() } else { step.changes.len() };
    let first = step.keys().next().map(Key::table);
    let is_mixed = step.keys().any(|key| Some(key.table()) != first);
    (speaks_of_none && (is_mixed || step.changes.is_empty())).then_some(all)
}

/// The table that the verb speaks of; others are touched along.
fn main_table(step: &Transaction) -> TableName {
    let first = step.keys().next().map_or(TableName::Partner, Key::table);
    match step.verb {
        Verb::InviteReseller
        | Verb::AcceptPartnership
        | Verb::WithdrawInvitation
        | Verb::EndPartnership
        | Verb::AddProvider => TableName::Partnership,
        Verb::RequestRelationship
        | Verb::AcceptRelationship
        | Verb::WithdrawRequest
        | Verb::RemoveRelationship
        | Verb::AddPartner => TableName::Relationship,
        Verb::AddCustomer | Verb::RecordAgreement => TableName::Customer,
        Verb::SupportElsewhere
        | Verb::AddSubscription
        | Verb::SetPartnerOfRecord
        | Verb::SetSupportContact
        | Verb::TakeOverUsage
        | Verb::SwitchAzure
        | Verb::TransferAzure
        | Verb::TransferLicences
        | Verb::RebuyLicence
        | Verb::MoveCustomer
        | Verb::SuspendSubscription
        | Verb::ReactivateSubscription
        | Verb::CancelSubscription
        | Verb::SetRenewal
        | Verb::SetQuantity
        | Verb::Upgrade
        | Verb::MigrateToNewCommerce
        | Verb::ConsolidateTenants => TableName::Subscription,
        Verb::PreparePrivileges
        | Verb::SendPrivileges
        | Verb::ApprovePrivileges
        | Verb::EndPrivileges
        | Verb::SucceedPrivileges => TableName::Admin,
        Verb::GoIndirect | Verb::EnrolInCloud | Verb::AssociateLocation => TableName::Partner,
        Verb::RequestTransfer | Verb::AcceptTransfer | Verb::RejectTransfer | Verb::CancelTransfer => {
            TableName::Transfer
        }
        Verb::Waive | Verb::EndWaiver => TableName::Waiver,

        // Privileges are granular, or the delegated ones of a relationship.
        Verb::GrantPrivileges
        | Verb::RemovePrivileges
        | Verb::Add
        | Verb::Edit
        | Verb::Remove
        | Verb::Import
        | Verb::Fix
        | Verb::Restore => first,
    }
}

fn of_one(model: &Model, verb: Verb, record: &Record) -> Told {
    let partner = |id: Option<TenantId>| id.map(|id| shown(model, Key::Partner(id))).unwrap_or_default();
    let customer = |id: TenantId| shown(model, Key::Customer(id));
    match (verb, record) {
        (_, Record::Waiver(waiver)) => Told::One(accepted(model, waiver), String::new(), String::new()),
        (Verb::Add | Verb::Edit | Verb::Remove | Verb::Import | Verb::Fix | Verb::Restore, record) => {
            Told::One(shown(model, record.key()), String::new(), String::new())
        }
        (_, Record::Partnership(p)) => {
            Told::One(partner(Some(p.provider)), partner(Some(p.reseller)), String::new())
        }
        (_, Record::Relationship(r)) => {
            Told::One(partner(Some(r.partner)), customer(r.customer), String::new())
        }
        (_, Record::Admin(a)) => {
            Told::One(partner(a.partner), a.customer.map(customer).unwrap_or_default(), String::new())
        }
        (_, Record::Transfer(t)) => Told::One(partner(t.source), partner(t.target), customer(t.customer)),
        (_, Record::Subscription(s)) => {
            let who = match verb {
                Verb::SupportElsewhere => partner(s.supported_by),
                Verb::SetSupportContact => partner(s.support_contact),
                Verb::SetPartnerOfRecord => on_record(model, s),
                _ => partner(s.seller),
            };
            Told::One(shown(model, record.key()), customer(s.customer), who)
        }
        (_, record) => Told::One(shown(model, record.key()), String::new(), String::new()),
    }
}

/// The rule of a waiver with the name of the record that it is on.
fn accepted(model: &Model, waiver: &Waiver) -> String {
    let of = waiver
        .record
        .raw()
        .parse()
        .map_or_else(|_| waiver.record.show().into_owned(), |key| shown(model, key));
    format!("{} ({of})", waiver.rule.show())
}

/// The partner of record by name; by its id where nobody of the book has it.
fn on_record(model: &Model, s: &crate::model::Subscription) -> String {
    let id = s.partner_of_record.as_ref().map(|id| id.text().show().into_owned()).unwrap_or_default();
    model.reseller_of(s).map_or(id, |reseller| shown(model, Key::Partner(reseller.tenant)))
}

/// Reseller and provider at once: one customer, two partners.
fn of_one_customer(
    model: &Model,
    customer: TenantId,
    first: TenantId,
    rest: &[&Record],
    and: &str,
) -> Option<Told> {
    let mut partners = vec![shown(model, Key::Partner(first))];
    for record in rest {
        let Record::Relationship(r) = record else { return None };
        if r.customer != customer {
            return None;
        }
        partners.push(shown(model, Key::Partner(r.partner)));
    }
    Some(Told::One(partners.join(and), shown(model, Key::Customer(customer)), String::new()))
}

#[cfg(test)]
mod tests;
