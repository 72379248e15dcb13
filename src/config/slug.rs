//! Names of books that can be names of folders anywhere. Knows text only.

use std::fmt;
use std::str::FromStr;

use unicode_normalization::UnicodeNormalization as _;

/// The longest slug, in characters.
const LONGEST: usize = 64;

/// The short name of a book: a letter or digit, then letters, digits, `-` and `_`, all small, at most 64. Never a
/// path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slug(String);

/// The text is no slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotASlug;

impl Slug {
    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A slug for a name that people gave: small letters without accents, everything else a dash.
    pub fn for_name(name: &str) -> Self {
        let plain = name.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
        let mut slug = String::new();
        for c in plain.flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        slug.truncate(LONGEST);
        let slug = slug.trim_end_matches('-');
        Self(if slug.is_empty() { "book".to_owned() } else { slug.to_owned() })
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Slug {
    type Err = NotASlug;

    fn from_str(text: &str) -> Result<Self, NotASlug> {
        let is_first = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let is_slug = text.starts_with(is_first)
            && text.len() <= LONGEST
            && text.chars().all(|c| is_first(c) || c == '-' || c == '_');
        if is_slug { Ok(Self(text.to_owned())) } else { Err(NotASlug) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slugs_are_never_paths() {
        for text in ["main", "0", "sud-conseil_2", &"a".repeat(64)] {
            assert_eq!(text.parse::<Slug>().unwrap().as_str(), text);
        }
        for text in ["", ".", "..", "-a", "_a", "a/b", "a\\b", "a.b", "Main", "é", "a b", &"a".repeat(65)] {
            assert_eq!(text.parse::<Slug>(), Err(NotASlug), "{text}");
        }
    }

    #[test]
    fn names_become_slugs_that_people_recognise() {
        for (name, slug) in [
            ("Été & fils, Genève", "ete-fils-geneve"),
            ("  ../../etc ", "etc"),
            ("株式会社", "book"),
            ("ﬁnance №5", "finance-no5"),
        ] {
            assert_eq!(Slug::for_name(name).as_str(), slug);
        }
    }

    proptest! {
        #[test]
        fn every_name_has_a_slug(name in any::<String>()) {
            let slug = Slug::for_name(&name);
            prop_assert_eq!(slug.as_str().parse(), Ok(slug.clone()));
        }
    }
}
