//! English: the transfer wizard.

use crate::edit::moving::Note;
use crate::edit::ops::moving::{Hold, Need};
use crate::i18n::Lang;
use crate::i18n::edits::shown;
use crate::i18n::transfer::{Transfers, customer, partner};
use crate::model::{Key, Model, Verb};

pub(in crate::i18n) static TRANSFERS: Transfers = Transfers {
    title: "Transfer",
    pages: ["What", "To whom", "Check", "Result"],
    from: "From",
    to: "To",
    provider: "provider",
    reseller: "reseller",
    leaves: "the old reseller leaves the customer",
    yes: "yes",
    no: "no",
    nobody: "(nobody)",
    not_chosen: "(choose)",
    choose_first: "Choose first to whom the subscriptions go.",
    can_move: "can move",
    later: "later",
    cannot: "cannot",
    left_out: "left out",
    at_term_end: "bought anew then",
    needed_first: "Needed first",
    already_true: "Already true",
    to_check: "To check",
    stays_behind: "Stays behind",
    afterwards: "Afterwards",
    nothing_moves: "Nothing of this can move to this partner now.",
    nothing_left: "Nothing is chosen to move.",
    nothing_chosen: "No subscription is chosen. Move to a customer or a subscription, or mark some.",
    one_step: "This is done as one step, which one undo takes back:",
    draft_kept: "draft kept",
    next_page: "next",
    page_before: "back",
    in_or_out: "in or out",
    pick: "pick",
    field_after: "field",
    do_it: "do it",
    close: "close",
    others: "and others",
    go_on: "go on with the draft",
    begin_anew: "begin anew with what is chosen here",
    draft_title: "There is a draft of a transfer",
    is_fine: "Nothing holds this subscription.",
    being_judged: "The subscriptions are being judged.",
    chosen: |subscriptions, customers| {
        let of = if customers == 1 { "customer" } else { "customers" };
        let what = if subscriptions == 1 { "subscription" } else { "subscriptions" };
        format!("{subscriptions} {what} of {customers} {of}")
    },
    along: |count| match count {
        1 => "1 goes along".to_owned(),
        n => format!("{n} go along"),
    },
    counts: |moves, later, never| format!("can move {moves}   later {later}   cannot {never}"),
    more: |count| format!("and {count} more"),
};

/// How an operation moves a subscription.
pub(in crate::i18n) fn way(verb: Verb) -> &'static str {
    match verb {
        Verb::MoveCustomer => "as it is",
        Verb::TransferLicences => "new id, same term",
        Verb::TransferAzure => "under the new plan",
        Verb::SwitchAzure => "by support request",
        Verb::TakeOverUsage => "bought anew beside it",
        Verb::RebuyLicence => "bought anew",
        Verb::GoIndirect => "new id, seats as asked",
        other => Lang::En.verb(other),
    }
}

/// What holds a subscription.
pub(in crate::i18n) fn hold(model: &Model, hold: Hold) -> String {
    match hold {
        Hold::TermRuns(Some(day)) => format!("term ends {day}"),
        Hold::TermRuns(None) => "its term runs, the end is not known".to_owned(),
        Hold::Suspended => "suspended".to_owned(),
        Hold::NotStarted(Some(day)) => format!("starts {day}"),
        Hold::NotStarted(None) => "not started yet".to_owned(),
        Hold::InTransfer(id) => format!("in a transfer under way of {}", shown(model, Key::Transfer(id))),
        Hold::Over(status) => Lang::En.choice(status.code()).into_owned(),
        Hold::ThereAlready => "there already".to_owned(),
        Hold::Elsewhere(channel) => {
            let channel = Lang::En.choice(channel.code());
            Lang::En.overlays().labelled("not CSP", &channel)
        }
        Hold::NoSeller => "its seller is not known".to_owned(),
        Hold::FixedAtPurchase => "reservations stay where they were bought".to_owned(),
        Hold::WithoutBase(base) => {
            format!("moves only with {}", shown(model, Key::Subscription(base)))
        }
        Hold::NotTransferable => "this product is not transferred".to_owned(),
        Hold::EmptyPlan => "nothing runs under this plan".to_owned(),
        Hold::UnknownFamily => "the kind of product is not known".to_owned(),
    }
}

/// What lets it go.
pub(in crate::i18n) fn way_out(hold: Hold) -> &'static str {
    match hold {
        Hold::TermRuns(Some(_)) => {
            "A legacy licence stays with its seller until its term ends. Mark it to let it run out and to buy it \
             anew from the new partner on that day."
        }
        Hold::TermRuns(None) => {
            "A legacy licence stays with its seller until its term ends. Enter the end of its term to plan the \
             purchase from the new partner."
        }
        Hold::Suspended => "Reactivate it first. Only an active subscription is transferred.",
        Hold::NotStarted(_) => "Wait until it has started. Only an active subscription is transferred.",
        Hold::InTransfer(_) => {
            "A subscription is in one request at a time. Wait for the answer, or cancel the request."
        }
        Hold::Over(_) => "What has ended is not transferred. The new partner sells it anew.",
        Hold::ThereAlready => "Choose another partner, or leave it out.",
        Hold::Elsewhere(_) => {
            "A licence bought outside CSP runs out where it was bought. After that a CSP partner may sell it anew."
        }
        Hold::NoSeller => "Enter its seller in the form of the subscription.",
        Hold::FixedAtPurchase => {
            "A reservation or a savings plan keeps the partner it was bought from. Cancel it there and buy it anew, or \
             leave it."
        }
        Hold::WithoutBase(_) => "Choose the base subscription: its add-ons go along with it.",
        Hold::NotTransferable => {
            "Software and products of the marketplace are not transferred. The new partner sells them anew."
        }
        Hold::EmptyPlan => "The plan itself stays with its partner. The new partner opens a plan of its own.",
        Hold::UnknownFamily => "Enter the family of the product in the form of the subscription.",
    }
}

/// What a move needs of its target.
pub(in crate::i18n) fn need(model: &Model, need: Need) -> String {
    match need {
        Need::Partnership { provider, reseller } => {
            format!("{} and {} are partners", partner(model, provider), partner(model, reseller))
        }
        Need::Relationship { partner: p, customer: c } => {
            format!("{} has a reseller relationship with {}", partner(model, p), customer(model, c))
        }
        Need::Agreement { seller, customer: c } => {
            format!("customer agreement of {} with {}", customer(model, c), partner(model, seller))
        }
        Need::Plan { customer: c, target } => {
            format!("Azure plan of {} with {}", customer(model, c), partner(model, target.front()))
        }
        Need::Privileges { partner: p, customer: c } => {
            format!("{} has admin privileges on {}", partner(model, p), customer(model, c))
        }
        Need::PartnerAgreement(p) => format!("{} signed the partner agreement", partner(model, p)),
        Need::Region { partner: p, customer: c } => {
            format!("{} and {} are in one CSP region", partner(model, p), customer(model, c))
        }
    }
}

/// What a move leaves behind or to do.
pub(in crate::i18n) fn note(model: &Model, note: Note) -> String {
    match note {
        Note::AzureRoles(p) => {
            format!("roles in Azure of {}, until somebody removes them", partner(model, p))
        }
        Note::Reservations(1) => "1 reservation, at the partner it was bought from".to_owned(),
        Note::Reservations(n) => format!("{n} reservations, at the partner they were bought from"),
        Note::OldPlan => "the old Azure plan, with nothing under it".to_owned(),
        Note::Prices(p) => format!("prices agreed with {}", partner(model, p)),
        Note::OldRelationship(p) => format!("the reseller relationship of {}", partner(model, p)),
        Note::OldPrivileges(p) => format!("admin privileges of {}", partner(model, p)),
        Note::NoAccess(p) => format!("{} starts with no admin privileges", partner(model, p)),
        Note::NewIds => "the subscriptions have new ids".to_owned(),
        Note::SeatsAsAsked => "seats changed after the request are not taken over".to_owned(),
        Note::CostsTwice => "days on which the old and the new one run cost twice".to_owned(),
        Note::CancelElsewhere => "the customer cancels what it bought elsewhere".to_owned(),
        Note::ReviewRoles => "review the roles in Azure".to_owned(),
        Note::SourceAccepts(p) => format!("{} accepts the request within 30 days", partner(model, p)),
    }
}
