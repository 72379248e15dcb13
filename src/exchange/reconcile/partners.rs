//! Relationships between partners: providers, resellers and their partnerships, and the resellers of a customer.

use super::super::fields::Item;
use super::super::partner_center::relationships::PartnerRow;
use super::customers::{self, relate};
use super::ledger::{Ledger, add_role};
use super::pair::{Effect, Pair, merge};
use crate::model::{Model, Partnership, PartnershipId, PartnershipState, RelationshipKind, Role, TenantId};

/// Takes in the resellers of a provider, which is us.
pub(super) fn take_resellers(ledger: &mut Ledger, rows: &[Item<PartnerRow>], us: TenantId) {
    ledger.mention(us, Some(Role::IndirectProvider));
    for item in rows {
        let partner = take_partner(ledger, item, Role::IndirectReseller);
        let partnership = join(ledger, item, us, item.row.tenant);
        ledger.row([partner, partnership]);
    }
}

/// Takes in the providers of a reseller, which is us.
pub(super) fn take_providers(ledger: &mut Ledger, rows: &[Item<PartnerRow>], us: TenantId) {
    ledger.mention(us, Some(Role::IndirectReseller));
    for item in rows {
        let partner = take_partner(ledger, item, Role::IndirectProvider);
        let partnership = join(ledger, item, item.row.tenant, us);
        ledger.row([partner, partnership]);
    }
}

/// Takes in the resellers of a customer as their provider, which is us, sees them.
pub(super) fn take_resellers_of(
    ledger: &mut Ledger,
    rows: &[Item<PartnerRow>],
    us: TenantId,
    customer: TenantId,
) {
    ledger.mention(us, Some(Role::IndirectProvider));
    ledger.mention_customer(customer, None);
    for item in rows {
        let partner = take_partner(ledger, item, Role::IndirectReseller);
        let partnership = join(ledger, item, us, item.row.tenant);
        let found = customers::Found {
            kind: Some(RelationshipKind::Reseller),
            via_provider: Some(us),
            privileges: None,
        };
        let relationship = relate(ledger, item.number, item.row.tenant, customer, found);
        ledger.row([partner, partnership, relationship]);
    }
}

fn take_partner(ledger: &mut Ledger, item: &Item<PartnerRow>, role: Role) -> Effect {
    let row = &item.row;
    let mut pair = ledger.partner(row.tenant);
    merge!(pair,
        name: row.name.clone(),
        partner_id: row.partner_id.clone().map(Some),
        country: row.country.map(Some),
    );
    add_role(&mut pair, Some(role));
    ledger.note_overruled(item.number, &pair);
    ledger.keep(pair)
}

/// Merges the partnership of a pair. A list names only what is there, so that a row without state is active.
fn join(ledger: &mut Ledger, item: &Item<PartnerRow>, provider: TenantId, reseller: TenantId) -> Effect {
    let id = open_id(ledger, provider, reseller);
    let blank =
        Partnership { id, provider, reseller, state: PartnershipState::Active, ..Partnership::default() };
    let (book, base) = (ledger.book.partnerships().get(id), ledger.baseline.partnerships().get(id));
    let mut pair = Pair::new(book.cloned(), base.cloned(), blank);
    merge!(pair, state: Some(item.row.state.unwrap_or(PartnershipState::Active)));
    ledger.note_overruled(item.number, &pair);
    ledger.keep(pair)
}

/// The partnership that a row means: the open one of the portal, else of the book, else the next one of the pair.
fn open_id(ledger: &Ledger, provider: TenantId, reseller: TenantId) -> PartnershipId {
    let open = |model: &Model| {
        let mut of_pair = model.partnerships_between(provider, reseller);
        of_pair
            .find(|partnership| partnership.state != PartnershipState::Ended)
            .map(|partnership| partnership.id)
    };
    let count = |model: &Model| model.partnerships_between(provider, reseller).count();
    let next = count(&ledger.book).max(count(&ledger.baseline));
    let open = open(&ledger.baseline).or_else(|| open(&ledger.book));
    open.unwrap_or_else(|| PartnershipId::of(provider, reseller, next))
}
