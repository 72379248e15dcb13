//! Error objects of the API that were saved instead of data, and what their codes mean (`domain/exchange.md`
//! section 6). No sentences.

use super::json::Json;

/// What an error code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A tenant id that is no GUID, or a Partner ID that is no number.
    MalformedId,
    /// The Partner ID is unknown, not migrated or not a reseller's; or the tenant is unknown.
    PartnerRefused,
    /// The reseller's region is not the provider's.
    RegionDiffers,
    /// The Microsoft Partner Agreement is not signed.
    PartnerAgreementMissing,
    /// The subscription cannot be changed so: suspended, deleted, out of limits.
    SubscriptionLocked,
    /// The partner may not sell in the country.
    CountryNotOpen,
    /// The partner of record is refused.
    PartnerOfRecordRefused,
    /// The partner of record is not an authorised active reseller.
    PartnerOfRecordNotActive,
    /// The customer agreement is missing.
    CustomerAgreementMissing,
    /// Partner and customer have no commercial relationship.
    NoRelationship,
    /// A child subscription does not go with its parent.
    ParentAndChild,
    /// The registration number or the phone is refused.
    RegistrationRefused,
    /// Fewer seats, suspension or renewal are refused.
    SeatsRefused,
    /// The transfer exists, is in the wrong state, failed or is locked.
    TransferState,
    /// The window for cancelling is over.
    CancellationOver,
    /// The target's plan or the product does not allow the transfer.
    TransferProduct,
    /// The national cloud does not allow it.
    NationalCloud,
    /// The source partner is wrong or is the target.
    TransferSource,
    /// Too many requests.
    Throttled,
}

/// An error that was saved by mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedError {
    /// The code, as written.
    pub code: String,
    /// What the API said, from outside: show it with care.
    pub description: String,
    /// The part of the API that said it; a code is unique only together with it.
    pub source: String,
    /// What the code means, when it is known.
    pub meaning: Option<Meaning>,
}

/// Reads an error object; nothing when it is none.
pub fn read(json: &Json) -> Option<SavedError> {
    let text = |key: &str| json.get(key).and_then(Json::scalar).unwrap_or_default();
    let (code, description) = if json.has("code") && json.has("description") {
        (text("code"), text("description"))
    } else if json.has("statusCode") && json.has("message") {
        (text("statusCode"), text("message"))
    } else {
        let inner = json.get("error").filter(|inner| inner.has("code") && inner.has("message"))?;
        return Some(of_graph(inner));
    };
    let source = text("source");
    let meaning = meaning(&code, &source);
    Some(SavedError { code, description, source, meaning })
}

/// Microsoft Graph wraps its errors: `{"error": {"code": …, "message": …}}`.
fn of_graph(inner: &Json) -> SavedError {
    let text = |key: &str| inner.get(key).and_then(Json::scalar).unwrap_or_default();
    SavedError { code: text("code"), description: text("message"), source: String::new(), meaning: None }
}

/// Gives the meaning of a code. 2000, 2001 and 3000 are used again by other parts of the API.
fn meaning(code: &str, source: &str) -> Option<Meaning> {
    let checks_ids = source == "PartnerApiServiceControllers" || source == "ComplianceController";
    Some(match code.trim().parse::<u32>().ok()? {
        429 => Meaning::Throttled,
        2000 | 2001 if checks_ids => Meaning::MalformedId,
        2200 | 2204 | 2205 => Meaning::PartnerRefused,
        2201 => Meaning::RegionDiffers,
        2203 | 2206 | 900_123 | 900_124 => Meaning::PartnerAgreementMissing,
        2001 | 2002 | 2006 | 2011 | 2054 => Meaning::SubscriptionLocked,
        2030 => Meaning::CountryNotOpen,
        2072 | 800_015 | 800_016 | 800_098 => Meaning::PartnerOfRecordRefused,
        900_400 | 900_414 => Meaning::PartnerOfRecordNotActive,
        13605 => Meaning::CustomerAgreementMissing,
        20002 => Meaning::NoRelationship,
        27009 | 800_029 | 900_115 => Meaning::ParentAndChild,
        600_002 | 600_049..=600_051 => Meaning::RegistrationRefused,
        800_090 | 800_091 | 800_093 => Meaning::SeatsRefused,
        900_101..=900_104 => Meaning::TransferState,
        900_117 => Meaning::CancellationOver,
        900_131..=900_134 | 900_145 | 900_146 => Meaning::TransferProduct,
        900_138 => Meaning::NationalCloud,
        900_147 | 900_148 => Meaning::TransferSource,
        _ => return None,
    })
}

impl Meaning {
    /// Gives the rules that say the same offline.
    pub fn rules(self) -> &'static [&'static str] {
        match self {
            Self::MalformedId => &["R-ID-001", "R-ID-002"],
            Self::PartnerRefused => &["R-ENR-002"],
            Self::RegionDiffers => &["R-REG-002"],
            Self::PartnerAgreementMissing => &["R-ENR-001"],
            Self::SubscriptionLocked => &["R-SUB-001", "R-SUB-002", "R-SUB-003"],
            Self::CountryNotOpen => &["R-REG-007"],
            Self::PartnerOfRecordRefused => &["R-REL-006", "R-REL-007"],
            Self::PartnerOfRecordNotActive => &["R-ENR-003"],
            Self::CustomerAgreementMissing => &["R-ENR-007"],
            Self::NoRelationship => &["R-REL-001"],
            Self::ParentAndChild => &["R-SUB-008"],
            Self::RegistrationRefused => &["R-HYG-004"],
            Self::SeatsRefused => &["R-SUB-002", "R-SUB-004", "R-SUB-007"],
            Self::TransferState => &["R-TRF-003", "R-TRF-004"],
            Self::CancellationOver => &["R-SUB-005"],
            Self::TransferProduct => &["R-TRF-002", "R-TRF-003"],
            Self::NationalCloud => &["R-REG-004"],
            Self::TransferSource => &["R-TRF-001"],
            Self::Throttled => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved(text: &str) -> Option<SavedError> {
        read(&super::super::json::parse(text).unwrap().0)
    }

    #[test]
    fn the_same_code_means_different_things_by_source() {
        let error = |source: &str| format!(r#"{{"code": 2001, "description": "x", "source": "{source}"}}"#);
        assert_eq!(saved(&error("ComplianceController")).unwrap().meaning, Some(Meaning::MalformedId));
        assert_eq!(saved(&error("PartnerFD")).unwrap().meaning, Some(Meaning::SubscriptionLocked));
    }

    #[test]
    fn codes_are_numbers_or_text_and_unknown_ones_stay() {
        let region = saved(r#"{"code": "2201", "description": "doesn’t match"}"#).unwrap();
        assert_eq!(region.meaning.map(Meaning::rules), Some(["R-REG-002"].as_slice()));
        let unknown = saved(r#"{"code": 424242, "description": "x", "data": []}"#).unwrap();
        assert_eq!((unknown.code.as_str(), unknown.meaning), ("424242", None));
        assert_eq!(
            saved(r#"{"statusCode": 429, "message": "wait"}"#).unwrap().meaning,
            Some(Meaning::Throttled)
        );
        assert_eq!(saved(r#"{"error": {"code": "Forbidden", "message": "no"}}"#).unwrap().code, "Forbidden");
        assert_eq!(saved(r#"{"code": 1}"#), None);
    }
}
