//! Places at which a test can hold or break the program. In a build without debug assertions there is nothing of it.

/// A place in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// While a frame is drawn.
    Draw,
    /// Before the state machine takes a message.
    Update,
    /// In long work, before it begins.
    Worker,
    /// In the work that has the journal, before anything is written.
    Journal,
    /// In the work that has the journal, after it was written and before that is told.
    Journaled,
    /// In the work that writes the book, before it begins.
    Save,
    /// On the thread that reads keys.
    Input,
}

/// Does what a test planted at this place: `PARTNERBOOK_PLANTED` names places and files, as in `draw=/tmp/a,save=/tmp/b`.
/// While there is no such file nothing happens. A pipe holds the program until somebody opens and closes it. What the
/// file says, the program panics with; an empty one lets it go on.
#[cfg(debug_assertions)]
#[allow(clippy::panic, reason = "what a test asked for")]
pub fn at(place: Place) {
    use std::sync::OnceLock;
    static PLANTED: OnceLock<Vec<(String, String)>> = OnceLock::new();
    let planted = PLANTED.get_or_init(|| {
        let asked = std::env::var("PARTNERBOOK_PLANTED").unwrap_or_default();
        let pairs = asked.split(',').filter_map(|pair| pair.split_once('='));
        pairs.map(|(name, file)| (name.to_owned(), file.to_owned())).collect()
    });
    let name = || format!("{place:?}").to_lowercase();
    let Some((_, file)) = planted.iter().find(|(at, _)| *at == name()) else { return };
    let words = std::fs::read_to_string(file).unwrap_or_default();
    if !words.is_empty() {
        std::panic::panic_any(words);
    }
}

/// Does nothing.
#[cfg(not(debug_assertions))]
pub fn at(_: Place) {}
