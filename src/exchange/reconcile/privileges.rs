//! Granular delegated admin privileges.

use super::super::fields::Item;
use super::super::graph::AdminRow;
use super::ledger::Ledger;
use super::pair::{Pair, merge};
use crate::model::{Admin, Role, TenantId};

/// Takes in granular relationships of a partner's export, which is us.
pub(super) fn take(ledger: &mut Ledger, rows: &[Item<AdminRow>], us: TenantId) {
    ledger.mention(us, None);
    for item in rows {
        let row = &item.row;
        let blank = Admin { id: row.id, ..Admin::default() };
        let (book, base) = (ledger.book.admin().get(row.id), ledger.baseline.admin().get(row.id));
        let mut pair = Pair::new(book.cloned(), base.cloned(), blank);
        merge_row(&mut pair, row, us);
        ledger.note_overruled(item.number, &pair);
        if !pair.is_away() {
            mention(ledger, row, us);
        }
        let effect = ledger.keep(pair);
        ledger.row([effect]);
    }
}

fn merge_row(pair: &mut Pair<Admin>, row: &AdminRow, us: TenantId) {
    // A provider sees what it prepared for its resellers, without their names.
    let holder = Some(us).filter(|us| row.indirect_provider != Some(*us));
    merge!(pair,
        name: row.name.clone(),
        kind: row.kind,
        partner: holder.map(Some),
        customer: row.customer.map(Some),
        indirect_provider: row.indirect_provider.map(Some),
        consent_pending: row.consent_pending,
        status: row.status,
        duration_days: row.duration_days.map(Some),
        auto_extend_days: row.auto_extend_days.map(Some),
        roles: Some(row.roles.clone()).filter(|roles| !roles.is_empty()),
        created: row.created.map(Some),
        modified: row.modified.map(Some),
        activated: row.activated.map(Some),
        end: row.end.map(Some),
    );
}

/// The records that a granular relationship names: the customer, and the provider that prepared it.
fn mention(ledger: &mut Ledger, row: &AdminRow, us: TenantId) {
    if let Some(customer) = row.customer {
        ledger.mention_customer(customer, row.customer_name.as_ref());
    }
    if let Some(provider) = row.indirect_provider {
        ledger.mention(provider, Some(Role::IndirectProvider));
        if provider != us {
            ledger.mention(us, Some(Role::IndirectReseller));
        }
    }
}
