//! Who comes into question for a gap in an operation: walked lazily, the likely ones first.

use super::impossible::{Standing, next_steps};
use super::offer_privileges::OF_PRIVILEGES;
use super::slot::Slot;
use super::walk::{Keys, Walk, customers, near_first, near_first_customers, partners, same_region};
use crate::model::{
    AdminField, CustomerField, Dap, FieldRef, Key, Kind, Model, Partner, PartnerField, PartnershipField,
    Record, RelationshipField, Row, Subscription, SubscriptionField, TableName, TenantId, TransferField,
    Verb,
};

impl Slot {
    /// Who comes into question, the likely ones first; whether they are allowed is the verdict's to say.
    pub fn candidates<'a>(&'a self, model: &'a Model) -> Keys<'a> {
        self.walk(Walk::all(model))
    }

    /// The same among these rows of its table, in their order: a kept order, or what was found by typing.
    pub fn candidates_among<'a>(&'a self, model: &'a Model, rows: &'a [Row]) -> Keys<'a> {
        self.walk(self.table().map_or_else(|| Walk::all(model), |table| Walk::of(model, table, rows)))
    }

    fn walk<'a>(&'a self, model: Walk<'a>) -> Keys<'a> {
        match self {
            Self::Provider { reseller } => {
                let country = model.partner(*reseller).and_then(|p| p.country);
                let fits = |p: &Partner| p.is_provider() && p.tenant != *reseller;
                near_first(model, fits, move |p| {
                    same_region(p.country, country) && !model.are_partners(p.tenant, *reseller)
                })
            }
            Self::Reseller { provider } => {
                let country = model.partner(*provider).and_then(|p| p.country);
                let fits = |p: &Partner| p.is_reseller() && p.tenant != *provider;
                near_first(model, fits, move |p| {
                    same_region(p.country, country) && !model.are_partners(*provider, p.tenant)
                })
            }
            Self::Customer { partner, .. } => {
                let country = model.partner(*partner).and_then(|p| p.country);
                near_first_customers(model, move |c| {
                    same_region(c.country, country) && !model.has_relationship(*partner, c.tenant)
                })
            }
            Self::Partner { customer, .. } => new_to(model, Partner::is_csp, *customer),
            Self::ResellerWithProvider { customer, .. } => new_to(model, Partner::is_reseller, *customer),
            Self::Via { reseller, .. } => {
                let with = move |p: &Partner| model.are_partners(p.tenant, *reseller);
                near_first(model, Partner::is_provider, with)
            }
            Self::SupportContact { subscription } | Self::Supporter { subscription } => {
                let customer = model.subscription(*subscription).map(|s| s.customer);
                near_first(model, Partner::is_csp, move |p| {
                    customer.is_some_and(|customer| model.is_reseller_of(p.tenant, customer))
                })
            }
            Self::RecordReseller { subscription } => {
                on_record(model, model.subscription(*subscription).and_then(|s| s.seller))
            }
            Self::Privileges { of, .. } => privileges(model, *of),
            Self::Open { of, step } => open(model, *of, *step),
            Self::NewSeller { what, .. } => {
                let seller = what.first().and_then(|id| model.subscription(*id)?.seller);
                near_first(model, Partner::can_sell, move |p| seller == Some(p.tenant))
            }
            Self::NewReseller { seller, .. } => on_record(model, Some(*seller)),
            Self::FurtherProvider { reseller } => {
                partners(model, move |p| p.is_provider() && !model.are_partners(p.tenant, *reseller))
            }
            Self::ProviderInstead { partner } => partners(model, |p| p.is_provider() && p.tenant != *partner),
            Self::OtherAccount { from } => {
                let group = model.partner(*from).and_then(|p| p.group);
                near_first_but(model, *from, move |p| group.is_some() && p.group == group)
            }
            Self::Field { record, field, .. } => of_field(model, record, *field),
        }
    }

    /// The table its candidates are of; nothing where the field names no record.
    pub fn table(&self) -> Option<TableName> {
        match self {
            Self::Customer { .. } | Self::Privileges { of: Key::Partner(_), .. } => Some(TableName::Customer),
            Self::Provider { .. }
            | Self::Reseller { .. }
            | Self::Partner { .. }
            | Self::ResellerWithProvider { .. }
            | Self::Via { .. }
            | Self::SupportContact { .. }
            | Self::RecordReseller { .. }
            | Self::Supporter { .. }
            | Self::NewSeller { .. }
            | Self::NewReseller { .. }
            | Self::FurtherProvider { .. }
            | Self::ProviderInstead { .. }
            | Self::OtherAccount { .. }
            | Self::Privileges { .. } => Some(TableName::Partner),
            Self::Open { step, .. } if OF_PRIVILEGES.contains(step) => Some(TableName::Admin),
            Self::Open { step, .. } => match step {
                Verb::AcceptPartnership | Verb::WithdrawInvitation | Verb::EndPartnership => {
                    Some(TableName::Partnership)
                }
                _ => Some(TableName::Relationship),
            },
            Self::Field { field, .. } => match field.kind() {
                Kind::Subscription => Some(TableName::Subscription),
                Kind::Group => Some(TableName::Group),
                Kind::Tenant if names_a_customer(*field) => Some(TableName::Customer),
                Kind::Tenant => Some(TableName::Partner),
                Kind::Digits if *field == FieldRef::Subscription(SubscriptionField::PartnerOfRecord) => {
                    Some(TableName::Partner)
                }
                _ => None,
            },
        }
    }
}

/// Partners that fit: first those of the customer's region that have no relationship with it yet.
fn new_to<'a>(model: Walk<'a>, fits: impl Fn(&Partner) -> bool + Copy + 'a, customer: TenantId) -> Keys<'a> {
    let country = model.customer(customer).and_then(|c| c.country);
    near_first(model, fits, move |p| {
        same_region(p.country, country) && !model.has_relationship(p.tenant, customer)
    })
}

/// Those that sell, without one: first those near.
fn near_first_but<'a>(
    model: Walk<'a>,
    but: TenantId,
    near: impl Fn(&Partner) -> bool + Copy + 'a,
) -> Keys<'a> {
    let others = near_first(model, Partner::can_sell, near);
    Box::new(others.filter(move |key| *key != Key::Partner(but)))
}

fn on_record(model: Walk<'_>, seller: Option<TenantId>) -> Keys<'_> {
    near_first(model, Partner::can_be_on_record, move |p| {
        seller.is_some_and(|seller| model.are_partners(seller, p.tenant))
    })
}

/// The customers of a partner first, or the partners of a customer.
fn privileges(model: Walk<'_>, of: Key) -> Keys<'_> {
    match of {
        Key::Customer(customer) => {
            near_first(model, Partner::is_csp, move |p| model.is_reseller_of(p.tenant, customer))
        }
        Key::Partner(partner) if model.has_all_customers() => {
            // The few that are near come by their links: the book is not walked for them.
            let book = model.model();
            let rows = book.links().relationships_by_partner.get(&partner);
            let is_first = move |r: &&crate::model::Relationship| {
                let mut active =
                    book.relationships_between(partner, r.customer).filter(|r| r.is_active_reseller());
                active.next().is_some_and(|first| first.id == r.id)
            };
            let near = book.relationships().rows(rows).filter(is_first);
            let near = near.map(|r| Key::Customer(r.customer)).filter(move |key| book.contains(*key));
            let far = customers(model).filter(move |key| !is_near(model, partner, *key));
            Box::new(near.chain(far))
        }
        Key::Partner(partner) => {
            near_first_customers(model, move |c| model.is_reseller_of(partner, c.tenant))
        }
        _ => Box::new(std::iter::empty()),
    }
}

fn is_near(model: Walk<'_>, partner: TenantId, key: Key) -> bool {
    matches!(key, Key::Customer(customer) if model.is_reseller_of(partner, customer))
}

/// The granular privileges of a record from which a step leads on, and the relationships with delegated ones.
fn open_privileges(model: &Model, of: Key, step: Verb) -> Keys<'_> {
    let leads_on =
        move |admin: &&crate::model::Admin| next_steps(Standing::Privileges(admin.status)).contains(&step);
    let admin = model.admin().rows(admin_rows(model, of)).filter(leads_on).map(|a| Key::Admin(a.id));
    let (_, rows) = rows(model, of, step);
    let delegated =
        move |r: &&crate::model::Relationship| step == Verb::RemovePrivileges && r.dap == Dap::Granted;
    let relationships = model.relationships().rows(rows).filter(delegated).map(|r| Key::Relationship(r.id));
    Box::new(admin.chain(relationships))
}

/// The rows of the granular privileges of a partner or a customer.
pub(super) fn admin_rows(model: &Model, of: Key) -> Rows<'_> {
    match of {
        Key::Partner(id) => model.links().admin_by_partner.get(&id),
        Key::Customer(id) => model.links().admin_by_customer.get(&id),
        _ => &[],
    }
}

fn open(model: Walk<'_>, of: Key, step: Verb) -> Keys<'_> {
    let model = model.model();
    if OF_PRIVILEGES.contains(&step) {
        return open_privileges(model, of, step);
    }
    let leads_on = move |standing| next_steps(standing).contains(&step);
    let (partnerships, relationships) = rows(model, of, step);
    let partnerships = partnerships
        .into_iter()
        .flat_map(|rows| model.partnerships().rows(rows))
        .filter(move |p| leads_on(Standing::Partnership(p.state)))
        .map(|p| Key::Partnership(p.id));
    let relationships = model
        .relationships()
        .rows(relationships)
        .filter(move |r| leads_on(Standing::Relationship(r.state)))
        .map(|r| Key::Relationship(r.id));
    Box::new(partnerships.chain(relationships))
}

type Rows<'a> = &'a [Row];

/// The rows of the partnerships and of the relationships of a record among which a step finds its own.
pub(super) fn rows(model: &Model, of: Key, step: Verb) -> ([Rows<'_>; 2], Rows<'_>) {
    let links = model.links();
    let partnership =
        matches!(step, Verb::AcceptPartnership | Verb::WithdrawInvitation | Verb::EndPartnership);
    match of {
        Key::Partner(id) if partnership => {
            ([links.partnerships_by_provider.get(&id), links.partnerships_by_reseller.get(&id)], &[])
        }
        Key::Partner(id) => ([&[], &[]], links.relationships_by_partner.get(&id)),
        Key::Customer(id) => ([&[], &[]], links.relationships_by_customer.get(&id)),
        _ => ([&[], &[]], &[]),
    }
}

/// Who may stand in a field of a form, by what the field names.
fn of_field<'a>(model: Walk<'a>, record: &'a Record, field: FieldRef) -> Keys<'a> {
    use SubscriptionField as S;
    match (field, record) {
        (FieldRef::Subscription(S::Seller), Record::Subscription(s)) => {
            near_first(model, Partner::can_sell, move |p| model.is_reseller_of(p.tenant, s.customer))
        }
        (FieldRef::Subscription(S::PartnerOfRecord), Record::Subscription(s)) => on_record(model, s.seller),
        (FieldRef::Subscription(S::SupportContact | S::SupportedBy), Record::Subscription(s)) => {
            near_first(model, Partner::is_csp, move |p| model.is_reseller_of(p.tenant, s.customer))
        }
        (FieldRef::Subscription(S::Parent | S::TransferredFrom), Record::Subscription(s)) => {
            let model = model.model();
            let likely = move |base: &Subscription| base.parent.is_none() && base.seller == s.seller;
            let of = move |near| {
                let others = model.subscriptions_of(s.customer).filter(move |base| base.id != s.id);
                others.filter(move |base| likely(base) == near).map(|base| Key::Subscription(base.id))
            };
            Box::new(of(true).chain(of(false)))
        }
        (FieldRef::Partnership(PartnershipField::Provider), Record::Partnership(pair)) => {
            of_region_of(model, Partner::is_provider, pair.reseller)
        }
        (FieldRef::Partnership(PartnershipField::Reseller), Record::Partnership(pair)) => {
            of_region_of(model, Partner::is_reseller, pair.provider)
        }
        (field, _) => of_kind(model, field),
    }
}

/// Partners that fit: first those of the region of the partner on the other side.
fn of_region_of<'a>(
    model: Walk<'a>,
    fits: impl Fn(&Partner) -> bool + Copy + 'a,
    other: TenantId,
) -> Keys<'a> {
    let country = model.partner(other).and_then(|p| p.country);
    near_first(model, fits, move |p| same_region(p.country, country))
}

fn of_kind(model: Walk<'_>, field: FieldRef) -> Keys<'_> {
    match field {
        FieldRef::Subscription(SubscriptionField::Seller)
        | FieldRef::Transfer(TransferField::Source | TransferField::Target | TransferField::RequestedBy) => {
            partners(model, Partner::can_sell)
        }
        FieldRef::Partnership(PartnershipField::Provider)
        | FieldRef::Relationship(RelationshipField::ViaProvider)
        | FieldRef::Admin(AdminField::IndirectProvider) => partners(model, Partner::is_provider),
        FieldRef::Partnership(PartnershipField::Reseller)
        | FieldRef::Customer(CustomerField::AssociatedPartner) => partners(model, Partner::is_reseller),
        FieldRef::Relationship(RelationshipField::Partner) | FieldRef::Admin(AdminField::Partner) => {
            partners(model, Partner::is_csp)
        }
        FieldRef::Partner(PartnerField::Group) | FieldRef::Customer(CustomerField::Group) => {
            Box::new(model.model().groups().values().map(|g| Key::Group(g.id)))
        }
        field if names_a_customer(field) => customers(model),
        _ => Box::new(std::iter::empty()),
    }
}

fn names_a_customer(field: FieldRef) -> bool {
    matches!(
        field,
        FieldRef::Subscription(SubscriptionField::Customer)
            | FieldRef::Relationship(RelationshipField::Customer)
            | FieldRef::Admin(AdminField::Customer)
            | FieldRef::Transfer(TransferField::Customer)
    )
}
