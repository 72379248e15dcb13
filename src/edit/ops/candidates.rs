//! Who comes into question for a gap in an operation: walked lazily, the likely ones first.

use super::impossible::{Standing, next_steps};
use super::offer_privileges::OF_PRIVILEGES;
use super::slot::Slot;
use crate::model::{
    AdminField, CustomerField, Dap, FieldRef, Key, Kind, Model, Partner, PartnerField, PartnershipField,
    Record, RelationshipField, Row, SubscriptionField, TableName, TenantId, TransferField, Verb,
};

type Keys<'a> = Box<dyn Iterator<Item = Key> + 'a>;

impl Slot {
    /// Who comes into question, the likely ones first; whether they are allowed is the verdict's to say.
    pub fn candidates<'a>(&'a self, model: &'a Model) -> Keys<'a> {
        match self {
            Self::Provider { reseller } => partners(model, |p| p.is_provider() && p.tenant != *reseller),
            Self::Reseller { provider } => partners(model, |p| p.is_reseller() && p.tenant != *provider),
            Self::Customer { .. } => customers(model),
            Self::Partner { .. } => partners(model, Partner::is_csp),
            Self::ResellerWithProvider { .. } => partners(model, Partner::is_reseller),
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
                partners(model, |p| p.is_provider() && !model.are_partners(p.tenant, *reseller))
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
            | Self::OtherAccount { .. } => Some(TableName::Partner),
            Self::Privileges { .. } => Some(TableName::Partner),
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

fn partners<'a>(model: &'a Model, fits: impl Fn(&Partner) -> bool + 'a) -> Keys<'a> {
    Box::new(model.partners().values().filter(move |p| fits(p)).map(|p| Key::Partner(p.tenant)))
}

fn customers(model: &Model) -> Keys<'_> {
    Box::new(model.customers().values().map(|c| Key::Customer(c.tenant)))
}

/// Those that fit: first those near, then the others.
fn near_first<'a>(
    model: &'a Model,
    fits: impl Fn(&Partner) -> bool + Copy + 'a,
    near: impl Fn(&Partner) -> bool + Copy + 'a,
) -> Keys<'a> {
    let first = partners(model, move |p| fits(p) && near(p));
    Box::new(first.chain(partners(model, move |p| fits(p) && !near(p))))
}

/// Those that sell, without one: first those near.
fn near_first_but<'a>(
    model: &'a Model,
    but: TenantId,
    near: impl Fn(&Partner) -> bool + Copy + 'a,
) -> Keys<'a> {
    let others = near_first(model, Partner::can_sell, near);
    Box::new(others.filter(move |key| *key != Key::Partner(but)))
}

fn on_record(model: &Model, seller: Option<TenantId>) -> Keys<'_> {
    near_first(model, Partner::can_be_on_record, move |p| {
        seller.is_some_and(|seller| model.are_partners(seller, p.tenant))
    })
}

/// The customers of a partner first, or the partners of a customer.
fn privileges(model: &Model, of: Key) -> Keys<'_> {
    match of {
        Key::Customer(customer) => {
            near_first(model, Partner::is_csp, move |p| model.is_reseller_of(p.tenant, customer))
        }
        Key::Partner(partner) => {
            let rows = model.links().relationships_by_partner.get(&partner);
            let near = model.relationships().rows(rows).filter(|r| r.is_active_reseller());
            let near = near.map(|r| Key::Customer(r.customer)).filter(|key| model.contains(*key));
            let far = model.customers().values().filter(move |c| !model.is_reseller_of(partner, c.tenant));
            Box::new(near.chain(far.map(|c| Key::Customer(c.tenant))))
        }
        _ => Box::new(std::iter::empty()),
    }
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

fn open(model: &Model, of: Key, step: Verb) -> Keys<'_> {
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
fn of_field<'a>(model: &'a Model, record: &'a Record, field: FieldRef) -> Keys<'a> {
    use SubscriptionField as S;
    match (field, record) {
        (FieldRef::Subscription(S::PartnerOfRecord), Record::Subscription(s)) => on_record(model, s.seller),
        (FieldRef::Subscription(S::SupportContact | S::SupportedBy), Record::Subscription(s)) => {
            near_first(model, Partner::is_csp, move |p| model.is_reseller_of(p.tenant, s.customer))
        }
        (FieldRef::Subscription(S::Parent | S::TransferredFrom), Record::Subscription(s)) => {
            let bases = model.subscriptions_of(s.customer).filter(move |base| base.id != s.id);
            Box::new(bases.map(|base| Key::Subscription(base.id)))
        }
        (field, _) => of_kind(model, field),
    }
}

fn of_kind(model: &Model, field: FieldRef) -> Keys<'_> {
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
            Box::new(model.groups().values().map(|g| Key::Group(g.id)))
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
