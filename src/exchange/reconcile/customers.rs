//! Customers, their agreements, and the reseller relationship that a row of a partner's list stands for.

use super::super::fields::Item;
use super::super::partner_center::customers::CustomerRow;
use super::ledger::Ledger;
use super::pair::{Effect, Pair, merge};
use crate::model::{
    Agreement, Customer, Dap, Model, Relationship, RelationshipId, RelationshipKind, RelationshipState, Role,
    TenantId,
};

/// Takes in customers of the partner whose list it is, which is us.
pub(super) fn take(ledger: &mut Ledger, rows: &[Item<CustomerRow>], us: TenantId) {
    // Only a provider creates customers for a reseller.
    let for_reseller =
        rows.iter().any(|item| item.row.associated_partner.is_some_and(|partner| partner != us));
    ledger.mention(us, for_reseller.then_some(Role::IndirectProvider));
    for item in rows {
        let row = &item.row;
        let mut pair = ledger.customer(row.tenant);
        merge_row(&mut pair, row);
        if let Some(reseller) = row.associated_partner.filter(|partner| *partner != us && !pair.is_away()) {
            ledger.mention(reseller, Some(Role::IndirectReseller));
        }
        ledger.note_overruled(item.number, &pair);
        let away = pair.is_away();
        let customer = ledger.keep(pair);
        let found = Found { kind: row.relation, via_provider: None, privileges: row.delegated_access };
        let relationship =
            if away { Effect::Away } else { relate(ledger, item.number, us, row.tenant, found) };
        ledger.row([customer, as_part(relationship)]);
    }
}

/// A relationship that comes to be changes the customer it belongs to.
fn as_part(effect: Effect) -> Effect {
    if effect == Effect::New { Effect::Changed } else { effect }
}

fn merge_row(pair: &mut Pair<Customer>, row: &CustomerRow) {
    let domains = Some(&row.custom_domains).filter(|domains| !domains.is_empty()).cloned();
    merge!(pair,
        name: row.name.clone(),
        domain: row.domain.clone(),
        custom_domains: domains,
        country: row.country.map(Some),
        associated_partner: row.associated_partner.map(Some),
        reg_number: row.reg_number.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        commerce_id: row.commerce_id.map(Some),
    );
}

/// What a row says of the relationship of a partner with a customer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// What the partner is to the customer; nothing when the row does not say.
    pub kind: Option<RelationshipKind>,
    /// The provider it is seen through.
    pub via_provider: Option<TenantId>,
    /// Whether the partner has delegated admin privileges.
    pub privileges: Option<bool>,
}

/// Merges the relationship of a partner with a customer. "None" ends one that is there and makes none.
pub(super) fn relate(
    ledger: &mut Ledger,
    number: usize,
    partner: TenantId,
    customer: TenantId,
    found: Found,
) -> Effect {
    let Some(kind) = found.kind else { return Effect::Same };
    let open = open_id(ledger, partner, customer);
    let (id, state) = match (kind, open) {
        (RelationshipKind::None, None) => return Effect::Same,
        (RelationshipKind::None, Some(id)) => (id, RelationshipState::Removed),
        (_, Some(id)) => (id, RelationshipState::Active),
        (_, None) => (next_id(ledger, partner, customer), RelationshipState::Active),
    };
    let blank = Relationship { id, partner, customer, kind, state, ..Relationship::default() };
    let (book, base) = (ledger.book.relationships().get(id), ledger.baseline.relationships().get(id));
    let mut pair = Pair::new(book.cloned(), base.cloned(), blank);
    let dap = privileges(pair.base().dap, found.privileges);
    merge!(pair, state: Some(state), kind: Some(kind).filter(|kind| *kind != RelationshipKind::None), dap: dap);
    pair.fill(Some(&found.via_provider), |relationship| &mut relationship.via_provider);
    ledger.note_overruled(number, &pair);
    ledger.keep(pair)
}

/// No privileges where there were some means that the customer took them back.
fn privileges(before: Dap, now: Option<bool>) -> Option<Dap> {
    match (now?, before) {
        (true, _) => Some(Dap::Granted),
        (false, Dap::Granted) => Some(Dap::RemovedByCustomer),
        (false, _) => None,
    }
}

/// The relationship that a row means: the open one of the portal, else of the book.
fn open_id(ledger: &Ledger, partner: TenantId, customer: TenantId) -> Option<RelationshipId> {
    let open = |model: &Model| {
        let mut of_pair = model.relationships_between(partner, customer);
        of_pair.find(|relationship| relationship.state != RelationshipState::Removed).map(|found| found.id)
    };
    open(&ledger.baseline).or_else(|| open(&ledger.book))
}

fn next_id(ledger: &Ledger, partner: TenantId, customer: TenantId) -> RelationshipId {
    let count = |model: &Model| model.relationships_between(partner, customer).count();
    RelationshipId::of(partner, customer, count(&ledger.book).max(count(&ledger.baseline)))
}

/// Takes in agreements of one customer.
pub(super) fn take_agreements(ledger: &mut Ledger, rows: &[Item<Agreement>], customer: TenantId) {
    ledger.mention_customer(customer, None);
    for item in rows {
        let mut pair = ledger.customer(customer);
        pair.grow(
            |agreements: &Vec<Agreement>| with(agreements, &item.row),
            |customer| &mut customer.agreements,
        );
        let effect = ledger.keep(pair);
        ledger.row([effect]);
    }
}

/// The agreements with one more; the same one again only completes what was missing (`domain/entities.md` 5: customer,
/// type, date and the signer's address).
fn with(agreements: &[Agreement], agreement: &Agreement) -> Vec<Agreement> {
    let mut agreements = agreements.to_vec();
    let same = |known: &&mut Agreement| {
        let one_mail = known.email.raw().eq_ignore_ascii_case(agreement.email.raw());
        known.kind == agreement.kind
            && known.date == agreement.date
            && (one_mail || known.email.is_empty() || agreement.email.is_empty())
    };
    match agreements.iter_mut().find(same) {
        Some(known) => complete(known, agreement),
        None => agreements.push(agreement.clone()),
    }
    agreements
}

fn complete(known: &mut Agreement, more: &Agreement) {
    known.way = known.way.or(more.way);
    known.template_id = known.template_id.or(more.template_id);
    for (place, text) in [
        (&mut known.first_name, &more.first_name),
        (&mut known.last_name, &more.last_name),
        (&mut known.email, &more.email),
        (&mut known.phone, &more.phone),
    ] {
        if place.is_empty() {
            place.clone_from(text);
        }
    }
}
