//! What keys do in the wizard.

use super::{Page, Part, Transfer};
use crate::action::Action;
use crate::app::App;
use crate::app::notice::Notice;
use crate::app::overlay::{Answer, Overlay, Turn};
use crate::app::picker::{Picker, Purpose};
use crate::edit::Slot;
use crate::edit::moving::Stop;
use crate::edit::ops::moving::likely_reseller;
use crate::model::{Key, Partner, SubscriptionId, TenantId};
use rustc_hash::FxHashSet;

/// A picker judges a candidate by so many of the subscriptions, one for each family first.
const SAMPLE: usize = 8;

impl Transfer {
    pub(in crate::app) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Leave | Action::Cancel => {
                app.draft = Some(self.clone());
                return Turn::Close;
            }
            Action::PageDown => return self.next(app),
            Action::PageUp => self.go(app, (self.page as usize).saturating_sub(1)),
            Action::Accept => return self.accept(app),
            Action::RowDown | Action::NextField => self.move_by(app, 1),
            Action::RowUp | Action::PreviousField => self.move_by(app, -1),
            Action::Mark => self.toggle(app),
            Action::Why => return self.why(app),
            _ => app.off_here(action),
        }
        Turn::Stay
    }

    /// The page after, where what is asked here is answered; on the last page the step is done.
    fn next(&mut self, app: &mut App) -> Turn {
        match self.page {
            Page::What if self.what.iter().all(|id| self.left_out.contains(id)) => {
                self.refuse(app, app.lang.transfers().nothing_left);
            }
            Page::What => self.go(app, 1),
            Page::Whom if self.seller.is_none() || self.is_where_it_is(app) => {
                self.refuse(app, app.lang.transfers().choose_first);
            }
            Page::Whom => self.go(app, 2),
            Page::Check if self.step().is_none() => self.stopped(app),
            Page::Check => self.go(app, 3),
            Page::Result => return self.commit(app),
        }
        Turn::Stay
    }

    /// Goes to a page by its place.
    fn go(&mut self, app: &mut App, place: usize) {
        self.page = Page::ALL.get(place).copied().unwrap_or(Page::What);
        self.cursor = 0;
        match self.page {
            Page::Check => self.recheck(app),
            Page::Whom if self.check.is_none() && !self.is_where_it_is(app) => self.recheck(app),
            Page::Result => self.texts = self.texts(app),
            Page::What | Page::Whom => {}
        }
    }

    /// True while the target is the seller that they have, and nobody is chosen to be on record.
    fn is_where_it_is(&self, app: &App) -> bool {
        let stays =
            |id: &SubscriptionId| app.book.model().subscription(*id).is_some_and(|s| s.seller == self.seller);
        let mut kept = self.what.iter().filter(|id| !self.left_out.contains(id));
        self.reseller.is_none() && kept.all(stays)
    }

    fn refuse(&self, app: &mut App, text: &str) {
        let actions: &[Action] = if self.page == Page::Whom { &[Action::Accept] } else { &[Action::Mark] };
        app.say(Notice::refused(text, actions));
    }

    /// Says why there is no step.
    fn stopped(&self, app: &mut App) {
        let stop = self.check.as_ref().and_then(|check| check.step.as_ref().err());
        let text = match stop {
            Some(Stop::Broken(findings)) => app.rejection(&crate::edit::Rejection::Broken(findings.clone())),
            Some(Stop::Impossible(why)) => app.lang.impossible(app.book.model(), why),
            Some(Stop::Nothing) => app.lang.transfers().nothing_moves.to_owned(),
            None => app.lang.transfers().being_judged.to_owned(),
        };
        app.say(Notice::refused(text, &[Action::Why]));
    }

    fn commit(&mut self, app: &mut App) -> Turn {
        let Some(step) = self.step().cloned() else { return Turn::Stay };
        app.commit(step).map_or(Turn::Stay, |()| Turn::Main)
    }

    fn move_by(&mut self, app: &App, by: isize) {
        if self.page != Page::Whom {
            return self.step_by(by);
        }
        let parts = self.parts(app);
        let now = parts.iter().position(|part| *part == self.part).unwrap_or(0);
        let next = now.saturating_add_signed(by).min(parts.len().saturating_sub(1));
        self.part = parts.get(next).copied().unwrap_or(Part::Seller);
    }

    fn accept(&mut self, app: &mut App) -> Turn {
        if self.page != Page::Whom {
            return self.next(app);
        }
        let what = self.sample(app);
        let slot = match (self.part, self.seller) {
            (Part::Leaves, _) => {
                self.toggle(app);
                return Turn::Stay;
            }
            (Part::Reseller, Some(seller)) => Slot::NewReseller { what, seller },
            (Part::Seller | Part::Reseller, _) => Slot::NewSeller { what, reseller: self.reseller },
        };
        let picker = Picker::new(app, Purpose::Field(slot));
        Turn::Over(Box::new(Overlay::Picker(Box::new(picker))))
    }

    /// A few of what moves: of each family one, of several customers.
    fn sample(&self, app: &App) -> Vec<SubscriptionId> {
        let mut families = FxHashSet::default();
        let kept = self.what.iter().copied().filter(|id| !self.left_out.contains(id));
        let (mut first, mut rest): (Vec<_>, Vec<_>) = kept.partition(|id| {
            app.book.model().subscription(*id).is_some_and(|s| families.insert((s.family, s.channel)))
        });
        first.append(&mut rest);
        first.truncate(SAMPLE);
        first
    }

    /// Takes the partner that was picked.
    pub(in crate::app) fn answered(&mut self, app: &mut App, answer: Answer) -> Turn {
        let Answer::Picked(picked) = answer;
        let partner = picked.and_then(|key| if let Key::Partner(id) = key { Some(id) } else { None });
        match self.part {
            Part::Seller => self.sell_by(app, partner),
            Part::Reseller => self.reseller = partner,
            Part::Leaves => {}
        }
        self.check = None;
        if !self.is_where_it_is(app) {
            self.recheck(app);
        }
        self.move_by(app, 1);
        Turn::Stay
    }

    fn sell_by(&mut self, app: &App, seller: Option<TenantId>) {
        self.seller = seller;
        let model = app.book.model();
        let likely = seller.and_then(|seller| likely_reseller(model, &self.what, seller));
        self.reseller = self.reseller.or(likely);
        let partner = seller.and_then(|id| app.book.model().partner(id));
        if !partner.is_some_and(Partner::is_provider) {
            self.reseller = None;
        }
        self.count(app.book.model());
    }
}
