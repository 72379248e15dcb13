//! Text to the clipboard of the terminal (OSC 52): works over SSH, gives no answer, has a size limit.

use std::ffi::OsStr;

/// Terminals drop longer texts without a word; in bytes of base64.
pub const LIMIT: usize = 74_994;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Returns the sequence that puts `text` on the clipboard, or nothing when the text is over the limit. `tmux` is the
/// environment's `TMUX`: inside tmux the sequence is wrapped.
pub fn sequence(text: &str, tmux: Option<&OsStr>) -> Option<String> {
    let encoded = base64(text.as_bytes());
    if encoded.len() > LIMIT {
        return None;
    }
    let plain = format!("\x1b]52;c;{encoded}\x07");
    let inside = tmux.is_some_and(|value| !value.is_empty());
    Some(if inside { format!("\x1bPtmux;\x1b{plain}\x1b\\") } else { plain })
}

fn base64(bytes: &[u8]) -> String {
    bytes.chunks(3).flat_map(quartet).collect()
}

fn quartet(chunk: &[u8]) -> [char; 4] {
    let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
    let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    let letter = |at: usize| char::from(ALPHABET[(bits >> (18 - 6 * at) & 63) as usize]);
    std::array::from_fn(|at| if at <= chunk.len() { letter(at) } else { '=' })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_every_remainder() {
        let pairs =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("é", "w6k=")];
        for (text, encoded) in pairs {
            assert_eq!(base64(text.as_bytes()), encoded);
        }
    }

    #[test]
    fn tmux_gets_a_wrapped_sequence() {
        assert_eq!(sequence("foo", None).unwrap(), "\x1b]52;c;Zm9v\x07");
        assert_eq!(
            sequence("foo", Some(OsStr::new("/tmp/tmux,1,0"))).unwrap(),
            "\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\"
        );
        assert_eq!(sequence("foo", Some(OsStr::new(""))).unwrap(), "\x1b]52;c;Zm9v\x07");
    }

    #[test]
    fn a_text_over_the_limit_is_not_sent() {
        assert!(sequence(&"x".repeat(56_244), None).is_some());
        assert!(sequence(&"x".repeat(56_247), None).is_none());
    }
}
