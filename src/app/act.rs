//! What each action does on the four panes.

use super::detail::Detail;
use super::filter::FilterLine;
use super::help::{Help, Kind};
use super::notice::Notice;
use super::overlay::Overlay;
use super::pane::{Chosen, PANES, Sort};
use super::picker::{Picker, Purpose};
use super::problems::Problems;
use super::{App, Focus};
use crate::action::Action;

impl App {
    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::RowDown => self.step(1),
            Action::RowUp => self.step(-1),
            Action::PaneLeft => self.side(-1),
            Action::PaneRight => self.side(1),
            Action::NextSection => self.turn_focus(1),
            Action::PreviousSection => self.turn_focus(PANES.len() - 1),
            Action::PaneProviders => self.focus = Focus::Pane(0),
            Action::PaneResellers => self.focus = Focus::Pane(1),
            Action::PaneCustomers => self.focus = Focus::Pane(2),
            Action::PaneSubscriptions => self.focus = Focus::Pane(3),
            Action::PaneInspector => self.focus = Focus::Inspector(self.focused()),
            Action::FirstRow => self.go_line(0),
            Action::LastRow => self.go_line(usize::MAX),
            Action::PageDown => self.move_by_page(1),
            Action::PageUp => self.move_by_page(-1),
            Action::HalfDown => self.move_by_half(1),
            Action::HalfUp => self.move_by_half(-1),
            Action::SideDown => self.inspector_offset = (self.inspector_offset + 1).min(self.inspector_end()),
            Action::SideUp => self.inspector_offset = self.inspector_offset.saturating_sub(1),
            Action::NextProblem => self.go_problem(1),
            Action::PreviousProblem => self.go_problem(-1),
            Action::Back => self.jump(super::Jumps::back),
            Action::Forward => self.jump(super::Jumps::forward),
            Action::Swap => self.jump(super::Jumps::swap),
            Action::GoMain => {}
            Action::StepBack | Action::Cancel => self.step_back(),
            Action::Follow => self.toggle_follow(),
            Action::Pin => self.toggle_pin(),
            Action::Zoom => self.zoom = !self.zoom,
            Action::Inspector => self.inspector = !self.inspector,
            Action::Filter => self.open(Overlay::Filter(FilterLine::new(self, vec![self.focused()]))),
            Action::FilterAll => self.open(Overlay::Filter(FilterLine::new(self, vec![0, 1, 2, 3]))),
            Action::SortName => self.sort(Sort::Name),
            Action::SortEnd => self.sort(Sort::End),
            Action::SortState => self.sort(Sort::State),
            Action::SortCountry => self.sort(Sort::Country),
            Action::SortProblems => self.sort(Sort::Problems),
            Action::SortChanged => self.sort(Sort::Changed),
            Action::SortAdd => self.sort_adds(),
            Action::SortReverse => self.sort_reverse(),
            Action::Mark => self.mark(),
            Action::MarkRange => self.mark_range(),
            Action::MarkAll => self.mark_all(),
            Action::MarkInvert => self.mark_invert(),
            Action::MarkClear => self.mark_clear(),
            Action::MarkProblems => self.mark_problems(),
            Action::MarkOnly => self.mark_only(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Open => self.open_here(),
            Action::GoTo => self.go_to(),
            Action::Add => self.add_here(),
            Action::Duplicate => self.duplicate_here(),
            Action::Edit => self.edit_here(),
            Action::Remove => self.remove(),
            Action::Who => self.who_here(),
            Action::Tree => self.tree_here(),
            Action::Problems => self.open(Overlay::Problems(Box::new(Problems::new(self)))),
            Action::Agenda => self.open_agenda(),
            Action::History | Action::Quit if self.looked_at().is_some() => self.back_to_now(),
            Action::History => self.open(Overlay::History(Box::default())),
            Action::Restore => self.restore_looked_at(),
            Action::Why => self.why_here(),
            Action::Fixes => self.fixes_here(),
            Action::Operations => self.operations(),
            Action::CopyRow
            | Action::CopyId
            | Action::CopyName
            | Action::CopyJson
            | Action::CopyRon
            | Action::CopyMarkdown => self.copy_here(action),
            Action::Save => self.save(),
            Action::SaveQuit => {
                self.quit_after_save = true;
                self.save();
            }
            Action::OpenBook => self.ask_book(),
            Action::Import => self.ask_import(),
            Action::Backups => self.ask_backups(),
            Action::Help => self.open(Overlay::Help(Box::new(Help::new(self, Kind::Help)))),
            Action::Palette => self.open(Overlay::Help(Box::new(Help::new(self, Kind::Palette)))),
            Action::Quit | Action::QuitAll => self.quit(),
            Action::Language => self.lang = self.lang.next(),
            Action::RelatePartnership
            | Action::RelateCustomer
            | Action::RelateAccept
            | Action::RelateSupport
            | Action::RelateRecord
            | Action::RelateAdmin
            | Action::RelateEnd => self.relate(action),
            Action::Conflicts => self.read_conflicts(),
            Action::Unfinished => self.offer_again(),
            Action::Transfer => self.transfer(),
            // Keys of lines, forms and sheets, and those that every place answers.
            _ => self.off_here(action),
        }
    }

    fn open_here(&mut self) {
        match self.here() {
            Some(key) => {
                let detail = Detail::new(self, key);
                self.open(Overlay::Detail(detail));
            }
            None => self.side(1),
        }
    }

    fn go_to(&mut self) {
        let picker = Picker::new(self, Purpose::GoTo);
        self.open(Overlay::Picker(Box::new(picker)));
    }

    /// Goes to a record that was picked from all.
    pub(super) fn reveal_or_open(&mut self, key: crate::model::Key) {
        self.reveal(key);
    }

    /// An action that has no meaning on the four panes: said, not swallowed.
    pub(super) fn off_here(&mut self, action: Action) {
        let text = self.lang.screen().off_here(self.lang.action_label(action));
        self.say(Notice::refused(text, &[Action::Help]));
    }

    /// One step back: the pin, then the filter. Never quits, never drops marks.
    fn step_back(&mut self) {
        let focused = self.focused();
        let pane = &mut self.panes[focused];
        if pane.range.take().is_some() {
            return;
        }
        if self.zoom {
            self.zoom = false;
        } else if self.pin.take().is_some() {
            self.stale(0);
        } else if !self.panes[focused].filter.line.is_empty() {
            self.set_filter(focused, &super::Line::default());
        } else if let Focus::Inspector(n) = self.focus {
            self.focus = Focus::Pane(n);
        } else if self.panes[focused].only_marked {
            self.mark_only();
        } else if self.looked_at().is_some() {
            self.back_to_now();
        }
    }

    fn toggle_follow(&mut self) {
        self.follow = !self.follow;
        self.stale(0);
        let words = self.lang.screen();
        self.say(Notice::done(
            if self.follow { words.follows } else { words.follows_not },
            &[Action::Follow],
        ));
    }

    fn toggle_pin(&mut self) {
        self.pin = match (self.pin, self.here()) {
            (None, Some(key)) => Some(key),
            (Some(_), _) => None,
            (None, None) => return self.say(Notice::refused(self.lang.screen().pin_what, &[])),
        };
        self.stale(0);
    }

    fn sort(&mut self, by: Sort) {
        let focused = self.focused();
        let pane = &mut self.panes[focused];
        if std::mem::take(&mut pane.sort_adds) {
            pane.sort.retain(|earlier| *earlier != by);
            pane.sort.push(by);
        } else {
            pane.reverse = false;
            pane.sort = vec![by];
        }
        self.stale(focused);
        let names: Vec<&str> =
            self.panes[focused].sort.iter().map(|by| self.lang.screen().sort(*by as usize)).collect();
        self.say(Notice::done(self.lang.screen().sorted_by(&names.join(", ")), &[Action::SortReverse]));
    }

    fn sort_adds(&mut self) {
        let focused = self.focused();
        self.panes[focused].sort_adds = true;
        self.say(Notice::done(self.lang.screen().sort_adds, &[]));
    }

    fn sort_reverse(&mut self) {
        let focused = self.focused();
        self.panes[focused].reverse = !self.panes[focused].reverse;
        self.stale(focused);
    }

    /// Puts the cursors where a record is shown, opening what narrows it away.
    pub fn reveal(&mut self, key: crate::model::Key) {
        let Some(n) = self.pane_of(key) else { return };
        self.jumps.leave(self.here_place());
        self.overlays.clear();
        self.focus = Focus::Pane(n);
        self.panes[n].chosen = Chosen::Record(key);
        self.stale(n);
        self.refresh();
        if self.panes[n].chosen.key() == Some(key) {
            return;
        }
        self.pin = None;
        for pane in 0..n {
            self.panes[pane].chosen = Chosen::All;
        }
        self.panes[n].only_marked = false;
        self.set_filter(n, &super::Line::default());
        self.panes[n].chosen = Chosen::Record(key);
        self.stale(0);
        self.refresh();
    }

    /// The pane that shows a record.
    pub fn pane_of(&self, key: crate::model::Key) -> Option<usize> {
        use crate::model::Key;
        let model = self.book.model();
        match key {
            Key::Partner(id) => {
                let partner = model.partner(id)?;
                let reseller_here = self.focused() == 1 && partner.is_among_resellers();
                Some(usize::from(!partner.can_sell() || reseller_here))
            }
            Key::Customer(_) => Some(2),
            Key::Subscription(_) => Some(3),
            _ => None,
        }
    }
}
