//! A book that is built as a user builds it: every record through an operation and the one door.

use partnerbook::edit::ops::{Ask, Purchase, Through};
use partnerbook::edit::{Book, Intent, Rejection};
use partnerbook::model::{
    Agreement, AgreementWay, Cloud, Customer, Day, Family, Guid, Key, Model, Partner, PartnerId,
    PartnershipId, Record, RelationshipId, Role, Subscription, SubscriptionId, TenantId, Transaction,
};
use partnerbook::rules::{Code, Finding, Severity};

/// A book under the rules of its day.
pub struct Network {
    pub book: Book,
    made: u8,
}

impl Network {
    /// An empty book, judged for a day.
    pub fn on(day: &str) -> Self {
        Self { book: Book::new(Model::default(), day.parse().unwrap()), made: 0 }
    }

    /// An empty book of today.
    pub fn new() -> Self {
        Self::on("2026-09-15")
    }

    pub fn model(&self) -> &Model {
        self.book.model()
    }

    fn today(&self) -> Day {
        self.book.today()
    }

    fn guid(&mut self) -> Guid {
        self.made += 1;
        Guid::from_bytes([0x5c, 0x2f, 0x7b, 0x1e, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, self.made])
    }

    /// The step of an intent, built on the book as it is.
    pub fn step(&self, intent: &Intent) -> Transaction {
        intent.transaction(self.model(), self.today()).unwrap()
    }

    /// Does it; the rules must allow it.
    pub fn done(&mut self, intent: &Intent) -> Vec<Finding> {
        let step = self.step(intent);
        match self.book.commit(step) {
            Ok(receipt) => receipt.appeared,
            Err(rejection) => panic!("{intent:?} is refused: {rejection:?}"),
        }
    }

    /// The rules that refuse it; the book must be as it was then.
    pub fn refused(&mut self, intent: &Intent) -> Vec<Code> {
        let (step, before) = (self.step(intent), self.model().clone());
        let Err(Rejection::Broken(findings)) = self.book.commit(step) else {
            panic!("{intent:?} is not refused")
        };
        assert_eq!(self.model(), &before);
        let mut codes: Vec<Code> = findings.iter().map(|finding| finding.rule).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// No error is left in the book.
    pub fn assert_clean(&self) {
        let grave: Vec<Finding> =
            self.book.findings().sorted().into_iter().filter(|f| f.severity <= Severity::Error).collect();
        assert_eq!(grave, []);
    }

    pub fn partner(&mut self, name: &str, country: &str, roles: &[Role]) -> TenantId {
        self.partner_in(name, country, roles, Cloud::Public)
    }

    pub fn partner_in(&mut self, name: &str, country: &str, roles: &[Role], cloud: Cloud) -> TenantId {
        let tenant = TenantId(self.guid());
        let partner_id = Some(PartnerId::from(format!("48470{:02}", self.made).as_str()));
        let (name, roles, country) = (name.into(), roles.to_vec().into(), country.parse().ok());
        let partner = Partner { tenant, name, roles, country, partner_id, cloud, ..Partner::default() };
        self.done(&Intent::Add(partner.into()));
        tenant
    }

    pub fn provider(&mut self, name: &str, country: &str) -> TenantId {
        self.partner(name, country, &[Role::IndirectProvider])
    }

    pub fn reseller(&mut self, name: &str, country: &str) -> TenantId {
        self.partner(name, country, &[Role::IndirectReseller])
    }

    pub fn direct_bill(&mut self, name: &str, country: &str) -> TenantId {
        self.partner(name, country, &[Role::DirectBill])
    }

    pub fn customer(&mut self, name: &str, country: &str) -> TenantId {
        self.customer_in(name, country, Cloud::Public)
    }

    pub fn customer_in(&mut self, name: &str, country: &str, cloud: Cloud) -> TenantId {
        let tenant = TenantId(self.guid());
        let (name, country) = (name.into(), country.parse().ok());
        let agreements = if cloud == Cloud::Public { agreed(self.today()) } else { Vec::new() };
        let customer = Customer { tenant, name, country, cloud, agreements, ..Customer::default() };
        self.done(&Intent::Add(customer.into()));
        tenant
    }

    /// A customer on a given tenant: the tenant of a partner, for one.
    pub fn customer_on(&mut self, tenant: TenantId, country: &str) {
        let (name, country) = ("its own tenant".into(), country.parse().ok());
        let agreements = agreed(self.today());
        self.done(&Intent::Add(Customer { tenant, name, country, agreements, ..Customer::default() }.into()));
    }

    /// OP-01 and OP-02.
    pub fn partners(&mut self, provider: TenantId, reseller: TenantId) -> PartnershipId {
        self.done(&Intent::InviteReseller { provider, reseller });
        let id = self.model().partnerships_between(provider, reseller).last().unwrap().id;
        self.done(&Intent::AcceptPartnership(id));
        id
    }

    /// OP-03 and OP-04.
    pub fn related(&mut self, partner: TenantId, customer: TenantId, through: Through) -> RelationshipId {
        self.done(&request(partner, customer, through));
        let id = self.model().relationships_between(partner, customer).last().unwrap().id;
        self.done(&Intent::AcceptRelationship(id));
        id
    }

    /// A subscription bought somewhere.
    pub fn bought(
        &mut self,
        customer: TenantId,
        purchase: Purchase,
        product: Subscription,
    ) -> SubscriptionId {
        let product = Subscription { id: SubscriptionId(self.guid()), ..product };
        let id = product.id;
        self.done(&Intent::AddSubscription { customer, purchase, product });
        id
    }

    pub fn sub(&self, id: SubscriptionId) -> Subscription {
        self.model().subscription(id).unwrap().clone()
    }

    /// The everyday case: a provider and its reseller, both with the customer.
    pub fn indirect(&mut self, provider: TenantId, reseller: TenantId, customer: TenantId) {
        self.partners(provider, reseller);
        self.related(reseller, customer, Through::Provider(provider));
    }

    pub fn get(&self, key: Key) -> Record {
        self.model().get(key).unwrap()
    }
}

/// The customer has accepted the Microsoft Customer Agreement itself, so that it may order (R-ENR-007).
pub fn agreed(date: Day) -> Vec<Agreement> {
    let way = Some(AgreementWay::DirectAcceptance);
    vec![Agreement { way, date: Some(date), ..Agreement::default() }]
}

/// OP-03, without privileges.
pub fn request(partner: TenantId, customer: TenantId, through: Through) -> Intent {
    Intent::RequestRelationship { partner, customer, through, ask: Ask::Relationship }
}

/// OP-08, without privileges.
pub fn further(partner: TenantId, customer: TenantId) -> Intent {
    Intent::AddPartner { partner, customer, through: Through::Alone, ask: Ask::Relationship }
}

/// Seats of Office.
pub fn office() -> Subscription {
    let name = "Office 365 E3".into();
    Subscription { name, family: Family::LicenseNce, quantity: Some(20), ..Subscription::default() }
}

/// An Azure plan.
pub fn azure() -> Subscription {
    Subscription { name: "Azure plan".into(), family: Family::AzurePlan, ..Subscription::default() }
}

/// A purchase of somebody.
pub fn purchase(customer: TenantId, purchase: Purchase, product: Subscription) -> Intent {
    Intent::AddSubscription { customer, purchase, product }
}
