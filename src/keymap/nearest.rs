//! The known name nearest to a misspelt one; knows nobody.

/// The name with the fewest edits to `found`, unless more than a third of it would have to change.
pub fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let limit = found.chars().count().div_ceil(3);
    let (distance, name) = known.iter().map(|name| (distance(found, name), *name)).min_by_key(|(d, _)| *d)?;
    (distance <= limit).then_some(name)
}

/// Insertions, deletions and replacements from one to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().flat_map(char::to_lowercase).collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, a) in from.chars().flat_map(char::to_lowercase).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, b) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn counts_edits() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("Save", "save"), 0);
    }

    #[test]
    fn offers_what_is_near_and_nothing_else() {
        let known = ["row-down", "row-up", "save"];
        assert_eq!(nearest("row-dwon", &known), Some("row-down"));
        assert_eq!(nearest("fly", &known), None);
    }
}
