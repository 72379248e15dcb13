//! French: edits, what they did, why they lead nowhere, what mends them.

use crate::edit::fix::FixKind;
use crate::edit::ops::Blank;
use crate::edit::{Impossible, Matter, Slot};
use crate::i18n::Lang;
use crate::i18n::edits::{Told, shown};
use crate::i18n::fr::verbs::{many, one, verb};
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

/// So many records of a table. Zero is singular in French.
pub(in crate::i18n) fn records(table: TableName, n: usize) -> String {
    let (one, more) = match table {
        TableName::Partner => ("partenaire", "partenaires"),
        TableName::Customer => ("client", "clients"),
        TableName::Subscription => ("abonnement", "abonnements"),
        TableName::Partnership => ("partenariat", "partenariats"),
        TableName::Relationship => ("relation de revendeur", "relations de revendeur"),
        TableName::Admin => ("relation d'administration granulaire", "relations d'administration granulaire"),
        TableName::Transfer => ("transfert", "transferts"),
        TableName::Group => ("groupe", "groupes"),
        TableName::Waiver => ("problème accepté", "problèmes acceptés"),
    };
    format!("{n} {}", if n < 2 { one } else { more })
}

/// So many records of whatever tables.
pub(in crate::i18n) fn all_records(n: usize) -> String {
    format!("{n} {}", if n < 2 { "fiche" } else { "fiches" })
}

/// The state of a partnership.
pub(in crate::i18n) fn partnership(state: PartnershipState) -> &'static str {
    match state {
        PartnershipState::Invited => "à l'état d'invitation",
        PartnershipState::Active => "en vigueur",
        PartnershipState::Ended => "arrivé à sa fin",
        PartnershipState::Other(_) => "dans un état que cette version ne connaît pas",
    }
}

/// The state of a relationship.
pub(in crate::i18n) fn relationship(state: RelationshipState) -> &'static str {
    match state {
        RelationshipState::Requested => "à l'état de demande",
        RelationshipState::Active => "en vigueur",
        RelationshipState::Removed => "à l'état supprimé",
        RelationshipState::Other(_) => "dans un état que cette version ne connaît pas",
    }
}

/// The state of a subscription.
pub(in crate::i18n) fn subscription(status: Status) -> &'static str {
    match status {
        Status::Active => "actif",
        Status::None => "sans état",
        Status::Pending => "en attente : le portail le rend actif",
        Status::Suspended => "suspendu",
        Status::Deleted => "annulé et supprimé",
        Status::Expired => "expiré",
        Status::Disabled => "désactivé",
        Status::Other(_) => "dans un état que cette version ne connaît pas",
    }
}

/// The state of granular admin privileges.
pub(in crate::i18n) fn privileges(status: AdminStatus) -> &'static str {
    match status {
        AdminStatus::Created => "à l'état de brouillon",
        AdminStatus::ApprovalPending => "en attente d'approbation",
        AdminStatus::Approved => "à l'état approuvé",
        AdminStatus::Activating => "en cours d'activation",
        AdminStatus::Active => "en vigueur",
        AdminStatus::Expiring => "près de l'échéance",
        AdminStatus::Expired => "arrivé à échéance",
        AdminStatus::TerminationRequested => "en instance de résiliation",
        AdminStatus::Terminating => "en cours de résiliation",
        AdminStatus::Terminated => "à l'état résilié",
        AdminStatus::Other(_) => "dans un état que cette version ne connaît pas",
    }
}

/// The state of a transfer.
pub(in crate::i18n) fn transfer(status: TransferStatus) -> &'static str {
    match status {
        TransferStatus::Active => "en attente de réponse",
        TransferStatus::InProgress => "en route",
        TransferStatus::Complete => "mené à bien",
        TransferStatus::PartiallyComplete => "mené à bien en partie",
        TransferStatus::Reject => "refusé",
        TransferStatus::Cancel => "annulé",
        TransferStatus::Expired => "éteint",
        TransferStatus::Other(_) => "dans un état que cette version ne connaît pas",
    }
}

/// Why an operation leads nowhere.
#[allow(clippy::too_many_lines)] // a table: one arm per case
pub(in crate::i18n) fn impossible(model: &Model, impossible: &Impossible) -> String {
    let name = |key: Key| shown(model, key);
    match impossible {
        Impossible::Gone(key) => format!("{} n'est plus dans le carnet.", name(*key)),
        Impossible::Standing { step, of, now, next } => {
            let what = format!("{} est {}", name(*of), Lang::Fr.standing(*now));
            let next: Vec<&str> = next.iter().map(|step| verb(*step)).collect();
            let way_on = if next.is_empty() {
                "Rien ne mène plus loin".to_owned()
            } else {
                format!("Possible maintenant : {}", next.join(", "))
            };
            format!("{what} : « {} » n'a pas lieu d'être. {way_on}.", verb(*step))
        }
        Impossible::NothingOpen(step, key) => {
            format!("Rien chez {} ne se prête à « {} ».", name(*key), verb(*step))
        }
        Impossible::NotPartners { provider, reseller } => {
            let (provider, reseller) = (name(Key::Partner(*provider)), name(Key::Partner(*reseller)));
            format!(
                "{provider} et {reseller} n'ont pas de partenariat en vigueur. Une invitation vient d'abord."
            )
        }
        Impossible::NoPartnerId(id) => {
            let name = name(Key::Partner(*id));
            format!(
                "L'ID d'emplacement (Partner ID) de {name} n'est pas connu. Les abonnements nomment un revendeur ainsi."
            )
        }
        Impossible::NotLive(id, _) => {
            let name = name(Key::Subscription(*id));
            format!(
                "{name} n'est pas en cours. Le partenaire enregistré ne change que sur un abonnement en cours."
            )
        }
        Impossible::FixedAtPurchase(id) => {
            let name = name(Key::Subscription(*id));
            format!("{name} est une réservation. Son partenaire enregistré est fixé à l'achat.")
        }
        Impossible::OtherFamily { step, of, next } => {
            let next: Vec<&str> = next.iter().map(|step| verb(*step)).collect();
            format!(
                "{} est d'un type qui ne se prête pas à « {} ». Possible maintenant : {}.",
                name(Key::Subscription(*of)),
                verb(*step),
                next.join(", ")
            )
        }
        Impossible::NearTermEnd(id) => {
            let name = name(Key::Subscription(*id));
            format!("La durée de {name} finit dans la journée. La migration se fait après le renouvellement.")
        }
        Impossible::PublicCloudOnly(id) => {
            let name = name(Key::Customer(*id));
            format!(
                "{name} n'est pas dans le cloud public. Les privilèges d'administration granulaires n'existent que là."
            )
        }
        Impossible::Field(..) => "Ce texte ne peut pas être gardé dans ce champ.".to_owned(),
        Impossible::Taken(key) => format!("{} porte déjà cet identifiant.", name(*key)),
        Impossible::NotCopied(key) => {
            format!("{} découle des fiches qu'il relie et ne se copie pas.", name(*key))
        }
        Impossible::CloudClosed(_) => {
            "Microsoft Cloud Allemagne ne prend plus de nouveaux comptes. Utilisez un compte d'une région européenne \
             dans le cloud public."
                .to_owned()
        }
        Impossible::NoAgreements(id) => format!(
            "{} est dans un cloud national. Les contrats clients ne sont enregistrés que dans le cloud public.",
            name(Key::Customer(*id))
        ),
        Impossible::Nothing => "Rien ne change : le carnet est déjà ainsi.".to_owned(),
        Impossible::NotACandidate(key) => format!("{} ne convient pas ici.", name(*key)),
        Impossible::Strays(key) => {
            format!(
                "Cette étape doit laisser {} tel quel, mais le changerait. Rien n'a été fait : signalez-le, c'est une erreur du programme.",
                name(*key)
            )
        }
        Impossible::NeverAccepted(rule) => format!(
            "{} ne peut pas être accepté : le carnet lui-même ne tiendrait plus. Corrigez ce qui y est nommé.",
            rule.text()
        ),
        Impossible::Held(id, hold) => {
            format!("{} reste où il est : {}.", name(Key::Subscription(*id)), Lang::Fr.hold(model, *hold))
        }
        Impossible::NotTogether(id) => {
            let name = name(Key::Subscription(*id));
            format!(
                "{name} est d'un autre client ou d'un autre vendeur. Ce qui part ensemble n'a qu'un client et un vendeur."
            )
        }
        Impossible::NotDirectBill(id) => {
            let name = name(Key::Partner(*id));
            format!(
                "{name} n'est pas un partenaire à facturation directe. Seul un tel partenaire passe chez un fournisseur."
            )
        }
        Impossible::NotOneCompany(from, to) => {
            let (from, to) = (name(Key::Partner(*from)), name(Key::Partner(*to)));
            format!(
                "{from} et {to} ne sont pas du même groupe. Seuls les comptes d'une même société se réunissent."
            )
        }
    }
}

/// The title of a picker.
pub(in crate::i18n) fn slot(slot: &Slot) -> &'static str {
    match slot {
        Slot::Provider { .. } => "Choisir le fournisseur qui invite",
        Slot::Reseller { .. } => "Choisir le revendeur à inviter",
        Slot::Customer { .. } | Slot::Privileges { of: Key::Partner(_), .. } => "Choisir le client",
        Slot::Partner { .. } => "Choisir le partenaire",
        Slot::ResellerWithProvider { .. } => "Choisir le revendeur qui demande avec son fournisseur",
        Slot::Via { .. } => "Choisir le fournisseur qui demande avec le revendeur",
        Slot::SupportContact { .. } => "Choisir le contact de support",
        Slot::RecordReseller { .. } => "Choisir le revendeur enregistré",
        Slot::Supporter { .. } => "Choisir le partenaire qui en assure le support",
        Slot::NewSeller { .. } => "Choisir le partenaire vers lequel passe l'activité",
        Slot::NewReseller { .. } => "Choisir le revendeur enregistré après le déplacement",
        Slot::FurtherProvider { .. } => "Choisir le fournisseur indirect supplémentaire",
        Slot::ProviderInstead { .. } => "Choisir le fournisseur indirect dont il devient revendeur",
        Slot::OtherAccount { .. } => "Choisir le compte qui reprend l'activité",
        Slot::Privileges { .. } => "Choisir le partenaire qui reçoit des privilèges d'administration",
        Slot::Open { step, .. } => match step {
            Verb::AcceptPartnership | Verb::WithdrawInvitation => "Choisir l'invitation",
            Verb::EndPartnership => "Choisir le partenariat",
            Verb::SendPrivileges => "Choisir le brouillon",
            Verb::ApprovePrivileges
            | Verb::SucceedPrivileges
            | Verb::EndPrivileges
            | Verb::RemovePrivileges => "Choisir les privilèges d'administration",
            Verb::AcceptRelationship | Verb::WithdrawRequest => "Choisir la demande",
            _ => "Choisir la relation de revendeur",
        },
        Slot::Field { .. } => "Choisir la valeur",
    }
}

/// The label of a value that an operation asks for.
pub(in crate::i18n) fn blank(blank: Blank) -> &'static str {
    match blank {
        Blank::AgreementKind => "contrat",
        Blank::AgreementWay => "accepté comment",
        Blank::AttestedBy => "attesté par",
        Blank::AgreedOn => "accepté le",
        Blank::FirstName => "prénom du signataire",
        Blank::LastName => "nom du signataire",
        Blank::Email => "e-mail du signataire",
        Blank::Phone => "téléphone du signataire",
        Blank::LocationId => "ID d'emplacement (ID partenaire)",
        Blank::LocationCountry => "pays de l'emplacement",
    }
}

/// What a fix does.
pub(in crate::i18n) fn fix(model: &Model, kind: FixKind) -> String {
    let partner = |id: TenantId| shown(model, Key::Partner(id));
    let customer = |id: TenantId| shown(model, Key::Customer(id));
    let fixed = match kind {
        FixKind::EditValue(key, _) => return format!("modifier {}", shown(model, key)),
        FixKind::MakePartners(provider, reseller) => {
            return format!("créer le partenariat de {} et {}", partner(provider), partner(reseller));
        }
        FixKind::EndPartnership(provider, reseller) => {
            return format!("mettre fin au partenariat de {} et {}", partner(provider), partner(reseller));
        }
        FixKind::Relate(p, c) => {
            return format!("ajouter une relation de revendeur de {} avec {}", partner(p), customer(c));
        }
        FixKind::GrantPrivileges(p, c) => {
            return format!("donner à {} des privilèges d'administration chez {}", partner(p), customer(c));
        }
        FixKind::Accept(rule, key) => {
            let name = shown(model, key);
            return format!("accepter {} ({name}), avec un motif et une date de fin", rule.text());
        }
        FixKind::RemoveRecord(key) => return format!("supprimer {}", shown(model, key)),
        FixKind::BuyPlan(p, c) => {
            return format!("faire acheter un plan Azure par {} pour {}", partner(p), customer(c));
        }
        FixKind::LetAsk(p) => return format!("faire demander le transfert par {}", partner(p)),
        FixKind::TidyPartnerId => "ne garder que les chiffres",
        FixKind::UseLocationId => "prendre l'ID d'emplacement de ce compte",
        FixKind::CorrectCountry => "prendre le bon code de pays",
        FixKind::UseMarketCurrency => "prendre la devise du marché",
        FixKind::SwapSides => "échanger fournisseur et revendeur",
        FixKind::BackToInvited => "revenir à l'invitation",
        FixKind::EndToday => "y mettre fin aujourd'hui",
        FixKind::DropDouble => "retirer le partenariat en double",
        FixKind::ChooseProvider => "choisir un autre fournisseur",
        FixKind::ChooseReseller => "choisir un autre revendeur",
        FixKind::ChoosePartner => "choisir un autre partenaire",
        FixKind::ChooseCustomer => "choisir un autre locataire client",
        FixKind::BackToRequested => "revenir à la demande",
        FixKind::RequestAgain => "refaire la demande",
        FixKind::RequestThroughProvider => "demander avec le fournisseur",
        FixKind::Suspend => "suspendre ce qui est en cours",
        FixKind::Cancel => "annuler les réservations",
        FixKind::ChooseRecord => "choisir le revendeur enregistré",
        FixKind::ClearRecord => "effacer le partenaire enregistré",
        FixKind::ChooseSupport => "choisir un autre contact de support",
        FixKind::ResetSupport => "laisser le support au vendeur",
        FixKind::ChooseSeller => "choisir le vendeur",
        FixKind::ClearSeller => "effacer le vendeur",
        FixKind::TidyFurther => "nommer chaque autre partenaire une fois",
        FixKind::StopRenewal => "laisser expirer sans renouvellement",
        FixKind::MarkWanted => "marquer les deux comme voulus",
        FixKind::SeparateTenant => "prendre un locataire client à part",
        FixKind::Reactivate => "le réactiver",
        FixKind::Cascade => "lui faire suivre sa base",
        FixKind::RenewOn => "activer le renouvellement",
        FixKind::DropSchedule => "abandonner le changement prévu",
        FixKind::DecideRenewal => "marquer le renouvellement comme décidé",
        FixKind::ClampQuantity => "prendre le nombre de sièges permis le plus proche",
        FixKind::ReplaceDelegated => "les remplacer par des granulaires",
        FixKind::ClampDuration => "prendre la durée permise la plus proche",
        FixKind::NameFreely => "lui donner un nom libre",
        FixKind::SwitchOffExtension => "désactiver la prolongation",
        FixKind::DropGlobalAdmin => "retirer l'administrateur général",
        FixKind::SucceedPrivileges => "préparer un successeur",
        FixKind::ExtendPrivileges => "le laisser se prolonger de 180 jours",
        FixKind::SendPrivileges => "envoyer le successeur pour approbation",
        FixKind::ApprovePrivileges => "noter que le client a approuvé",
        FixKind::MarkExpired => "le noter comme expiré",
        FixKind::ComputeEnd => "déduire l'échéance de la durée",
        FixKind::EndPrivileges => "mettre fin à ces privilèges",
        FixKind::ChooseParty => "choisir un autre partenaire pour le transfert",
        FixKind::DropItem => "le laisser hors du transfert",
        FixKind::AddBase => "transférer la base avec lui",
        FixKind::AddSuccessor => "ajouter son enregistrement chez la cible",
        FixKind::MarkReviewed => "noter les rôles comme vérifiés",
        FixKind::AcceptAgreement(c) => return format!("laisser {} accepter le contrat client", customer(c)),
        FixKind::Attest(c) => return format!("enregistrer un contrat client de {}", customer(c)),
        FixKind::UseAttester(p) => return format!("laisser {} l'attester", partner(p)),
        FixKind::AgreedToday => "le dater d'aujourd'hui",
        FixKind::DropDoubleAgreement => "garder chaque contrat une fois",
        FixKind::AddStub => "ajouter un revendeur avec cet ID partenaire",
        FixKind::EmptyField => "vider le champ",
        FixKind::TidyNumber => "ne garder que lettres et chiffres",
        FixKind::ClearReference => "effacer la référence",
    };
    fixed.to_owned()
}

/// What stays or is lost.
pub(in crate::i18n) fn matter(matter: Matter, n: usize) -> String {
    match matter {
        Matter::Customers => format!("{} en commun", records(TableName::Customer, n)),
        Matter::Subscriptions => {
            format!("{} au nom du revendeur", records(TableName::Subscription, n))
        }
        Matter::DelegatedPrivileges => format!("privilèges d'administration délégués ({n})"),
        Matter::GranularPrivileges => format!("privilèges d'administration granulaires ({n})"),
        Matter::AzureRoles => "rôles sur les ressources Azure".to_owned(),
        Matter::OtherPartners => {
            format!("{} d'autres partenaires", records(TableName::Relationship, n))
        }
        Matter::ProviderAccess => "accès d'administration du fournisseur au compte du revendeur".to_owned(),
        Matter::NewOrders => "nouvelles commandes et modifications de commandes".to_owned(),
        Matter::AddOns => format!("ses compléments ({n})"),
        Matter::ScheduledChange => "ce qui est prévu pour la fin de sa durée".to_owned(),
        Matter::SupportContact => format!("contact de support de {}", records(TableName::Subscription, n)),
        Matter::Relationships => format!("{} avec ses clients", records(TableName::Relationship, n)),
        Matter::Reseller => format!("revendeur de {}", records(TableName::Subscription, n)),
        Matter::Seller => format!("vendeur de {}", records(TableName::Subscription, n)),
        Matter::Partnerships => format!("{}, à terminer aussi", records(TableName::Partnership, n)),
    }
}
