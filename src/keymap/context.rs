//! The places where keys have a meaning, and what each inherits; knows nobody.

/// A place of the program with keys of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere; nothing is only here.
    Any,
    /// The four panes, and what all lists share.
    List,
    /// The detail view of a record.
    Detail,
    /// The problems list.
    Problems,
    /// The relations of a record as a tree.
    Tree,
    /// Who may do what for a customer.
    Who,
    /// What ends when.
    Agenda,
    /// What was done, the newest first.
    History,
    /// The transfer wizard.
    Wizard,
    /// What all lines of text share.
    Input,
    /// The filter of a list.
    Filter,
    /// The command palette.
    Palette,
    /// A picker of records.
    Picker,
    /// A form.
    Form,
    /// The searchable help.
    Help,
    /// A few choices, by number too: fixes, books.
    Menu,
    /// The first-run screen.
    Welcome,
    /// A text to read: a reason, a report.
    Reader,
    /// A question about consequences; its letters are named on the sheet.
    Sheet,
    /// The preview of an import.
    Preview,
}

/// What a printable key without a binding means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Nothing.
    Off,
    /// The letter or digit of an answer.
    Answer,
    /// Text of a line.
    Text,
}

impl Context {
    /// All contexts; a parent comes before its children.
    pub const ALL: &'static [Context] = &[
        Context::Any,
        Context::List,
        Context::Detail,
        Context::Problems,
        Context::Tree,
        Context::Who,
        Context::Agenda,
        Context::History,
        Context::Wizard,
        Context::Input,
        Context::Filter,
        Context::Palette,
        Context::Picker,
        Context::Form,
        Context::Help,
        Context::Menu,
        Context::Welcome,
        Context::Reader,
        Context::Sheet,
        Context::Preview,
    ];

    /// The names in a keymap file, in the order of `ALL`.
    pub const NAMES: &'static [&'static str] = &[
        "any", "list", "detail", "problems", "tree", "who", "agenda", "history", "wizard", "input", "filter",
        "palette", "picker", "form", "help", "menu", "welcome", "reader", "sheet", "preview",
    ];

    /// Reads a name of `NAMES`.
    pub fn parse(name: &str) -> Option<Context> {
        let at = Context::NAMES.iter().position(|known| *known == name)?;
        Context::ALL.get(at).copied()
    }

    /// The name in a keymap file.
    pub fn name(self) -> &'static str {
        Context::ALL
            .iter()
            .position(|known| *known == self)
            .and_then(|at| Context::NAMES.get(at))
            .unwrap_or(&"any")
    }

    /// The context whose keys are valid here too.
    pub const fn parent(self) -> Option<Context> {
        match self {
            Context::Any => None,
            Context::List
            | Context::Wizard
            | Context::Input
            | Context::Menu
            | Context::Reader
            | Context::Sheet => Some(Context::Any),
            Context::Detail
            | Context::Problems
            | Context::Tree
            | Context::Who
            | Context::Agenda
            | Context::History => Some(Context::List),
            Context::Filter | Context::Palette | Context::Picker | Context::Form | Context::Help => {
                Some(Context::Input)
            }
            Context::Welcome => Some(Context::Menu),
            Context::Preview => Some(Context::Sheet),
        }
    }

    /// What a printable key without a binding means here.
    pub const fn typing(self) -> Typing {
        match self {
            Context::Input
            | Context::Filter
            | Context::Palette
            | Context::Picker
            | Context::Form
            | Context::Help => Typing::Text,
            Context::Menu | Context::Welcome | Context::Sheet | Context::Preview => Typing::Answer,
            Context::Any
            | Context::List
            | Context::Detail
            | Context::Problems
            | Context::Tree
            | Context::Who
            | Context::Agenda
            | Context::History
            | Context::Wizard
            | Context::Reader => Typing::Off,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Context;

    #[test]
    fn every_name_leads_back_to_its_context() {
        assert_eq!(Context::ALL.len(), Context::NAMES.len());
        assert!(Context::ALL.iter().all(|context| Context::parse(context.name()) == Some(*context)));
    }

    #[test]
    fn a_parent_comes_before_its_children() {
        for (at, context) in Context::ALL.iter().enumerate() {
            let parent = context.parent().and_then(|p| Context::ALL.iter().position(|known| *known == p));
            assert!(parent.is_none_or(|p| p < at), "{context:?}");
        }
    }
}
