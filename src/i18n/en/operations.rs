//! English: the operations of the programme: what each is called, what it does, what it leaves alone.

use crate::edit::ops::{Actor, OpId};
use crate::i18n::operations::{Operations, Words};

pub(in crate::i18n) static OPERATIONS: Operations = Operations {
    actors: "Who does it",
    needs: "Rules that it must keep",
    changes: "What it may change",
    keeps: "What stays as it is",
    adds: |kind| format!("a new {kind}"),
    removes: |kind| format!("a {kind} goes"),
    edits: |kind, fields| format!("{kind}: {fields}"),
};

/// The words of an operation.
#[allow(clippy::too_many_lines)] // a table: one arm per operation
pub(in crate::i18n) fn words(id: OpId) -> Words {
    let (title, does, keeps) = match id {
        OpId::Op01 => (
            "Invite a reseller",
            "An indirect provider invites an indirect reseller to work with it.",
            "Everything else stays: no customer, subscription or relationship of either side is touched.",
        ),
        OpId::Op02 => (
            "Accept the provider",
            "The reseller accepts the invitation, and the provider gets admin access to the reseller's account.",
            "The customers of both sides, their subscriptions, partners of record and reseller relationships stay as they are.",
        ),
        OpId::Op03 => (
            "Request a reseller relationship",
            "A partner, or a reseller together with its provider, asks a customer for a reseller relationship.",
            "The customer's subscriptions, other relationships and agreements stay as they are.",
        ),
        OpId::Op04 => (
            "Accept a reseller relationship",
            "The customer's global administrator accepts the request, and perhaps the customer agreement with it.",
            "Every subscription stays in every field, and no role on Azure resources is gained.",
        ),
        OpId::Op05 => (
            "Record the customer agreement",
            "A provider, a direct-bill partner or the customer itself records who accepted the Microsoft customer agreement and when.",
            "Everything else stays as it is.",
        ),
        OpId::Op06 => (
            "Create a customer",
            "A provider, for itself or for a reseller, or a direct-bill partner creates a customer with a new tenant and its relationships.",
            "Everything that exists stays as it is.",
        ),
        OpId::Op07 => (
            "Add granular admin privileges",
            "A partner drafts granular admin privileges, sends them, and the customer approves them.",
            "The reseller relationship, subscriptions, partners of record and agreements stay as they are.",
        ),
        OpId::Op08 => (
            "Add a partner to a customer",
            "A further partner gets a reseller relationship with a customer who has others.",
            "No subscription, account ownership, term or partner of record changes.",
        ),
        OpId::Op09 => (
            "Support a licence bought elsewhere",
            "A partner with a relationship and privileges supports a subscription that the customer bought elsewhere.",
            "The subscription keeps its channel, quantity, term and payer.",
        ),
        OpId::Op10 => (
            "Take over usage services",
            "Usage services bought elsewhere are bought anew through CSP, beside the old ones until the customer cancels those.",
            "The old subscription stays as it is until the customer cancels it.",
        ),
        OpId::Op11 => (
            "Switch an Azure subscription",
            "An Azure subscription of the old offer MS-AZR-0145P goes to another partner, by a form with three signatures.",
            "Azure resources stay, and so do the Azure roles of the old partner until they are removed.",
        ),
        OpId::Op12 => (
            "Transfer Azure subscriptions",
            "The target requests Azure subscriptions under a plan, the source accepts, and they go under the target's plan.",
            "Reservations, roles on Azure resources and the other Azure subscriptions stay where they are.",
        ),
        OpId::Op13 => (
            "Transfer licences",
            "The target requests licences of new commerce, the source accepts, and they go on under new ids.",
            "Product, end of term and quantity stay as they were when it was requested; add-ons stay with their base.",
        ),
        OpId::Op14 => (
            "Buy a legacy licence anew",
            "A licence of the old commerce is bought anew from another partner, and the old one runs out or is suspended.",
            "The old subscription keeps its seller, and the users keep their data.",
        ),
        OpId::Op15 => (
            "Set the partner of record",
            "The provider writes the location id of a reseller on a subscription, or clears it.",
            "Seller, status, quantity, dates and support contact stay as they are.",
        ),
        OpId::Op16 => (
            "Move a customer to another reseller",
            "Subscriptions of a customer go from one reseller to another of the same provider, with the support contact.",
            "Seller, ids, terms, quantities, the customer agreement and the provider's relationship stay; reservations keep the old reseller.",
        ),
        OpId::Op17 => (
            "Add or change the provider",
            "A reseller becomes the partner of a further provider, and perhaps ends its partnership with the earlier one.",
            "Subscriptions of the earlier provider and their partners of record stay until they are moved.",
        ),
        OpId::Op18 => (
            "End a partnership",
            "The provider ends its partnership with a reseller.",
            "The reseller's customers, their subscriptions, partners of record and delegated privileges stay as they are.",
        ),
        OpId::Op19 => (
            "Go from direct bill to indirect reseller",
            "A direct-bill partner becomes an indirect reseller of a provider, to which its customers and subscriptions go.",
            "The partner's tenant stays the same, and direct customers that are not moved stay direct.",
        ),
        OpId::Op20 => (
            "Remove a reseller relationship",
            "A partner removes its reseller relationship with a customer once nothing of it runs any more.",
            "The customer, other partners' relationships and subscriptions, Azure roles and granular privileges stay.",
        ),
        OpId::Op21 => (
            "Take a partner's admin privileges away",
            "The customer takes the admin privileges of a partner away.",
            "The reseller relationship stays active, subscriptions and renewals go on, and so does the duty to support.",
        ),
        OpId::Op22 => (
            "Suspend a subscription",
            "The seller suspends a subscription and its add-ons; scheduled changes are dropped.",
            "Quantity, term, partner of record, seller and relationships stay as they are.",
        ),
        OpId::Op23 => (
            "Reactivate a subscription",
            "The seller reactivates a subscription that it suspended, with the add-ons that are chosen.",
            "Dates and quantity stay as they are.",
        ),
        OpId::Op24 => (
            "Cancel a subscription",
            "The seller cancels a whole subscription within its window.",
            "Other subscriptions stay as they are.",
        ),
        OpId::Op25 => (
            "Decide the renewal",
            "The seller decides what becomes of a subscription at the end of its term.",
            "The current term, price and quantity stay as they are.",
        ),
        OpId::Op26 => (
            "Change the number of seats",
            "The seller sets the new total of seats.",
            "Term, dates and status stay as they are.",
        ),
        OpId::Op27 => (
            "Convert a trial or upgrade",
            "A trial becomes a paid subscription, or an offer becomes a higher one.",
            "The users' data stay, and the old subscription runs until it is done.",
        ),
        OpId::Op28 => (
            "Migrate to new commerce",
            "A licence of the old commerce ends and goes on as one of new commerce, with a new id and a new term.",
            "Customer, seller, partner of record and users stay the same.",
        ),
        OpId::Op29 => (
            "Enrol for a national cloud",
            "A company opens a separate account in another cloud.",
            "The account in the public cloud, its customers and subscriptions stay: nothing moves.",
        ),
        OpId::Op30 => (
            "Consolidate tenants",
            "The business of one tenant of a company goes to another of the same region, and the old one is suspended the same day.",
            "The customers stay in the old tenant's list, and services go on where the new ones are provisioned first.",
        ),
        OpId::Op31 => (
            "Assign a support contact",
            "The seller names who gives support for a subscription.",
            "Partner of record and seller stay as they are.",
        ),
        OpId::Op32 => (
            "Associate a location id",
            "A partner associates the id of its location with its CSP account.",
            "The roles and the day on which the agreement was signed stay as they are.",
        ),
    };
    Words { title, does, keeps }
}

/// Who acts.
pub(in crate::i18n) fn actor(actor: Actor) -> &'static str {
    match actor {
        Actor::Provider => "indirect provider",
        Actor::Reseller => "indirect reseller",
        Actor::DirectBill => "direct-bill partner",
        Actor::Customer => "customer",
    }
}
