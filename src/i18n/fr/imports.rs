//! Français : ce qu’une importation dit de ses fichiers.

use crate::exchange::{Fault, Kind, Meaning, NoteKind, Reason, SIZE_CAP, Unreadable};
use crate::i18n::imports::Imports;

pub(in crate::i18n) static IMPORTS: Imports = Imports {
    head: |name, kind, new, changed, same| {
        format!("{name} : {kind}. {new} nouveaux, {changed} modifiés, {same} identiques.")
    },
    not_imported: |name, kind| format!("{name} : {kind}, pas encore importé. Rien n'en a été pris."),
    saved_error: |name, code, description, meaning| {
        format!(
            "{name} : une erreur a été enregistrée à la place des données (code {code}{meaning}) : {description} Redemandez au portail et enregistrez la réponse."
        )
    },
    not_json: |name, line, column, fault| {
        format!("{name} : illisible : ligne {line}, colonne {column} : {fault}. Rien n'en a été pris.")
    },
    unreadable: |name, why| format!("{name} : ne peut pas être ouvert : {why}."),
    incomplete: |announced, in_file| match announced {
        Some(n) => format!("  incomplet : {n} annoncés, {in_file} dans le fichier"),
        None => format!("  incomplet : {in_file} dans le fichier, d'autres pages existent"),
    },
    tolerated: |n, line| {
        format!("  {n} commentaires ou virgules en trop ont été ignorés, le premier ligne {line}")
    },
    encoding: "  pas en UTF-8 : lu en Windows-1252, vérifiez les accents",
    replaced: |n| format!("  {n} caractères illisibles"),
    lost_mark: "  une marque d'ordre d'octets perdue a été ignorée",
    note: |item, field, what, raw| format!("  ligne {item}, {field} : {what}{raw}"),
    aside: |item, why| format!("  la ligne {item} est mise de côté : {why}"),
    more: |n| format!("  et {n} autres du même genre"),
    unknown: |list| format!("  champs inconnus, ignorés : {list}"),
    records: |list| format!("  dans le carnet : {list}"),
    record_new: |n, what| format!("{n} nouveaux ({what})"),
    record_changed: |n, what| format!("{n} modifiés ({what})"),
    link: |partner| format!("  le lien est celui du partenaire {partner} ; il ne change rien"),
    away: |n| format!("  {n} sont prévus pour partir et restent absents"),
    confirmed: |n| format!("  {n} du carnet sont confirmés par le portail"),
    need_us: "il ne dit pas de qui est cet export",
    need_customer: "il ne dit pas de quel client il s'agit",
    needs: |name, what| format!("{name} : {what}. Dites-le, puis le fichier est lu."),
    kind,
    kind_of_note,
    meaning,
    fault,
    why_unreadable,
    why_aside,
};

fn kind(it: Kind) -> &'static str {
    match it {
        Kind::Customers => "clients",
        Kind::Customer => "un client",
        Kind::ResellersOfProvider => "revendeurs d'un fournisseur",
        Kind::ProvidersOfReseller => "fournisseurs d'un revendeur",
        Kind::ResellersOfCustomer => "revendeurs d'un client",
        Kind::RelationshipRequest => "lien de demande de relation",
        Kind::Subscriptions => "abonnements",
        Kind::Subscription => "un abonnement",
        Kind::SupportContact => "contact de support d'un abonnement",
        Kind::Agreements => "contrats d'un client",
        Kind::GdapRelationships => "relations d'administration granulaires (GDAP)",
        Kind::GdapRelationship => "une relation d'administration granulaire (GDAP)",
        Kind::CustomerRequest => "demande de nouveau client",
        Kind::RelationRemoval => "suppression d'une relation",
        Kind::CompanyProfile => "profil d'entreprise d'un client",
        Kind::CustomerBillingProfile => "profil de facturation d'un client",
        Kind::Qualifications => "qualifications",
        Kind::AgreementMetadata => "modèles de contrats",
        Kind::AgreementStatus => "état d'un contrat",
        Kind::AgreementDocument => "document d'un contrat",
        Kind::PartnerProfile => "profil d'un ID partenaire",
        Kind::OwnProfile => "profil du compte",
        Kind::SandboxReseller => "revendeur en bac à sable",
        Kind::ResellerAnalytics => "analyse des revendeurs",
        Kind::SubscriptionAnalytics => "analyse des abonnements",
        Kind::Orders => "commande",
        Kind::Carts => "panier",
        Kind::Entitlements => "droits",
        Kind::AzureEntitlements => "droits Azure",
        Kind::Transfers => "transfert",
        Kind::TransferEligibility => "éligibilité au transfert",
        Kind::Migrations => "migration vers la nouvelle expérience",
        Kind::Transitions => "transition vers un autre produit",
        Kind::Conversions => "conversion d'un essai",
        Kind::ProvisioningStatus => "état d'approvisionnement",
        Kind::PartnerOfRecordCheck => "contrôle du revendeur associé",
        Kind::Licences => "licences",
        Kind::Users => "utilisateurs",
        Kind::ServiceRequests => "demandes de service",
        Kind::WebhookEvent => "événement de webhook",
        Kind::Invoices => "facture",
        Kind::Offers => "offres",
        Kind::Products => "produits",
        Kind::ManagedServices => "services gérés",
        Kind::Utilization => "utilisation d'Azure",
        Kind::CountryRules => "règles d'un pays",
        Kind::ValidationCodes => "codes de validation",
        Kind::AuditRecords => "journal d'activité",
        Kind::StateChange => "changement d'état",
        Kind::DapReport => "rapport des privilèges délégués",
        Kind::GdapRequest => "demande de relation d'administration granulaire",
        Kind::GdapAssignments => "attributions d'accès (GDAP)",
        Kind::GdapCustomers => "clients avec relations granulaires",
        Kind::OtherGraph => "autres données de Microsoft Graph",
        Kind::PowerShellJson => "JSON de PowerShell",
        Kind::PowerShellCsv => "CSV de PowerShell",
        Kind::PortalCustomersCsv => "liste des clients du portail",
        Kind::PortalSubscriptionsCsv => "liste des abonnements du portail",
        Kind::ActivityLogCsv => "journal d'activité du portail",
        Kind::UserTemplateCsv => "modèle des utilisateurs du portail",
        Kind::BillingCsv => "fichier de rapprochement",
        Kind::InsightsTsv => "téléchargement Insights",
        Kind::OtherDelimited => "texte délimité",
        Kind::EmptyList => "liste vide",
        Kind::OtherJson => "JSON de type inconnu",
        Kind::OtherText => "texte de type inconnu",
    }
}

fn kind_of_note(it: NoteKind) -> &'static str {
    match it {
        NoteKind::Placeholder => "un texte de remplacement, ignoré",
        NoteKind::NotAnId => "pas un ID, ignoré",
        NoteKind::TooLong => "plus long qu'un champ ne peut l'être, ignoré",
        NoteKind::ExampleId => {
            "un ID d'exemple de la documentation : plusieurs locataires peuvent le partager"
        }
        NoteKind::NotANumber => "pas un nombre, ignoré",
        NoteKind::NotAFlag => "ni vrai ni faux, ignoré",
        NoteKind::NotADate => "pas une date, ignoré",
        NoteKind::NoZone => "une heure sans fuseau, lue en UTC",
        NoteKind::BlanksInDate => "une date avec des espaces, lue sans eux",
        NoteKind::UnknownValue => "une valeur inconnue, gardée telle quelle",
        NoteKind::NotDigits => "un ID partenaire qui n'est pas en chiffres, ignoré",
        NoteKind::WrongShape => "pas la forme attendue, ignoré",
        NoteKind::Secret => "un secret, écarté et jamais stocké",
        NoteKind::Disagrees => "deux champs se contredisent ; le premier compte",
        NoteKind::RequestBody => "un corps envoyé, pas une réponse du portail",
        NoteKind::Overruled => "le portail dit autre chose sur un changement prévu ; le portail compte",
        NoteKind::RoleUnknown => {
            "le partenaire de cet export n'a pas de rôle dans le carnet : vendeur et canal restent inconnus"
        }
    }
}

fn meaning(it: Meaning) -> &'static str {
    match it {
        Meaning::MalformedId => "un ID est mal formé",
        Meaning::PartnerRefused => "l'ID partenaire ou le locataire n'est pas celui d'un revendeur",
        Meaning::RegionDiffers => "la région du revendeur n'est pas celle du fournisseur",
        Meaning::PartnerAgreementMissing => "le contrat partenaire Microsoft n'est pas signé",
        Meaning::SubscriptionLocked => "l'abonnement ne peut pas être modifié ainsi",
        Meaning::CountryNotOpen => "le partenaire ne peut pas vendre dans ce pays",
        Meaning::PartnerOfRecordRefused => "le revendeur associé est refusé",
        Meaning::PartnerOfRecordNotActive => "le revendeur associé n'est pas un revendeur actif autorisé",
        Meaning::CustomerAgreementMissing => "le contrat client manque",
        Meaning::NoRelationship => "partenaire et client n'ont pas de relation",
        Meaning::ParentAndChild => "un abonnement enfant ne va pas avec son parent",
        Meaning::RegistrationRefused => "le numéro d'enregistrement ou le téléphone est refusé",
        Meaning::SeatsRefused => "licences, suspension ou renouvellement sont refusés",
        Meaning::TransferState => "le transfert est dans un mauvais état",
        Meaning::CancellationOver => "la période d'annulation est terminée",
        Meaning::TransferProduct => "le produit ne permet pas le transfert",
        Meaning::NationalCloud => "le cloud national ne le permet pas",
        Meaning::TransferSource => "le partenaire source est incorrect",
        Meaning::Throttled => "trop de demandes",
    }
}

fn fault(it: Fault) -> &'static str {
    match it {
        Fault::SmartQuote => "un guillemet typographique à la place de \"",
        Fault::BadEscape => "une barre oblique inverse devant un caractère sans échappement",
        Fault::SecondDocument => "un second document commence ici : enregistrez chacun dans son fichier",
        Fault::TrailingText => "il y a du texte après la fin",
        Fault::TooDeep => "les objets sont imbriqués trop profondément",
        Fault::TooMany => "le fichier contient trop de valeurs : exportez-le en plusieurs parties",
        Fault::CutOff => "le texte s'arrête au milieu : exportez-le à nouveau",
        Fault::ControlCharacter => "un saut de ligne ou un caractère de contrôle dans un texte",
        Fault::BarePlaceholder => "un texte de remplacement sans guillemets",
        Fault::BareKey => "une clé sans guillemets",
        Fault::Unclosed => "une accolade ou un crochet précédent n'est pas fermé",
        Fault::MissingComma => "il manque une virgule avant ceci",
        Fault::MissingColon => "il manque un deux-points après une clé",
        Fault::BadNumber => "ce nombre est hors limites",
        Fault::Unexpected => "ceci n'a rien à faire ici",
    }
}

fn why_unreadable(it: &Unreadable) -> String {
    match it {
        Unreadable::TooLarge { bytes } => format!(
            "il est trop grand ({bytes} octets, {SIZE_CAP} au plus sont lus) : exportez-le en plusieurs parties"
        ),
        Unreadable::NotAFile => "ce n'est pas un fichier".to_owned(),
        Unreadable::Empty => "il est vide".to_owned(),
        Unreadable::WebPage => {
            "c'est une page web, souvent la page de connexion : exportez à nouveau".to_owned()
        }
        Unreadable::Workbook => "c'est un classeur ou une archive : enregistrez-le en JSON".to_owned(),
        Unreadable::Binary => "ce n'est pas du texte".to_owned(),
    }
}

fn why_aside(it: &Reason) -> String {
    match it {
        Reason::NotAnObject => "ce n'est pas un objet".to_owned(),
        Reason::NoId => "elle n'a pas d'ID".to_owned(),
        Reason::BadId(raw) => format!("son ID n'en est pas un : {}", raw.show()),
        Reason::TwoValues(raw) => {
            format!("la clé {} y est deux fois avec des valeurs différentes", raw.show())
        }
        Reason::OtherKind(raw) => format!("elle est d'un autre type : {}", raw.show()),
        Reason::NoSubscription => "elle ne nomme pas son abonnement".to_owned(),
        Reason::UnknownSubscription(raw) => {
            format!("son abonnement n'est pas dans le carnet : {}", raw.show())
        }
    }
}
