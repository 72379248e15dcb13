//! English: what each rule asks, in a few words.

use crate::rules::Code;

/// What a rule asks, in a few words.
pub fn title(code: Code) -> &'static str {
    match code {
        Code::BookReference => "every record that is named is in the book",
        // R-ID
        Code::Id001 => "a tenant id is a GUID",
        Code::Id002 => "a Partner ID is decimal digits",
        Code::Id003 => "business uses the location id, not the global id",
        Code::Id004 => "one CSP tenant, one location id, one country",
        Code::Id005 => "keys are unique",
        Code::Id006 => "a domain is a label, not a key",
        // R-ENR
        Code::Enr001 => "no new business without a signed Microsoft Partner Agreement",
        Code::Enr002 => "a reseller is enrolled before it is put on business",
        Code::Enr003 => "a partner that is not in good standing gets no new orders",
        Code::Enr004 => "a direct-bill partner reaches the revenue that is asked for",
        Code::Enr005 => "a restricted direct-bill partner buys nothing anew",
        Code::Enr006 => "an indirect reseller reaches the minimum revenue",
        Code::Enr007 => "the customer agreement comes before the first order",
        Code::Enr008 => "an attested agreement says who signed, when, and who attests",
        // R-REG
        Code::Reg001 => "sell only to customers of the same region",
        Code::Reg002 => "provider and reseller are in the same region",
        Code::Reg003 => "the country is a CSP market, the currency fits",
        Code::Reg004 => "everything stays in one cloud",
        Code::Reg005 => "limits of Microsoft Cloud for US Government",
        Code::Reg006 => "Germany is closed, 21Vianet is apart",
        Code::Reg007 => "the customer's segment allows the offer",
        // R-PSH
        Code::Psh001 => "the right roles on the right side of a partnership",
        Code::Psh002 => "invited by the provider, active only after the reseller accepts",
        Code::Psh003 => "one open partnership per pair",
        Code::Psh004 => "a partnership in use is active",
        // R-REL
        Code::Rel001 => "the seller has an active reseller relationship",
        Code::Rel002 => "in the indirect model both partners hold a relationship",
        Code::Rel003 => "a relationship is removed only when nothing is left running",
        Code::Rel004 => "acceptance is the customer's act",
        Code::Rel005 => "an indirect sale has a partner of record",
        Code::Rel006 => "the partner of record is an indirect reseller, and only on indirect sales",
        Code::Rel007 => "the seller works with the reseller on record",
        Code::Rel008 => "the support contact can be reached",
        Code::Rel009 => "duties survive lost permissions",
        // R-MP
        Code::Mp001 => "adding a partner changes nothing that exists",
        Code::Mp002 => "one seller and at most one partner of record per subscription",
        Code::Mp003 => "one Azure plan per customer and seller",
        // R-MC
        Code::Mc001 => "which purchases may be taken over for support",
        Code::Mc002 => "no mid-term move of licence subscriptions between CSP partners",
        Code::Mc003 => "usage services in two channels are billed twice",
        // R-ADM
        Code::Adm001 => "delegated admin privileges are retired (from 22 May 2023)",
        Code::Adm002 => "how long granular admin privileges last",
        Code::Adm003 => "how granular admin privileges are called",
        Code::Adm004 => "by how much granular admin privileges extend themselves",
        Code::Adm005 => "the states of granular admin privileges, and who may edit them",
        Code::Adm006 => "granular admin privileges end",
        Code::Adm007 => "granular admin privileges do something, and not too much",
        // R-SUB
        Code::Sub001 => "status moves only along allowed edges",
        Code::Sub002 => "no quantity or term change unless active",
        Code::Sub003 => "quantity is a whole number within the offer's limits",
        Code::Sub004 => "licences go up any time, down only in the window",
        Code::Sub005 => "cancelling is possible only in the window of the product family",
        Code::Sub006 => "clocks that end in data loss, and what suspension costs",
        Code::Sub007 => "renewal choices fit together",
        Code::Sub008 => "base, add-on and container dependencies",
        Code::Sub009 => "term and billing combine only in these ways",
        Code::Sub010 => "MS-AZR-0145P is closed",
        // R-TRF
        Code::Trf001 => "who moves what to whom",
        Code::Trf002 => "the target of a transfer is ready",
        Code::Trf003 => "what is transferred can move",
        Code::Trf004 => "the life of a transfer request",
        Code::Trf005 => "what is left to do after a transfer",
        // R-SELF
        Code::Self001 => "nothing is sold into a CSP tenant",
        Code::Self002 => "no sale to oneself or to affiliates",
        Code::Self003 => "a reseller is not its own provider's customer",
        Code::Self004 => "no resale of online services to another CSP partner (before 12 May 2020)",
        // R-HYG
        Code::Hyg001 => "dates make sense",
        Code::Hyg002 => "no reference leads nowhere",
        Code::Hyg003 => "no secrets, no placeholders",
        Code::Hyg004 => "registration number, phone and contact as the country asks",
    }
}
