//! The little XML that CloudFormation and STS answer with: flat elements in lists of members.

/// The text of the first element of this name.
pub(crate) fn first(xml: &str, name: &str) -> Option<String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let from = xml.find(&open)? + open.len();
    let to = xml.get(from..)?.find(&close)? + from;
    xml.get(from..to).map(plain)
}

/// The pieces of a list, each from one `name` to the next.
pub(crate) fn pieces<'a>(xml: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let open = format!("<{name}>");
    let starts: Vec<usize> = xml.match_indices(&open).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(xml.len()));
    let ranges: Vec<_> = starts.iter().copied().zip(ends).collect();
    ranges.into_iter().filter_map(|(from, to)| xml.get(from..to))
}

fn plain(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_a_list_stay_together() {
        let xml = "<r><member><K>a</K><V>1 &amp; 2</V></member><member><K>b</K></member></r>";
        let read: Vec<_> = pieces(xml, "K").map(|p| (first(p, "K"), first(p, "V"))).collect();
        let text = |t: &str| Some(t.to_owned());
        assert_eq!(read, [(text("a"), text("1 & 2")), (text("b"), None)]);
        assert_eq!(first("<a>cut", "a"), None);
    }
}
