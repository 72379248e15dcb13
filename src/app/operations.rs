//! The operations of the programme as help tells them: who does each, what it needs, what it changes and what it leaves
//! alone, all read from their table.

use super::App;
use super::help::{About, HelpLine};
use super::reader::{Reader, Text};
use crate::edit::ops::catalogue::{OPERATIONS, operation};
use crate::edit::ops::{May, OpId, Operation};
use crate::rules::Code;

/// A line for each operation.
pub(super) fn lines(app: &App) -> Vec<HelpLine> {
    let line = |operation: &Operation| HelpLine {
        about: About::Operation(operation.id),
        key: operation.id.text().to_owned(),
        text: app.lang.operation(operation.id).title.to_owned(),
        off: None,
    };
    OPERATIONS.iter().map(line).collect()
}

impl Reader {
    /// Tells of an operation all that its table holds.
    pub fn operation(app: &App, id: OpId) -> Self {
        let lang = app.lang;
        let words = lang.operation(id);
        let mut text = vec![Text::Heading(words.title.to_owned()), Text::Plain(words.does.to_owned())];
        if let Some(operation) = operation(id) {
            let actors: Vec<&str> = operation.actors.iter().map(|actor| lang.actor(*actor)).collect();
            text.push(Text::Heading(lang.operations().actors.to_owned()));
            text.push(Text::Plain(actors.join(", ")));
            text.push(Text::Heading(lang.operations().needs.to_owned()));
            text.extend(operation.needs.iter().map(|rule| Text::Plain(rule_line(app, rule))));
            text.push(Text::Heading(lang.operations().changes.to_owned()));
            text.extend(operation.may.iter().map(|may| Text::Plain(may_line(app, *may))));
            text.push(Text::Heading(lang.operations().keeps.to_owned()));
            text.push(Text::Plain(words.keeps.to_owned()));
            text.push(Text::Plain(lang.overlays().source(operation.source)));
        }
        let title = id.text().to_owned();
        Self { title, text, offset: 0, about: None, refused: None }
    }
}

fn rule_line(app: &App, rule: &str) -> String {
    let title = Code::parse(rule).map(|code| app.lang.rule_title(code)).unwrap_or_default();
    format!("{rule}  {title}")
}

fn may_line(app: &App, may: May) -> String {
    let words = app.lang.operations();
    match may {
        May::Add(table) => words.adds(app.lang.table(table)),
        May::Remove(table) => words.removes(app.lang.table(table)),
        May::Edit(fields) => {
            let names: Vec<&str> = fields.iter().map(|field| app.lang.field(*field)).collect();
            let table = fields.first().map(|field| app.lang.table(field.table())).unwrap_or_default();
            words.edits(table, &names.join(", "))
        }
    }
}
