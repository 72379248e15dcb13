//! The detail view of a record: who it is, its problems, and every record related to it, each of which Enter goes to.

use super::App;
use super::overlay::{Overlay, Turn};
use super::problems::place_of;
use super::reader::Reader;
use crate::action::Action;
use crate::model::{Admin, Dap, Key, Model, Relationship, Role, Row, TableName, TenantId};

/// What a section of the view lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Its own facts.
    Identity,
    /// Its findings.
    Problems,
    /// The partners of a customer; the partnerships of a partner.
    Partners,
    /// The customers of a partner.
    Customers,
    /// Subscriptions.
    Subscriptions,
    /// Granular admin relationships.
    Admin,
    /// Transfers.
    Transfers,
}

/// A row of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The record that Enter goes to.
    pub key: Option<Key>,
    /// Its cells, safe to show.
    pub cells: Vec<String>,
    /// The gravest finding on it.
    pub worst: Option<crate::rules::Severity>,
}

/// Rows of a section that are built: those on screen.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The record.
    pub key: Key,
    /// The sections it has.
    pub sections: Vec<Section>,
    /// The section with the keys.
    pub section: usize,
    /// The row of the cursor in each section.
    pub cursors: Vec<usize>,
}

impl Detail {
    /// The view of a record.
    pub fn new(app: &App, key: Key) -> Self {
        let sections = match key {
            Key::Partner(_) => vec![
                Section::Identity,
                Section::Problems,
                Section::Partners,
                Section::Customers,
                Section::Subscriptions,
                Section::Admin,
                Section::Transfers,
            ],
            Key::Customer(_) => {
                vec![
                    Section::Identity,
                    Section::Problems,
                    Section::Partners,
                    Section::Subscriptions,
                    Section::Admin,
                    Section::Transfers,
                ]
            }
            Key::Admin(_) => {
                vec![Section::Identity, Section::Problems, Section::Partners, Section::Customers]
            }
            Key::Transfer(_) => vec![
                Section::Identity,
                Section::Problems,
                Section::Partners,
                Section::Customers,
                Section::Subscriptions,
            ],
            _ => vec![Section::Identity, Section::Problems, Section::Partners, Section::Subscriptions],
        };
        let cursors = vec![0; sections.len()];
        let first = sections.iter().position(|s| *s == Section::Partners).unwrap_or(0);
        let mut detail = Self { key, sections, section: first, cursors };
        if detail.count(app, Section::Partners) == 0 {
            detail.section = detail.sections.iter().position(|s| *s == Section::Subscriptions).unwrap_or(0);
        }
        detail
    }

    /// The section with the keys.
    pub fn here(&self) -> Section {
        self.sections[self.section]
    }

    /// How many rows a section has.
    pub fn count(&self, app: &App, section: Section) -> usize {
        match section {
            Section::Identity => {
                app.inspect(self.key).map_or(0, |i| i.lines.iter().filter(|l| l.level.is_none()).count())
            }
            Section::Problems => app.book.findings_around(self.key).len(),
            Section::Partners
            | Section::Customers
            | Section::Subscriptions
            | Section::Admin
            | Section::Transfers => self.rows(app, section).1.len(),
        }
    }

    /// The rows of a section, as rows of a table.
    fn rows(&self, app: &App, section: Section) -> (TableName, Vec<Row>) {
        let model = app.book.model();
        let links = model.links();
        match (section, self.key) {
            (Section::Partners, Key::Partner(id)) => {
                let both = [links.partnerships_by_provider.get(&id), links.partnerships_by_reseller.get(&id)];
                (TableName::Partnership, both.concat())
            }
            (Section::Partners, Key::Customer(id)) => {
                (TableName::Relationship, links.relationships_by_customer.get(&id).to_vec())
            }
            (Section::Partners, Key::Subscription(id)) => {
                let customer = model.subscription(id).map(|s| s.customer);
                let rows = customer.map(|c| links.relationships_by_customer.get(&c).to_vec());
                (TableName::Relationship, rows.unwrap_or_default())
            }
            (Section::Customers, Key::Partner(id)) => {
                (TableName::Customer, super::related::customers_of(model, id))
            }
            (Section::Subscriptions, Key::Partner(id)) => {
                (TableName::Subscription, subscriptions_of(app, id))
            }
            (Section::Subscriptions, Key::Customer(id)) => {
                (TableName::Subscription, links.subscriptions_by_customer.get(&id).to_vec())
            }
            (Section::Subscriptions, Key::Subscription(id)) => {
                (TableName::Subscription, links.subscriptions_by_parent.get(&id).to_vec())
            }
            (Section::Admin, Key::Customer(id)) => {
                (TableName::Admin, links.admin_by_customer.get(&id).to_vec())
            }
            (Section::Admin, Key::Partner(id)) => {
                (TableName::Admin, links.admin_by_partner.get(&id).to_vec())
            }
            (Section::Transfers, Key::Customer(id)) => {
                (TableName::Transfer, links.transfers_by_customer.get(&id).to_vec())
            }
            (Section::Transfers, Key::Partner(id)) => {
                (TableName::Transfer, links.transfers_by_partner.get(&id).to_vec())
            }
            (section, Key::Admin(_) | Key::Transfer(_)) => sides(model, section, self.key),
            _ => (TableName::Waiver, Vec::new()),
        }
    }

    /// Some rows of a section, from `first` on.
    pub fn entries(&self, app: &App, section: Section, first: usize, most: usize) -> Vec<Entry> {
        match section {
            Section::Identity => {
                let facts = app.inspect(self.key).map(|i| i.lines).unwrap_or_default();
                let facts = facts.into_iter().filter(|line| line.level.is_none());
                let entry =
                    |line: super::Info| Entry { key: None, cells: vec![line.label, line.text], worst: None };
                facts.skip(first).take(most).map(entry).collect()
            }
            Section::Problems => {
                let findings = app.book.findings_around(self.key);
                let entry = |f: &crate::rules::Finding| Entry {
                    key: f.other.and_then(|key| place_of(app, key)),
                    cells: vec![f.rule.text().to_owned(), app.lang.finding_sentence(app.book.model(), f)],
                    worst: Some(f.severity),
                };
                findings.iter().skip(first).take(most).map(entry).collect()
            }
            Section::Partners
            | Section::Customers
            | Section::Subscriptions
            | Section::Admin
            | Section::Transfers => {
                let (table, rows) = self.rows(app, section);
                let keys =
                    rows.iter().skip(first).take(most).filter_map(|row| app.book.model().key_at(table, *row));
                keys.filter_map(|key| self.entry(app, key)).collect()
            }
        }
    }

    fn entry(&self, app: &App, key: Key) -> Option<Entry> {
        let model = app.book.model();
        let words = app.lang.screen();
        let name = |key: Key| model.name(key).show().into_owned();
        let (goes, cells) = match key {
            Key::Partnership(id) => {
                let p = model.partnerships().get(id)?;
                let other = if self.key == Key::Partner(p.provider) { p.reseller } else { p.provider };
                let role = if other == p.provider { Role::IndirectProvider } else { Role::IndirectReseller };
                let since = p.accepted_on.or(p.invited_on).map(|d| d.to_string()).unwrap_or_default();
                let cells = vec![
                    name(Key::Partner(other)),
                    words.role(role).to_owned(),
                    words.partnership(p.state).to_owned(),
                    since,
                ];
                (Key::Partner(other), cells)
            }
            Key::Relationship(id) => {
                let r = model.relationships().get(id)?;
                let via = r.via_provider.map(|id| name(Key::Partner(id))).unwrap_or_default();
                let rights = rights(app, r);
                let since = r.accepted_on.or(r.requested_on).map(|d| d.to_string()).unwrap_or_default();
                let cells = vec![
                    name(Key::Partner(r.partner)),
                    via,
                    words.relationship(r.state).to_owned(),
                    rights,
                    since,
                ];
                (Key::Partner(r.partner), cells)
            }
            Key::Customer(id) => {
                let c = model.customer(id)?;
                let country = c.country.map(|c| c.to_string()).unwrap_or_default();
                (key, vec![name(key), country, c.domain.show().into_owned()])
            }
            Key::Subscription(id) => {
                let s = model.subscription(id)?;
                let quantity = s.quantity.map_or_else(|| "-".to_owned(), |n| n.to_string());
                let seller = s.seller.map_or_else(|| "-".to_owned(), |id| name(Key::Partner(id)));
                let ends = s.ends().map_or_else(|| "-".to_owned(), |day| day.to_string());
                let channel = s.channel.short().to_owned();
                let cells = vec![
                    name(key),
                    quantity,
                    channel,
                    seller,
                    words.status(s.status).to_owned(),
                    ends,
                    words.renews(s.auto_renew).to_owned(),
                ];
                (key, cells)
            }
            Key::Admin(id) => {
                let a = model.admin().get(id)?;
                let other = if self.key.table() == TableName::Partner {
                    a.customer.map(Key::Customer)
                } else {
                    a.partner.map(Key::Partner)
                };
                let end = a.end.map(|at| at.day().to_string()).unwrap_or_default();
                let status = app.lang.choice(a.status.code()).into_owned();
                (key, vec![name(key), other.map(name).unwrap_or_default(), status, end])
            }
            Key::Transfer(id) => {
                let t = model.transfers().get(id)?;
                let side = |id: Option<TenantId>| id.map(|id| name(Key::Partner(id))).unwrap_or_default();
                let created = t.created.map(|at| at.day().to_string()).unwrap_or_default();
                let status = app.lang.choice(t.status.code()).into_owned();
                (key, vec![name(key), side(t.source), side(t.target), status, created])
            }
            Key::Partner(_) | Key::Group(_) | Key::Waiver(_) => (key, vec![name(key)]),
        };
        Some(Entry { key: Some(goes), cells, worst: app.worst(key) })
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        if !app.book.model().contains(self.key) {
            return Turn::Close;
        }
        match action {
            Action::RowDown => self.step(app, 1),
            Action::RowUp => self.step(app, -1),
            Action::PageDown | Action::HalfDown => self.step(app, 10),
            Action::PageUp | Action::HalfUp => self.step(app, -10),
            Action::FirstRow => self.cursors[self.section] = 0,
            Action::LastRow => self.step(app, isize::MAX),
            Action::NextSection | Action::PaneRight => {
                self.section = (self.section + 1) % self.sections.len();
            }
            Action::PreviousSection | Action::PaneLeft => {
                self.section = (self.section + self.sections.len() - 1) % self.sections.len();
            }
            Action::Open => return self.open(app),
            Action::Back | Action::StepBack | Action::Quit | Action::Cancel => return Turn::Close,
            Action::GoMain => return Turn::Main,
            Action::Why => {
                let findings = app.book.findings_around(self.key);
                if !findings.is_empty() {
                    return Turn::Over(Box::new(Overlay::Reader(Reader::findings(app, &findings))));
                }
                app.say(super::Notice::done(app.lang.overlays().no_problem, &[]));
            }
            Action::Fixes => return app.fixes_of(self.key),
            Action::Who => return app.who_of(self.key),
            Action::Tree => return app.tree_of(self.key),
            Action::Edit => {
                let form = super::Form::edit(app, self.key, None);
                return form.map_or(Turn::Stay, |form| Turn::Over(Box::new(Overlay::Form(Box::new(form)))));
            }
            Action::Undo | Action::Redo => app.act(action),
            Action::Save => app.save(),
            Action::Help | Action::Palette => return app.help_over(action),
            Action::CopyId
            | Action::CopyName
            | Action::CopyRow
            | Action::CopyJson
            | Action::CopyRon
            | Action::CopyMarkdown => {
                app.copy(action, &[self.key]);
            }
            Action::QuitAll => app.quit(),
            Action::Transfer => {
                return match app.transfer_of(&[self.key]) {
                    Turn::Swap(wizard) => Turn::Over(wizard),
                    Turn::Close => Turn::Stay,
                    turn => turn,
                };
            }
            _ if App::relates(action).is_some() => app.relate_on(self.key, action),
            Action::Operations => app.operations_on(self.key),
            _ => app.off_here(action),
        }
        Turn::Stay
    }

    fn step(&mut self, app: &App, by: isize) {
        let last = self.count(app, self.here()).saturating_sub(1);
        let cursor = &mut self.cursors[self.section];
        *cursor = cursor.saturating_add_signed(by).min(last);
    }

    /// Goes to the record under the cursor: its own view, on top of this one, so that going back comes to this line.
    fn open(&self, app: &App) -> Turn {
        let here = self.here();
        let entry = self.entries(app, here, self.cursors[self.section], 1).into_iter().next();
        match entry.and_then(|entry| entry.key).filter(|key| *key != self.key) {
            Some(key) => Turn::Over(Box::new(Overlay::Detail(Detail::new(app, key)))),
            None => Turn::Stay,
        }
    }
}

/// The partners, the customer and the subscriptions of admin privileges or of a transfer.
fn sides(model: &Model, section: Section, key: Key) -> (TableName, Vec<Row>) {
    let (partners, customer, items) = match key {
        Key::Admin(id) => {
            let a = model.admin().get(id);
            let partners = a.map(|a| vec![a.partner, a.indirect_provider]);
            (partners, a.and_then(|a| a.customer), Vec::new())
        }
        Key::Transfer(id) => {
            let t = model.transfers().get(id);
            let items = t.map(|t| t.subscriptions.clone()).unwrap_or_default();
            (t.map(|t| vec![t.source, t.target]), t.map(|t| t.customer), items)
        }
        _ => (None, None, Vec::new()),
    };
    let partners = partners.unwrap_or_default().into_iter().flatten();
    match section {
        Section::Partners => {
            (TableName::Partner, partners.filter_map(|id| model.partners().row(id)).collect())
        }
        Section::Customers => {
            (TableName::Customer, customer.and_then(|id| model.customers().row(id)).into_iter().collect())
        }
        Section::Subscriptions => {
            (TableName::Subscription, items.iter().filter_map(|id| model.subscriptions().row(*id)).collect())
        }
        Section::Identity | Section::Problems | Section::Admin | Section::Transfers => {
            (TableName::Waiver, Vec::new())
        }
    }
}

fn subscriptions_of(app: &App, partner: TenantId) -> Vec<Row> {
    let model = app.book.model();
    let sold = model.links().subscriptions_by_seller.get(&partner);
    let mut rows = [sold, &super::related::subscriptions_through(model, partner)].concat();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// The admin privileges that go with a relationship.
fn rights(app: &App, r: &Relationship) -> String {
    let dap = (r.dap == Dap::Granted).then_some("DAP");
    let has_gdap = app.book.model().admin_between(r.partner, r.customer).any(Admin::is_active);
    let gdap = has_gdap.then_some("GDAP");
    dap.into_iter().chain(gdap).collect::<Vec<_>>().join(" ")
}
