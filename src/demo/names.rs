//! Invented companies: names by country from `assets/demo/names.csv`, each used once, and their domains.

use super::rng::Rng;
use crate::model::Country;
use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;

/// The companies of one country.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub country: Country,
    /// How many customers the small book has there.
    pub customers: usize,
    names: Vec<String>,
    used: usize,
}

impl Place {
    /// The next company; after all are used, with a number.
    pub fn company(&mut self) -> String {
        let count = self.names.len().max(1);
        let (round, at) = (self.used / count, self.used % count);
        self.used += 1;
        let name = self.names.get(at).map_or("Company", String::as_str);
        if round == 0 { name.to_owned() } else { format!("{name} {}", round + 1) }
    }
}

/// All countries with their companies in an order that follows from the seed.
pub(super) fn read(rng: &mut Rng) -> Vec<Place> {
    include_str!("../../assets/demo/names.csv").lines().skip(1).filter_map(|line| place(line, rng)).collect()
}

fn place(line: &str, rng: &mut Rng) -> Option<Place> {
    let mut cells = line.split(';');
    let country = cells.next()?.parse().ok()?;
    let customers = cells.next()?.parse().ok()?;
    let kind_first = cells.next()? == "kind first";
    let (kinds, names) = (cells.next()?, cells.next()?);
    let joined = |kind, name| if kind_first { format!("{kind} {name}") } else { format!("{name} {kind}") };
    let pairs = kinds.split(',').flat_map(|kind| names.split(',').map(move |name| (kind, name)));
    let mut names: Vec<String> = pairs.map(|(kind, name)| joined(kind, name)).collect();
    rng.shuffle(&mut names);
    Some(Place { country, customers, names, used: 0 })
}

/// Domains that were given out.
#[derive(Clone, Debug, Default)]
pub(super) struct Domains(FxHashSet<String>);

impl Domains {
    /// The initial domain of a company's tenant, given out once.
    pub fn of(&mut self, company: &str, country: Country) -> String {
        let plain = plain(company);
        let domain = format!("{plain}.onmicrosoft.com");
        if self.0.insert(domain.clone()) {
            return domain;
        }
        let domain = format!("{plain}{}.onmicrosoft.com", country.as_str().to_ascii_lowercase());
        self.0.insert(domain.clone());
        domain
    }
}

/// A name in the letters that a host name may have.
pub(super) fn plain(name: &str) -> String {
    let spelled = name.to_lowercase().replace('ø', "oe").replace('æ', "ae").replace('ß', "ss");
    spelled.nfd().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::{Domains, plain, read};
    use crate::demo::rng::Rng;
    use std::collections::HashSet;

    #[test]
    fn every_line_is_read_and_no_company_comes_twice() {
        let mut places = read(&mut Rng::new(1));
        assert_eq!(places.len(), include_str!("../../assets/demo/names.csv").lines().count() - 1);
        for place in &mut places {
            let wanted = place.customers;
            assert!(wanted <= place.names.len());
            let companies: HashSet<String> = (0..place.names.len() * 2).map(|_| place.company()).collect();
            assert_eq!(companies.len(), place.names.len() * 2);
        }
    }

    #[test]
    fn domains_are_plain_and_given_out_once() {
        assert_eq!(plain("Lycée Saint-Jean"), "lyceesaintjean");
        assert_eq!(plain("Søndergaard Møbler"), "soendergaardmoebler");
        let mut domains = Domains::default();
        let [at, de] = ["AT", "DE"].map(|code| code.parse().unwrap());
        assert_eq!(domains.of("Delta Holz", de), "deltaholz.onmicrosoft.com");
        assert_eq!(domains.of("Delta Holz", at), "deltaholzat.onmicrosoft.com");
    }
}
