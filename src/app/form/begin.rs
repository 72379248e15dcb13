//! Where forms begin: a new record of the focused pane, the record under the cursor, the marked ones, a copy.

use super::{Aim, Form};
use crate::action::Action;
use crate::app::{App, Chain, Chosen, Notice, Overlay};
use crate::edit::ops;
use crate::model::{Customer, Key, Partner, Record, Role, Subscription};
use crate::query::Pane as PaneKind;

impl App {
    /// A form for a new record of the focused pane, filled from what is chosen to the left.
    pub(in crate::app) fn add_here(&mut self) {
        let chain = self.chain(4);
        let base = match self.pane().kind {
            PaneKind::Providers => {
                Record::Partner(Partner { roles: [Role::IndirectProvider].into(), ..Partner::default() })
            }
            PaneKind::Resellers => {
                Record::Partner(Partner { roles: [Role::IndirectReseller].into(), ..Partner::default() })
            }
            PaneKind::Customers => Record::Customer(Customer::default()),
            _ => match self.new_subscription(chain) {
                Some(record) => record,
                None => {
                    return self.say(Notice::refused(
                        self.lang.overlays().choose_customer,
                        &[Action::PaneCustomers],
                    ));
                }
            },
        };
        let form = Form::add(self, base);
        self.open(Overlay::Form(Box::new(form)));
    }

    fn new_subscription(&self, chain: Chain) -> Option<Record> {
        use ops::Purchase;
        let model = self.book.model();
        let customer = chain.customer?;
        let provider = chain.provider.and_then(|id| model.partner(id));
        let purchase = match (provider, chain.reseller) {
            (Some(p), reseller) if p.is_provider() => Purchase::Indirect { seller: p.tenant, reseller },
            (Some(p), _) if p.is_direct_bill() => Purchase::Direct { seller: p.tenant },
            _ => Purchase::Elsewhere(crate::model::Channel::Unknown),
        };
        let blank = Subscription::default();
        let filled = ops::template(model, self.book.today(), customer, purchase, blank);
        filled
            .ok()
            .map(|s| Record::Subscription(Subscription { id: crate::model::SubscriptionId::default(), ..s }))
    }

    /// Who creates a customer that is added below a provider, or below a provider and its reseller (OP-06).
    pub(super) fn creator(&self) -> Option<ops::Creator> {
        let chain = self.chain(2);
        match (chain.provider, chain.reseller) {
            (Some(provider), Some(reseller)) => Some(ops::Creator::ProviderFor { provider, reseller }),
            (Some(provider), None) => Some(ops::Creator::Seller(provider)),
            (None, _) => None,
        }
    }

    /// The record under the cursor, or the marked ones, in a form.
    pub(in crate::app) fn edit_here(&mut self) {
        let targets = self.pane().targets();
        let form = match targets.as_slice() {
            [] => None,
            [one] => Form::edit(self, *one, None),
            many => Form::edit_many(self, many.to_vec()),
        };
        match form {
            Some(form) => self.open(Overlay::Form(Box::new(form))),
            None => self.say(Notice::refused(self.lang.overlays().needs_record, &[])),
        }
    }

    /// A form for a new record with the values of the one under the cursor.
    pub(in crate::app) fn duplicate_here(&mut self) {
        let Some(key) = self.here() else {
            return self.say(Notice::refused(self.lang.overlays().needs_record, &[]));
        };
        match ops::copy(self.book.model(), key) {
            Ok(record) => {
                let title = self.lang.overlays().new_record(self.lang.table(key.table()));
                let form = Form::new(self, title, record, Aim::Add);
                self.open(Overlay::Form(Box::new(form)));
            }
            Err(why) => drop(self.refuse_impossible(&why)),
        }
    }

    /// Puts the cursor on a record that was just added, as far as its pane shows it.
    pub(super) fn show_new(&mut self, key: Key) {
        if let Some(n) = self.pane_of(key) {
            self.panes[n].chosen = Chosen::Record(key);
            self.stale(n);
        }
    }
}
