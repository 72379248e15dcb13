//! What each kind of text looks like. Knows roles, not records.
//!
//! The theme `auto` uses the terminal's own colours and the three bright ones that stay readable on dark and on
//! light backgrounds: red, magenta, blue. Signs and words carry the meaning; colours repeat it.

use std::ffi::OsString;

use ratatui::style::{Color, Modifier, Style};

use super::signs::Charset;

/// What a piece of text is, as far as its look goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// The frame of a pane without the focus.
    Border,
    /// The frame of the pane with the focus.
    BorderFocus,
    /// The title of a pane without the focus.
    Title,
    /// The title of the pane with the focus.
    TitleFocus,
    /// A programme error.
    Error,
    /// A warning.
    Warning,
    /// A hint of the rules.
    Hint,
    /// Changed since the baseline, planned.
    Changed,
    /// New since the baseline.
    Added,
    /// Ended.
    Ended,
    /// A key, a link, a thing to press.
    Key,
    /// The row of the cursor in the pane with the focus.
    CursorRow,
    /// The row of the cursor in another pane.
    CursorElsewhere,
    /// A marked row.
    Marked,
    /// A thing that cannot be chosen now.
    Disabled,
    /// A thing that is well.
    Good,
    /// The part of a text that a search found.
    Match,
    /// The heading of a column, of a section.
    Heading,
    /// The title bar of the screen.
    Bar,
}

#[cfg(test)]
const ROLES: [Role; 20] = [
    Role::Text,
    Role::Border,
    Role::BorderFocus,
    Role::Title,
    Role::TitleFocus,
    Role::Error,
    Role::Warning,
    Role::Hint,
    Role::Changed,
    Role::Added,
    Role::Ended,
    Role::Key,
    Role::CursorRow,
    Role::CursorElsewhere,
    Role::Marked,
    Role::Disabled,
    Role::Good,
    Role::Match,
    Role::Heading,
    Role::Bar,
];

/// The themes by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Palette {
    /// The terminal's own colours and three bright ones: safe when the background is unknown.
    #[default]
    Auto,
    /// No colour anywhere, attributes only.
    Mono,
    /// No colour, stronger attributes, no underline.
    Contrast,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
}

/// What the user asked about colour on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ColorWish {
    /// As the environment says.
    #[default]
    Auto,
    /// Colours, whatever the environment says.
    Always,
    /// No colours.
    Never,
}

impl Palette {
    /// Every theme with its name in settings and on the command line.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("auto", Self::Auto),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("mono", Self::Mono),
        ("contrast", Self::Contrast),
    ];

    /// Finds a theme by its name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, palette)| *palette)
    }

    /// Decides between the theme asked for and no colour: `NO_COLOR` not empty, `TERM=dumb` or the wish for none
    /// give `Mono`, unless colour is insisted on. `Contrast` has no colour and stays.
    #[must_use]
    pub fn resolve(self, wish: ColorWish, environment: impl Fn(&str) -> Option<OsString>) -> Self {
        let plain = match wish {
            ColorWish::Always => false,
            ColorWish::Never => true,
            ColorWish::Auto => {
                environment("NO_COLOR").is_some_and(|value| !value.is_empty())
                    || environment("TERM").is_some_and(|value| value == "dumb")
            }
        };
        if plain && self != Self::Contrast { Self::Mono } else { self }
    }

    /// Tells whether this theme uses any colour.
    pub fn is_coloured(self) -> bool {
        !matches!(self, Self::Mono | Self::Contrast)
    }
}

/// A theme and the characters to draw with: all that a view needs to know about looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Theme {
    /// The colours and attributes.
    pub palette: Palette,
    /// The borders and the ellipsis.
    pub charset: Charset,
}

impl Theme {
    /// Returns the style of a role: colours only where the theme has them.
    pub fn style(self, role: Role) -> Style {
        let style = Style::new().add_modifier(self.attributes(role));
        match self.palette {
            Palette::Mono | Palette::Contrast => style,
            Palette::Auto => with(style, bright(role)),
            Palette::Dark => with(style, dark(role)),
            Palette::Light => with(style, light(role)),
        }
    }

    fn attributes(self, role: Role) -> Modifier {
        match self.palette {
            Palette::Contrast => strong(role),
            Palette::Auto | Palette::Mono | Palette::Dark | Palette::Light => plain(role),
        }
    }
}

fn with(style: Style, color: Option<Color>) -> Style {
    color.map_or(style, |color| style.fg(color))
}

fn plain(role: Role) -> Modifier {
    match role {
        Role::Error | Role::TitleFocus | Role::Key | Role::Marked | Role::Bar | Role::CursorElsewhere => {
            Modifier::BOLD
        }
        Role::Warning | Role::Match => Modifier::UNDERLINED,
        Role::CursorRow => Modifier::REVERSED,
        Role::Text
        | Role::Border
        | Role::BorderFocus
        | Role::Title
        | Role::Hint
        | Role::Changed
        | Role::Added
        | Role::Ended
        | Role::Disabled
        | Role::Good
        | Role::Heading => Modifier::empty(),
    }
}

fn strong(role: Role) -> Modifier {
    match role {
        Role::Error | Role::CursorRow => Modifier::REVERSED.union(Modifier::BOLD),
        Role::Warning
        | Role::Match
        | Role::TitleFocus
        | Role::Key
        | Role::Marked
        | Role::Bar
        | Role::CursorElsewhere
        | Role::BorderFocus => Modifier::BOLD,
        Role::Text
        | Role::Border
        | Role::Title
        | Role::Hint
        | Role::Changed
        | Role::Added
        | Role::Ended
        | Role::Disabled
        | Role::Good
        | Role::Heading => Modifier::empty(),
    }
}

fn bright(role: Role) -> Option<Color> {
    match role {
        Role::Error => Some(Color::LightRed),
        Role::Warning => Some(Color::LightMagenta),
        Role::Changed | Role::Added | Role::Key | Role::Match | Role::BorderFocus | Role::TitleFocus => {
            Some(Color::LightBlue)
        }
        Role::Text | Role::Border | Role::Title | Role::Hint | Role::Ended | Role::CursorRow => None,
        Role::CursorElsewhere | Role::Marked | Role::Disabled | Role::Good | Role::Heading | Role::Bar => {
            None
        }
    }
}

fn dark(role: Role) -> Option<Color> {
    known(role).map(|shade| match shade {
        Shade::Red => Color::Indexed(203),
        Shade::Amber => Color::Indexed(214),
        Shade::Blue => Color::Indexed(75),
        Shade::Green => Color::Indexed(114),
        Shade::Grey => Color::Indexed(248),
    })
}

fn light(role: Role) -> Option<Color> {
    known(role).map(|shade| match shade {
        Shade::Red => Color::Indexed(124),
        Shade::Amber => Color::Indexed(94),
        Shade::Blue => Color::Indexed(25),
        Shade::Green => Color::Indexed(22),
        Shade::Grey => Color::Indexed(240),
    })
}

/// A colour of the two themes whose background is known; each has at least 4.5:1 against it.
enum Shade {
    Red,
    Amber,
    Blue,
    Green,
    Grey,
}

fn known(role: Role) -> Option<Shade> {
    match role {
        Role::Error => Some(Shade::Red),
        Role::Warning => Some(Shade::Amber),
        Role::Changed | Role::Key | Role::Match | Role::BorderFocus | Role::TitleFocus | Role::Marked => {
            Some(Shade::Blue)
        }
        Role::Added | Role::Good => Some(Shade::Green),
        Role::Ended | Role::Disabled => Some(Shade::Grey),
        Role::Text
        | Role::Border
        | Role::Title
        | Role::Hint
        | Role::CursorRow
        | Role::CursorElsewhere
        | Role::Heading
        | Role::Bar => None,
    }
}

#[cfg(test)]
mod tests;
