//! Trees of an everyday network, and of a partner with many others.

use super::*;
use crate::model::{Dap, Subscription, SubscriptionId};
use crate::rules::testing::{Books, Network, network};

fn never(_: Key) -> bool {
    false
}

fn ground<'a>(books: &'a Books, lens: Lens, has_problem: &'a dyn Fn(Key) -> bool) -> Ground<'a> {
    Ground { model: &books.model, today: books.today, lens, has_problem }
}

fn below(net: &Network, lens: Lens, item: Item) -> Vec<Item> {
    ground(&net.books, lens, &never).below(item, 1).items
}

#[test]
fn a_customer_is_sold_to_through_a_reseller() {
    let mut net = network();
    let root = Key::Customer(net.customer);
    let addon = SubscriptionId(net.books.guid());
    let base = net.books.model.subscription(net.sub).unwrap().clone();
    net.books.put(Subscription { id: addon, parent: Some(net.sub), ..base });
    assert_eq!(
        below(&net, Lens::All, Item::Root(root)),
        [Branch::SoldBy, Branch::AdministeredBy, Branch::SupportedBy]
            .map(|branch| Item::Branch(branch, root))
    );
    let (customer, seller, reseller) = (net.customer, net.provider, net.reseller);
    let seller_item = Item::Seller { customer, seller };
    assert_eq!(below(&net, Lens::Sells, Item::Branch(Branch::SoldBy, root)), [seller_item]);
    let through = Item::Reseller { customer, seller, reseller };
    assert_eq!(below(&net, Lens::Sells, seller_item), [through]);
    let sub = Item::Record(Key::Subscription(net.sub));
    assert_eq!(below(&net, Lens::Sells, through), [sub], "the add-on stands below its base");
    assert_eq!(below(&net, Lens::Sells, sub), [Item::Record(Key::Subscription(addon))]);
}

#[test]
fn a_question_without_an_answer_is_left_out() {
    let mut net = network();
    let orion = net.books.customer("Orion", "DE");
    assert_eq!(below(&net, Lens::All, Item::Root(Key::Customer(orion))), []);
    let root = Item::Root(Key::Partner(net.provider));
    let branch = |branch| Item::Branch(branch, Key::Partner(net.provider));
    assert_eq!(below(&net, Lens::All, root), [branch(Branch::Resellers), branch(Branch::Customers)]);
    assert_eq!(below(&net, Lens::Admin, root), []);
}

#[test]
fn a_partner_shows_the_customers_it_shares_and_administers() {
    let mut net = network();
    let (provider, reseller) = (Key::Partner(net.provider), Key::Partner(net.reseller));
    let alone = net.books.customer("Orion", "DE");
    let own = net.books.relationship(net.reseller, alone);
    let ties = below(&net, Lens::All, Item::Branch(Branch::Resellers, provider));
    assert_eq!(ties.iter().map(|item| item.key()).collect::<Vec<_>>(), [Some(reseller)]);
    let shared: Vec<_> = below(&net, Lens::All, ties[0]).into_iter().map(Item::key).collect();
    assert_eq!(shared, [Some(Key::Customer(net.customer))], "the provider does not serve the other one");
    assert!(!ground(&net.books, Lens::Admin, &never).has_below(Item::Root(reseller)));
    net.books.edit_relationship(own, |r| r.dap = Dap::Granted);
    let administered = below(&net, Lens::Admin, Item::Branch(Branch::Administers, reseller));
    assert_eq!(administered.iter().map(|item| item.by()).collect::<Vec<_>>(), [Some(Key::Relationship(own))]);
}

#[test]
fn a_subscription_tells_whom_it_serves_and_who_sold_it() {
    let net = network();
    let key = Key::Subscription(net.sub);
    let serves = below(&net, Lens::All, Item::Branch(Branch::Serves, key));
    assert_eq!(serves, [Item::Record(Key::Customer(net.customer))]);
    let party = |partner| Item::Party { subscription: net.sub, partner };
    let sold_by = below(&net, Lens::Sells, Item::Branch(Branch::SoldBy, key));
    assert_eq!(sold_by, [party(net.provider), party(net.reseller)]);
    assert_eq!(below(&net, Lens::Support, Item::Branch(Branch::SupportedBy, key)), [party(net.provider)]);
}

#[test]
fn the_problems_lens_keeps_the_way_to_a_problem() {
    let net = network();
    let root = Item::Root(Key::Customer(net.customer));
    assert!(!ground(&net.books, Lens::Problems, &never).has_below(root));
    let on_sub = |key| key == Key::Subscription(net.sub);
    let ground = ground(&net.books, Lens::Problems, &on_sub);
    let branches: Vec<Item> = ground.below(root, 1).items;
    let of = |branch| Item::Branch(branch, Key::Customer(net.customer));
    assert_eq!(branches, [of(Branch::SoldBy), of(Branch::SupportedBy)]);
    let (customer, seller, reseller) = (net.customer, net.provider, net.reseller);
    assert_eq!(
        ground.below(Item::Seller { customer, seller }, 1).items,
        [Item::Reseller { customer, seller, reseller }]
    );
}

/// A provider with many customers.
fn crowded(many: usize) -> (Books, Item) {
    let mut books = Books::new();
    let provider = books.provider("Nordlys", "DE");
    for n in 0..many {
        let tenant = TenantId(crate::model::Guid::own(n as u64 + 1));
        books.put(crate::model::Customer { tenant, ..crate::model::Customer::default() });
        books.relationship(provider, tenant);
    }
    (books, Item::Branch(Branch::Customers, Key::Partner(provider)))
}

#[test]
fn a_long_list_comes_in_pages_with_the_number_of_what_follows() {
    let (books, item) = crowded(PAGE * 2 + 12);
    let ground = ground(&books, Lens::All, &never);
    let first = ground.below(item, 1);
    assert_eq!((first.items.len(), first.more), (PAGE, More::Places(PAGE + 12)));
    let all = ground.below(item, 3);
    assert_eq!((all.items.len(), all.more), (PAGE * 2 + 12, More::Nothing));
    assert_eq!(all.items[..PAGE], first.items);
}

#[test]
fn a_search_that_would_be_long_stops_and_says_so() {
    let (books, item) = crowded(page::LOOKED_AT + 10);
    let last = books.model.customers().values().last().unwrap().tenant;
    let on_last = |key| key == Key::Customer(last);
    let ground = ground(&books, Lens::Problems, &on_last);
    assert_eq!((ground.below(item, 1).items.len(), ground.below(item, 1).more), (0, More::Unknown));
    assert!(ground.has_below(item));
    assert_eq!((ground.below(item, 2).items.len(), ground.below(item, 2).more), (1, More::Nothing));
}

#[test]
fn what_binds_two_is_shown_by_one_of_them() {
    let net = network();
    let model = &net.books.model;
    let partnership = model.partnerships().values().next().unwrap().id;
    assert_eq!(root_of(model, Key::Partnership(partnership)), Some(Key::Partner(net.reseller)));
    assert_eq!(root_of(model, Key::Subscription(net.sub)), Some(Key::Subscription(net.sub)));
    assert_eq!(root_of(model, Key::Customer(TenantId::default())), None);
}
