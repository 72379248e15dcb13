//! Agreements of a customer. The customer is in the request alone.

use crate::exchange::fields::Fields;
use crate::model::{Agreement, AgreementKind, AgreementWay, Moment, Text};

/// Reads an agreement; the user id of a partner's employee is not kept, but says that the partner attested it.
pub fn read(row: &mut Fields<'_, '_>) -> Option<Agreement> {
    row.skip(&["agreementLink", "links"]);
    let user = row.text("userId");
    let [first_name, last_name, email, phone] = row.object("primaryContact", contact).unwrap_or_default();
    Some(Agreement {
        kind: row
            .word("type", AgreementKind::known, AgreementKind::read)
            .unwrap_or(AgreementKind::MicrosoftCloudAgreement),
        way: user.map(|_| AgreementWay::PartnerAttested),
        date: row.moment("dateAgreed").map(Moment::day),
        first_name,
        last_name,
        email,
        phone,
        template_id: row.guid("templateId"),
        attested_by: None,
    })
}

fn contact(contact: &mut Fields<'_, '_>) -> [Text; 4] {
    ["firstName", "lastName", "email", "phoneNumber"].map(|name| contact.text(name).unwrap_or_default())
}
