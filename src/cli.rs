//! The commands.

pub mod out;

use crate::app::{App, Mode, Opened};
use crate::demo;
use crate::edit::Book;
use crate::i18n::Lang;
use crate::keymap::Keymap;
use crate::rules::Findings;
use crate::tui::run::{Options, run};
use crate::tui::session::Outcome;
use crate::tui::theme::{ColorWish, Palette, Theme};
use std::env;
use std::process::ExitCode;

/// The exit code of an error in the program itself.
const OWN_ERROR: u8 = 70;

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    match demo() {
        Ok(Outcome::Quit) => ExitCode::SUCCESS,
        Ok(Outcome::Panicked(note)) => {
            out::complain(&note);
            OWN_ERROR.into()
        }
        Err(error) => {
            out::complain(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

fn demo() -> anyhow::Result<Outcome> {
    let model = demo::small(demo::SEED);
    let findings = Findings::of(&model, demo::day());
    let portal = demo::portal(&model);
    let book = Book::with_findings(model, portal, findings, demo::day()).dated(Some(demo::day()));
    let opened = Opened { name: "demo".to_owned(), folder: None, us: None, mode: Mode::Demo, desk: None };
    let lang = Lang::detect(None, env::var("PARTNERBOOK_LANG").ok().as_deref());
    let keymap = Keymap::standard().map_err(|error| anyhow::anyhow!(lang.key_file_error(&error)))?;
    let palette = Palette::Auto.resolve(ColorWish::Auto, |name| env::var_os(name));
    let options = Options { theme: Theme { palette, ..Theme::default() }, ..Options::default() };
    Ok(run(App::new(book, opened, lang, keymap), options)?)
}
