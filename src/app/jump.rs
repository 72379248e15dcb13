//! Where the user was: back, forward, and the last two places one for the other.

use super::pane::Chosen;

/// A place: the focused pane and what each pane had chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of the focused pane.
    pub focus: usize,
    /// What each pane had chosen.
    pub chosen: [Chosen; 4],
    /// True when the agenda lay over the panes.
    pub agenda: bool,
}

/// Remembers as many places.
const PLACES: usize = 100;

/// The places visited.
#[derive(Clone, Debug, Default)]
pub struct Jumps {
    back: Vec<Place>,
    ahead: Vec<Place>,
}

impl Jumps {
    /// The user leaves a place for another by a jump.
    pub fn leave(&mut self, from: Place) {
        self.ahead.clear();
        if self.back.last() != Some(&from) {
            self.back.push(from);
        }
        if self.back.len() > PLACES {
            self.back.remove(0);
        }
    }

    /// The place that was just left had the agenda over it.
    pub fn left_agenda(&mut self) {
        if let Some(place) = self.back.last_mut() {
            place.agenda = true;
        }
    }

    /// The place before.
    pub fn back(&mut self, from: Place) -> Option<Place> {
        let to = self.back.pop()?;
        self.ahead.push(from);
        Some(to)
    }

    /// The place that was left by going back.
    pub fn forward(&mut self, from: Place) -> Option<Place> {
        let to = self.ahead.pop()?;
        self.back.push(from);
        Some(to)
    }

    /// The place before, which becomes the one that the next swap returns to.
    pub fn swap(&mut self, from: Place) -> Option<Place> {
        let to = self.back.pop()?;
        self.back.push(from);
        Some(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(focus: usize) -> Place {
        Place { focus, chosen: [Chosen::All; 4], agenda: false }
    }

    #[test]
    fn back_and_forward_are_inverse() {
        let mut jumps = Jumps::default();
        jumps.leave(place(0));
        jumps.leave(place(1));
        assert_eq!(jumps.back(place(2)), Some(place(1)));
        assert_eq!(jumps.back(place(1)), Some(place(0)));
        assert_eq!(jumps.back(place(0)), None);
        assert_eq!(jumps.forward(place(0)), Some(place(1)));
        assert_eq!(jumps.forward(place(1)), Some(place(2)));
        assert_eq!(jumps.forward(place(2)), None);
    }

    #[test]
    fn swapping_twice_stays() {
        let mut jumps = Jumps::default();
        jumps.leave(place(0));
        assert_eq!(jumps.swap(place(3)), Some(place(0)));
        assert_eq!(jumps.swap(place(0)), Some(place(3)));
    }
}
