//! What keys do in the tree: fold, unfold, go, copy, and what concerns the record or the tie of a line.

use super::{Fold, Tree, TreePlace};
use crate::action::Action;
use crate::app::detail::Detail;
use crate::app::form::Form;
use crate::app::notice::Notice;
use crate::app::overlay::{Overlay, Turn};
use crate::app::reader::Reader;
use crate::app::{App, Effect};
use crate::edit::{Book, Do, Intent};
use crate::model::Key;
use crate::survey::tree::{Item, Lens, root_of};

impl Tree {
    /// The place of the line under the cursor, where it is one.
    fn item(&self) -> Option<Item> {
        match self.here()?.place {
            TreePlace::Item(item) => Some(item),
            TreePlace::More(_) => None,
        }
    }

    /// The record that the line leads to.
    fn key(&self, book: &Book) -> Option<Key> {
        self.item()?.key().filter(|key| book.model().contains(*key))
    }

    /// The record that the line is about: what binds, else the record itself.
    fn subject(&self, book: &Book) -> Option<Key> {
        let by = self.item()?.by().filter(|key| book.model().contains(*key));
        by.or_else(|| self.key(book))
    }

    pub(in crate::app) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        if !app.book.model().contains(self.root) {
            return Turn::Close;
        }
        self.follow(&app.book);
        match action {
            Action::RowDown => self.step(1),
            Action::RowUp => self.step(-1),
            Action::PageDown | Action::HalfDown => self.step(10),
            Action::PageUp | Action::HalfUp => self.step(-10),
            Action::FirstRow => self.step(isize::MIN),
            Action::LastRow => self.step(isize::MAX),
            Action::PaneRight => self.unfold(&app.book),
            Action::PaneLeft => self.fold_up(&app.book),
            Action::NextSection => self.turn_lens(&app.book, 1),
            Action::PreviousSection => self.turn_lens(&app.book, Lens::ALL.len() - 1),
            Action::SideDown => self.side += 1,
            Action::SideUp => self.side = self.side.saturating_sub(1),
            Action::NextProblem => self.go_problem(&app.book, 1),
            Action::PreviousProblem => self.go_problem(&app.book, -1),
            Action::Back | Action::StepBack | Action::Quit | Action::Cancel | Action::Tree => {
                return Turn::Close;
            }
            Action::GoMain => return Turn::Main,
            _ => return self.act_on_record(app, action),
        }
        Turn::Stay
    }

    fn act_on_record(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Open => return self.open(app),
            Action::Who => return self.key(&app.book).map_or(Turn::Stay, |key| app.who_of(key)),
            Action::Pin => return self.pin(app),
            Action::Why => return self.why(app),
            Action::Fixes => return self.subject(&app.book).map_or(Turn::Stay, |key| app.fixes_of(key)),
            Action::Edit => return self.edit(app),
            Action::Remove => return self.remove(app),
            Action::CopyMarkdown => self.copy(app),
            Action::CopyId | Action::CopyName | Action::CopyRow | Action::CopyJson | Action::CopyRon => {
                match self.key(&app.book) {
                    Some(key) => app.copy(action, &[key]),
                    None => app.say(Notice::refused(app.lang.overlays().needs_record, &[])),
                }
            }
            Action::Undo | Action::Redo => {
                app.act(action);
                self.follow(&app.book);
            }
            Action::Save => app.save(),
            Action::Help | Action::Palette => return app.help_over(action),
            Action::QuitAll => app.quit(),
            _ if App::relates(action).is_some() => self.relate(app, action),
            _ => app.off_here(action),
        }
        Turn::Stay
    }

    fn step(&mut self, by: isize) {
        let last = self.lines.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        self.side = 0;
    }

    /// Unfolds the line; one that is unfolded leads to the first below it, a shared customer to where it is drawn.
    fn unfold(&mut self, book: &Book) {
        let Some(line) = self.here() else { return };
        match (line.place, line.fold) {
            (TreePlace::More(_), _) => self.list_more(book),
            (TreePlace::Item(_), Fold::Closed) => self.turn(book),
            (TreePlace::Item(_), Fold::Open) => self.step(1),
            (TreePlace::Item(item), Fold::Above) => self.go_above(item),
            (TreePlace::Item(_), Fold::Leaf) => {}
        }
    }

    /// Folds the line; one that is folded leads to the one above it.
    fn fold_up(&mut self, book: &Book) {
        match self.here().map(|line| line.fold) {
            Some(Fold::Open) if self.cursor > 0 => self.turn(book),
            Some(Fold::Leaf | Fold::Closed | Fold::Above | Fold::Open) => {
                let depth = self.here().map_or(0, |line| line.last.len());
                let above = self.lines[..self.cursor].iter().rposition(|line| line.last.len() < depth);
                self.cursor = above.unwrap_or(0);
                self.side = 0;
            }
            None => {}
        }
    }

    fn turn(&mut self, book: &Book) {
        let Some(path) = self.here().map(|line| line.path.clone()) else { return };
        if !self.turned.remove(&path) {
            self.turned.insert(path);
        }
        self.grow(book);
    }

    fn list_more(&mut self, book: &Book) {
        let Some(path) = self.here().map(|line| line.path.clone()) else { return };
        let cursor = self.cursor;
        *self.pages.entry(path).or_insert(1) += 1;
        self.grow(book);
        // The first of those that are new stands where it was said that there are more.
        self.cursor = cursor.min(self.lines.len().saturating_sub(1));
    }

    fn go_above(&mut self, item: Item) {
        let is_drawn = |place| matches!(place, TreePlace::Item(other) if other.key() == item.key());
        let drawn = self.lines.iter().position(|line| line.fold == Fold::Open && is_drawn(line.place));
        self.cursor = drawn.unwrap_or(self.cursor);
        self.side = 0;
    }

    fn turn_lens(&mut self, book: &Book, by: usize) {
        let now = Lens::ALL.iter().position(|lens| *lens == self.lens).unwrap_or(0);
        self.lens = Lens::ALL[(now + by) % Lens::ALL.len()];
        self.grow(book);
    }

    fn go_problem(&mut self, book: &Book, way: isize) {
        let has = |line: &usize| self.lines[*line].worst(book).is_some();
        let found = if way > 0 {
            (self.cursor + 1..self.lines.len()).find(has)
        } else {
            (0..self.cursor).rev().find(has)
        };
        self.cursor = found.unwrap_or(self.cursor);
    }

    /// Goes to the record of the line; where there is none, folds or unfolds.
    fn open(&mut self, app: &App) -> Turn {
        let here = self.here().map(|line| (line.place, line.fold));
        match (self.key(&app.book), here) {
            (Some(key), _) => return Turn::Over(Box::new(Overlay::Detail(Detail::new(app, key)))),
            (None, Some((TreePlace::More(_), _))) => self.list_more(&app.book),
            (None, Some((TreePlace::Item(_), Fold::Open | Fold::Closed))) => self.turn(&app.book),
            (None, Some((TreePlace::Item(_), Fold::Leaf | Fold::Above)) | None) => {}
        }
        Turn::Stay
    }

    fn pin(&self, app: &mut App) -> Turn {
        let Some(key) = self.key(&app.book) else {
            app.say(Notice::refused(app.lang.screen().pin_what, &[]));
            return Turn::Stay;
        };
        app.pin = Some(key);
        app.stale(0);
        Turn::Main
    }

    fn why(&self, app: &mut App) -> Turn {
        let item = self.item();
        let keys = item.into_iter().flat_map(|item| item.by().into_iter().chain(item.key()));
        let mut found: Vec<_> = keys.flat_map(|key| app.book.findings_around(key)).collect();
        found.sort_unstable();
        found.dedup();
        if found.is_empty() {
            app.say(Notice::done(app.lang.overlays().no_problem, &[]));
            return Turn::Stay;
        }
        Turn::Over(Box::new(Overlay::Reader(Reader::findings(app, &found))))
    }

    fn edit(&self, app: &mut App) -> Turn {
        let form = self.subject(&app.book).and_then(|key| Form::edit(app, key, None));
        form.map_or(Turn::Stay, |form| Turn::Over(Box::new(Overlay::Form(Box::new(form)))))
    }

    /// Removes what binds, or the record itself: never a partner that is only named here.
    fn remove(&self, app: &mut App) -> Turn {
        let named = matches!(
            self.item(),
            Some(
                Item::Seller { .. }
                    | Item::Reseller { .. }
                    | Item::Party { .. }
                    | Item::Supporter { .. }
                    | Item::Branch(..)
            )
        );
        let Some(key) = self.subject(&app.book).filter(|_| !named) else {
            app.off_here(Action::Remove);
            return Turn::Stay;
        };
        match app.next(Do::Step(Intent::Remove(key))) {
            Turn::Swap(question) => Turn::Over(question),
            Turn::Main => Turn::Stay,
            turn @ (Turn::Stay | Turn::Close | Turn::Over(_) | Turn::Answer(_)) => turn,
        }
    }

    /// What ends or goes on is the tie; all else begins at the record.
    fn relate(&self, app: &mut App, action: Action) {
        let of_tie = matches!(action, Action::RelateEnd | Action::RelateAccept);
        let key = if of_tie { self.subject(&app.book) } else { self.key(&app.book) };
        match key {
            Some(key) => app.relate_on(key, action),
            None => app.off_here(action),
        }
    }

    fn copy(&self, app: &mut App) {
        app.effect(Effect::Copy(self.mermaid(&app.book, app.lang)));
        app.say(Notice::done(app.lang.tree().copied, &[]));
    }
}

impl App {
    /// The relations of the record under the cursor.
    pub(in crate::app) fn tree_here(&mut self) {
        match self.here() {
            Some(key) => {
                let turn = self.tree_of(key);
                self.settle(turn);
            }
            None => self.say(Notice::refused(self.lang.overlays().needs_record, &[])),
        }
    }

    /// The relations of a record, over what is open.
    pub(in crate::app) fn tree_of(&mut self, key: Key) -> Turn {
        let Some(root) = root_of(self.book.model(), key) else {
            let action = self.lang.action_label(Action::Tree);
            let text = self.lang.overlays().off_on(action, self.lang.table(key.table()));
            self.say(Notice::refused(text, &[Action::Help]));
            return Turn::Stay;
        };
        Turn::Over(Box::new(Overlay::Tree(Box::new(Tree::new(&self.book, root, Lens::All)))))
    }
}
