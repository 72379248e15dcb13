//! A small book of its own for pictures of the screen: the demo may change without them.

use partnerbook::edit::Book;
use partnerbook::model::{
    Admin, AdminId, AdminStatus, Channel, Customer, Dap, Day, Family, Guid, Model, Partner, Partnership,
    PartnershipId, PartnershipState, Relationship, RelationshipId, RelationshipState, Role, Status,
    Subscription, SubscriptionId, TenantId, Transfer, TransferId, TransferKind, TransferStatus,
};

/// The day of the small book.
pub const TODAY: &str = "2026-09-15";

/// The tenant of a record by its number.
pub fn tenant(n: u8) -> TenantId {
    TenantId(guid(n))
}

fn guid(n: u8) -> Guid {
    format!("5c2f7b1e-0000-4000-8000-0000000000{n:02x}").parse().unwrap()
}

fn day() -> Day {
    TODAY.parse().unwrap()
}

fn account(n: u8, name: &str, role: Role, country: &str) -> Partner {
    Partner {
        tenant: tenant(n),
        name: name.into(),
        roles: [role].into(),
        country: country.parse().ok(),
        partner_id: Some(format!("51204{n:02}").as_str().into()),
        mpa_signed_on: Some(day().plus(-900)),
        ..Partner::default()
    }
}

fn customer(n: u8, name: &str, country: &str) -> Customer {
    Customer {
        tenant: tenant(n),
        name: name.into(),
        domain: format!("customer{n}.onmicrosoft.com").as_str().into(),
        country: country.parse().ok(),
        ..Customer::default()
    }
}

fn relationship(partner: u8, customer: u8) -> Relationship {
    Relationship {
        id: RelationshipId::of(tenant(partner), tenant(customer), 0),
        partner: tenant(partner),
        customer: tenant(customer),
        state: RelationshipState::Active,
        ..Relationship::default()
    }
}

fn subscription(n: u8, name: &str) -> Subscription {
    Subscription {
        id: SubscriptionId(guid(n)),
        customer: tenant(5),
        name: name.into(),
        family: Family::LicenseNce,
        status: Status::Active,
        quantity: Some(45),
        ..Subscription::default()
    }
}

/// Two providers in two regions, two resellers, two customers, what binds them, and two subscriptions.
pub fn model() -> Model {
    let mut model = Model::default();
    model.put(account(1, "Nordlys Distribution", Role::IndirectProvider, "DK").into());
    model.put(account(2, "Lakeshore Supply", Role::IndirectProvider, "US").into());
    model.put(account(3, "Atelier Cloud", Role::IndirectReseller, "FR").into());
    model.put(account(4, "Lakeside IT", Role::IndirectReseller, "US").into());
    model.put(account(9, "Ponte Digital", Role::IndirectReseller, "IT").into());
    model.put(customer(5, "Clinique du Parc", "FR").into());
    model.put(customer(6, "Orion Transport", "DE").into());
    let partnership = Partnership {
        id: PartnershipId::of(tenant(1), tenant(3), 0),
        provider: tenant(1),
        reseller: tenant(3),
        state: PartnershipState::Active,
        ..Partnership::default()
    };
    model.put(partnership.into());
    model.put(relationship(1, 5).into());
    model.put(relationship(3, 5).into());
    let sold = Subscription {
        channel: Channel::CspIndirect,
        seller: Some(tenant(1)),
        partner_of_record: Some("5120403".into()),
        support_contact: Some(tenant(4)),
        ..subscription(7, "Azure plan")
    };
    model.put(sold.into());
    model.put(Subscription { channel: Channel::Ea, ..subscription(8, "Dynamics 365 Sales") }.into());
    model
}

/// The small book, judged, as the portal has it.
pub fn book() -> Book {
    let model = model();
    let findings = partnerbook::rules::Findings::of(&model, day());
    Book::with_findings(model.clone(), model, findings, day()).dated(Some(day()))
}

/// Gives the small book a past and plans: privileges in force and asked for, what outlived a removed relationship and
/// a transfer, a subscription supported elsewhere, and a customer that two resellers share.
pub fn eventful() -> Book {
    let portal = lived_in();
    let mut model = portal.clone();
    model.put(Relationship { state: RelationshipState::Requested, ..relationship(9, 5) }.into());
    let findings = partnerbook::rules::Findings::of(&model, day());
    Book::with_findings(model, portal, findings, day()).dated(Some(day()))
}

fn lived_in() -> Model {
    let mut model = model();
    let since = |days| Some(day().plus(days));
    model.put(Relationship { dap: Dap::Granted, accepted_on: since(-950), ..relationship(1, 5) }.into());
    model.put(relationship(3, 6).into());
    model.put(relationship(9, 6).into());
    let removed = Relationship {
        state: RelationshipState::Removed,
        dap: Dap::Granted,
        accepted_on: since(-1500),
        removed_on: since(-900),
        ..relationship(2, 5)
    };
    model.put(removed.into());
    let admin = Admin {
        id: AdminId(guid(10), None),
        name: "Clinique support".into(),
        partner: Some(tenant(3)),
        customer: Some(tenant(5)),
        status: AdminStatus::Active,
        roles: ["f2ef992c-3afb-46b9-b7cf-a126ee74c451", "729827e3-9c14-49f7-bb1b-9608f156bbb8"]
            .map(|id| id.parse().unwrap())
            .into(),
        activated: since(-100).map(Day::start),
        end: since(80).map(Day::start),
        ..Admin::default()
    };
    model.put(admin.into());
    let moved = Transfer {
        id: TransferId(guid(11)),
        customer: tenant(5),
        source: Some(tenant(2)),
        target: Some(tenant(1)),
        kind: TransferKind::AzurePlan,
        status: TransferStatus::Complete,
        completed: since(-900).map(Day::start),
        ..Transfer::default()
    };
    model.put(moved.into());
    model.put(Subscription { parent: Some(SubscriptionId(guid(12))), ..sold(13, "Defender add-on") }.into());
    model.put(Subscription { support_contact: Some(tenant(3)), ..sold(12, "M365 Business Premium") }.into());
    model.put(Subscription { channel: Channel::MicrosoftDirect, ..subscription(14, "Office 365 E3") }.into());
    model
}

/// A licence that the provider sells through its reseller.
fn sold(n: u8, name: &str) -> Subscription {
    Subscription {
        channel: Channel::CspIndirect,
        seller: Some(tenant(1)),
        partner_of_record: Some("5120403".into()),
        commitment_end: Some(day().plus(18).start()),
        auto_renew: Some(true),
        ..subscription(n, name)
    }
}

/// The small book with so many subscriptions of the reseller, spread over customers that provider and reseller share.
pub fn busy(subscriptions: u8) -> Book {
    let mut model = model();
    for n in 0..subscriptions {
        let of = 40 + n % 5;
        model.put(customer(of, &format!("Lycée {}", of - 39), "FR").into());
        model.put(relationship(1, of).into());
        model.put(relationship(3, of).into());
        let name = format!("Microsoft 365 E3 ({n})");
        model.put(Subscription { customer: tenant(of), ..sold(100 + n, &name) }.into());
    }
    let findings = partnerbook::rules::Findings::of(&model, day());
    Book::with_findings(model.clone(), model, findings, day()).dated(Some(day()))
}
