//! Accounts of a partner: one more in another cloud (OP-29), and the location it does business by (OP-32).

use super::draft::{edited, step};
use super::ids::{next_group, next_tenant};
use super::impossible::Impossible;
use crate::model::{
    Change, Cloud, Country, Enrolment, Group, Key, Model, Partner, PartnerId, Role, TableName, TenantId,
    Transaction, Verb,
};

/// The clouds in which a partner of the public one may ask for an account of its own.
pub const OTHER_CLOUDS: &[Cloud] = &[Cloud::UsGov, Cloud::China21Vianet, Cloud::Germany];

/// OP-29: a second account of the same organisation, in another cloud, under an id of our own until its tenant is known.
/// The account of the public cloud stays as it is; only where no group held the organisation together so far, one is
/// made for both. Nothing moves between clouds. In the US Government cloud there is no indirect model (R-REG-005).
///
/// # Errors
/// The partner is not in the book or lives in another cloud already, its organisation has an account there, or the
/// cloud is closed.
pub fn enrol_in_cloud(model: &Model, partner: TenantId, cloud: Cloud) -> Result<Transaction, Impossible> {
    let public = found(model, partner)?;
    if public.cloud != Cloud::Public || !OTHER_CLOUDS.contains(&cloud) {
        return Err(Impossible::NotACandidate(Key::Partner(partner)));
    }
    if cloud == Cloud::Germany {
        return Err(Impossible::CloudClosed(cloud));
    }
    if let Some(there) = account_in(model, public, cloud) {
        return Err(Impossible::Taken(Key::Partner(there)));
    }
    let (group, joined) = group_of(model, public);
    let account = Change::add(Partner { group: Some(group), ..account(model, public, cloud) });
    step(Verb::EnrolInCloud, std::iter::once(account).chain(joined))
}

fn account(model: &Model, public: &Partner, cloud: Cloud) -> Partner {
    let of_us = cloud == Cloud::UsGov;
    Partner {
        tenant: next_tenant(model, TableName::Partner, &public.name),
        name: public.name.clone(),
        roles: if of_us { [Role::DirectBill].into() } else { public.roles.clone() },
        country: if of_us { "US".parse().ok() } else { None },
        cloud,
        enrolment: Enrolment::Pending,
        ..Partner::default()
    }
}

fn account_in(model: &Model, public: &Partner, cloud: Cloud) -> Option<TenantId> {
    let group = public.group?;
    model.partners_of_group(group).find(|p| p.cloud == cloud).map(|p| p.tenant)
}

/// The group of an account, and the changes that make one where there is none.
fn group_of(model: &Model, public: &Partner) -> (crate::model::GroupId, Vec<Change>) {
    if let Some(group) = public.group {
        return (group, Vec::new());
    }
    let id = next_group(model, &public.name);
    let group = Group { id, name: public.name.clone(), ..Group::default() };
    (id, vec![Change::add(group), edited(public, |p| p.group = Some(id))])
}

/// OP-32: the location by whose id an account does business, and its country where that is known. That it is a location,
/// of this account alone and in its country, R-ID-003 and R-ID-004 say.
///
/// # Errors
/// The partner is not in the book, or nothing would change.
pub fn associate_location(
    model: &Model,
    partner: TenantId,
    location: PartnerId,
    country: Option<Country>,
) -> Result<Transaction, Impossible> {
    let before = found(model, partner)?;
    let associated = edited(before, |p| {
        p.partner_id = Some(location);
        p.location_country = country.or(p.location_country);
    });
    step(Verb::AssociateLocation, [associated])
}

fn found(model: &Model, partner: TenantId) -> Result<&Partner, Impossible> {
    model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))
}
