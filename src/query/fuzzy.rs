//! Fuzzy words: the letters of a word in their order, near together, a slip forgiven. Knows text, not records.

use super::fold::{fold, has_capital, keep_case};
use frizbee::{CaseMatching, Config, Matcher, Scoring, SortStrategy};

/// Whether a slip of the finger is forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Typos {
    /// Every letter must be there.
    Off,
    /// One letter may be wrong in a word of five or more.
    #[default]
    Low,
}

/// How near together the letters must stand: this share of the score of a word found in one piece, in percent.
/// Without it three letters find half of all names.
const NEAR: u16 = 66;

/// Words shorter than this must be right.
const LONG_ENOUGH_FOR_A_SLIP: usize = 5;

/// One word, ready to be looked for in many texts.
#[derive(Clone, Debug)]
pub struct Needle {
    folded: Matcher,
    cased: Option<Matcher>,
    least: u16,
}

impl Needle {
    /// The word, its case and accents aside; when it has a capital letter, case counts.
    pub fn new(word: &str, typos: Typos) -> Self {
        let folded = fold(word);
        let length = folded.chars().count();
        let slips = u16::from(typos == Typos::Low && length >= LONG_ENOUGH_FOR_A_SLIP);
        let config = Config::default()
            .max_typos(Some(slips))
            .casing(CaseMatching::Respect)
            .sort(SortStrategy::IndexAsc)
            .scoring(scoring());
        let whole = config.scoring.match_score + config.scoring.matching_case_bonus;
        let length = u16::try_from(length.min(config.scoring.max_needle_len())).unwrap_or(u16::MAX);
        Self {
            folded: Matcher::new(folded.as_ref(), &config),
            cased: has_capital(word).then(|| Matcher::new(keep_case(word), &config)),
            least: u16::try_from(u32::from(whole) * u32::from(length) * u32::from(NEAR) / 100)
                .unwrap_or(u16::MAX),
        }
    }

    /// True when case counts, and a hit in folded text must be confirmed by [`Self::confirmed`].
    pub fn is_cased(&self) -> bool {
        self.cased.is_some()
    }

    /// The places and scores of those folded texts that have the word, in the order of the texts.
    pub fn scores(&mut self, folded: &[&str]) -> impl Iterator<Item = (usize, u16)> + use<> {
        let least = self.least;
        let found = self.folded.match_list(folded);
        found.into_iter().filter(move |m| m.score >= least).map(|m| (m.index as usize, m.score))
    }

    /// The places of those texts, as they were written, that have the word with its capital letters.
    pub fn confirmed(&mut self, written: &[impl AsRef<str>]) -> Vec<usize> {
        let least = self.least;
        let Some(cased) = &mut self.cased else { return (0..written.len()).collect() };
        let texts: Vec<String> = written.iter().map(|text| keep_case(text.as_ref())).collect();
        let found = cased.match_list(&texts).into_iter().filter(|m| m.score >= least);
        found.map(|m| m.index as usize).collect()
    }
}

/// Wide gaps cost more, and the first letter brings less, than usual: names are short.
fn scoring() -> Scoring {
    Scoring { gap_extend_penalty: 2, prefix_bonus: 8, ..Scoring::default() }
}

/// The places of those texts that have all the words, the best first; equals keep their order. For short lists:
/// palette, help, pickers.
pub fn rank<S: AsRef<str>>(words: &str, texts: &[S], typos: Typos) -> Vec<usize> {
    let folded: Vec<_> = texts.iter().map(|text| fold(text.as_ref())).collect();
    let mut left: Vec<(usize, u32)> = (0..texts.len()).map(|n| (n, 0)).collect();
    for word in words.split_whitespace() {
        let mut needle = Needle::new(word, typos);
        let slices: Vec<&str> = left.iter().map(|(n, _)| folded[*n].as_ref()).collect();
        let found: Vec<_> =
            needle.scores(&slices).map(|(at, score)| (left[at].0, left[at].1 + u32::from(score))).collect();
        let written: Vec<&str> = found.iter().map(|(n, _)| texts[*n].as_ref()).collect();
        left = needle.confirmed(&written).into_iter().map(|at| found[at]).collect();
    }
    left.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
    left.into_iter().map(|(n, _)| n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: &[&str] = &[
        "Clinique du Parc",
        "Lycée Pasteur",
        "Port Calanque",
        "Imprimerie Sud",
        "Sud Conseil",
        "Straßenbau Köln",
        "Parc des Expositions",
        "Atelier Cloud",
        "Port Atlantique Commerce",
        "Nordlys Distribution",
    ];

    fn found(words: &str) -> Vec<&'static str> {
        rank(words, NAMES, Typos::Low).into_iter().map(|n| NAMES[n]).collect()
    }

    #[test]
    fn words_are_found_without_case_and_accents() {
        assert_eq!(found("clin parc"), ["Clinique du Parc"]);
        assert_eq!(found("lycee"), ["Lycée Pasteur"]);
        assert_eq!(found("STRASSEN"), Vec::<&str>::new());
        assert_eq!(found("strassen koln"), ["Straßenbau Köln"]);
        assert_eq!(found("parc clin"), ["Clinique du Parc"]);
    }

    #[test]
    fn letters_may_be_left_out_but_must_stand_near() {
        assert_eq!(rank("cliqu", NAMES, Typos::Off), [0]);
        assert_eq!(found("cliparc"), ["Clinique du Parc"]);
        assert_eq!(found("ndlys"), ["Nordlys Distribution"]);
        assert!(!found("parc").contains(&"Port Atlantique Commerce"));
    }

    #[test]
    fn a_capital_letter_makes_case_count() {
        assert_eq!(found("Parc"), ["Parc des Expositions", "Clinique du Parc"]);
        assert_eq!(found("pArc"), Vec::<&str>::new());
        assert_eq!(found("Sud"), ["Sud Conseil", "Imprimerie Sud"]);
    }

    #[test]
    fn one_slip_is_forgiven_when_asked_for() {
        assert_eq!(found("nordlxs"), ["Nordlys Distribution"]);
        assert!(rank("nordlxs", NAMES, Typos::Off).is_empty());
        assert!(found("pxrc").is_empty());
    }

    #[test]
    fn nothing_asked_is_everything_in_order() {
        assert_eq!(found(""), NAMES);
    }

    proptest! {
        #[test]
        fn every_part_of_a_name_finds_it(n in 0..NAMES.len(), from in 0usize..10, length in 1usize..8) {
            let part: String = fold(NAMES[n]).chars().skip(from).take(length).collect();
            prop_assert!(rank(&part, NAMES, Typos::Off).contains(&n));
        }
    }
}
