//! What is sold in the demo: products by kind, from `assets/demo/offers.csv`.

use crate::model::{BillingCycle, Family, Term};

/// What an offer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Good {
    Licence,
    AddOn,
    AzurePlan,
    Azure,
    Software,
    Reservation,
    Marketplace,
    /// A licence bought outside CSP.
    Elsewhere,
    /// Azure bought outside CSP.
    ElsewhereAzure,
}

/// One product with a term and a billing cycle.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub good: Good,
    pub family: Family,
    pub id: &'static str,
    pub term: Term,
    pub cycle: BillingCycle,
    pub name: &'static str,
}

/// All offers, in the order of the file.
pub(super) fn read() -> Vec<Offer> {
    include_str!("../../assets/demo/offers.csv").lines().skip(1).filter_map(offer).collect()
}

fn offer(line: &'static str) -> Option<Offer> {
    let mut cells = line.split(';');
    let good = good(cells.next()?)?;
    let family = Family::known(cells.next()?)?;
    let id = cells.next()?;
    let term = Term::known(cells.next()?)?;
    let cycle = BillingCycle::known(cells.next()?)?;
    Some(Offer { good, family, id, term, cycle, name: cells.next()? })
}

fn good(word: &str) -> Option<Good> {
    Some(match word {
        "licence" => Good::Licence,
        "add-on" => Good::AddOn,
        "plan" => Good::AzurePlan,
        "azure" => Good::Azure,
        "software" => Good::Software,
        "reservation" => Good::Reservation,
        "marketplace" => Good::Marketplace,
        "elsewhere" => Good::Elsewhere,
        "elsewhere azure" => Good::ElsewhereAzure,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_line_is_read() {
        assert_eq!(super::read().len(), include_str!("../../assets/demo/offers.csv").lines().count() - 1);
    }
}
