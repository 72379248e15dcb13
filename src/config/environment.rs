//! What the environment says. Knows variables and the system's folders.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The variables that the program heeds, as they were at its start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Environment {
    /// `PARTNERBOOK_CONFIG_DIR`: the folder of settings and books.
    pub config_dir: Option<OsString>,
    /// `PARTNERBOOK_BOOK`: the name or the folder of the book.
    pub book: Option<OsString>,
    /// `PARTNERBOOK_LANG`: the language.
    pub lang: Option<OsString>,
    /// `PARTNERBOOK_CLOCK`: the day at whose beginning the clock stands still, for tests. It stops the clock and nothing
    /// else: which day the rules are judged for is another matter.
    pub clock: Option<OsString>,
    /// `NO_COLOR`: no colours when it is there and not empty.
    pub no_color: bool,
}

/// The system names no folder for settings: `PARTNERBOOK_CONFIG_DIR` has to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHome;

impl Environment {
    /// The environment of this process.
    pub fn of_process() -> Self {
        Self::from_variables(|name| env::var_os(name))
    }

    /// The environment in which variables have these values; an empty one counts as absent.
    pub fn from_variables(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let filled = |name| variable(name).filter(|value| !value.is_empty());
        Self {
            config_dir: filled("PARTNERBOOK_CONFIG_DIR"),
            book: filled("PARTNERBOOK_BOOK"),
            lang: filled("PARTNERBOOK_LANG"),
            clock: filled("PARTNERBOOK_CLOCK"),
            no_color: filled("NO_COLOR").is_some(),
        }
    }

    /// The folder of settings and books; it need not be there yet.
    ///
    /// # Errors
    /// [`NoHome`] when neither the variable nor the system names one.
    pub fn config_folder(&self) -> Result<PathBuf, NoHome> {
        if let Some(folder) = &self.config_dir {
            return Ok(PathBuf::from(folder));
        }
        let folders = directories::ProjectDirs::from("", "", "partnerbook").ok_or(NoHome)?;
        Ok(folders.config_dir().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_variables_count_as_absent() {
        let none = Environment::from_variables(|_| Some(OsString::new()));
        assert_eq!(none, Environment::default());
        let all = Environment::from_variables(|name| Some(name.into()));
        assert!(all.no_color);
        assert_eq!(all.book, Some("PARTNERBOOK_BOOK".into()));
        assert_eq!(all.config_folder(), Ok("PARTNERBOOK_CONFIG_DIR".into()));
    }
}
