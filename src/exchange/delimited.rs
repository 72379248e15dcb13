//! Delimited text by its header: which export it is. It is named only; reading it is not part of this module.

use super::kind::Kind;

/// Headers that only one kind of file has, lower case; all words of a line must be there.
const HEADERS: [(&[&str], Kind); 12] = [
    (&["microsoft id", "company name"], Kind::PortalCustomersCsv),
    (&["id microsoft", "nom de domaine principal"], Kind::PortalCustomersCsv),
    (&["subscription id", "subscription", "quantity"], Kind::PortalSubscriptionsCsv),
    (&["id d'abonnement", "abonnement"], Kind::PortalSubscriptionsCsv),
    (&["date-time", "affected customer"], Kind::ActivityLogCsv),
    (&["first name", "last name", "status update"], Kind::UserTemplateCsv),
    (&["mpnid", "pga_mpnid"], Kind::InsightsTsv),
    (&["customertenantid", "mpnid", "saleschannel"], Kind::InsightsTsv),
    (&["resellermpnid", "indirectprovidermpnid"], Kind::InsightsTsv),
    (&["mpnid", "chargetype"], Kind::BillingCsv),
    (&["mpnid", "entitlementid"], Kind::BillingCsv),
    (&["resellermpnid", "customerid"], Kind::BillingCsv),
];

/// Headers of the PowerShell module's objects, which come without a type line from version 7.
const OBJECTS: [&[&str]; 3] = [
    &["customerid", "relationshiptopartner"],
    &["subscriptionid", "offerid", "entitlementid"],
    &["mpnid", "relationshiptype"],
];

/// So much of a line is looked at, in bytes: no header is longer, and a line may be as long as the file.
const HEADER: usize = 64 * 1024;

/// Tells what text that is not JSON is, by its first line.
pub fn kind_of(text: &str) -> Kind {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let first = &first[..first.floor_char_boundary(HEADER)];
    if first.starts_with("#TYPE") {
        return Kind::PowerShellCsv;
    }
    let best = [',', ';', '\t'].into_iter().map(|delimiter| names(first, delimiter)).max_by_key(Vec::len);
    let names = best.unwrap_or_default();
    if names.len() < 2 {
        return Kind::OtherText;
    }
    let whole = |words: &[&str]| words.iter().all(|word| names.iter().any(|name| name == word));
    if OBJECTS.iter().any(|words| whole(words)) && !whole(&["chargetype"]) {
        return Kind::PowerShellCsv;
    }
    HEADERS
        .iter()
        .find_map(|(words, kind)| whole(words).then_some(*kind))
        .unwrap_or_else(|| unknown(first, text))
}

fn names(line: &str, delimiter: char) -> Vec<String> {
    line.split(delimiter).map(|name| name.trim().trim_matches('"').trim().to_lowercase()).collect()
}

/// Two lines that split alike look like a table; prose does not.
fn unknown(first: &str, text: &str) -> Kind {
    let second = text.lines().filter(|line| !line.trim().is_empty()).nth(1);
    let alike = |delimiter: char| {
        let count = |line: &str| line.matches(delimiter).count();
        count(first) > 0 && second.is_none_or(|line| count(line) == count(first))
    };
    if [',', ';', '\t'].into_iter().any(alike) { Kind::OtherDelimited } else { Kind::OtherText }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_name_their_export_whatever_the_delimiter_and_the_case() {
        let cases = [
            ("Microsoft ID,Company name,Primary domain name,Relationship\n", Kind::PortalCustomersCsv),
            ("\"Subscription ID\";\"Subscription\";\"QUANTITY\";Status\n", Kind::PortalSubscriptionsCsv),
            ("MPNId\tPartnerName\tPGA_MPNId\n", Kind::InsightsTsv),
            ("PartnerId,CustomerId,MpnId,ResellerMpnId,ChargeType\n", Kind::BillingCsv),
            ("#TYPE Selected.X\n\"a\"\n", Kind::PowerShellCsv),
            ("\"CustomerId\",\"Domain\",\"Name\",\"RelationshipToPartner\"\n", Kind::PowerShellCsv),
            ("a;b;c\n1;2;3\n", Kind::OtherDelimited),
            ("Dear all, hello\nno table here\n", Kind::OtherText),
            ("hello", Kind::OtherText),
            (&",".repeat(10_000_000), Kind::OtherDelimited),
        ];
        for (text, kind) in cases {
            assert_eq!(kind_of(text), kind, "{text}");
        }
    }
}
