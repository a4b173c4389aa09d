//! Forms that work without a script: sign-in, set-up, invitation, forgotten passwords.

use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::escape;

/// A page with one form, or with words only.
#[derive(Debug, Clone, Default)]
pub struct Page<'a> {
    /// The heading.
    pub title: &'a str,
    /// The sentence under it.
    pub intro: &'a str,
    /// The fault of the last answer.
    pub error: Option<String>,
    /// The address that the form is sent to.
    pub action: String,
    /// Fields that the person does not see.
    pub hidden: Vec<(String, String)>,
    /// The fields.
    pub fields: Vec<Field<'a>>,
    /// The button; empty: the page has no form.
    pub button: &'a str,
    /// The line at the end.
    pub foot: &'a str,
    /// The address and the words of a link after it.
    pub link: Option<(&'a str, &'a str)>,
}

/// A field of a form.
#[derive(Debug, Clone, Copy, Default)]
pub struct Field<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its label.
    pub label: &'a str,
    /// `text`, `email`, `password` or `hidden`.
    pub kind: &'a str,
    /// Its value before the person writes.
    pub value: &'a str,
    /// A line of help.
    pub help: &'a str,
    /// The value for a password manager (the HTML standard's `autocomplete`).
    pub autocomplete: &'a str,
}

/// The page as an answer: it runs no script, nobody frames it, and no browser keeps it.
pub fn respond(status: StatusCode, page: &Page<'_>) -> Response {
    respond_with(status, &html(page))
}

/// The same for a page that is in HTML already.
pub(crate) fn respond_with(status: StatusCode, html: &str) -> Response {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    let headers = [(header::CONTENT_SECURITY_POLICY, policy), (header::CACHE_CONTROL, "no-store")];
    (status, headers, Html(html.to_owned())).into_response()
}

/// The page in HTML.
#[must_use]
pub fn html(page: &Page<'_>) -> String {
    let mut main = format!("<h1>{}</h1><p>{}</p>", escape(page.title), escape(page.intro));
    if let Some(error) = &page.error {
        main.push_str(&format!("<p class=\"error\" role=\"alert\">{}</p>", escape(error)));
    }
    if !page.button.is_empty() {
        main.push_str(&form(page));
    }
    if !page.foot.is_empty() {
        main.push_str(&format!("<p class=\"foot\">{}</p>", escape(page.foot)));
    }
    if let Some((address, words)) = page.link {
        let (address, words) = (escape(address), escape(words));
        main.push_str(&format!("<p class=\"foot\"><a href=\"{address}\">{words}</a></p>"));
    }
    shell(page.title, &main)
}

/// A whole page around its main part, which is HTML already.
pub(super) fn shell(title: &str, main: &str) -> String {
    include_str!("../../pages/form.html")
        .replace("<!--title-->", &escape(title))
        .replace("<!--main-->", main)
}

/// The form of a page in HTML.
pub(super) fn form(page: &Page<'_>) -> String {
    let hidden: String = page
        .hidden
        .iter()
        .map(|(name, value)| {
            format!("<input type=\"hidden\" name=\"{}\" value=\"{}\">", escape(name), escape(value))
        })
        .collect();
    let mut first = true;
    let fields: String = page.fields.iter().map(|one| field(one, &mut first)).collect();
    format!(
        "<form method=\"post\" action=\"{}\">{hidden}{fields}<button>{}</button></form>",
        escape(&page.action),
        escape(page.button)
    )
}

fn field(field: &Field<'_>, first: &mut bool) -> String {
    let Field { name, label, kind, value, help, autocomplete } = field;
    let value = escape(value);
    if *kind == "hidden" {
        // A password manager keeps the password under this name.
        return format!(
            "<input type=\"text\" name=\"{name}\" value=\"{value}\" autocomplete=\"{autocomplete}\" \
             readonly hidden>"
        );
    }
    let (described, help) = if help.is_empty() {
        (String::new(), String::new())
    } else {
        (
            format!(" aria-describedby=\"{name}-help\""),
            format!("<small id=\"{name}-help\">{}</small>", escape(help)),
        )
    };
    let focus = if std::mem::take(first) { " autofocus" } else { "" };
    format!(
        "<label for=\"{name}\">{}</label><input id=\"{name}\" name=\"{name}\" type=\"{kind}\" \
         value=\"{value}\" autocomplete=\"{autocomplete}\" required{described}{focus}>{help}",
        escape(label)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_somebody_typed_becomes_markup() {
        let bad = "\"><script>alert(1)</script>";
        let page = Page {
            title: bad,
            intro: bad,
            error: Some(bad.to_owned()),
            action: "/x".to_owned(),
            hidden: vec![("state".to_owned(), bad.to_owned())],
            fields: vec![Field { name: "email", kind: "email", value: bad, ..Field::default() }],
            button: "Go",
            foot: bad,
            link: Some((bad, bad)),
        };
        let html = html(&page);
        assert!(!html.contains("<script>"), "{html}");
        assert_eq!(html.matches("&lt;script&gt;").count(), 9, "{html}");
    }
}
