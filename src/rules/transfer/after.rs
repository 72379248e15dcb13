//! What is left to do after a transfer (R-TRF-005).

use super::{field, lacks};
use crate::model::{Key, SubscriptionId, TenantId, Transfer, TransferField, TransferStatus};
use crate::rules::catalogue::Look;
use crate::rules::fact::Missing;
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// R-TRF-005: what was moved goes on under the target: the same record for Azure, whose id stays, else a successor that
/// names it. Of a transfer that is complete in parts nobody knows which items moved.
pub(super) fn successors_are_linked(look: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    if t.status != TransferStatus::Complete {
        return;
    }
    let Some(target) = t.target else {
        let Missing(of, field) = lacks(t, TransferField::Target);
        return out.unknown(of, field);
    };
    let left = t.subscriptions.iter().filter(|id| !goes_on(look, **id, target)).min();
    if let Some(left) = left {
        out.find(
            Reason::NoSuccessor,
            Some(Key::Subscription(*left)),
            Some(field(TransferField::Subscriptions)),
        );
    }
}

/// True when it is sold by the target now, or a successor is. One that is in no book any more has gone.
fn goes_on(look: &Look<'_>, id: SubscriptionId, target: TenantId) -> bool {
    let successors = look.model.links().subscriptions_by_origin.get(&id);
    look.model.subscription(id).is_none_or(|s| s.seller == Some(target))
        || look.model.subscriptions().rows(successors).any(|s| s.seller == Some(target))
}

/// R-TRF-005: the roles of the old partner on Azure resources stay until somebody looks through them.
pub(super) fn roles_are_reviewed(_: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    let complete = matches!(t.status, TransferStatus::Complete | TransferStatus::PartiallyComplete);
    if complete && !t.roles_reviewed {
        out.find(
            Reason::RolesNotReviewed,
            t.source.map(Key::Partner),
            Some(field(TransferField::RolesReviewed)),
        );
    }
}
