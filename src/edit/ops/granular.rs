//! The life of granular admin privileges (OP-07): drafted, sent for approval, approved, ended, succeeded. Each step
//! changes the one record; relationships, subscriptions and agreements stay as they are. What the draft may contain is
//! edited in its form; rules judge it (R-ADM-002 to 005).

use super::draft::{edited, step};
use super::impossible::{Impossible, Standing};
use crate::model::{
    Admin, AdminId, AdminRole, AdminStatus, Assignment, Change, Cloud, Day, Guid, Key, Model, TenantId, Text,
    Transaction, Verb,
};
use crate::rules::{LONGEST_DAYS, LONGEST_NAME};

/// The least roles that let a partner give support.
const LEAST_ROLES: [AdminRole; 2] = [AdminRole::DirectoryReaders, AdminRole::ServiceSupportAdministrator];

/// The state of an assignment that is not in force yet, and of one that is, as Microsoft Graph names them.
const PENDING: &str = "pending";
const IN_FORCE: &str = "active";

/// A draft of granular privileges: two years, the least roles, no extension, a name that is free.
///
/// # Errors
/// A record is not in the book, or the customer is in a cloud without granular privileges.
pub fn draft_privileges(model: &Model, partner: TenantId, customer: TenantId) -> Result<Admin, Impossible> {
    model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))?;
    let cloud = model.customer(customer).ok_or(Impossible::Gone(Key::Customer(customer)))?.cloud;
    if cloud == Cloud::Public {
        Ok(draft(model, partner, customer))
    } else {
        Err(Impossible::PublicCloudOnly(customer))
    }
}

/// OP-07: drafts granular privileges.
///
/// # Errors
/// As for [`draft_privileges`].
pub fn prepare_privileges(
    model: &Model,
    day: Day,
    partner: TenantId,
    customer: TenantId,
) -> Result<Transaction, Impossible> {
    let drafted = Admin { created: Some(day.start()), ..draft_privileges(model, partner, customer)? };
    step(Verb::PreparePrivileges, [Change::add(drafted)])
}

pub(super) fn draft(model: &Model, partner: TenantId, customer: TenantId) -> Admin {
    let names = [Key::Partner(partner), Key::Customer(customer)].map(|key| model.name(key));
    Admin {
        id: free_id(model, partner, customer),
        name: free_name(model, partner, &format!("{} - {}", names[0].raw(), names[1].raw()), 1),
        partner: Some(partner),
        customer: Some(customer),
        status: AdminStatus::Created,
        duration_days: Some(LONGEST_DAYS),
        auto_extend_days: Some(0),
        roles: LEAST_ROLES.map(AdminRole::id).into(),
        ..Admin::default()
    }
}

/// OP-07: locks a draft and sends it to the customer for approval.
///
/// # Errors
/// The record is not in the book, or is not a draft.
pub fn send_privileges(model: &Model, day: Day, id: AdminId) -> Result<Transaction, Impossible> {
    move_on(model, id, Verb::SendPrivileges, |a| {
        a.status = AdminStatus::ApprovalPending;
        // The 90 days in which the customer answers count from here.
        a.created = Some(day.start());
        a.modified = a.created;
    })
}

/// OP-07: the customer approves. The privileges are active as it is wished, and so are the assignments that wait.
///
/// # Errors
/// The record is not in the book, or does not wait for approval.
pub fn approve_privileges(model: &Model, day: Day, id: AdminId) -> Result<Transaction, Impossible> {
    move_on(model, id, Verb::ApprovePrivileges, |a| {
        a.status = AdminStatus::Active;
        a.consent_pending = false;
        a.activated = Some(day.start());
        a.modified = a.activated;
        let days = a.duration_days.and_then(|days| i32::try_from(days).ok());
        a.end = days.map(|days| day.plus(days).start());
        let waiting = a.assignments.iter_mut().filter(|a| a.status.raw() == PENDING);
        waiting.for_each(|a| a.status = IN_FORCE.into());
    })
}

/// OP-07: the partner ends granular privileges, or takes back a request that waits.
///
/// # Errors
/// The record is not in the book, or neither gives privileges nor waits.
pub fn end_privileges(model: &Model, day: Day, id: AdminId) -> Result<Transaction, Impossible> {
    move_on(model, id, Verb::EndPrivileges, |a| terminate(a, day))
}

pub(super) fn terminate(a: &mut Admin, day: Day) {
    a.status = AdminStatus::Terminated;
    a.modified = Some(day.start());
}

/// OP-07: drafts a successor: the same roles, duration and groups under a new name. A global administrator does not
/// extend itself, and no draft lasts longer than two years.
///
/// # Errors
/// The record is not in the book, is a draft itself, or names no partner or no customer.
pub fn succeed_privileges(model: &Model, day: Day, id: AdminId) -> Result<Transaction, Impossible> {
    let old = standing(model, id, Verb::SucceedPrivileges)?;
    let key = Key::Admin(id);
    let (partner, customer) =
        old.partner.zip(old.customer).ok_or(Impossible::NothingOpen(Verb::SucceedPrivileges, key))?;
    let (base, next) = numbered(old.name.raw());
    let drafted = draft_privileges(model, partner, customer)?;
    let extends =
        !old.gives(AdminRole::GlobalAdministrator) && old.auto_extend_days.is_some_and(|days| days > 0);
    let successor = Admin {
        name: if base.is_empty() { drafted.name.clone() } else { free_name(model, partner, base, next) },
        kind: old.kind,
        indirect_provider: old.indirect_provider,
        duration_days: old.duration_days.map(|days| days.clamp(1, LONGEST_DAYS)).or(drafted.duration_days),
        auto_extend_days: Some(if extends { crate::rules::AUTO_EXTEND_DAYS } else { 0 }),
        roles: if old.roles.is_empty() { drafted.roles.clone() } else { old.roles.clone() },
        assignments: old.assignments.iter().map(waiting).collect(),
        created: Some(day.start()),
        ..drafted
    };
    step(Verb::SucceedPrivileges, [Change::add(successor)])
}

fn waiting(a: &Assignment) -> Assignment {
    Assignment { status: PENDING.into(), ..a.clone() }
}

/// The privileges, when the step leads on from where they stand.
pub(super) fn standing(model: &Model, id: AdminId, verb: Verb) -> Result<&Admin, Impossible> {
    let key = Key::Admin(id);
    let admin = model.admin().get(id).ok_or(Impossible::Gone(key))?;
    let now = Standing::Privileges(admin.status);
    if super::next_steps(now).contains(&verb) { Ok(admin) } else { Err(Impossible::standing(verb, key, now)) }
}

fn move_on(
    model: &Model,
    id: AdminId,
    verb: Verb,
    edit: impl FnOnce(&mut Admin),
) -> Result<Transaction, Impossible> {
    step(verb, [edited(standing(model, id, verb)?, edit)])
}

/// A name that the partner has not used yet, of at most fifty characters (R-ADM-003, R-ID-005): as it is, cut to fit,
/// or with a number from `first` on; 1 is not written.
pub fn free_name(model: &Model, partner: TenantId, whole: &str, first: usize) -> Text {
    let taken = |name: &Text| model.admin_with_name(partner, name).next().is_some();
    let with_number = |n: usize| -> Text {
        let number = if n == 1 { String::new() } else { format!(" {n}") };
        let room = LONGEST_NAME - number.chars().count();
        let name: String = whole.chars().take(room).collect();
        format!("{}{number}", name.trim_end()).into()
    };
    let most = model.links().admin_by_partner.get(&partner).len();
    (first..=first + most).map(with_number).find(|name| !taken(name)).unwrap_or_default()
}

/// A name without the number that an earlier successor got, and the number that is next.
fn numbered(name: &str) -> (&str, usize) {
    let number = name.rsplit_once(' ').and_then(|(base, n)| Some((base, n.parse::<usize>().ok()?)));
    // Longer numbers are years and the like: part of the name.
    number.filter(|(_, n)| (2..100).contains(n)).map_or((name, 2), |(base, n)| (base, n + 1))
}

fn free_id(model: &Model, partner: TenantId, customer: TenantId) -> AdminId {
    let [a, b, c, d, ..] = Guid::derived(&[b"admin", &partner.0.bytes(), &customer.0.bytes()]).bytes();
    let first = u64::from(u32::from_be_bytes([a, b, c, d])) + 1;
    let mut ids = (first..u64::MAX).map(|n| AdminId(Guid::own(n), None));
    ids.find(|id| !model.contains(Key::Admin(*id))).unwrap_or_default()
}
