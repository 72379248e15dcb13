//! `keys`: the keymap in force, and what is wrong with it.

use super::args::Keys;
use super::around::Around;
use super::fail::{Exit, Fail};
use super::item::Item;
use super::out::{self, Out};
use super::table::{About, Sheet};
use crate::keymap::{Context, Keymap};

const COLUMNS: &[&str] = &["context", "keys", "action", "label", "does"];

/// Lists the keys, or checks them.
///
/// # Errors
/// When they cannot be written, or the user's keymap cannot be read.
pub fn run(args: &Keys, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let (keymap, unread) = around.keymap()?;
    if let Some(why) = unread {
        out::complain(&why);
        return Ok(Exit::Unreadable);
    }
    if args.check {
        return check(around, &keymap, out);
    }
    let sheet = Sheet { columns: COLUMNS.to_vec(), items: items(around, &keymap) };
    sheet.write(around.format, &About::default(), out)?;
    Ok(Exit::Done)
}

fn check(around: &Around, keymap: &Keymap, out: &mut Out) -> Result<Exit, Fail> {
    let found = keymap.check();
    found.iter().try_for_each(|finding| out.data(&around.lang.key_finding(finding)))?;
    out.say(&(around.lang.commands().keys_checked)(found.len()));
    Ok(if found.is_empty() { Exit::Done } else { Exit::Found })
}

/// Every binding where it is first valid: what a place has from the place above it is not listed again.
fn items(around: &Around, keymap: &Keymap) -> Vec<Item> {
    let everywhere = keymap.bindings(Context::Any);
    let mut items = Vec::new();
    for context in Context::ALL {
        let own = keymap.bindings(*context).iter();
        let own = own.filter(|binding| *context == Context::Any || !everywhere.contains(binding));
        items.extend(own.map(|binding| {
            Item::new([
                ("context", context.name().into()),
                ("keys", binding.sequence.to_string().into()),
                ("action", binding.action.to_string().into()),
                ("label", around.lang.action_label(binding.action).into()),
                ("does", around.lang.action_does(binding.action).into()),
            ])
        }));
    }
    items
}
