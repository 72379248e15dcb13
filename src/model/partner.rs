//! One account in the CSP programme: a distributor, an indirect reseller, a direct-bill partner (entities.md 2.2).

use super::choice::{Cloud, Enrolment, Role};
use super::field::{Cell, Kind, Value, Wrong, entity};
use super::id::{GroupId, TenantId};
use super::{Country, Day, PartnerId, Text};
use serde::{Deserialize, Serialize};

entity! {
    /// One CSP account: one tenant that transacts in the programme.
    pub struct Partner, PartnerField {
        /// The tenant of the account.
        tenant: TenantId = Tenant,
        /// Its name.
        name: Text = Name,
        /// What it may do in the programme.
        roles: Roles = Roles,
        /// The id of its location, used for business.
        partner_id: Option<PartnerId> = PartnerId,
        /// The id of its head office, not for business.
        global_id: Option<PartnerId> = GlobalId,
        /// The country of the location.
        country: Option<Country> = Country,
        /// The country of the location that its Partner ID names, where that is known apart from the account's.
        location_country: Option<Country> = LocationCountry,
        /// The cloud the account lives in.
        cloud: Cloud = Cloud,
        /// Its standing.
        enrolment: Enrolment = Enrolment,
        /// When it enrolled.
        enrolled_on: Option<Day> = EnrolledOn,
        /// When it signed the Microsoft Partner Agreement.
        mpa_signed_on: Option<Day> = MpaSignedOn,
        /// Revenue of the last twelve months, in whole US dollars.
        revenue_usd: Option<u64> = RevenueUsd,
        /// The group it belongs to.
        group: Option<GroupId> = Group,
        /// The e-mail of its primary contact.
        email: Text = Email,
        /// Its phone number.
        phone: Text = Phone,
        /// Labels of our own.
        tags: Vec<Text> = Tags,
        /// A note of our own.
        note: Text = Note,
    }
}

/// The roles of an account, each at most once, in the order of [`Role::ALL`].
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Role>", into = "Vec<Role>")]
pub struct Roles(Vec<Role>);

impl Roles {
    /// True when the account has this role.
    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// The roles, with one more.
    #[must_use]
    pub fn with(mut self, role: Role) -> Self {
        self.0.push(role);
        self.0.into()
    }

    /// The roles.
    pub fn iter(&self) -> impl Iterator<Item = Role> + '_ {
        self.0.iter().copied()
    }

    /// True when none is recorded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<Role>> for Roles {
    fn from(mut roles: Vec<Role>) -> Self {
        roles.sort_unstable();
        roles.dedup();
        Self(roles)
    }
}

impl<const N: usize> From<[Role; N]> for Roles {
    fn from(roles: [Role; N]) -> Self {
        roles.to_vec().into()
    }
}

impl From<Roles> for Vec<Role> {
    fn from(roles: Roles) -> Self {
        roles.0
    }
}

impl Cell for Roles {
    const KIND: Kind = Kind::Choices(Role::CODES);
    fn value(&self) -> Value {
        Value::List(self.0.iter().map(Cell::value).collect())
    }
    fn parse(text: &str) -> Result<Self, Wrong> {
        let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
        words.map(Role::parse).collect::<Result<Vec<_>, _>>().map(Self::from)
    }
}

impl Partner {
    /// True when it buys from Microsoft and sells through resellers.
    pub fn is_provider(&self) -> bool {
        self.roles.has(Role::IndirectProvider)
    }

    /// True when it sells what a provider buys.
    pub fn is_reseller(&self) -> bool {
        self.roles.has(Role::IndirectReseller)
    }

    /// True when it buys from Microsoft and sells to customers itself.
    pub fn is_direct_bill(&self) -> bool {
        self.roles.has(Role::DirectBill)
    }

    /// True when it is listed among the resellers: it is one, or nothing that is known of it puts it elsewhere. A
    /// partner whose role an export did not tell would be in no list otherwise.
    pub fn is_among_resellers(&self) -> bool {
        self.is_reseller() || !self.can_sell()
    }

    /// True when its tenant transacts in the programme: `is_csp` of rules.md 0.3.
    pub fn is_csp(&self) -> bool {
        self.is_provider() || self.is_reseller() || self.is_direct_bill()
    }

    /// True when Microsoft invoices it.
    pub fn can_sell(&self) -> bool {
        self.is_provider() || self.is_direct_bill()
    }

    /// True when it may stand as partner of record: a reseller, or a direct-bill partner in transition.
    pub fn can_be_on_record(&self) -> bool {
        self.is_reseller() || self.is_direct_bill()
    }
}
