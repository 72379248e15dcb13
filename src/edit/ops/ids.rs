//! Ids of our own for records whose real id is not known yet, found without a look at the whole book.

use crate::model::{
    GroupId, Guid, Key, Model, PartnershipId, RelationshipId, SubscriptionId, TableName, TenantId, Text,
    TransferId,
};

/// A number of our own that follows from the name and the size of the table, so that two people who type records
/// offline hardly ever give two of them one id. Tries the next ones while `taken`.
fn own(table: TableName, name: &Text, count: usize, taken: impl Fn(Guid) -> bool) -> Guid {
    let parts: [&[u8]; 4] =
        [b"own", table.code().as_bytes(), name.raw().as_bytes(), &(count as u64).to_le_bytes()];
    let [a, b, c, d, ..] = Guid::derived(&parts).bytes();
    let first = u64::from(u32::from_be_bytes([a, b, c, d])) + 1;
    (first..u64::MAX).map(Guid::own).find(|id| !taken(*id)).unwrap_or_default()
}

/// A tenant id of our own that neither a partner nor a customer has.
pub fn next_tenant(model: &Model, table: TableName, name: &Text) -> TenantId {
    let taken = |id| model.partners().contains(TenantId(id)) || model.customers().contains(TenantId(id));
    TenantId(own(table, name, model.count(table), taken))
}

/// A subscription id of our own.
pub fn next_subscription(model: &Model, name: &Text) -> SubscriptionId {
    let taken = |id| model.contains(Key::Subscription(SubscriptionId(id)));
    SubscriptionId(own(TableName::Subscription, name, model.count(TableName::Subscription), taken))
}

/// A group id of our own.
pub(super) fn next_group(model: &Model, name: &Text) -> GroupId {
    let taken = |id| model.contains(Key::Group(GroupId(id)));
    GroupId(own(TableName::Group, name, model.count(TableName::Group), taken))
}

/// A transfer id of our own.
pub fn next_transfer(model: &Model, customer: TenantId) -> TransferId {
    let taken = |id| model.contains(Key::Transfer(TransferId(id)));
    let name = customer.to_string().into();
    TransferId(own(TableName::Transfer, &name, model.count(TableName::Transfer), taken))
}

/// The id of a pair's next partnership.
pub(super) fn next_partnership(model: &Model, provider: TenantId, reseller: TenantId) -> PartnershipId {
    let earlier = model.partnerships_between(provider, reseller).count();
    let mut ids = (earlier..usize::MAX).map(|n| PartnershipId::of(provider, reseller, n));
    ids.find(|id| !model.contains(Key::Partnership(*id))).unwrap_or_default()
}

/// The id of a pair's next relationship.
pub(super) fn next_relationship(model: &Model, partner: TenantId, customer: TenantId) -> RelationshipId {
    let earlier = model.relationships_between(partner, customer).count();
    let mut ids = (earlier..usize::MAX).map(|n| RelationshipId::of(partner, customer, n));
    ids.find(|id| !model.contains(Key::Relationship(*id))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Customer, Partnership, Record};

    #[test]
    fn own_ids_are_free_and_differ_by_name() {
        let mut model = Model::default();
        let (a, b) = ("Vidal".into(), "Orion".into());
        let first = next_tenant(&model, TableName::Customer, &a);
        assert_ne!(first, next_tenant(&model, TableName::Customer, &b));
        assert!(first.0.own_number().is_some());
        let partner = crate::model::Partner { tenant: first, ..Default::default() };
        model.put(partner.into());
        assert_ne!(first, next_tenant(&model, TableName::Customer, &a), "a partner has it");
        let second = next_tenant(&model, TableName::Customer, &a);
        model.put(Record::Customer(Customer { tenant: second, ..Default::default() }));
        assert_ne!(second, next_tenant(&model, TableName::Customer, &a));
    }

    #[test]
    fn a_pair_that_lost_a_record_still_gets_a_free_id() {
        let (p, r) = (TenantId(Guid::own(1)), TenantId(Guid::own(2)));
        let mut model = Model::default();
        let id = PartnershipId::of(p, r, 1);
        model.put(Partnership { id, provider: p, reseller: r, ..Default::default() }.into());
        assert_eq!(next_partnership(&model, p, r), PartnershipId::of(p, r, 2));
    }
}
