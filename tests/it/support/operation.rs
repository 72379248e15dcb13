//! Random operations of the programme on random books. Whatever a row offers is begun and gone on with as at the keyboard:
//! an operation that rows offer is covered without a line here.

use super::random;
use partnerbook::edit::ops::{self, Acceptance, Ask, Creator, Impossible, Through};
use partnerbook::edit::{Book, Do, Does, Fix, Intent, Offer, Slot, fixes};
use partnerbook::model::{
    Customer, Guid, Key, Model, Partner, Record, TableName, TenantId, Transaction, Waiver,
};
use partnerbook::rules::Finding;
use proptest::prelude::*;

/// An operation, told without the book it will meet: which, and on which records.
#[derive(Clone, Debug)]
pub struct Deed {
    kind: Kind,
    picks: Picks,
}

/// Which of several is taken, one number for each question that is asked on the way.
type Picks = [u8; 8];

/// Which operation.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// Something that a row, or two rows together, offer.
    Offered,
    /// A way out of a problem.
    Mend,
    /// A problem is accepted.
    Waive,
    /// A problem is accepted no longer.
    EndWaiver,
    CreateCustomer,
    Request,
    AddPartner,
    Accept,
    GiveId,
}

/// Any operation.
pub fn deed() -> impl Strategy<Value = Deed> {
    let kind = prop_oneof![
        16 => Just(Kind::Offered),
        4 => Just(Kind::Mend),
        2 => Just(Kind::Waive),
        1 => Just(Kind::EndWaiver),
        1 => Just(Kind::CreateCustomer),
        2 => Just(Kind::Request),
        2 => Just(Kind::AddPartner),
        1 => Just(Kind::Accept),
        1 => Just(Kind::GiveId),
    ];
    (kind, any::<Picks>()).prop_map(|(kind, picks)| Deed { kind, picks })
}

/// An operation that adds a partner to a customer.
pub fn addition() -> impl Strategy<Value = Deed> {
    let kinds = vec![Kind::Request, Kind::AddPartner, Kind::Accept];
    (proptest::sample::select(kinds), any::<Picks>()).prop_map(|(kind, picks)| Deed { kind, picks })
}

/// The step that it means for a book; nothing where the records it needs are not there, or it leads nowhere.
pub fn step(deed: &Deed, book: &Book) -> Option<Transaction> {
    let model = book.model();
    let [a, b, c, ..] = deed.picks;
    let partner = |n| tenant(random::nth(model, TableName::Partner, n)?);
    let customer = |n| tenant(random::nth(model, TableName::Customer, n)?);
    let through = || if c % 2 == 0 { Some(Through::Alone) } else { partner(c / 2).map(Through::Provider) };
    let ask = if c % 4 < 2 { Ask::Relationship } else { Ask::WithPrivileges };
    let intent = match deed.kind {
        Kind::Offered => follow(offered(model, deed.picks)?, model, deed.picks)?,
        Kind::Mend => return mend(book, deed.picks),
        Kind::Waive => waive(book, deed.picks)?,
        Kind::EndWaiver => match random::nth(model, TableName::Waiver, a)? {
            Key::Waiver(id) => Intent::EndWaiver(id),
            _ => return None,
        },
        Kind::CreateCustomer => {
            Intent::CreateCustomer(new_customer(model, a), creator(partner(b)?, partner(c)?, a))
        }
        Kind::Request => Intent::RequestRelationship {
            partner: partner(a)?,
            customer: customer(b)?,
            through: through()?,
            ask,
        },
        Kind::AddPartner => {
            Intent::AddPartner { partner: partner(a)?, customer: customer(b)?, through: through()?, ask }
        }
        Kind::Accept => match random::nth(model, TableName::Relationship, a)? {
            Key::Relationship(id) => Intent::AcceptRelationship(id),
            _ => return None,
        },
        Kind::GiveId => {
            let table = [TableName::Partner, TableName::Customer][usize::from(a % 2)];
            give_id(model, random::nth(model, table, b)?).ok()?
        }
    };
    done(intent.transaction(model, book.today()))
}

/// What leads nowhere is no step; but no operation may be refused for what it changes.
fn done(step: Result<Transaction, Impossible>) -> Option<Transaction> {
    assert!(!matches!(step, Err(Impossible::Strays(_))), "an operation strays from its row: {step:?}");
    step.ok()
}

/// The tables whose rows offer something; those that offer much are here more often.
const OFFERING: [TableName; 16] = [
    TableName::Partner,
    TableName::Partner,
    TableName::Customer,
    TableName::Customer,
    TableName::Subscription,
    TableName::Subscription,
    TableName::Subscription,
    TableName::Subscription,
    TableName::Partnership,
    TableName::Partnership,
    TableName::Relationship,
    TableName::Relationship,
    TableName::Admin,
    TableName::Admin,
    TableName::Transfer,
    TableName::Transfer,
];

/// Something that a row offers, or that it offers together with another. Every row can be removed; here that is rare,
/// or little would be left to work on.
fn offered(model: &Model, picks: Picks) -> Option<Do> {
    let table = |n: u8| OFFERING[usize::from(n) % OFFERING.len()];
    let row = random::nth(model, table(picks[0]), picks[1])?;
    let offers = if picks[2].is_multiple_of(4) {
        let other = random::nth(model, table(picks[2] / 4), picks[3])?;
        Intent::for_pair(model, row, other)
    } else {
        Intent::for_row(model, row)
    };
    let mut open: Vec<Do> = offers.into_iter().filter_map(|Offer { does, .. }| does.ok()).collect();
    if !picks[7].is_multiple_of(8) {
        open.retain(|does| !matches!(does, Do::Step(Intent::Remove(_))));
    }
    pick(&open, picks[4])
}

/// Goes on until nothing is to be chosen any more.
fn follow(first: Do, model: &Model, picks: Picks) -> Option<Intent> {
    let mut next = first;
    for n in &picks[5..] {
        next = match next {
            Do::Step(intent) => return Some(intent),
            Do::Choose(slot) => chosen(&slot, model, *n)?,
            Do::Form(record) => return Some(Intent::Add(filled(*record, model, picks))),
            Do::Fill(fill) => return typed(fill, model, picks),
            Do::Paper(paper) => return told(paper, model, picks),
        };
    }
    match next {
        Do::Step(intent) => Some(intent),
        Do::Fill(fill) => typed(fill, model, picks),
        Do::Paper(paper) => told(paper, model, picks),
        Do::Choose(_) | Do::Form(_) => None,
    }
}

/// The few values of an operation on a subscription, some of them typed.
fn typed(fill: ops::Fill, model: &Model, picks: Picks) -> Option<Intent> {
    let mut record = Record::from(fill.base(model)?);
    random::set_all(&mut record, &[(picks[6], picks[7]), (picks[5], picks[4])]);
    let Record::Subscription(filled) = record else { return None };
    Some(fill.intent(&filled))
}

/// The values of an operation that is no record, one of them anew.
fn told(paper: ops::Paper, model: &Model, picks: Picks) -> Option<Intent> {
    let mut texts = paper.start(model, random::TODAY.parse().ok()?).ok()?;
    let place = usize::from(picks[6]).checked_rem(texts.len())?;
    let text = random::text_of(paper.blanks()[place].kind(), u64::from(picks[7]));
    if paper.blanks()[place].check(&text).is_ok() {
        texts[place] = text;
    }
    Some(paper.intent(model, &texts))
}

fn chosen(slot: &Slot, model: &Model, n: u8) -> Option<Do> {
    let mut candidates: Vec<Key> = slot.candidates(model).collect();
    candidates.sort_unstable();
    slot.pick(model, pick(&candidates, n)?).ok()
}

/// The record of a form with an id of its own and some fields filled in.
fn filled(record: Record, model: &Model, picks: Picks) -> Record {
    let mut record = match record {
        Record::Subscription(s) => {
            Record::from(partnerbook::model::Subscription { id: ops::next_subscription(model, &s.name), ..s })
        }
        other => other,
    };
    random::set_all(&mut record, &[(picks[6], picks[7]), (picks[5], picks[4])]);
    record
}

fn mend(book: &Book, picks: Picks) -> Option<Transaction> {
    let (model, today) = (book.model(), book.today());
    let ways: Vec<Fix> = fixes(model, today, &problem(book, picks[0])?);
    match pick(&ways, picks[1])?.does {
        Does::Step(step) => Some(step),
        Does::Choose(slot) => done(follow(Do::Choose(slot), model, picks)?.transaction(model, today)),
        Does::Paper(paper) => done(told(paper, model, picks)?.transaction(model, today)),
        Does::EditField(key, _) => {
            let mut record = model.get(key)?;
            random::set_all(&mut record, &[(picks[2], picks[3])]);
            done(Intent::Replace(key, record).transaction(model, today))
        }
        Does::Accept(finding) => done(Intent::Waive(finding, acceptance(book, 7)).transaction(model, today)),
    }
}

fn waive(book: &Book, picks: Picks) -> Option<Intent> {
    let fix = Fix::accepts(&problem(book, picks[0])?)?;
    match fix.does {
        Does::Accept(finding) => Some(Intent::Waive(finding, acceptance(book, picks[1]))),
        Does::Step(_) | Does::Choose(_) | Does::EditField(..) | Does::Paper(_) => None,
    }
}

/// A reason, and an end so many days from now.
pub fn acceptance(book: &Book, days: u8) -> Acceptance {
    Acceptance { reason: "as agreed".into(), until: Some(book.today().plus(i32::from(days))) }
}

fn problem(book: &Book, n: u8) -> Option<Finding> {
    pick(&book.findings().sorted(), n)
}

fn pick<T: Clone>(of: &[T], n: u8) -> Option<T> {
    of.get(usize::from(n).checked_rem(of.len())?).cloned()
}

fn new_customer(model: &Model, n: u8) -> Customer {
    let name = format!("Customer {n}").as_str().into();
    Customer { tenant: ops::next_tenant(model, TableName::Customer, &name), name, ..Customer::default() }
}

fn creator(a: TenantId, b: TenantId, n: u8) -> Creator {
    if n.is_multiple_of(2) { Creator::Seller(a) } else { Creator::ProviderFor { provider: a, reseller: b } }
}

/// A tenant gets its real id, and every record that names it follows.
fn give_id(model: &Model, key: Key) -> Result<Intent, Impossible> {
    let real = TenantId(Guid::from_bytes([0x5c; 16]));
    let after = match model.get(key) {
        Some(Record::Partner(p)) => Record::from(Partner { tenant: real, ..p }),
        Some(Record::Customer(c)) => Record::from(Customer { tenant: real, ..c }),
        _ => return Err(Impossible::Gone(key)),
    };
    Ok(Intent::Replace(key, after))
}

fn tenant(key: Key) -> Option<TenantId> {
    match key {
        Key::Partner(id) | Key::Customer(id) => Some(id),
        _ => None,
    }
}

/// True when the change is of a waiver: those are joined to a step that is insisted on.
pub fn is_waiver(record: Option<&Record>) -> bool {
    matches!(record, Some(Record::Waiver(Waiver { .. })))
}
