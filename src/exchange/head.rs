//! Saved HTTP headers in front of a body: a request line, a status line, `Date`. Knows nothing of the body.

use super::scalar;
use crate::model::{Moment, TenantId};

/// What the lines in front of a saved body said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The path of the request line, as written (`/v1/customers/…`).
    pub request: Option<String>,
    /// The number of the status line (`HTTP/1.1 200 OK`).
    pub status: Option<u16>,
    /// The `Date` header: when the answer was given.
    pub date: Option<Moment>,
    /// How many lines were dropped.
    pub lines: usize,
}

impl Head {
    /// Gives the customer's tenant id when the request was about one customer.
    pub fn customer(&self) -> Option<TenantId> {
        scalar::customer_of(self.request.as_deref()?)
    }
}

const METHODS: [&str; 5] = ["GET ", "POST ", "PATCH ", "PUT ", "DELETE "];

/// Replaces headers in front of the body by empty lines and reads them. A request and its answer may both be
/// there, one block after the other.
pub fn strip(text: String) -> (String, Head) {
    let mut head = Head::default();
    let mut body = 0;
    while let Some(end) = block(&text[body..], &mut head) {
        body += end;
    }
    if body == 0 {
        return (text, head);
    }
    let lines = text[..body].matches('\n').count();
    head.lines = lines;
    ("\n".repeat(lines) + &text[body..], head)
}

/// Reads one block of headers; gives where it ends, or nothing when the text does not begin with one.
fn block(text: &str, head: &mut Head) -> Option<usize> {
    let start = text.len() - text.trim_start().len();
    let first = text[start..].lines().next()?;
    if !opens(first) {
        return None;
    }
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.starts_with(['{', '[']) || at != start && opens(line) {
            return Some(at);
        }
        at += line.len();
        if line.trim().is_empty() {
            return Some(at);
        }
        read_line(line.trim(), head);
    }
    Some(text.len())
}

fn opens(line: &str) -> bool {
    line.starts_with("HTTP/") || METHODS.iter().any(|method| line.starts_with(method))
}

fn read_line(line: &str, head: &mut Head) {
    if line.starts_with("HTTP/") {
        head.status = line.split_whitespace().nth(1).and_then(|number| number.parse().ok());
    } else if let Some(rest) = METHODS.iter().find_map(|method| line.strip_prefix(method)) {
        head.request = rest.split_whitespace().next().map(path_of);
    } else if let Some((name, value)) = line.split_once(':')
        && name.eq_ignore_ascii_case("date")
    {
        head.date = scalar::http_date(value.trim());
    }
}

fn path_of(target: &str) -> String {
    let rest =
        target.split_once("://").map_or(target, |(_, rest)| rest.find('/').map_or("", |at| &rest[at..]));
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUSTOMER: &str = "0b7f0f0e-3d54-4f0c-9a53-6c2f4a1f7e21";

    #[test]
    fn an_answer_with_headers_keeps_its_line_numbers_and_its_date() {
        let text = "HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2015 16:41:29 GMT\r\nMS-CV: x\r\n\r\n{\"a\": 1}";
        let (body, head) = strip(text.to_owned());
        assert_eq!(body, "\n\n\n\n{\"a\": 1}");
        assert_eq!((head.status, head.lines), (Some(200), 4));
        assert_eq!(head.date, "2015-11-23T16:41:29Z".parse().ok());
        assert_eq!(head.customer(), None);
    }

    #[test]
    fn a_request_line_tells_the_customer() {
        let request = format!("GET https://api.example.com/v1/customers/{CUSTOMER}/subscriptions HTTP/1.1");
        let text = format!("{request}\nAccept: application/json\n\nHTTP/1.1 200 OK\nDate: nonsense\n\n[]");
        let (body, head) = strip(text);
        assert_eq!(body, "\n\n\n\n\n\n[]");
        assert_eq!(head.customer(), CUSTOMER.parse().ok());
        assert_eq!(head.date, None);
    }

    #[test]
    fn headers_without_the_empty_line_end_where_the_body_begins() {
        let (body, head) = strip("GET /v1/customers HTTP/1.1\n{\"items\": []}".to_owned());
        assert_eq!(body, "\n{\"items\": []}");
        assert_eq!(head.request.as_deref(), Some("/v1/customers"));
    }

    #[test]
    fn a_body_alone_is_left_as_it_is() {
        let (body, head) = strip("{\"HTTP/1.1\": 1}\n".to_owned());
        assert_eq!(body, "{\"HTTP/1.1\": 1}\n");
        assert_eq!(head, Head::default());
    }
}
