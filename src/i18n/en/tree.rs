//! English: relations as a tree.

use crate::i18n::tree::TreeWords;
use crate::survey::tree::{Branch, Lens, More};

pub(in crate::i18n) static TREE: TreeWords = TreeWords {
    unfold: "unfold",
    fold: "fold",
    mermaid: "Mermaid diagram",
    lens: "lens",
    also_connected: "Also connected",
    above: "unfolded above",
    planned: "planned",
    base: "moves with its base",
    nobody: "nobody",
    no_relationship: "no active relationship",
    no_partnership: "no active partnership",
    customers: "customers",
    sells: "sells",
    on_record: "on record for",
    of_record: "partner of record",
    supports: "supports",
    copied: "Sent to the clipboard: these relations as a Mermaid diagram.",
    relations_of: |name| format!("Relations of: {name}"),
    at_cursor: |name| format!("At the cursor: {name}"),
    lens_name: |lens| match lens {
        Lens::All => "all",
        Lens::Sells => "sells",
        Lens::Admin => "admin",
        Lens::Support => "support",
        Lens::Problems => "problems",
    },
    nothing: |lens| match lens {
        Lens::All => "No relation is recorded.",
        Lens::Sells => "Nothing is sold.",
        Lens::Admin => "Nothing is administered.",
        Lens::Support => "Nothing is supported.",
        Lens::Problems => "No problem here.",
    },
    branch: |branch| match branch {
        Branch::SoldBy => "sold by",
        Branch::AdministeredBy => "administered by",
        Branch::SupportedBy => "supported by",
        Branch::Providers => "its providers",
        Branch::Resellers => "its resellers",
        Branch::Customers => "its customers",
        Branch::Administers => "it administers",
        Branch::Supports => "it supports",
        Branch::Serves => "serves",
        Branch::Base => "belongs to",
        Branch::AddOns => "its add-ons",
    },
    more: |more| match more {
        More::Nothing => String::new(),
        More::Places(count) => format!("… and {count} more"),
        More::Unknown => "… and more".to_owned(),
    },
    seats: |count| match count {
        1 => "1 seat".to_owned(),
        n => format!("{n} seats"),
    },
    ends: |day, renews| format!("ends {day} {renews}"),
    no_tree: |kind| {
        format!("A {kind} has no relations to show as a tree. Name a partner, a customer or a subscription.")
    },
};
