//! The words of the relations as a tree: one struct, two values.

use super::{Lang, en, fr};
use crate::survey::tree::{Branch, Lens, More};

/// Every word and sentence of the tree, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct TreeWords {
    pub unfold: &'static str,
    pub fold: &'static str,
    pub mermaid: &'static str,
    pub lens: &'static str,
    pub also_connected: &'static str,
    pub above: &'static str,
    pub planned: &'static str,
    pub base: &'static str,
    pub nobody: &'static str,
    pub no_relationship: &'static str,
    pub no_partnership: &'static str,
    pub customers: &'static str,
    pub sells: &'static str,
    pub on_record: &'static str,
    pub of_record: &'static str,
    pub supports: &'static str,
    /// The tree went to the clipboard as a diagram.
    pub copied: &'static str,
    pub(super) relations_of: fn(&str) -> String,
    pub(super) at_cursor: fn(&str) -> String,
    pub(super) lens_name: fn(Lens) -> &'static str,
    pub(super) nothing: fn(Lens) -> &'static str,
    pub(super) branch: fn(Branch) -> &'static str,
    pub(super) more: fn(More) -> String,
    pub(super) seats: fn(u32) -> String,
    pub(super) ends: fn(&str, &str) -> String,
    pub(super) no_tree: fn(&str) -> String,
}

impl Lang {
    /// The words of the tree.
    pub fn tree(self) -> &'static TreeWords {
        match self {
            Self::En => &en::tree::TREE,
            Self::Fr => &fr::tree::TREE,
        }
    }
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*) -> $out:ty;)*) => {
        impl TreeWords {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> $out {
                (self.$name)($($arg),*)
            })*
        }
    };
}

sentences! {
    /// The title: whose relations they are.
    relations_of(name: &str) -> String;
    /// The title of what is told of the record under the cursor.
    at_cursor(name: &str) -> String;
    /// The name of a lens.
    lens_name(lens: Lens) -> &'static str;
    /// That nothing is seen through a lens.
    nothing(lens: Lens) -> &'static str;
    /// A question of the tree.
    branch(branch: Branch) -> &'static str;
    /// How many more there are.
    more(more: More) -> String;
    /// So many seats.
    seats(count: u32) -> String;
    /// When a term ends, and what then.
    ends(day: &str, renews: &str) -> String;
    /// That a record of this kind has no tree.
    no_tree(kind: &str) -> String;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lenses_have_distinct_names_and_say_when_they_show_nothing() {
        for lang in Lang::ALL {
            let words = lang.tree();
            let mut names: Vec<_> = Lens::ALL.iter().map(|lens| words.lens_name(*lens)).collect();
            names.dedup();
            assert_eq!(names.len(), Lens::ALL.len());
            assert!(Lens::ALL.iter().all(|lens| words.nothing(*lens).ends_with('.')));
            assert!(words.more(More::Places(412)).contains("412"));
        }
    }
}
