//! The operations of the programme (rules.md 2) as functions that build one transaction. They refuse only steps that
//! lead nowhere; preconditions are judged by the rules when the transaction is committed, all at once.

mod account;
mod agreement;
mod candidates;
pub mod catalogue;
mod customer;
mod draft;
mod fill;
mod granular;
mod ids;
mod impossible;
mod intent;
mod lifecycle;
pub mod moving;
mod naming;
mod offer;
mod offer_life;
mod offer_privileges;
mod paper;
mod partnership;
mod privileges;
mod record;
mod relationship;
mod slot;
mod subscription;
mod suspension;
mod term;
mod transfer;
mod upgrade;
mod verdict;
mod waiver;
mod walk;

pub use account::{OTHER_CLOUDS, associate_location, enrol_in_cloud};
pub use agreement::{accept_agreement, agreement_draft, attesters, record_agreement};
pub use catalogue::{Actor, May, OpId, Operation};
pub use customer::{Creator, create_customer};
pub(in crate::edit) use draft::Draft;
pub use draft::{gathered, together};
pub use fill::Fill;
pub use granular::{
    approve_privileges, draft_privileges, end_privileges, free_name, prepare_privileges, send_privileges,
    succeed_privileges,
};
pub use ids::{next_subscription, next_tenant, next_transfer};
pub use impossible::{Impossible, Standing, next_steps};
pub use intent::Intent;
pub use naming::{Names, names};
pub use offer::{Do, Offer};
pub use paper::{Blank, Paper};
pub use partnership::{
    accept_partnership, end_partnership, invite_reseller, partnership_of, withdraw_invitation,
};
pub use privileges::{grant_privileges, remove_privileges};
pub use record::{add, copy, duplicate, edit, remove, replace};
pub use relationship::{
    Ask, DapAfter, Through, accept_relationship, add_partner, linked, remove_relationship,
    request_relationship, withdraw_request,
};
pub use slot::{Slot, Terms, Wish};
pub use subscription::{
    Purchase, add_subscription, set_partner_of_record, set_support_contact, support_elsewhere, template,
};
pub use suspension::{AddOns, cancel_subscription, reactivate_subscription, suspend_subscription};
pub use term::{Renewal, set_quantity, set_renewal};
pub use transfer::{
    accept_transfer, apply_transfer, cancel_transfer, reject_transfer, request_transfer, who_asks,
};
pub use upgrade::{Product, migrate_to_new_commerce, upgrade};
pub use verdict::Verdict;
pub use waiver::{Acceptance, end_waiver, insist, recorded, waive};

#[cfg(test)]
mod tests;
