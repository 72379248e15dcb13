//! What kind of terminal it is, as the environment tells: whether it has screens, and which characters it reads.

use std::env;
use std::ffi::OsString;

use super::fail::{Exit, Fail};
use super::out;
use crate::i18n::Lang;
use crate::model::show;
use crate::tui::frames::Letters;

/// Names of terminals that can only write line after line.
const DUMB: &[&str] = &["dumb", "unknown", "network"];

/// Whether the screens can be drawn and heard here.
///
/// # Errors
/// When there is no terminal, or it calls itself one without screens.
pub fn can_show(lang: Lang) -> Result<(), Fail> {
    let words = lang.commands();
    if !out::can_ask() {
        return Err(Fail::new(Exit::Usage, words.no_terminal));
    }
    let name = env::var_os("TERM").unwrap_or_default();
    let name = name.to_string_lossy();
    // Elsewhere the system draws itself, and names nothing.
    if cfg!(unix) && (name.is_empty() || DUMB.contains(&name.as_ref())) {
        return Err(Fail::new(Exit::Usage, (words.dumb_terminal)(&show(&name))));
    }
    Ok(())
}

/// Which characters the terminal reads: the first of these variables that says anything decides. Where none does it is
/// taken for UTF-8, as terminals are today.
pub fn letters(variable: impl Fn(&str) -> Option<OsString>) -> Letters {
    let said = |name| variable(name).filter(|value| !value.is_empty());
    let Some(locale) = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(said) else {
        return Letters::Utf8;
    };
    let locale = locale.to_string_lossy().to_lowercase();
    if cfg!(unix) && !["utf-8", "utf8"].iter().any(|name| locale.contains(name)) {
        return Letters::Ascii;
    }
    Letters::Utf8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_says_anything_decides() {
        let of = |values: &[(&str, &str)]| {
            letters(|name| values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).into()))
        };
        assert_eq!(of(&[]), Letters::Utf8);
        assert_eq!(of(&[("LC_ALL", ""), ("LANG", "fr_FR.UTF-8")]), Letters::Utf8);
        assert_eq!(of(&[("LANG", "de_DE.utf8@euro")]), Letters::Utf8);
        for locale in ["C", "POSIX", "fr_FR", "fr_FR.ISO-8859-1"] {
            assert_eq!(of(&[("LC_ALL", locale), ("LANG", "fr_FR.UTF-8")]), Letters::Ascii, "{locale}");
        }
    }
}
