//! A query as a tree, and the tree as text that reads back to the same tree.

use super::term::Term;
use super::value::Test;

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    /// The whole of it.
    pub root: Node,
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// All must hold; none at all always hold.
    All(Vec<Node>),
    /// One must hold.
    Any(Vec<Node>),
    /// It must not hold.
    Not(Box<Node>),
    /// A fuzzy word.
    Word(String),
    /// A part of the text as it stands.
    Phrase(String),
    /// A field; one of the tests must hold.
    Field(Term, Vec<Test>),
}

impl Default for Node {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Node {
    /// All of these; what is a conjunction itself is taken apart.
    pub fn all(nodes: Vec<Self>) -> Self {
        Self::flat(nodes, |node| if let Self::All(parts) = node { Ok(parts) } else { Err(node) }, Self::All)
    }

    /// One of these; what is a choice itself is taken apart.
    pub fn any(nodes: Vec<Self>) -> Self {
        Self::flat(nodes, |node| if let Self::Any(parts) = node { Ok(parts) } else { Err(node) }, Self::Any)
    }

    fn flat(
        nodes: Vec<Self>,
        open: impl Fn(Self) -> Result<Vec<Self>, Self>,
        make: impl Fn(Vec<Self>) -> Self,
    ) -> Self {
        let mut parts: Vec<Self> =
            nodes.into_iter().flat_map(|node| open(node).unwrap_or_else(|node| vec![node])).collect();
        match parts.pop() {
            Some(only) if parts.is_empty() => only,
            last => {
                parts.extend(last);
                make(parts)
            }
        }
    }

    fn print(&self, out: &mut String) {
        match self {
            Self::All(parts) => join(out, parts, " ", |part| matches!(part, Self::Any(_))),
            Self::Any(parts) => join(out, parts, " or ", |_| false),
            Self::Not(part) => {
                out.push('-');
                grouped(out, part, matches!(**part, Self::All(_) | Self::Any(_)));
            }
            Self::Word(word) if reads_as_word(word) => out.push_str(word),
            Self::Word(text) | Self::Phrase(text) => quote(out, text),
            Self::Field(term, tests) => {
                out.push_str(term.name());
                for (n, test) in tests.iter().enumerate() {
                    out.push(if n == 0 { ':' } else { ',' });
                    test.print(out);
                }
            }
        }
    }
}

impl Query {
    /// The query as text that [`super::parse`] reads back to it.
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.root.print(&mut out);
        out
    }

    /// True when it asks for everything.
    pub fn is_empty(&self) -> bool {
        self.root == Node::default()
    }

    /// The parts that must all hold.
    pub fn parts(&self) -> &[Node] {
        match &self.root {
            Node::All(parts) => parts,
            Node::Any(_) | Node::Not(_) | Node::Word(_) | Node::Phrase(_) | Node::Field(..) => {
                std::slice::from_ref(&self.root)
            }
        }
    }
}

fn join(out: &mut String, parts: &[Node], between: &str, group: impl Fn(&Node) -> bool) {
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            out.push_str(between);
        }
        grouped(out, part, group(part));
    }
}

fn grouped(out: &mut String, part: &Node, group: bool) {
    if group {
        out.push('(');
    }
    part.print(out);
    if group {
        out.push(')');
    }
}

/// True when the text stands for itself as a word.
fn reads_as_word(word: &str) -> bool {
    matches!(super::parse(word), Ok(query) if query.root == Node::Word(word.to_owned()))
}

/// Appends the text in quotes.
pub(super) fn quote(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
}
