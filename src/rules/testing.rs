//! A small builder of books for the tests of rules.

use super::{Code, Findings, Look, Reason, Severity, Step, Verdicts, judge};
use crate::model::{
    Admin, AdminId, AdminStatus, Change, Channel, Customer, Day, Entity, Family, Group, GroupId, Guid, Key,
    Model, Moment, Partner, PartnerId, Partnership, PartnershipId, PartnershipState, Relationship,
    RelationshipId, RelationshipState, Role, Subscription, SubscriptionId, TenantId, Transfer, TransferId,
    Verb,
};

/// A book under construction. Everything in it follows the rules until a test changes it.
#[derive(Clone)]
pub(crate) struct Books {
    pub model: Model,
    pub today: Day,
    made: u8,
}

/// A day in a test, like `2026-09-15`.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A moment in a test: the start of a day.
pub(crate) fn moment(text: &str) -> Moment {
    day(text).start()
}

macro_rules! edits {
    ($($name:ident($id:ty, $record:ident) of $table:ident;)*) => {$(
        #[doc = concat!("Changes a ", stringify!($record), " in place.")]
        pub fn $name(&mut self, id: $id, change: impl FnOnce(&mut $record)) {
            let mut record = self.model.$table().get(id).unwrap().clone();
            change(&mut record);
            self.model.put(record.into());
        }
    )*};
}

impl Books {
    pub fn new() -> Self {
        Self { model: Model::default(), today: day("2026-09-15"), made: 0 }
    }

    /// An id that the portal may have handed out: not one of our own.
    pub fn guid(&mut self) -> Guid {
        self.made += 1;
        Guid::from_bytes([0x5c, 0x2f, 0x7b, 0x1e, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, self.made])
    }

    pub fn provider(&mut self, name: &str, country: &str) -> TenantId {
        self.account(name, country, Role::IndirectProvider)
    }

    pub fn reseller(&mut self, name: &str, country: &str) -> TenantId {
        self.account(name, country, Role::IndirectReseller)
    }

    pub fn direct_bill(&mut self, name: &str, country: &str) -> TenantId {
        self.account(name, country, Role::DirectBill)
    }

    /// An account with one role and a location id of its own; no country when the text is empty.
    pub fn account(&mut self, name: &str, country: &str, role: Role) -> TenantId {
        let tenant = TenantId(self.guid());
        let partner_id = PartnerId::from(format!("48470{:02}", self.made).as_str());
        let (roles, country) = ([role].into(), country.parse().ok());
        self.put(Partner {
            tenant,
            name: name.into(),
            roles,
            country,
            partner_id: Some(partner_id),
            ..Partner::default()
        });
        tenant
    }

    pub fn customer(&mut self, name: &str, country: &str) -> TenantId {
        let tenant = TenantId(self.guid());
        self.put(Customer {
            tenant,
            name: name.into(),
            country: country.parse().ok(),
            ..Customer::default()
        });
        tenant
    }

    /// A customer on the tenant of a partner.
    pub fn customer_on(&mut self, tenant: TenantId) {
        let country = self.model.partner(tenant).unwrap().country;
        self.put(Customer { tenant, name: "the same tenant".into(), country, ..Customer::default() });
    }

    /// A group, with these partners and customers in it.
    pub fn group(&mut self, members: &[TenantId]) -> GroupId {
        let id = GroupId(self.guid());
        self.put(Group { id, name: "a group".into(), ..Group::default() });
        for member in members {
            if self.model.partner(*member).is_some() {
                self.edit_partner(*member, |p| p.group = Some(id));
            }
            if self.model.customer(*member).is_some() {
                self.edit_customer(*member, |c| c.group = Some(id));
            }
        }
        id
    }

    /// An active partnership.
    pub fn partnership(&mut self, provider: TenantId, reseller: TenantId) -> PartnershipId {
        let n = self.model.partnerships_between(provider, reseller).count();
        let id = PartnershipId::of(provider, reseller, n);
        let state = PartnershipState::Active;
        self.put(Partnership { id, provider, reseller, state, ..Partnership::default() });
        id
    }

    /// An active reseller relationship.
    pub fn relationship(&mut self, partner: TenantId, customer: TenantId) -> RelationshipId {
        let n = self.model.relationships_between(partner, customer).count();
        let id = RelationshipId::of(partner, customer, n);
        let state = RelationshipState::Active;
        self.put(Relationship { id, partner, customer, state, ..Relationship::default() });
        id
    }

    /// An active licence, indirect with this reseller on record, else sold by a direct-bill partner.
    pub fn sub(
        &mut self,
        customer: TenantId,
        seller: TenantId,
        reseller: Option<TenantId>,
    ) -> SubscriptionId {
        let id = SubscriptionId(self.guid());
        let record = reseller.and_then(|r| self.model.partner(r)).and_then(|r| r.partner_id.clone());
        self.put(Subscription {
            id,
            customer,
            name: "Microsoft 365 E3".into(),
            seller: Some(seller),
            channel: if reseller.is_some() { Channel::CspIndirect } else { Channel::CspDirect },
            partner_of_record: record,
            family: Family::LicenseNce,
            ..Subscription::default()
        });
        id
    }

    /// Active granular admin privileges.
    pub fn admin(&mut self, partner: TenantId, customer: TenantId, name: &str) -> AdminId {
        let id = AdminId(self.guid(), None);
        let status = AdminStatus::Active;
        let (partner, customer) = (Some(partner), Some(customer));
        self.put(Admin { id, name: name.into(), partner, customer, status, ..Admin::default() });
        id
    }

    pub fn transfer(&mut self, customer: TenantId, source: TenantId, target: TenantId) -> TransferId {
        let id = TransferId(self.guid());
        let (source, target) = (Some(source), Some(target));
        self.put(Transfer { id, customer, source, target, ..Transfer::default() });
        id
    }

    edits! {
        edit_partner(TenantId, Partner) of partners;
        edit_customer(TenantId, Customer) of customers;
        edit_sub(SubscriptionId, Subscription) of subscriptions;
        edit_partnership(PartnershipId, Partnership) of partnerships;
        edit_relationship(RelationshipId, Relationship) of relationships;
        edit_admin(AdminId, Admin) of admin;
        edit_group(GroupId, Group) of groups;
    }

    pub fn put<T: Entity + Into<crate::model::Record>>(&mut self, record: T) {
        self.model.put(record.into());
    }

    /// Judges for another day.
    pub fn on(&self, today: &str) -> Self {
        Self { today: day(today), ..self.clone() }
    }

    /// In which ways a rule does not hold on a record, in the order of the reasons.
    pub fn reasons(&self, rule: Code, key: Key) -> Vec<Reason> {
        self.graded(rule, key).into_iter().map(|(reason, _)| reason).collect()
    }

    /// The same, with how grave each is.
    pub fn graded(&self, rule: Code, key: Key) -> Vec<(Reason, Severity)> {
        let findings = Findings::of(&self.model, self.today);
        let of_rule = findings.on(key).iter().filter(|finding| finding.rule == rule);
        let mut reasons: Vec<_> = of_rule.map(|finding| (finding.reason, finding.severity)).collect();
        reasons.sort_unstable();
        reasons
    }

    /// True when a rule could not be judged on a record.
    pub fn unjudged(&self, rule: Code, key: Key) -> bool {
        Findings::of(&self.model, self.today).unjudged_on(key).iter().any(|gap| gap.rule == rule)
    }

    /// What the rules about edits say of a step, which is done on a copy: the rule, the way, the record.
    pub fn step(&self, verb: Verb, changes: &[Change]) -> Vec<(Code, Reason, Key)> {
        let mut after = self.model.clone();
        for record in changes.iter().filter_map(|change| change.after.clone()) {
            after.put(record);
        }
        for change in changes.iter().filter(|change| change.after.is_none()) {
            change.key().and_then(|key| after.take(key));
        }
        let (look, mut verdicts) = (Look { model: &after, today: self.today }, Verdicts::default());
        judge::step(&look, &Step { verb, changes, after: &after }, &mut verdicts);
        verdicts.findings.iter().map(|f| (f.rule, f.reason, f.subject)).collect()
    }

    /// What one rule about edits says of a step, by record.
    pub fn refused(&self, verb: Verb, rule: Code, changes: &[Change]) -> Vec<(Key, Reason)> {
        let found = self.step(verb, changes).into_iter().filter(|(code, ..)| *code == rule);
        let mut found: Vec<_> = found.map(|(_, reason, key)| (key, reason)).collect();
        found.sort_unstable();
        found
    }

    /// Everything the rules find, for tests of books that are right.
    pub fn all(&self) -> Vec<super::Finding> {
        Findings::of(&self.model, self.today).sorted()
    }
}

/// An everyday network: provider, reseller, customer, and an indirect licence.
pub(crate) struct Network {
    pub books: Books,
    pub provider: TenantId,
    pub reseller: TenantId,
    pub customer: TenantId,
    pub sub: SubscriptionId,
}

/// A network that keeps every rule.
pub(crate) fn network() -> Network {
    let mut books = Books::new();
    let provider = books.provider("Nordlys Distribution", "DE");
    let reseller = books.reseller("Atelier Cloud", "FR");
    let customer = books.customer("Clinique du Parc", "FR");
    books.partnership(provider, reseller);
    books.relationship(provider, customer);
    books.relationship(reseller, customer);
    let sub = books.sub(customer, provider, Some(reseller));
    Network { books, provider, reseller, customer, sub }
}

#[test]
fn an_everyday_network_keeps_every_rule() {
    assert_eq!(network().books.all(), []);
}
