//! What stands below each kind of place.

use super::{Branch, Ground, Item, Lens};
use crate::model::{
    Dap, Key, Model, Partner, Partnership, Relationship, Subscription, SubscriptionId, TenantId,
};
use crate::survey::who::{rights_of, supporter_of};
use rustc_hash::FxHashSet;

/// Places, record by record: nothing for a record that does not belong here, so that whoever asks can stop after so many
/// records.
pub(super) type Items<'a> = Box<dyn Iterator<Item = Option<Item>> + 'a>;

/// What stands below a place, before the lens drops what has no problem.
pub(super) fn items<'a>(ground: &Ground<'a>, item: Item) -> Items<'a> {
    let model = ground.model;
    match item {
        Item::Root(key) => {
            let branches = branches(ground.lens, key).iter();
            Box::new(branches.map(move |branch| Some(Item::Branch(*branch, key))))
        }
        Item::Branch(branch, key) => of_branch(ground, branch, key),
        Item::Record(Key::Subscription(id)) => list(add_ons(model, id)),
        Item::Tie { by: Key::Partnership(id), to: Key::Partner(other), .. } => {
            model.partnerships().get(id).map_or_else(none, |p| shared(model, p, other))
        }
        Item::Tie { from, to: Key::Customer(customer), .. } => list(of_partner(model, customer, from)),
        Item::Seller { customer, seller } => list(of_seller(model, customer, seller)),
        Item::Reseller { customer, seller, reseller } => {
            let on = |s: &Subscription| s.seller == Some(seller) && on_record(model, s) == Some(reseller);
            list(subscriptions(model, customer, on))
        }
        Item::Elsewhere { customer, channel } => {
            list(subscriptions(model, customer, |s| s.seller.is_none() && s.channel == channel))
        }
        Item::Supporter { customer, by } => {
            let mine = model.subscriptions_of(customer).filter(|s| supporter_of(s) == Some(by));
            list(mine.map(|s| subscription(s.id)).collect())
        }
        Item::Record(_) | Item::Tie { .. } | Item::Party { .. } | Item::Right { .. } => none(),
    }
}

/// How many places stand below one, where that is known without a look at each: nothing is dropped there.
pub(super) fn known(ground: &Ground<'_>, item: Item) -> Option<usize> {
    let links = ground.model.links();
    match item {
        _ if ground.lens == Lens::Problems => None,
        Item::Branch(Branch::Providers, Key::Partner(id)) => {
            Some(links.partnerships_by_reseller.get(&id).len())
        }
        Item::Branch(Branch::Resellers, Key::Partner(id)) => {
            Some(links.partnerships_by_provider.get(&id).len())
        }
        Item::Branch(Branch::Customers, Key::Partner(id)) => {
            Some(links.relationships_by_partner.get(&id).len())
        }
        Item::Branch(Branch::Supports, Key::Partner(id)) => {
            let named = links.subscriptions_by_support.get(&id).len();
            Some(named + links.subscriptions_by_supporter.get(&id).len())
        }
        Item::Root(_)
        | Item::Branch(..)
        | Item::Record(_)
        | Item::Tie { .. }
        | Item::Seller { .. }
        | Item::Reseller { .. }
        | Item::Elsewhere { .. }
        | Item::Party { .. }
        | Item::Right { .. }
        | Item::Supporter { .. } => None,
    }
}

fn none<'a>() -> Items<'a> {
    Box::new(std::iter::empty())
}

fn list<'a>(items: Vec<Item>) -> Items<'a> {
    Box::new(items.into_iter().map(Some))
}

/// The questions about a record that a lens asks.
fn branches(lens: Lens, key: Key) -> &'static [Branch] {
    use Branch::{
        AddOns, AdministeredBy, Administers, Base, Customers, Providers, Resellers, Serves, SoldBy,
        SupportedBy, Supports,
    };
    match (key, lens) {
        (Key::Partner(_), Lens::All | Lens::Problems) => {
            &[Providers, Resellers, Customers, Administers, Supports]
        }
        (Key::Partner(_), Lens::Sells) => &[Providers, Resellers, Customers],
        (Key::Partner(_), Lens::Admin) => &[Administers],
        (Key::Partner(_), Lens::Support) => &[Supports],
        (Key::Customer(_), Lens::All | Lens::Problems) => &[SoldBy, AdministeredBy, SupportedBy],
        (Key::Subscription(_), Lens::All | Lens::Problems) => {
            &[Serves, SoldBy, SupportedBy, AdministeredBy, Base, AddOns]
        }
        (Key::Customer(_) | Key::Subscription(_), Lens::Sells) => &[SoldBy],
        (Key::Customer(_) | Key::Subscription(_), Lens::Admin) => &[AdministeredBy],
        (Key::Customer(_) | Key::Subscription(_), Lens::Support) => &[SupportedBy],
        (
            Key::Partnership(_)
            | Key::Relationship(_)
            | Key::Admin(_)
            | Key::Transfer(_)
            | Key::Group(_)
            | Key::Waiver(_),
            _,
        ) => &[],
    }
}

fn of_branch<'a>(ground: &Ground<'a>, branch: Branch, key: Key) -> Items<'a> {
    let model = ground.model;
    match key {
        Key::Partner(id) => of_partner_branch(model, branch, id),
        Key::Customer(id) => match branch {
            Branch::SoldBy => list(sellers(model, id)),
            Branch::AdministeredBy => list(rights(ground, id)),
            Branch::SupportedBy => list(supporters(model, id)),
            _ => none(),
        },
        Key::Subscription(id) => match model.subscription(id) {
            Some(s) => of_subscription_branch(ground, branch, s),
            None => none(),
        },
        Key::Partnership(_)
        | Key::Relationship(_)
        | Key::Admin(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => none(),
    }
}

fn of_partner_branch(model: &Model, branch: Branch, id: TenantId) -> Items<'_> {
    let links = model.links();
    match branch {
        Branch::Providers => {
            let mine = model.partnerships().rows(links.partnerships_by_reseller.get(&id));
            Box::new(mine.map(move |p| Some(partnership(id, p, p.provider))))
        }
        Branch::Resellers => {
            let mine = model.partnerships().rows(links.partnerships_by_provider.get(&id));
            Box::new(mine.map(move |p| Some(partnership(id, p, p.reseller))))
        }
        Branch::Customers => {
            let mine = model.relationships().rows(links.relationships_by_partner.get(&id));
            Box::new(mine.map(move |r| Some(relationship(id, r))))
        }
        Branch::Administers => administers(model, id),
        Branch::Supports => {
            let named = model.subscriptions().rows(links.subscriptions_by_support.get(&id));
            let elsewhere = model.subscriptions().rows(links.subscriptions_by_supporter.get(&id));
            Box::new(named.chain(elsewhere).map(|s| Some(subscription(s.id))))
        }
        Branch::SoldBy
        | Branch::AdministeredBy
        | Branch::SupportedBy
        | Branch::Serves
        | Branch::Base
        | Branch::AddOns => none(),
    }
}

fn subscription(id: SubscriptionId) -> Item {
    Item::Record(Key::Subscription(id))
}

fn partnership(from: TenantId, p: &Partnership, to: TenantId) -> Item {
    Item::Tie { by: Key::Partnership(p.id), from, to: Key::Partner(to) }
}

fn relationship(from: TenantId, r: &Relationship) -> Item {
    Item::Tie { by: Key::Relationship(r.id), from, to: Key::Customer(r.customer) }
}

/// The customers on which a partner holds granular or delegated privileges.
fn administers(model: &Model, id: TenantId) -> Items<'_> {
    let granular = model.admin().rows(model.links().admin_by_partner.get(&id));
    let granular = granular.map(move |admin| {
        let customer = admin.customer.filter(|_| admin.is_active())?;
        Some(Item::Tie { by: Key::Admin(admin.id), from: id, to: Key::Customer(customer) })
    });
    let related = model.relationships().rows(model.links().relationships_by_partner.get(&id));
    let delegated = related.map(move |r| (r.dap == Dap::Granted).then(|| relationship(id, r)));
    Box::new(granular.chain(delegated))
}

/// The customers that both sides of a partnership serve, by their relationship with the side that is looked at.
fn shared<'a>(model: &'a Model, p: &Partnership, side: TenantId) -> Items<'a> {
    let provider = p.provider;
    let of_reseller = model.relationships().rows(model.links().relationships_by_partner.get(&p.reseller));
    Box::new(of_reseller.map(move |r| {
        model.relationships_between(provider, r.customer).next()?;
        let told = model.relationships_between(side, r.customer).last()?;
        Some(relationship(side, told))
    }))
}

fn of_subscription_branch<'a>(ground: &Ground<'a>, branch: Branch, s: &Subscription) -> Items<'a> {
    let model = ground.model;
    let items = match branch {
        Branch::Serves => vec![Item::Record(Key::Customer(s.customer))],
        Branch::SoldBy => match s.seller {
            Some(seller) => parties(s.id, [Some(seller), on_record(model, s)]),
            None => vec![sold_by(s)],
        },
        Branch::AdministeredBy => rights(ground, s.customer),
        Branch::SupportedBy => match supporter_of(s) {
            Some(None) => vec![Item::Supporter { customer: s.customer, by: None }],
            by => parties(s.id, [by.flatten(), None]),
        },
        Branch::Base => {
            s.parent.into_iter().filter(|id| model.subscription(*id).is_some()).map(subscription).collect()
        }
        Branch::AddOns => add_ons(model, s.id),
        Branch::Providers
        | Branch::Resellers
        | Branch::Customers
        | Branch::Administers
        | Branch::Supports => Vec::new(),
    };
    list(items)
}

fn parties(subscription: SubscriptionId, partners: [Option<TenantId>; 2]) -> Vec<Item> {
    partners.into_iter().flatten().map(|partner| Item::Party { subscription, partner }).collect()
}

fn sold_by(s: &Subscription) -> Item {
    match s.seller {
        Some(seller) => Item::Seller { customer: s.customer, seller },
        None => Item::Elsewhere { customer: s.customer, channel: s.channel },
    }
}

fn add_ons(model: &Model, id: SubscriptionId) -> Vec<Item> {
    let rows = model.links().subscriptions_by_parent.get(&id);
    model.subscriptions().rows(rows).map(|s| subscription(s.id)).collect()
}

fn rights(ground: &Ground<'_>, customer: TenantId) -> Vec<Item> {
    rights_of(ground.model, ground.today, customer)
        .iter()
        .map(|r| Item::Right { customer, by: r.because, partner: r.partner })
        .collect()
}

/// Those who sell to a customer or may, then where it bought elsewhere.
fn sellers(model: &Model, customer: TenantId) -> Vec<Item> {
    let related = model.relationships_of(customer).filter(|r| r.is_active_reseller()).map(|r| r.partner);
    let related = related.filter(|id| model.partner(*id).is_some_and(Partner::can_sell));
    let mut found: Vec<Item> = related.map(|seller| Item::Seller { customer, seller }).collect();
    found.extend(model.subscriptions_of(customer).map(sold_by));
    let mut found = once_each(found);
    found.sort_by_key(|item| matches!(item, Item::Elsewhere { .. }));
    found
}

fn once_each<T: Copy + Eq + std::hash::Hash>(mut list: Vec<T>) -> Vec<T> {
    let mut seen = FxHashSet::default();
    list.retain(|item| seen.insert(*item));
    list
}

/// The resellers between a seller and a customer, then what is sold without one.
fn of_seller(model: &Model, customer: TenantId, seller: TenantId) -> Vec<Item> {
    let sold = model.subscriptions_of(customer).filter(|s| s.seller == Some(seller));
    let mut resellers: Vec<TenantId> = sold.filter_map(|s| on_record(model, s)).collect();
    let related = model.relationships_of(customer).filter(|r| r.is_active_reseller()).map(|r| r.partner);
    resellers.extend(related.filter(|id| model.are_partners(seller, *id)));
    let through =
        once_each(resellers).into_iter().map(|id| Item::Reseller { customer, seller, reseller: id });
    let alone = |s: &Subscription| s.seller == Some(seller) && on_record(model, s).is_none();
    through.chain(subscriptions(model, customer, alone)).collect()
}

fn on_record(model: &Model, s: &Subscription) -> Option<TenantId> {
    model.reseller_of(s).map(|reseller| reseller.tenant)
}

/// The subscriptions of a customer that fit; an add-on stands below its base where that fits too.
fn subscriptions(model: &Model, customer: TenantId, fits: impl Fn(&Subscription) -> bool) -> Vec<Item> {
    let base_fits = |s: &Subscription| s.parent.and_then(|id| model.subscription(id)).is_some_and(&fits);
    let all = model.subscriptions_of(customer).filter(|s| fits(s) && !base_fits(s));
    all.map(|s| subscription(s.id)).collect()
}

/// What a partner has to do with at a customer: what it sells, is on record for, or supports.
fn of_partner(model: &Model, customer: TenantId, partner: TenantId) -> Vec<Item> {
    subscriptions(model, customer, |s| {
        s.seller == Some(partner)
            || on_record(model, s) == Some(partner)
            || s.support_contact == Some(partner)
            || s.supported_by == Some(partner)
    })
}

fn supporters(model: &Model, customer: TenantId) -> Vec<Item> {
    let by = once_each(model.subscriptions_of(customer).filter_map(supporter_of).collect());
    let mut found: Vec<Item> = by.into_iter().map(|by| Item::Supporter { customer, by }).collect();
    found.sort_by_key(|item| item.key().is_none());
    found
}
