//! Deliberate findings about enrolment, agreements and the tidiness of data: each on a customer of its own, of which
//! nothing else is to be said. `tests.rs` lists what the rules say of them.

use super::net::Net;
use crate::model::{
    AgreementWay, BillingCycle, Channel, Cloud, Customer, Family, Partner, Region, Relationship, Status,
    Subscription, TenantId, Term, region_of,
};

/// A customer with its one subscription, sold through a reseller and running.
struct Plain {
    customer: Customer,
    sold: Subscription,
    reseller: TenantId,
}

/// Adds them all.
pub(super) fn add(net: &mut Net) {
    let flaws: [fn(&mut Net, Plain); 8] = [
        sold_before_signing,
        agreed_after_the_order,
        attested_by_the_reseller,
        ended_before_it_began,
        record_of_nobody,
        password_in_a_note,
        number_too_short,
        number_missing,
    ];
    for (flaw, plain) in flaws.into_iter().zip(plain(net)) {
        flaw(net, plain);
    }
    contacts(net);
}

/// The customers of Europe that a flaw may be put on, in the order of their names.
fn plain(net: &Net) -> Vec<Plain> {
    let model = &net.model;
    let mut found: Vec<Plain> = model.customers().values().filter_map(|c| alone(net, c)).collect();
    found.sort_by(|a, b| (&a.customer.name, a.customer.tenant).cmp(&(&b.customer.name, b.customer.tenant)));
    // Far from each other, so that one screen does not show them all.
    let step = (found.len() / 8).max(1);
    found.into_iter().step_by(step).collect()
}

fn alone(net: &Net, c: &Customer) -> Option<Plain> {
    let mut all = net.model.subscriptions_of(c.tenant);
    let (Some(sold), None) = (all.next(), all.next()) else { return None };
    let licence = matches!(sold.family, Family::LicenseNce | Family::LicenseLegacy);
    let simple = sold.channel == Channel::CspIndirect && sold.status == Status::Active && licence;
    let in_europe = c.cloud == Cloud::Public && region_of(c.country?) == Some(Region::Europe);
    let euro = sold.currency.is_some_and(|currency| currency.as_str() == "EUR");
    let lone = net.model.relationships_of(c.tenant).count() == 2 && c.agreements.len() == 1;
    if !(simple && in_europe && euro && lone && c.group.is_none() && is_clean(net, c, sold)) {
        return None;
    }
    let reseller = net.model.reseller_of(sold)?.tenant;
    Some(Plain { customer: c.clone(), sold: sold.clone(), reseller })
}

/// Nothing that the other flaws touch: a reseller on record that works with the seller, a domain of its own.
fn is_clean(net: &Net, c: &Customer, sold: &Subscription) -> bool {
    let alone = net.model.customers_with_domain(&c.domain).count() == 1;
    let works = |r: &Partner| sold.seller.is_some_and(|seller| net.model.are_partners(seller, r.tenant));
    let related = net.model.relationships_of(c.tenant).all(Relationship::is_active_reseller);
    alone && related && sold.support_contact.is_none() && net.model.reseller_of(sold).is_some_and(works)
}

/// R-ENR-001: ordered in the first days of the agreement, before the seller had signed it.
fn sold_before_signing(net: &mut Net, plain: Plain) {
    let Plain { mut customer, mut sold, .. } = plain;
    let ordered = net.dates.programme.plus(-3);
    (sold.family, sold.term, sold.billing_cycle) = (Family::LicenseLegacy, Term::P1Y, BillingCycle::Annual);
    (sold.creation, sold.effective) = (Some(ordered.start()), Some(ordered.start()));
    customer.agreements.iter_mut().for_each(|a| a.date = Some(ordered.plus(-2)));
    net.model.put(customer.into());
    net.model.put(sold.into());
}

/// R-ENR-007: the agreement that is recorded came ten days after the order.
fn agreed_after_the_order(net: &mut Net, plain: Plain) {
    let Plain { mut customer, sold, .. } = plain;
    let late = sold.creation.map(|at| at.day().plus(10));
    customer.agreements.iter_mut().for_each(|a| a.date = late);
    net.model.put(customer.into());
}

/// R-ENR-008: the reseller attests, which it cannot.
fn attested_by_the_reseller(net: &mut Net, plain: Plain) {
    let Plain { mut customer, reseller, .. } = plain;
    for agreement in &mut customer.agreements {
        agreement.way = Some(AgreementWay::PartnerAttested);
        agreement.attested_by = Some(reseller);
    }
    net.model.put(customer.into());
}

/// R-HYG-001: deleted long ago, with an end before its beginning.
fn ended_before_it_began(net: &mut Net, plain: Plain) {
    let mut sold = plain.sold;
    sold.status = Status::Deleted;
    sold.auto_renew = Some(false);
    sold.commitment_end = sold.creation.map(|at| at.day().plus(-365).start());
    net.model.put(sold.into());
}

/// R-HYG-002: no partner of the book has the id on record.
fn record_of_nobody(net: &mut Net, plain: Plain) {
    let mut sold = plain.sold;
    sold.partner_of_record = Some("6047433".into());
    net.model.put(sold.into());
}

/// R-HYG-003: the answer of the portal was copied into the note, password and all.
fn password_in_a_note(net: &mut Net, plain: Plain) {
    let note = "userName: admin, password: 0Krha*Io".into();
    net.model.put(Customer { note, ..plain.customer }.into());
}

/// R-HYG-004: a company in Hungary, whose number lacks digits.
fn number_too_short(net: &mut Net, plain: Plain) {
    in_hungary(net, plain.customer, "1234567-8");
}

/// R-HYG-004: a company in Hungary, whose number nobody asked for.
fn number_missing(net: &mut Net, plain: Plain) {
    in_hungary(net, plain.customer, "");
}

fn in_hungary(net: &mut Net, customer: Customer, number: &str) {
    let (reg_number, phone) = (number.into(), "15550100".into());
    net.model.put(Customer { country: "HU".parse().ok(), reg_number, phone, ..customer }.into());
}

/// R-HYG-004 and R-ID-004: a contact on web mail, and a location in another country than its account.
fn contacts(net: &mut Net) {
    let found = |net: &Net, name: &str| net.model.partner(net.account(name)?.tenant).cloned();
    if let Some(partner) = found(net, "Douro Tech") {
        net.model.put(Partner { email: "dourotech@gmail.com".into(), ..partner }.into());
    }
    if let Some(partner) = found(net, "Prairie Systems") {
        net.model.put(Partner { location_country: "CA".parse().ok(), ..partner }.into());
    }
}
