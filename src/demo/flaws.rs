//! Deliberate findings of the demo: what each is, and nothing beside it. `tests.rs` lists what the rules say of them.

use super::net::{Client, Net, Way};
use super::offers::Good;
use crate::model::{
    AdminRole, BillingCycle, Channel, Dap, GroupId, Key, Partner, Partnership, PartnershipId,
    PartnershipState, Relationship, RelationshipState, Status, Subscription, SubscriptionId, TenantId, Term,
    Transfer, TransferId, TransferKind, TransferStatus, Waiver, WaiverId,
};

/// Adds them all.
pub(super) fn add(net: &mut Net) {
    let flaws: [fn(&mut Net) -> Option<()>; 21] = [
        two_regions,
        customer_of_another_region,
        sold_into_a_partner,
        sold_to_an_affiliate,
        seller_without_relationship,
        reseller_without_relationship,
        no_reseller_of_record,
        ended_partnership,
        two_plans,
        two_channels,
        odd_currency,
        privileges_removed,
        odd_labels,
        suspended_long,
        expired,
        add_on_without_base,
        undecided,
        odd_billing,
        delegated_of_old,
        global_administrator,
        roles_not_reviewed,
    ];
    for flaw in flaws {
        // A flaw that lacks a partner adds nothing; the tests hold that none does.
        let _ = flaw(net);
    }
}

/// A customer sold to in a way, with one licence subscription that is not put into the book yet.
fn sale(net: &mut Net, name: &str, country: &str, way: &Way) -> Option<(Client, Subscription)> {
    let client = net.join(name, country.parse().ok()?, way);
    let mut sold = net.sell(way, client, Good::Licence, None)?;
    net.renew(&mut sold, "Microsoft 365 Business Basic", 30, 77);
    Some((client, sold))
}

/// R-REG-002: a provider in the United States and a reseller in Spain.
fn two_regions(net: &mut Net) -> Option<()> {
    let (provider, reseller) =
        (net.account("Lakeshore Supply")?.tenant, net.account("Riva Networks")?.tenant);
    let since = net.dates.partnerships.plus(300);
    let record = Partnership {
        id: PartnershipId::of(provider, reseller, 0),
        provider,
        reseller,
        state: PartnershipState::Active,
        invited_on: Some(since),
        accepted_on: Some(since.plus(4)),
        ..Partnership::default()
    };
    net.model.put(record.into());
    Some(())
}

/// R-REG-001: a reseller in the United States with a customer in Canada.
fn customer_of_another_region(net: &mut Net) -> Option<()> {
    let way = Way { seller: net.account("Lakeside IT")?.clone(), reseller: None };
    let client = net.join("Maple Ridge Clinics", "CA".parse().ok()?, &way);
    let mut company = net.model.customer(client.tenant)?.clone();
    company.agreements.clear();
    net.model.put(company.into());
    Some(())
}

/// R-SELF-001: a reseller's own CSP tenant as a customer.
fn sold_into_a_partner(net: &mut Net) -> Option<()> {
    let way = Way { seller: net.account("Hanse Direkt")?.clone(), reseller: None };
    let tenant = net.account("Kumo Services")?.tenant;
    let country = "DE".parse().ok()?;
    let mut company = net.company("Kumo Services", country, way.seller.cloud);
    company.tenant = tenant;
    let client = Client { tenant, country, since: net.dates.today.plus(-40) };
    net.model.put(company.into());
    net.relate(&way, client, client.since);
    Some(())
}

/// R-SELF-002: a customer whose group is affiliated to that of its reseller.
fn sold_to_an_affiliate(net: &mut Net) -> Option<()> {
    let way = net.way("Meridian Supply", "Tulip Cloud")?;
    let (client, sold) = sale(net, "Delta Bloembollen", "NL", &way)?;
    let delta = net.model.groups().values().find(|group| group.name.raw() == "Delta Industries")?.id;
    put_in_group(net, client.tenant, delta)?;
    net.model.put(sold.into());
    Some(())
}

fn put_in_group(net: &mut Net, customer: TenantId, group: GroupId) -> Option<()> {
    let mut company = net.model.customer(customer)?.clone();
    company.group = Some(group);
    net.model.put(company.into());
    Some(())
}

/// R-REL-001: the provider's relationship was removed, its subscription runs on.
fn seller_without_relationship(net: &mut Net) -> Option<()> {
    let way = Way { seller: net.account("Hanse Direkt")?.clone(), reseller: None };
    let (client, sold) = sale(net, "Rheintal Spedition", "DE", &way)?;
    let removed = net.dates.today.plus(-12);
    change(net, client, way.seller.tenant, |relationship| {
        relationship.state = RelationshipState::Removed;
        relationship.removed_on = Some(removed);
    })?;
    net.model.put(sold.into());
    Some(())
}

/// R-REL-002: the reseller on record has no relationship of its own.
fn reseller_without_relationship(net: &mut Net) -> Option<()> {
    let way = net.way("Meridian Supply", "Breizh IT")?;
    let (client, sold) = sale(net, "Conserverie Le Goff", "FR", &way)?;
    let own = net.model.relationships_between(way.front().tenant, client.tenant).next()?.id;
    net.model.take(Key::Relationship(own));
    net.model.put(sold.into());
    Some(())
}

/// R-REL-005: an indirect sale without a reseller on record.
fn no_reseller_of_record(net: &mut Net) -> Option<()> {
    let way = net.way("Nordlys Distribution", "Helvia IT")?;
    let (_, mut sold) = sale(net, "Sucrerie Lambert", "BE", &way)?;
    sold.partner_of_record = None;
    net.model.put(sold.into());
    Some(())
}

/// R-PSH-004: the partnership has ended, two subscriptions still name the reseller.
fn ended_partnership(net: &mut Net) -> Option<()> {
    let way = net.way("Nordlys Distribution", "Tyne Systems")?;
    let (client, first) = sale(net, "Whitby Smokehouse", "GB", &way)?;
    let mut second = net.sell(&way, client, Good::Licence, None)?;
    net.renew(&mut second, "Microsoft 365 E5", 15, 150);
    net.model.put(first.into());
    net.model.put(second.into());
    Some(())
}

/// R-MP-003: two live Azure plans of one seller and reseller.
fn two_plans(net: &mut Net) -> Option<()> {
    let way = net.way("Nordlys Distribution", "Helvia IT")?;
    let client = net.join("Verrerie Claes", "BE".parse().ok()?, &way);
    for _ in 0..2 {
        let plan = net.sell(&way, client, Good::AzurePlan, None)?;
        net.model.put(plan.into());
    }
    Some(())
}

/// R-MC-003: Azure from an enterprise agreement still runs beside Azure from the partner.
fn two_channels(net: &mut Net) -> Option<()> {
    let way = net.way("Nordlys Distribution", "Helvia IT")?;
    let client = net.join("Filature Maes", "BE".parse().ok()?, &way);
    let plan = net.sell(&way, client, Good::AzurePlan, None)?;
    let azure = net.sell(&way, client, Good::Azure, Some(plan.id))?;
    let mut old = net.bought(Channel::Ea, client, Good::ElsewhereAzure)?;
    old.coexists = false;
    for mut record in [plan, azure, old] {
        // Both must have run for more than a month.
        record.creation = Some(client.since.start());
        record.effective = record.creation;
        net.model.put(record.into());
    }
    Some(())
}

/// R-REG-003: US dollars in Europe.
fn odd_currency(net: &mut Net) -> Option<()> {
    let way = net.way("Alpina Cloud", "Ponte Digital")?;
    let (_, mut sold) = sale(net, "Vetreria Moretti", "IT", &way)?;
    sold.currency = "USD".parse().ok();
    net.model.put(sold.into());
    Some(())
}

/// R-REL-009: the customer took the privileges away, the duty to support stays.
fn privileges_removed(net: &mut Net) -> Option<()> {
    let way = net.way("Meridian Supply", "Douro Tech")?;
    let (client, sold) = sale(net, "Cortiças Andrade", "PT", &way)?;
    change(net, client, way.front().tenant, |relationship| relationship.dap = Dap::RemovedByCustomer)?;
    net.model.put(sold.into());
    Some(())
}

/// R-ID-002 and R-ID-006: a head office id of three digits, and two companies with one domain, which is accepted.
fn odd_labels(net: &mut Net) -> Option<()> {
    let partner = net.model.partner(net.account("Douro Tech")?.tenant)?.clone();
    net.model.put(Partner { global_id: Some("991".into()), ..partner }.into());
    let way = net.way("Alpina Cloud", "Lac Services")?;
    let (client, sold) = sale(net, "Imprimerie du Lac", "CH", &way)?;
    net.model.put(sold.into());
    let (sister, sold) = sale(net, "Reliures du Lac", "CH", &way)?;
    net.model.put(sold.into());
    let mut company = net.model.customer(sister.tenant)?.clone();
    company.domain = net.model.customer(client.tenant)?.domain.clone();
    net.model.put(company.into());
    let record = Key::Customer(sister.tenant).to_string();
    let waiver = Waiver {
        id: WaiverId::of("R-ID-006", &record),
        rule: "R-ID-006".into(),
        record: record.into(),
        reason: "Two companies of one owner, one domain".into(),
        until: Some(net.dates.today.plus_months(6)),
    };
    net.model.put(waiver.into());
    Some(())
}

/// Another licence of a customer that is there, of an old offer or a new one, its term ending in so many days.
fn further(net: &mut Net, name: &str, way: &Way, offer: &str, days: i32) -> Option<(Client, Subscription)> {
    let company = net.model.customers().values().find(|customer| customer.name.raw() == name)?;
    let client =
        Client { tenant: company.tenant, country: company.country?, since: net.dates.today.plus(-400) };
    let mut sold = net.sell(way, client, Good::Licence, None)?;
    net.renew(&mut sold, offer, 25, days);
    Some((client, sold))
}

fn suspend(net: &Net, sold: &mut Subscription, days: i32) {
    sold.status = Status::Suspended;
    sold.suspended_on = Some(net.dates.today.plus(-days));
    sold.suspension_reasons = vec!["CustomerInitiated".into()];
}

/// R-SUB-006: an old licence suspended for 80 days; its data is deleted after 90.
fn suspended_long(net: &mut Net) -> Option<()> {
    let way = net.way("Alpina Cloud", "Ponte Digital")?;
    let (_, mut sold) = further(net, "Cartiera Adriatica", &way, "Exchange Online (Plan 2)", 150)?;
    suspend(net, &mut sold, 80);
    net.model.put(sold.into());
    Some(())
}

/// R-SUB-006: a licence of new commerce that ran out twelve days ago.
fn expired(net: &mut Net) -> Option<()> {
    let way = net.way("Meridian Supply", "Tyne Systems")?;
    let (_, mut sold) = further(net, "Kestrel Telecom", &way, "Microsoft 365 E5", -12)?;
    (sold.status, sold.auto_renew) = (Status::Expired, Some(false));
    net.model.put(sold.into());
    Some(())
}

/// R-SUB-008: the base was suspended, its add-on runs on.
fn add_on_without_base(net: &mut Net) -> Option<()> {
    let way = net.way("Alpina Cloud", "Ponte Digital")?;
    let (client, mut base) = further(net, "Vetreria Moretti", &way, "Exchange Online (Plan 1)", 150)?;
    let add_on = net.add_on(&way, client, &base)?;
    suspend(net, &mut base, 20);
    net.model.put(base.into());
    net.model.put(add_on.into());
    Some(())
}

/// R-SUB-007: the term ends within 30 days, and nobody has decided what follows.
fn undecided(net: &mut Net) -> Option<()> {
    let way = net.way("Meridian Supply", "Douro Tech")?;
    let (_, mut sold) = further(net, "Cortiças Andrade", &way, "Microsoft 365 E5", 12)?;
    sold.renewal_decided = false;
    net.model.put(sold.into());
    Some(())
}

/// R-SUB-009: a term of one month, billed by the year.
fn odd_billing(net: &mut Net) -> Option<()> {
    let way = net.way("Alpina Cloud", "Lac Services")?;
    let (_, mut sold) = further(net, "Imprimerie du Lac", &way, "Microsoft 365 Business Basic", 21)?;
    (sold.term, sold.billing_cycle) = (Term::P1M, BillingCycle::Annual);
    net.model.put(sold.into());
    Some(())
}

/// A customer that is there already, by its name.
fn client(net: &Net, name: &str) -> Option<Client> {
    let company = net.model.customers().values().find(|company| company.name.raw() == name)?;
    let relationships = net.model.relationships_of(company.tenant);
    let since = relationships.filter_map(|relationship| relationship.accepted_on).min()?;
    Some(Client { tenant: company.tenant, country: company.country?, since })
}

/// R-ADM-001: delegated privileges of old that nobody has taken away.
fn delegated_of_old(net: &mut Net) -> Option<()> {
    let (client, helvia) = (client(net, "Verrerie Claes")?, net.account("Helvia IT")?.tenant);
    change(net, client, helvia, |relationship| relationship.dap = Dap::Granted)
}

/// R-ADM-007: a global administrator, where less would do.
fn global_administrator(net: &mut Net) -> Option<()> {
    let (client, ponte) = (client(net, "Vetreria Moretti")?, net.account("Ponte Digital")?.clone());
    net.admin(&ponte, client, "Vetreria Moretti");
    let mut given = net.model.admin_between(ponte.tenant, client.tenant).next()?.clone();
    given.roles.push(AdminRole::GlobalAdministrator.id());
    given.auto_extend_days = Some(0);
    net.model.put(given.into());
    Some(())
}

/// R-TRF-005: licences went to another provider, and nobody has looked through the roles that the old one has.
fn roles_not_reviewed(net: &mut Net) -> Option<()> {
    let client = client(net, "Hartmann Medizintechnik")?;
    let (from, to) =
        (net.way("Nordlys Distribution", "Kumo Services")?, net.way("Alpina Cloud", "Kumo Services")?);
    let mut old = net.sell(&from, client, Good::Licence, None)?;
    net.renew(&mut old, "Microsoft 365 Business Basic", 20, 200);
    let (asked, moved) = (net.dates.today.plus(-25), net.dates.today.plus(-20).start());
    let new = Subscription {
        id: SubscriptionId(net.rng.guid()),
        seller: Some(to.seller.tenant),
        creation: Some(moved),
        effective: Some(moved),
        transferred_from: Some(old.id),
        ..old.clone()
    };
    (old.status, old.auto_renew) = (Status::Deleted, Some(false));
    let record = Transfer {
        id: TransferId(net.rng.guid()),
        customer: client.tenant,
        source: Some(from.seller.tenant),
        target: Some(to.seller.tenant),
        kind: TransferKind::NewCommerce,
        status: TransferStatus::Complete,
        requested_by: Some(to.seller.tenant),
        partner_of_record: new.partner_of_record.clone(),
        subscriptions: vec![old.id],
        created: Some(asked.start()),
        expires: Some(asked.plus(30).start()),
        completed: Some(moved),
        ..Transfer::default()
    };
    net.model.put(old.into());
    net.model.put(new.into());
    net.model.put(record.into());
    Some(())
}

/// Changes the relationship of a partner with a customer.
fn change(
    net: &mut Net,
    client: Client,
    partner: TenantId,
    how: impl FnOnce(&mut Relationship),
) -> Option<()> {
    let mut relationship = net.model.relationships_between(partner, client.tenant).next()?.clone();
    how(&mut relationship);
    net.model.put(relationship.into());
    Some(())
}
