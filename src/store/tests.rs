//! Whole books through the disk: what is saved opens as it was, and what is wrong is said and left alone.

mod access;
mod reading;
mod round;
mod saving;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::bad::Fault;
use super::disk::Disk;
use super::volume::Machine;
use super::*;
use crate::model::{FieldRef, Guid, Key, Model, Record, Subscription, SubscriptionId, TenantId};

fn model_of(records: impl IntoIterator<Item = Record>) -> Model {
    let mut model = Model::default();
    records.into_iter().for_each(|record| drop(model.put(record)));
    model
}

fn quiet() -> impl FnMut(Progress) {
    |_| {}
}

fn opened(folder: &Path) -> Opened {
    open(&machine(), folder, Purpose::Write, &mut quiet()).unwrap()
}

/// Every file below a folder, by path.
fn files_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for path in files::list(&Machine, folder).unwrap() {
        if path.is_dir() {
            found.extend(files_of(&path));
        } else if path.file_name().unwrap() != lock::NAME {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

fn subscription(n: u64) -> Subscription {
    let id = SubscriptionId(Guid::derived(&[&n.to_le_bytes()]));
    Subscription { id, name: "Office 365 E3".into(), ..Subscription::default() }
}

/// A small book: a partner, two customers, a subscription.
fn small() -> Models {
    let keys = ["partner:own-1", "customer:own-2", "customer:own-3", "subscription:own-4"];
    let records = keys.map(|key| {
        let key: Key = key.parse().unwrap();
        let mut record = Record::empty(key);
        let name = FieldRef::of(key.table()).into_iter().find(|field| field.name() == "name").unwrap();
        record.set(name, &format!("Name of {}", key.id_text())).unwrap();
        record
    });
    Models { book: model_of(records.clone()), baseline: model_of(records) }
}

fn saved(models: &Models) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    drop(
        save_copy(&machine(), home.path(), &Meta::default(), models, disk::Heads::new(), &mut quiet())
            .unwrap(),
    );
    home
}
