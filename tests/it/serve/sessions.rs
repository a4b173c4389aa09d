//! Sessions of a workplace in earnest: over a restart, and their ends.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::place::{Folder, PASSWORD, Workplace};

const NEW: &str = "another long password";

/// A browser in which somebody has signed in.
struct Browser {
    token: String,
    refresh: Value,
    cookie: String,
}

impl Browser {
    fn of(place: &Workplace, answer: (u16, String, String)) -> Self {
        let head = answer.1.clone();
        let tokens = place.tokens(answer);
        let cookie = head.split("switchboard_account=").nth(1).unwrap();
        assert!(head.contains("HttpOnly; SameSite=Strict"), "{head}");
        let secret = cookie.split(';').next().unwrap();
        Self {
            token: tokens["id_token"].as_str().unwrap().to_owned(),
            refresh: tokens["refresh_token"].clone(),
            cookie: format!("Cookie: switchboard_account={secret}\r\n"),
        }
    }

    fn signs_in(place: &Workplace, password: &str) -> Self {
        Self::of(place, place.signs_in("ada@acme.test", password))
    }

    fn asks(&self, place: &Workplace, line: &str, body: &str) -> (u16, String, String) {
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        place.asks(line, &format!("{}{kind}", self.cookie), body)
    }

    fn page(&self, place: &Workplace) -> String {
        self.asks(place, "GET /oidc/account", "").2
    }

    fn is_in(&self, place: &Workplace) -> bool {
        place.api(&self.token, "GET /v1/me", &Value::Null).0 == 200
    }

    /// Opens a socket with a ticket of this session.
    fn socket(&self, place: &Workplace) -> TcpStream {
        let (status, ticket) = place.api(&self.token, "POST /v1/ws-ticket", &Value::Null);
        assert_eq!(status, 201, "{ticket}");
        let ticket = ticket["ticket"].as_str().unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", place.port)).unwrap();
        let request = format!(
            "GET /live?ticket={ticket} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n\
             Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut head = [0; 12];
        stream.read_exact(&mut head).unwrap();
        assert_eq!(&head, b"HTTP/1.1 101");
        stream
    }
}

/// Whether the server closes a socket: a frame with the opcode 8, or the end of the stream.
fn is_closed(mut socket: TcpStream) -> bool {
    socket.set_read_timeout(Some(Duration::from_millis(700))).unwrap();
    let (mut all, mut part) = (Vec::new(), [0; 4096]);
    loop {
        match socket.read(&mut part) {
            Ok(0) => return true,
            Ok(read) => all.extend_from_slice(&part[..read]),
            Err(_) => return all.ends_with(&[0x88, 0]),
        }
    }
}

#[test]
fn a_session_is_renewed_after_a_restart_and_each_refresh_token_works_once() {
    let folder = Folder::new("renew");
    let place = Workplace::start(&folder.at("data"), 18_831);
    let first = place.tokens(place.set_up_form());
    drop(place);
    let place = Workplace::start(&folder.at("data"), 18_831);
    let second = place.renew(&first["refresh_token"]).unwrap();
    assert!(place.renew(&first["refresh_token"]).is_none(), "the token was used");
    let token = second["id_token"].as_str().unwrap();
    assert_eq!(place.api(token, "GET /v1/me", &Value::Null).0, 200);
    let kept = std::fs::read_to_string(folder.0.join("data/sessions.json")).unwrap();
    assert!(!kept.contains(second["refresh_token"].as_str().unwrap()), "hashes only");
    let revoke = [("token", second["refresh_token"].as_str().unwrap())];
    assert_eq!(place.form("/oidc/revoke", &revoke).0, 200);
    assert!(place.renew(&second["refresh_token"]).is_none(), "signed out");
    assert_eq!(place.api(token, "GET /v1/me", &Value::Null).0, 401, "the session is over");
}

#[test]
fn an_agent_ends_one_session_and_then_all_others() {
    let folder = Folder::new("end");
    let place = Workplace::start(&folder.at("data"), 18_832);
    let here = Browser::of(&place, place.set_up_form());
    let (there, far) = (Browser::signs_in(&place, PASSWORD), Browser::signs_in(&place, PASSWORD));
    let (mine, its) = (here.socket(&place), there.socket(&place));
    let page = here.page(&place);
    assert!(page.contains("Ada Winter · ada@acme.test"), "{page}");
    assert_eq!(page.matches("Signed in just now").count(), 3, "{page}");
    assert_eq!(page.matches("This browser").count(), 1, "{page}");
    // The list begins with the session that was used last.
    let id = page.split("name=\"session\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let (status, _, _) = here.asks(&place, "POST /oidc/account/end", &format!("session={id}"));
    assert_eq!(status, 303);
    assert_eq!((there.is_in(&place), far.is_in(&place)), (false, true), "one has ended");
    assert!(is_closed(its) && !is_closed(mine), "its socket is closed, and no other one");
    assert!(place.renew(&there.refresh).is_none());
    assert!(there.page(&place).contains("Sign in to see"), "the cookie opens nothing any more");
    assert_eq!(far.asks(&place, "POST /oidc/account/end-others", "").0, 303);
    assert_eq!((here.is_in(&place), far.is_in(&place)), (false, true));
    assert!(place.renew(&here.refresh).is_none(), "another browser cannot renew");
    assert!(place.renew(&far.refresh).is_some());
}

#[test]
fn a_new_password_needs_the_old_one_and_ends_other_sessions() {
    let folder = Folder::new("password");
    let place = Workplace::start(&folder.at("data"), 18_833);
    let here = Browser::of(&place, place.set_up_form());
    let there = Browser::signs_in(&place, PASSWORD);
    let change = |old: &str, new: &str| {
        let body = format!("old={old}&password={new}").replace(' ', "+");
        here.asks(&place, "POST /oidc/account/password", &body)
    };
    let (status, _, page) = change("a wrong password", NEW);
    assert_eq!(status, 403);
    assert!(page.contains("The old password is wrong"), "{page}");
    assert!(change(PASSWORD, "short").2.contains("at least 12 characters"));
    assert!(there.is_in(&place));
    assert_eq!(change(PASSWORD, NEW).0, 303);
    assert_eq!((here.is_in(&place), there.is_in(&place)), (true, false));
    assert_eq!(place.signs_in("ada@acme.test", PASSWORD).0, 401);
    Browser::signs_in(&place, NEW);
    // Another web site's form comes without the cookie, or with the mark of another site.
    let foreign =
        Browser { cookie: format!("{}Sec-Fetch-Site: cross-site\r\n", here.cookie), ..there };
    let answer = foreign.asks(&place, "POST /oidc/account/end-others", "");
    assert!(answer.2.contains("Sign in to see"), "{}", answer.2);
    let opened =
        place.form("/oidc/account/sign-in", &[("email", "ada@acme.test"), ("password", NEW)]);
    assert_eq!(opened.0, 303);
    assert!(opened.1.contains("switchboard_account="), "a browser without a cookie gets one");
}

#[test]
fn an_agent_who_is_deactivated_or_signs_out_everywhere_renews_nothing() {
    let folder = Folder::new("off");
    let place = Workplace::start(&folder.at("data"), 18_834);
    let ada = place.set_up();
    place.furnish(&ada);
    let link = place.invite_mark(&ada)["link"].clone();
    place.form(&place.path(link.as_str().unwrap()), &[("password", PASSWORD)]);
    let mark = || Browser::of(&place, place.signs_in("mark@acme.test", PASSWORD));
    let (one, other) = (mark(), mark());
    for active in [false, true] {
        let change = json!({"active": active});
        assert_eq!(place.api(&ada, "PUT /v1/agents/mark", &change).0, 200);
    }
    assert!(place.renew(&one.refresh).is_none(), "also after Mark has come back");
    assert!(other.page(&place).contains("Sign in to see"));
    let (one, other) = (mark(), mark());
    assert_eq!(place.api(&one.token, "POST /v1/sign-out", &Value::Null).0, 200);
    for token in [&one.token, &other.token] {
        let (status, refused) = place.api(token, "GET /v1/me", &Value::Null);
        assert_eq!((status, &refused["error"]["code"]), (401, &json!("unauthenticated")));
    }
    assert!(place.renew(&other.refresh).is_none(), "Mark has signed out in every browser");
    let again = mark();
    assert!(place.renew(&again.refresh).is_some());
}
