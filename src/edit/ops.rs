//! The operations of the programme (rules.md 2) as functions that build one transaction. They refuse only steps that
//! lead nowhere; preconditions are judged by the rules when the transaction is committed, all at once.

mod candidates;
mod customer;
mod draft;
mod ids;
mod impossible;
mod intent;
mod naming;
mod offer;
mod partnership;
mod privileges;
mod record;
mod relationship;
mod slot;
mod subscription;
mod verdict;
mod walk;

pub use customer::{Creator, create_customer};
pub use draft::{gathered, together};
pub use ids::{next_subscription, next_tenant};
pub use impossible::{Impossible, Standing, next_steps};
pub use intent::Intent;
pub use naming::{Names, names};
pub use offer::{Do, Offer};
pub use partnership::{accept_partnership, end_partnership, invite_reseller, withdraw_invitation};
pub use privileges::grant_privileges;
pub use record::{add, copy, duplicate, edit, remove, replace};
pub use relationship::{
    Ask, DapAfter, Through, accept_relationship, add_partner, linked, remove_relationship,
    request_relationship, withdraw_request,
};
pub use slot::{Slot, Terms, Wish};
pub use subscription::{
    Purchase, add_subscription, set_partner_of_record, set_support_contact, support_elsewhere, template,
};
pub use verdict::Verdict;

#[cfg(test)]
mod tests;
