//! English: help on the filter language and the output for programs.

use crate::i18n::topics::Topics;
use crate::query::Term;

pub(in crate::i18n) static TOPICS: Topics = Topics {
    filter: &[
        "Words are fuzzy, accents and case do not matter; a capital makes case count. Terms are field:value. All must hold.",
        "",
        "  clin parc                        a name that holds both, with a slip or two",
        "  \"du Parc\"                        exactly this",
        "  ends:<30d renews:no              ends within 30 days from today, and does not renew",
        "  until:<7d                        ends or lapses within 7 days: privileges, requests, accepted findings",
        "  status:active,suspended          either",
        "  -channel:csp                     not bought through CSP; after -- on the command line, or: not channel:csp",
        "  seats:>=50 partners:>1           numbers",
        "  ends:2026-09..2026-12            a range of days, months or years",
        "  ends:overdue                     in the past",
        "  support:none note:any            nothing recorded; something recorded",
        "  domain:parc name:=\"Kumo Cloud\"   a part; the whole",
        "  (channel:ea or channel:open) ends:<90d",
        "",
        "The agenda takes what:KIND too, by the kind of deadline or its beginning: what:ends, what:privileges.",
    ],
    format: &[
        "--json writes one object, --format jsonl one item a line without the frame:",
        "",
        "  {\"schema\": 1, \"book\": \"main\", \"baseline\": \"2026-09-01\", \"items\": [..]}",
        "",
        "Names never change within a schema number; new ones may come. Days are like 2026-10-03, UTC. What is not known is",
        "null, never an empty text. Ids are always there; NAME_name is the name of the record whose id NAME is, or the words",
        "for the code in NAME. With --at the frame has \"at\", the moment as it was asked for, and \"change\", the number of",
        "the last change then.",
        "",
        "--format tsv is tab-separated. Before a text that a spreadsheet would take for a formula stands an apostrophe; one",
        "apostrophe less before such a text is what is stored. Control characters are shown as signs; JSON has them as they are.",
    ],
    no_topic: |topic, near, known| match near {
        Some(near) => format!("There is no help on \"{topic}\". Did you mean {near}?"),
        None => format!("There is no help on \"{topic}\". There is on: {known}."),
    },
    text: "text, =text",
    name: "a name, an id",
};

/// What a field asks.
pub fn term(term: Term) -> &'static str {
    match term {
        Term::Name => "The name; of a relation the names of both ends.",
        Term::Id => "The id, or its beginning.",
        Term::Domain => "A domain of the customer.",
        Term::PartnerId => "The Partner ID of a location, of a partner or on a subscription.",
        Term::Tag => "A label of your own.",
        Term::Note => "A note of your own.",
        Term::Country => "The country, by code or English name.",
        Term::Region => "The region of the programme.",
        Term::Cloud => "The cloud.",
        Term::Provider => "A provider that it has to do with.",
        Term::Reseller => "A reseller that it has to do with.",
        Term::Customer => "A customer that it has to do with.",
        Term::Partner => "A partner that it has to do with, in any role.",
        Term::Support => "The partner that supports it.",
        Term::Record => "The reseller of record.",
        Term::Status => "Where it stands.",
        Term::Channel => "Where it was bought.",
        Term::Product => "The product, by name or offer.",
        Term::Seats => "How many seats.",
        Term::Starts => "The day it began.",
        Term::Ends => "The day its term ends.",
        Term::Renews => "What happens when its term ends.",
        Term::Base => "The base subscription of an add-on.",
        Term::Privilege => "Admin privileges in force.",
        Term::Until => {
            "The day on which privileges, a request or an accepted finding ends; of a customer any of its own."
        }
        Term::Agreement => "The agreement with Microsoft, or the day it was signed.",
        Term::Has => "What there is to it.",
        Term::Is => "What it is.",
        Term::Rule => "A rule it breaks, or a family of rules.",
        Term::Partners => "How many partners.",
        Term::Customers => "How many customers.",
        Term::Subscriptions => "How many subscriptions.",
    }
}
