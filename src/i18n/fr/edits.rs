//! French: edits, what they did, why they lead nowhere, what mends them.

use crate::edit::fix::FixKind;
use crate::edit::ops::Blank;
use crate::edit::{Impossible, Matter, Slot};
use crate::i18n::Lang;
use crate::i18n::edits::{Told, shown};
use crate::i18n::fr::verbs::{many, one, verb};
use crate::model::{Key, Model, PartnershipState, RelationshipState, TableName, TenantId, Verb};

/// What a step did.
pub(in crate::i18n) fn step(verb: Verb, told: &Told) -> String {
    match told {
        Told::One(a, b, c) => one(verb, a, b, c),
        Told::Many(table, n) => many(verb, &records(*table, *n)),
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

/// Why an operation leads nowhere.
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
    }
}

/// The title of a picker.
pub(in crate::i18n) fn slot(slot: &Slot) -> &'static str {
    match slot {
        Slot::Provider { .. } => "Choisir le fournisseur qui invite",
        Slot::Reseller { .. } => "Choisir le revendeur à inviter",
        Slot::Customer { .. } => "Choisir le client",
        Slot::Partner { .. } => "Choisir le partenaire",
        Slot::ResellerWithProvider { .. } => "Choisir le revendeur qui demande avec son fournisseur",
        Slot::Via { .. } => "Choisir le fournisseur qui demande avec le revendeur",
        Slot::SupportContact { .. } => "Choisir le contact de support",
        Slot::RecordReseller { .. } => "Choisir le revendeur enregistré",
        Slot::Supporter { .. } => "Choisir le partenaire qui en assure le support",
        Slot::Open { step, .. } => match step {
            Verb::AcceptPartnership | Verb::WithdrawInvitation => "Choisir l'invitation",
            Verb::EndPartnership => "Choisir le partenariat",
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
        FixKind::RemoveRecord(key) => return format!("supprimer {}", shown(model, key)),
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
        Matter::SupportContact => format!("contact de support de {}", records(TableName::Subscription, n)),
    }
}
