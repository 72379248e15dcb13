//! The keymap's places, its faults and its file, in English.

use super::actions::label;
use crate::keymap::{Context, Fault, FileError, Finding, Known};

/// Where keys are valid, as a heading.
pub fn context(context: Context) -> &'static str {
    match context {
        Context::Any => "Everywhere",
        Context::List => "Lists: the four panes",
        Context::Detail => "Record",
        Context::Problems => "Problems list",
        Context::Tree => "Relations",
        Context::Who => "Who may do what",
        Context::Agenda => "Agenda",
        Context::History => "History",
        Context::Wizard => "Transfer",
        Context::Input => "Lines you type in",
        Context::Filter => "Filter",
        Context::Palette => "Commands",
        Context::Picker => "Picker",
        Context::Form => "Form",
        Context::Help => "Help",
        Context::Menu => "Choices",
        Context::Welcome => "First screen",
        Context::Reader => "Texts to read",
        Context::Sheet => "Questions",
        Context::Preview => "Preview of an import",
    }
}

/// What is wrong with a keymap.
pub fn finding(finding: &Finding) -> String {
    let place = |at: &Context| at.name();
    match finding {
        Finding::Twice(at, keys, first, second) => {
            format!(
                "{}: {keys} is both {} and {}. The first one acts. Take it from one of them.",
                place(at),
                label(*first),
                label(*second)
            )
        }
        Finding::Hidden(at, long, short) => {
            format!("{}: {long} cannot be typed. {short} already acts. Change one of them.", place(at))
        }
        Finding::Alias(at, keys, key, same) => {
            format!(
                "{}: {keys} is not reliable. Many terminals send {key} as {same}. Choose another key.",
                place(at)
            )
        }
        Finding::NotSent(at, keys, key) => {
            format!(
                "{}: {keys} is not reliable. Many terminals cannot send {key}. Choose another key.",
                place(at)
            )
        }
        Finding::AltGr(at, keys, sign) => {
            format!(
                "{}: {keys} is hard to type. Some keyboards have {sign} only with AltGr, or not at all. Choose another key.",
                place(at)
            )
        }
        Finding::RemovalOnCtrl(at, keys, action) => {
            format!(
                "{}: {keys} is dangerous for {}. A hand that scrolls can hit it. Choose a key without Ctrl.",
                place(at),
                label(*action)
            )
        }
        Finding::Swallowed(at, keys, action) => {
            format!(
                "{}: {keys} cannot be typed as text. It is bound to {}. Choose a key that types nothing.",
                place(at),
                label(*action)
            )
        }
        Finding::NoKey(action) => {
            format!("{action} ({}) has no key. Give it one, or reach it by the commands.", label(*action))
        }
        Finding::NoWayOut(at) => {
            format!("{}: no key leads out. Bind step-back, leave or safe-answer.", place(at))
        }
    }
}

/// Why a keymap file cannot be used.
pub fn file_error(error: &FileError) -> String {
    let FileError { file, line, column, fault } = error;
    format!("{file} cannot be used: line {line}, column {column}: {}", said(fault))
}

fn said(fault: &Fault) -> String {
    match fault {
        Fault::Unknown(known, found, Some(near)) => {
            format!("no {} {found:?}, did you mean {near}?", kind(*known))
        }
        Fault::Unknown(known, found, None) => format!("no {} {found:?}.", kind(*known)),
        Fault::Missing(field) => format!("{field} is missing."),
        Fault::Newer(format) => format!("format {format} is newer than this program. Update the program."),
        Fault::Syntax(words) => format!("{words}."),
    }
}

fn kind(known: Known) -> &'static str {
    match known {
        Known::Context => "context",
        Known::Action => "action",
        Known::Keys => "key",
        Known::Group => "group",
        Known::Field => "field",
    }
}

#[cfg(test)]
mod tests {
    use super::file_error;
    use crate::keymap::Keymap;

    #[test]
    fn an_error_names_place_fault_and_neighbour() {
        let error = Keymap::with_user("keymap.ron", "Keymap(format: 1, contexts: {\"list\": {\"sav\": []}})")
            .unwrap_err();
        assert_eq!(
            file_error(&error),
            "keymap.ron cannot be used: line 1, column 40: no action \"sav\", did you mean save?"
        );
    }
}
