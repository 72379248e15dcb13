//! A form that is left before it is confirmed, as data; and back from there, against the book as it is now.

use super::accept::Accepting;
use super::{Aim, Form};
use crate::app::unfinished::{Again, as_typed};
use crate::app::{App, Overlay, Reply, Sheet};
use crate::edit::ops::{Creator, Fill};
use crate::edit::{Impossible, Rejection};
use crate::model::{Key, Record, Transaction, Verb};
use crate::rules::Code;
use crate::store::forms::{self, Filled, Keys, One, Step, Typed};
use std::sync::Arc;

/// What a form begins with, or why it cannot.
type Begun = Result<Form, String>;

impl Form {
    /// What was typed; nothing when nothing was.
    pub(in crate::app) fn unfinished(&self) -> Option<Filled> {
        let changed = self.fields.iter().filter(|field| field.is_changed());
        let typed: Vec<Typed> = changed
            .map(|field| Typed { field: field.field.name().into(), text: field.line.text().into() })
            .collect();
        let cursor = self.here().field.name().into();
        (!typed.is_empty()).then(|| Filled { aim: self.aim.left(), base: self.base.clone(), typed, cursor })
    }

    /// Takes a form up again.
    pub(in crate::app) fn again(app: &mut App, filled: &Filled) -> Again {
        let mut told = Vec::new();
        if let forms::Aim::Insist(step) = &filled.aim
            && let Some(question) = free_of_doubt(app, step, filled)
        {
            return question;
        }
        match begun(app, filled, &mut told) {
            Ok(form) => form.filled(app, filled, told),
            Err(why) => Again::gone(title_of(app, filled), why, as_typed(filled)),
        }
    }

    /// Puts what was typed back. What fits no field any more is told, what cannot be stored stands beside its field.
    fn filled(mut self, app: &mut App, filled: &Filled, mut told: Vec<String>) -> Again {
        for Typed { field, text } in &filled.typed {
            match self.fields.iter_mut().find(|known| known.field.name() == field.raw()) {
                Some(known) => {
                    known.line.set("");
                    known.line.paste(text.raw());
                }
                None => told.push(app.lang.unfinished().no_field(&field.show(), &text.show())),
            }
        }
        let fits = |typed: &Typed| self.fields.iter().any(|field| field.field.name() == typed.field.raw());
        let is_done = filled.typed.iter().all(fits) && !self.is_changed();
        let at = self.fields.iter().position(|field| field.field.name() == filled.cursor.raw());
        self.cursor = at.unwrap_or(self.cursor);
        self.judge(app);
        let changed = self.fields.iter().filter(|field| field.is_changed());
        let typed = changed
            .map(|f| (app.lang.field(f.field).to_owned(), app.meaning(f.field, f.line.text())))
            .collect();
        Again {
            title: self.title.clone(),
            typed,
            told,
            overlay: Some(Overlay::Form(Box::new(self))),
            is_done,
        }
    }
}

impl Aim {
    fn left(&self) -> forms::Aim {
        match self {
            Self::Add => forms::Aim::Add,
            Self::Create(Creator::Seller(seller)) => forms::Aim::Create { seller: *seller, reseller: None },
            Self::Create(Creator::ProviderFor { provider, reseller }) => {
                forms::Aim::Create { seller: *provider, reseller: Some(*reseller) }
            }
            Self::Replace(_) => forms::Aim::Replace,
            Self::Edit(keys) => forms::Aim::Edit(Keys(Arc::clone(keys))),
            Self::Fill(fill) => forms::Aim::Fill(fill.verb()),
            Self::Accept(Accepting::Found(finding)) => {
                forms::Aim::Accept { rule: finding.rule.text().into(), on: One(finding.subject) }
            }
            Self::Accept(Accepting::Refused(step, _)) => forms::Aim::Insist(Step(Arc::clone(step))),
        }
    }
}

fn begun(app: &mut App, filled: &Filled, told: &mut Vec<String>) -> Begun {
    let base = filled.base.clone();
    match &filled.aim {
        forms::Aim::Add => Ok(anew(app, base, Aim::Add)),
        forms::Aim::Create { seller, reseller } => {
            let creator = match *reseller {
                Some(reseller) => Creator::ProviderFor { provider: *seller, reseller },
                None => Creator::Seller(*seller),
            };
            Ok(anew(app, base, Aim::Create(creator)))
        }
        forms::Aim::Replace => replaced(app, base, told),
        forms::Aim::Edit(keys) => many(app, keys, told),
        forms::Aim::Fill(verb) => operation(app, *verb, &base, told),
        forms::Aim::Accept { rule, on } => accepted(app, rule.raw(), on.0),
        forms::Aim::Insist(step) => insisted(app, step),
    }
}

fn anew(app: &mut App, base: Record, aim: Aim) -> Form {
    Form::new(app, title_new(app, base.key()), base, aim)
}

fn title_new(app: &App, key: Key) -> String {
    app.lang.overlays().new_record(app.lang.table(key.table()))
}

/// A record that is gone meanwhile can be added anew with what was typed.
fn replaced(app: &mut App, base: Record, told: &mut Vec<String>) -> Begun {
    let words = app.lang.unfinished();
    let name = name_of(app, &base);
    let Some(now) = app.book.model().get(base.key()) else {
        told.push(words.add_anew(&name));
        return Ok(anew(app, base, Aim::Add));
    };
    if now != base {
        told.push(words.has_changed(&name));
    }
    Form::edit(app, base.key(), None).ok_or_else(|| words.is_gone(&name))
}

fn many(app: &mut App, keys: &Keys, told: &mut Vec<String>) -> Begun {
    let words = app.lang.unfinished();
    let model = app.book.model();
    let there: Vec<Key> = keys.0.iter().copied().filter(|key| model.contains(*key)).collect();
    let gone = keys.0.len() - there.len();
    if gone > 0 {
        told.push(words.some_are_gone(gone));
    }
    Form::edit_many(app, there).ok_or_else(|| words.all_are_gone.to_owned())
}

fn operation(app: &mut App, verb: Verb, base: &Record, told: &mut Vec<String>) -> Begun {
    let words = app.lang.unfinished();
    let name = name_of(app, base);
    let fill = match base {
        Record::Subscription(s) => {
            let all = [Fill::Quantity(s.id), Fill::Renewal(s.id), Fill::Upgrade(s.id), Fill::Migration(s.id)];
            all.into_iter().find(|fill| fill.verb() == verb)
        }
        _ => None,
    };
    let form = fill.and_then(|fill| Form::fill(app, fill)).ok_or_else(|| words.is_gone(&name))?;
    if form.base != *base {
        told.push(words.has_changed(&name));
    }
    Ok(form)
}

fn accepted(app: &mut App, rule: &str, on: Key) -> Begun {
    let words = app.lang.unfinished();
    let code = Code::parse(rule);
    let findings = app.book.findings();
    let mut found = findings.on(on).iter().chain(findings.waived_on(on));
    let Some(finding) = found.find(|finding| Some(finding.rule) == code).copied() else {
        return Err(words.no_problem(&app.book.model().name(on).show()));
    };
    let refused = |app: &App, why: &Impossible| app.lang.impossible(app.book.model(), why);
    Form::waive(app, finding).map_err(|why| refused(app, &why))
}

fn insisted(app: &mut App, step: &Step) -> Begun {
    let words = app.lang.unfinished();
    match app.book.would(&step.0) {
        Err(Rejection::Broken(findings)) => {
            let form = Form::insist(app, step.0.as_ref().clone(), findings);
            form.map_err(|why| app.lang.impossible(app.book.model(), &why))
        }
        Ok(_) | Err(Rejection::Stale(_) | Rejection::Nothing) => Err(words.step_fits_not.to_owned()),
    }
}

/// A step that nothing refuses any more is asked for as it is.
fn free_of_doubt(app: &mut App, step: &Step, filled: &Filled) -> Option<Again> {
    let _ = app.book.would(&step.0).ok()?;
    let words = app.lang.overlays();
    let title = words.would_do(&app.lang.step(app.book.model(), &step.0));
    let answers = vec![('d', words.do_it.into(), Reply::Commit(Box::new(Transaction::clone(&step.0))))];
    let sheet = Sheet { title: title.clone(), lines: Vec::new(), answers, safe: words.keep_as_is, offset: 0 };
    let told = vec![app.lang.unfinished().not_refused.to_owned()];
    Some(Again { title, typed: as_typed(filled), told, overlay: Some(Overlay::Sheet(sheet)), is_done: false })
}

/// What a form was called whose record is gone.
fn title_of(app: &App, filled: &Filled) -> String {
    let words = app.lang.overlays();
    match &filled.aim {
        forms::Aim::Add | forms::Aim::Create { .. } => title_new(app, filled.base.key()),
        forms::Aim::Replace => words.edit_record(&name_of(app, &filled.base)),
        forms::Aim::Edit(keys) => words.edit_many(keys.0.len()),
        forms::Aim::Fill(verb) => words.labelled(app.lang.verb(*verb), &name_of(app, &filled.base)),
        forms::Aim::Accept { rule, on } => words.accept(&rule.show(), &app.book.model().name(on.0).show()),
        forms::Aim::Insist(step) => words.would_do(&app.lang.step(app.book.model(), &step.0)),
    }
}

/// The name of a record that may be gone from the book, safe to show.
fn name_of(app: &App, record: &Record) -> String {
    let named = match record {
        _ if app.book.model().contains(record.key()) => None,
        Record::Partner(partner) => Some(&partner.name),
        Record::Customer(customer) => Some(&customer.name),
        Record::Subscription(subscription) => Some(subscription.title()),
        Record::Admin(admin) => Some(&admin.name),
        Record::Group(group) => Some(&group.name),
        Record::Partnership(_) | Record::Relationship(_) | Record::Transfer(_) | Record::Waiver(_) => None,
    };
    match named.filter(|name| !name.is_empty()) {
        Some(name) => name.show().into_owned(),
        None => app.book.model().name(record.key()).show().into_owned(),
    }
}
