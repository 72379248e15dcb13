//! The tree as a Mermaid diagram: each record once, the questions as words on the arrows.

use super::{Tree, TreePlace};
use crate::edit::Book;
use crate::i18n::Lang;
use crate::model::Key;
use crate::survey::tree::Item;
use std::fmt::Write as _;

/// What becomes one box of the diagram.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Node {
    Record(Key),
    Other(Item),
}

fn node(item: Item) -> Node {
    item.key().map_or(Node::Other(item), Node::Record)
}

impl Tree {
    /// The lines that are unfolded, as text for Mermaid.
    pub fn mermaid(&self, book: &Book, lang: Lang) -> String {
        let mut nodes: Vec<Node> = Vec::new();
        let mut edges: Vec<String> = Vec::new();
        let mut text = "flowchart LR\n".to_owned();
        for line in &self.lines {
            let TreePlace::Item(item) = line.place else { continue };
            if matches!(item, Item::Branch(..)) {
                continue;
            }
            let place = place(&mut nodes, node(item), || line.text(book, lang).0, &mut text);
            let Some((from, label)) = above(&line.path, lang) else { continue };
            let from = nodes.iter().position(|known| *known == node(from)).unwrap_or(0);
            let edge = format!("  n{from} -->{} n{place}\n", arrow(label));
            if from != place && !edges.contains(&edge) {
                edges.push(edge);
            }
        }
        edges.iter().for_each(|edge| text.push_str(edge));
        text
    }
}

/// The number of a box; a new one is drawn.
fn place(nodes: &mut Vec<Node>, node: Node, name: impl FnOnce() -> String, text: &mut String) -> usize {
    if let Some(known) = nodes.iter().position(|known| *known == node) {
        return known;
    }
    let place = nodes.len();
    nodes.push(node);
    // Writing to a String cannot fail.
    writeln!(text, "  n{place}[\"{}\"]", escaped(&name())).unwrap_or_default();
    place
}

/// The place above that has a box, and the question between.
fn above(path: &[Item], lang: Lang) -> Option<(Item, Option<&'static str>)> {
    let mut label = None;
    for item in path.iter().rev().skip(1) {
        match item {
            Item::Branch(branch, _) => label = Some(lang.tree().branch(*branch)),
            _ => return Some((*item, label)),
        }
    }
    None
}

fn arrow(label: Option<&str>) -> String {
    label.map_or_else(String::new, |label| format!("|\"{}\"|", escaped(label)))
}

/// A name inside quotes: whatever could end the quotes, or mean something to Mermaid or to HTML, becomes a number.
fn escaped(name: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_alphanumeric() || " .,-+/()':_".contains(c) {
            safe.push(c);
        } else {
            // Writing to a String cannot fail.
            write!(safe, "#{};", u32::from(c)).unwrap_or_default();
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_in_a_name_ends_the_quotes_or_becomes_markup() {
        assert_eq!(escaped("O'Neil & Söhne, 株式会社 (FR)"), "O'Neil #38; Söhne, 株式会社 (FR)");
        assert_eq!(
            escaped("a\"]; click n0 <b>`x`#35;"),
            "a#34;#93;#59; click n0 #60;b#62;#96;x#96;#35;35#59;"
        );
    }
}
