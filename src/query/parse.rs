//! Reads a query: words, phrases, fields, negation, choice, groups.

use super::node::{Node, Query};
use super::problem::{Problem, Trouble};
use super::read::{End, Exact, Quotes, Raw};
use super::term::{Pane, Term};
use std::ops::Range;

/// The longest query, in bytes.
pub const LONGEST: usize = 2000;

/// How deep groups and negations may nest.
pub const DEEPEST: usize = 16;

/// Reads a query that may be asked of any pane. Nothing at all asks for everything.
///
/// # Errors
/// Says what is wrong and where, and whether more typing may mend it.
pub fn parse(text: &str) -> Result<Query, Problem> {
    read(text, None)
}

/// Reads a query that is asked of this pane.
///
/// # Errors
/// Those of [`parse`], and fields that mean nothing in the pane.
pub fn parse_for(text: &str, pane: Pane) -> Result<Query, Problem> {
    read(text, Some(pane))
}

fn read(text: &str, pane: Option<Pane>) -> Result<Query, Problem> {
    if text.len() > LONGEST {
        return Err(Problem::wrong(0..text.len(), Trouble::TooLong(LONGEST)));
    }
    let mut reader = Reader { text, pane, at: 0, depth: 0 };
    reader.blanks();
    if reader.is_done() {
        return Ok(Query::default());
    }
    let root = reader.either()?;
    match reader.peek() {
        Some(_) => Err(Problem::wrong(reader.at..reader.at + 1, Trouble::StrayClose)),
        None => Ok(Query { root }),
    }
}

struct Reader<'a> {
    text: &'a str,
    pane: Option<Pane>,
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn is_done(&self) -> bool {
        self.at == self.text.len()
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// Takes one character when it is this one.
    fn eats(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// How long the run of characters up to one of `ends` or a blank is.
    fn run(&self, ends: &[char]) -> usize {
        self.rest().find(|c: char| c.is_whitespace() || ends.contains(&c)).unwrap_or(self.rest().len())
    }

    /// True when the next word is this one.
    fn is_at(&self, word: &str) -> bool {
        self.rest()[..self.run(&['(', ')', '"'])].eq_ignore_ascii_case(word)
    }

    /// Terms with `or` between them.
    fn either(&mut self) -> Result<Node, Problem> {
        let mut choices = vec![self.together()?];
        while self.is_at("or") {
            self.at += 2;
            choices.push(self.together()?);
        }
        Ok(Node::any(choices))
    }

    /// Terms that must all hold.
    fn together(&mut self) -> Result<Node, Problem> {
        let mut terms = Vec::new();
        loop {
            self.blanks();
            if self.is_done() || self.peek() == Some(')') || self.is_at("or") {
                break;
            }
            terms.push(self.term()?);
        }
        if terms.is_empty() { Err(self.nothing()) } else { Ok(Node::all(terms)) }
    }

    /// The problem of a place where a term should stand.
    fn nothing(&self) -> Problem {
        let before = self.text[..self.at].trim_end();
        if before.ends_with('(') && !self.is_at("or") {
            let trouble = if self.is_done() { Trouble::OpenGroup } else { Trouble::EmptyGroup };
            return self.missing(before.len() - 1..before.len(), trouble);
        }
        if before.is_empty() && !self.is_at("or") {
            return Problem::wrong(self.at..self.at + 1, Trouble::StrayClose);
        }
        if self.is_at("or") {
            return Problem::wrong(self.at..self.at + 2, Trouble::NothingBesideOr);
        }
        self.missing(before.len() - 2..before.len(), Trouble::NothingBesideOr)
    }

    /// A problem that more typing mends when the query ends here.
    fn missing(&self, at: Range<usize>, trouble: Trouble) -> Problem {
        if self.is_done() { Problem::unfinished(at, trouble) } else { Problem::wrong(at, trouble) }
    }

    fn term(&mut self) -> Result<Node, Problem> {
        let start = self.at;
        if self.eats('-') {
            return self.negated(start);
        }
        if self.is_at("not") {
            self.at += 3;
            self.blanks();
            return self.negated(start);
        }
        match self.peek() {
            Some('(') => self.nested(start, Self::group),
            Some('"') => self.quoted().map(Node::Phrase),
            _ => self.word(),
        }
    }

    fn negated(&mut self, start: usize) -> Result<Node, Problem> {
        let ends =
            self.is_done() || self.peek().is_some_and(|c| c.is_whitespace() || c == ')') || self.is_at("or");
        if ends {
            return Err(self.missing(start..self.text[..self.at].trim_end().len(), Trouble::NothingToNegate));
        }
        self.nested(start, Self::term).map(|node| Node::Not(Box::new(node)))
    }

    fn nested(
        &mut self,
        start: usize,
        read: impl FnOnce(&mut Self) -> Result<Node, Problem>,
    ) -> Result<Node, Problem> {
        if self.depth == DEEPEST {
            return Err(Problem::wrong(start..start + 1, Trouble::TooDeep(DEEPEST)));
        }
        self.depth += 1;
        let node = read(self);
        self.depth -= 1;
        node
    }

    fn group(&mut self) -> Result<Node, Problem> {
        let start = self.at;
        self.at += 1;
        let node = self.either()?;
        if self.eats(')') { Ok(node) } else { Err(self.missing(start..start + 1, Trouble::OpenGroup)) }
    }

    /// Text in quotes; a backslash takes the next character as it is.
    fn quoted(&mut self) -> Result<String, Problem> {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            match c {
                '"' if text.is_empty() => return Err(Problem::wrong(start..self.at, Trouble::EmptyQuote)),
                '"' => return Ok(text),
                '\\' if let Some(next) = self.peek() => {
                    self.at += next.len_utf8();
                    text.push(next);
                }
                c => text.push(c),
            }
        }
        Err(Problem::unfinished(start..self.at, Trouble::OpenQuote))
    }

    fn word(&mut self) -> Result<Node, Problem> {
        let start = self.at;
        let end = start + self.run(&[')']);
        let word = &self.text[start..end];
        if let Some((name, _)) = word.split_once(':')
            && !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_alphabetic())
        {
            let length = name.len();
            return self.field(length);
        }
        self.at = end;
        Ok(Node::Word(self.text[start..end].to_owned()))
    }

    /// A field whose name is so long.
    fn field(&mut self, length: usize) -> Result<Node, Problem> {
        let start = self.at;
        self.at += length;
        let name = &self.text[start..self.at];
        let Some(term) = Term::named(name) else {
            let trouble = Trouble::UnknownField(name.into(), Term::nearest(name));
            return Err(Problem::wrong(start..self.at, trouble));
        };
        if let Some(pane) = self.pane.filter(|pane| !term.is_on(*pane)) {
            return Err(Problem::wrong(start..self.at, Trouble::NotHere(term, pane)));
        }
        let mut tests = Vec::new();
        loop {
            self.at += 1; // the colon, or the comma
            tests.push(self.value(term)?.test()?);
            if self.peek() != Some(',') {
                return Ok(Node::Field(term, tests));
            }
        }
    }

    fn value(&mut self, term: Term) -> Result<Raw, Problem> {
        let start = self.at;
        let exact = if self.rest().starts_with('=') { Exact::Yes } else { Exact::No };
        self.at += usize::from(exact == Exact::Yes);
        let (text, quotes) = if self.peek() == Some('"') {
            (self.quoted()?, Quotes::Around)
        } else {
            let end = self.at + self.run(&[')', ',']);
            let text = self.text[self.at..end].to_owned();
            self.at = end;
            (text, Quotes::None)
        };
        let end = if self.is_done() { End::Open } else { End::Closed };
        Ok(Raw { term, text, at: start..self.at, quotes, exact, end })
    }
}

#[cfg(test)]
mod tests;
