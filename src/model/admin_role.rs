//! The directory roles that granular admin privileges give (rules.md 4). Their ids are those of the samples; which role
//! an id means is from memory of the list of built-in roles, and no page seen so far confirms it.

use super::field::{Cell, Kind, Value, Wrong};
use super::id::Guid;
use super::relation::Assignment;

macro_rules! roles {
    ($($name:ident = $code:literal, $id:literal;)*) => {
        /// A directory role of which the name is known.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // the variants are the roles of their names
        pub enum AdminRole { $($name,)* }

        impl AdminRole {
            /// Every role, as listed in rules.md 4.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable codes, in the order of `ALL`.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The id by which privileges name it.
            pub const fn id(self) -> Guid {
                match self { $(Self::$name => Guid::from_bytes(($id as u128).to_be_bytes()),)* }
            }
        }
    };
}

roles! {
    GlobalAdministrator = "global-administrator", 0x62e9_0394_69f5_4237_9190_0121_7714_5e10_u128;
    ExchangeAdministrator = "exchange-administrator", 0x2923_2cdf_9323_42fd_ade2_1d09_7af3_e4de_u128;
    IntuneAdministrator = "intune-administrator", 0x3a2c_62db_5318_420d_8d74_23af_fee5_d9d5_u128;
    DynamicsAdministrator = "dynamics-365-administrator", 0x4436_7163_eba1_44c3_98af_f578_7879_f96a_u128;
    TeamsAdministrator = "teams-administrator", 0x6909_1246_20e8_4a56_aa4d_0660_75b2_a7a8_u128;
    DirectoryReaders = "directory-readers", 0x88d8_e3e3_8f55_4a1e_953a_9b98_98b8_876b_u128;
    DirectoryWriters = "directory-writers", 0x9360_feb5_f418_4baa_8175_e2a0_0bac_4301_u128;
    GlobalReader = "global-reader", 0xf2ef_992c_3afb_46b9_b7cf_a126_ee74_c451_u128;
    HelpdeskAdministrator = "helpdesk-administrator", 0x7298_27e3_9c14_49f7_bb1b_9608_f156_bbb8_u128;
    UserAdministrator = "user-administrator", 0xfe93_0be7_5e62_47db_91af_98c3_a49a_38b1_u128;
    ServiceSupportAdministrator = "service-support-administrator", 0xf023_fd81_a637_4b56_95fd_791a_c022_6033_u128;
    LicenseAdministrator = "license-administrator", 0x4d6a_c14f_3453_41d0_bef9_a3e0_c569_773a_u128;
    PrivilegedAuthenticationAdministrator = "privileged-authentication-administrator",
        0x7be4_4c8a_adaf_4e2a_84d6_ab26_49e0_8a13_u128;
    PrivilegedRoleAdministrator = "privileged-role-administrator", 0xe861_1ab8_c189_46e8_94e1_6021_3ab1_f814_u128;
    ComplianceDataAdministrator = "compliance-data-administrator", 0xe6d1_a23a_da11_4be4_9570_befc_86d0_67a7_u128;
}

impl AdminRole {
    /// The role with this id.
    pub fn of(id: Guid) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.id() == id)
    }

    /// The role with this code or English name, whatever the case: `Global Administrator` is `global-administrator`.
    pub fn known(text: &str) -> Option<Self> {
        let code = text.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL.iter().copied().find(|role| role.code() == code)
    }
}

/// A role by its code, one without a known name by its id.
fn shown(id: Guid) -> String {
    AdminRole::of(id).map_or_else(|| id.to_string(), |role| role.code().to_owned())
}

/// The id of a role that was typed as an id, a code or an English name.
fn typed(text: &str) -> Result<Guid, Wrong> {
    let by_name = || AdminRole::known(text).map(AdminRole::id).ok_or(Wrong::NotInList(AdminRole::CODES));
    text.parse().or_else(|_| by_name())
}

impl Cell for Vec<Guid> {
    const KIND: Kind = Kind::Words;
    fn value(&self) -> Value {
        let role = |id: &Guid| match AdminRole::of(*id) {
            Some(role) => Value::Choice(role.code()),
            None => Value::Code(id.to_string()),
        };
        Value::List(self.iter().map(role).collect())
    }
    fn parse(text: &str) -> Result<Self, Wrong> {
        text.split(',').map(str::trim).filter(|role| !role.is_empty()).map(typed).collect()
    }
}

/// What an assignment is when nothing else is typed.
const ACTIVE: &str = "active";

/// As it is typed: the security group; where they are not the usual ones its state; where it has some its roles.
/// `5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20 pending helpdesk-administrator+directory-readers`.
fn line(a: &Assignment) -> String {
    let status = if a.status.is_empty() { "-" } else { a.status.raw() };
    let roles: Vec<String> = a.roles.iter().map(|role| shown(*role)).collect();
    match roles.is_empty() {
        true if status == ACTIVE => a.group.to_string(),
        true => format!("{} {status}", a.group),
        false => format!("{} {status} {}", a.group, roles.join("+")),
    }
}

fn assignment(text: &str) -> Result<Assignment, Wrong> {
    let mut words = text.split_whitespace();
    let group = words.next().unwrap_or_default().parse::<Guid>()?;
    let status = match words.next() {
        None => ACTIVE,
        Some("-") => "",
        Some(word) => word,
    };
    let roles = words.next().unwrap_or_default().split('+').filter(|role| !role.is_empty());
    let roles = roles.map(typed).collect::<Result<_, _>>()?;
    Ok(Assignment { group, roles, status: status.into() })
}

impl Cell for Vec<Assignment> {
    const KIND: Kind = Kind::Words;
    fn value(&self) -> Value {
        Value::List(self.iter().map(|a| Value::Text(line(a).into())).collect())
    }
    fn parse(text: &str) -> Result<Self, Wrong> {
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(assignment).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_typed_by_id_code_or_name() {
        let global = AdminRole::GlobalAdministrator;
        assert_eq!(global.id().to_string(), "62e90394-69f5-4237-9190-012177145e10");
        let typed = "Global Administrator, helpdesk-administrator,62E90394-69F5-4237-9190-012177145E10";
        let roles: Vec<Guid> = Cell::parse(typed).unwrap();
        assert_eq!(roles, [global.id(), AdminRole::HelpdeskAdministrator.id(), global.id()]);
        assert_eq!(
            roles.value(),
            Value::List(
                ["global-administrator", "helpdesk-administrator", "global-administrator"]
                    .map(Value::Choice)
                    .into()
            )
        );
        assert_eq!(<Vec<Guid>>::parse("king"), Err(Wrong::NotInList(AdminRole::CODES)));
    }

    #[test]
    fn ids_and_codes_are_each_of_one_role() {
        for role in AdminRole::ALL {
            assert_eq!((AdminRole::of(role.id()), AdminRole::known(role.code())), (Some(*role), Some(*role)));
        }
        assert_eq!(AdminRole::ALL.len(), AdminRole::CODES.len());
    }

    #[test]
    fn assignments_read_back_as_they_were() {
        let group = "5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20".parse().unwrap();
        let (helpdesk, odd) = (AdminRole::HelpdeskAdministrator.id(), Guid::own(7));
        for roles in [vec![], vec![helpdesk], vec![helpdesk, odd]] {
            for status in ["active", "pending", ""] {
                let all = vec![Assignment { group, roles: roles.clone(), status: status.into() }];
                let Value::List(shown) = all.value() else { panic!("a list") };
                let [Value::Text(text)] = shown.as_slice() else { panic!("one") };
                assert_eq!(Cell::parse(text.raw()), Ok(all.clone()), "{}", text.raw());
            }
        }
        assert_eq!(<Vec<Assignment>>::parse("helpdesk"), Err(Wrong::NotAnId));
    }
}
