//! A record as the portal said it last and as the book has it, and how a value from a file goes into both.

/// What a row did to the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Effect {
    /// Nothing.
    Same,
    /// The record is planned to go and stays away.
    Away,
    /// The book held it already, the baseline did not.
    Confirmed,
    /// A record changed.
    Changed,
    /// A record came to be.
    New,
}

/// A record in the baseline and in the book while a row is merged into it.
#[derive(Clone, Debug)]
pub(super) struct Pair<R> {
    old_base: Option<R>,
    old_book: Option<R>,
    base: R,
    /// Nothing when the book plans to do without the record that the portal has.
    book: Option<R>,
    overruled: Vec<&'static str>,
}

impl<R: Clone + PartialEq> Pair<R> {
    /// The pair of a record; `blank` is a new one.
    pub fn new(old_book: Option<R>, old_base: Option<R>, blank: R) -> Self {
        let base = old_base.clone().unwrap_or_else(|| blank.clone());
        let book = match (&old_book, &old_base) {
            (Some(book), _) => Some(book.clone()),
            (None, None) => Some(blank),
            (None, Some(_)) => None,
        };
        Self { old_base, old_book, base, book, overruled: Vec::new() }
    }

    /// Tells whether the book plans to do without the record.
    pub fn is_away(&self) -> bool {
        self.book.is_none()
    }

    /// The record as the portal says it, as far as it was merged.
    pub fn base(&self) -> &R {
        &self.base
    }

    /// Merges a value: the book follows the portal where the portal says something new, and keeps its plan elsewhere.
    /// Nothing clears nothing.
    pub fn set<T: Clone + PartialEq>(
        &mut self,
        field: &'static str,
        value: Option<T>,
        part: impl Fn(&mut R) -> &mut T,
    ) {
        let Some(value) = value else { return };
        let said = part(&mut self.base);
        let news = self.old_base.is_none() || *said != value;
        let before = std::mem::replace(said, value.clone());
        let Some(book) = self.book.as_mut().filter(|_| news) else { return };
        let planned = part(book);
        if self.old_base.is_some() && *planned != before && *planned != value {
            self.overruled.push(field);
        }
        *planned = value;
    }

    /// Merges a part that files only ever add to: it grows on both sides when the portal has it for the first time.
    pub fn grow<T: Clone + PartialEq>(&mut self, with: impl Fn(&T) -> T, part: impl Fn(&mut R) -> &mut T) {
        let said = part(&mut self.base);
        let grown = with(said);
        let news = self.old_base.is_none() || *said != grown;
        *said = grown;
        if let Some(book) = self.book.as_mut().filter(|_| news) {
            let place = part(book);
            *place = with(place);
        }
    }

    /// Merges a value that is worth less than what is there: it fills a gap.
    pub fn fill<T: Clone + PartialEq + Default>(
        &mut self,
        value: Option<&T>,
        part: impl Fn(&mut R) -> &mut T,
    ) {
        let Some(value) = value else { return };
        for record in [Some(&mut self.base), self.book.as_mut()].into_iter().flatten() {
            let place = part(record);
            if *place == T::default() {
                place.clone_from(value);
            }
        }
    }

    /// Brings the record into the book although it was planned to go: another record names it.
    pub fn need(&mut self) {
        self.book.get_or_insert_with(|| self.base.clone());
    }

    /// The fields whose plan gave way.
    pub fn overruled(&self) -> &[&'static str] {
        &self.overruled
    }

    /// What the merge did.
    pub fn effect(&self) -> Effect {
        match (&self.old_book, &self.book) {
            (_, None) => Effect::Away,
            (None, Some(_)) => Effect::New,
            (Some(old), Some(new)) if old != new => Effect::Changed,
            (Some(_), Some(_)) if self.old_base.as_ref() != Some(&self.base) => Effect::Confirmed,
            (Some(_), Some(_)) => Effect::Same,
        }
    }

    /// The new records for baseline and book, each only when it differs from the old one.
    pub fn news(self) -> (Option<R>, Option<R>) {
        let base = (self.old_base.as_ref() != Some(&self.base)).then_some(self.base);
        let book = self.book.filter(|book| self.old_book.as_ref() != Some(book));
        (base, book)
    }
}

/// Merges several fields of a row into a pair, each by its name.
macro_rules! merge {
    ($pair:expr, $($field:ident: $value:expr),* $(,)?) => {
        $($pair.set(stringify!($field), $value, |record| &mut record.$field);)*
    };
}
pub(super) use merge;

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Thing {
        name: String,
        count: u32,
    }

    fn thing(name: &str, count: u32) -> Thing {
        Thing { name: name.into(), count }
    }

    fn merged(
        book: Option<Thing>,
        base: Option<Thing>,
        name: Option<&str>,
        count: Option<u32>,
    ) -> Pair<Thing> {
        let mut pair = Pair::new(book, base, Thing::default());
        merge!(pair, name: name.map(str::to_owned), count: count);
        pair
    }

    #[test]
    fn a_plan_stays_while_the_portal_repeats_itself_and_gives_way_when_it_does_not() {
        let repeat = merged(Some(thing("planned", 1)), Some(thing("old", 1)), Some("old"), None);
        assert_eq!((repeat.effect(), repeat.book.clone()), (Effect::Same, Some(thing("planned", 1))));
        let news = merged(Some(thing("planned", 1)), Some(thing("old", 1)), Some("new"), None);
        assert_eq!((news.effect(), news.overruled()), (Effect::Changed, ["name"].as_slice()));
        let done = merged(Some(thing("planned", 1)), Some(thing("old", 1)), Some("planned"), None);
        assert_eq!((done.effect(), done.overruled().len()), (Effect::Confirmed, 0));
    }

    #[test]
    fn nothing_clears_nothing_and_what_is_planned_to_go_stays_away() {
        let silent = merged(Some(thing("a", 1)), Some(thing("a", 1)), None, None);
        assert_eq!((silent.effect(), silent.news()), (Effect::Same, (None, None)));
        let away = merged(None, Some(thing("a", 1)), Some("b"), Some(2));
        assert_eq!((away.effect(), away.news()), (Effect::Away, (Some(thing("b", 2)), None)));
    }

    #[test]
    fn what_is_new_is_new_in_both_and_typed_records_are_completed() {
        let new = merged(None, None, Some("a"), Some(0));
        assert_eq!((new.effect(), new.news()), (Effect::New, (Some(thing("a", 0)), Some(thing("a", 0)))));
        let typed = merged(Some(thing("mine", 5)), None, Some("theirs"), None);
        assert_eq!(typed.news(), (Some(thing("theirs", 0)), Some(thing("theirs", 5))));
    }
}
