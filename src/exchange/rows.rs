//! The rows of a file with everything that reading it brought to light.

use std::collections::BTreeMap;

use super::decode::Encoding;
use super::fields::{Item, Sink};
use super::graph::{self, AdminRow};
use super::head::Head;
use super::json::Json;
use super::kind::Kind;
use super::note::{Aside, Note};
use super::partner_center::agreements;
use super::partner_center::customers::{self, CustomerRow};
use super::partner_center::relationships::{self, Direction, LinkRow, PartnerRow};
use super::partner_center::subscriptions::{self, SubscriptionRow};
use super::partner_center::support::{self, SupportRow};
use super::recognise;
use super::scalar;
use super::tolerant::Tolerated;
use crate::model::{Agreement, Moment, TenantId};

/// What a file of an imported kind holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Rows {
    /// Customers.
    Customers(Vec<Item<CustomerRow>>),
    /// Resellers of the provider whose export it is.
    ResellersOfProvider(Vec<Item<PartnerRow>>),
    /// Providers of the reseller whose export it is.
    ProvidersOfReseller(Vec<Item<PartnerRow>>),
    /// Resellers of one customer.
    ResellersOfCustomer(Vec<Item<PartnerRow>>),
    /// The link that asks for a relationship.
    Link(Vec<Item<LinkRow>>),
    /// Subscriptions.
    Subscriptions(Vec<Item<SubscriptionRow>>),
    /// Support contacts.
    Support(Vec<Item<SupportRow>>),
    /// Agreements of one customer.
    Agreements(Vec<Item<Agreement>>),
    /// Granular delegated admin relationships.
    Admin(Vec<Item<AdminRow>>),
}

/// How much of the collection is in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// How many items the collection has, by its own account.
    pub announced: Option<u64>,
    /// How many items are in the file.
    pub in_file: usize,
    /// A link to further pages is there.
    pub more_pages: bool,
}

impl Extent {
    /// Tells whether items are missing.
    pub fn is_incomplete(self) -> bool {
        self.more_pages || self.announced.is_some_and(|count| count > self.in_file as u64)
    }
}

/// How the bytes of a file had to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The encoding.
    pub encoding: Encoding,
    /// Characters that could not be read.
    pub replaced: usize,
    /// A byte-order mark that had become a question mark.
    pub lost_mark: bool,
    /// Comments and trailing commas that were forgiven.
    pub tolerated: Tolerated,
    /// When the portal answered, by its saved headers.
    pub exported_at: Option<Moment>,
}

/// A file of an imported kind, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// What it is.
    pub kind: Kind,
    /// Its rows.
    pub rows: Rows,
    /// How much of the collection they are.
    pub extent: Extent,
    /// How the bytes were read.
    pub reading: Reading,
    /// The customer that a saved request line or the collection's own link names.
    pub customer: Option<TenantId>,
    /// What is worth saying about single fields.
    pub notes: Vec<Note>,
    /// Properties that are not known, with how often they were met.
    pub unknown: BTreeMap<String, usize>,
    /// Items that cannot be read.
    pub aside: Vec<Aside>,
}

/// Reads the rows of a document; nothing when its kind is not imported.
pub fn read(kind: Kind, json: &Json, reading: Reading, head: &Head) -> Option<Export> {
    let items = recognise::items(json);
    let mut sink = Sink::default();
    let rows = rows(kind, items, &mut sink)?;
    let Sink { notes, unknown, aside, .. } = sink;
    let extent = extent(json, items.len());
    Some(Export {
        kind,
        rows,
        extent,
        reading,
        customer: head.customer().or_else(|| own_link(json)),
        notes,
        unknown,
        aside,
    })
}

fn rows(kind: Kind, items: &[Json], sink: &mut Sink) -> Option<Rows> {
    Some(match kind {
        Kind::Customers | Kind::Customer => Rows::Customers(sink.rows(items, customers::read)),
        Kind::ResellersOfProvider => Rows::ResellersOfProvider(partners(sink, items, Direction::Resellers)),
        Kind::ResellersOfCustomer => Rows::ResellersOfCustomer(partners(sink, items, Direction::Resellers)),
        Kind::ProvidersOfReseller => Rows::ProvidersOfReseller(partners(sink, items, Direction::Providers)),
        Kind::RelationshipRequest => Rows::Link(sink.rows(items, relationships::read_link)),
        Kind::Subscriptions | Kind::Subscription => {
            Rows::Subscriptions(sink.rows(items, subscriptions::read))
        }
        Kind::SupportContact => Rows::Support(sink.rows(items, support::read)),
        Kind::Agreements => Rows::Agreements(sink.rows(items, agreements::read)),
        Kind::GdapRelationships | Kind::GdapRelationship => Rows::Admin(sink.rows(items, graph::read)),
        // A kind without a reader is named only.
        _ => return None,
    })
}

fn partners(sink: &mut Sink, items: &[Json], direction: Direction) -> Vec<Item<PartnerRow>> {
    sink.rows(items, |row| relationships::read(direction, row))
}

fn extent(json: &Json, in_file: usize) -> Extent {
    let count = json.get("totalCount").and_then(Json::scalar);
    let next = json.get("links").and_then(|links| links.get("next")).is_some_and(|next| !next.is_blank());
    let page = json.get("@odata.nextLink").is_some_and(|link| !link.is_blank());
    Extent { announced: count.and_then(|count| count.parse().ok()), in_file, more_pages: next || page }
}

/// A collection's own link may name the customer (`/customers/{id}/agreements`).
fn own_link(json: &Json) -> Option<TenantId> {
    scalar::customer_of(json.get("links")?.get("self")?.get("uri")?.text()?)
}
