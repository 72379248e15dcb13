//! The regional markets of the programme: which country belongs to which region, and its currency (rules.md 5).

use super::{Country, Currency};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A region in which a partner may sell from one account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the regions are their own names
pub enum Region {
    Africa,
    AsiaPacific,
    Australia,
    Brazil,
    Canada,
    Europe,
    India,
    Japan,
    Korea,
    LatinAmerica,
    MiddleEastCentralEurope,
    NewZealand,
    Russia,
    Taiwan,
    UnitedStates,
}

/// A country or region of the programme's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Market {
    /// The region it belongs to.
    pub region: Region,
    /// Its English name in the list.
    pub name: String,
    /// The currency of the market; unknown where the list is blank.
    pub currency: Option<Currency>,
}

impl Region {
    /// Every region.
    pub const ALL: &'static [Self] = &[
        Self::Africa,
        Self::AsiaPacific,
        Self::Australia,
        Self::Brazil,
        Self::Canada,
        Self::Europe,
        Self::India,
        Self::Japan,
        Self::Korea,
        Self::LatinAmerica,
        Self::MiddleEastCentralEurope,
        Self::NewZealand,
        Self::Russia,
        Self::Taiwan,
        Self::UnitedStates,
    ];

    /// The stable code, as in the programme's list.
    pub fn code(self) -> &'static str {
        match self {
            Self::Africa => "AFRICA",
            Self::AsiaPacific => "ASIA_PACIFIC",
            Self::Australia => "AUSTRALIA",
            Self::Brazil => "BRAZIL",
            Self::Canada => "CANADA",
            Self::Europe => "EUROPE",
            Self::India => "INDIA",
            Self::Japan => "JAPAN",
            Self::Korea => "KOREA",
            Self::LatinAmerica => "LATAM_CARIBBEAN",
            Self::MiddleEastCentralEurope => "MECEE",
            Self::NewZealand => "NEW_ZEALAND",
            Self::Russia => "RUSSIA",
            Self::Taiwan => "TAIWAN",
            Self::UnitedStates => "UNITED_STATES",
        }
    }
}

static MARKETS: LazyLock<HashMap<Country, Market>> =
    LazyLock::new(|| include_str!("../../assets/regions.csv").lines().skip(1).filter_map(market).collect());

/// The regions by country, without a hash: rules ask for every subscription.
static REGIONS: LazyLock<[Option<Region>; 26 * 26]> = LazyLock::new(|| {
    let mut regions = [None; 26 * 26];
    for (country, market) in MARKETS.iter() {
        regions[place(*country)] = Some(market.region);
    }
    regions
});

/// Reads one line of the list: region, name (in quotes when it holds a comma), alpha-2, alpha-3, currency.
fn market(line: &str) -> Option<(Country, Market)> {
    let (region, rest) = line.split_once(',')?;
    let region = *Region::ALL.iter().find(|r| r.code() == region)?;
    let (name, rest) = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split_once("\",")?,
        None => rest.split_once(',')?,
    };
    let mut codes = rest.split(',');
    let country = codes.next()?.parse().ok()?;
    let currency = codes.nth(1).and_then(|code| code.parse().ok());
    Some((country, Market { region, name: name.to_owned(), currency }))
}

fn place(country: Country) -> usize {
    let letters = country.as_str().as_bytes();
    usize::from(letters[0] - b'A') * 26 + usize::from(letters[1] - b'A')
}

/// The market of a country, when the programme's list has it.
pub fn market_of(country: Country) -> Option<&'static Market> {
    MARKETS.get(&country)
}

/// The region of a country, when the programme's list has it.
pub fn region_of(country: Country) -> Option<Region> {
    REGIONS[place(country)]
}

/// Every country of the list, in the order of its codes.
pub fn countries() -> Vec<Country> {
    let mut all: Vec<Country> = MARKETS.keys().copied().collect();
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_whole() {
        let rows = include_str!("../../assets/regions.csv").lines().count() - 1;
        assert_eq!((rows, countries().len()), (245, 245));
    }

    #[test]
    fn regions_are_those_of_the_programme() {
        let region = |code: &str| region_of(code.parse().unwrap());
        assert_eq!(region("FR"), Some(Region::Europe));
        assert_eq!(region("ZA"), Some(Region::MiddleEastCentralEurope));
        assert_eq!(region("PR"), Some(Region::LatinAmerica));
        assert_eq!(region("NA"), Some(Region::Africa));
        assert_eq!(region("BR"), Some(Region::Brazil));
        assert_eq!(region("CN"), None);
        assert_eq!(market_of("CH".parse().unwrap()).unwrap().currency.unwrap().as_str(), "CHF");
    }
}
