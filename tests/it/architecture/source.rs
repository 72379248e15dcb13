//! A source file without its comments, texts and tests, and what it says.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
pub struct Source {
    name: String,
    text: String,
}

impl Source {
    /// The source with this path below `src` and this text.
    pub fn new(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), text: bare(&tests_cut(text)) }
    }

    /// Every source of the library that is not for tests alone.
    pub fn all(folder: &Path) -> Vec<Self> {
        let mut files = Vec::new();
        gather(folder, &mut files);
        let read = |path: &PathBuf| fs::read_to_string(path).unwrap();
        let tests: Vec<PathBuf> = files.iter().flat_map(|path| test_modules(path, &read(path))).collect();
        let is_test = |path: &PathBuf| {
            tests.iter().any(|test| path.starts_with(test) || path.with_extension("") == *test)
        };
        files.retain(|path| !is_test(path));
        let name = |path: &PathBuf| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        files.iter().map(|path| Self::new(&name(path), &read(path))).collect()
    }

    /// Its path below `src`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The module of the library that it belongs to.
    pub fn module(&self) -> &str {
        self.name.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// True when it says a name as a whole word.
    pub fn says(&self, name: &str) -> bool {
        self.text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
    }

    /// True when it holds a call as it is written.
    pub fn calls(&self, call: &str) -> bool {
        self.text.contains(call)
    }

    /// The modules of the library that its paths name.
    pub fn used(&self) -> BTreeSet<String> {
        let depth = self.name.trim_end_matches(".rs").split('/').count();
        let to_root = "super::".repeat(depth);
        let mut used = BTreeSet::new();
        for root in ["crate::", to_root.as_str()] {
            for (at, _) in self.text.match_indices(root) {
                let before = self.text[..at].chars().next_back();
                if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':') {
                    used.extend(heads(&self.text[at + root.len()..]));
                }
            }
        }
        used
    }
}

/// The first names of a path or of a group of paths.
fn heads(text: &str) -> Vec<String> {
    let text = text.trim_start();
    let Some(group) = text.strip_prefix('{') else { return vec![word(text)] };
    let (mut heads, mut depth, mut is_first) = (Vec::new(), 0_usize, true);
    for (at, c) in group.char_indices() {
        match c {
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            '{' => depth += 1,
            ',' if depth == 0 => is_first = true,
            c if is_first && !c.is_whitespace() => {
                heads.push(word(&group[at..]));
                is_first = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
}

/// The modules that a file declares for tests, as paths without an ending.
fn test_modules(path: &Path, text: &str) -> Vec<PathBuf> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let declared = lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]").filter_map(|pair| {
        let name = pair[1].rsplit_once("mod ")?.1.strip_suffix(';')?;
        Some(path.with_extension("").join(name))
    });
    declared.collect()
}

/// The text before the tests at its end.
pub fn tests_cut(text: &str) -> String {
    text.split_once("#[cfg(test)]\nmod tests {").map_or(text, |(before, _)| before).to_owned()
}

/// The text without comments and without what stands in quotes.
pub fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else if let Some(length) = quoted(rest) {
            bare.push(if c == '\'' { '\'' } else { '"' });
            bare.push(if c == '\'' { '\'' } else { '"' });
            length
        } else {
            bare.push(c);
            c.len_utf8()
        };
        rest = &rest[skipped..];
    }
    bare
}

/// The length of the text or character in quotes that begins here.
fn quoted(rest: &str) -> Option<usize> {
    if let Some(raw) = rest.strip_prefix('r') {
        let hashes = raw.chars().take_while(|c| *c == '#').count();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let from = hashes + 1;
            return raw[from..].find(&end).map(|at| 1 + from + at + end.len());
        }
        return None;
    }
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    if quote == '\'' && !is_character(rest) {
        return None;
    }
    let mut is_escaped = false;
    rest.char_indices().skip(1).find_map(|(at, c)| {
        let ends = c == quote && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends.then_some(at + 1)
    })
}

/// A character in quotes, not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    match chars.next() {
        Some('\\') => true,
        Some(_) => chars.next() == Some('\''),
        None => false,
    }
}
