//! `who`: who may administer, buy for and support a customer.

use super::args::{Format, Who as Args};
use super::around::Around;
use super::check;
use super::fail::{Exit, Fail};
use super::find::find;
use super::item::{Item, Json};
use super::look::ends;
use super::out::Out;
use super::table::Sheet;
use crate::app::{WhoLine, WhoView};
use crate::edit::Book;
use crate::model::{Day, Guid, Key, TenantId};
use crate::survey::who::{Power, Right, Sale, Support, customer_of};

/// The columns when no format for programs is asked for.
const COLUMNS: &[&str] =
    &["question", "who", "what", "for", "through", "because", "since", "until", "left", "planned"];

/// Tells who may do what for a customer.
///
/// # Errors
/// When there is no book, none or several records fit, or the record is no customer and serves none.
pub fn run(args: &Args, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let reading = around.look_at(args.past.at.as_deref(), out)?;
    let book = &reading.book;
    let key = find(around, book.model(), &args.customer)?;
    let customer = customer_of(book.model(), key).ok_or_else(|| {
        let kind = around.lang.table(key.table());
        Fail::new(Exit::Usage, (around.lang.commands().no_customer)(&book.model().name(key).show(), kind))
    })?;
    let view = WhoView::new(book, customer);
    match around.format {
        Format::Text => text(around, book, &view, out)?,
        Format::Tsv | Format::Json | Format::Jsonl | Format::Md => {
            let sheet = Sheet { columns: COLUMNS.to_vec(), items: items(book, &view) };
            sheet.write(around.format, &check::about(&reading), out)?;
        }
    }
    Ok(ends(&reading, Exit::Done))
}

/// The questions, each with its answers, then what the rules say of them.
fn text(around: &Around, book: &Book, view: &WhoView, out: &mut Out) -> Result<(), Fail> {
    let name = book.model().name(Key::Customer(view.who.customer));
    out.data(&around.lang.who().of_customer(&name.show(), book.today()))?;
    for line in &view.lines {
        let cells = view.cells(book, around.lang, *line);
        let planned = view.because(*line).is_some_and(|key| book.is_planned(key));
        let planned = planned.then(|| around.lang.who().planned.to_owned());
        let told: Vec<String> = cells.into_iter().chain(planned).filter(|text| !text.is_empty()).collect();
        match line {
            WhoLine::Question(_) => out.data(&told.concat())?,
            _ => out.data(&format!("  {}", told.join("  ")))?,
        }
    }
    Ok(())
}

fn items(book: &Book, view: &WhoView) -> Vec<Item> {
    let who = &view.who;
    let rights = who.rights.iter().map(|right| of_right(book, "administers", right));
    let tickets = who.tickets().map(|right| of_right(book, "opens-tickets", right));
    let sales = who.sales.iter().map(|sale| of_sale(book, sale));
    let supports = who.supports.iter().map(|support| of_support(book, support));
    rights.chain(tickets).chain(sales).chain(supports).collect()
}

/// An answer: every item has the same fields, so that programs need not ask which there are.
struct Answer<'a> {
    question: &'static str,
    who: Option<TenantId>,
    what: &'a str,
    roles: &'a [Guid],
    subscription: Option<Key>,
    through: Option<TenantId>,
    because: Key,
    since: Option<Day>,
    until: Option<Day>,
    extends: bool,
    left: Option<&'static str>,
    count: Option<usize>,
}

impl Answer<'_> {
    fn item(&self, book: &Book) -> Item {
        let partner = |id: Option<TenantId>| id.map(Key::Partner);
        let mut item = Item::new([("question", self.question.into())]);
        named(book, &mut item, "who", partner(self.who));
        item.push("what", self.what);
        item.push("roles", self.roles.iter().map(|id| Json::from(id.to_string())).collect::<Vec<_>>());
        named(book, &mut item, "for", self.subscription);
        named(book, &mut item, "through", partner(self.through));
        item.push("because", self.because.to_string());
        item.push("since", self.since.map(|day| day.to_string()));
        item.push("until", self.until.map(|day| day.to_string()));
        item.push("extends", self.extends);
        item.push("left", self.left);
        item.push("subscriptions", self.count);
        item.push("problems", book.findings_around(self.because).len());
        item.push("planned", book.is_planned(self.because));
        item
    }
}

fn named(book: &Book, item: &mut Item, field: &'static str, key: Option<Key>) {
    item.push(field, key.map(Key::id_text));
    item.push(format!("{field}_name"), key.map(|key| book.model().name(key).raw().to_owned()));
}

fn of_right(book: &Book, question: &'static str, right: &Right) -> Item {
    let roles: &[Guid] = match &right.power {
        Power::Roles(roles) => roles,
        Power::All | Power::Azure | Power::Asked | Power::Nothing => &[],
    };
    let answer = Answer {
        question,
        who: right.partner,
        what: right.power.code(),
        roles,
        subscription: None,
        through: None,
        because: right.because,
        since: right.since,
        until: right.until,
        extends: right.extends,
        left: right.left.map(crate::survey::who::Left::code),
        count: None,
    };
    answer.item(book)
}

fn of_sale(book: &Book, sale: &Sale) -> Item {
    let answer = Answer {
        question: "buys",
        who: Some(sale.seller),
        what: sale.hindrance.map_or("orders", crate::survey::who::Hindrance::code),
        roles: &[],
        subscription: None,
        through: sale.through,
        because: sale.because,
        since: sale.since,
        until: None,
        extends: false,
        left: None,
        count: Some(sale.subscriptions),
    };
    answer.item(book)
}

fn of_support(book: &Book, support: &Support) -> Item {
    let subscription = Key::Subscription(support.subscription);
    let answer = Answer {
        question: "supports",
        who: support.by,
        what: support.how.code(),
        roles: &[],
        subscription: Some(subscription),
        through: None,
        because: subscription,
        since: None,
        until: None,
        extends: false,
        left: None,
        count: None,
    };
    answer.item(book)
}
