use crate::model::{
    AdminStatus, Change, Channel, Dap, Family, Key, RelationshipState, Status, Subscription, Term, Verb,
};
use crate::rules::testing::{Network, moment, network};
use crate::rules::{Code, Reason, Severity};

/// The network, whose subscription was bought elsewhere.
fn elsewhere(channel: Channel) -> Network {
    let mut net = network();
    net.books.edit_sub(net.sub, |s| (s.channel, s.seller, s.partner_of_record) = (channel, None, None));
    net
}

fn edit_sub(net: &Network, edit: impl FnOnce(&mut Subscription)) -> Vec<Change> {
    let before = net.books.model.subscription(net.sub).unwrap().clone();
    let mut after = before.clone();
    edit(&mut after);
    vec![Change::edit(before, after)]
}

fn refused(net: &Network, verb: Verb, rule: Code, edit: impl FnOnce(&mut Subscription)) -> Vec<Reason> {
    let found = net.books.refused(verb, rule, &edit_sub(net, edit));
    assert!(found.iter().all(|(key, _)| *key == Key::Subscription(net.sub)));
    found.into_iter().map(|(_, reason)| reason).collect()
}

/// The reseller takes the subscription into support.
fn support(net: &Network, verb: Verb) -> Vec<Reason> {
    refused(net, verb, Code::Mc001, |s| s.supported_by = Some(net.reseller))
}

#[test]
fn r_mc_001_only_some_channels_are_taken_into_support() {
    use Channel as C;
    for verb in [Verb::SupportElsewhere, Verb::Edit] {
        for channel in [C::MicrosoftDirect, C::Advisor, C::Open, C::Ea, C::ThirdParty] {
            let mut net = elsewhere(channel);
            net.books.admin(net.reseller, net.customer, "Support");
            assert_eq!(support(&net, verb), []);
        }
        for (channel, reason) in [
            (C::CspIndirect, Reason::SoldThroughCsp),
            (C::CspDirect, Reason::SoldThroughCsp),
            (C::Syndication, Reason::NoSupportInChannel),
            (C::China21Vianet, Reason::NoSupportInChannel),
        ] {
            let mut net = elsewhere(channel);
            net.books.admin(net.reseller, net.customer, "Support");
            assert_eq!(support(&net, verb), [reason]);
        }
        let mut net = elsewhere(C::Unknown);
        net.books.admin(net.reseller, net.customer, "Support");
        assert_eq!(support(&net, verb), []);
    }
    assert_eq!(support(&elsewhere(C::CspDirect), Verb::Import), []);
}

#[test]
fn r_mc_001_support_needs_a_relationship_and_privileges() {
    let mut net = elsewhere(Channel::Ea);
    let verb = Verb::SupportElsewhere;
    let id = net.books.model.relationships_between(net.reseller, net.customer).next().unwrap().id;
    assert_eq!(support(&net, verb), [Reason::SupporterWithoutPrivileges]);
    net.books.edit_relationship(id, |r| r.dap = Dap::Granted);
    assert_eq!(support(&net, verb), []);
    net.books.edit_relationship(id, |r| r.dap = Dap::RemovedByCustomer);
    let admin = net.books.admin(net.reseller, net.customer, "Support");
    assert_eq!(support(&net, verb), []);
    net.books.edit_admin(admin, |a| a.status = AdminStatus::Expired);
    assert_eq!(support(&net, verb), [Reason::SupporterWithoutPrivileges]);
    net.books.edit_relationship(id, |r| r.state = RelationshipState::Requested);
    assert_eq!(support(&net, verb), [Reason::SupporterUnrelated]);
}

#[test]
fn r_mc_001_support_changes_nothing_else() {
    let mut net = elsewhere(Channel::Ea);
    net.books.admin(net.reseller, net.customer, "Support");
    let reseller = net.reseller;
    let taken = |edit: fn(&mut Subscription)| {
        refused(&net, Verb::SupportElsewhere, Code::Mc001, |s| {
            s.supported_by = Some(reseller);
            edit(s);
        })
    };
    assert_eq!(taken(|s| s.note = "ours since May".into()), []);
    assert_eq!(taken(|s| s.currency = "EUR".parse().ok()), [Reason::SupportChangesMore]);
    assert_eq!(taken(|s| s.quantity = Some(9)), [Reason::SupportChangesMore, Reason::ReadOnlyElsewhere]);
}

#[test]
fn r_mc_001_to_drop_or_keep_support_is_no_takeover() {
    let mut net = elsewhere(Channel::Ea);
    let reseller = net.reseller;
    net.books.edit_sub(net.sub, |s| s.supported_by = Some(reseller));
    assert_eq!(refused(&net, Verb::Edit, Code::Mc001, |s| s.supported_by = None), []);
    assert_eq!(refused(&net, Verb::Edit, Code::Mc001, |s| s.currency = "EUR".parse().ok()), []);
}

#[test]
fn r_mc_001_what_was_bought_elsewhere_is_read_only() {
    let net = elsewhere(Channel::Open);
    let edits: [fn(&mut Subscription); 3] =
        [|s| s.quantity = Some(9), |s| s.term = Term::P3Y, |s| s.status = Status::Suspended];
    for edit in edits {
        assert_eq!(refused(&net, Verb::Edit, Code::Mc001, edit), [Reason::ReadOnlyElsewhere]);
        assert_eq!(refused(&net, Verb::Import, Code::Mc001, edit), []);
        assert_eq!(refused(&network(), Verb::Edit, Code::Mc001, edit), []);
        assert_eq!(refused(&elsewhere(Channel::Unknown), Verb::Edit, Code::Mc001, edit), []);
    }
    assert_eq!(refused(&net, Verb::Edit, Code::Mc001, |s| s.note = "seen".into()), []);
}

#[test]
fn r_mc_001_what_was_bought_elsewhere_has_no_seller() {
    let mut net = elsewhere(Channel::Ea);
    let key = Key::Subscription(net.sub);
    let provider = net.provider;
    assert_eq!(net.books.reasons(Code::Mc001, key), []);
    net.books.edit_sub(net.sub, |s| s.seller = Some(provider));
    assert_eq!(net.books.reasons(Code::Mc001, key), [Reason::SellerElsewhere]);
    net.books.edit_sub(net.sub, |s| s.channel = Channel::read("kiosk"));
    assert!(net.books.reasons(Code::Mc001, key).is_empty() && net.books.unjudged(Code::Mc001, key));
}

/// The seller of the subscription is edited, on a day.
fn moved(family: Family, status: Status, today: &str, verb: Verb) -> Vec<Reason> {
    let mut net = network();
    let other = net.books.provider("Soleil Distribution", "FR");
    net.books.edit_sub(net.sub, |s| (s.family, s.status) = (family, status));
    net.books = net.books.on(today);
    refused(&net, verb, Code::Mc002, |s| s.seller = Some(other))
}

#[test]
fn r_mc_002_a_running_legacy_licence_keeps_its_seller() {
    let legacy = |status, today| moved(Family::LicenseLegacy, status, today, Verb::Edit);
    for today in ["2019-03-15", "2024-03-31", "2024-04-01", "2026-09-15"] {
        assert_eq!(legacy(Status::Active, today), [Reason::MovedMidTerm]);
        assert_eq!(legacy(Status::Pending, today), [Reason::MovedMidTerm]);
        assert_eq!(legacy(Status::Expired, today), []);
        assert_eq!(legacy(Status::Suspended, today), []);
    }
    assert_eq!(moved(Family::LicenseLegacy, Status::Active, "2026-09-15", Verb::Import), []);
}

#[test]
fn r_mc_002_new_commerce_licences_until_transfers_exist() {
    let nce = |today| moved(Family::LicenseNce, Status::Active, today, Verb::Edit);
    assert_eq!(nce("2024-03-31"), [Reason::MovedMidTerm]);
    assert_eq!(nce("2024-04-01"), []);
}

#[test]
fn r_mc_002_is_about_licences_and_known_sellers() {
    for family in [Family::AzurePlan, Family::SoftwarePerpetual, Family::Unknown] {
        assert_eq!(moved(family, Status::Active, "2019-03-15", Verb::Edit), []);
    }
    let mut net = network();
    net.books.edit_sub(net.sub, |s| s.family = Family::LicenseLegacy);
    assert_eq!(refused(&net, Verb::Edit, Code::Mc002, |s| s.seller = None), []);
    let provider = net.provider;
    net.books.edit_sub(net.sub, |s| s.seller = None);
    assert_eq!(refused(&net, Verb::Edit, Code::Mc002, |s| s.seller = Some(provider)), []);
}

/// An old Azure subscription of an Enterprise Agreement beside a new one through CSP.
fn beside(old: &str, new: &str) -> (Network, crate::model::SubscriptionId) {
    let mut net = elsewhere(Channel::Ea);
    let csp = net.books.sub(net.customer, net.provider, Some(net.reseller));
    net.books.edit_sub(net.sub, |s| (s.family, s.effective) = (Family::AzureLegacy, Some(moment(old))));
    net.books.edit_sub(csp, |s| (s.family, s.creation) = (Family::AzurePlan, Some(moment(new))));
    (net, csp)
}

fn twice(net: &Network) -> (Vec<(Reason, Severity)>, bool) {
    let key = Key::Subscription(net.sub);
    (net.books.graded(Code::Mc003, key), net.books.unjudged(Code::Mc003, key))
}

#[test]
fn r_mc_003_two_channels_for_more_than_a_month() {
    let found = (vec![(Reason::RunsTwice, Severity::Warning)], false);
    for (old, new) in [("2020-01-01", "2026-08-14"), ("2026-08-14", "2020-01-01")] {
        assert_eq!(twice(&beside(old, new).0), found, "{old} {new}");
    }
    for (old, new) in
        [("2020-01-01", "2026-08-15"), ("2026-08-15", "2020-01-01"), ("2020-01-01", "2026-12-01")]
    {
        assert_eq!(twice(&beside(old, new).0), (vec![], false), "{old} {new}");
    }
    let mut later = beside("2020-01-01", "2026-08-15").0;
    later.books = later.books.on("2026-09-16");
    assert_eq!(twice(&later), found);
}

#[test]
fn r_mc_003_until_the_old_one_is_cancelled_or_wanted() {
    let (net, csp) = beside("2020-01-01", "2020-01-01");
    let with = |which, edit: fn(&mut Subscription)| {
        let mut books = net.books.clone();
        books.edit_sub(which, edit);
        twice(&Network { books, ..network() })
    };
    for which in [net.sub, csp] {
        assert_eq!(with(which, |s| s.coexists = true), (vec![], false));
        assert_eq!(with(which, |s| s.status = Status::Deleted), (vec![], false));
        assert_eq!(with(which, |s| s.family = Family::LicenseNce), (vec![], false));
        assert_eq!(with(which, |s| s.family = Family::Unknown), (vec![], true));
        assert_eq!(with(which, |s| (s.creation, s.effective) = (None, None)), (vec![], true));
    }
    assert_eq!(with(csp, |s| s.channel = Channel::MicrosoftDirect), (vec![], false));
}

#[test]
fn r_mc_003_a_recent_one_decides_without_the_other_day() {
    let (mut net, csp) = beside("2020-01-01", "2026-09-01");
    net.books.edit_sub(net.sub, |s| s.effective = None);
    assert_eq!(twice(&net), (vec![], false));
    net.books.edit_sub(csp, |s| s.creation = Some(moment("2020-01-01")));
    assert_eq!(twice(&net), (vec![], true));
}
