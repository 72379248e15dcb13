//! The promises of the themes: no colour where none is wanted, enough contrast where the background is known.

use super::*;

fn environment(pairs: &'static [(&'static str, &'static str)]) -> impl Fn(&str) -> Option<OsString> {
    move |name| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
}

#[test]
fn no_color_not_empty_means_mono() {
    let resolve = |pairs| Palette::Auto.resolve(ColorWish::Auto, environment(pairs));
    assert_eq!(resolve(&[("NO_COLOR", "1")]), Palette::Mono);
    assert_eq!(resolve(&[("NO_COLOR", "")]), Palette::Auto);
    assert_eq!(resolve(&[("TERM", "dumb")]), Palette::Mono);
    assert_eq!(resolve(&[("TERM", "xterm-256color")]), Palette::Auto);
}

#[test]
fn the_command_line_is_stronger_than_the_environment() {
    let loud = Palette::Dark.resolve(ColorWish::Always, environment(&[("NO_COLOR", "1")]));
    assert_eq!(loud, Palette::Dark);
    assert_eq!(Palette::Dark.resolve(ColorWish::Never, environment(&[])), Palette::Mono);
    assert_eq!(Palette::Contrast.resolve(ColorWish::Never, environment(&[])), Palette::Contrast);
}

#[test]
fn every_name_is_found_again() {
    assert!(Palette::NAMES.iter().all(|(name, palette)| Palette::named(name) == Some(*palette)));
    assert_eq!(Palette::named("solarized"), None);
}

#[test]
fn mono_and_contrast_set_no_colour() {
    for palette in [Palette::Mono, Palette::Contrast] {
        let theme = Theme { palette, ..Theme::default() };
        for role in ROLES {
            assert_eq!((theme.style(role).fg, theme.style(role).bg), (None, None), "{palette:?} {role:?}");
        }
    }
}

#[test]
fn auto_uses_three_safe_colours_and_no_background() {
    let safe = [Some(Color::LightRed), Some(Color::LightMagenta), Some(Color::LightBlue), None];
    let theme = Theme::default();
    for role in ROLES {
        assert!(safe.contains(&theme.style(role).fg), "{role:?}");
        assert_eq!(theme.style(role).bg, None, "{role:?}");
    }
}

#[test]
fn nothing_is_dimmed() {
    for (_, palette) in Palette::NAMES {
        let theme = Theme { palette, ..Theme::default() };
        assert!(ROLES.iter().all(|role| !theme.style(*role).add_modifier.contains(Modifier::DIM)));
    }
}

#[test]
fn known_backgrounds_get_at_least_four_and_a_half_to_one() {
    let of = |palette, background: f64| {
        let theme = Theme { palette, ..Theme::default() };
        for color in ROLES.iter().filter_map(|role| theme.style(*role).fg) {
            let ratio = contrast(luminance(color), background);
            assert!(ratio >= 4.5, "{palette:?} {color:?} {ratio}");
        }
    };
    of(Palette::Dark, 0.0);
    of(Palette::Light, 1.0);
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of one of the 240 fixed colours of the 256-colour palette.
fn luminance(color: Color) -> f64 {
    let Color::Indexed(index) = color else { panic!("not a palette colour: {color:?}") };
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let [r, g, b] = match index {
        232.. => [8 + 10 * (index - 232); 3],
        16.. => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(level),
        _ => panic!("the first 16 colours differ between terminals"),
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}
