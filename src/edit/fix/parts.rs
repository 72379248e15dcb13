//! A step in its parts, in the order in which they are done: what people read before they say yes.

use crate::model::{
    AdminStatus, Change, Key, PartnershipState, Record, RelationshipState, Status, TableName, Transaction,
    Verb,
};

/// The step as the single steps it consists of: first who works with whom, then who may do what, then what is sold.
/// A partnership that is there and active at once was an invitation and its acceptance.
pub fn parts(step: &Transaction) -> Vec<Transaction> {
    let mut changes: Vec<&Change> = step.changes.iter().collect();
    changes.sort_by_key(|change| change.key().map(rank));
    let of = |change: &&Change| {
        let verbs = verbs(change, step.verb);
        verbs.into_iter().map(|verb| Transaction::new(verb, vec![(*change).clone()])).collect::<Vec<_>>()
    };
    changes.iter().flat_map(of).collect()
}

fn rank(key: Key) -> usize {
    match key.table() {
        TableName::Group => 0,
        TableName::Partner => 1,
        TableName::Customer => 2,
        TableName::Partnership => 3,
        TableName::Relationship => 4,
        TableName::Admin => 5,
        TableName::Subscription => 6,
        TableName::Transfer => 7,
        TableName::Waiver => 8,
    }
}

/// What the change of one record is called. `whole` is what the whole step is called: it names what it speaks of.
fn verbs(change: &Change, whole: Verb) -> Vec<Verb> {
    let before = change.before.as_ref();
    match (before, change.after.as_ref()) {
        (_, Some(Record::Partnership(now))) => {
            let was = match before {
                Some(Record::Partnership(was)) => Some(was.state),
                _ => None,
            };
            partnership(was, now.state)
        }
        (_, Some(Record::Relationship(now))) => {
            let was = match before {
                Some(Record::Relationship(was)) => Some(was.state),
                _ => None,
            };
            relationship(was, now.state, whole)
        }
        (None, Some(Record::Admin(now))) if now.status == AdminStatus::Active => vec![Verb::GrantPrivileges],
        (Some(Record::Subscription(was)), Some(Record::Subscription(now))) => {
            if was.status != now.status && now.status == Status::Suspended {
                vec![Verb::SuspendSubscription]
            } else if was.support_contact != now.support_contact {
                vec![Verb::SetSupportContact]
            } else if was.partner_of_record != now.partner_of_record {
                vec![Verb::SetPartnerOfRecord]
            } else if was.supported_by != now.supported_by && now.supported_by.is_some() {
                vec![Verb::SupportElsewhere]
            } else {
                vec![Verb::Edit]
            }
        }
        (None, Some(Record::Subscription(_))) => vec![Verb::AddSubscription],
        (None, Some(_)) => vec![Verb::Add],
        (Some(_), None) => vec![Verb::Remove],
        (_, _) => vec![Verb::Edit],
    }
}

fn partnership(was: Option<PartnershipState>, now: PartnershipState) -> Vec<Verb> {
    use PartnershipState as S;
    match (was, now) {
        (None | Some(S::Ended), S::Active) => vec![Verb::InviteReseller, Verb::AcceptPartnership],
        (None | Some(S::Ended), S::Invited) => vec![Verb::InviteReseller],
        (Some(S::Invited), S::Active) => vec![Verb::AcceptPartnership],
        (Some(S::Active), S::Ended) => vec![Verb::EndPartnership],
        (Some(S::Invited), S::Ended) => vec![Verb::WithdrawInvitation],
        (_, S::Active | S::Invited | S::Ended | S::Other(_)) => vec![Verb::Edit],
    }
}

fn relationship(was: Option<RelationshipState>, now: RelationshipState, whole: Verb) -> Vec<Verb> {
    use RelationshipState as S;
    match (was, now) {
        (None | Some(S::Removed), S::Active) if whole == Verb::AddPartner => vec![Verb::AddPartner],
        (None | Some(S::Removed), S::Active) => vec![Verb::RequestRelationship, Verb::AcceptRelationship],
        (None | Some(S::Removed), S::Requested) => vec![Verb::RequestRelationship],
        (Some(S::Requested), S::Active) => vec![Verb::AcceptRelationship],
        (Some(S::Active), S::Removed) => vec![Verb::RemoveRelationship],
        (Some(S::Requested), S::Removed) => vec![Verb::WithdrawRequest],
        (_, S::Active | S::Requested | S::Removed | S::Other(_)) => vec![Verb::Edit],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Book, Slot, fix_and_choose};
    use crate::rules::testing::network;

    #[test]
    fn what_a_fix_adds_is_told_in_the_order_it_is_done() {
        let mut net = network();
        let sud = net.books.reseller("Sud Conseil", "FR");
        let slot = Slot::SupportContact { subscription: net.sub };
        let mut book = Book::new(net.books.model, net.books.today);
        let step = fix_and_choose(&mut book, &slot, Key::Partner(sud)).unwrap();
        let verbs: Vec<Verb> = parts(&step).iter().map(|part| part.verb).collect();
        assert_eq!(
            verbs,
            [
                Verb::RequestRelationship,
                Verb::AcceptRelationship,
                Verb::GrantPrivileges,
                Verb::SetSupportContact
            ]
        );
        assert_eq!(parts(&step).iter().flat_map(|part| &part.changes).count(), step.changes.len() + 1);
    }
}
