//! The lines of the wizard as data: built for the lines on screen, or once for each change of what is asked.

use super::{Page, Transfer};
use crate::app::App;
use crate::edit::moving::{Check, Class, Item};
use crate::edit::ops::moving::along;
use crate::model::{Key, SubscriptionId};

/// So many lines of the step are told; the rest is counted.
const TOLD: usize = 500;

/// A line that is no subscription, safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A heading.
    Heading(String),
    /// What is to be done first, is so already, stays or comes after: a sign and its words.
    Point(&'static str, String),
    /// A problem that would appear.
    Finding(crate::rules::Severity, String),
}

/// A subscription on a line, safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// True when it is among what moves.
    pub taken: bool,
    /// Its name.
    pub name: String,
    /// Its customer's name.
    pub customer: String,
    /// A word for what becomes of it; empty before it is judged.
    pub class: &'static str,
    /// What there is to say of it.
    pub about: String,
    /// True when it can move, now or later.
    pub good: bool,
}

impl Transfer {
    /// The subscriptions of a page from `first` on, as many as fit.
    pub fn entries(&self, app: &App, first: usize, most: usize) -> Vec<Entry> {
        match (&self.check, self.page) {
            (_, Page::What) => {
                self.what.iter().skip(first).take(most).map(|id| self.chosen(app, *id)).collect()
            }
            (Some(check), Page::Whom | Page::Check) => {
                check.items.iter().skip(first).take(most).map(|item| self.judged(app, item)).collect()
            }
            (None, Page::Whom | Page::Check) | (_, Page::Result) => Vec::new(),
        }
    }

    /// How many lines are subscriptions.
    pub fn entry_count(&self) -> usize {
        match self.page {
            Page::What => self.what.len(),
            Page::Whom | Page::Check => self.items(),
            Page::Result => 0,
        }
    }

    /// The lines below the subscriptions.
    pub fn below(&self) -> &[Shown] {
        match self.page {
            Page::Check | Page::Result => &self.texts,
            Page::What | Page::Whom => &[],
        }
    }

    fn entry(&self, app: &App, id: SubscriptionId) -> Entry {
        let model = app.book.model();
        let customer = model.subscription(id).map(|s| model.name(Key::Customer(s.customer)));
        Entry {
            taken: !self.left_out.contains(&id),
            name: model.name(Key::Subscription(id)).show().into_owned(),
            customer: customer.map(|name| name.show().into_owned()).unwrap_or_default(),
            class: "",
            about: String::new(),
            good: true,
        }
    }

    /// A subscription before it is judged: seats, end, and what goes along.
    fn chosen(&self, app: &App, id: SubscriptionId) -> Entry {
        let model = app.book.model();
        let facts = model.subscription(id).map(|s| {
            let seats = s.quantity.map_or_else(|| "-".to_owned(), |n| n.to_string());
            let ends = s.ends().map_or_else(|| "-".to_owned(), |day| day.to_string());
            format!("{seats:>5}  {:<6}  {ends:<10}", s.channel.short())
        });
        let more = with_along(app, along(model, id).len());
        Entry { about: format!("{}  {more}", facts.unwrap_or_default()), ..self.entry(app, id) }
    }

    /// A subscription with what becomes of it.
    fn judged(&self, app: &App, item: &Item) -> Entry {
        let words = app.lang.transfers();
        let model = app.book.model();
        let left_out = self.left_out.contains(&item.id);
        let (class, about) = match &item.class {
            Class::Moves(_) if left_out => (words.left_out, String::new()),
            Class::Moves(verb) => (words.can_move, app.lang.way(*verb).to_owned()),
            Class::Later(hold) if item.taken => {
                (words.later, format!("{}, {}", app.lang.hold(model, *hold), words.at_term_end))
            }
            Class::Later(hold) => (words.later, app.lang.hold(model, *hold)),
            Class::Never(hold) => (words.cannot, app.lang.hold(model, *hold)),
            Class::Barred(findings) => {
                let first = findings.first().map(|finding| app.lang.reason_short(finding.reason));
                (words.cannot, first.unwrap_or_default().to_owned())
            }
        };
        let moves = matches!(item.class, Class::Moves(_));
        let more = if moves && !left_out { with_along(app, item.along.len()) } else { String::new() };
        let about = [about, more].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let good = matches!(item.class, Class::Moves(_) | Class::Later(_));
        Entry { taken: item.taken, class, about, good, ..self.entry(app, item.id) }
    }

    /// The lines below the subscriptions of the page.
    pub(super) fn texts(&self, app: &App) -> Vec<Shown> {
        match (&self.check, self.page) {
            (Some(check), Page::Result) => result(app, check),
            (Some(check), Page::What | Page::Whom | Page::Check) => consequences(app, check),
            (None, _) => Vec::new(),
        }
    }
}

fn with_along(app: &App, count: usize) -> String {
    if count == 0 { String::new() } else { app.lang.transfers().along(count) }
}

/// What is needed first, what is to be checked, what stays behind, what comes after, what is true already, and the
/// problems that appear.
fn consequences(app: &App, check: &Check) -> Vec<Shown> {
    let words = app.lang.transfers();
    let model = app.book.model();
    let needs = |met: Option<bool>| {
        let of = check.needs.iter().filter(move |(_, is)| *is == met);
        of.map(|(need, _)| app.lang.need(model, *need)).collect::<Vec<_>>()
    };
    let notes =
        |notes: &[crate::edit::moving::Note]| notes.iter().map(|note| app.lang.note(model, *note)).collect();
    let parts: [(&str, &'static str, Vec<String>); 5] = [
        (words.needed_first, "[ ]", needs(Some(false))),
        (words.to_check, "[?]", needs(None)),
        (words.stays_behind, "-", notes(&check.stays)),
        (words.afterwards, "-", notes(&check.after)),
        (words.already_true, "[x]", needs(Some(true))),
    ];
    let mut lines = Vec::new();
    for (heading, sign, points) in parts {
        if !points.is_empty() {
            lines.push(Shown::Heading(heading.to_owned()));
            lines.extend(points.into_iter().map(|point| Shown::Point(sign, point)));
        }
    }
    lines.extend(appearing(app, check));
    lines
}

/// The problems that would appear.
fn appearing(app: &App, check: &Check) -> Vec<Shown> {
    if check.appears.is_empty() {
        return Vec::new();
    }
    let heading = app.lang.overlays().appears(check.appears.len());
    let sentence = |finding: &crate::rules::Finding| {
        Shown::Finding(finding.severity, app.lang.finding_sentence(&check.seen, finding))
    };
    std::iter::once(Shown::Heading(heading)).chain(check.appears.iter().take(TOLD).map(sentence)).collect()
}

/// The one step, record by record.
fn result(app: &App, check: &Check) -> Vec<Shown> {
    let words = app.lang.transfers();
    let Ok(step) = &check.step else { return Vec::new() };
    let mut lines = vec![Shown::Heading(words.one_step.to_owned())];
    let told = app.lang.step_lines(&check.seen, step, TOLD);
    lines.extend(told.into_iter().map(|(sign, text)| Shown::Point(sign, text)));
    let more = step.changes.len().saturating_sub(TOLD);
    lines.extend((more > 0).then(|| Shown::Heading(words.more(more))));
    lines.extend(appearing(app, check));
    lines
}
