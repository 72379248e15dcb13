//! Random books and random steps, out of a small world: few tenants, so that partners and customers share some; few ids,
//! so that some are doubled; and every field of the catalogue, so that facts are missing or odd.

use super::operation::Deed;
use partnerbook::model::{
    Admin, AdminId, AdminRole, AdminStatus, Agreement, AgreementKind, AgreementWay, Assignment, Change,
    Channel, Dap, Family, FieldRef, GroupId, Guid, Key, Kind, Model, Partner, PartnershipId,
    PartnershipState, Record, Refund, RelationshipId, RelationshipState, Role, Status, SubscriptionId,
    TableName, TenantId, Transaction, TransferId, TransferStatus, Verb, WaiverId,
};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::HashSet;

/// The day of the random books.
pub const TODAY: &str = "2026-09-15";

/// A record of a table: the `n`-th of its small world as it usually is, with these fields set otherwise.
#[derive(Clone, Debug)]
pub struct Spec {
    table: TableName,
    n: u64,
    sets: Vec<(u8, u8)>,
}

/// One change of a step, told without the book it will meet.
#[derive(Clone, Debug)]
enum Move {
    /// A record as it is told, new or in the place of another.
    Put(Spec),
    /// Some fields of a record that is there.
    Set(TableName, u8, Vec<(u8, u8)>),
    /// A record that is there goes.
    Take(TableName, u8),
}

/// A step, told without the book it will meet.
#[derive(Clone, Debug)]
pub struct Sketch {
    verb: Verb,
    moves: Vec<Move>,
}

/// What happens to a book.
#[derive(Clone, Debug)]
pub enum Act {
    Commit(Sketch),
    Ask(Sketch),
    Do(Deed),
    Undo,
    Redo,
}

/// Some records.
pub fn records() -> impl Strategy<Value = Vec<Spec>> {
    vec(spec(), 0..40)
}

/// Enough records that most operations find what they need.
pub fn crowd() -> impl Strategy<Value = Vec<Spec>> {
    vec(spec(), 20..60)
}

/// Some acts.
pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    vec(act(), 1..12)
}

/// A step with this verb.
pub fn sketch(verb: impl Strategy<Value = Verb>) -> impl Strategy<Value = Sketch> {
    (verb, vec(a_move(), 1..4)).prop_map(|(verb, moves)| Sketch { verb, moves })
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => sketch(verb()).prop_map(Act::Commit),
        1 => sketch(verb()).prop_map(Act::Ask),
        4 => super::operation::deed().prop_map(Act::Do),
        1 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

fn verb() -> impl Strategy<Value = Verb> {
    prop_oneof![
        4 => Just(Verb::Import),
        4 => Just(Verb::Edit),
        1 => proptest::sample::select(vec![
            Verb::Add, Verb::Remove, Verb::Fix, Verb::InviteReseller, Verb::AcceptPartnership, Verb::EndPartnership,
            Verb::RequestRelationship, Verb::AcceptRelationship, Verb::RemoveRelationship, Verb::AddCustomer,
            Verb::AddPartner, Verb::SupportElsewhere, Verb::AddSubscription, Verb::SetPartnerOfRecord,
    Verb::SetSupportContact, Verb::SuspendSubscription, Verb::CancelSubscription, Verb::SetQuantity, Verb::SetRenewal, Verb::GrantPrivileges, Verb::EndPrivileges, Verb::RequestTransfer, Verb::AcceptTransfer,
        ]),
    ]
}

/// Partners, customers, what binds them and what is sold are the many; groups, transfers and waivers the few.
fn table() -> impl Strategy<Value = TableName> {
    prop_oneof![
        3 => Just(TableName::Partner),
        3 => Just(TableName::Customer),
        5 => Just(TableName::Subscription),
        3 => Just(TableName::Partnership),
        5 => Just(TableName::Relationship),
        2 => Just(TableName::Admin),
        1 => Just(TableName::Transfer),
        1 => Just(TableName::Group),
        1 => Just(TableName::Waiver),
    ]
}

fn sets() -> impl Strategy<Value = Vec<(u8, u8)>> {
    vec(any::<(u8, u8)>(), 0..4)
}

fn spec() -> impl Strategy<Value = Spec> {
    (table(), 0..24_u64, sets()).prop_map(|(table, n, sets)| Spec { table, n, sets })
}

fn a_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        2 => spec().prop_map(Move::Put),
        4 => (table(), any::<u8>(), vec(any::<(u8, u8)>(), 1..3)).prop_map(|(t, n, sets)| Move::Set(t, n, sets)),
        1 => (table(), any::<u8>()).prop_map(|(t, n)| Move::Take(t, n)),
    ]
}

/// The records that bytes tell, four bytes a record.
pub fn told(bytes: &[u8]) -> Vec<Spec> {
    let all = TableName::ALL;
    let spec = |of: &[u8]| Spec {
        table: all[usize::from(of[0]) % all.len()],
        n: u64::from(of[1] % 24),
        sets: vec![(of[2], of[3]), (of[1], of[0])],
    };
    bytes.chunks_exact(4).map(spec).collect()
}

/// The book of these records; of two with one key the later stands.
pub fn model(records: &[Spec]) -> Model {
    let mut model = Model::default();
    records.iter().for_each(|spec| drop(model.put(record(spec))));
    model
}

/// The same book with its records in other rows.
pub fn shuffled(model: &Model) -> Model {
    let mut keys: Vec<Key> = model.keys().collect();
    keys.sort_unstable_by(|a, b| b.cmp(a));
    let mut other = Model::default();
    keys.into_iter().filter_map(|key| model.get(key)).for_each(|record| drop(other.put(record)));
    other
}

/// The step that a sketch means for a book and its baseline. An import says the same of both.
pub fn step(sketch: &Sketch, model: &Model, baseline: &Model) -> Transaction {
    let mut seen = HashSet::new();
    let afters: Vec<(Key, Option<Record>)> = sketch.moves.iter().filter_map(|m| after(m, model)).collect();
    let afters: Vec<_> = afters.into_iter().filter(|(key, _)| seen.insert(*key)).collect();
    let changes = |of: &Model| -> Vec<Change> {
        let change =
            |(key, after): &(Key, Option<Record>)| Change { before: of.get(*key), after: after.clone() };
        afters.iter().map(change).filter(|change| change.before != change.after).collect()
    };
    let of_baseline = if sketch.verb == Verb::Import { changes(baseline) } else { Vec::new() };
    Transaction { baseline: of_baseline, ..Transaction::new(sketch.verb, changes(model)) }
}

fn after(m: &Move, model: &Model) -> Option<(Key, Option<Record>)> {
    match m {
        Move::Put(spec) => {
            let record = record(spec);
            Some((record.key(), Some(record)))
        }
        Move::Set(table, n, sets) => {
            let key = nth(model, *table, *n)?;
            let mut record = model.get(key)?;
            set_all(&mut record, sets);
            Some((key, Some(record)))
        }
        Move::Take(table, n) => nth(model, *table, *n).map(|key| (key, None)),
    }
}

/// Some record of a table that is there: the same one whatever the rows.
pub fn nth(model: &Model, table: TableName, n: u8) -> Option<Key> {
    let mut keys: Vec<Key> = model.keys().filter(|key| key.table() == table).collect();
    keys.sort_unstable();
    let place = usize::from(n).checked_rem(keys.len())?;
    Some(keys[place])
}

fn record(spec: &Spec) -> Record {
    let mut record = usual(spec.table, spec.n);
    set_all(&mut record, &spec.sets);
    record
}

/// Tenants 1 and 2 are providers, 3 to 5 resellers, 6 sells directly; customers are 5 to 12: two of them are partners
/// too.
fn tenant(n: u64) -> TenantId {
    TenantId(Guid::own(n + 1))
}

fn customer(n: u64) -> TenantId {
    tenant(4 + n % 8)
}

fn subscription(n: u64) -> SubscriptionId {
    SubscriptionId(Guid::own(100 + n % 16))
}

fn group(n: u64) -> GroupId {
    GroupId(Guid::own(200 + n % 4))
}

/// The `n`-th record of a table as it usually is: one that breaks few rules.
fn usual(table: TableName, n: u64) -> Record {
    let text = |set: &[(&str, String)], key: Key| {
        let mut record = Record::empty(key);
        for (name, text) in set {
            let field = FieldRef::of(table).into_iter().find(|field| field.name() == *name);
            record.set(field.expect(name), text).expect(name);
        }
        record
    };
    let seller = if n.is_multiple_of(4) { 5 } else { n % 2 };
    let (provider, reseller, partner) = (n % 2, 2 + n % 3, n % 6);
    match table {
        TableName::Partner => {
            let role =
                ["indirect-provider", "indirect-reseller", "direct-bill"][[0, 0, 1, 1, 1, 2][place(n, 6)]];
            let set = [
                ("roles", role.into()),
                ("partner_id", format!("{}", 1000 + n % 6)),
                ("country", "FR".into()),
            ];
            text(&set, Key::Partner(tenant(n % 6)))
        }
        TableName::Customer => text(&[("country", "FR".into())], Key::Customer(customer(n))),
        TableName::Subscription => {
            let direct = seller == 5;
            let elsewhere = n % 7 == 6;
            let channel = match (elsewhere, direct) {
                (true, _) => "ea",
                (false, true) => "csp-direct",
                (false, false) => "csp-indirect",
            };
            let family = if n.is_multiple_of(3) { "azure-plan" } else { "license-legacy" };
            let mut set = vec![
                ("customer", customer(n / 2).to_string()),
                ("channel", channel.into()),
                ("family", family.into()),
                ("quantity", "5".into()),
            ];
            set.extend((!elsewhere).then(|| ("seller", tenant(seller).to_string())));
            set.extend((!direct && !elsewhere).then(|| ("partner_of_record", format!("{}", 1002 + n % 3))));
            text(&set, Key::Subscription(subscription(n)))
        }
        TableName::Partnership => {
            let (provider, reseller) = (tenant(provider), tenant(reseller));
            let set = [
                ("provider", provider.to_string()),
                ("reseller", reseller.to_string()),
                ("state", "active".into()),
                ("accepted_on", "2024-05-01".into()),
            ];
            text(&set, Key::Partnership(PartnershipId::of(provider, reseller, usize::from(n >= 18))))
        }
        TableName::Relationship => {
            let (partner, customer) = (tenant(partner), customer(n / 3));
            let set = [
                ("partner", partner.to_string()),
                ("customer", customer.to_string()),
                ("state", "active".into()),
                ("accepted_on", "2024-05-01".into()),
            ];
            text(&set, Key::Relationship(RelationshipId::of(partner, customer, usize::from(n >= 20))))
        }
        TableName::Admin => {
            let set = [
                ("partner", tenant(partner).to_string()),
                ("customer", customer(n / 3).to_string()),
                ("status", one(&["active", "active", "created", "approval-pending", "expired"], n)),
                ("name", format!("Access {}", n % 5)),
                ("duration_days", "730".into()),
                ("auto_extend_days", one(&["0", "180"], n)),
                ("created", one(&["2024-09-20", "2026-06-01", "2026-09-01"], n)),
                ("activated", one(&["2024-09-20", "2024-09-25", "2026-06-01"], n)),
                ("roles", one(&["global-reader", "helpdesk-administrator"], n)),
            ];
            text(&set, Key::Admin(AdminId(Guid::own(300 + n % 6), None)))
        }
        TableName::Transfer => {
            let set = [
                ("customer", customer(n).to_string()),
                ("source", tenant(0).to_string()),
                ("target", tenant(1).to_string()),
                ("kind", one(&["new-commerce", "azure-plan", "direct-to-indirect"], n)),
                ("status", one(&["active", "active", "complete"], n)),
                ("created", one(&["2026-09-01", "2026-08-01"], n)),
                ("requested_by", tenant(1).to_string()),
            ];
            let mut record = text(&set, Key::Transfer(TransferId(Guid::own(400 + n % 3))));
            if let Record::Transfer(t) = &mut record {
                t.subscriptions = vec![subscription(n), subscription(2 * n + 1)];
            }
            record
        }
        TableName::Group => text(&[], Key::Group(group(n))),
        TableName::Waiver => {
            let key = Key::Customer(customer(n)).to_string();
            let set = [("rule", "R-REG-001".into()), ("record", key.clone())];
            text(&set, Key::Waiver(WaiverId::of("R-REG-001", &key)))
        }
    }
}

/// Sets some fields, each by a number for the field and one for the value.
pub fn set_all(record: &mut Record, sets: &[(u8, u8)]) {
    for (field, value) in sets {
        if field % 8 == 7 {
            twist(record, *value);
        } else {
            set(record, *field, *value);
        }
    }
}

/// Sets some field but the key, by its kind. What cannot be typed is left.
fn set(record: &mut Record, field: u8, value: u8) {
    let fields = FieldRef::of(record.key().table());
    let field = fields[1 + usize::from(field) % (fields.len() - 1)];
    let _ = record.set(field, &text_of(field.kind(), u64::from(value)));
}

fn place(n: u64, of: usize) -> usize {
    usize::try_from(n).unwrap_or_default() % of
}

fn one(of: &[&str], n: u64) -> String {
    of[place(n, of.len())].to_owned()
}

/// A text that a field of this kind might hold.
pub fn text_of(kind: Kind, n: u64) -> String {
    const DAYS: &[&str] = &[
        "",
        "2019-03-20",
        "2020-06-01",
        "2021-07-21",
        "2024-03-31",
        "2024-05-01",
        "2026-08-14",
        "2026-09-14",
        "2026-10-20",
    ];
    /// Two are offers: a trial, and one that a customer has twice at most.
    const TEXTS: &[&str] = &[
        "",
        "Contoso",
        "contoso.com",
        "Fabrikam",
        "Access 1",
        "C0BD2E08-11AC-4836-BDC7-3712E744922F",
        "031C9E47-4802-4248-838E-778FB1D2CC05",
    ];
    match kind {
        Kind::Text | Kind::Parts => one(TEXTS, n),
        Kind::Digits => one(&["", "1000", "1002", "01002", "1003", "1005", "99"], n),
        Kind::Number => one(&["", "0", "1", "5", "180", "300", "2000000"], n),
        Kind::Flag => one(&["", "yes", "no"], n),
        Kind::Day | Kind::Moment => one(DAYS, n),
        Kind::Choice(codes) | Kind::Choices(codes) if n % 16 < 14 => one(codes, n),
        Kind::Choices(codes) => format!("{},{}", one(codes, n), one(codes, n / 3)),
        Kind::Country => one(&["", "FR", "DE", "US", "GB", "BR", "CN"], n),
        Kind::Currency => one(&["", "EUR", "USD", "JPY"], n),
        Kind::Choice(_) => String::new(),
        Kind::Tenant if n % 16 == 15 => String::new(),
        Kind::Tenant => tenant(n % 13).to_string(),
        Kind::Subscription | Kind::Group if n.is_multiple_of(4) => String::new(),
        Kind::Subscription => subscription(n).to_string(),
        Kind::Group => group(n).to_string(),
        Kind::Id => Guid::own(500 + n % 3).to_string(),
        Kind::Words => one(&["", "1002", "1002,1003", "1003,01003", "fabrikam.com"], n),
    }
}

/// What a form cannot type: words this version does not know, lists with parts, ids as files bring them.
fn twist(record: &mut Record, n: u8) {
    let (many, n) = (n / 16, u64::from(n % 16));
    match record {
        Record::Subscription(s) => match n % 5 {
            4 => {
                let until = ["2026-09-14", "2026-09-20"][place(n, 2)].parse().expect("a day");
                s.refundable = vec![Refund { quantity: 3, until }];
            }
            0 => s.status = Status::read("dormant"),
            1 => s.channel = Channel::read("kiosk"),
            2 => s.family = Family::read("abacus"),
            _ => s.partner_of_record = Some("PLA-1002".into()),
        },
        Record::Relationship(r) if n.is_multiple_of(2) => r.state = RelationshipState::read("resting"),
        Record::Relationship(r) => r.dap = Dap::read("half"),
        Record::Partnership(p) => p.state = PartnershipState::read("resting"),
        Record::Partner(p) => odd_partner(p, n),
        Record::Customer(c) => c.agreements = (0..many % 3).map(|_| agreement(n)).collect(),
        Record::Group(g) => g.affiliates = (0..u64::from(many % 3)).map(|step| group(n + step)).collect(),
        Record::Transfer(t) if n.is_multiple_of(5) => t.status = TransferStatus::read("resting"),
        Record::Transfer(t) => {
            t.subscriptions = (0..u64::from(many % 4)).map(|step| subscription(n + step)).collect();
        }
        Record::Admin(a) => odd_admin(a, many, n),
        Record::Waiver(w) => w.record = Key::Subscription(subscription(n)).to_string().as_str().into(),
    }
}

fn odd_admin(a: &mut Admin, many: u8, n: u64) {
    match n % 4 {
        0 => a.roles = (0..u64::from(many % 3)).map(|step| Guid::own(600 + n + step)).collect(),
        1 => a.roles = AdminRole::ALL[..usize::from(many % 3)].iter().map(|role| role.id()).collect(),
        2 => {
            let status = one(&["active", "deleted", ""], u64::from(many)).as_str().into();
            a.assignments = vec![Assignment { group: Guid::own(650 + n), roles: Vec::new(), status }];
        }
        _ => a.status = AdminStatus::read("resting"),
    }
}

fn odd_partner(p: &mut Partner, n: u64) {
    match n % 3 {
        0 => p.roles = [Role::read("broker")].into(),
        1 => p.partner_id = Some("MPN 1003".into()),
        _ => p.roles = [Role::IndirectReseller, Role::DirectBill].into(),
    }
}

fn agreement(n: u64) -> Agreement {
    let date = ["2019-05-01", "2021-05-01", "2027-05-01"][place(n, 3)].parse().ok();
    let (kind, way) = (AgreementKind::ALL[place(n, 2)], AgreementWay::ALL.get(place(n, 3)).copied());
    let name = |n: u64| one(&["Tania", ""], n).as_str().into();
    Agreement {
        kind,
        way,
        date,
        first_name: name(n),
        last_name: name(n / 2),
        email: one(&["tania@contoso.example", ""], n / 4).as_str().into(),
        attested_by: (n % 5 < 4).then(|| tenant(n % 5)),
        ..Agreement::default()
    }
}
