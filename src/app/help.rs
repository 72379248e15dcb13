//! Help and the palette: everything that can be done, with its keys, searched by words or by a key; Enter does it.
//! What is off here stays in its place and says why.

use super::App;
use super::filter::FilterLine;
use super::line::Line;
use super::menu::Item;
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::reader::Reader;
use crate::action::{Action, Group};
use crate::edit::ops::OpId;
use crate::keymap::Context;
use crate::query::{self, fold::fold};
use crate::rules::{self, Code};

/// Which of the two it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Help: all keys of the place it was asked from, rules and filter words on further pages.
    Help,
    /// The palette: what is typed is a command.
    Palette,
}

/// A page of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Actions and their keys.
    Keys,
    /// The words of the filter language.
    Filter,
    /// The rules.
    Rules,
    /// The operations of the programme.
    Operations,
}

const PAGES: [Page; 4] = [Page::Keys, Page::Filter, Page::Rules, Page::Operations];

/// What a line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A heading.
    Group(Group),
    /// An action.
    Action(Action),
    /// An operation on the row, or on the marked ones: its place among them.
    Here(usize),
    /// A field of the filter language.
    Term(query::Term),
    /// A rule.
    Rule(Code),
    /// An operation of the programme.
    Operation(OpId),
}

/// A line of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// What it is about.
    pub about: About,
    /// Its keys, or its id.
    pub key: String,
    /// What it does or means.
    pub text: String,
    /// Why it is off here.
    pub off: Option<String>,
}

/// Help, or the palette.
#[derive(Clone, Debug)]
pub struct Help {
    /// Which of the two.
    pub kind: Kind,
    /// What is typed.
    pub line: Line,
    /// The page.
    pub page: Page,
    /// The lines that fit what is typed.
    pub list: Vec<HelpLine>,
    /// The line of the cursor.
    pub cursor: usize,
    /// How many lines there are when nothing is typed.
    pub of: usize,
    context: Context,
    /// What the palette offers beside the actions: the operations that concern the row, or the marked ones.
    operations: Vec<Item>,
}

impl Help {
    /// Help or the palette, for the place the keys are at.
    pub fn new(app: &App, kind: Kind) -> Self {
        Self::at(app, kind, app.context())
    }

    fn at(app: &App, kind: Kind, context: Context) -> Self {
        let mut help = Self {
            kind,
            line: Line::default(),
            page: Page::Keys,
            list: Vec::new(),
            cursor: 0,
            of: 0,
            context,
            operations: if kind == Kind::Palette {
                app.operation_items(&app.pane().targets())
            } else {
                Vec::new()
            },
        };
        help.fill(app);
        help
    }

    /// The line under the cursor.
    pub fn here(&self) -> Option<&HelpLine> {
        self.list.get(self.cursor)
    }

    fn fill(&mut self, app: &App) {
        let all = match self.page {
            Page::Keys => [self.actions(app), self.operations(app)].concat(),
            Page::Filter => terms(app),
            Page::Rules => rules_of(app),
            Page::Operations => super::operations::lines(app),
        };
        self.of = all.iter().filter(|line| !matches!(line.about, About::Group(_))).count();
        let typed = self.line.text().trim();
        let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
        let fits = |line: &HelpLine| {
            let text = fold(&line.text).into_owned();
            // One word may be a key, in the case that keys have.
            line.key.split(", ").any(|key| key == typed)
                || words.iter().all(|word| text.contains(word.as_str()))
        };
        let headed = words.is_empty();
        self.list = all
            .into_iter()
            .filter(|line| if matches!(line.about, About::Group(_)) { headed } else { fits(line) })
            .collect();
        // A key that is typed comes before words that hold its letter.
        self.list.sort_by_key(|line| !headed && !line.key.split(", ").any(|key| key == typed));
        self.cursor = 0;
        self.step(0);
    }

    fn actions(&self, app: &App) -> Vec<HelpLine> {
        let mut lines = Vec::new();
        for group in Group::ALL {
            let first = lines.len();
            for action in Action::ALL.iter().filter(|action| action.group() == *group) {
                let keys: Vec<String> =
                    app.keymap.keys_for(self.context, *action).iter().map(ToString::to_string).collect();
                let palette = self.kind == Kind::Palette && is_command(*action);
                if keys.is_empty() && !palette {
                    continue;
                }
                let label = app.lang.action_label(*action);
                lines.push(HelpLine {
                    about: About::Action(*action),
                    key: keys.join(", "),
                    text: format!("{label}. {}", app.lang.action_does(*action)),
                    off: app.off(*action),
                });
            }
            if lines.len() > first && self.kind == Kind::Help {
                let text = app.lang.action_group(*group).to_owned();
                lines.insert(
                    first,
                    HelpLine { about: About::Group(*group), key: String::new(), text, off: None },
                );
            }
        }
        lines
    }

    /// The operations that concern the row, below the actions; what leads nowhere says why.
    fn operations(&self, app: &App) -> Vec<HelpLine> {
        let key = app.keymap.key_for(self.context, Action::Operations).map(ToString::to_string);
        let line = |(n, item): (usize, &Item)| HelpLine {
            about: About::Here(n),
            key: key.clone().unwrap_or_default(),
            text: item.label.clone(),
            off: item.does.as_ref().err().cloned(),
        };
        self.operations.iter().enumerate().map(line).collect()
    }

    /// Moves the cursor, past headings.
    fn step(&mut self, by: isize) {
        let last = self.list.len().saturating_sub(1);
        let mut at = self.cursor.saturating_add_signed(by).min(last);
        while matches!(self.list.get(at).map(|line| &line.about), Some(About::Group(_))) {
            let next = if by < 0 && at > 0 { at - 1 } else { at + 1 };
            if next > last || next == at {
                break;
            }
            at = next;
        }
        self.cursor = at;
    }

    pub(super) fn typed(&mut self, app: &App, typed: char) -> Turn {
        self.line.type_char(typed);
        self.fill(app);
        Turn::Stay
    }

    pub(super) fn paste(&mut self, app: &App, text: &str) -> Turn {
        self.line.paste(text);
        self.fill(app);
        Turn::Stay
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Leave | Action::Cancel => return Turn::Close,
            Action::CandidateUp => self.step(-1),
            Action::CandidateDown => self.step(1),
            Action::PageUp => self.step(-10),
            Action::PageDown => self.step(10),
            Action::NextSection => self.turn_page(app, 1),
            Action::PreviousSection => self.turn_page(app, PAGES.len() - 1),
            Action::Accept => return self.run(app),
            Action::CopyList => {
                let line = |line: &HelpLine| format!("{}\t{}", line.key, line.text);
                app.effect(super::Effect::Copy(self.list.iter().map(line).collect::<Vec<_>>().join("\n")));
                app.say(Notice::done(app.lang.overlays().copied_text, &[]));
            }
            _ => {
                self.line.act(action);
                self.fill(app);
            }
        }
        Turn::Stay
    }

    fn turn_page(&mut self, app: &App, by: usize) {
        let now = PAGES.iter().position(|page| *page == self.page).unwrap_or(0);
        self.page = PAGES[(now + by) % PAGES.len()];
        self.fill(app);
    }

    /// Does what the chosen line says, where help was asked from.
    fn run(&self, app: &mut App) -> Turn {
        if self.kind == Kind::Palette && self.command(app) {
            return Turn::Close;
        }
        match self.here().map(|line| (&line.about, &line.off)) {
            Some((About::Action(_), Some(why))) => {
                app.say(Notice::refused(why.clone(), &[]));
                Turn::Stay
            }
            Some((About::Action(action), None)) => {
                app.after.push(*action);
                Turn::Close
            }
            Some((About::Here(n), _)) => match self.operations.get(*n).map(|item| item.does.clone()) {
                Some(Ok(does)) => app.choose(does),
                Some(Err(why)) => {
                    app.say(Notice::refused(why, &[]));
                    Turn::Stay
                }
                None => Turn::Stay,
            },
            Some((About::Term(term), _)) => {
                app.after_filter = Some(format!("{}:", term.name()));
                Turn::Main
            }
            Some((About::Rule(code), _)) => Turn::Over(Box::new(Overlay::Reader(Reader::rule(app, *code)))),
            Some((About::Operation(id), _)) => {
                Turn::Over(Box::new(Overlay::Reader(Reader::operation(app, *id))))
            }
            Some((About::Group(_), _)) | None => Turn::Stay,
        }
    }

    /// A command typed in full: `w`, `q`, `wq`, `filter ...`.
    fn command(&self, app: &mut App) -> bool {
        let typed = self.line.text().trim();
        let action = match typed {
            "w" => Action::Save,
            "q" => Action::Quit,
            "wq" | "x" => Action::SaveQuit,
            _ => {
                let Some(query) = typed.strip_prefix("filter ") else { return false };
                app.after_filter = Some(query.to_owned());
                return true;
            }
        };
        app.after.push(action);
        true
    }
}

/// True for what the palette offers: not the keys of lines, forms and sheets.
fn is_command(action: Action) -> bool {
    !matches!(action.group(), Group::Typing | Group::Answering | Group::Moving)
}

fn terms(app: &App) -> Vec<HelpLine> {
    let pane = app.pane().kind;
    let line = |term: query::Term| {
        let text = format!("{} {}", app.lang.term(term), app.lang.term_values(term));
        let off = (!term.is_on(pane)).then(|| app.lang.overlays().term_elsewhere.to_owned());
        HelpLine { about: About::Term(term), key: format!("{}:", term.name()), text, off }
    };
    query::Term::ALL.iter().map(|term| line(*term)).collect()
}

fn rules_of(app: &App) -> Vec<HelpLine> {
    let line = |rule: &rules::Rule| HelpLine {
        about: About::Rule(rule.code),
        key: rule.code.text().to_owned(),
        text: app.lang.rule_title(rule.code).to_owned(),
        off: None,
    };
    rules::all().map(line).collect()
}

impl App {
    /// Why an action is off here; nothing when it is not.
    pub fn off(&self, action: Action) -> Option<String> {
        let words = self.lang.overlays();
        let needs_record = matches!(
            action,
            Action::Open
                | Action::Edit
                | Action::Remove
                | Action::Duplicate
                | Action::Pin
                | Action::Who
                | Action::Tree
                | Action::Fixes
                | Action::Why
                | Action::CopyId
                | Action::CopyName
                | Action::CopyRow
                | Action::CopyJson
                | Action::CopyRon
                | Action::CopyMarkdown
                | Action::Operations
        );
        if action == Action::Transfer {
            return self.transfer_off();
        }
        let key = self.here();
        if needs_record && key.is_none() {
            return Some(words.needs_record.to_owned());
        }
        if let (Action::Who, Some(key)) = (action, key) {
            return self.who_off(key);
        }
        let verbs = Self::relates(action)?;
        // What marked rows have in common is asked when it is wanted.
        if self.pane().marks.len() > 1 {
            return None;
        }
        let Some(key) = key else { return Some(words.needs_record.to_owned()) };
        let offers = crate::edit::Intent::for_row(self.book.model(), key);
        let mut mine = offers.iter().filter(|offer| verbs.contains(&offer.verb)).peekable();
        if mine.peek().is_none() {
            return Some(words.off_on(self.lang.action_label(action), self.lang.table(key.table())));
        }
        let whys: Vec<_> = mine.map(|offer| offer.does.as_ref().err()).collect();
        if whys.iter().any(Option::is_none) {
            return None;
        }
        whys.first().copied().flatten().map(|why| self.lang.impossible(self.book.model(), why))
    }

    /// Help or the palette over a view.
    pub(super) fn help_over(&self, action: Action) -> Turn {
        let kind = if action == Action::Help { Kind::Help } else { Kind::Palette };
        let context = if action == Action::Help { Context::Detail } else { Context::List };
        Turn::Over(Box::new(Overlay::Help(Box::new(Help::at(self, kind, context)))))
    }

    /// Runs what an overlay that closed has asked for.
    pub(super) fn run_after(&mut self) {
        for action in std::mem::take(&mut self.after) {
            self.run(action);
        }
        if let Some(query) = self.after_filter.take() {
            let n = self.focused();
            self.set_filter(n, &Line::new(&query));
            let line = FilterLine::new(self, vec![n]);
            self.open(Overlay::Filter(line));
        }
    }
}
