//! Rows of relationships between partners, and the link that asks a customer for one.

use crate::exchange::fields::Fields;
use crate::exchange::note::{NoteKind, Reason};
use crate::exchange::scalar;
use crate::model::{Country, PartnerId, PartnershipState, TenantId, Text};

/// The other partner of a relationship. Which side it is follows from the kind of the file.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // each field is the model's field of its name, when the export carries it
pub struct PartnerRow {
    pub tenant: TenantId,
    pub name: Option<Text>,
    pub partner_id: Option<PartnerId>,
    pub country: Option<Country>,
    /// Where the partnership stands; a list names only what is there, so that none means active.
    pub state: Option<PartnershipState>,
}

/// What a link that asks for a relationship says; the link itself is not kept.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkRow {
    /// The partner that asks.
    pub partner: Option<TenantId>,
    /// Its provider's or its own id in the link (`msppId`); 0 says nothing.
    pub mspp: Option<PartnerId>,
    /// Whether delegated admin privileges are asked for.
    pub privileges: Option<bool>,
}

/// The direction that the rows of a list have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The rows are resellers.
    Resellers,
    /// The rows are providers.
    Providers,
}

/// Reads a partner of a list with this direction; a row of the other one is put aside.
pub fn read(direction: Direction, row: &mut Fields<'_, '_>) -> Option<PartnerRow> {
    let tenant = row.key("id")?;
    row.skip(&["links"]);
    let kind = row.text("relationshipType").unwrap_or_default();
    let plain = kind.raw().replace('_', "").to_ascii_lowercase();
    let expected = match direction {
        Direction::Resellers => "isindirectcloudsolutionproviderof",
        Direction::Providers => "isindirectresellerof",
    };
    if plain != expected {
        return row.refuse(Reason::OtherKind(kind));
    }
    Some(PartnerRow {
        tenant: TenantId(tenant),
        name: row.text("name"),
        partner_id: row.partner_id("mpnId"),
        country: row.country("location"),
        state: row.word("state", PartnershipState::known, PartnershipState::read),
    })
}

/// Reads the parts of the link that asks a customer for a relationship.
pub fn read_link(row: &mut Fields<'_, '_>) -> Option<LinkRow> {
    let url = row.text("url").unwrap_or_default();
    let query = url.raw().split_once('?').map_or("", |(_, rest)| rest).split('#').next().unwrap_or_default();
    let part = |name: &str| {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    };
    let partner = part("partnerId").and_then(scalar::guid).map(TenantId);
    if partner.is_none() {
        row.note("url", NoteKind::NotAnId, part("partnerId").unwrap_or_default());
    }
    Some(LinkRow {
        partner,
        mspp: part("msppId").filter(|id| *id != "0").and_then(PartnerId::imported),
        privileges: part("DAP").map(|flag| flag.eq_ignore_ascii_case("true")),
    })
}
