//! The fields of a record as the filter language sees them: texts, words, numbers, days.

use super::facts::Facts;
use super::rec::Rec;
use super::term::{Term, region_word};
use crate::model::{
    Admin, AdminStatus, Channel, Country, Customer, Dap, Day, Model, Moment, Partner, PartnerId, Partnership,
    PartnershipState, Relationship, RelationshipState, Status, Subscription, TenantId, Transfer,
    TransferStatus, Waiver, market_of, region_of,
};

/// Shows every text of a field that is searched row by row.
pub(super) fn texts(term: Term, rec: Rec<'_>, model: &Model, see: &mut dyn FnMut(&str)) {
    let mut show = |text: &str| {
        if !text.is_empty() {
            see(text);
        }
    };
    match (term, rec) {
        (Term::Name, Rec::Subscription(s)) => [&s.name, &s.friendly_name].iter().for_each(|t| show(t.raw())),
        (Term::Name, rec) => show(model.name(rec.key()).raw()),
        (Term::Id, rec) => show(&rec.key().id_text()),
        (Term::Domain, Rec::Customer(c)) => {
            std::iter::once(&c.domain).chain(&c.custom_domains).for_each(|domain| show(domain.raw()));
        }
        (Term::PartnerId, Rec::Partner(p)) => p.partner_id.iter().for_each(|id| show(id.text().raw())),
        (Term::PartnerId, Rec::Subscription(s)) => {
            s.partner_of_record.iter().chain(&s.additional_partners).for_each(|id| show(id.text().raw()));
        }
        (Term::Product, Rec::Subscription(s)) => [&s.name, &s.offer_id].iter().for_each(|t| show(t.raw())),
        (Term::Tag, rec) => tags(rec).iter().for_each(|tag| show(tag.raw())),
        (Term::Note, rec) => show(note(rec)),
        (Term::Country, rec) => {
            if let Some(country) = country(rec) {
                show(country.as_str());
                show(market_of(country).map_or("", |market| market.name.as_str()));
            }
        }
        _ => {}
    }
}

fn tags(rec: Rec<'_>) -> &[crate::model::Text] {
    match rec {
        Rec::Partner(p) => &p.tags,
        Rec::Customer(c) => &c.tags,
        Rec::Subscription(s) => &s.tags,
        Rec::Partnership(_)
        | Rec::Relationship(_)
        | Rec::Admin(_)
        | Rec::Transfer(_)
        | Rec::Group(_)
        | Rec::Waiver(_) => &[],
    }
}

fn note(rec: Rec<'_>) -> &str {
    match rec {
        Rec::Partner(p) => p.note.raw(),
        Rec::Customer(c) => c.note.raw(),
        Rec::Subscription(s) => s.note.raw(),
        Rec::Partnership(p) => p.note.raw(),
        Rec::Relationship(r) => r.note.raw(),
        Rec::Admin(a) => a.note.raw(),
        Rec::Transfer(t) => t.note.raw(),
        Rec::Group(g) => g.note.raw(),
        Rec::Waiver(w) => w.reason.raw(),
    }
}

/// The country of a partner or a customer; other records have none of their own.
pub(super) fn country(rec: Rec<'_>) -> Option<Country> {
    match rec {
        Rec::Partner(p) => p.country,
        Rec::Customer(c) => c.country,
        Rec::Subscription(_)
        | Rec::Partnership(_)
        | Rec::Relationship(_)
        | Rec::Admin(_)
        | Rec::Transfer(_)
        | Rec::Group(_)
        | Rec::Waiver(_) => None,
    }
}

/// The number of a field; nothing when it is not known.
pub(super) fn number(term: Term, rec: Rec<'_>, model: &Model) -> Option<u64> {
    match (term, rec) {
        (Term::Seats, Rec::Subscription(s)) => s.quantity.map(u64::from),
        (Term::Partners, rec) => Some(partners(rec, model) as u64),
        (Term::Customers, Rec::Partner(p)) => {
            let rows = model.relationships().rows(model.links().relationships_by_partner.get(&p.tenant));
            Some(distinct(rows.filter(|r| is_open(r)).map(|r| r.customer)) as u64)
        }
        (Term::Subscriptions, Rec::Customer(c)) => {
            Some(model.links().subscriptions_by_customer.get(&c.tenant).len() as u64)
        }
        (Term::Subscriptions, Rec::Partner(p)) => Some(distinct(subscription_rows(p, model)) as u64),
        _ => None,
    }
}

fn subscription_rows(p: &Partner, model: &Model) -> impl Iterator<Item = crate::model::Row> {
    let links = model.links();
    let record =
        p.partner_id.as_ref().map_or(&[][..], |id| links.subscriptions_by_record.get(&id.canonical().into()));
    let others =
        [&links.subscriptions_by_seller, &links.subscriptions_by_support, &links.subscriptions_by_supporter];
    record.iter().chain(others.into_iter().flat_map(|by| by.get(&p.tenant))).copied()
}

fn partners(rec: Rec<'_>, model: &Model) -> usize {
    match rec {
        Rec::Customer(c) => {
            distinct(model.relationships_of(c.tenant).filter(|r| is_open(r)).map(|r| r.partner))
        }
        Rec::Partner(p) => {
            let links = model.links();
            let table = model.partnerships();
            let below = table.rows(links.partnerships_by_provider.get(&p.tenant));
            let above = table.rows(links.partnerships_by_reseller.get(&p.tenant));
            let other =
                |pair: &Partnership| if pair.provider == p.tenant { pair.reseller } else { pair.provider };
            distinct(below.chain(above).filter(|pair| is_standing(pair)).map(other))
        }
        Rec::Subscription(s) => {
            let record = model.reseller_of(s).map(|p| p.tenant);
            distinct([s.seller, record, s.support_contact, s.supported_by].into_iter().flatten())
        }
        Rec::Partnership(_)
        | Rec::Relationship(_)
        | Rec::Admin(_)
        | Rec::Transfer(_)
        | Rec::Group(_)
        | Rec::Waiver(_) => 0,
    }
}

fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> usize {
    let mut all: Vec<T> = items.collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// True until the relationship is removed: asked for, or active.
pub(super) fn is_open(r: &Relationship) -> bool {
    r.state != RelationshipState::Removed
}

/// True until the partnership is ended: invited, or active.
pub(super) fn is_standing(p: &Partnership) -> bool {
    p.state != PartnershipState::Ended
}

/// True when the subscription is over.
pub(super) fn is_over(s: &Subscription) -> bool {
    matches!(s.status, Status::Deleted | Status::Expired | Status::Disabled)
}

/// Shows every day of a field.
pub(super) fn days(term: Term, rec: Rec<'_>, model: &Model, facts: &dyn Facts, see: &mut dyn FnMut(Day)) {
    match (term, rec) {
        (Term::Until, rec) => each_until(rec, model, facts, see),
        (Term::Starts, Rec::Subscription(s)) => {
            s.effective.or(s.creation).map(Moment::day).into_iter().for_each(see);
        }
        (Term::Ends, Rec::Subscription(s)) => s.ends().into_iter().for_each(see),
        (Term::Agreement, Rec::Partner(p)) => p.mpa_signed_on.into_iter().for_each(see),
        (Term::Agreement, Rec::Customer(c)) => c.agreements.iter().filter_map(|a| a.date).for_each(see),
        _ => {}
    }
}

/// Shows the days until which a record holds: those written on it, and those that its clocks tell. A customer and a
/// relationship have the days of their granular privileges; a customer those of its transfers too.
fn each_until(rec: Rec<'_>, model: &Model, facts: &dyn Facts, see: &mut dyn FnMut(Day)) {
    match rec {
        Rec::Admin(a) => a.end.map(Moment::day).into_iter().for_each(&mut *see),
        Rec::Transfer(t) => t.expires.map(Moment::day).into_iter().for_each(&mut *see),
        Rec::Waiver(w) => w.until.into_iter().for_each(&mut *see),
        Rec::Relationship(r) => {
            model.admin_between(r.partner, r.customer).for_each(|a| each_until(a.into(), model, facts, see));
        }
        Rec::Customer(c) => {
            admin_of(c.tenant, model).for_each(|a| each_until(a.into(), model, facts, see));
            let transfers = model.transfers().rows(model.links().transfers_by_customer.get(&c.tenant));
            transfers.for_each(|t| each_until(t.into(), model, facts, see));
        }
        Rec::Partner(_) | Rec::Subscription(_) | Rec::Partnership(_) | Rec::Group(_) => {}
    }
    facts.until(rec.key()).into_iter().for_each(see);
}

/// Shows every word that a field of words has.
pub(super) fn words(term: Term, rec: Rec<'_>, model: &Model, today: Day, see: &mut dyn FnMut(&'static str)) {
    match (term, rec) {
        (Term::Status, rec) => status(rec, today).iter().for_each(|word| see(word)),
        (Term::Channel, Rec::Subscription(s)) => see(s.channel.short()),
        (Term::Renews, Rec::Subscription(s)) => see(match s.auto_renew {
            Some(true) => "auto",
            Some(false) => "no",
            None => "unknown",
        }),
        (Term::Privilege, rec) => {
            if has_dap(rec, model) {
                see("dap");
            }
            if has_gdap(rec, model) {
                see("gdap");
            }
        }
        (Term::Agreement, Rec::Partner(p)) => see(signed(p.mpa_signed_on.is_some())),
        (Term::Agreement, Rec::Customer(c)) => see(signed(!c.agreements.is_empty())),
        (Term::Region, rec) => country(rec).and_then(region_of).into_iter().for_each(|r| see(region_word(r))),
        (Term::Cloud, Rec::Partner(Partner { cloud, .. }) | Rec::Customer(Customer { cloud, .. })) => {
            see(cloud.code());
        }
        _ => {}
    }
}

/// True for the words that say that nothing is known.
pub(super) fn says_nothing(word: &str) -> bool {
    matches!(word, "unknown" | "missing")
}

fn signed(is: bool) -> &'static str {
    if is { "signed" } else { "missing" }
}

/// The words for where a record stands, the one shown first.
pub(super) fn status(rec: Rec<'_>, today: Day) -> &'static [&'static str] {
    match rec {
        Rec::Subscription(s) => match s.status {
            Status::Active => &["active"],
            Status::Pending => &["pending"],
            Status::Suspended => &["suspended"],
            Status::Deleted => &["ended", "deleted"],
            Status::Expired => &["ended", "expired"],
            Status::Disabled => &["ended", "disabled"],
            Status::None | Status::Other(_) => &[],
        },
        Rec::Partnership(p) => match p.state {
            PartnershipState::Invited => &["pending"],
            PartnershipState::Active => &["active"],
            PartnershipState::Ended => &["ended"],
            PartnershipState::Other(_) => &[],
        },
        Rec::Relationship(r) => match r.state {
            RelationshipState::Requested => &["pending"],
            RelationshipState::Active => &["active"],
            RelationshipState::Removed => &["ended"],
            RelationshipState::Other(_) => &[],
        },
        Rec::Admin(a) => admin_status(a),
        Rec::Transfer(t) => transfer_status(t),
        Rec::Waiver(w) if is_in_force(w, today) => &["active"],
        Rec::Waiver(_) => &["ended", "expired"],
        Rec::Partner(_) | Rec::Customer(_) | Rec::Group(_) => &[],
    }
}

fn admin_status(a: &Admin) -> &'static [&'static str] {
    match a.status {
        AdminStatus::Created
        | AdminStatus::ApprovalPending
        | AdminStatus::Approved
        | AdminStatus::Activating => &["pending"],
        AdminStatus::Active | AdminStatus::Expiring => &["active"],
        AdminStatus::Expired => &["ended", "expired"],
        AdminStatus::TerminationRequested | AdminStatus::Terminating | AdminStatus::Terminated => &["ended"],
        AdminStatus::Other(_) => &[],
    }
}

fn transfer_status(t: &Transfer) -> &'static [&'static str] {
    match t.status {
        TransferStatus::Active | TransferStatus::InProgress => &["pending"],
        TransferStatus::Expired => &["ended", "expired"],
        TransferStatus::Complete
        | TransferStatus::PartiallyComplete
        | TransferStatus::Reject
        | TransferStatus::Cancel => &["ended"],
        TransferStatus::Other(_) => &[],
    }
}

/// True while a waiver holds.
pub(super) fn is_in_force(waiver: &Waiver, today: Day) -> bool {
    waiver.until.is_none_or(|until| today <= until)
}

fn has_dap(rec: Rec<'_>, model: &Model) -> bool {
    match rec {
        Rec::Relationship(r) => r.dap == Dap::Granted,
        Rec::Customer(c) => model.relationships_of(c.tenant).any(|r| r.dap == Dap::Granted),
        Rec::Partner(_)
        | Rec::Subscription(_)
        | Rec::Partnership(_)
        | Rec::Admin(_)
        | Rec::Transfer(_)
        | Rec::Group(_)
        | Rec::Waiver(_) => false,
    }
}

fn has_gdap(rec: Rec<'_>, model: &Model) -> bool {
    match rec {
        Rec::Relationship(r) => model.admin_between(r.partner, r.customer).any(Admin::is_active),
        Rec::Customer(c) => admin_of(c.tenant, model).any(Admin::is_active),
        Rec::Admin(a) => a.is_active(),
        Rec::Partner(_)
        | Rec::Subscription(_)
        | Rec::Partnership(_)
        | Rec::Transfer(_)
        | Rec::Group(_)
        | Rec::Waiver(_) => false,
    }
}

fn admin_of(customer: TenantId, model: &Model) -> impl Iterator<Item = &Admin> {
    model.admin().rows(model.links().admin_by_customer.get(&customer))
}

/// True when access is left over from a relation that is gone: privileges without a reseller relationship, or a
/// provider's access to a reseller it is no partner of any more.
pub(super) fn is_leftover(rec: Rec<'_>, model: &Model) -> bool {
    let links = model.links();
    match rec {
        Rec::Relationship(r) => r.dap == Dap::Granted && !is_open(r),
        Rec::Partnership(p) => p.provider_has_access && !is_standing(p),
        Rec::Admin(a) => {
            let ends = a.partner.zip(a.customer);
            a.is_active() && ends.is_some_and(|(partner, customer)| !has_open(partner, customer, model))
        }
        Rec::Customer(c) => {
            model.relationships_of(c.tenant).any(|r| is_leftover(r.into(), model))
                || admin_of(c.tenant, model).any(|a| is_leftover(a.into(), model))
        }
        Rec::Partner(p) => {
            let relationships = model.relationships().rows(links.relationships_by_partner.get(&p.tenant));
            let admin = model.admin().rows(links.admin_by_partner.get(&p.tenant));
            let partnerships = model.partnerships().rows(links.partnerships_by_provider.get(&p.tenant));
            relationships
                .map(Rec::from)
                .chain(admin.map(Rec::from))
                .chain(partnerships.map(Rec::from))
                .any(|rec| is_leftover(rec, model))
        }
        Rec::Subscription(_) | Rec::Transfer(_) | Rec::Group(_) | Rec::Waiver(_) => false,
    }
}

fn has_open(partner: TenantId, customer: TenantId, model: &Model) -> bool {
    model.relationships_between(partner, customer).any(is_open)
}

/// True when add-ons hang on it: on the subscription itself, or on one of the customer's.
pub(super) fn has_addon(rec: Rec<'_>, model: &Model) -> bool {
    match rec {
        Rec::Subscription(s) => !model.links().subscriptions_by_parent.get(&s.id).is_empty(),
        Rec::Customer(c) => model.subscriptions_of(c.tenant).any(|s| s.parent.is_some()),
        Rec::Partner(_)
        | Rec::Partnership(_)
        | Rec::Relationship(_)
        | Rec::Admin(_)
        | Rec::Transfer(_)
        | Rec::Group(_)
        | Rec::Waiver(_) => false,
    }
}

/// True when no reseller stands between: a direct-bill partner, what it or Microsoft sold, who bought that.
pub(super) fn is_direct(rec: Rec<'_>, model: &Model) -> bool {
    match rec {
        Rec::Partner(p) => p.is_direct_bill(),
        Rec::Subscription(s) => matches!(s.channel, Channel::CspDirect | Channel::MicrosoftDirect),
        Rec::Customer(c) => model.subscriptions_of(c.tenant).any(|s| is_direct(s.into(), model)),
        Rec::Partnership(_)
        | Rec::Relationship(_)
        | Rec::Admin(_)
        | Rec::Transfer(_)
        | Rec::Group(_)
        | Rec::Waiver(_) => false,
    }
}

/// True when the customer has several partners, or it is about such a customer.
pub(super) fn is_shared(rec: Rec<'_>, model: &Model) -> bool {
    let shared = |id| model.customer(id).is_some_and(|c| partners(c.into(), model) > 1);
    match rec {
        Rec::Customer(c) => partners(c.into(), model) > 1,
        Rec::Subscription(s) => shared(s.customer),
        Rec::Relationship(r) => shared(r.customer),
        Rec::Partner(p) => {
            let links = model.links();
            let own = model.relationships().rows(links.relationships_by_partner.get(&p.tenant));
            own.filter(|r| is_open(r)).any(|r| shared(r.customer))
        }
        Rec::Partnership(_) | Rec::Admin(_) | Rec::Transfer(_) | Rec::Group(_) | Rec::Waiver(_) => false,
    }
}

/// The name, the second column and the partner id as they are written, for words with a capital letter.
pub(super) fn written(rec: Rec<'_>, model: &Model) -> String {
    let code = |id: &Option<PartnerId>| id.as_ref().map_or(String::new(), |id| id.text().raw().to_owned());
    match rec {
        Rec::Subscription(s) => format!("{} {}", s.name.raw(), s.friendly_name.raw()),
        Rec::Partner(p) => format!("{} {}", p.name.raw(), code(&p.partner_id)),
        Rec::Customer(c) => {
            let more: String = c.custom_domains.iter().flat_map(|domain| [" ", domain.raw()]).collect();
            format!("{} {}{more}", c.name.raw(), c.domain.raw())
        }
        Rec::Partnership(_)
        | Rec::Relationship(_)
        | Rec::Admin(_)
        | Rec::Transfer(_)
        | Rec::Group(_)
        | Rec::Waiver(_) => model.name(rec.key()).raw().to_owned(),
    }
}
