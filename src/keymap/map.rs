//! The keymap in force: the program's file, the user's on top, inheritance worked out once. Knows `action`.

use super::context::Context;
use super::file::{File, FileError};
use super::key::{Key, Sequence};
use crate::action::{Action, Group};

/// The keymap that comes with the program.
const DEFAULT: &str = include_str!("../../assets/keymap.ron");

/// One way to an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The keys.
    pub sequence: Sequence,
    /// What they do.
    pub action: Action,
}

/// What one file says about one context: for each action its keys, none when it is unbound.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    pub context: Context,
    pub entries: Vec<(Action, Vec<Sequence>)>,
}

/// Keys to actions and back, for every context.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// By file, then by context: what the checks read.
    pub(super) layers: Vec<Layer>,
    /// In the order of `Context::ALL`, with all that is inherited.
    tables: Vec<Vec<Binding>>,
    prefixes: Vec<(Sequence, Group)>,
}

impl Keymap {
    /// The program's own keymap.
    ///
    /// # Errors
    /// Where the file inside the program is wrong; a test holds that it is not.
    pub fn standard() -> Result<Keymap, FileError> {
        File::read("assets/keymap.ron", DEFAULT).map(|file| Keymap::of(vec![file]))
    }

    /// The program's keymap with the user's file on top. An entry of the user gives the action exactly those keys, an
    /// empty list takes them away, and a key used there is lost to whatever had it before.
    ///
    /// # Errors
    /// Where and how the user's file is wrong; `name` is the file as the message shall call it.
    pub fn with_user(name: &str, text: &str) -> Result<Keymap, FileError> {
        let standard = File::read("assets/keymap.ron", DEFAULT)?;
        Ok(Keymap::of(vec![standard, File::read(name, text)?]))
    }

    pub(super) fn of(files: Vec<File>) -> Keymap {
        let (mut layers, mut prefixes) = (Vec::new(), Vec::new());
        for file in files {
            prefixes.extend(file.prefixes.0.into_iter().map(|(prefix, group)| (prefix.0, group.0)));
            layers.extend(file.contexts.0.into_iter().map(|(context, entries)| {
                Layer {
                    context: context.0,
                    entries: entries
                        .0
                        .into_iter()
                        .map(|(action, keys)| (action.0, keys.into_iter().map(|k| k.0).collect()))
                        .collect(),
                }
            }));
        }
        let tables = Context::ALL.iter().map(|context| table(&layers, *context)).collect();
        Keymap { layers, tables, prefixes }
    }

    /// All bindings valid in a context, its own first.
    pub fn bindings(&self, context: Context) -> &[Binding] {
        let at = Context::ALL.iter().position(|known| *known == context);
        at.and_then(|at| self.tables.get(at)).map_or(&[], Vec::as_slice)
    }

    /// What these keys do.
    pub fn action(&self, context: Context, keys: &[Key]) -> Option<Action> {
        self.bindings(context).iter().find(|binding| binding.sequence.0 == keys).map(|binding| binding.action)
    }

    /// The ways to an action, the one to show first.
    pub fn keys_for(&self, context: Context, action: Action) -> Vec<&Sequence> {
        self.ways(context, action).collect()
    }

    /// The way to an action that hints show.
    pub fn key_for(&self, context: Context, action: Action) -> Option<&Sequence> {
        self.ways(context, action).next()
    }

    fn ways(&self, context: Context, action: Action) -> impl Iterator<Item = &Sequence> {
        self.bindings(context)
            .iter()
            .filter(move |binding| binding.action == action)
            .map(|binding| &binding.sequence)
    }

    /// What can follow after these keys, as whole bindings; the pop-up shows the part after the prefix.
    pub fn continuations(&self, context: Context, prefix: &[Key]) -> Vec<&Binding> {
        self.bindings(context).iter().filter(|binding| binding.sequence.continues(prefix)).collect()
    }

    /// The group whose name titles the pop-up of a prefix; a prefix that only the user has may have none.
    pub fn prefix_title(&self, prefix: &[Key]) -> Option<Group> {
        self.prefixes.iter().rev().find(|(keys, _)| keys.0 == prefix).map(|(_, group)| *group)
    }
}

/// From the farthest to the nearest: the parent's table, the program's entries, the user's.
fn table(layers: &[Layer], context: Context) -> Vec<Binding> {
    let mut bindings = context.parent().map(|parent| table(layers, parent)).unwrap_or_default();
    for layer in layers.iter().filter(|layer| layer.context == context) {
        let mut near = lay(layer);
        bindings.retain(|far| !replaced(far, layer, &near));
        near.append(&mut bindings);
        bindings = near;
    }
    bindings
}

fn lay(layer: &Layer) -> Vec<Binding> {
    let pairs = layer.entries.iter().flat_map(|(action, keys)| keys.iter().map(move |keys| (*action, keys)));
    pairs.map(|(action, sequence)| Binding { sequence: sequence.clone(), action }).collect()
}

fn replaced(far: &Binding, layer: &Layer, near: &[Binding]) -> bool {
    let renamed = layer.entries.iter().any(|(action, _)| *action == far.action);
    renamed || near.iter().any(|binding| binding.sequence == far.sequence)
}

#[cfg(test)]
mod tests {
    use super::Keymap;
    use crate::action::{Action, Group};
    use crate::keymap::{Context, Sequence};

    fn keys(text: &str) -> Sequence {
        text.parse().unwrap()
    }

    fn shown(map: &Keymap, context: Context, action: Action) -> Vec<String> {
        map.keys_for(context, action).into_iter().map(ToString::to_string).collect()
    }

    fn user(contexts: &str) -> Keymap {
        Keymap::with_user("keymap.ron", &format!("Keymap(format: 1, contexts: {{{contexts}}})")).unwrap()
    }

    #[test]
    fn finds_keys_and_actions_both_ways() {
        let map = Keymap::standard().unwrap();
        assert_eq!(shown(&map, Context::List, Action::FirstRow), ["g g", "Home"]);
        assert_eq!(map.action(Context::List, &keys("g g").0), Some(Action::FirstRow));
        assert_eq!(map.action(Context::List, &keys("g").0), None);
        assert_eq!(map.key_for(Context::Picker, Action::FixAndChoose), Some(&keys("Ctrl-f")));
        assert_eq!(map.key_for(Context::List, Action::FixAndChoose), None);
    }

    #[test]
    fn a_child_inherits_and_specialises() {
        let map = Keymap::standard().unwrap();
        assert_eq!(map.action(Context::Problems, &keys("j").0), Some(Action::RowDown));
        assert_eq!(map.action(Context::Input, &keys("Tab").0), None);
        assert_eq!(map.action(Context::Form, &keys("Tab").0), Some(Action::NextField));
        assert_eq!(map.action(Context::Form, &keys("Ctrl-l").0), Some(Action::Redraw));
    }

    #[test]
    fn continuations_are_what_the_pop_up_shows() {
        let map = Keymap::standard().unwrap();
        let next: Vec<_> = map.continuations(Context::List, &keys("r").0).iter().map(|b| b.action).collect();
        assert_eq!(next.len(), 8);
        assert!(next.contains(&Action::RelateAccept));
        assert_eq!(map.prefix_title(&keys("r").0), Some(Group::Relating));
        assert_eq!(map.prefix_title(&keys("x").0), None);
    }

    #[test]
    fn the_user_renames_unbinds_and_takes_keys() {
        let map = user(r#""list": {"save": ["Z", "G"], "duplicate": []}"#);
        assert_eq!(shown(&map, Context::List, Action::Save), ["Z", "G"]);
        assert_eq!(shown(&map, Context::List, Action::LastRow), ["End"]);
        assert!(shown(&map, Context::List, Action::Duplicate).is_empty());
        assert_eq!(shown(&map, Context::Problems, Action::Save), ["Z", "G"]);
        assert_eq!(map.action(Context::List, &keys("j").0), Some(Action::RowDown));
    }

    #[test]
    fn the_user_changes_one_child_only() {
        let map = user(r#""problems": {"why": ["v"]}"#);
        assert_eq!(shown(&map, Context::Problems, Action::Why), ["v"]);
        assert_eq!(shown(&map, Context::List, Action::Why), ["W"]);
        assert_eq!(map.action(Context::List, &keys("v").0), Some(Action::MarkRange));
    }
}
