//! The page on which agents see their sessions, end them, and change their password.

use domain::Millis;

use super::escape;
use super::forms::{self, Field, Page};

/// The content of the page.
#[derive(Debug, Clone)]
pub(crate) struct Account<'a> {
    /// The agent's name.
    pub(crate) name: &'a str,
    /// The agent's e-mail address.
    pub(crate) email: &'a str,
    /// The result of the last press; empty: there was none.
    pub(crate) notice: &'a str,
    /// The fault of the last answer.
    pub(crate) error: Option<String>,
    /// The agent's sessions.
    pub(crate) sessions: Vec<Shown>,
}

/// A session of the agent.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The session's id.
    pub(crate) id: String,
    /// The browser.
    pub(crate) browser: String,
    /// The time since the sign-in.
    pub(crate) since: Millis,
    /// The time since the last use.
    pub(crate) used: Millis,
    /// Whether it is the session of this browser.
    pub(crate) here: bool,
}

/// The page in HTML.
#[must_use]
pub(crate) fn html(account: &Account<'_>) -> String {
    let Account { name, email, notice, error, sessions } = account;
    let mut main = format!("<h1>Your account</h1><p>{} · {}</p>", escape(name), escape(email));
    if !notice.is_empty() {
        main.push_str(&format!("<p class=\"notice\" role=\"status\">{}</p>", escape(notice)));
    }
    if let Some(error) = error {
        main.push_str(&format!("<p class=\"error\" role=\"alert\">{}</p>", escape(error)));
    }
    main.push_str("<h2>Sessions</h2><ul>");
    main.extend(sessions.iter().map(session));
    main.push_str("</ul>");
    if sessions.iter().any(|session| !session.here) {
        main.push_str(&forms::form(&Page {
            action: "/oidc/account/end-others".to_owned(),
            button: "End all other sessions",
            ..Page::default()
        }));
    }
    main.push_str("<h2>Password</h2>");
    main.push_str(&forms::form(&password_form(email)));
    main.push_str("<p class=\"foot\"><a href=\"/\">Back to the console</a></p>");
    forms::shell("Your account", &main)
}

fn session(session: &Shown) -> String {
    let Shown { id, browser, since, used, here } = session;
    let times = format!("Signed in {}, last used {}", ago(*since), ago(*used));
    let end = if *here {
        "<small>This browser</small>".to_owned()
    } else {
        format!(
            "<form method=\"post\" action=\"/oidc/account/end\"><input type=\"hidden\" \
             name=\"session\" value=\"{}\"><button class=\"small\" aria-label=\"End the session of \
             {}\">End</button></form>",
            escape(id),
            escape(browser)
        )
    };
    format!("<li><span><b>{}</b><small>{times}</small></span>{end}</li>", escape(browser))
}

fn password_form<'a>(email: &'a str) -> Page<'a> {
    let username = Field {
        name: "email",
        kind: "hidden",
        value: email,
        autocomplete: "username",
        ..Field::default()
    };
    let password = Field { kind: "password", ..Field::default() };
    Page {
        action: "/oidc/account/password".to_owned(),
        fields: vec![
            username,
            Field {
                name: "old",
                label: "Old password",
                autocomplete: "current-password",
                ..password
            },
            Field {
                name: "password",
                label: "New password",
                help: "At least 12 characters. All other sessions end.",
                autocomplete: "new-password",
                ..password
            },
        ],
        button: "Change password",
        ..Page::default()
    }
}

/// A span of time in words.
fn ago(span: Millis) -> String {
    let minutes = span.0.max(0) / 60_000;
    let (count, unit) = match minutes {
        0 => return "just now".to_owned(),
        1..60 => (minutes, "minute"),
        60..1_440 => (minutes / 60, "hour"),
        _ => (minutes / 1_440, "day"),
    };
    format!("{count} {unit}{} ago", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_said_in_the_largest_unit_that_fits() {
        for (span, words) in [
            (Millis::seconds(59), "just now"),
            (Millis::minutes(1), "1 minute ago"),
            (Millis::minutes(59), "59 minutes ago"),
            (Millis::hours(1), "1 hour ago"),
            (Millis::hours(47), "1 day ago"),
            (Millis::hours(24 * 29), "29 days ago"),
        ] {
            assert_eq!(ago(span), words);
        }
    }

    #[test]
    fn a_browsers_name_never_becomes_markup() {
        let bad = "\"><script>alert(1)</script>";
        let html = html(&Account {
            name: bad,
            email: bad,
            notice: bad,
            error: Some(bad.to_owned()),
            sessions: vec![Shown {
                id: bad.to_owned(),
                browser: bad.to_owned(),
                since: Millis(0),
                used: Millis(0),
                here: false,
            }],
        });
        assert!(!html.contains("<script>"), "{html}");
        assert!(html.contains("End all other sessions"), "{html}");
    }
}
