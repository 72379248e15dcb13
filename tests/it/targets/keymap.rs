//! The user's keymap: read, checked and used, or told what is wrong without harm.

use partnerbook::i18n::Lang;
use partnerbook::keymap::{Context, Keymap, Resolver};

use crate::support::harm::assert_harmless;

/// Reads the bytes as a keymap and presses every key of it.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match Keymap::with_user("keymap.ron", text) {
        Ok(map) => used(&map),
        Err(error) => {
            Lang::ALL
                .iter()
                .for_each(|lang| assert_harmless(&lang.key_file_error(&error), "an error of a keymap"));
        }
    }
}

fn used(map: &Keymap) {
    for finding in map.check() {
        Lang::ALL
            .iter()
            .for_each(|lang| assert_harmless(&lang.key_finding(&finding), "a finding of a keymap"));
    }
    let mut resolver = Resolver::default();
    for context in Context::ALL {
        for binding in map.bindings(*context) {
            binding.sequence.0.iter().for_each(|key| drop(resolver.feed(map, *context, *key)));
            resolver.clear();
            let printed = binding.sequence.to_string();
            assert_eq!(printed.parse().as_ref(), Ok(&binding.sequence), "{printed}");
        }
    }
}
