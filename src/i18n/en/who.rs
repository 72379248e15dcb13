//! English: who may do what.

use crate::i18n::who::WhoWords;
use crate::survey::who::{Hindrance, How, Left, Power};

pub(in crate::i18n) static WHO: WhoWords = WhoWords {
    title: "Who may do what",
    planned: "planned",
    extends: "extends itself",
    copied: "Sent to the clipboard: who may do what, in sentences.",
    questions: ["May administer", "Opens service requests", "Buys for it", "Supports"],
    nobody: [
        "Nobody may administer it.",
        "Nobody can open a service request: that needs admin privileges in force.",
        "Nobody buys for it through CSP.",
        "It has no subscription to support.",
    ],
    nobody_supports: "nobody",
    of_customer: |name, day| format!("{name}, as of {day}"),
    role,
    power: |power| match power {
        Power::All => "all services (DAP)",
        Power::Roles(_) => "roles not recorded (GDAP)",
        Power::Azure => "Azure roles, perhaps",
        Power::Asked => "nothing yet: asked",
        Power::Nothing => "nothing",
    },
    roles: |count| match count {
        1 => "1 role (GDAP)".to_owned(),
        n => format!("{n} roles (GDAP)"),
    },
    left: |left| match left {
        Left::Relationship => "left over: relationship gone",
        Left::Partnership => "left over: partnership ended",
        Left::Transfer => "left over: transferred away",
    },
    left_since: |left, day| match left {
        Left::Relationship => format!("left over: its relationship was removed on {day}"),
        Left::Partnership => format!("left over: its last partnership ended on {day}"),
        Left::Transfer => format!("left over: what it sold was transferred on {day}"),
    },
    how: |how| match how {
        How::Contact => "as support contact",
        How::Seller => "as its seller",
        How::Elsewhere => "though bought elsewhere",
        How::Nobody => "",
    },
    hindrance: |hindrance| match hindrance {
        Hindrance::NoRelationship => "nothing new: no active relationship",
        Hindrance::NoPartnership => "nothing new: no active partnership",
    },
    relationship: "reseller relationship",
    relationship_short: "relationship",
    between: "; ",
    copy_answer: "copy answer",
    granular: |name| format!("\"{name}\""),
    transfer: "transfer",
    since: |ground, day| format!("{ground} since {day}"),
    until: |day| format!("until {day}"),
    through: |name| format!("through {name}"),
    administered: |customer, day, list| format!("As of {day}, {customer} is administered by: {list}."),
    left_over: |list| format!("Left over: {list}."),
    tickets: |list| format!("Service requests with Microsoft are opened by: {list}."),
    bought: |list| format!("Bought by: {list}."),
    supported: |list| format!("Supported by: {list}."),
};

/// The built-in roles that granular privileges name most. Source: the list of Microsoft Entra built-in roles.
fn role(id: &str) -> Option<&'static str> {
    Some(match id {
        "62e90394-69f5-4237-9190-012177145e10" => "Global Administrator",
        "29232cdf-9323-42fd-ade2-1d097af3e4de" => "Exchange Administrator",
        "3a2c62db-5318-420d-8d74-23affee5d9d5" => "Intune Administrator",
        "44367163-eba1-44c3-98af-f5787879f96a" => "Dynamics 365 Administrator",
        "69091246-20e8-4a56-aa4d-066075b2a7a8" => "Teams Administrator",
        "88d8e3e3-8f55-4a1e-953a-9b9898b8876b" => "Directory Readers",
        "9360feb5-f418-4baa-8175-e2a00bac4301" => "Directory Writers",
        "f2ef992c-3afb-46b9-b7cf-a126ee74c451" => "Global Reader",
        "729827e3-9c14-49f7-bb1b-9608f156bbb8" => "Helpdesk Administrator",
        "fe930be7-5e62-47db-91af-98c3a49a38b1" => "User Administrator",
        "f023fd81-a637-4b56-95fd-791ac0226033" => "Service Support Administrator",
        "4d6ac14f-3453-41d0-bef9-a3e0c569773a" => "License Administrator",
        "7be44c8a-adaf-4e2a-84d6-ab2649e08a13" => "Privileged Authentication Administrator",
        "e8611ab8-c189-46e8-94e1-60213ab1f814" => "Privileged Role Administrator",
        "e6d1a23a-da11-4be4-9570-befc86d067a7" => "Compliance Data Administrator",
        _ => return None,
    })
}
