//! Folding, pages, shared customers and diagrams.

use super::*;
use crate::i18n::Lang;
use crate::model::{Customer, Guid, Subscription, SubscriptionId};
use crate::rules::testing::{Network, network};
use crate::survey::tree::{Branch, PAGE};

fn book(net: &Network) -> Book {
    Book::new(net.books.model.clone(), net.books.today)
}

fn names(tree: &Tree, book: &Book) -> Vec<String> {
    let text = |line: &TreeLine| format!("{}{}", "  ".repeat(line.last.len()), line.text(book, Lang::En).0);
    tree.lines.iter().map(text).collect()
}

#[test]
fn a_customer_is_unfolded_down_to_its_subscriptions() {
    let net = network();
    let book = book(&net);
    let tree = Tree::new(&book, Key::Customer(net.customer), Lens::Sells);
    assert_eq!(
        names(&tree, &book),
        [
            "Clinique du Parc",
            "  sold by",
            "    Nordlys Distribution",
            "      Atelier Cloud",
            "        Microsoft 365 E3"
        ]
    );
    let tree = Tree::new(&book, Key::Customer(net.customer), Lens::Support);
    assert_eq!(tree.lines.last().unwrap().fold, Fold::Closed, "what a supporter supports is folded");
}

#[test]
fn a_shared_customer_is_drawn_once() {
    let net = network();
    let book = book(&net);
    let root = Key::Partner(net.provider);
    let mut tree = Tree::new(&book, root, Lens::Sells);
    let tie = |tree: &Tree| {
        let is_customer =
            |line: &&TreeLine| matches!(line.place, TreePlace::Item(Item::Tie { to: Key::Customer(_), .. }));
        tree.lines.iter().filter(is_customer).map(|line| (line.path.clone(), line.fold)).collect::<Vec<_>>()
    };
    let reseller = tree.lines.iter().find(|line| line.path.len() == 3).unwrap().path.clone();
    tree.turned.insert(reseller);
    tree.grow(&book);
    for (path, _) in tie(&tree) {
        tree.turned.insert(path);
    }
    tree.grow(&book);
    assert_eq!(tie(&tree).iter().map(|(_, fold)| *fold).collect::<Vec<_>>(), [Fold::Open, Fold::Above]);
    assert_eq!(names(&tree, &book).iter().filter(|name| name.ends_with("Microsoft 365 E3")).count(), 1);
}

#[test]
fn the_cursor_stays_on_its_place_when_the_book_changes() {
    let mut net = network();
    let mut book = book(&net);
    let mut tree = Tree::new(&book, Key::Customer(net.customer), Lens::Sells);
    tree.cursor = tree.lines.len() - 1;
    let here = tree.here().unwrap().path.clone();
    let alpina = net.books.direct_bill("Alpina", "DE");
    let step = crate::edit::ops::add(book.model(), net.books.model.partner(alpina).unwrap().clone().into());
    let _ = book.commit(step.unwrap()).unwrap();
    tree.follow(&book);
    assert_eq!(tree.here().unwrap().path, here);
}

#[test]
fn a_circle_in_the_data_ends() {
    let mut net = network();
    let sub = net.sub;
    net.books.edit_sub(sub, |s| s.parent = Some(sub));
    let other = SubscriptionId(net.books.guid());
    let base = net.books.model.subscription(sub).unwrap().clone();
    net.books.put(Subscription { id: other, parent: Some(sub), ..base });
    net.books.edit_sub(sub, |s| s.parent = Some(other));
    let book = book(&net);
    for root in [Key::Customer(net.customer), Key::Subscription(sub)] {
        for lens in Lens::ALL {
            assert!(Tree::new(&book, root, *lens).lines.len() < 60);
        }
    }
}

#[test]
fn more_is_listed_page_by_page() {
    let mut net = network();
    for n in 0..PAGE {
        let tenant = TenantId(Guid::own(n as u64 + 1));
        net.books.put(Customer {
            tenant,
            name: format!("Customer {n}").as_str().into(),
            ..Customer::default()
        });
        net.books.relationship(net.provider, tenant);
    }
    let book = book(&net);
    let root = Key::Partner(net.provider);
    let mut tree = Tree::new(&book, root, Lens::Sells);
    assert_eq!(names(&tree, &book).last().unwrap().trim(), "… and 1 more");
    tree.pages.insert(vec![Item::Root(root), Item::Branch(Branch::Customers, root)], 2);
    tree.grow(&book);
    assert_eq!(names(&tree, &book).last().unwrap().trim(), format!("Customer {}", PAGE - 1));
}

#[test]
fn a_diagram_draws_each_record_once_with_the_questions_on_the_arrows() {
    let net = network();
    let book = book(&net);
    let tree = Tree::new(&book, Key::Customer(net.customer), Lens::All);
    let text = tree.mermaid(&book, Lang::En);
    assert!(text.starts_with("flowchart LR\n  n0[\"Clinique du Parc\"]\n"), "{text}");
    for name in ["Nordlys Distribution", "Atelier Cloud", "Microsoft 365 E3"] {
        assert_eq!(text.matches(&format!("[\"{name}\"]")).count(), 1, "{text}");
    }
    assert!(
        text.contains("  n0 -->|\"sold by\"| n1\n") && text.contains("  n0 -->|\"administered by\"| n1\n"),
        "{text}"
    );
    assert!(text.contains("  n1 --> n2\n"), "{text}");
}

#[test]
fn others_of_a_customer_are_told_beside_the_tree() {
    let net = network();
    let book = book(&net);
    let mut tree = Tree::new(&book, Key::Customer(net.customer), Lens::Sells);
    assert_eq!(tree.connected(&book, 5)[0].others, "Nordlys Distribution, Atelier Cloud");
    tree.cursor = 2;
    assert_eq!(tree.connected(&book, 5)[0].others, "Atelier Cloud");
    assert!(tree.counts(&book, Lang::En).contains(&("sells", 1)));
    tree.cursor = 3;
    assert!(tree.connected(&book, 5).is_empty(), "both are on the way to it");
}
