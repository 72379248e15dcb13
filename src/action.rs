//! Names of everything the program can do; knows nobody. Words are in `i18n`, keys in `assets/keymap.ron`.

use std::fmt;

/// What belongs together in help, in the palette and under one prefix key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The cursor inside a view.
    Moving,
    /// From one place of the program to another.
    Going,
    /// What the panes show of the book.
    Showing,
    /// The order of rows.
    Sorting,
    /// Marked rows.
    Marking,
    /// Records, undo and redo.
    Editing,
    /// Relationships between records.
    Relating,
    /// Rules: problems, reasons, fixes.
    Judging,
    /// The clipboard.
    Copying,
    /// Files.
    Book,
    /// The program itself.
    Program,
    /// A line of text or a form.
    Typing,
    /// The answer to a question.
    Answering,
}

impl Group {
    /// All groups, in the order in which help shows them.
    pub const ALL: &'static [Group] = &[
        Group::Judging,
        Group::Editing,
        Group::Relating,
        Group::Moving,
        Group::Going,
        Group::Showing,
        Group::Sorting,
        Group::Marking,
        Group::Copying,
        Group::Book,
        Group::Program,
        Group::Typing,
        Group::Answering,
    ];

    /// The names of all groups as a keymap file writes them, in the order of `ALL`.
    pub const NAMES: &'static [&'static str] = &[
        "judge", "edit", "relate", "move", "go", "show", "sort", "mark", "copy", "book", "program", "type",
        "answer",
    ];

    /// Reads a name of `NAMES`.
    pub fn parse(name: &str) -> Option<Group> {
        let at = Group::NAMES.iter().position(|known| *known == name)?;
        Group::ALL.get(at).copied()
    }
}

/// One line for each action: variant, name, what the code calls it.
macro_rules! actions {
    ($($group:ident { $($action:ident $name:literal $doc:literal,)+ })+) => {
        /// Everything a key, the palette, help or the mouse can ask for; a name without payload.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(#[doc = $doc] $action,)+)+ }

        impl Action {
            /// All actions, by group.
            pub const ALL: &'static [Action] = &[$($(Action::$action,)+)+];

            /// The names of all actions, in the order of `ALL`.
            pub const NAMES: &'static [&'static str] = &[$($($name,)+)+];

            /// The stable text that keymap files use.
            pub const fn name(self) -> &'static str {
                match self { $($(Action::$action => $name,)+)+ }
            }

            /// Where help and palette list it.
            pub const fn group(self) -> Group {
                match self { $($(Action::$action)|+ => Group::$group,)+ }
            }
        }
    };
}

actions! {
    Moving {
        RowDown "row-down" "One row down; in a text, one line.",
        RowUp "row-up" "One row up; in a text, one line.",
        PaneLeft "pane-left" "The pane to the left.",
        PaneRight "pane-right" "The pane to the right.",
        NextSection "next-section" "The next pane or section, round the end.",
        PreviousSection "previous-section" "The pane or section before, round the end.",
        PaneProviders "pane-providers" "The pane of the providers.",
        PaneResellers "pane-resellers" "The pane of the resellers.",
        PaneCustomers "pane-customers" "The pane of the customers.",
        PaneSubscriptions "pane-subscriptions" "The pane of the subscriptions.",
        PaneInspector "pane-inspector" "The inspector.",
        FirstRow "first-row" "The first row.",
        LastRow "last-row" "The last row.",
        PageDown "page-down" "One page down.",
        PageUp "page-up" "One page up.",
        HalfDown "half-page-down" "Half a page down.",
        HalfUp "half-page-up" "Half a page up.",
        SideDown "side-down" "The text beside the list down, the list keeps the focus.",
        SideUp "side-up" "The text beside the list up, the list keeps the focus.",
        NextProblem "next-problem" "The next row with a problem.",
        PreviousProblem "previous-problem" "The row with a problem before.",
    }
    Going {
        Open "open" "Into the record of the row; from a problem, to its record.",
        Back "back" "Back to the place before.",
        Forward "forward" "Forward again after going back.",
        Swap "swap" "The last two places, one for the other.",
        GoTo "go-to" "Any record of the book, by name.",
        Unfinished "unfinished" "Offers the forms that were left before they were confirmed.",
        Conflicts "conflicts" "What we and somebody else both changed.",
        GoMain "go-main" "The four panes.",
        StepBack "step-back" "One step back: pop-up, pin, filter, view; never quits.",
    }
    Showing {
        Follow "follow" "Whether a selection narrows the panes to its right.",
        Pin "pin" "Only what is related to this record, in all panes.",
        Zoom "zoom" "The focused pane alone, and back.",
        Inspector "inspector" "The inspector shown or hidden.",
        Filter "filter" "A filter for this list.",
        FilterAll "filter-all" "A filter for all four panes.",
        Who "who" "Who may administer, buy for and support this customer.",
        Tree "tree" "The relations of this record as a tree.",
        History "history" "What was done, and the book as it was.",
        Agenda "agenda" "What ends, lapses or is deleted when.",
    }
    Sorting {
        SortName "sort-name" "By name.",
        SortEnd "sort-end" "By end date.",
        SortState "sort-state" "By state.",
        SortCountry "sort-country" "By country.",
        SortProblems "sort-problems" "Problems first.",
        SortChanged "sort-changed" "By last change.",
        SortAdd "sort-add-key" "The next sort chosen becomes a further key.",
        SortReverse "sort-reverse" "The other way round.",
    }
    Marking {
        Mark "mark" "Marks or unmarks the row and goes down.",
        MarkRange "mark-range" "Starts or ends marking a range.",
        MarkAll "mark-all" "Marks all rows shown.",
        MarkInvert "mark-invert" "Marked becomes unmarked and the reverse.",
        MarkClear "mark-clear" "Unmarks all.",
        MarkProblems "mark-problems" "Marks the rows with problems.",
        MarkOnly "mark-only" "Shows only marked rows, and back.",
    }
    Editing {
        Add "add" "A new record of the pane's kind.",
        Duplicate "duplicate" "A new record with the values of this one.",
        Edit "edit" "The record, or all marked ones, in a form.",
        Remove "remove" "Takes the record out of the book.",
        Undo "undo" "Takes the last edit back.",
        Restore "restore" "Brings back the book as it was at a moment.",
        Checkpoint "checkpoint" "Gives this moment a name.",
        Redo "redo" "Makes the edit again that was undone.",
    }
    Relating {
        RelatePartnership "relate-partnership" "Provider and reseller work together (OP-01).",
        RelateCustomer "relate-customer" "A partner asks a customer for a reseller relationship (OP-03, OP-04).",
        RelateAccept "relate-accept" "The invitation or the request of this row is accepted.",
        RelateSupport "relate-support" "The support contact of a subscription (OP-31).",
        RelateRecord "relate-record" "The reseller of record of a subscription (OP-15).",
        RelateAdmin "relate-admin" "Admin privileges of a partner on a customer (OP-07).",
        RelateEnd "relate-end" "Ends a partnership or a relationship (OP-18, OP-20).",
        Operations "operations" "Every operation of the programme that concerns this row.",
        Transfer "transfer" "Moves customers or subscriptions to another partner, step by step.",
    }
    Judging {
        Problems "problems" "The problems list.",
        Why "why" "The reason of this problem or refusal.",
        Fixes "fixes" "The fixes of the problem of this row.",
        Waive "waive" "Accepts a problem, with a reason and an end date.",
        Insist "insist" "Does what a rule refused, and accepts the problem with a reason and an end date.",
    }
    Copying {
        CopyRow "copy-row" "The row as text.",
        CopyId "copy-id" "The id.",
        CopyName "copy-name" "The name.",
        CopyJson "copy-json" "The record as JSON.",
        CopyRon "copy-ron" "The record as RON.",
        CopyMarkdown "copy-markdown" "The row as a line of a Markdown table.",
        CopyList "copy-list" "All lines of this list or text.",
    }
    Book {
        Save "save" "Saves the book.",
        SaveQuit "save-quit" "Saves the book and leaves.",
        OpenBook "open-book" "Opens or switches the book.",
        Import "import" "Reads files of Partner Center or Microsoft Graph.",
        Backups "backups" "The last saves, to bring one back.",
    }
    Program {
        Help "help" "Keys and words for what is on the screen.",
        Palette "palette" "All commands by name.",
        Quit "quit" "Closes this view; on the four panes, leaves.",
        QuitAll "quit-all" "Leaves from anywhere.",
        Cancel "cancel" "Stops work that runs, else one step back.",
        Redraw "redraw" "Draws the screen anew.",
        Suspend "suspend" "Back to the shell until it continues the program.",
        Language "language" "The other language.",
    }
    Typing {
        CursorLeft "cursor-left" "One character left; the choice before.",
        CursorRight "cursor-right" "One character right; the choice after.",
        CursorStart "cursor-start" "The start of the text.",
        CursorEnd "cursor-end" "The end of the text.",
        DeleteWord "delete-word" "The word before the cursor.",
        DeleteToStart "delete-to-start" "All before the cursor.",
        DeleteToEnd "delete-to-end" "All after the cursor.",
        DeleteBack "delete-back" "The character before the cursor.",
        DeleteHere "delete-here" "The character at the cursor.",
        CandidateUp "candidate-up" "The candidate or the earlier line above.",
        CandidateDown "candidate-down" "The candidate or the later line below.",
        Complete "complete" "Completes the word at the cursor.",
        NextField "next-field" "The next field of the form.",
        PreviousField "previous-field" "The field before.",
        WhyCandidate "why-candidate" "Why this candidate or value is not allowed.",
        FixAndChoose "fix-and-choose" "Makes the fix and chooses the candidate.",
        HideBarred "hide-barred" "Candidates that are not allowed shown or hidden.",
        AboutField "about-field" "What this field means.",
        Keep "keep" "The values of the form into the book.",
    }
    Answering {
        Accept "accept" "Takes what is chosen or typed.",
        Leave "leave" "Closes this without taking it.",
        SheetSafe "safe-answer" "The answer that changes nothing.",
    }
}

/// Actions that the palette alone offers; every other action is promised a key.
const WITHOUT_KEY: &[Action] = &[Action::SaveQuit, Action::Backups, Action::Conflicts];

impl Action {
    /// Reads a name of `NAMES`.
    pub fn parse(name: &str) -> Option<Action> {
        let at = Action::NAMES.iter().position(|known| *known == name)?;
        Action::ALL.get(at).copied()
    }

    /// Whether some key must reach it.
    pub fn is_promised_a_key(self) -> bool {
        !WITHOUT_KEY.contains(&self)
    }

    /// Whether it takes something out of the book or ends something in it.
    pub fn removes(self) -> bool {
        matches!(self, Action::Remove | Action::RelateEnd)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Group};
    use std::collections::HashSet;

    #[test]
    fn every_name_leads_back_to_its_action() {
        for (action, name) in Action::ALL.iter().zip(Action::NAMES) {
            assert_eq!(action.name(), *name);
            assert_eq!(Action::parse(name), Some(*action));
        }
        assert_eq!(Action::ALL.len(), Action::NAMES.len());
    }

    #[test]
    fn names_are_distinct_and_plain() {
        let names: HashSet<_> = Action::NAMES.iter().collect();
        assert_eq!(names.len(), Action::NAMES.len());
        assert!(Action::NAMES.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    }

    #[test]
    fn an_unknown_name_is_nothing() {
        assert_eq!(Action::parse("row-dwon"), None);
        assert_eq!(Group::parse("relates"), None);
    }

    #[test]
    fn groups_and_their_names_are_in_step() {
        assert_eq!(Group::ALL.len(), Group::NAMES.len());
        assert_eq!(Group::parse("relate"), Some(Group::Relating));
        assert_eq!(Group::parse("answer"), Some(Group::Answering));
        assert!(Action::ALL.iter().all(|action| Group::ALL.contains(&action.group())));
    }
}
