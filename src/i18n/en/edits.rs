//! English: edits, what they did, why they lead nowhere, what mends them.

use crate::edit::fix::FixKind;
use crate::edit::ops::Blank;
use crate::edit::{Impossible, Matter, Slot};
use crate::i18n::Lang;
use crate::i18n::edits::{Told, shown};
use crate::i18n::en::verbs::{many, one, verb};
use crate::model::{
    AdminStatus, Key, Model, PartnershipState, RelationshipState, Status, TableName, TenantId,
    TransferStatus, Verb,
};

/// What a step did.
pub(in crate::i18n) fn step(verb: Verb, told: &Told) -> String {
    match told {
        Told::One(a, b, c) => one(verb, a, b, c),
        Told::Many(table, n) => many(verb, &records(*table, *n)),
        Told::All(n) => many(verb, &all_records(*n)),
    }
}

/// So many records of a table.
pub(in crate::i18n) fn records(table: TableName, n: usize) -> String {
    let (one, more) = match table {
        TableName::Partner => ("partner", "partners"),
        TableName::Customer => ("customer", "customers"),
        TableName::Subscription => ("subscription", "subscriptions"),
        TableName::Partnership => ("partnership", "partnerships"),
        TableName::Relationship => ("reseller relationship", "reseller relationships"),
        TableName::Admin => ("granular admin relationship", "granular admin relationships"),
        TableName::Transfer => ("transfer", "transfers"),
        TableName::Group => ("group", "groups"),
        TableName::Waiver => ("accepted problem", "accepted problems"),
    };
    format!("{n} {}", if n == 1 { one } else { more })
}

/// So many records of whatever tables.
pub(in crate::i18n) fn all_records(n: usize) -> String {
    format!("{n} {}", if n == 1 { "record" } else { "records" })
}

/// The state of a partnership.
pub(in crate::i18n) fn partnership(state: PartnershipState) -> &'static str {
    match state {
        PartnershipState::Invited => "invited",
        PartnershipState::Active => "active",
        PartnershipState::Ended => "ended",
        PartnershipState::Other(_) => "in a state that this version does not know",
    }
}

/// The state of a relationship.
pub(in crate::i18n) fn relationship(state: RelationshipState) -> &'static str {
    match state {
        RelationshipState::Requested => "requested",
        RelationshipState::Active => "active",
        RelationshipState::Removed => "removed",
        RelationshipState::Other(_) => "in a state that this version does not know",
    }
}

/// The state of a subscription.
pub(in crate::i18n) fn subscription(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::None => "without a state",
        Status::Pending => "pending: the portal makes it active",
        Status::Suspended => "suspended",
        Status::Deleted => "cancelled and gone",
        Status::Expired => "expired",
        Status::Disabled => "disabled",
        Status::Other(_) => "in a state that this version does not know",
    }
}

/// The state of granular admin privileges.
pub(in crate::i18n) fn privileges(status: AdminStatus) -> &'static str {
    match status {
        AdminStatus::Created => "a draft",
        AdminStatus::ApprovalPending => "waiting for approval",
        AdminStatus::Approved => "approved",
        AdminStatus::Activating => "being activated",
        AdminStatus::Active => "active",
        AdminStatus::Expiring => "about to expire",
        AdminStatus::Expired => "expired",
        AdminStatus::TerminationRequested => "about to be terminated",
        AdminStatus::Terminating => "being terminated",
        AdminStatus::Terminated => "terminated",
        AdminStatus::Other(_) => "in a state that this version does not know",
    }
}

/// The state of a transfer.
pub(in crate::i18n) fn transfer(status: TransferStatus) -> &'static str {
    match status {
        TransferStatus::Active => "waiting for an answer",
        TransferStatus::InProgress => "under way",
        TransferStatus::Complete => "complete",
        TransferStatus::PartiallyComplete => "complete in parts",
        TransferStatus::Reject => "rejected",
        TransferStatus::Cancel => "cancelled",
        TransferStatus::Expired => "lapsed",
        TransferStatus::Other(_) => "in a state that this version does not know",
    }
}

/// Why an operation leads nowhere.
pub(in crate::i18n) fn impossible(model: &Model, impossible: &Impossible) -> String {
    let name = |key: Key| shown(model, key);
    match impossible {
        Impossible::Gone(key) => format!("{} is not in the book any more.", name(*key)),
        Impossible::Standing { step, of, now, next } => {
            let what = format!("{} is {}", name(*of), Lang::En.standing(*now));
            let next: Vec<&str> = next.iter().map(|step| verb(*step)).collect();
            let way_on = if next.is_empty() {
                "Nothing leads on from there".to_owned()
            } else {
                format!("Possible now: {}", next.join(", "))
            };
            format!("{what}, which leaves nothing to \"{}\". {way_on}.", verb(*step))
        }
        Impossible::NothingOpen(step, key) => {
            format!("{} has nothing to \"{}\".", name(*key), verb(*step))
        }
        Impossible::NotPartners { provider, reseller } => {
            let (provider, reseller) = (name(Key::Partner(*provider)), name(Key::Partner(*reseller)));
            format!("{provider} and {reseller} have no active partnership. An invitation comes first.")
        }
        Impossible::NoPartnerId(id) => {
            let name = name(Key::Partner(*id));
            format!(
                "The location id (Partner ID) of {name} is not known. Subscriptions name a reseller by it."
            )
        }
        Impossible::NotLive(id, _) => {
            let name = name(Key::Subscription(*id));
            format!("{name} does not run. The partner of record changes on running subscriptions only.")
        }
        Impossible::FixedAtPurchase(id) => {
            let name = name(Key::Subscription(*id));
            format!("{name} is a reservation. Its partner of record is fixed when it is bought.")
        }
        Impossible::OtherFamily { step, of, next } => {
            let next: Vec<&str> = next.iter().map(|step| verb(*step)).collect();
            format!(
                "{} is of a kind that leaves nothing to \"{}\". Possible now: {}.",
                name(Key::Subscription(*of)),
                verb(*step),
                next.join(", ")
            )
        }
        Impossible::NearTermEnd(id) => {
            let name = name(Key::Subscription(*id));
            format!("The term of {name} ends within a day. It is migrated after it has renewed.")
        }
        Impossible::PublicCloudOnly(id) => {
            let name = name(Key::Customer(*id));
            format!("{name} is not in the public cloud. Granular admin privileges exist only there.")
        }
        Impossible::Field(..) => "The text cannot be stored in this field.".to_owned(),
        Impossible::Taken(key) => format!("{} has this id already.", name(*key)),
        Impossible::NotCopied(key) => {
            format!("{} follows from the records it joins and is not copied.", name(*key))
        }
        Impossible::CloudClosed(_) => {
            "Microsoft Cloud Germany takes no new accounts. Use an account of a European region in the public cloud."
                .to_owned()
        }
        Impossible::NoAgreements(id) => format!(
            "{} is in a national cloud. Customer agreements are recorded in the public cloud only.",
            name(Key::Customer(*id))
        ),
        Impossible::Nothing => "Nothing changes: the book is so already.".to_owned(),
        Impossible::NotACandidate(key) => format!("{} does not fit here.", name(*key)),
        Impossible::Strays(key) => {
            format!(
                "This step must leave {} as it is, but would change it. Nothing was done: report this, it is an error of the program.",
                name(*key)
            )
        }
        Impossible::NeverAccepted(rule) => format!(
            "{} cannot be accepted: the book itself would be out of joint. Correct what it names.",
            rule.text()
        ),
        Impossible::Held(id, hold) => {
            format!("{} stays where it is: {}.", name(Key::Subscription(*id)), Lang::En.hold(model, *hold))
        }
        Impossible::NotTogether(id) => {
            let name = name(Key::Subscription(*id));
            format!("{name} is of another customer or another seller. What moves together has one of each.")
        }
        Impossible::NotDirectBill(id) => {
            let name = name(Key::Partner(*id));
            format!("{name} is no direct-bill partner. Only such a partner goes over to a provider.")
        }
        Impossible::NotOneCompany(from, to) => {
            let (from, to) = (name(Key::Partner(*from)), name(Key::Partner(*to)));
            format!("{from} and {to} are not of one group. Only accounts of one company are consolidated.")
        }
    }
}

/// The title of a picker.
pub(in crate::i18n) fn slot(slot: &Slot) -> &'static str {
    match slot {
        Slot::Provider { .. } => "Choose the provider that invites",
        Slot::Reseller { .. } => "Choose the reseller to invite",
        Slot::Customer { .. } | Slot::Privileges { of: Key::Partner(_), .. } => "Choose the customer",
        Slot::Partner { .. } => "Choose the partner",
        Slot::ResellerWithProvider { .. } => "Choose the reseller that asks together with its provider",
        Slot::Via { .. } => "Choose the provider that asks with the reseller",
        Slot::SupportContact { .. } => "Choose the support contact",
        Slot::RecordReseller { .. } => "Choose the reseller of record",
        Slot::Supporter { .. } => "Choose the partner that supports it",
        Slot::NewSeller { .. } => "Choose the partner that business moves to",
        Slot::NewReseller { .. } => "Choose the reseller of record after the move",
        Slot::FurtherProvider { .. } => "Choose the further provider",
        Slot::ProviderInstead { .. } => "Choose the provider to become a reseller of",
        Slot::OtherAccount { .. } => "Choose the account that takes over",
        Slot::Privileges { .. } => "Choose the partner that gets admin privileges",
        Slot::Open { step, .. } => match step {
            Verb::AcceptPartnership | Verb::WithdrawInvitation => "Choose the invitation",
            Verb::EndPartnership => "Choose the partnership",
            Verb::AcceptRelationship | Verb::WithdrawRequest => "Choose the request",
            Verb::SendPrivileges => "Choose the draft",
            Verb::ApprovePrivileges
            | Verb::SucceedPrivileges
            | Verb::EndPrivileges
            | Verb::RemovePrivileges => "Choose the admin privileges",
            _ => "Choose the reseller relationship",
        },
        Slot::Field { .. } => "Choose the value",
    }
}

/// The label of a value that an operation asks for.
pub(in crate::i18n) fn blank(blank: Blank) -> &'static str {
    match blank {
        Blank::AgreementKind => "agreement",
        Blank::AgreementWay => "accepted how",
        Blank::AttestedBy => "attested by",
        Blank::AgreedOn => "agreed on",
        Blank::FirstName => "signer's first name",
        Blank::LastName => "signer's last name",
        Blank::Email => "signer's e-mail",
        Blank::Phone => "signer's phone",
        Blank::LocationId => "location id (Partner ID)",
        Blank::LocationCountry => "country of the location",
    }
}

/// What a fix does.
pub(in crate::i18n) fn fix(model: &Model, kind: FixKind) -> String {
    let partner = |id: TenantId| shown(model, Key::Partner(id));
    let customer = |id: TenantId| shown(model, Key::Customer(id));
    let fixed = match kind {
        FixKind::EditValue(key, _) => return format!("edit {}", shown(model, key)),
        FixKind::MakePartners(provider, reseller) => {
            return format!("make {} and {} partners", partner(provider), partner(reseller));
        }
        FixKind::EndPartnership(provider, reseller) => {
            return format!("end the partnership of {} and {}", partner(provider), partner(reseller));
        }
        FixKind::Relate(p, c) => {
            return format!("add a reseller relationship of {} with {}", partner(p), customer(c));
        }
        FixKind::GrantPrivileges(p, c) => {
            return format!("give {} admin privileges for {}", partner(p), customer(c));
        }
        FixKind::Accept(rule, key) => {
            let name = shown(model, key);
            return format!("accept {} ({name}), with a reason and an end date", rule.text());
        }
        FixKind::RemoveRecord(key) => return format!("remove {}", shown(model, key)),
        FixKind::BuyPlan(p, c) => return format!("let {} buy an Azure plan for {}", partner(p), customer(c)),
        FixKind::LetAsk(p) => return format!("let {} ask for the transfer", partner(p)),
        FixKind::TidyPartnerId => "keep the digits only",
        FixKind::UseLocationId => "use the location id of that account",
        FixKind::CorrectCountry => "use the right country code",
        FixKind::UseMarketCurrency => "use the currency of the market",
        FixKind::SwapSides => "swap provider and reseller",
        FixKind::BackToInvited => "make it an invitation again",
        FixKind::EndToday => "let it end today",
        FixKind::DropDouble => "drop the double partnership",
        FixKind::ChooseProvider => "choose another provider",
        FixKind::ChooseReseller => "choose another reseller",
        FixKind::ChoosePartner => "choose another partner",
        FixKind::ChooseCustomer => "choose another customer tenant",
        FixKind::BackToRequested => "make it a request again",
        FixKind::RequestAgain => "request it again",
        FixKind::RequestThroughProvider => "ask together with the provider",
        FixKind::Suspend => "suspend what runs",
        FixKind::Cancel => "cancel the reservations",
        FixKind::ChooseRecord => "choose the reseller of record",
        FixKind::ClearRecord => "clear the partner of record",
        FixKind::ChooseSupport => "choose another support contact",
        FixKind::ResetSupport => "let the seller give support",
        FixKind::ChooseSeller => "choose the seller",
        FixKind::ClearSeller => "clear the seller",
        FixKind::TidyFurther => "name each further partner once",
        FixKind::StopRenewal => "let it run out without renewal",
        FixKind::MarkWanted => "mark both as wanted",
        FixKind::SeparateTenant => "use a customer tenant of its own",
        FixKind::Reactivate => "reactivate it",
        FixKind::Cascade => "let it follow its base",
        FixKind::RenewOn => "let it renew",
        FixKind::DropSchedule => "drop what is scheduled",
        FixKind::DecideRenewal => "mark the renewal as decided",
        FixKind::ClampQuantity => "use the nearest allowed number of seats",
        FixKind::ReplaceDelegated => "replace them by granular ones",
        FixKind::ClampDuration => "use the nearest duration allowed",
        FixKind::NameFreely => "give it a name that is free",
        FixKind::SwitchOffExtension => "switch the extension off",
        FixKind::DropGlobalAdmin => "drop the global administrator",
        FixKind::SucceedPrivileges => "draft a successor",
        FixKind::ExtendPrivileges => "let it extend itself by 180 days",
        FixKind::SendPrivileges => "send the successor for approval",
        FixKind::ApprovePrivileges => "record that the customer approved",
        FixKind::MarkExpired => "mark it as expired",
        FixKind::ComputeEnd => "let the end follow from the duration",
        FixKind::EndPrivileges => "end these admin privileges",
        FixKind::ChooseParty => "choose another partner for the transfer",
        FixKind::DropItem => "leave it out of the transfer",
        FixKind::AddBase => "transfer the base along",
        FixKind::AddSuccessor => "add its record under the target",
        FixKind::MarkReviewed => "mark the roles as reviewed",
        FixKind::AcceptAgreement(c) => return format!("let {} accept the customer agreement", customer(c)),
        FixKind::Attest(c) => return format!("record a customer agreement of {}", customer(c)),
        FixKind::UseAttester(p) => return format!("let {} attest it", partner(p)),
        FixKind::AgreedToday => "let it be of today",
        FixKind::DropDoubleAgreement => "keep each agreement once",
        FixKind::AddStub => "add a reseller with that Partner ID",
        FixKind::EmptyField => "empty the field",
        FixKind::TidyNumber => "keep letters and digits only",
        FixKind::ClearReference => "clear the reference",
    };
    fixed.to_owned()
}

/// What stays or is lost.
pub(in crate::i18n) fn matter(matter: Matter, n: usize) -> String {
    match matter {
        Matter::Customers => format!("{} of both", records(TableName::Customer, n)),
        Matter::Subscriptions => {
            format!("{} with the reseller on record", records(TableName::Subscription, n))
        }
        Matter::DelegatedPrivileges => format!("delegated admin privileges ({n})"),
        Matter::GranularPrivileges => format!("granular admin privileges ({n})"),
        Matter::AzureRoles => "roles on Azure resources".to_owned(),
        Matter::OtherPartners => format!("{} of other partners", records(TableName::Relationship, n)),
        Matter::ProviderAccess => "the provider's admin access to the reseller's account".to_owned(),
        Matter::NewOrders => "new orders and changes of orders".to_owned(),
        Matter::AddOns => format!("add-ons of it ({n})"),
        Matter::ScheduledChange => "what is scheduled for the end of its term".to_owned(),
        Matter::SupportContact => format!("support contact of {}", records(TableName::Subscription, n)),
        Matter::Relationships => format!("{} with its customers", records(TableName::Relationship, n)),
        Matter::Reseller => format!("the reseller of {}", records(TableName::Subscription, n)),
        Matter::Seller => format!("the seller of {}", records(TableName::Subscription, n)),
        Matter::Partnerships => format!("{}, to be ended too", records(TableName::Partnership, n)),
    }
}
