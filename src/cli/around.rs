//! What a command finds around it: the environment, the settings, the language, the day, how to write.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::args::{Format, Global, When};
use super::fail::{Exit, Fail};
use super::kind;
use super::out::{self, Out};
use crate::config::{self, Environment, Settings, Theme as ThemeName};
use crate::i18n::Lang;
use crate::keymap::Keymap;
use crate::model::{Day, Moment, today_by_clock};
use crate::store::StoreError;
use crate::tui::frames::Letters;
use crate::tui::run::{Clock, Options};
use crate::tui::signs::Charset;
use crate::tui::terminal::Mouse;
use crate::tui::theme::{ColorWish, Palette, Theme};

/// What a command finds around it.
pub struct Around {
    /// The language of what is said.
    pub lang: Lang,
    /// The folder of settings and books.
    pub config: PathBuf,
    /// How data is written.
    pub format: Format,
    /// How the screens look.
    pub options: Options,
    /// The day that was asked for.
    today: Option<Day>,
    /// The book that was asked for.
    book: Option<OsString>,
    /// Why the settings are not heeded.
    unread: Option<StoreError>,
}

impl Around {
    /// What is around, from flags, environment and settings, in this order.
    ///
    /// # Errors
    /// When there is no folder for settings and books.
    pub fn new(flags: &Global) -> Result<Self, Fail> {
        let env = Environment::of_process();
        let asked = flags.lang.or_else(|| env.lang.as_ref()?.to_str()?.parse().ok());
        let config = env.config_folder();
        let read = config.as_ref().map(|folder| Settings::read(folder));
        let (settings, unread) = match read {
            Ok(Ok(settings)) => (settings, None),
            Ok(Err(error)) => (Settings::default(), Some(error)),
            Err(_) => (Settings::default(), None),
        };
        let lang = Lang::detect(asked.or(settings.language), None);
        let no_home = || Fail::new(Exit::Unreadable, lang.commands().no_home);
        Ok(Self {
            lang,
            config: config.map_err(|_| no_home())?,
            format: format_of(flags),
            options: options(flags, &settings, clock(&env)),
            today: flags.today,
            book: flags.book.clone().or(env.book),
            unread,
        })
    }

    /// Says what of the settings could not be heeded.
    pub fn warn(&self, out: &mut Out) {
        if let Some(error) = &self.unread {
            out.say(&self.lang.store_error(error));
        }
    }

    /// The day the rules are judged for.
    pub fn today(&self) -> Day {
        self.today.unwrap_or_else(today_by_clock)
    }

    /// The day that was asked for.
    pub fn asked_day(&self) -> Option<Day> {
        self.today
    }

    /// No moment is later than this day: today by the clock, or a later day that was asked for.
    pub fn latest(&self) -> Day {
        self.today().max(today_by_clock())
    }

    /// This moment, for the history: by the clock, whatever day the rules are judged for.
    pub fn now(&self) -> Moment {
        self.options.clock.now()
    }

    /// The day the invented network is judged for.
    pub fn demo_day(&self) -> Day {
        self.today.unwrap_or_else(crate::demo::day)
    }

    /// What names the book: the argument, else the flag or the environment.
    pub fn name_of_book<'a>(&'a self, argument: Option<&'a OsStr>) -> Option<&'a OsStr> {
        argument.or(self.book.as_deref())
    }

    /// The keymap with the user's on top, and why the user's is not heeded.
    ///
    /// # Errors
    /// When the keymap inside the program is wrong.
    pub fn keymap(&self) -> Result<(Keymap, Option<String>), Fail> {
        let name = self.config.join(config::KEYMAP);
        let own = match config::keymap_text(&self.config) {
            Ok(None) => return Ok((self.standard_keymap()?, None)),
            Ok(Some(text)) => Keymap::with_user(&crate::model::show(&name.to_string_lossy()), &text)
                .map_err(|error| self.lang.key_file_error(&error)),
            Err(error) => Err(self.lang.store_error(&error)),
        };
        match own {
            Ok(keymap) => Ok((keymap, None)),
            Err(why) => Ok((self.standard_keymap()?, Some(why))),
        }
    }

    fn standard_keymap(&self) -> Result<Keymap, Fail> {
        Keymap::standard().map_err(|error| Fail::new(Exit::Own, self.lang.key_file_error(&error)))
    }
}

fn format_of(flags: &Global) -> Format {
    let usual = if out::is_terminal() { Format::Text } else { Format::Tsv };
    if flags.json { Format::Json } else { flags.format.unwrap_or(usual) }
}

/// What tells the time: the clock of the machine, unless a test stops it.
fn clock(env: &Environment) -> Clock {
    let day: Option<Day> = env.clock.as_ref().and_then(|day| day.to_str()?.parse().ok());
    day.map_or(Clock::Machine, |day| Clock::Stopped(day.start()))
}

fn options(flags: &Global, settings: &Settings, clock: Clock) -> Options {
    let name = flags.theme.or(settings.theme).unwrap_or(ThemeName::Auto);
    let wish = match flags.color {
        When::Auto => ColorWish::Auto,
        When::Always => ColorWish::Always,
        When::Never => ColorWish::Never,
    };
    let palette = Palette::named(name.name()).unwrap_or_default().resolve(wish, |name| env::var_os(name));
    let letters = match settings.ascii {
        // Who asks for more than ASCII knows the terminal better than its variables do.
        Some(false) => Letters::Utf8,
        Some(true) | None => kind::letters(|name| env::var_os(name)),
    };
    let ascii = flags.ascii || settings.ascii.unwrap_or_default() || letters == Letters::Ascii;
    let charset = if ascii { Charset::Ascii } else { Charset::Unicode };
    let mouse = if settings.mouse == Some(false) { Mouse::Free } else { Mouse::Captured };
    Options { theme: Theme { palette, charset }, mouse, letters, clock }
}
