//! `help`: of a command, and on rules, the filter language and the output for programs.

use clap::{CommandFactory as _, Parser as _};

use super::args::{Args, Help};
use super::around::Around;
use super::explain::of_rule;
use super::fail::{Exit, Fail};
use super::item::{Item, Json};
use super::out::{self, Out};
use super::screens::COMMANDS;
use super::table::{About, Sheet};
use super::{agenda, change, check, record, relation};
use crate::cli::args::Format;
use crate::keymap::nearest;
use crate::model::{TableName, show};
use crate::query::{Pane, Term};
use crate::rules::all;
use std::process::ExitCode;

/// What there is help on besides the commands.
const TOPICS: &[&str] = &["filter", "format", "rules"];

/// Shows the help of the command that is asked about, or of the whole program. It needs nothing around it.
pub fn of_command(args: &Help) -> Option<ExitCode> {
    let topic = args.topic.as_deref();
    let is_command = |name: &str| Args::command().find_subcommand(name).is_some();
    let words: Vec<&str> = match topic {
        None => vec!["partnerbook", "--help"],
        Some(name) if is_command(name) => vec!["partnerbook", name, "--help"],
        Some(_) => return None,
    };
    // To be asked for help is an error to clap, and it words it as it does behind the flag.
    Args::try_parse_from(words).err().map(|asked| out::usage(&asked))
}

/// Shows the help on a topic.
///
/// # Errors
/// When there is no such command or topic.
pub fn run(args: &Help, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    match args.topic.as_deref() {
        Some("rules") => rules(around, out)?,
        Some("filter") => filter(around, out)?,
        Some("format") => format(around, out)?,
        topic => return Err(unknown(around, topic.unwrap_or_default())),
    }
    Ok(Exit::Done)
}

fn unknown(around: &Around, topic: &str) -> Fail {
    let known = [COMMANDS, TOPICS].concat();
    let near = nearest(topic, &known);
    let words = (around.lang.topics().no_topic)(&show(topic), near, &known.join(", "));
    Fail::new(Exit::Usage, words)
}

/// The catalogue of rules. Where there is room for all of it, with dates and sources.
fn rules(around: &Around, out: &mut Out) -> Result<(), Fail> {
    let columns = match around.format {
        Format::Text => vec!["rule", "severity", "kind", "title"],
        Format::Tsv | Format::Md | Format::Json | Format::Jsonl => {
            vec!["rule", "severity", "kind", "valid", "title", "source"]
        }
    };
    let items = all().map(|rule| of_rule(around, rule.code)).collect();
    Sheet { columns, items }.write(around.format, &About::default(), out)
}

/// The grammar of the filter language, then its fields.
fn filter(around: &Around, out: &mut Out) -> Result<(), Fail> {
    if around.format == Format::Text || around.format == Format::Tsv {
        around.lang.topics().filter.iter().try_for_each(|line| out.data(line))?;
        out.data("")?;
    }
    let items = Term::ALL.iter().map(|term| field(around, *term)).collect();
    let columns = vec!["field", "about", "values", "on"];
    Sheet { columns, items }.write(around.format, &About::default(), out)
}

fn field(around: &Around, term: Term) -> Item {
    let names: Vec<&str> = std::iter::once(term.name()).chain(term.aliases().iter().copied()).collect();
    let panes: Vec<Json> = term.panes().iter().map(|pane| on(*pane).into()).collect();
    Item::new([
        ("field", names.join(", ").into()),
        ("about", around.lang.term(term).into()),
        ("values", around.lang.term_values(term).into()),
        ("on", if term.panes() == Pane::ALL { "all".into() } else { panes.into() }),
    ])
}

/// The name of what a query is asked of, as `list` has it where it has one.
fn on(pane: Pane) -> &'static str {
    match pane {
        Pane::Providers => "providers",
        Pane::Resellers => "resellers",
        Pane::Customers => "customers",
        Pane::Subscriptions => "subscriptions",
        Pane::Partnerships => "partnerships",
        Pane::Relationships => "relationships",
        Pane::Admin => "admin",
        Pane::Transfers => "transfers",
        Pane::Groups => "groups",
        Pane::Waivers => "waivers",
    }
}

/// What the output for programs looks like: the frame, then the names of each kind of item.
fn format(around: &Around, out: &mut Out) -> Result<(), Fail> {
    around.lang.topics().format.iter().try_for_each(|line| out.data(line))?;
    let kinds: [(&str, Vec<&str>); 7] = [
        ("providers, resellers", record::columns(TableName::Partner)),
        ("customers", record::columns(TableName::Customer)),
        ("subscriptions", record::columns(TableName::Subscription)),
        ("relations", relation::COLUMNS.to_vec()),
        ("agenda", agenda::COLUMNS.to_vec()),
        ("problems, check", check::KNOWN.to_vec()),
        ("log, undo, redo, checkpoint, restore", change::KNOWN.to_vec()),
    ];
    kinds.iter().try_for_each(|(kind, names)| {
        out.data("")?;
        out.data(&format!("{kind}:"))?;
        out.data(&format!("  {}", names.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_known_by_name() {
        let command = Args::command();
        let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, COMMANDS);
    }
}
