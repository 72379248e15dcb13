//! What is wrong with a keymap that can be read: conflicts, and keys that terminals or keyboards do not have.

use super::context::{Context, Typing};
use super::key::{Code, Key, Sequence};
use super::map::{Binding, Keymap, Layer};
use crate::action::Action;

/// Keys that terminals send as the same byte as another key.
const ALIASES: &[(char, Code)] = &[('i', Code::Tab), ('m', Code::Enter), ('[', Code::Esc)];

/// Signs behind `AltGr` or a dead key on AZERTY or QWERTZ.
const ALT_GR: &str = "[]{}\\|@#~`^";

/// What leads out of a place.
const WAYS_OUT: &[Action] = &[Action::StepBack, Action::Leave, Action::SheetSafe];

/// One thing wrong with a keymap; the sentence is in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// One file gives a sequence to two actions in one context.
    Twice(Context, Sequence, Action, Action),
    /// The first, longer sequence cannot be typed because the second already acts.
    Hidden(Context, Sequence, Sequence),
    /// Terminals send the key as another one.
    Alias(Context, Sequence, Key, Key),
    /// Terminals do not send this combination, or not all do.
    NotSent(Context, Sequence, Key),
    /// The sign needs `AltGr` or a dead key on AZERTY or QWERTZ, or is on some keyboards only.
    AltGr(Context, Sequence, char),
    /// Removal is on a Ctrl key, where a hand that scrolls hits it.
    RemovalOnCtrl(Context, Sequence, Action),
    /// A printable key acts where text is typed.
    Swallowed(Context, Sequence, Action),
    /// An action that should have a key has none anywhere.
    NoKey(Action),
    /// No key leads out of a context.
    NoWayOut(Context),
}

impl Keymap {
    /// Everything that is wrong with this keymap, by kind.
    pub fn check(&self) -> Vec<Finding> {
        let mut found: Vec<Finding> = self.layers.iter().flat_map(twice).collect();
        found.extend(Context::ALL.iter().flat_map(|context| hidden(self, *context)));
        for context in Context::ALL {
            found.extend(own(self, *context).flat_map(|binding| single(self, *context, binding)));
        }
        found.extend(Action::ALL.iter().filter(|a| lacks_key(self, **a)).map(|a| Finding::NoKey(*a)));
        let places = Context::ALL.iter().filter(|context| **context != Context::Any);
        found.extend(places.filter(|context| lacks_way_out(self, **context)).map(|c| Finding::NoWayOut(*c)));
        found
    }
}

fn bindings(layer: &Layer) -> impl Iterator<Item = (&Sequence, Action)> {
    layer.entries.iter().flat_map(|(action, keys)| keys.iter().map(move |keys| (keys, *action)))
}

/// What is in force here and not the same in the parent.
fn own(map: &Keymap, context: Context) -> impl Iterator<Item = &Binding> {
    let above = context.parent().map_or(&[][..], |parent| map.bindings(parent));
    map.bindings(context).iter().filter(|binding| !above.contains(binding))
}

fn twice(layer: &Layer) -> Vec<Finding> {
    let all: Vec<_> = bindings(layer).collect();
    let again = |at: usize, keys: &Sequence| all[..at].iter().find(|(earlier, _)| *earlier == keys);
    let pairs =
        all.iter().enumerate().filter_map(|(at, (keys, action))| Some((again(at, keys)?.1, *keys, *action)));
    pairs.map(|(first, keys, action)| Finding::Twice(layer.context, keys.clone(), first, action)).collect()
}

fn hidden(map: &Keymap, context: Context) -> Vec<Finding> {
    let all = map.bindings(context);
    let hider = |long: &Sequence| all.iter().find(|short| long.continues(&short.sequence.0));
    let pairs = all.iter().filter_map(|long| Some((&long.sequence, &hider(&long.sequence)?.sequence)));
    let found = pairs.map(|(long, short)| (long.clone(), short.clone()));
    found
        .filter(|pair| !inherited(map, context, pair))
        .map(|(long, short)| Finding::Hidden(context, long, short))
        .collect()
}

/// Whether the parent has the same fault, which is then told there.
fn inherited(map: &Keymap, context: Context, (long, short): &(Sequence, Sequence)) -> bool {
    let Some(parent) = context.parent() else { return false };
    map.action(parent, &long.0).is_some() && map.action(parent, &short.0).is_some()
}

/// What one binding can be wrong about by itself.
fn single(map: &Keymap, context: Context, binding: &Binding) -> Vec<Finding> {
    let (keys, action) = (&binding.sequence, binding.action);
    let mut found: Vec<Finding> = keys.0.iter().filter_map(|key| pressed(map, context, keys, *key)).collect();
    if action.removes() && keys.0.iter().any(|key| key.ctrl) {
        found.push(Finding::RemovalOnCtrl(context, keys.clone(), action));
    }
    if context.typing() == Typing::Text && keys.0.first().is_some_and(|key| key.text().is_some()) {
        found.push(Finding::Swallowed(context, keys.clone(), action));
    }
    found
}

fn pressed(map: &Keymap, context: Context, keys: &Sequence, key: Key) -> Option<Finding> {
    if let Some(same) = alias(map, context, key) {
        return Some(Finding::Alias(context, keys.clone(), key, same));
    }
    if !is_sent(key) {
        return Some(Finding::NotSent(context, keys.clone(), key));
    }
    let Code::Char(sign) = key.code else { return None };
    let rare = ALT_GR.contains(sign) || !sign.is_ascii();
    rare.then(|| Finding::AltGr(context, keys.clone(), sign))
}

fn alias(map: &Keymap, context: Context, key: Key) -> Option<Key> {
    let Key { code: Code::Char(letter), ctrl: true, .. } = key else { return None };
    if let Some((_, code)) = ALIASES.iter().find(|(known, _)| *known == letter) {
        return Some(Key::plain(*code));
    }
    // Many terminals send Backspace as Ctrl-h, so the two may only mean the same.
    let back = Key::plain(Code::Backspace);
    (letter == 'h' && map.action(context, &[back]) != map.action(context, &[key])).then_some(back)
}

/// Whether every common terminal reports the combination, also without the kitty protocol.
fn is_sent(key: Key) -> bool {
    match key.code {
        Code::Char(sign) => !key.ctrl || sign.is_ascii_lowercase() || sign == ' ',
        Code::Tab => !key.ctrl,
        Code::Enter | Code::Esc | Code::Backspace => !key.ctrl && !key.shift,
        Code::F(number) => number <= 12,
        Code::Delete
        | Code::Insert
        | Code::Up
        | Code::Down
        | Code::Left
        | Code::Right
        | Code::Home
        | Code::End
        | Code::PageUp
        | Code::PageDown => true,
    }
}

fn lacks_key(map: &Keymap, action: Action) -> bool {
    action.is_promised_a_key() && Context::ALL.iter().all(|context| map.key_for(*context, action).is_none())
}

fn lacks_way_out(map: &Keymap, context: Context) -> bool {
    WAYS_OUT.iter().all(|action| map.key_for(context, *action).is_none())
}

#[cfg(test)]
mod tests {
    use super::Finding;
    use crate::action::Action;
    use crate::keymap::{Context, Key, Keymap, Sequence};

    fn check(contexts: &str) -> Vec<Finding> {
        Keymap::with_user("keymap.ron", &format!("Keymap(format: 1, contexts: {{{contexts}}})"))
            .unwrap()
            .check()
    }

    fn keys(text: &str) -> Sequence {
        text.parse().unwrap()
    }

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn the_keymap_of_the_program_has_no_fault() {
        assert_eq!(Keymap::standard().unwrap().check(), []);
    }

    #[test]
    fn finds_a_sequence_given_twice() {
        let found = check(r#""list": {"save": ["X"], "import": ["X", "I"]}"#);
        assert_eq!(found, [Finding::Twice(Context::List, keys("X"), Action::Save, Action::Import)]);
    }

    #[test]
    fn finds_what_a_shorter_sequence_hides_once() {
        let found = check(r#""list": {"save": ["X"], "import": ["X y"]}"#);
        assert_eq!(found, [Finding::Hidden(Context::List, keys("X y"), keys("X"))]);
        let found = check(r#""problems": {"save": ["r"]}"#);
        assert_eq!(found.len(), 8);
        assert!(found.contains(&Finding::Hidden(Context::Problems, keys("r e"), keys("r"))));
    }

    #[test]
    fn finds_keys_that_terminals_send_as_another() {
        for (alias, same) in [("Ctrl-i", "Tab"), ("Ctrl-m", "Enter"), ("Ctrl-[", "Esc")] {
            let found = check(&format!(r#""list": {{"save": ["Ctrl-s", "{alias}"]}}"#));
            assert_eq!(found, [Finding::Alias(Context::List, keys(alias), key(alias), key(same))]);
        }
        let found = check(r#""list": {"save": ["Ctrl-h"]}"#);
        assert_eq!(found, [Finding::Alias(Context::List, keys("Ctrl-h"), key("Ctrl-h"), key("Backspace"))]);
    }

    #[test]
    fn finds_keys_that_terminals_do_not_send() {
        for rare in ["Ctrl-Enter", "Shift-Enter", "Ctrl-1", "F13", "Ctrl-Tab"] {
            let found = check(&format!(r#""list": {{"save": ["{rare}"]}}"#));
            assert_eq!(found, [Finding::NotSent(Context::List, keys(rare), key(rare))]);
        }
    }

    #[test]
    fn finds_signs_behind_alt_gr() {
        for sign in ['[', '@', '|', 'ß'] {
            let found = check(&format!(r#""list": {{"save": ["{sign}"]}}"#));
            assert_eq!(found, [Finding::AltGr(Context::List, keys(&sign.to_string()), sign)]);
        }
    }

    #[test]
    fn finds_removal_on_a_ctrl_key() {
        let found = check(r#""list": {"remove": ["Ctrl-x"]}"#);
        assert_eq!(found, [Finding::RemovalOnCtrl(Context::List, keys("Ctrl-x"), Action::Remove)]);
    }

    #[test]
    fn finds_a_printable_key_where_text_is_typed() {
        let found = check(r#""picker": {"hide-barred": ["h"]}"#);
        assert_eq!(found, [Finding::Swallowed(Context::Picker, keys("h"), Action::HideBarred)]);
    }

    #[test]
    fn finds_an_action_that_lost_its_key() {
        assert_eq!(check(r#""list": {"pin": []}"#), [Finding::NoKey(Action::Pin)]);
        assert_eq!(check(r#""list": {"save": ["p"]}"#), [Finding::NoKey(Action::Pin)]);
    }

    #[test]
    fn finds_a_place_without_a_way_out() {
        let found = check(r#""preview": {"safe-answer": []}"#);
        assert_eq!(found, [Finding::NoWayOut(Context::Preview)]);
    }
}
