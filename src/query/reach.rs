//! From a partner, a customer or a subscription to the rows of a pane that have to do with it, over the links.

use super::bits::Bits;
use super::facet::{is_open, is_over, is_standing};
use super::term::{Pane, Term};
use crate::model::{
    Model, Multi, Partner, Partnership, Relationship, Row, Subscription, SubscriptionId, TenantId,
};

/// The rows of a pane that have been reached so far.
pub(super) struct Reach<'a> {
    pub model: &'a Model,
    pub pane: Pane,
    pub term: Term,
    pub rows: Bits,
}

impl Reach<'_> {
    fn asks(&self, terms: &[Term]) -> bool {
        self.term == Term::Partner || terms.contains(&self.term)
    }

    /// True when a partner may stand for the role that is asked for. Nobody knows what an unknown one is.
    fn may_be(&self, partner: Option<&Partner>) -> bool {
        match self.term {
            Term::Provider => partner.is_none_or(Partner::can_sell),
            Term::Reseller => partner.is_none_or(Partner::is_reseller),
            _ => self.term == Term::Partner,
        }
    }

    fn add(&mut self, rows: &[Row]) {
        rows.iter().for_each(|row| self.rows.insert(*row));
    }

    fn customer_row(&mut self, id: TenantId) {
        if let Some(row) = self.model.customers().row(id) {
            self.rows.insert(row);
        }
    }

    fn partner_row(&mut self, id: TenantId) {
        if let Some(row) = self.model.partners().row(id) {
            self.rows.insert(row);
        }
    }

    /// Adds what has to do with a partner, known or not.
    pub fn partner(&mut self, id: TenantId) {
        let links = self.model.links();
        let may_be = self.may_be(self.model.partner(id));
        match self.pane {
            Pane::Subscriptions => self.each_subscription(id, Self::add),
            Pane::Customers => self.customers_of(id, may_be),
            Pane::Providers | Pane::Resellers => {
                if self.asks(&[Term::Provider]) {
                    self.pairs(&links.partnerships_by_provider, id, |pair| pair.reseller);
                }
                if self.asks(&[Term::Reseller]) {
                    self.pairs(&links.partnerships_by_reseller, id, |pair| pair.provider);
                }
            }
            Pane::Partnerships => {
                if self.asks(&[Term::Provider]) {
                    self.add(links.partnerships_by_provider.get(&id));
                }
                if self.asks(&[Term::Reseller]) {
                    self.add(links.partnerships_by_reseller.get(&id));
                }
            }
            Pane::Relationships => {
                self.add(if may_be { links.relationships_by_partner.get(&id) } else { &[] });
                if self.asks(&[Term::Provider]) {
                    self.add(links.relationships_by_via_provider.get(&id));
                }
            }
            Pane::Admin => self.add(if may_be { links.admin_by_partner.get(&id) } else { &[] }),
            Pane::Transfers => self.add(if may_be { links.transfers_by_partner.get(&id) } else { &[] }),
            Pane::Groups | Pane::Waivers => {}
        }
    }

    /// The subscriptions that name a partner in the role that is asked for.
    fn each_subscription(&mut self, id: TenantId, mut see: impl FnMut(&mut Self, &[Row])) {
        let links = self.model.links();
        if self.asks(&[Term::Provider]) {
            see(self, links.subscriptions_by_seller.get(&id));
        }
        if self.asks(&[Term::Reseller, Term::Record])
            && let Some(location) = self.model.partner(id).and_then(|p| p.partner_id.as_ref())
        {
            see(self, links.subscriptions_by_record.get(&location.canonical().into()));
        }
        if self.asks(&[Term::Support]) {
            see(self, links.subscriptions_by_support.get(&id));
            see(self, links.subscriptions_by_supporter.get(&id));
        }
    }

    fn customers_of(&mut self, id: TenantId, may_be: bool) {
        let links = self.model.links();
        self.each_subscription(id, |reach, rows| {
            for s in reach.model.subscriptions().rows(rows).filter(|s| !is_over(s)) {
                reach.customer_row(s.customer);
            }
        });
        if may_be {
            self.related(links.relationships_by_partner.get(&id));
        }
        if self.asks(&[Term::Provider]) {
            self.related(links.relationships_by_via_provider.get(&id));
        }
        if self.term == Term::Partner {
            let admin = self.model.admin().rows(links.admin_by_partner.get(&id));
            admin.filter(|a| a.is_active()).filter_map(|a| a.customer).for_each(|id| self.customer_row(id));
        }
    }

    fn related(&mut self, rows: &[Row]) {
        let open = self.model.relationships().rows(rows).filter(|r| is_open(r));
        open.for_each(|r: &Relationship| self.customer_row(r.customer));
    }

    fn pairs(&mut self, by: &Multi<TenantId>, id: TenantId, other: impl Fn(&Partnership) -> TenantId) {
        let standing = self.model.partnerships().rows(by.get(&id)).filter(|pair| is_standing(pair));
        standing.map(other).for_each(|id| self.partner_row(id));
    }

    /// Adds what has to do with a customer, known or not.
    pub fn customer(&mut self, id: TenantId) {
        let links = self.model.links();
        match self.pane {
            Pane::Subscriptions => self.add(links.subscriptions_by_customer.get(&id)),
            Pane::Relationships => self.add(links.relationships_by_customer.get(&id)),
            Pane::Admin => self.add(links.admin_by_customer.get(&id)),
            Pane::Transfers => self.add(links.transfers_by_customer.get(&id)),
            Pane::Providers | Pane::Resellers => self.partners_of(id),
            Pane::Customers | Pane::Partnerships | Pane::Groups | Pane::Waivers => {}
        }
    }

    fn partners_of(&mut self, customer: TenantId) {
        let model = self.model;
        for r in model.relationships_of(customer).filter(|r| is_open(r)) {
            self.partner_row(r.partner);
            r.via_provider.into_iter().for_each(|id| self.partner_row(id));
        }
        for s in model.subscriptions_of(customer).filter(|s| !is_over(s)) {
            self.partners_on(s);
        }
    }

    fn partners_on(&mut self, s: &Subscription) {
        [s.seller, s.support_contact, s.supported_by]
            .into_iter()
            .flatten()
            .for_each(|id| self.partner_row(id));
        if let Some(location) = &s.partner_of_record {
            self.add(self.model.links().partners_by_partner_id.get(&location.canonical().into()));
        }
    }

    /// Adds the add-ons of a subscription.
    pub fn subscription(&mut self, id: SubscriptionId) {
        self.add(self.model.links().subscriptions_by_parent.get(&id));
    }
}
