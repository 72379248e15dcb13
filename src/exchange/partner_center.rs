//! Readers of the resources of Partner Center's REST API, one file each (`domain/exchange.md` section 1).

pub mod agreements;
pub mod customers;
pub mod relationships;
pub mod subscriptions;
pub mod support;
