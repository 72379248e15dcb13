//! What the demo tells on purpose: a customer to look at first, the other clouds, the rarer channels, groups,
//! a transfer, privileges at the end of their life.

use super::net::{Client, Net, Way};
use super::offers::Good;
use super::sales::NEAR;
use crate::model::{
    Admin, AdminId, AdminRole, AdminStatus, Channel, Cloud, Group, GroupId, Partner, Status, Subscription,
    Transfer, TransferId, TransferKind, TransferStatus,
};

/// Adds it all; a part whose partners are missing is left out.
pub(super) fn tell(net: &mut Net) {
    let parts: [fn(&mut Net) -> Option<()>; 7] =
        [clinic, government, china, channels, groups, transfer, privileges];
    for part in parts {
        // A part that lacks a partner adds nothing; the tests hold that none does.
        let _ = part(net);
    }
}

/// The customer of the guide: four channels, several partners, and a support contact without privileges.
fn clinic(net: &mut Net) -> Option<()> {
    let atelier = net.way("Nordlys Distribution", "Atelier Cloud")?;
    let sud = net.way("Nordlys Distribution", "Sud Conseil")?;
    let client = net.join("Clinique du Parc", "FR".parse().ok()?, &atelier);
    net.relate(&sud, client, client.since.plus(60));
    net.admin(atelier.front(), client, "Clinique du Parc");
    net.admin(&atelier.seller, client, "Clinique du Parc");
    let mut office = net.sell(&atelier, client, Good::Licence, None)?;
    net.renew(&mut office, "Microsoft 365 Business Basic", 45, 18);
    office.support_contact = Some(atelier.front().tenant);
    let addon = net.add_on(&atelier, client, &office)?;
    let mut plan = net.sell(&atelier, client, Good::AzurePlan, None)?;
    plan.support_contact = Some(sud.front().tenant);
    for record in [office, addon, plan] {
        net.model.put(record.into());
    }
    let elsewhere = [
        (Channel::Ea, "Dynamics 365 Sales", 12, 13),
        (Channel::MicrosoftDirect, "Office 365 E3", 120, 139),
        (Channel::Open, "Visio Plan 2", 5, 91),
    ];
    for (channel, name, seats, days) in elsewhere {
        let mut bought = net.bought(channel, client, Good::Elsewhere)?;
        net.renew(&mut bought, name, seats, days);
        bought.auto_renew = Some(channel == Channel::MicrosoftDirect);
        bought.supported_by = (channel == Channel::Ea).then_some(atelier.front().tenant);
        net.model.put(bought.into());
    }
    Some(())
}

/// Agencies in the cloud of the US government: one partner each, no customer agreement there.
fn government(net: &mut Net) -> Option<()> {
    let federal = net.direct(Cloud::UsGov)?;
    let country = "US".parse().ok()?;
    for name in [
        "Cedar Creek County",
        "Port of Granite Bay",
        "Prairie Water District",
        "Harbor Transit",
        "Maple Forest",
    ] {
        let since = net.rng.day(net.dates.customers, net.dates.today.plus(-200));
        let company = net.company(name, country, Cloud::UsGov);
        let client = Client { tenant: company.tenant, country, since };
        net.model.put(company.into());
        net.relate(&federal, client, since);
        net.delegate(client);
        let sold = net.sell(&federal, client, Good::Licence, None)?;
        net.model.put(sold.into());
    }
    Some(())
}

/// A customer in the cloud of 21Vianet, known by name only.
fn china(net: &mut Net) -> Option<()> {
    let mut company = net.company("Orion Precision Suzhou", "SG".parse().ok()?, Cloud::China21Vianet);
    let since = net.dates.customers.plus(100);
    let client = Client { tenant: company.tenant, country: company.country?, since };
    company.country = None;
    net.model.put(company.into());
    let mut bought = net.bought(Channel::China21Vianet, client, Good::Elsewhere)?;
    bought.currency = None;
    net.model.put(bought.into());
    Some(())
}

/// The channels that are rare: syndication, and one that the export does not name.
fn channels(net: &mut Net) -> Option<()> {
    let tyne = net.way("Meridian Supply", "Tyne Systems")?;
    let client = net.join("Kestrel Telecom", "GB".parse().ok()?, &tyne);
    net.admin(tyne.front(), client, "Kestrel Telecom");
    for channel in [Channel::Syndication, Channel::Unknown, Channel::Advisor] {
        let bought = net.bought(channel, client, Good::Elsewhere)?;
        net.model.put(bought.into());
    }
    Some(())
}

/// Two groups that are affiliated, one of companies and one of a partner.
fn groups(net: &mut Net) -> Option<()> {
    let (delta, tulip) = (GroupId(net.rng.guid()), GroupId(net.rng.guid()));
    net.model.put(Group { id: delta, name: "Delta Industries".into(), ..Group::default() }.into());
    let affiliates = vec![delta];
    net.model.put(Group { id: tulip, name: "Tulip Holding".into(), affiliates, ..Group::default() }.into());
    let alpina = net.way("Alpina Cloud", "Atelier Cloud")?;
    for name in ["Fonderie Delta et Fils", "Delta Composites"] {
        let client = net.customer(name, "FR".parse().ok()?, &alpina);
        let mut company = net.model.customer(client.tenant)?.clone();
        company.group = Some(delta);
        company.tags = vec!["vip".into()];
        net.model.put(company.into());
    }
    let partner = net.model.partner(net.account("Tulip Cloud")?.tenant)?.clone();
    net.model.put(Partner { group: Some(tulip), ..partner }.into());
    Some(())
}

/// A licence subscription on its way from one provider to another.
fn transfer(net: &mut Net) -> Option<()> {
    let kumo = net.way("Nordlys Distribution", "Kumo Services")?;
    let client = net.join("Hartmann Medizintechnik", "DE".parse().ok()?, &kumo);
    let target = net.way("Alpina Cloud", "Kumo Services")?;
    net.relate(&target, client, net.dates.today.plus(-30));
    // What the old provider attested does not carry over: the new one has an agreement of its own.
    let mut company = net.model.customer(client.tenant)?.clone();
    company.agreements.push(net.agreement(&target, &company, net.dates.today.plus(-28)));
    net.model.put(company.into());
    let mut sold = net.sell(&kumo, client, Good::Licence, None)?;
    net.renew(&mut sold, "Microsoft 365 Business Basic", 60, 140);
    let created = net.dates.today.plus(-6);
    let record = Transfer {
        id: TransferId(net.rng.guid()),
        customer: client.tenant,
        source: Some(kumo.seller.tenant),
        target: Some(target.seller.tenant),
        kind: TransferKind::NewCommerce,
        status: TransferStatus::Active,
        requested_by: Some(target.seller.tenant),
        partner_of_record: sold.partner_of_record.clone(),
        subscriptions: vec![sold.id],
        created: Some(created.start()),
        expires: Some(created.plus(30).start()),
        ..Transfer::default()
    };
    net.model.put(sold.into());
    net.model.put(record.into());
    Some(())
}

/// Granular privileges at other points of their life; those of 2024 lapse in six days (R-ADM-006).
fn privileges(net: &mut Net) -> Option<()> {
    let ponte = net.way("Alpina Cloud", "Ponte Digital")?;
    let client = net.join("Cartiera Adriatica", "IT".parse().ok()?, &ponte);
    let (support, helpdesk) =
        (AdminRole::ServiceSupportAdministrator.id(), AdminRole::HelpdeskAdministrator.id());
    let stages = [
        (AdminStatus::ApprovalPending, 8, "asked", vec![AdminRole::GlobalReader.id()]),
        (AdminStatus::Active, 724, "2024", vec![support, helpdesk]),
        (AdminStatus::Terminated, 400, "trial", vec![support]),
    ];
    for (status, ago, word, roles) in stages {
        let created = net.dates.today.plus(-ago);
        let activated = (status != AdminStatus::ApprovalPending).then(|| created.start());
        let record = Admin {
            id: AdminId(net.rng.guid(), Some(net.rng.guid())),
            name: format!("Cartiera Adriatica - {word}").into(),
            partner: Some(ponte.front().tenant),
            customer: Some(client.tenant),
            status,
            duration_days: Some(730),
            auto_extend_days: Some(0),
            assignments: activated.map(|_| net.assignment(&roles)).into_iter().collect(),
            roles,
            created: Some(created.start()),
            activated,
            end: activated.map(|_| created.plus(730).start()),
            ..Admin::default()
        };
        net.model.put(record.into());
    }
    Some(())
}

impl Net {
    /// A reseller with a provider, by their names.
    pub fn way(&self, seller: &str, reseller: &str) -> Option<Way> {
        Some(Way { seller: self.account(seller)?.clone(), reseller: Some(self.account(reseller)?.clone()) })
    }

    /// Makes a licence subscription active, of the first offer of this name, with so many seats, its term ending in so
    /// many days.
    pub fn renew(&self, sold: &mut Subscription, name: &str, seats: u32, days: i32) {
        let end = self.dates.today.plus(days);
        if let Some(offer) = self.offers.iter().find(|offer| offer.name == name) {
            (sold.name, sold.offer_id) = (offer.name.into(), offer.id.into());
            (sold.family, sold.term, sold.billing_cycle) = (offer.family, offer.term, offer.cycle);
        }
        sold.quantity = Some(seats);
        sold.status = Status::Active;
        sold.suspension_reasons.clear();
        sold.suspended_on = None;
        sold.auto_renew = Some(true);
        sold.renewal_decided = days <= NEAR;
        sold.creation = sold.term.months().map(|months| end.plus_months(-months).start());
        sold.effective = sold.creation;
        sold.commitment_end = Some(end.start());
    }
}
