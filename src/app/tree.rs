//! The relations of a record as a tree: folded and unfolded by key, cut by a lens. Only what is unfolded is looked up.

mod act;
mod connected;
mod mermaid;
mod text;

pub use connected::Connected;
pub use text::{LINES, PLAIN_LINES};

use crate::edit::Book;
use crate::model::{Key, TenantId};
use crate::survey::tree::{Ground, Item, Lens, More};
use rustc_hash::{FxHashMap, FxHashSet};

/// The deepest a place may stand: data that names itself in a circle ends here.
const DEEPEST: usize = 12;

/// What stands on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreePlace {
    /// A place of the tree.
    Item(Item),
    /// What is not listed yet.
    More(More),
}

/// Whether something stands below a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Nothing does.
    Leaf,
    /// It is hidden.
    Closed,
    /// It is shown.
    Open,
    /// It is shown below another line: a shared customer is listed again, but drawn once.
    Above,
}

/// A line of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeLine {
    /// What stands on it.
    pub place: TreePlace,
    /// The places from the root to it; of what is not listed yet, to the place above.
    pub path: Vec<Item>,
    /// For itself and each place above but the root: whether nothing follows beside it.
    pub last: Vec<bool>,
    /// Whether something stands below.
    pub fold: Fold,
}

/// The tree of a record.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The record.
    pub root: Key,
    /// The question by which it is cut.
    pub lens: Lens,
    /// The lines.
    pub lines: Vec<TreeLine>,
    /// The line of the cursor.
    pub cursor: usize,
    /// The first line on screen of what is told beside the tree.
    pub side: usize,
    /// The paths that are folded otherwise than at first.
    turned: FxHashSet<Vec<Item>>,
    /// How many pages are listed below a path, where that is more than one.
    pages: FxHashMap<Vec<Item>, usize>,
    stamp: u64,
}

impl Tree {
    /// The tree of a record, as far as it is unfolded at first.
    pub fn new(book: &Book, root: Key, lens: Lens) -> Self {
        let mut tree = Self {
            root,
            lens,
            lines: Vec::new(),
            cursor: 0,
            side: 0,
            turned: FxHashSet::default(),
            pages: FxHashMap::default(),
            stamp: 0,
        };
        tree.grow(book);
        tree
    }

    /// The line under the cursor.
    pub fn here(&self) -> Option<&TreeLine> {
        self.lines.get(self.cursor)
    }

    /// The first line on screen, so that the cursor is among `height` lines.
    pub fn window(&self, height: usize) -> usize {
        (self.cursor + 1).saturating_sub(height.max(1))
    }

    /// Lists the lines anew, and finds the cursor's place again.
    fn grow(&mut self, book: &Book) {
        self.stamp = book.history().position();
        let has_problem = |key: Key| book.worst_around(key).is_some();
        let ground =
            Ground { model: book.model(), today: book.today(), lens: self.lens, has_problem: &has_problem };
        let here = self.here().map(|line| line.path.clone());
        let mut growth = Growth { tree: self, ground, lines: Vec::new(), seen: FxHashSet::default() };
        growth.place(&[Item::Root(self.root)], &[]);
        self.lines = growth.lines;
        let found = here.and_then(|path| self.lines.iter().position(|line| line.path == path));
        self.cursor = found.unwrap_or(self.cursor).min(self.lines.len().saturating_sub(1));
    }

    pub(super) fn follow(&mut self, book: &Book) {
        if self.stamp != book.history().position() {
            self.grow(book);
        }
    }

    fn is_open(&self, path: &[Item]) -> bool {
        // Of a subscription is told what concerns it; what else was bought in its channel is one key away.
        let beside = matches!(
            (self.root, path.last()),
            (Key::Subscription(_), Some(Item::Elsewhere { .. } | Item::Seller { .. }))
        );
        let first = !beside && path.last().is_some_and(|item| item.opens_at_first());
        first != self.turned.contains(path)
    }
}

/// Lines in the making.
struct Growth<'a> {
    tree: &'a Tree,
    ground: Ground<'a>,
    lines: Vec<TreeLine>,
    /// The customers that are unfolded already.
    seen: FxHashSet<TenantId>,
}

impl Growth<'_> {
    fn place(&mut self, path: &[Item], last: &[bool]) {
        let Some(item) = path.last().copied() else { return };
        let fold = self.fold(item, path);
        self.lines.push(TreeLine {
            place: TreePlace::Item(item),
            path: path.to_vec(),
            last: last.to_vec(),
            fold,
        });
        if fold == Fold::Open {
            self.below(item, path, last);
        }
    }

    fn below(&mut self, item: Item, path: &[Item], last: &[bool]) {
        let pages = self.tree.pages.get(path).copied().unwrap_or(1);
        let page = self.ground.below(item, pages);
        let count = page.items.len() + usize::from(page.more != More::Nothing);
        let with = |n: usize| [last, &[n + 1 == count]].concat();
        for (n, below) in page.items.iter().enumerate() {
            self.place(&[path, &[*below]].concat(), &with(n));
        }
        if page.more != More::Nothing {
            let (place, last) = (TreePlace::More(page.more), with(page.items.len()));
            self.lines.push(TreeLine { place, path: path.to_vec(), last, fold: Fold::Leaf });
        }
    }

    fn fold(&mut self, item: Item, path: &[Item]) -> Fold {
        let again = path.len() > DEEPEST || path[..path.len() - 1].contains(&item);
        if again || !self.ground.has_below(item) {
            return Fold::Leaf;
        }
        if !self.tree.is_open(path) {
            return Fold::Closed;
        }
        match item {
            Item::Tie { to: Key::Customer(id), .. } if !self.seen.insert(id) => Fold::Above,
            _ => Fold::Open,
        }
    }
}

#[cfg(test)]
mod tests;
