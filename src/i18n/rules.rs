//! The words of the rules, by language: codes and keys in, sentences out. All names are made safe to show here.

use super::{Lang, en, fr};
use crate::model::{Country, FieldRef, Key, Model, SubscriptionField, TenantId, offer_of};
use crate::rules::{Code, Finding, Reason, Severity, Unjudged, admin_end};

impl Lang {
    /// A severity, as a word in a sentence or a column.
    pub fn severity(self, severity: Severity) -> &'static str {
        match self {
            Self::En => en::rules::severity(severity),
            Self::Fr => fr::rules::severity(severity),
        }
    }

    /// What a rule asks, in a few words.
    pub fn rule_title(self, code: Code) -> &'static str {
        match self {
            Self::En => en::rules::title(code),
            Self::Fr => fr::rules::title(code),
        }
    }

    /// What a rule asks, why it matters, and how it is read here.
    pub fn rule_explains(self, code: Code) -> &'static str {
        match self {
            Self::En => en::rules::explains(code),
            Self::Fr => fr::rules::explains(code),
        }
    }

    /// Why something is not allowed, in a few words beside a candidate.
    pub fn reason_short(self, reason: Reason) -> &'static str {
        match self {
            Self::En => en::rules::short(reason),
            Self::Fr => fr::rules::short(reason),
        }
    }

    /// What a finding says: what is wrong, and why.
    pub fn finding_sentence(self, model: &Model, finding: &Finding) -> String {
        let name = if speaks_of_countries(finding.rule) { with_country } else { shown };
        // A step that was refused, or is only thought of, leaves no record to name.
        let is_there = model.contains(finding.subject);
        let subject = if is_there {
            name(model, finding.subject)
        } else {
            self.this(finding.subject.table()).to_owned()
        };
        let other = finding.other.map(|key| name(model, key)).or_else(|| end_of(model, finding));
        let other = other.unwrap_or_default();
        let sentence = match self {
            Self::En => en::rules::sentence(finding.reason, &subject, &other),
            Self::Fr => fr::rules::sentence(finding.reason, &subject, &other),
        };
        let sentence = if is_there { sentence } else { capital(&sentence) };
        match limits(model, finding) {
            Some((least, most)) => format!("{sentence} {}", self.limits(least, most)),
            None => sentence,
        }
    }

    fn limits(self, least: u32, most: u32) -> String {
        match self {
            Self::En => en::rules::limits(least, most),
            Self::Fr => fr::rules::limits(least, most),
        }
    }

    /// That a rule could not be judged, and for want of what.
    pub fn missing_sentence(self, model: &Model, gap: &Unjudged) -> String {
        let of = shown(model, gap.of);
        match self {
            Self::En => en::rules::missing(en::rules::fact(gap.missing), &of),
            Self::Fr => fr::rules::missing(fr::rules::fact(gap.missing), &of),
        }
    }
}

/// The seats that the offer of a subscription has, where a finding speaks of them and a document says so.
fn limits(model: &Model, finding: &Finding) -> Option<(u32, u32)> {
    if !matches!(finding.reason, Reason::TooFewSeats | Reason::TooManySeats) {
        return None;
    }
    let Key::Subscription(id) = finding.subject else { return None };
    let s = model.subscription(id)?;
    let next = finding.field == Some(FieldRef::Subscription(SubscriptionField::NextQuantity));
    let offer = if next && !s.next_product.is_empty() { &s.next_product } else { &s.offer_id };
    let offer = offer_of(offer.raw())?;
    (offer.min.is_some() || offer.max.is_some())
        .then(|| (offer.min.unwrap_or(1), offer.max.unwrap_or(10_000_000)))
}

/// The sentence with a capital letter at its beginning.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The day on which granular admin privileges end, where the sentence tells it (R-ADM-006).
fn end_of(model: &Model, finding: &Finding) -> Option<String> {
    match finding.subject {
        Key::Admin(id) if finding.rule == Code::Adm006 => {
            admin_end(model.admin().get(id)?).map(|day| day.to_string())
        }
        _ => None,
    }
}

/// The rules in whose sentences the countries tell the reader why.
fn speaks_of_countries(code: Code) -> bool {
    matches!(code, Code::Reg001 | Code::Reg002 | Code::Reg003 | Code::Rel007 | Code::Trf002)
}

/// The name of a record; with its customer where names alone would not tell, because many products are called alike.
fn shown(model: &Model, key: Key) -> String {
    let name = model.name(key);
    match customer_of(model, key) {
        Some(customer) => format!("{} ({})", name.show(), model.name(Key::Customer(customer)).show()),
        None => name.show().into_owned(),
    }
}

fn customer_of(model: &Model, key: Key) -> Option<TenantId> {
    match key {
        Key::Subscription(id) => model.subscription(id).map(|s| s.customer),
        Key::Admin(id) => model.admin().get(id).and_then(|a| a.customer),
        Key::Partner(_)
        | Key::Customer(_)
        | Key::Partnership(_)
        | Key::Relationship(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => None,
    }
}

/// The name of a record, with its country where it is known; of both sides for what joins two.
fn with_country(model: &Model, key: Key) -> String {
    let sides = match key {
        Key::Partnership(id) => {
            model.partnerships().get(id).map(|p| [Key::Partner(p.provider), Key::Partner(p.reseller)])
        }
        Key::Relationship(id) => {
            model.relationships().get(id).map(|r| [Key::Partner(r.partner), Key::Customer(r.customer)])
        }
        _ => None,
    };
    if let Some([one, other]) = sides {
        return format!("{} - {}", with_country(model, one), with_country(model, other));
    }
    match country(model, key) {
        Some(country) => format!("{} ({country})", shown(model, key)),
        None => shown(model, key),
    }
}

fn country(model: &Model, key: Key) -> Option<Country> {
    match key {
        Key::Partner(id) => model.partner(id)?.country,
        Key::Customer(id) => model.customer(id)?.country,
        Key::Subscription(_)
        | Key::Partnership(_)
        | Key::Relationship(_)
        | Key::Admin(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Customer, Guid, Partner, Partnership, PartnershipId, Subscription, SubscriptionId};

    #[test]
    fn every_rule_and_every_reason_has_its_own_words() {
        for lang in Lang::ALL {
            for code in Code::ALL {
                let sentences = lang.rule_explains(*code).matches(". ").count() + 1;
                assert!((2..=6).contains(&sentences), "{} in {lang:?}", code.text());
                assert!(!lang.rule_title(*code).is_empty() && lang.rule_explains(*code).ends_with('.'));
            }
            for reason in Reason::ALL {
                let words = lang.reason_short(*reason).split(' ').filter(|word| *word != ":").count();
                assert!((1..=6).contains(&words), "{reason:?}");
                let sentence = match lang {
                    Lang::En => en::rules::sentence(*reason, "Nordlys", "Contoso"),
                    Lang::Fr => fr::rules::sentence(*reason, "Nordlys", "Contoso"),
                };
                assert!(sentence.contains("Nordlys") && sentence.ends_with('.'), "{sentence}");
                assert!(!sentence.contains('!') && !sentence.contains("  "), "{sentence}");
            }
        }
    }

    #[test]
    fn a_finding_names_both_sides_and_nothing_hostile() {
        let mut model = Model::default();
        let (a, b) = (TenantId(Guid::own(1)), TenantId(Guid::own(2)));
        for (tenant, name, country) in [(a, "Nord\u{1b}[2J", "DE"), (b, "Fabrikam", "US")] {
            let country = country.parse().ok();
            model.put(Partner { tenant, name: name.into(), country, ..Partner::default() }.into());
        }
        let id = PartnershipId::of(a, b, 0);
        model.put(Partnership { id, provider: a, reseller: b, ..Partnership::default() }.into());
        let finding = Finding {
            severity: Severity::Error,
            rule: Code::Reg002,
            reason: Reason::ResellerInOtherRegion,
            subject: Key::Partnership(id),
            other: Some(Key::Partner(b)),
            field: None,
        };
        let said = Lang::En.finding_sentence(&model, &finding);
        assert!(
            said.starts_with("Nord\u{241b}[2J (DE) - Fabrikam (US): the reseller Fabrikam (US) is in"),
            "{said}"
        );
    }

    #[test]
    fn a_subscription_is_named_with_its_customer() {
        let mut model = Model::default();
        let (id, customer) = (SubscriptionId(Guid::own(1)), TenantId(Guid::own(2)));
        model.put(Customer { tenant: customer, name: "Clinique".into(), ..Customer::default() }.into());
        model.put(Subscription { id, customer, name: "E3".into(), ..Subscription::default() }.into());
        assert_eq!(shown(&model, Key::Subscription(id)), "E3 (Clinique)");
    }
}
