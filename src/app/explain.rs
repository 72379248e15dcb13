//! A rule explained in paragraphs: what it asks, whether it holds on the day, what it says of a record, the facts that decide,
//! and the ways out. The screens and the commands show the same.

use super::reader::Text;
use crate::edit::Book;
use crate::edit::fix::fixes;
use crate::i18n::Lang;
use crate::model::Key;
use crate::rules::{Code, Finding, rule, waiver_of};
use crate::survey::explain::{Case, Fact, InForce, Weight, in_force};

/// What a rule is explained with.
#[derive(Clone, Copy, Debug)]
pub struct Explainer<'a> {
    /// The book.
    pub book: &'a Book,
    /// The language.
    pub lang: Lang,
}

impl Explainer<'_> {
    /// The heading of a rule.
    pub fn heading(&self, code: Code) -> Text {
        Text::Heading(format!("{}  {}", code.text(), self.lang.rule_title(code)))
    }

    /// What a rule asks, and since when and until when it does.
    pub fn rule(&self, code: Code) -> Vec<Text> {
        let Some(rule) = rule(code) else { return Vec::new() };
        let (lang, words) = (self.lang, self.lang.explain());
        let kind = words.kind(lang.severity(rule.severity), lang.nature(rule.nature));
        let day = |(y, m, d): (i16, i8, i8)| format!("{y:04}-{m:02}-{d:02}");
        let (from, until) = (rule.valid.from.map(day), rule.valid.until.map(day));
        let valid = (from.is_some() || until.is_some())
            .then(|| (lang.commands().valid)(from.as_deref(), until.as_deref()));
        let today = self.book.today();
        let now = match in_force(rule, today) {
            InForce::Now => None,
            InForce::NotYet(_) => Some(words.not_yet(today)),
            InForce::NoMore(_) => Some(words.no_more(today)),
        };
        let source = lang.overlays().source(rule.source);
        let parts = [Some(lang.rule_explains(code).to_owned()), Some(kind), valid, now, Some(source)];
        parts.into_iter().flatten().map(Text::Plain).collect()
    }

    /// What a rule says of a record, why, and what leads out.
    pub fn case(&self, case: &Case) -> Vec<Text> {
        let mut text = self.says(case);
        text.extend(self.decided(case));
        text.extend(case.findings.iter().filter_map(|finding| self.ways_out(finding)));
        text
    }

    fn says(&self, case: &Case) -> Vec<Text> {
        let (lang, model) = (self.lang, self.book.model());
        if case.is_silent() {
            let name = model.name(case.subject);
            return vec![Text::Plain((lang.commands().holds)(case.rule.text(), &name.show()))];
        }
        let sentence =
            |finding: &Finding| Text::Finding(finding.severity, lang.finding_sentence(model, finding));
        let mut text: Vec<Text> = case.findings.iter().map(sentence).collect();
        for finding in &case.waived {
            text.extend([sentence(finding), self.accepted(finding)]);
        }
        text.extend(case.gaps.iter().map(|gap| Text::Plain(lang.missing_sentence(model, gap))));
        text
    }

    fn accepted(&self, finding: &Finding) -> Text {
        let waiver = waiver_of(&self.book.look(), finding);
        let (until, reason) =
            waiver.map_or((None, String::new()), |w| (w.until, w.reason.show().into_owned()));
        Text::Plain(self.lang.explain().accepted(until, &reason))
    }

    /// The facts that decide, under their heading. A rule that is not in force is decided by its dates alone.
    fn decided(&self, case: &Case) -> Vec<Text> {
        let words = self.lang.explain();
        let holds = rule(case.rule).is_some_and(|rule| in_force(rule, self.book.today()) == InForce::Now);
        if !holds {
            return Vec::new();
        }
        let mut lines = self.facts(&case.facts);
        if case.by_day {
            lines.push(Text::Fact(words.the_day(self.book.today())));
        }
        let heading = match (lines.is_empty(), case.weight) {
            (true, _) => words.nothing_decides,
            (false, Weight::Each) => words.decided_by,
            (false, Weight::Together) if case.facts.is_empty() => words.decided_by,
            (false, Weight::Together) => words.together,
        };
        lines.insert(0, Text::Plain(heading.to_owned()));
        lines
    }

    /// Facts, a line for each record.
    pub fn facts(&self, facts: &[Fact]) -> Vec<Text> {
        self.lang.facts(self.book.model(), facts).into_iter().map(Text::Fact).collect()
    }

    fn ways_out(&self, finding: &Finding) -> Option<Text> {
        let model = self.book.model();
        let fixes = fixes(model, self.book.today(), finding);
        let fixes: Vec<String> = fixes.iter().map(|fix| self.lang.fix(model, fix.kind)).collect();
        (!fixes.is_empty()).then(|| Text::Plain((self.lang.commands().fixes)(&fixes.join(", "))))
    }

    /// True when a finding stands in the book: that of a step that was refused does not.
    pub fn stands(&self, finding: &Finding) -> bool {
        let findings = self.book.findings();
        findings.on(finding.subject).contains(finding)
            || findings.waived_on(finding.subject).contains(finding)
    }

    /// The case of a rule on a record.
    pub fn judge(&self, code: Code, subject: Key) -> Case {
        Case::of(&self.book.look(), code, subject)
    }
}
