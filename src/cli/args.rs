//! What may be written on the command line. Help texts only; nothing is done here.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::config::Theme;
use crate::i18n::Lang;
use crate::model::{Day, TenantId};

const AFTER_HELP: &str = "\
Examples:
  partnerbook demo                              look around in an invented network
  partnerbook import customers.json --us TENANT take in what Partner Center gave out
  partnerbook                                   open the book
  partnerbook check --severity error            for scripts: exit code 1 when something is wrong

More help: partnerbook help COMMAND, help rules, help filter, help format.

Exit codes:
  0 done, nothing found      1 found something          2 wrong use, or a flag is missing
  3 cannot be read           4 cannot be written        6 refused, or only partly done
  70 an error in Partnerbook itself                     130 stopped by Ctrl-C

Environment: PARTNERBOOK_BOOK, PARTNERBOOK_CONFIG_DIR, PARTNERBOOK_LANG, NO_COLOR.
The order is: flag, environment, settings.ron, default.";

const EXIT_CODES: &str = "\
Exit codes:
  0 nothing of the asked severity is found              1 something is found
  2 wrong use                                           3 the book cannot be read";

const SCRIPTS: &str = "\
A script has one edit on a line, in RON; blank lines and lines that begin with // are passed over:
  Set(record: \"Sud Conseil\", fields: [(\"note\", \"called\"), (\"country\", \"FR\")])
  Add(table: \"customer\", fields: [(\"name\", \"Hotel du Parc\"), (\"country\", \"FR\")])
  Remove(record: \"customer:5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20\")
  Import(files: [\"customers.json\"], us: \"3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01\")
  Undo
  Redo
  Save

A record is named as for show. Fields have the names of list --columns and take what a form takes: \
text, yes or no, a day like 2026-10-03, today or +30d, a code, an id; an empty text empties the field. \
The tables are partner, customer, subscription, partnership, relationship, admin, transfer, group and \
waiver. us and customer of Import are the flags of import.

Every edit is judged as on the screens. What the programme forbids is accepted by adding, to Set, Add \
or Remove, for instance: waive: (reason: \"audited\", until: \"2026-12-31\").

For each edit, once the disk has it, a line is written, or an object with --json:
  ack 1 Set partner:0f3c.. note=called country=FR
The number counts the edits of the script. The line is a promise: what it names outlives a crash, a \
power cut and a kill. What has no such line is not promised.

An edit that is refused is told on standard error, and the script stops there; with --keep-going it \
goes on. What was confirmed before stays. At the end the book is saved, unless --draft is given.

Exit codes:
  0 all done                                            2 a line is no edit; it stops there
  3 the book or the script cannot be read               4 something cannot be written
  6 an edit was refused";

const FMT_EXIT_CODES: &str = "\
Exit codes:
  0 done, or all is in canonical form                   1 with --check: something is not
  2 wrong use, or a file is nothing of a book           3 a file cannot be read: nothing is written
  4 cannot be written, or somebody else has the book    6 refused: comments would be lost";

const STEPS_CODES: &str = "\
Exit codes:
  0 all steps are done                                  2 wrong use
  3 the book cannot be read                             4 it cannot be written, or somebody else has it
  6 fewer steps than asked for: there were no more";

/// An offline, keyboard-driven book of CSP partners, customers and subscriptions.
#[derive(Debug, Parser)]
#[command(name = "partnerbook", version, about, after_help = AFTER_HELP, max_term_width = 100)]
#[command(disable_help_subcommand = true)]
pub struct Args {
    /// The book to open: a short name, or the path of a folder.
    #[arg(value_name = "BOOK", conflicts_with = "book")]
    pub named: Option<OsString>,
    /// Show only what this query means.
    #[arg(long, value_name = "QUERY")]
    pub filter: Option<String>,
    /// Look only: nothing can be changed.
    #[arg(long)]
    pub read_only: bool,
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// The command; without one the screens open.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Flags that every command takes.
#[derive(Debug, Clone, ClapArgs)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// The book: a short name, or the path of a folder.
    #[arg(short, long, global = true, value_name = "BOOK")]
    pub book: Option<OsString>,
    /// The day the rules are judged for, as 2026-09-15; else the clock's, UTC.
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    /// The language: en or fr.
    #[arg(long, global = true, value_name = "LANG", value_parser = lang)]
    pub lang: Option<Lang>,
    /// When colours are used.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_default_value = true)]
    pub color: When,
    /// The colours of the screens: auto, dark, light, mono, contrast.
    #[arg(long, global = true, value_name = "NAME", value_parser = theme)]
    pub theme: Option<Theme>,
    /// Draw with ASCII signs only.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Say nothing but errors on standard error.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// The same as --format json.
    #[arg(long, global = true, conflicts_with = "format")]
    pub json: bool,
    /// How data is written; else a table on a terminal and tab-separated lines elsewhere.
    #[arg(long, global = true, value_name = "FORMAT")]
    pub format: Option<Format>,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// As the environment says.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How data is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for people.
    Text,
    /// Tab-separated, with a header.
    Tsv,
    /// One object.
    Json,
    /// One object a line.
    Jsonl,
    /// A table of Markdown.
    Md,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Look around in an invented network; nothing is saved.
    Demo(Demo),
    /// Make a new book.
    Init(Init),
    /// Take in files of Partner Center and Microsoft Graph.
    Import(Import),
    /// Do the edits of a script, each confirmed before the next.
    Apply(Apply),
    /// Judge the book by the rules of the programme.
    Check(Check),
    /// List records, relations, problems or deadlines.
    List(List),
    /// Show one record.
    Show(Show),
    /// Tell who may administer, buy for and support a customer.
    Who(Who),
    /// Explain a rule, and why it hits a record.
    Explain(Explain),
    /// List what was done to the book, the newest first.
    Log(Log),
    /// Take steps back.
    Undo(Steps),
    /// Do steps again that were taken back.
    Redo(Steps),
    /// Give this moment a name.
    Checkpoint(Checkpoint),
    /// Bring an earlier moment back, as one step.
    Restore(Restore),
    /// List the keys in force, or check them.
    Keys(Keys),
    /// List the last saves, bring one back, or remove old ones.
    Backup(Backup),
    /// Write the files of the book in their canonical form.
    Fmt(Fmt),
    /// Tell where everything is and how the book is.
    Doctor,
    /// Show the help of a command, or on rules, filter or format.
    Help(Help),
}

/// Look around in an invented network.
#[derive(Debug, ClapArgs)]
pub struct Demo {
    /// Another network of the same shape.
    #[arg(long, value_name = "N", default_value_t = crate::demo::SEED)]
    pub seed: u64,
    /// How much is invented.
    #[arg(long, value_name = "SIZE", default_value = "small")]
    pub size: Size,
}

/// How large the invented network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Size {
    /// About 600 subscriptions.
    Small,
    /// One million subscriptions, for measuring.
    Large,
}

/// Make a new book.
#[derive(Debug, ClapArgs)]
pub struct Init {
    /// The book: a short name, or the path of a folder.
    #[arg(value_name = "BOOK", conflicts_with = "book")]
    pub named: Option<OsString>,
    /// Begin with these files of Partner Center.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub from_portal: Vec<PathBuf>,
    /// What the files cannot say.
    #[command(flatten)]
    pub told: Told,
}

/// Take in files.
#[derive(Debug, ClapArgs)]
pub struct Import {
    /// The files; - is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// What the files cannot say.
    #[command(flatten)]
    pub told: Told,
    /// Tell what would change, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Do the edits of a script.
#[derive(Debug, ClapArgs)]
#[command(after_help = SCRIPTS)]
pub struct Apply {
    /// The script: one edit a line; - is standard input.
    #[arg(value_name = "SCRIPT")]
    pub script: PathBuf,
    /// Go on after an edit that is refused.
    #[arg(long)]
    pub keep_going: bool,
    /// Leave the edits in the journal, as a draft; else the book is saved at the end.
    #[arg(long)]
    pub draft: bool,
}

/// What files cannot say of themselves.
#[derive(Debug, Clone, Copy, ClapArgs)]
pub struct Told {
    /// The tenant of the partner whose export it is; the book remembers the first.
    #[arg(long, value_name = "TENANT", value_parser = tenant)]
    pub us: Option<TenantId>,
    /// The tenant of the customer that the files are about.
    #[arg(long, value_name = "TENANT", value_parser = tenant)]
    pub customer: Option<TenantId>,
}

/// Judge the book.
#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT_CODES)]
pub struct Check {
    /// Only on what this query means.
    #[arg(value_name = "QUERY")]
    pub query: Option<String>,
    /// Only these rules, or families of rules: R-REG-002,R-PSH.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Only what is at least as grave as this.
    #[arg(long, value_name = "SEVERITY", default_value = "warning")]
    pub severity: AtLeast,
    /// First repair a damaged journal: the damaged file is kept, and all that still proves itself goes on.
    #[arg(long)]
    pub repair: bool,
    /// The moment.
    #[command(flatten)]
    pub past: Past,
}

/// How grave a finding has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AtLeast {
    /// What the programme forbids, and what is out of joint.
    Error,
    /// What will cost, too.
    Warning,
    /// What is worth a look, too.
    Hint,
}

/// List records, relations, problems or deadlines.
#[derive(Debug, ClapArgs)]
pub struct List {
    /// What is listed.
    #[arg(value_name = "KIND")]
    pub kind: ListKind,
    /// Only what this query means, as in the filter of the screens: 'ends:<60d renews:no'. The agenda takes what:KIND
    /// too, such as what:ends or what:privileges.
    #[arg(value_name = "QUERY")]
    pub query: Option<String>,
    /// The columns, by the names of fields and filters.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// The order: name, ends, state, country, problems, seats, channel; -ends is the last first.
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub sort: Option<String>,
    /// At most so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// The moment.
    #[command(flatten)]
    pub past: Past,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListKind {
    /// Those who sell: indirect providers and direct-bill partners.
    Providers,
    /// Indirect resellers.
    Resellers,
    /// Customers.
    Customers,
    /// Subscriptions.
    Subscriptions,
    /// Partnerships, reseller relationships, granular admin relationships.
    Relations,
    /// Findings of the rules.
    Problems,
    /// Deadlines: what ends, lapses or is deleted when.
    Agenda,
}

/// Show one record.
#[derive(Debug, ClapArgs)]
pub struct Show {
    /// The record: customer:ID, an id, a name, or a part of a name that only one has.
    #[arg(value_name = "RECORD")]
    pub record: String,
    /// How it is shown.
    #[arg(long = "as", value_name = "SHAPE")]
    pub shape: Option<As>,
    /// The moment.
    #[command(flatten)]
    pub past: Past,
}

/// How a record is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum As {
    /// Its fields with their labels, and its problems.
    Text,
    /// As data, with every field.
    Json,
    /// As the files of the book write it.
    Ron,
    /// Its relations as a tree.
    Tree,
    /// Its relations as a Mermaid diagram.
    Mermaid,
}

/// Tell who may do what.
#[derive(Debug, ClapArgs)]
pub struct Who {
    /// The customer, as for show; a subscription stands for the customer it serves.
    #[arg(value_name = "CUSTOMER")]
    pub customer: String,
    /// The moment.
    #[command(flatten)]
    pub past: Past,
}

/// Explain a rule.
#[derive(Debug, ClapArgs)]
pub struct Explain {
    /// The rule, such as R-REG-002.
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// A record, as for show.
    #[arg(value_name = "RECORD")]
    pub record: Option<String>,
    /// The moment.
    #[command(flatten)]
    pub past: Past,
}

/// A look at the past.
#[derive(Debug, ClapArgs)]
pub struct Past {
    /// The book as it was: at the end of a day (2026-09-15, UTC), at a checkpoint, or after a change by its number. The
    /// rules are judged for that day, unless --today names another.
    #[arg(long, value_name = "MOMENT")]
    pub at: Option<String>,
}

/// List what was done.
#[derive(Debug, ClapArgs)]
pub struct Log {
    /// Only changes that say all of these words or touch a record called so, or that touch a record: customer:ID, an id.
    #[arg(value_name = "QUERY")]
    pub query: Option<String>,
    /// At most so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// Take steps back or do them again.
#[derive(Debug, ClapArgs)]
#[command(after_help = STEPS_CODES)]
pub struct Steps {
    /// How many.
    #[arg(value_name = "N", default_value_t = 1)]
    pub steps: usize,
    /// Tell what would change, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Give this moment a name.
#[derive(Debug, ClapArgs)]
pub struct Checkpoint {
    /// The name: up to 60 characters, no day and no number, and none that there is already.
    #[arg(value_name = "NAME")]
    pub name: String,
}

/// Bring a moment back.
#[derive(Debug, ClapArgs)]
pub struct Restore {
    /// The moment: a day (its end, UTC), a checkpoint, or the number of a change. The baseline stays as it is.
    #[arg(value_name = "MOMENT")]
    pub moment: String,
    /// Tell what would change, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// List the last saves, bring one back, or remove old ones.
#[derive(Debug, ClapArgs)]
pub struct Backup {
    /// What is done with them.
    #[command(subcommand)]
    pub command: BackupCommand,
}

/// What can be done with backups.
#[derive(Debug, Subcommand)]
pub enum BackupCommand {
    /// List them, the newest first: when that state was saved, how large it is, whether it can be read.
    List,
    /// Bring one back: as one step that undo takes back; in the place of files that cannot be read, which are kept.
    Restore(Restored),
    /// Remove all but the newest. This cannot be undone.
    Prune(Prune),
}

/// The backup that is brought back.
#[derive(Debug, ClapArgs)]
pub struct Restored {
    /// Its number, as backup list says.
    #[arg(value_name = "N")]
    pub number: u64,
}

/// Remove old backups.
#[derive(Debug, ClapArgs)]
pub struct Prune {
    /// So many stay.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub keep: usize,
    /// Do not ask.
    #[arg(short, long)]
    pub yes: bool,
}

/// Write the files of the book in their canonical form: sorted by id, one record on a line, what is as usual left out.
/// Comments above the data are kept. Settings, keymap and the like are the user's own and left alone.
#[derive(Debug, ClapArgs)]
#[command(after_help = FMT_EXIT_CODES)]
pub struct Fmt {
    /// Only these: tables or book.ron, in a book or by themselves, or folders of books; else all files of the book.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// List what is not in canonical form, and write nothing.
    #[arg(long)]
    pub check: bool,
    /// Leave out comments among the records, which have no place in the canonical form.
    #[arg(long)]
    pub drop_comments: bool,
}

/// Show help.
#[derive(Debug, ClapArgs)]
pub struct Help {
    /// A command, or one of: rules, filter, format.
    #[arg(value_name = "TOPIC")]
    pub topic: Option<String>,
}

/// List or check the keys.
#[derive(Debug, ClapArgs)]
pub struct Keys {
    /// Tell what is wrong with them: conflicts, keys that keyboards or terminals do not have.
    #[arg(long)]
    pub check: bool,
}

fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|_| "a day is written like 2026-09-15".to_owned())
}

fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|_| "the languages are en and fr".to_owned())
}

fn theme(text: &str) -> Result<Theme, String> {
    Theme::named(text).ok_or_else(|| "the themes are auto, dark, light, mono and contrast".to_owned())
}

fn tenant(text: &str) -> Result<TenantId, String> {
    text.parse().map_err(|_| "a tenant id is written like 5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20".to_owned())
}
