//! `settings.ron`: what the user wants otherwise. Each field is optional, and so is the file. Knows the languages.

use std::fmt;
use std::path::Path;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

use crate::i18n::Lang;
use crate::store::error::StoreError;
use crate::store::reader;

/// The name of the file in the config folder.
pub const NAME: &str = "settings.ron";

/// What the user wants. A field that is absent is not decided here: a flag, a variable or the default decides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language.
    pub language: Option<Lang>,
    /// The theme.
    pub theme: Option<Theme>,
    /// Whether borders and marks are drawn with ASCII only.
    pub ascii: Option<bool>,
    /// Whether the mouse is heeded.
    pub mouse: Option<bool>,
    /// When the continuations of a prefix key are shown.
    pub hints: Option<Hints>,
}

/// The looks by name; what they mean is the screen's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own colours.
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// No colours.
    Mono,
    /// No colours, and every mark as strong as can be.
    Contrast,
}

/// When the continuations of a prefix key are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hints {
    /// After a moment without a key.
    #[default]
    Soon,
    /// At once.
    Now,
}

/// A word of a setting, written in quotes.
trait Word: Copy + 'static {
    const WORDS: &'static [&'static str];
    const ALL: &'static [Self];
}

impl Word for Lang {
    const WORDS: &'static [&'static str] = &[Self::En.code(), Self::Fr.code()];
    const ALL: &'static [Self] = Lang::ALL;
}

impl Word for Theme {
    const WORDS: &'static [&'static str] = &["auto", "dark", "light", "mono", "contrast"];
    const ALL: &'static [Self] = &[Self::Auto, Self::Dark, Self::Light, Self::Mono, Self::Contrast];
}

impl Word for Hints {
    const WORDS: &'static [&'static str] = &["soon", "now"];
    const ALL: &'static [Self] = &[Self::Soon, Self::Now];
}

impl Theme {
    /// The theme with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|theme| theme.name() == name)
    }

    /// The word for it, in settings and on the command line.
    pub fn name(self) -> &'static str {
        let place = Self::ALL.iter().position(|theme| *theme == self);
        place.map_or("auto", |place| Self::WORDS[place])
    }
}

impl Settings {
    /// Reads `settings.ron` of the config folder; without the file nothing is set.
    ///
    /// # Errors
    /// When the file is of a newer format, or holds what is no setting: with the place, the field and what would be
    /// right.
    pub fn read(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(NAME);
        super::read_linked(&path)?.map_or_else(|| Ok(Self::default()), |bytes| Self::parse(&path, bytes))
    }

    /// Reads the content of a settings file; the path is only for the error.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn parse(path: &Path, bytes: Vec<u8>) -> Result<Self, StoreError> {
        let file: File = reader::read(path, bytes)?;
        Ok(Self {
            language: file.language.map(|word| word.0),
            theme: file.theme.map(|word| word.0),
            ascii: file.ascii,
            mouse: file.mouse,
            hints: file.hints.map(|word| word.0),
        })
    }
}

#[derive(Deserialize)]
#[serde(rename = "Settings", deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default)]
    language: Option<Typed<Lang>>,
    #[serde(default)]
    theme: Option<Typed<Theme>>,
    #[serde(default)]
    ascii: Option<bool>,
    #[serde(default)]
    mouse: Option<bool>,
    #[serde(default)]
    hints: Option<Typed<Hints>>,
}

struct Typed<T>(T);

impl<'de, T: Word> Deserialize<'de> for Typed<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(WordVisitor(std::marker::PhantomData)).map(Typed)
    }
}

struct WordVisitor<T>(std::marker::PhantomData<T>);

impl<T: Word> Visitor<'_> for WordVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {:?}", T::WORDS)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        let place = T::WORDS.iter().position(|word| *word == text);
        let found = place.and_then(|place| T::ALL.get(place));
        found.copied().ok_or_else(|| E::unknown_variant(text, T::WORDS))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::model::Text;
    use crate::store::bad::{Expected, Fault};

    fn read_text(text: &str) -> Result<Settings, StoreError> {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join(NAME), text).unwrap();
        Settings::read(home.path())
    }

    #[test]
    fn every_setting_is_optional_and_so_is_the_file() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(Settings::read(home.path()), Ok(Settings::default()));
        assert_eq!(read_text("Settings(format: 1)"), Ok(Settings::default()));
        let all = r#"// mine
            Settings(format: 1, language: "fr", theme: "mono", ascii: true, mouse: false, hints: "now")"#;
        let expected = Settings {
            language: Some(Lang::Fr),
            theme: Some(Theme::Mono),
            ascii: Some(true),
            mouse: Some(false),
            hints: Some(Hints::Now),
        };
        assert_eq!(read_text(all), Ok(expected));
    }

    #[test]
    fn what_is_no_setting_is_named_with_its_place_and_what_would_be_right() {
        let choice = |found: &str, known: &[&'static str]| Fault::UnknownChoice {
            found: found.into(),
            known: known.to_vec(),
        };
        let fields = vec!["format", "language", "theme", "ascii", "mouse", "hints"];
        for (text, line, field, fault) in [
            ("Settings(format: 1,\n language: \"de\")", 2, "language", choice("de", Lang::WORDS)),
            ("Settings(format: 1,\n\n theme: \"pink\")", 3, "theme", choice("pink", Theme::WORDS)),
            ("Settings(format: 1, mouse: 1)", 1, "mouse", Fault::Expected(Expected::Boolean)),
            (
                "Settings(format: 1, color: \"no\")",
                1,
                "color",
                Fault::UnknownField { found: "color".into(), known: fields },
            ),
        ] {
            let Err(StoreError::Bad(bad)) = read_text(text) else { panic!("{text}") };
            assert_eq!(
                (bad.line, bad.field.as_ref().map(Text::raw), bad.fault),
                (line, Some(field), fault),
                "{text}"
            );
        }
        let newer = read_text("Settings(format: 7, colour: whatever)");
        assert!(matches!(newer, Err(StoreError::Newer { found: 7, .. })));
    }

    #[test]
    fn every_theme_has_its_name() {
        let names: Vec<_> = Theme::ALL.iter().map(|theme| theme.name()).collect();
        assert_eq!(names, Theme::WORDS);
    }
}
