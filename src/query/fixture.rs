//! Books for the tests of this module: a small one that reads like the examples, and random ones.

use super::{Difference, Facts, Level};
use crate::model::*;
use std::collections::HashMap;

fn id(text: &str) -> TenantId {
    format!("00000000-0000-4000-8000-{text:0>12}").parse().unwrap()
}

fn sub(text: &str) -> SubscriptionId {
    SubscriptionId(id(text).0)
}

fn day(text: &str) -> Option<Day> {
    text.parse().ok()
}

fn moment(text: &str) -> Option<Moment> {
    text.parse().ok()
}

/// Two providers, two resellers, one that sells directly; four customers and their six subscriptions.
pub(super) fn book() -> Model {
    let mut model = Model::default();
    partners(&mut model);
    customers(&mut model);
    subscriptions(&mut model);
    relations(&mut model);
    model
}

fn partners(model: &mut Model) {
    let [nordlys, alpina, helvia, atelier, sud] = ["a1", "a2", "a3", "b1", "b2"].map(id);
    for (tenant, name, mpn, roles) in [
        (nordlys, "Nordlys Distribution", "1111", vec![Role::IndirectProvider]),
        (alpina, "Alpina Cloud", "2222", vec![Role::IndirectProvider]),
        (helvia, "Helvia Direct", "3333", vec![Role::DirectBill, Role::IndirectReseller]),
        (atelier, "Atelier Cloud", "4847383", vec![Role::IndirectReseller]),
        (sud, "Sud Conseil", "5555", vec![Role::IndirectReseller]),
    ] {
        let mpa_signed_on = day("2023-05-01").filter(|_| tenant == atelier);
        let partner = Partner {
            tenant,
            name: name.into(),
            partner_id: Some(mpn.into()),
            roles: roles.into(),
            mpa_signed_on,
            ..Partner::default()
        };
        model.put(partner.into());
    }
    for (provider, reseller) in [(nordlys, atelier), (alpina, sud)] {
        let id = PartnershipId::of(provider, reseller, 0);
        model.put(
            Partnership { id, provider, reseller, state: PartnershipState::Active, ..Partnership::default() }
                .into(),
        );
    }
}

fn customers(model: &mut Model) {
    for (tenant, name, domain, country, tag, note) in [
        ("c1", "Clinique du Parc", "parc.example", "FR", "", ""),
        ("c2", "Lycée Pasteur", "pasteur.example", "FR", "vip", ""),
        ("c3", "Orion Transport", "orion.example", "DE", "", "calls on Mondays"),
        ("c4", "Vidal Frères", "vidal.example", "", "", ""),
    ] {
        let tags = if tag.is_empty() { Vec::new() } else { vec![tag.into()] };
        let agreed = Agreement { date: day("2024-03-01"), ..Agreement::default() };
        let agreements = if tenant == "c1" { vec![agreed] } else { Vec::new() };
        let (tenant, country) = (id(tenant), country.parse().ok());
        let customer = Customer {
            tenant,
            name: name.into(),
            domain: domain.into(),
            country,
            tags,
            note: note.into(),
            agreements,
            ..Customer::default()
        };
        model.put(customer.into());
    }
}

fn subscriptions(model: &mut Model) {
    let clinique = || Subscription { customer: id("c1"), ..Subscription::default() };
    let nordlys = || Subscription { channel: Channel::CspIndirect, seller: Some(id("a1")), ..clinique() };
    let lycee =
        || Subscription { customer: id("c2"), supported_by: Some(id("b2")), ..Subscription::default() };
    let business = Subscription {
        id: sub("51"),
        name: "M365 Business Premium".into(),
        partner_of_record: Some("4847383".into()),
        quantity: Some(45),
        commitment_end: moment("2026-10-03"),
        auto_renew: Some(true),
        ..nordlys()
    };
    let azure = Subscription {
        id: sub("52"),
        name: "Azure plan".into(),
        offer_id: "MS-AZR-0145P".into(),
        partner_of_record: Some("9999999".into()),
        effective: moment("2026-09-12"),
        ..nordlys()
    };
    let dynamics = Subscription {
        id: sub("53"),
        name: "Dynamics 365 Sales".into(),
        channel: Channel::Ea,
        quantity: Some(12),
        commitment_end: moment("2026-09-28"),
        auto_renew: Some(false),
        ..lycee()
    };
    let office = Subscription {
        id: sub("54"),
        name: "Office 365 E3".into(),
        channel: Channel::MicrosoftDirect,
        quantity: Some(120),
        commitment_end: moment("2027-02-01"),
        auto_renew: Some(true),
        ..lycee()
    };
    let defender =
        Subscription { id: sub("55"), name: "Defender".into(), parent: Some(sub("51")), ..business.clone() };
    let visio = Subscription {
        id: sub("56"),
        name: "Visio Plan 2".into(),
        channel: Channel::Open,
        quantity: Some(5),
        status: Status::Expired,
        commitment_end: moment("2026-01-15"),
        customer: id("c4"),
        ..Subscription::default()
    };
    for subscription in [business, azure, dynamics, office, defender, visio] {
        model.put(subscription.into());
    }
}

fn relations(model: &mut Model) {
    let mut relate = |partner: &str, customer: &str, state, dap, via: Option<&str>| {
        let (partner, customer) = (id(partner), id(customer));
        let (id, via_provider) = (RelationshipId::of(partner, customer, 0), via.map(id));
        model.put(
            Relationship { id, partner, customer, state, dap, via_provider, ..Relationship::default() }
                .into(),
        );
    };
    relate("a1", "c1", RelationshipState::Active, Dap::Granted, None);
    relate("b1", "c1", RelationshipState::Active, Dap::NotRequested, None);
    relate("b2", "c1", RelationshipState::Requested, Dap::NotRequested, Some("a1"));
    relate("a1", "c2", RelationshipState::Active, Dap::NotRequested, None);
    relate("b1", "c3", RelationshipState::Active, Dap::NotRequested, None);
    relate("b2", "c3", RelationshipState::Removed, Dap::NotRequested, None);
    let admin = Admin {
        id: "own-7".parse().unwrap(),
        partner: Some(id("b2")),
        customer: Some(id("c3")),
        status: AdminStatus::Active,
        ..Admin::default()
    };
    model.put(admin.into());
    let record = Key::Customer(id("c2")).to_string();
    let waiver = Waiver {
        id: WaiverId::of("R-SUP-001", &record),
        rule: "R-SUP-001".into(),
        record: record.into(),
        until: day("2026-10-01"),
        ..Waiver::default()
    };
    model.put(waiver.into());
}

/// Findings, differences and marks on a few records.
pub(super) struct Known(HashMap<Key, u64>);

impl Default for Known {
    fn default() -> Self {
        let own =
            [(Key::Customer(id("c1")), 1), (Key::Customer(id("c2")), 2 + 4), (Key::Customer(id("c3")), 16)];
        // The clocks tell of the one admin relationship what is not written on it.
        let admin = "own-7".parse().ok().map(|id| (Key::Admin(id), 32));
        Self(own.into_iter().chain(admin).collect())
    }
}

impl Known {
    /// Any of it on any record.
    pub fn random(model: &Model, seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_add(99));
        Self(model.keys().map(|key| (key, dice.next() & dice.next())).collect())
    }

    fn is(&self, key: Key, bit: u64) -> bool {
        self.0.get(&key).is_some_and(|bits| bits & bit != 0)
    }
}

impl Facts for Known {
    fn worst(&self, key: Key) -> Option<Level> {
        [Level::Error, Level::Warning].into_iter().find(|level| self.has_level(key, *level))
    }
    fn has_level(&self, key: Key, level: Level) -> bool {
        match level {
            Level::Error => self.is(key, 1),
            Level::Warning => self.is(key, 2),
            Level::Hint => false,
        }
    }
    fn has_rule(&self, key: Key, rule: &str) -> bool {
        self.is(key, 1) && "R-SUP-001".starts_with(&rule.to_ascii_uppercase())
    }
    fn difference(&self, key: Key) -> Option<Difference> {
        match (self.is(key, 4), self.is(key, 8)) {
            (true, _) => Some(Difference::New),
            (false, true) => Some(Difference::Changed),
            (false, false) => None,
        }
    }
    fn is_marked(&self, key: Key) -> bool {
        self.is(key, 16)
    }
    fn until(&self, key: Key) -> Vec<Day> {
        day("2026-09-20").into_iter().filter(|_| self.is(key, 32)).collect()
    }
}

/// Numbers that look random and follow from their seed.
pub(super) struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) ^ (self.0 >> 11)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }

    fn maybe<T>(&mut self, value: T) -> Option<T> {
        (self.below(2) == 0).then_some(value)
    }

    fn tenant(&mut self, kind: char) -> TenantId {
        id(&format!("{kind}{}", self.below(5)))
    }

    fn moment(&mut self) -> Option<Moment> {
        let day = Day::new(2026, 8, 1).unwrap().plus(i32::try_from(self.below(120)).unwrap());
        self.maybe(day.start())
    }
}

const NAMES: &[&str] =
    &["Clinique du Parc", "Lycée Pasteur", "Sud Conseil", "Alpina Cloud", "Atelier Cloud", "Office 365", ""];

/// A book of up to a few dozen records whose relations may name what is not there.
pub(super) fn random_book(seed: u64) -> Model {
    let (mut model, mut d) = (Model::default(), Dice(seed));
    for _ in 0..d.below(6) {
        let roles = vec![d.one(Role::ALL), d.one(Role::ALL)].into();
        let (partner_id, country) = (d.maybe(d_mpn(seed)), d.one(&["FR", "DE", "US", ""]).parse().ok());
        let (tenant, name, cloud) = (d.tenant('a'), d.one(NAMES).into(), d.one(Cloud::ALL));
        let mpa_signed_on = d.moment().map(Moment::day);
        model.put(
            Partner { tenant, name, roles, partner_id, country, cloud, mpa_signed_on, ..Partner::default() }
                .into(),
        );
    }
    for _ in 0..d.below(8) {
        let (tenant, name, domain) =
            (d.tenant('c'), d.one(NAMES).into(), d.one(&["a.example", "parc.example", ""]).into());
        let (country, cloud) = (d.one(&["FR", "CH", ""]).parse().ok(), d.one(Cloud::ALL));
        let tags = d.maybe(vec!["VIP".into()]).unwrap_or_default();
        let date = d.moment().map(Moment::day);
        let agreements = d.maybe(vec![Agreement { date, ..Agreement::default() }]).unwrap_or_default();
        let note = d.one(&["", "x"]).into();
        model.put(
            Customer { tenant, name, domain, country, cloud, agreements, tags, note, ..Customer::default() }
                .into(),
        );
    }
    for _ in 0..d.below(12) {
        model.put(random_subscription(&mut d, seed).into());
    }
    for n in 0..d.below(8) {
        random_relation(&mut model, &mut d, n);
    }
    model
}

fn d_mpn(seed: u64) -> PartnerId {
    PartnerId::from(if seed.is_multiple_of(2) { "1111" } else { "2211" })
}

fn random_subscription(d: &mut Dice, seed: u64) -> Subscription {
    Subscription {
        id: sub(&format!("e{}", d.below(9))),
        customer: d.tenant('c'),
        name: d.one(NAMES).into(),
        friendly_name: d.one(&["", "Parc"]).into(),
        offer_id: d.one(&["", "MS-365"]).into(),
        channel: d.one(Channel::ALL),
        status: d.one(Status::ALL),
        seller: Some(d.tenant('a')).filter(|_| d.below(2) == 0),
        partner_of_record: d.maybe(d_mpn(seed / 2)),
        support_contact: Some(d.tenant('a')).filter(|_| d.below(4) == 0),
        supported_by: Some(d.tenant('a')).filter(|_| d.below(4) == 0),
        quantity: u32::try_from(d.below(12)).ok().filter(|n| *n > 0),
        parent: Some(sub(&format!("e{}", d.below(9)))).filter(|_| d.below(3) == 0),
        effective: d.moment(),
        commitment_end: d.moment(),
        auto_renew: d.one(&[None, Some(true), Some(false)]),
        ..Subscription::default()
    }
}

fn random_relation(model: &mut Model, d: &mut Dice, n: u64) {
    let (partner, other, customer) = (d.tenant('a'), d.tenant('a'), d.tenant('c'));
    let via_provider = d.maybe(other);
    let (state, dap) = (d.one(RelationshipState::ALL), d.one(Dap::ALL));
    let id = RelationshipId::of(partner, customer, 0);
    model.put(
        Relationship { id, partner, customer, state, dap, via_provider, ..Relationship::default() }.into(),
    );
    let id = PartnershipId::of(partner, other, 0);
    let (state, provider_has_access) = (d.one(PartnershipState::ALL), d.below(2) == 0);
    model.put(
        Partnership {
            id,
            provider: partner,
            reseller: other,
            state,
            provider_has_access,
            ..Partnership::default()
        }
        .into(),
    );
    let (id, end, status) = (AdminId(Guid::own(n + 1), None), d.moment(), d.one(AdminStatus::ALL));
    model.put(
        Admin { id, partner: d.maybe(partner), customer: d.maybe(customer), status, end, ..Admin::default() }
            .into(),
    );
    let (id, status) = (TransferId(Guid::own(n + 1)), d.one(TransferStatus::ALL));
    let (source, target, expires) = (Some(partner), d.maybe(other), d.moment());
    model.put(Transfer { id, customer, source, target, status, expires, ..Transfer::default() }.into());
    let record = Key::Customer(customer).to_string();
    let until = d.moment().map(Moment::day);
    model.put(
        Waiver {
            id: WaiverId::of("R-SUP-001", &record),
            rule: "R-SUP-001".into(),
            record: record.into(),
            until,
            ..Waiver::default()
        }
        .into(),
    );
}
