//! What is saved opens as it was.

use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestCaseResult};

use super::super::disk::SHARD_ABOVE;
use super::*;
use crate::model::{
    Agreement, Assignment, Day, Kind, Moment, Role, Status, SubscriptionId, TableName, Text, Unlisted,
};

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => any::<String>(), 1 => "[a-zà-ÿ' \"\\\\]{0,12}"]
}

/// A value for each kind of field, as a person would type it.
fn typed(kind: Kind, seed: u64, text: &str) -> String {
    let small = usize::try_from(seed % 1000).unwrap();
    let letters = |n: usize| "FRDEUSJP".repeat(2)[small % 8..][..n].to_owned();
    match kind {
        Kind::Text | Kind::Words => text.to_owned(),
        Kind::Digits => seed.to_string(),
        Kind::Number => (seed % 4_000_000_000).to_string(),
        Kind::Flag => "yes".to_owned(),
        Kind::Day => Day::new(1, 1, 1).unwrap().plus(i32::try_from(seed % 3_000_000).unwrap()).to_string(),
        Kind::Moment => Moment::from_seconds(i64::try_from(seed % 200_000_000_000).unwrap()).to_string(),
        Kind::Choice(codes) => codes[small % codes.len()].to_owned(),
        Kind::Choices(codes) => codes[small % codes.len()..].join(","),
        Kind::Country => letters(2),
        Kind::Currency => letters(3),
        Kind::Tenant | Kind::Subscription | Kind::Group | Kind::Id => guid(seed).to_string(),
        Kind::Parts => String::new(),
    }
}

fn guid(seed: u64) -> Guid {
    if seed.is_multiple_of(5) { Guid::own(seed % 50) } else { Guid::derived(&[&seed.to_le_bytes()]) }
}

fn any_record() -> impl Strategy<Value = Record> {
    let values = prop::collection::vec((any::<u64>(), any_text()), 48);
    (prop::sample::select(TableName::ALL.to_vec()), values).prop_map(|(table, values)| {
        let key: Key = format!("{}:{}", table.code(), guid(values[47].0)).parse().unwrap();
        let mut record = Record::empty(key);
        for (field, (seed, text)) in FieldRef::of(table).into_iter().skip(1).zip(&values) {
            if seed % 3 > 0 {
                // A text that the field refuses leaves it as it is.
                let _ = record.set(field, &typed(field.kind(), *seed, text));
            }
        }
        with_parts(record, values[46].0, &values[46].1)
    })
}

/// The fields that are not typed as one line, and words that this version does not know.
fn with_parts(mut record: Record, seed: u64, text: &str) -> Record {
    let texts: Text = text.into();
    match &mut record {
        Record::Partner(partner) if seed.is_multiple_of(3) => {
            partner.roles = partner.roles.clone().with(Role::Other(Unlisted::new(text)));
        }
        Record::Customer(customer) => {
            let agreement =
                Agreement { first_name: texts, template_id: Some(guid(seed)), ..Agreement::default() };
            customer.agreements = vec![Agreement::default(), agreement];
        }
        Record::Subscription(subscription) if seed.is_multiple_of(3) => {
            subscription.status = Status::Other(Unlisted::new(text));
        }
        Record::Admin(admin) => {
            admin.roles = vec![guid(seed)];
            admin.assignments = vec![Assignment { group: guid(seed), roles: vec![], status: texts }];
        }
        Record::Transfer(transfer) => transfer.subscriptions = vec![SubscriptionId(guid(seed))],
        Record::Partner(_)
        | Record::Subscription(_)
        | Record::Partnership(_)
        | Record::Relationship(_)
        | Record::Group(_)
        | Record::Waiver(_) => {}
    }
    record
}

fn any_models() -> impl Strategy<Value = Models> {
    let model = || prop::collection::vec(any_record(), 0..12).prop_map(model_of);
    (model(), model()).prop_map(|(book, baseline)| Models { book, baseline })
}

fn any_meta() -> impl Strategy<Value = Meta> {
    (any_text(), any::<Option<u64>>(), any::<Option<u16>>()).prop_map(|(name, us, day)| Meta {
        name: name.into(),
        us: us.map(|seed| TenantId(guid(seed))),
        baseline_on: day.map(|day| Day::new(2026, 1, 1).unwrap().plus(day.into())),
    })
}

fn same(found: Opened, meta: &Meta, models: &Models) -> Result<Disk, TestCaseError> {
    prop_assert_eq!(&found.meta, meta);
    prop_assert_eq!(&found.models, models);
    prop_assert_eq!(&found.notices, &[]);
    prop_assert!(matches!(found.disk.access(), Access::Write(_)), "{:?}", found.disk.access());
    Ok(found.disk)
}

/// In memory where there is such a place: the disk's promises are tested elsewhere, and hundreds of books take long.
fn fast_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir()).unwrap()
}

fn round_trip(meta: &Meta, first: &Models, second: &Models, shard_above: usize) -> TestCaseResult {
    let home = fast_folder();
    let mut disk = Disk::create(&machine(), home.path()).unwrap();
    disk.shard_above = shard_above;
    disk.save(meta, first, Taken::default(), &mut quiet()).unwrap();
    drop(disk);

    let mut disk = same(opened(home.path()), meta, first)?;
    prop_assert_eq!(disk.save(meta, first, Taken::default(), &mut quiet()).unwrap().files, 0);
    disk.shard_above = shard_above;
    disk.save(&Meta::default(), second, Taken::default(), &mut quiet()).unwrap();
    drop(disk);
    same(opened(home.path()), &Meta::default(), second).map(drop)
}

proptest! {
    #[test]
    fn a_book_opens_as_it_was_saved(
        meta in any_meta(),
        first in any_models(),
        second in any_models(),
        shard_above in prop_oneof![19 => Just(SHARD_ABOVE), 1 => 2_usize..4],
    ) {
        round_trip(&meta, &first, &second, shard_above)?;
    }
}

#[test]
fn every_character_is_saved_exactly() {
    let characters: Vec<char> = ('\0'..=char::MAX).collect();
    let records = characters.chunks(512).zip(1..).map(|(chunk, n)| {
        let note: String = chunk.iter().collect();
        let tags = chunk.iter().step_by(64).map(|c| Text::from(format!("e{c}a"))).collect();
        Record::from(Subscription { note: note.into(), tags, ..subscription(n) })
    });
    let models = Models { book: model_of(records), baseline: Model::default() };
    round_trip(&Meta::default(), &Models::default(), &models, SHARD_ABOVE).unwrap();
}
