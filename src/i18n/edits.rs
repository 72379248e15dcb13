//! What a step did, in a sentence.

use super::Lang;
use crate::model::{Model, Transaction};

impl Lang {
    /// What a step did.
    pub fn step(self, model: &Model, step: &Transaction) -> String {
        let names: Vec<String> = step.keys().take(3).map(|key| model.name(key).show().into_owned()).collect();
        format!("{}.", names.join(", "))
    }
}
