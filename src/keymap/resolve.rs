//! One key after the other into an action. Sequences end by a match, a miss or Esc; there are no timers.

use super::context::{Context, Typing};
use super::key::{Code, Key, Sequence};
use super::map::{Binding, Keymap};
use crate::action::Action;

/// What a key led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// A binding is complete.
    Action(Action),
    /// A prefix: these bindings go on from here.
    Pending(Vec<Binding>),
    /// A character for the line, or the letter of an answer.
    Text(char),
    /// No binding; the keys that were pressed, to be named.
    Miss(Sequence),
    /// A begun sequence was given up.
    Stopped,
}

/// The keys of a sequence that is not complete yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolver {
    pending: Sequence,
}

impl Resolver {
    /// The keys pressed so far of a sequence.
    pub fn pending(&self) -> &Sequence {
        &self.pending
    }

    /// Forgets a begun sequence: the place has changed.
    pub fn clear(&mut self) {
        self.pending.0.clear();
    }

    /// Takes the next key.
    pub fn feed(&mut self, keymap: &Keymap, context: Context, key: Key) -> Resolved {
        if !self.pending.0.is_empty() && stops(key) {
            self.clear();
            return Resolved::Stopped;
        }
        self.try_key(keymap, context, key).unwrap_or_else(|| self.unbound(keymap, context, key))
    }

    /// A binding or a prefix; nothing pressed is kept otherwise.
    fn try_key(&mut self, keymap: &Keymap, context: Context, key: Key) -> Option<Resolved> {
        self.pending.0.push(key);
        if let Some(action) = keymap.action(context, &self.pending.0) {
            self.clear();
            return Some(Resolved::Action(action));
        }
        let next: Vec<Binding> =
            keymap.continuations(context, &self.pending.0).into_iter().cloned().collect();
        if !next.is_empty() {
            return Some(Resolved::Pending(next));
        }
        self.pending.0.pop();
        None
    }

    fn unbound(&mut self, keymap: &Keymap, context: Context, key: Key) -> Resolved {
        let begun = !self.pending.0.is_empty();
        if let (false, Some(typed)) = (begun, typed(context, key)) {
            return Resolved::Text(typed);
        }
        if let Some(found) = key.without_alt_gr().and_then(|plain| self.try_key(keymap, context, plain)) {
            return found;
        }
        let mut missed = std::mem::take(&mut self.pending);
        missed.0.push(key);
        Resolved::Miss(missed)
    }
}

/// Esc, and Ctrl-c which means the same.
fn stops(key: Key) -> bool {
    key == Key::plain(Code::Esc) || key == Key::new(Code::Char('c'), true, false, false)
}

fn typed(context: Context, key: Key) -> Option<char> {
    match context.typing() {
        Typing::Off => None,
        Typing::Answer => key.text().filter(|typed| typed.is_alphanumeric()),
        Typing::Text => key.text(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Resolved, Resolver};
    use crate::action::Action;
    use crate::keymap::{Context, Keymap, Sequence};

    fn feed(context: Context, keys: &str) -> Vec<Resolved> {
        fed(&Keymap::standard().unwrap(), context, keys)
    }

    fn fed(map: &Keymap, context: Context, keys: &str) -> Vec<Resolved> {
        let mut resolver = Resolver::default();
        let keys: Sequence = keys.parse().unwrap();
        keys.0.into_iter().map(|key| resolver.feed(map, context, key)).collect()
    }

    fn last(context: Context, keys: &str) -> Resolved {
        feed(context, keys).pop().unwrap()
    }

    fn miss(keys: &str) -> Resolved {
        Resolved::Miss(keys.parse().unwrap())
    }

    #[test]
    fn a_sequence_waits_and_matches() {
        let answers = feed(Context::List, "s n");
        assert!(matches!(&answers[0], Resolved::Pending(next) if next.len() == 8));
        assert_eq!(answers[1], Resolved::Action(Action::SortName));
    }

    #[test]
    fn a_miss_names_the_keys_and_ends_the_sequence() {
        assert_eq!(last(Context::List, "s x"), miss("s x"));
        assert_eq!(last(Context::List, "s x x"), Resolved::Action(Action::Remove));
        assert_eq!(last(Context::List, "X"), miss("X"));
    }

    #[test]
    fn esc_gives_up_a_sequence_and_nothing_more() {
        assert_eq!(last(Context::List, "g Esc"), Resolved::Stopped);
        assert_eq!(last(Context::List, "g Ctrl-c"), Resolved::Stopped);
        assert_eq!(last(Context::List, "g Esc Esc"), Resolved::Action(Action::StepBack));
    }

    #[test]
    fn lines_take_text_and_lists_do_not() {
        assert_eq!(last(Context::Filter, "q"), Resolved::Text('q'));
        assert_eq!(last(Context::Filter, "Space"), Resolved::Text(' '));
        assert_eq!(last(Context::Filter, "Ctrl-w"), Resolved::Action(Action::DeleteWord));
        assert_eq!(last(Context::Filter, "Ctrl-g"), miss("Ctrl-g"));
        assert_eq!(last(Context::List, "é"), miss("é"));
    }

    #[test]
    fn alt_gr_is_text_in_a_line() {
        assert_eq!(last(Context::Form, "Ctrl-Alt-@"), Resolved::Text('@'));
        assert_eq!(last(Context::Form, "Ctrl-Alt-a"), Resolved::Text('a'));
        assert_eq!(last(Context::Form, "Alt-a"), miss("Alt-a"));
    }

    #[test]
    fn a_sign_that_the_user_bound_is_found_through_alt_gr() {
        let text = r##"Keymap(format: 1, contexts: {"list": {"save": ["#"]}})"##;
        let map = Keymap::with_user("keymap.ron", text).unwrap();
        assert_eq!(fed(&map, Context::List, "Ctrl-Alt-#"), [Resolved::Action(Action::Save)]);
        assert_eq!(fed(&map, Context::List, "Ctrl-Alt-x"), [miss("Ctrl-Alt-x")]);
    }

    #[test]
    fn a_sheet_takes_letters_as_answers_and_enter_as_the_safe_one() {
        assert_eq!(last(Context::Sheet, "r"), Resolved::Text('r'));
        assert_eq!(last(Context::Sheet, "Space"), miss("Space"));
        assert_eq!(last(Context::Sheet, "Enter"), Resolved::Action(Action::SheetSafe));
        assert_eq!(last(Context::Preview, "Enter"), Resolved::Action(Action::Accept));
        assert_eq!(last(Context::Welcome, "1"), Resolved::Text('1'));
    }
}
