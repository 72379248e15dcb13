//! The filter language read row by row, with nothing but the tables: slow, and plain to see.

use super::*;
use crate::query::facet;

pub(super) fn rows(ground: &Ground<'_>, query: &Query, pane: Pane) -> Vec<Row> {
    let mut rows = Vec::new();
    each(ground.model, pane.table(), |row, rec| {
        let shown = match (pane, rec) {
            (Pane::Providers, Rec::Partner(p)) => p.can_sell(),
            (Pane::Resellers, Rec::Partner(p)) => p.is_among_resellers(),
            _ => true,
        };
        if shown && holds(ground, &query.root, pane, rec) {
            rows.push(row);
        }
    });
    rows
}

fn holds(ground: &Ground<'_>, node: &Node, pane: Pane, rec: Rec<'_>) -> bool {
    let model = ground.model;
    let columns = || fold(&facet::written(rec, model)).into_owned();
    let is_id =
        |text: &str| IdStart::read(text).filter(IdStart::is_long).is_some_and(|id| id.fits(rec.key()));
    match node {
        Node::All(parts) => parts.iter().all(|part| holds(ground, part, pane, rec)),
        Node::Any(parts) => parts.iter().any(|part| holds(ground, part, pane, rec)),
        Node::Not(part) => !holds(ground, part, pane, rec),
        Node::Word(word) => {
            let mut needle = Needle::new(word, ground.typos);
            let there = needle.scores(&[&columns()]).next().is_some();
            is_id(word) || (there && !needle.confirmed(&[facet::written(rec, model)]).is_empty())
        }
        Node::Phrase(text) => {
            let cased =
                !has_capital(text) || keep_case(&facet::written(rec, model)).contains(&keep_case(text));
            is_id(text) || (columns().contains(fold(text).as_ref()) && cased)
        }
        Node::Field(term, tests) => {
            term.is_on(pane) && tests.iter().any(|test| field(ground, *term, test, rec))
        }
    }
}

fn field(ground: &Ground<'_>, term: Term, test: &Test, rec: Rec<'_>) -> bool {
    let model = ground.model;
    if matches!(term, Term::Domain | Term::Country | Term::Region | Term::Cloud | Term::PartnerId) {
        let owners = owners(term, rec, model);
        if let Some(owners) = owners {
            return owners.into_iter().any(|owner| own(ground, term, test, owner));
        }
    }
    if term.meaning() != Meaning::Related {
        return own(ground, term, test, rec);
    }
    let parties = parties(term, rec, model);
    let known = |key: &Key| model.contains(*key);
    let present = parties.iter().any(known) || names_anybody(term, rec, model);
    let is = |text: &str, place| {
        let number = matches!(rec, Rec::Subscription(s) if matches!(term, Term::Record | Term::Reseller | Term::Partner)
            && s.partner_of_record.as_ref().is_some_and(|id| id.same(&PartnerId::from(text))));
        number || parties.iter().any(|key| named(*key, &fold(text), place, model))
    };
    match test {
        Test::Missing => !present,
        Test::Present => present,
        Test::Contains(part) => is(part, Place::Anywhere),
        Test::Equals(part) => is(part, Place::Whole),
        Test::Number(..) | Test::Numbers(..) | Test::Date(_) | Test::Choice(_) => false,
    }
}

/// True when a subscription names somebody in this role, whether we know them or not.
fn names_anybody(term: Term, rec: Rec<'_>, model: &Model) -> bool {
    match rec {
        Rec::Subscription(_) => super::names(term, rec),
        Rec::Customer(c) => {
            let own = model.subscriptions().values().filter(|s| s.customer == c.tenant && !facet::is_over(s));
            own.into_iter().any(|s| super::names(term, s.into()))
        }
        _ => false,
    }
}

fn named(key: Key, folded: &str, place: Place, model: &Model) -> bool {
    let fits = |text: &str| super::fits(&fold(text), folded, place);
    match Rec::at(model, key.table(), model.row(key).unwrap_or(Row(u32::MAX))) {
        Some(Rec::Partner(p)) => {
            fits(p.name.raw()) || p.partner_id.as_ref().is_some_and(|id| fits(id.text().raw()))
        }
        Some(Rec::Customer(c)) => fits(c.name.raw()) || fits(c.domain.raw()),
        Some(Rec::Subscription(s)) => fits(s.name.raw()) || fits(s.friendly_name.raw()),
        _ => false,
    }
}

fn owners<'a>(term: Term, rec: Rec<'a>, model: &'a Model) -> Option<Vec<Rec<'a>>> {
    let customer = |id: TenantId| model.customer(id).map(Rec::from).into_iter().collect();
    let partner = |id: TenantId| model.partner(id).map(Rec::from).into_iter().collect::<Vec<_>>();
    match (term, rec) {
        (Term::PartnerId, Rec::Partnership(p)) => Some([partner(p.provider), partner(p.reseller)].concat()),
        (Term::PartnerId, Rec::Relationship(r)) => {
            Some([partner(r.partner), r.via_provider.map(partner).unwrap_or_default()].concat())
        }
        (Term::PartnerId, Rec::Admin(a)) => Some(a.partner.map(partner).unwrap_or_default()),
        (Term::PartnerId, _) | (_, Rec::Partner(_) | Rec::Customer(_) | Rec::Group(_) | Rec::Waiver(_)) => {
            None
        }
        (_, Rec::Partnership(p)) => Some(partner(p.reseller)),
        (_, Rec::Subscription(s)) => Some(customer(s.customer)),
        (_, Rec::Relationship(r)) => Some(customer(r.customer)),
        (_, Rec::Admin(a)) => Some(a.customer.map(customer).unwrap_or_default()),
        (_, Rec::Transfer(t)) => Some(customer(t.customer)),
    }
}

fn own(ground: &Ground<'_>, term: Term, test: &Test, rec: Rec<'_>) -> bool {
    let (model, facts, today, key) = (ground.model, ground.facts, ground.today, rec.key());
    let (mut texts, mut words, mut days) = (Vec::new(), Vec::new(), Vec::new());
    facet::texts(term, rec, model, &mut |text| texts.push(fold(text).into_owned()));
    facet::words(term, rec, model, today, &mut |word| words.push(word));
    facet::days(term, rec, model, facts, &mut |day| days.push(day));
    let number = facet::number(term, rec, model);
    let known = words.iter().any(|word| !facet::says_nothing(word));
    let dated = matches!(term.meaning(), Meaning::Future | Meaning::Past) && !days.is_empty();
    let present = match term {
        Term::Has | Term::Rule => facts.worst(key).is_some(),
        Term::Is => facts.difference(key).is_some(),
        _ => !texts.is_empty() || known || dated || number.is_some(),
    };
    match test {
        Test::Missing => !present,
        Test::Present => present,
        Test::Contains(part) if term == Term::Rule => facts.has_rule(key, part),
        Test::Contains(part) if term == Term::Country && part.len() == 2 => {
            facet::country(rec).is_some_and(|c| c.as_str().eq_ignore_ascii_case(part))
        }
        Test::Contains(part) if term == Term::Id => texts.iter().any(|own| own.starts_with(part)),
        Test::Contains(part) => texts.iter().any(|own| own.contains(fold(part).as_ref())),
        Test::Equals(part) => texts.iter().any(|own| own == fold(part).as_ref()),
        Test::Number(compare, n) => number.is_some_and(|own| compare.holds(own, *n)),
        Test::Numbers(from, to) => {
            number.is_some_and(|own| from.is_none_or(|n| n <= own) && to.is_none_or(|n| own <= n))
        }
        Test::Date(date) => {
            let direction =
                if term.meaning() == Meaning::Future { Direction::Ahead } else { Direction::Back };
            days.iter().any(|day| date.days(today, direction).contains(day))
        }
        Test::Choice(word) => has_word(ground, term, word, rec, &words),
    }
}

fn has_word(ground: &Ground<'_>, term: Term, word: &str, rec: Rec<'_>, words: &[&str]) -> bool {
    let (model, facts, key) = (ground.model, ground.facts, rec.key());
    match (term, word) {
        (Term::Has, "problem") => facts.worst(key).is_some(),
        (Term::Has, "error") => facts.has_level(key, Level::Error),
        (Term::Has, "warning") => facts.has_level(key, Level::Warning),
        (Term::Has, "waiver") => model
            .waivers()
            .values()
            .any(|w| w.record.raw() == key.to_string() && w.until.is_none_or(|until| until >= ground.today)),
        (Term::Has, "addon") => facet::has_addon(rec, model),
        (Term::Has, "leftover") => facet::is_leftover(rec, model),
        (Term::Is, "marked") => facts.is_marked(key),
        (Term::Is, "new") => facts.difference(key) == Some(crate::query::Difference::New),
        (Term::Is | Term::Status, "planned") => facts.difference(key).is_some(),
        (Term::Is, "direct") => facet::is_direct(rec, model),
        (Term::Is, "shared") => facet::is_shared(rec, model),
        _ => words.contains(&word),
    }
}

/// Whoever has to do with the record in this role.
fn parties(term: Term, rec: Rec<'_>, model: &Model) -> Vec<Key> {
    let role = |id: &TenantId| match (term, model.partner(*id)) {
        (Term::Provider, Some(p)) => p.can_sell(),
        (Term::Reseller, Some(p)) => p.is_reseller(),
        (Term::Provider | Term::Reseller | Term::Partner, _) => true,
        _ => false,
    };
    let is = |terms: &[Term]| term == Term::Partner || terms.contains(&term);
    let mut found: Vec<TenantId> = Vec::new();
    match rec {
        Rec::Subscription(s) if term == Term::Customer => return vec![Key::Customer(s.customer)],
        Rec::Subscription(s) if term == Term::Base => {
            return s.parent.map(Key::Subscription).into_iter().collect();
        }
        Rec::Subscription(s) => {
            found.extend(s.seller.filter(|_| is(&[Term::Provider])));
            let on_record = model.partners().values().filter(|p| {
                p.partner_id.as_ref().zip(s.partner_of_record.as_ref()).is_some_and(|(a, b)| a.same(b))
            });
            found.extend(on_record.map(|p| p.tenant).filter(|_| is(&[Term::Reseller, Term::Record])));
            found
                .extend(s.support_contact.into_iter().chain(s.supported_by).filter(|_| is(&[Term::Support])));
        }
        Rec::Customer(c) => {
            for s in model.subscriptions().values().filter(|s| s.customer == c.tenant && !facet::is_over(s)) {
                return_into(&mut found, parties(term, s.into(), model));
            }
            for r in model.relationships().values().filter(|r| r.customer == c.tenant && facet::is_open(r)) {
                found.extend(Some(r.partner).filter(role));
                found.extend(r.via_provider.filter(|_| is(&[Term::Provider])));
            }
            let admin = model.admin().values().filter(|a| a.customer == Some(c.tenant) && a.is_active());
            found.extend(admin.filter_map(|a| a.partner).filter(|_| term == Term::Partner));
        }
        Rec::Partner(p) if term == Term::Customer => {
            return model
                .customers()
                .values()
                .filter(|c| deals_with(p, c, model))
                .map(|c| Key::Customer(c.tenant))
                .collect();
        }
        Rec::Partner(p) => {
            for pair in model.partnerships().values().filter(|pair| facet::is_standing(pair)) {
                found.extend(
                    Some(pair.provider).filter(|_| is(&[Term::Provider]) && pair.reseller == p.tenant),
                );
                found.extend(
                    Some(pair.reseller).filter(|_| is(&[Term::Reseller]) && pair.provider == p.tenant),
                );
            }
        }
        Rec::Partnership(pair) => {
            found.extend(Some(pair.provider).filter(|_| is(&[Term::Provider])));
            found.extend(Some(pair.reseller).filter(|_| is(&[Term::Reseller])));
        }
        Rec::Relationship(r) if term == Term::Customer => return vec![Key::Customer(r.customer)],
        Rec::Relationship(r) => {
            found.extend(Some(r.partner).filter(role));
            found.extend(r.via_provider.filter(|_| is(&[Term::Provider])));
        }
        Rec::Admin(a) if term == Term::Customer => {
            return a.customer.map(Key::Customer).into_iter().collect();
        }
        Rec::Admin(a) => found.extend(a.partner.filter(role)),
        Rec::Transfer(t) if term == Term::Customer => return vec![Key::Customer(t.customer)],
        Rec::Transfer(t) => found.extend(t.source.into_iter().chain(t.target).filter(role)),
        Rec::Group(_) | Rec::Waiver(_) => {}
    }
    found.into_iter().map(Key::Partner).collect()
}

fn return_into(found: &mut Vec<TenantId>, keys: Vec<Key>) {
    found.extend(keys.into_iter().filter_map(|key| if let Key::Partner(id) = key { Some(id) } else { None }));
}

fn deals_with(p: &Partner, c: &Customer, model: &Model) -> bool {
    let related = model.relationships().values().any(|r| {
        r.customer == c.tenant
            && facet::is_open(r)
            && (r.partner == p.tenant || r.via_provider == Some(p.tenant))
    });
    related
        || model.subscriptions().values().filter(|s| s.customer == c.tenant && !facet::is_over(s)).any(|s| {
            let record =
                s.partner_of_record.as_ref().zip(p.partner_id.as_ref()).is_some_and(|(a, b)| a.same(b));
            record || [s.seller, s.support_contact, s.supported_by].contains(&Some(p.tenant))
        })
}
