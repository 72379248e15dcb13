//! Pages: so many places are listed at a time, and how many more there are is said as far as it is known.

use super::below::{self, known};
use super::{Ground, Item};

/// So many places are listed at a time.
pub const PAGE: usize = 25;

/// So many records are looked at for one page; beyond that it is only said that there are more.
pub(super) const LOOKED_AT: usize = 1_000;

/// The first pages of what stands below a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The places.
    pub items: Vec<Item>,
    /// What follows them.
    pub more: More,
}

/// What follows a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum More {
    /// Nothing.
    Nothing,
    /// So many places.
    Places(usize),
    /// More than were looked at.
    Unknown,
}

/// So many pages of what stands below a place.
pub(super) fn pages(ground: &Ground<'_>, item: Item, pages: usize) -> Page {
    let most = PAGE.saturating_mul(pages);
    let mut all = below::items(ground, item);
    // Where nothing can be dropped the length is known without looking at every record.
    if let Some(length) = known(ground, item) {
        let items: Vec<Item> = all.flatten().take(most).collect();
        return Page { more: rest(length.saturating_sub(items.len())), items };
    }
    let mut items: Vec<Item> = all
        .by_ref()
        .take(LOOKED_AT.saturating_mul(pages))
        .flatten()
        .filter(|item| ground.keeps(*item))
        .collect();
    let left = items.len().saturating_sub(most);
    items.truncate(most);
    Page { items, more: if all.next().is_some() { More::Unknown } else { rest(left) } }
}

fn rest(places: usize) -> More {
    if places == 0 { More::Nothing } else { More::Places(places) }
}
