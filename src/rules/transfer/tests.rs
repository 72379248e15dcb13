//! The examples of rules.md for transfers, the edges of their days, and what is not known.

use crate::model::{
    Agreement, AgreementWay, Change, Enrolment, Family, Key, Partner, Subscription, SubscriptionId, TenantId,
    Transfer, TransferId, TransferKind, TransferStatus, Verb,
};
use crate::rules::testing::{Network, day, moment, network};
use crate::rules::{Code, Reason, Severity, transfer_leads_to};

/// A network with a second provider that is ready to take over what the first one sells.
struct Move {
    net: Network,
    target: TenantId,
}

impl Move {
    fn new() -> Self {
        let mut net = network();
        let target = net.books.provider("Meridian Supply", "DE");
        net.books.relationship(target, net.customer);
        net.books.partnership(target, net.reseller);
        for partner in [net.provider, target] {
            net.books.edit_partner(partner, |p| {
                p.enrolment = Enrolment::Active;
                p.mpa_signed_on = Some(day("2020-01-15"));
            });
        }
        net.books.edit_customer(net.customer, |c| {
            let (way, attested_by) = (Some(AgreementWay::PartnerAttested), Some(target));
            let date = Some(day("2021-01-15"));
            c.agreements = vec![Agreement { way, date, attested_by, ..Agreement::default() }];
        });
        Self { net, target }
    }

    /// A request for everything that was sold, as it should be.
    fn request(&self) -> Transfer {
        let net = &self.net;
        Transfer {
            id: TransferId(crate::model::Guid::own(9)),
            customer: net.customer,
            source: Some(net.provider),
            target: Some(self.target),
            kind: TransferKind::NewCommerce,
            requested_by: Some(self.target),
            partner_of_record: net.books.model.partner(net.reseller).unwrap().partner_id.clone(),
            subscriptions: vec![net.sub],
            created: Some(net.books.today.start()),
            ..Transfer::default()
        }
    }

    fn partner(&mut self, edit: impl FnOnce(&mut Partner)) {
        self.net.books.edit_partner(self.target, edit);
    }

    fn sub(&mut self, edit: impl FnOnce(&mut Subscription)) {
        self.net.books.edit_sub(self.net.sub, edit);
    }

    /// What a rule says of the request when it is made, changed a little.
    fn asked(&self, rule: Code, change: impl FnOnce(&mut Transfer)) -> Vec<(Key, Reason)> {
        self.asked_on("2026-09-15", rule, change)
    }

    fn asked_on(&self, on: &str, rule: Code, change: impl FnOnce(&mut Transfer)) -> Vec<(Key, Reason)> {
        let mut request = self.request();
        change(&mut request);
        let step = [Change::add(request)];
        let books = self.net.books.on(on);
        assert_eq!(books.refused(Verb::Import, rule, &step), []);
        books.refused(Verb::RequestTransfer, rule, &step)
    }

    /// What a rule says of the request when it is in the book, changed a little.
    fn stands(&self, rule: Code, change: impl FnOnce(&mut Transfer)) -> Vec<(Reason, Severity)> {
        let mut request = self.request();
        change(&mut request);
        let mut books = self.net.books.clone();
        let key = Key::Transfer(request.id);
        books.put(request);
        books.graded(rule, key)
    }

    /// A step from one state of the request to another, changed a little before.
    fn goes(
        &self,
        on: &str,
        rule: Code,
        change: impl FnOnce(&mut Transfer),
        to: TransferStatus,
    ) -> Vec<(Key, Reason)> {
        let mut before = self.request();
        change(&mut before);
        let mut books = self.net.books.on(on);
        books.put(before.clone());
        let after = Transfer { status: to, ..before.clone() };
        books.refused(Verb::AcceptTransfer, rule, &[Change::edit(before, after)])
    }

    fn key(&self) -> Key {
        Key::Transfer(self.request().id)
    }

    fn item(&self) -> Key {
        Key::Subscription(self.net.sub)
    }

    fn other_sub(&mut self, family: Family, parent: Option<SubscriptionId>) -> SubscriptionId {
        let net = &mut self.net;
        let id = net.books.sub(net.customer, net.provider, Some(net.reseller));
        net.books.edit_sub(id, |s| (s.family, s.parent) = (family, parent));
        id
    }
}

const NONE: [(Key, Reason); 0] = [];

#[test]
fn a_request_that_is_in_order_keeps_every_rule() {
    let moved = Move::new();
    for rule in [Code::Trf001, Code::Trf002, Code::Trf003, Code::Trf004] {
        assert_eq!(moved.asked(rule, |_| {}), NONE);
        assert_eq!(moved.stands(rule, |_| {}), []);
    }
}

#[test]
fn r_trf_001_from_one_seller_to_another() {
    let mut moved = Move::new();
    let error = |reason| vec![(reason, Severity::Error)];
    let (source, reseller) = (moved.net.provider, moved.net.reseller);
    assert_eq!(moved.stands(Code::Trf001, |t| t.target = Some(source)), error(Reason::TransferToItself));
    assert_eq!(moved.stands(Code::Trf001, |t| t.target = Some(reseller)), error(Reason::PartyCannotSell));
    let direct = moved.net.books.direct_bill("Hanse Direkt", "DE");
    assert_eq!(moved.stands(Code::Trf001, |t| t.target = Some(direct)), []);
    for standing in [Enrolment::Restricted, Enrolment::Suspended] {
        moved.partner(|p| p.enrolment = standing);
        assert_eq!(moved.stands(Code::Trf001, |_| {}), error(Reason::TargetMayNotBuy));
        assert_eq!(moved.stands(Code::Trf001, |t| t.status = TransferStatus::Complete), []);
    }
}

#[test]
fn r_trf_001_missing_parties_are_not_judged() {
    let moved = Move::new();
    let mut books = moved.net.books.clone();
    books.put(Transfer { source: None, ..moved.request() });
    assert!(books.unjudged(Code::Trf001, moved.key()));
    let mut books = moved.net.books.clone();
    books.put(Transfer { status: TransferStatus::read("odd"), ..moved.request() });
    assert!(books.unjudged(Code::Trf001, moved.key()));
}

#[test]
fn r_trf_001_items_are_of_the_source_and_of_the_customer() {
    let moved = Move::new();
    let mut books = moved.net.books.clone();
    books.put(moved.request());
    assert_eq!(books.reasons(Code::Trf001, moved.item()), []);
    books.edit_sub(moved.net.sub, |s| s.seller = Some(moved.target));
    assert_eq!(books.reasons(Code::Trf001, moved.item()), [Reason::ItemOfOtherSeller]);
    books.edit_sub(moved.net.sub, |s| s.seller = None);
    assert_eq!(books.reasons(Code::Trf001, moved.item()), []);
    assert!(books.unjudged(Code::Trf001, moved.item()));
    let other = books.customer("Vidal", "FR");
    books.edit_sub(moved.net.sub, |s| s.customer = other);
    assert_eq!(books.reasons(Code::Trf001, moved.item()), [Reason::ItemOfOtherCustomer]);
}

#[test]
fn r_trf_002_the_target_knows_the_customer() {
    let mut moved = Move::new();
    let found = |moved: &Move| moved.asked(Code::Trf002, |_| {});
    let of = |moved: &Move, reason| vec![(moved.key(), reason)];
    let id = crate::model::RelationshipId::of(moved.target, moved.net.customer, 0);
    moved.net.books.edit_relationship(id, |r| r.state = crate::model::RelationshipState::Removed);
    assert_eq!(found(&moved), of(&moved, Reason::TargetUnrelated));
    let mut moved = Move::new();
    let customer = moved.net.customer;
    let source = moved.net.provider;
    moved.net.books.edit_customer(customer, |c| c.agreements[0].attested_by = Some(source));
    assert_eq!(found(&moved), of(&moved, Reason::TargetWithoutAgreement));
    moved.net.books.edit_customer(customer, |c| {
        c.agreements[0].way = Some(AgreementWay::DirectAcceptance);
    });
    assert_eq!(found(&moved), NONE, "the customer accepted itself");
    moved.net.books.edit_customer(customer, |c| c.agreements.clear());
    assert_eq!(found(&moved), NONE, "lists carry no agreements");
}

#[test]
fn r_trf_002_the_target_has_signed() {
    let mut moved = Move::new();
    let of = |moved: &Move, on: &str| moved.asked_on(on, Code::Trf002, |_| {});
    moved.partner(|p| p.mpa_signed_on = Some(day("2026-09-16")));
    assert_eq!(of(&moved, "2026-09-15"), [(moved.key(), Reason::TargetUnsigned)]);
    assert_eq!(of(&moved, "2026-09-16"), NONE);
    moved.partner(|p| p.mpa_signed_on = None);
    assert_eq!(of(&moved, "2026-09-15"), NONE);
}

#[test]
fn r_trf_002_the_target_is_near_enough() {
    let mut moved = Move::new();
    let switch = |t: &mut Transfer| t.kind = TransferKind::AzureLegacy;
    assert_eq!(moved.asked(Code::Trf002, switch), [(moved.key(), Reason::TargetInOtherCountry)]);
    moved.partner(|p| p.country = "FR".parse().ok());
    assert_eq!(moved.asked(Code::Trf002, switch), NONE);
    moved.partner(|p| p.country = "US".parse().ok());
    let found = moved.asked(Code::Trf002, |t| t.partner_of_record = None);
    assert_eq!(found, [(moved.key(), Reason::SellerInOtherRegion)]);
    moved.partner(|p| p.country = None);
    assert_eq!(moved.asked(Code::Trf002, switch), NONE);
}

#[test]
fn r_trf_002_azure_goes_under_a_plan_of_the_target() {
    let mut moved = Move::new();
    moved.sub(|s| s.family = Family::AzureSubscription);
    let azure = |t: &mut Transfer| t.kind = TransferKind::AzurePlan;
    assert_eq!(moved.asked(Code::Trf002, azure), [(moved.item(), Reason::NoPlanAtTarget)]);
    let plan = moved.other_sub(Family::AzurePlan, None);
    assert_eq!(moved.asked(Code::Trf002, azure).len(), 1, "a plan of the source");
    let target = moved.target;
    moved.net.books.edit_sub(plan, |s| s.seller = Some(target));
    assert_eq!(moved.asked(Code::Trf002, azure), NONE);
    moved.net.books.edit_sub(plan, |s| s.family = Family::Unknown);
    assert_eq!(moved.asked(Code::Trf002, azure), NONE);
}

#[test]
fn r_trf_002_who_is_put_on_record_works_with_the_target() {
    let mut moved = Move::new();
    let record = |id: &str| {
        let id = id.to_owned();
        move |t: &mut Transfer| t.partner_of_record = Some(id.as_str().into())
    };
    let found = |moved: &Move, id: &str| -> Vec<Reason> {
        moved.asked(Code::Trf002, record(id)).into_iter().map(|(_, reason)| reason).collect()
    };
    let id = |moved: &Move, partner| {
        moved.net.books.model.partner(partner).unwrap().partner_id.clone().unwrap().text().raw().to_owned()
    };
    let own = id(&moved, moved.target);
    assert_eq!(found(&moved, &own), [Reason::RecordIsSeller]);
    assert_eq!(found(&moved, "1234567"), [Reason::RecordUnknown]);
    let stranger = moved.net.books.reseller("Kumo", "US");
    let theirs = id(&moved, stranger);
    let both = [Reason::ResellerInOtherRegion, Reason::NoPartnership];
    assert_eq!(found(&moved, &theirs), both);
    let source = id(&moved, moved.net.provider);
    assert!(found(&moved, &source).contains(&Reason::RecordIsNoReseller));
    moved.partner(|p| p.roles = [crate::model::Role::DirectBill].into());
    let reseller = id(&moved, moved.net.reseller);
    assert_eq!(found(&moved, &reseller), [Reason::RecordOnDirectTarget]);
}

#[test]
fn r_trf_002_is_asked_again_when_the_request_is_accepted() {
    let mut moved = Move::new();
    moved.partner(|p| p.mpa_signed_on = Some(day("2027-01-01")));
    let found = moved.goes("2026-09-16", Code::Trf002, |_| {}, TransferStatus::Complete);
    assert_eq!(found, [(moved.key(), Reason::TargetUnsigned)]);
    assert_eq!(moved.goes("2026-09-16", Code::Trf002, |_| {}, TransferStatus::Reject), NONE);
}

#[test]
fn r_trf_003_only_what_is_active_moves() {
    use crate::model::Status;
    let mut moved = Move::new();
    for status in [Status::Suspended, Status::Deleted, Status::Pending] {
        moved.sub(|s| s.status = status);
        assert_eq!(moved.asked(Code::Trf003, |_| {}), [(moved.item(), Reason::ItemNotActive)]);
    }
    moved.sub(|s| s.status = Status::read("odd"));
    assert_eq!(moved.asked(Code::Trf003, |_| {}), NONE);
}

#[test]
fn r_trf_003_in_one_request_at_a_time() {
    let mut moved = Move::new();
    let first = Transfer { id: TransferId(crate::model::Guid::own(1)), ..moved.request() };
    moved.net.books.put(first.clone());
    assert_eq!(moved.asked(Code::Trf003, |_| {}), [(moved.item(), Reason::ItemInOtherRequest)]);
    moved.net.books.put(Transfer { status: TransferStatus::Cancel, ..first });
    assert_eq!(moved.asked(Code::Trf003, |_| {}), NONE);
}

#[test]
fn r_trf_003_what_does_not_move_this_way() {
    let mut moved = Move::new();
    let found = |moved: &Move, kind| {
        let found = moved.asked(Code::Trf003, |t| t.kind = kind);
        found.into_iter().map(|(_, reason)| reason).collect::<Vec<_>>()
    };
    moved.sub(|s| s.family = Family::Reservation);
    assert_eq!(found(&moved, TransferKind::AzureLegacy), [Reason::ReservationStays]);
    assert_eq!(found(&moved, TransferKind::NewCommerce), []);
    moved.sub(|s| s.family = Family::MarketplaceSaas);
    assert_eq!(found(&moved, TransferKind::NewCommerce), [Reason::MarketplaceStays]);
    assert_eq!(found(&moved, TransferKind::AzurePlan), []);
    assert_eq!(found(&moved, TransferKind::Unknown), []);
}

#[test]
fn r_trf_003_an_add_on_moves_with_its_base() {
    let mut moved = Move::new();
    let base = moved.net.sub;
    let add_on = moved.other_sub(Family::LicenseNce, Some(base));
    let alone = moved.asked(Code::Trf003, |t| t.subscriptions = vec![add_on]);
    assert_eq!(alone, [(Key::Subscription(add_on), Reason::AddOnAlone)]);
    assert_eq!(moved.asked(Code::Trf003, |t| t.subscriptions = vec![add_on, base]), NONE);
    let azure = moved.other_sub(Family::AzureSubscription, Some(base));
    assert_eq!(moved.asked(Code::Trf003, |t| t.subscriptions = vec![azure]), NONE, "under a plan");
}

#[test]
fn r_trf_003_nothing_else_changes_while_it_moves() {
    let mut moved = Move::new();
    moved.net.books.put(moved.request());
    let before = moved.net.books.model.subscription(moved.net.sub).unwrap().clone();
    let found = |after: Subscription| {
        moved.net.books.refused(Verb::Edit, Code::Trf003, &[Change::edit(before.clone(), after)])
    };
    let seats = Subscription { quantity: Some(77), ..before.clone() };
    assert_eq!(found(seats.clone()), [(moved.item(), Reason::ItemIsMoving)]);
    assert_eq!(found(Subscription { note: "ours".into(), ..before.clone() }), NONE);
    let over = Transfer { status: TransferStatus::Cancel, ..moved.request() };
    let both = [Change::edit(moved.request(), over), Change::edit(before.clone(), seats)];
    assert_eq!(moved.net.books.refused(Verb::CancelTransfer, Code::Trf003, &both), NONE);
}

#[test]
fn r_trf_004_states_follow_each_other() {
    use TransferStatus as S;
    for to in [S::InProgress, S::Complete, S::Reject, S::Cancel, S::Expired] {
        assert!(transfer_leads_to(S::Active, to));
    }
    assert!(transfer_leads_to(S::InProgress, S::PartiallyComplete));
    let moved = Move::new();
    let under_way = |t: &mut Transfer| t.status = S::InProgress;
    let found = moved.goes("2026-09-16", Code::Trf004, under_way, S::Cancel);
    assert_eq!(found, [(moved.key(), Reason::TransferUnderWay)]);
    let found = moved.goes("2026-09-16", Code::Trf004, |t| t.status = S::Reject, S::Active);
    assert!(found.contains(&(moved.key(), Reason::TransferIsOver)));
    assert_eq!(moved.goes("2026-09-16", Code::Trf004, |t| t.status = S::read("odd"), S::Cancel), NONE);
}

#[test]
fn r_trf_004_a_request_is_dead_after_30_days() {
    let moved = Move::new();
    let accepted = |on: &str| moved.goes(on, Code::Trf004, |_| {}, TransferStatus::Complete);
    assert_eq!(accepted("2026-09-27"), NONE, "on day 12");
    assert_eq!(accepted("2026-10-15"), NONE, "on day 30");
    assert_eq!(accepted("2026-10-16"), [(moved.key(), Reason::TransferLapsed)]);
    let mut books = moved.net.books.clone();
    books.put(moved.request());
    assert_eq!(books.on("2026-10-15").graded(Code::Trf004, moved.key()), []);
    let lapsed = [(Reason::TransferLapsed, Severity::Error)];
    assert_eq!(books.on("2026-10-16").graded(Code::Trf004, moved.key()), lapsed);
    books.put(Transfer { created: None, ..moved.request() });
    assert!(books.unjudged(Code::Trf004, moved.key()));
}

#[test]
fn r_trf_004_at_most_25_items() {
    let moved = Move::new();
    let items = |n: u64| (0..n).map(|n| SubscriptionId(crate::model::Guid::own(900 + n))).collect::<Vec<_>>();
    assert_eq!(moved.stands(Code::Trf004, |t| t.subscriptions = items(25)), []);
    let too_many = [(Reason::TooManyItems, Severity::Error)];
    assert_eq!(moved.stands(Code::Trf004, |t| t.subscriptions = items(26)), too_many);
    let azure = |t: &mut Transfer| (t.subscriptions, t.kind) = (items(26), TransferKind::AzurePlan);
    assert_eq!(moved.stands(Code::Trf004, azure), []);
    let unknown = |t: &mut Transfer| (t.subscriptions, t.kind) = (items(26), TransferKind::Unknown);
    assert_eq!(moved.stands(Code::Trf004, unknown), []);
}

#[test]
fn r_trf_004_the_right_one_asks() {
    let moved = Move::new();
    let (source, target) = (moved.net.provider, moved.target);
    let found = |kind, by| {
        let found = moved.asked(Code::Trf004, |t| (t.kind, t.requested_by) = (kind, by));
        found.into_iter().any(|(_, reason)| reason == Reason::WrongOneAsks)
    };
    for kind in [TransferKind::NewCommerce, TransferKind::AzurePlan] {
        assert_eq!((found(kind, Some(target)), found(kind, Some(source))), (false, true));
    }
    for kind in [TransferKind::AzureLegacy, TransferKind::DirectToIndirect] {
        assert_eq!((found(kind, Some(source)), found(kind, Some(target))), (false, true));
    }
    assert!(!found(TransferKind::Unknown, Some(source)) && !found(TransferKind::NewCommerce, None));
}

#[test]
fn r_trf_004_licences_are_transferred_since_april_2024() {
    let mut moved = Move::new();
    let on = |moved: &Move, on: &str, kind| {
        let created = moment(on);
        let found = moved.asked_on(on, Code::Trf004, |t| {
            (t.kind, t.created) = (kind, Some(created));
            t.requested_by = None;
        });
        found.into_iter().map(|(_, reason)| reason).collect::<Vec<_>>()
    };
    let (licences, indirect) = (TransferKind::NewCommerce, TransferKind::DirectToIndirect);
    assert_eq!(on(&moved, "2024-03-31", licences), [Reason::LicenceStays]);
    assert_eq!(on(&moved, "2024-04-01", licences), []);
    assert_eq!(on(&moved, "2024-03-31", indirect), []);
    moved.sub(|s| s.family = Family::LicenseLegacy);
    assert_eq!(on(&moved, "2026-09-15", licences), [Reason::LicenceStays]);
    assert_eq!(on(&moved, "2026-09-15", indirect), []);
    assert_eq!(on(&moved, "2026-09-15", TransferKind::Unknown), []);
}

#[test]
fn r_trf_005_something_goes_on_under_the_target() {
    let mut moved = Move::new();
    let complete = |t: &mut Transfer| (t.status, t.roles_reviewed) = (TransferStatus::Complete, true);
    let hint = |reason| vec![(reason, Severity::Hint)];
    assert_eq!(moved.stands(Code::Trf005, complete), hint(Reason::NoSuccessor));
    let (origin, target) = (moved.net.sub, moved.target);
    let next = moved.other_sub(Family::LicenseNce, None);
    moved.net.books.edit_sub(next, |s| (s.transferred_from, s.seller) = (Some(origin), Some(target)));
    assert_eq!(moved.stands(Code::Trf005, complete), []);
    moved.net.books.edit_sub(next, |s| s.seller = None);
    moved.sub(|s| s.seller = Some(target));
    assert_eq!(moved.stands(Code::Trf005, complete), [], "Azure keeps its record");
    assert_eq!(moved.stands(Code::Trf005, |t| t.status = TransferStatus::Cancel), []);
}

#[test]
fn r_trf_005_the_roles_are_looked_through() {
    let mut moved = Move::new();
    let target = moved.target;
    moved.sub(|s| s.seller = Some(target));
    for status in [TransferStatus::Complete, TransferStatus::PartiallyComplete] {
        let found = moved.stands(Code::Trf005, |t| t.status = status);
        assert_eq!(found, [(Reason::RolesNotReviewed, Severity::Hint)]);
    }
    let mut books = moved.net.books.clone();
    let status = TransferStatus::Complete;
    books.put(Transfer { status, target: None, roles_reviewed: true, ..moved.request() });
    assert_eq!(books.graded(Code::Trf005, moved.key()), []);
    assert!(books.unjudged(Code::Trf005, moved.key()));
}
