//! Which records must be judged again when one changes: its neighbourhood, looked up by links.

use crate::model::{
    Change, Customer, Key, Links, Model, Partner, Record, Row, Subscription, TableName, TenantId,
};
use rustc_hash::FxHashSet;

/// The records to judge again.
pub type Scope = FxHashSet<Key>;

/// Adds every record whose findings may depend on what a change touches: its neighbourhood, or the record alone when
/// only fields changed that no rule of another record reads. A note on a distributor judges nothing that it sells.
/// Names and mail addresses are not among them: they tell guesses of affiliation (R-SELF-002).
pub fn of_change(model: &Model, change: &Change, to: &mut Scope) {
    let Some(key) = change.key() else { return };
    if is_private(change) {
        to.insert(key);
    } else {
        add(model, key, to);
    }
}

/// True when the record is the same before and after but for what only its own rules read.
fn is_private(change: &Change) -> bool {
    match (&change.before, &change.after) {
        (Some(Record::Partner(before)), Some(Record::Partner(after))) => {
            let (phone, tags, note) = (after.phone.clone(), after.tags.clone(), after.note.clone());
            *after == Partner { phone, tags, note, ..before.clone() }
        }
        (Some(Record::Customer(before)), Some(Record::Customer(after))) => {
            let (phone, tags, note) = (after.phone.clone(), after.tags.clone(), after.note.clone());
            *after == Customer { phone, tags, note, ..before.clone() }
        }
        (Some(Record::Subscription(before)), Some(Record::Subscription(after))) => {
            let (friendly_name, tags, note) =
                (after.friendly_name.clone(), after.tags.clone(), after.note.clone());
            *after == Subscription { friendly_name, tags, note, ..before.clone() }
        }
        _ => false,
    }
}

/// Adds every record whose findings may depend on the one with this key. Called on the book before an edit and on
/// the book after it, so that both the old and the new neighbours are found.
pub fn add(model: &Model, key: Key, to: &mut Scope) {
    to.insert(key);
    let near = Near { model, links: model.links() };
    match key {
        Key::Partner(id) => near.partner(id, to),
        Key::Customer(id) => near.customer(id, to),
        Key::Subscription(id) => {
            if let Some(subscription) = model.subscription(id) {
                near.customers_records(subscription.customer, to);
                to.extend(subscription.parent.map(Key::Subscription));
                to.extend(subscription.transferred_from.map(Key::Subscription));
                if let Some(origin) = subscription.transferred_from {
                    near.rows(TableName::Transfer, near.links.transfers_by_subscription.get(&origin), to);
                }
            }
            near.rows(TableName::Subscription, near.links.subscriptions_by_parent.get(&id), to);
            near.rows(TableName::Subscription, near.links.subscriptions_by_origin.get(&id), to);
            near.rows(TableName::Transfer, near.links.transfers_by_subscription.get(&id), to);
        }
        Key::Partnership(id) => {
            if let Some(p) = model.partnerships().get(id) {
                near.pair(p.provider, p.reseller, to);
            }
        }
        Key::Relationship(id) => {
            if let Some(r) = model.relationships().get(id) {
                to.insert(Key::Partner(r.partner));
                near.customers_records(r.customer, to);
                near.partnerships_of_pair(r.partner, r.customer, to);
            }
        }
        Key::Admin(id) => {
            if let Some(admin) = model.admin().get(id) {
                admin.customer.into_iter().for_each(|customer| near.customers_records(customer, to));
                if let Some(partner) = admin.partner {
                    to.extend(model.admin_with_name(partner, &admin.name).map(|a| Key::Admin(a.id)));
                }
            }
        }
        Key::Transfer(id) => {
            if let Some(transfer) = model.transfers().get(id) {
                near.customers_records(transfer.customer, to);
                to.extend(transfer.subscriptions.iter().copied().map(Key::Subscription));
            }
        }
        Key::Group(id) => near.group(id, to),
        Key::Waiver(id) => {
            let record = model.waivers().get(id).map(|waiver| waiver.record.raw().parse::<Key>());
            to.extend(record.and_then(Result::ok));
        }
    }
}

struct Near<'a> {
    model: &'a Model,
    links: &'a Links,
}

impl Near<'_> {
    fn rows(&self, table: TableName, rows: &[Row], to: &mut Scope) {
        to.extend(rows.iter().filter_map(|row| self.model.key_at(table, *row)));
    }

    /// The customer and everything that is recorded about it.
    fn customers_records(&self, customer: TenantId, to: &mut Scope) {
        to.insert(Key::Customer(customer));
        self.rows(TableName::Relationship, self.links.relationships_by_customer.get(&customer), to);
        self.rows(TableName::Subscription, self.links.subscriptions_by_customer.get(&customer), to);
        self.rows(TableName::Admin, self.links.admin_by_customer.get(&customer), to);
        self.rows(TableName::Transfer, self.links.transfers_by_customer.get(&customer), to);
    }

    fn customer(&self, id: TenantId, to: &mut Scope) {
        self.customers_records(id, to);
        // A tenant may be a partner and a customer at once: that is what the ban on self-dealing is about.
        to.insert(Key::Partner(id));
        self.partnerships(id, to);
        if let Some(customer) = self.model.customer(id) {
            to.extend(self.model.customers_with_domain(&customer.domain).map(|c| Key::Customer(c.tenant)));
        }
    }

    fn partnerships(&self, partner: TenantId, to: &mut Scope) {
        self.rows(TableName::Partnership, self.links.partnerships_by_provider.get(&partner), to);
        let mine = self.links.partnerships_by_reseller.get(&partner);
        self.rows(TableName::Partnership, mine, to);
        self.model.partnerships().rows(mine).for_each(|p| self.of_unlocated(p.provider, to));
    }

    /// The resellers of a provider whose country is not known are held against each other (R-REG-002).
    fn of_unlocated(&self, provider: TenantId, to: &mut Scope) {
        if self.model.partner(provider).is_some_and(|p| p.country.is_none()) {
            self.rows(TableName::Partnership, self.links.partnerships_by_provider.get(&provider), to);
        }
    }

    fn partnerships_of_pair(&self, a: TenantId, b: TenantId, to: &mut Scope) {
        to.extend(self.model.partnerships_between(a, b).map(|p| Key::Partnership(p.id)));
    }

    fn partner(&self, id: TenantId, to: &mut Scope) {
        self.partnerships(id, to);
        self.rows(TableName::Relationship, self.links.relationships_by_partner.get(&id), to);
        self.rows(TableName::Relationship, self.links.relationships_by_via_provider.get(&id), to);
        self.rows(TableName::Subscription, self.links.subscriptions_by_seller.get(&id), to);
        self.rows(TableName::Subscription, self.links.subscriptions_by_support.get(&id), to);
        self.rows(TableName::Subscription, self.links.subscriptions_by_supporter.get(&id), to);
        self.rows(TableName::Admin, self.links.admin_by_partner.get(&id), to);
        self.rows(TableName::Transfer, self.links.transfers_by_partner.get(&id), to);
        self.rows(TableName::Admin, self.links.admin_by_indirect_provider.get(&id), to);
        self.rows(TableName::Customer, self.links.customers_by_named_partner.get(&id), to);
        // A tenant may be named as a customer without being one in the book.
        self.customers_records(id, to);
        let Some(partner) = self.model.partner(id) else { return };
        for location in partner.partner_id.iter().chain(&partner.global_id) {
            let location = location.canonical().into();
            self.rows(TableName::Partner, self.links.partners_by_partner_id.get(&location), to);
            self.rows(TableName::Partner, self.links.partners_by_global_id.get(&location), to);
            self.rows(TableName::Subscription, self.links.subscriptions_by_record.get(&location), to);
        }
        partner.group.into_iter().for_each(|group| self.covered(group, to));
        for row in partner.group.map(|g| self.links.customers_by_group.get(&g)).unwrap_or_default() {
            if let Some(customer) = self.model.customers().at(*row) {
                self.customers_records(customer.tenant, to);
            }
        }
    }

    /// The signature of one account may cover the others of its group, and what they sell (R-ENR-001).
    fn covered(&self, group: crate::model::GroupId, to: &mut Scope) {
        for partner in self.model.partners_of_group(group) {
            let tenant = partner.tenant;
            self.rows(TableName::Subscription, self.links.subscriptions_by_seller.get(&tenant), to);
            self.rows(TableName::Partnership, self.links.partnerships_by_reseller.get(&tenant), to);
            if let Some(id) = &partner.partner_id {
                let sold = self.links.subscriptions_by_record.get(&id.canonical().into());
                self.rows(TableName::Subscription, sold, to);
            }
        }
    }

    /// Two partners, and every subscription that one sells with the other on record.
    fn pair(&self, provider: TenantId, reseller: TenantId, to: &mut Scope) {
        to.extend([Key::Partner(provider), Key::Partner(reseller)]);
        self.partnerships_of_pair(provider, reseller, to);
        self.of_unlocated(provider, to);
        to.extend(self.model.relationships_between(provider, reseller).map(|r| Key::Relationship(r.id)));
        let by_reseller = self.links.relationships_by_partner.get(&reseller);
        let through =
            self.model.relationships().rows(by_reseller).filter(|r| r.via_provider == Some(provider));
        to.extend(through.map(|r| Key::Relationship(r.id)));
        let id = self.model.partner(reseller).and_then(|r| r.partner_id.as_ref());
        let rows = id.map(|id| self.links.subscriptions_by_record.get(&id.canonical().into()));
        let sold = self.model.subscriptions().rows(rows.unwrap_or_default());
        to.extend(sold.filter(|s| s.seller == Some(provider)).map(|s| Key::Subscription(s.id)));
    }

    fn group(&self, id: crate::model::GroupId, to: &mut Scope) {
        let affiliates = self.model.groups().get(id).map(|g| g.affiliates.clone()).unwrap_or_default();
        let named_by = self.model.groups().rows(self.links.groups_by_affiliate.get(&id)).map(|g| g.id);
        for group in affiliates.into_iter().chain(named_by).chain([id]) {
            to.insert(Key::Group(group));
            for row in self.links.partners_by_group.get(&group) {
                if let Some(partner) = self.model.partners().at(*row) {
                    to.insert(Key::Partner(partner.tenant));
                    self.partner(partner.tenant, to);
                }
            }
            for row in self.links.customers_by_group.get(&group) {
                if let Some(customer) = self.model.customers().at(*row) {
                    self.customers_records(customer.tenant, to);
                }
            }
        }
    }
}
