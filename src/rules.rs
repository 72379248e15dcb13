//! The programme's rules as predicates over the book. Reads the model alone; answers with codes and keys.
//!
//! The rules of rules.md that are judged, with the severity that a finding usually has. Each is a row of the table of its
//! family's file; [`all`] is the same list with judges, validity and sources.
//!
//! | rule | severity | judged on | asks |
//! |---|---|---|---|
//! | BOOK-REFERENCE | integrity | state | every record that is named is in the book |
//! | R-ID-001 | error | state | a tenant id is a GUID |
//! | R-ID-002 | error | state | a Partner ID is decimal digits |
//! | R-ID-003 | error | state | business uses the location id, not the global id |
//! | R-ID-004 | error | state | one CSP tenant, one location id, one country |
//! | R-ID-005 | error | state | keys are unique |
//! | R-ID-006 | hint | state | a domain is a label, not a key |
//! | R-ENR-001 | error | state, edits | no new business without a signed Microsoft Partner Agreement |
//! | R-ENR-002 | error | state | a reseller is enrolled before it is put on business |
//! | R-ENR-003 | error | edits | a partner that is not in good standing gets no new orders |
//! | R-ENR-004 | warning | state, by day | a direct-bill partner reaches the revenue that is asked for |
//! | R-ENR-005 | error | edits | a restricted direct-bill partner buys nothing anew |
//! | R-ENR-006 | warning | state, by day | an indirect reseller reaches the minimum revenue |
//! | R-ENR-007 | error | state, edits | the customer agreement comes before the first order |
//! | R-ENR-008 | error | state, edits | an attested agreement says who signed, when, and who attests |
//! | R-REG-001 | error | state | sell only to customers of the same region |
//! | R-REG-002 | error | state | provider and reseller are in the same region |
//! | R-REG-003 | error | state | the country is a CSP market, the currency fits |
//! | R-REG-004 | error | state | everything stays in one cloud |
//! | R-REG-005 | error | state | limits of Microsoft Cloud for US Government |
//! | R-REG-006 | error | state | Germany is closed, 21Vianet is apart |
//! | R-REG-007 | error | state | the customer's segment allows the offer |
//! | R-PSH-001 | error | state | the right roles on the right side of a partnership |
//! | R-PSH-002 | error | state | invited by the provider, active only after the reseller accepts |
//! | R-PSH-003 | error | state | one open partnership per pair |
//! | R-PSH-004 | warning | state | a partnership in use is active |
//! | R-REL-001 | error | state | the seller has an active reseller relationship |
//! | R-REL-002 | warning | state | in the indirect model both partners hold a relationship |
//! | R-REL-003 | error | edits | a relationship is removed only when nothing is left running |
//! | R-REL-004 | error | state | acceptance is the customer's act |
//! | R-REL-005 | warning | state | an indirect sale has a partner of record |
//! | R-REL-006 | error | state | the partner of record is an indirect reseller, and only on indirect sales |
//! | R-REL-007 | error | edits | the seller works with the reseller on record |
//! | R-REL-008 | warning | state | the support contact can be reached |
//! | R-REL-009 | hint | state | duties survive lost permissions |
//! | R-MP-001 | error | edits | adding a partner changes nothing that exists |
//! | R-MP-002 | error | state | one seller and at most one partner of record per subscription |
//! | R-MP-003 | warning | state | one Azure plan per customer and seller |
//! | R-MC-001 | error | edits | which purchases may be taken over for support |
//! | R-MC-002 | error | edits | no mid-term move of licence subscriptions between CSP partners |
//! | R-MC-003 | warning | state, by day | usage services in two channels are billed twice |
//! | R-SUB-001 | error | edits | status moves only along allowed edges |
//! | R-SUB-002 | error | edits | no quantity or term change unless active |
//! | R-SUB-003 | error | state | quantity is a whole number within the offer's limits |
//! | R-SUB-004 | error | edits | licences go up any time, down only in the window |
//! | R-SUB-005 | error | edits | cancelling is possible only in the window of the product family |
//! | R-SUB-006 | warning | state, by day | clocks that end in data loss, and what suspension costs |
//! | R-SUB-007 | error | state, by day | renewal choices fit together |
//! | R-SUB-008 | error | state | base, add-on and container dependencies |
//! | R-SUB-009 | error | state | term and billing combine only in these ways |
//! | R-SUB-010 | error | edits, state by date | MS-AZR-0145P is closed |
//! | R-ADM-001 | warning | edits; state, by day | delegated admin privileges are retired (from 22 May 2023) |
//! | R-ADM-002 | error | state | how long granular admin privileges last |
//! | R-ADM-003 | error | state | how granular admin privileges are called |
//! | R-ADM-004 | error | state | by how much granular admin privileges extend themselves |
//! | R-ADM-005 | error | edits | the states of granular admin privileges, and who may edit them |
//! | R-ADM-006 | warning | state, by day | granular admin privileges end |
//! | R-ADM-007 | hint | state | granular admin privileges do something, and not too much |
//! | R-TRF-001 | error | state | who moves what to whom |
//! | R-TRF-002 | error | edits | the target of a transfer is ready |
//! | R-TRF-003 | error | edits | what is transferred can move |
//! | R-TRF-004 | error | edits; state, by day | the life of a transfer request |
//! | R-TRF-005 | hint | state | what is left to do after a transfer |
//! | R-SELF-001 | error | state | nothing is sold into a CSP tenant |
//! | R-SELF-002 | error | state | no sale to oneself or to affiliates |
//! | R-SELF-003 | error | state | a reseller is not its own provider's customer |
//! | R-SELF-004 | error | state | no resale of online services to another CSP partner (before 12 May 2020) |
//! | R-HYG-001 | warning | state | dates make sense |
//! | R-HYG-002 | warning | state | no reference leads nowhere |
//! | R-HYG-003 | error | state | no secrets, no placeholders |
//! | R-HYG-004 | error | state | registration number, phone and contact as the country asks |

mod catalogue;
mod clock;
mod cloud;
mod code;
mod enrolment;
mod fact;
mod finding;
mod findings;
mod hygiene;
mod identity;
pub mod judge;
mod lifecycle;
mod multi_channel;
mod multi_partner;
mod partnership;
mod privileges;
mod reason;
mod reference;
mod region;
mod relationship;
pub mod scope;
mod segment;
mod self_dealing;
mod step;
#[cfg(test)]
pub(crate) mod testing;
mod transfer;
mod waived;

pub use catalogue::{Judge, Look, Nature, Rule, Sale, Validity, all, rule};
pub use clock::{Clock, Deadline, admin_end, deadlines};
pub use code::{Code, Severity};
pub use finding::{Finding, Out, Unjudged, Verdicts};
pub use findings::{Findings, Progress};
pub use lifecycle::{Cancelling, Life, cancelling};
pub use privileges::{AUTO_EXTEND_DAYS, LONGEST_DAYS, LONGEST_NAME, leads_to as privileges_lead_to};
pub use reason::Reason;
pub use step::Step;
pub use transfer::leads_to as transfer_leads_to;
pub use waived::{is_waived, of_finding as waiver_of};
