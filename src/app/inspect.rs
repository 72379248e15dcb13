//! The inspector: what there is to know of one record, in lines. Built for the record under the cursor alone.

use super::App;
use super::rows::Mark;
use crate::model::{
    Customer, FieldRef, Key, Partner, PartnerField, PartnershipState, Relationship, RelationshipState,
    Subscription, TenantId, region_of,
};
use crate::rules::Severity;

/// One line: a word for what it is, and what there is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// What the line is about.
    pub label: String,
    /// What there is to say, safe to show.
    pub text: String,
    /// How grave it is, for a finding.
    pub level: Option<Severity>,
}

/// What the inspector shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// The record.
    pub key: Key,
    /// Its name, safe to show.
    pub title: String,
    /// Its lines: findings are among the first, so that two lines are enough to see that something is wrong.
    pub lines: Vec<Info>,
}

fn info(label: &str, text: String) -> Info {
    Info { label: label.to_owned(), text, level: None }
}

impl App {
    /// What there is to know of the record under the cursor.
    pub fn inspection(&self) -> Option<Inspection> {
        self.inspect(self.inspected()?)
    }

    /// The last line to which the inspector can be scrolled.
    pub(super) fn inspector_end(&self) -> usize {
        self.inspection().map_or(0, |inspection| inspection.lines.len().saturating_sub(1))
    }

    /// What there is to know of a record.
    pub fn inspect(&self, key: Key) -> Option<Inspection> {
        let model = self.book.model();
        let mut lines = match key {
            Key::Partner(id) => self.about_partner(model.partner(id)?),
            Key::Customer(id) => self.about_customer(model.customer(id)?),
            Key::Subscription(id) => self.about_subscription(model.subscription(id)?),
            Key::Admin(_) | Key::Transfer(_) => self.facts(key)?,
            Key::Partnership(_) | Key::Relationship(_) | Key::Group(_) | Key::Waiver(_) => return None,
        };
        self.add_planned(key, &mut lines);
        let findings = self.findings(key);
        let at = lines.len().min(1);
        lines.splice(at..at, findings);
        Some(Inspection { key, title: model.name(key).show().into_owned(), lines })
    }

    fn add_planned(&self, key: Key, lines: &mut Vec<Info>) {
        let words = self.lang.screen();
        let text = match self.mark_of(key) {
            Mark::Same => return,
            Mark::New => words.planned_new,
            Mark::Changed => words.planned_changed,
        };
        lines.push(info(words.portal, text.to_owned()));
    }

    /// The findings on a record, the gravest first.
    fn findings(&self, key: Key) -> Vec<Info> {
        let findings = self.book.findings_around(key);
        let line = |f: &crate::rules::Finding| Info {
            label: f.rule.text().to_owned(),
            text: self.lang.finding_sentence(self.book.model(), f),
            level: Some(f.severity),
        };
        findings.iter().map(line).collect()
    }

    /// The name of a partner, and its short role here.
    fn partner_name(&self, id: TenantId) -> String {
        self.book.model().name(Key::Partner(id)).show().into_owned()
    }

    fn about_partner(&self, p: &Partner) -> Vec<Info> {
        let words = self.lang.screen();
        let region = p.country.and_then(region_of).map(|r| self.lang.region(r)).unwrap_or_default();
        let country =
            p.country.map_or_else(|| words.country_unknown.to_owned(), |c| format!("{c} ({region})"));
        let roles: Vec<&str> = p.roles.iter().map(|role| words.role(role)).collect();
        let id = p
            .partner_id
            .as_ref()
            .map_or_else(|| words.unknown.to_owned(), |id| id.text().show().into_owned());
        let mut lines =
            vec![info(words.what, format!("{}   {country}   {}", roles.join(", "), words.cloud(p.cloud)))];
        lines.push(info(self.lang.field(FieldRef::Partner(PartnerField::PartnerId)), id));
        lines.push(info(words.tenant, p.tenant.to_string()));
        let signed = p.mpa_signed_on.map_or_else(|| words.unknown.to_owned(), |day| day.to_string());
        lines.push(info(words.partner_agreement, signed));
        lines.extend(self.partnerships(p));
        lines
    }

    fn partnerships(&self, p: &Partner) -> Vec<Info> {
        let model = self.book.model();
        let links = model.links();
        let words = self.lang.screen();
        let mine = model.partnerships().rows(links.partnerships_by_reseller.get(&p.tenant));
        let line = |other: TenantId, state: PartnershipState| {
            info(words.partnership, format!("{}   {}", self.partner_name(other), words.partnership(state)))
        };
        // A distributor has thousands of resellers; they are in the pane beside.
        mine.take(20).map(|p| line(p.provider, p.state)).collect()
    }

    fn about_customer(&self, c: &Customer) -> Vec<Info> {
        let words = self.lang.screen();
        let region = c.country.and_then(region_of).map(|r| self.lang.region(r)).unwrap_or_default();
        let country =
            c.country.map_or_else(|| words.country_unknown.to_owned(), |code| format!("{code} ({region})"));
        let what = format!("{country}   {}   {}", c.domain.show(), words.cloud(c.cloud));
        let mut lines = vec![info(words.what, what)];
        lines.extend(self.book.model().relationships_of(c.tenant).take(20).map(|r| self.relationship(r)));
        let agreed = c
            .customer_agreement()
            .and_then(|a| a.date)
            .map_or_else(|| words.unknown.to_owned(), |d| d.to_string());
        lines.push(info(words.customer_agreement, agreed));
        lines.push(info(words.tenant, c.tenant.to_string()));
        lines
    }

    fn relationship(&self, r: &Relationship) -> Info {
        let words = self.lang.screen();
        let mut text = format!("{}   {}", self.partner_name(r.partner), words.relationship(r.state));
        if r.dap == crate::model::Dap::Granted {
            text.push_str("   DAP");
        }
        if self.book.model().admin_between(r.partner, r.customer).any(crate::model::Admin::is_active) {
            text.push_str("   GDAP");
        }
        if let Some(day) = r.accepted_on.filter(|_| r.state == RelationshipState::Active) {
            text.push_str("   ");
            text.push_str(&words.since(day));
        }
        info(words.partner, text)
    }

    fn about_subscription(&self, s: &Subscription) -> Vec<Info> {
        let words = self.lang.screen();
        let model = self.book.model();
        let customer = model.name(Key::Customer(s.customer)).show().into_owned();
        let since = s.effective.or(s.creation).map(|at| words.since(at.day())).unwrap_or_default();
        let what =
            format!("{customer}   {}   {}   {since}", words.channel(s.channel), words.status(s.status));
        let mut lines = vec![info(words.what, what)];
        lines.push(info(words.sold_by, self.sold_by(s)));
        let support = s
            .support_contact
            .or(s.supported_by)
            .map_or_else(|| words.nobody.to_owned(), |id| self.partner_name(id));
        lines.push(info(words.support, support));
        let ends = s.ends().map_or_else(|| words.never.to_owned(), |day| day.to_string());
        lines.push(info(words.ends, format!("{ends}   {}", words.renews(s.auto_renew))));
        lines.push(info(words.product, s.name.show().into_owned()));
        lines.push(info(words.id, s.id.to_string()));
        lines
    }

    fn sold_by(&self, s: &Subscription) -> String {
        let words = self.lang.screen();
        let seller = s.seller.map_or_else(|| words.channel(s.channel).to_owned(), |id| self.partner_name(id));
        let Some(id) = &s.partner_of_record else { return seller };
        let reseller = self.book.model().reseller_of(s).map(|p| p.name.show().into_owned());
        words.via(&seller, &reseller.unwrap_or_else(|| words.unknown.to_owned()), &id.text().show())
    }
}
