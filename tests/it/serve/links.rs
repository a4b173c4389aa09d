//! Sign-in links: who makes them, what voids them, and what the history has of them.

use serde_json::{Value, json};

use super::place::{Folder, PASSWORD, Workplace, run};

/// The sign-in links in the history of an agent's record.
fn links(place: &Workplace, token: &str, agent: &str) -> Vec<Value> {
    let route = format!("GET /v1/settings/changes?of=agent:{agent}");
    let (status, log) = place.api(token, &route, &Value::Null);
    assert_eq!(status, 200, "{log}");
    let all = log["changes"].as_array().unwrap().iter();
    all.filter(|change| change["changes"][0]["field"] == "sign_in_link").cloned().collect()
}

#[test]
fn a_key_of_the_api_makes_no_sign_in_link() {
    let folder = Folder::new("keylink");
    let place = Workplace::start(&folder.at("data"), 18_871);
    let ada = place.set_up();
    for access in ["read", "write"] {
        let key = json!({"version": 0, "name": access, "role": "admin", "access": access});
        let (status, key) = place.api(&ada, &format!("PUT /v1/keys/key-{access}"), &key);
        assert_eq!(status, 200, "{key}");
        let invite = json!({"agent": "ada-winter"});
        let token = key["token"].as_str().unwrap();
        let (status, refused) = place.api(token, "POST /oidc/invitations", &invite);
        assert_eq!((status, &refused["error"]["code"]), (403, &json!("forbidden")), "{refused}");
    }
    assert!(links(&place, &ada, "ada-winter").is_empty());
    place.token(place.signs_in("ada@acme.test", PASSWORD));
}

#[test]
fn a_link_stands_in_the_history_and_a_wrong_request_is_told_what_is_wrong() {
    let folder = Folder::new("linklog");
    let place = Workplace::start(&folder.at("data"), 18_872);
    let ada = place.set_up();
    place.furnish(&ada);
    place.invite_mark(&ada);
    let made = links(&place, &ada, "mark");
    assert_eq!((made.len(), &made[0]["by"]), (1, &json!("ada-winter")), "{made:?}");
    let bearer = format!("Authorization: Bearer {ada}\r\n");
    for (body, status, code, field) in [
        ("no json", 400, "frame_not_json", Value::Null),
        ("{}", 400, "frame_invalid", json!("agent")),
        ("{\"agent\": 5}", 400, "frame_invalid", json!("agent")),
        ("{\"agent\": \"nobody\"}", 404, "not_found", json!("agent")),
    ] {
        let (found, _, answer) = place.asks("POST /oidc/invitations", &bearer, body);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let error = &answer["error"];
        assert_eq!(
            (found, &error["code"], &error["field"]),
            (status, &json!(code), &field),
            "{body}"
        );
    }
    assert_eq!(place.api(&ada, "PUT /v1/agents/mark", &json!({"active": false})).0, 200);
    let (status, refused) = place.api(&ada, "POST /oidc/invitations", &json!({"agent": "mark"}));
    let words = refused["error"]["message"].as_str().unwrap();
    assert!(status == 409 && words.contains("Mark has been deactivated"), "{refused}");
}

#[test]
fn another_email_address_and_a_deactivation_void_a_link() {
    let folder = Folder::new("voided");
    let place = Workplace::start(&folder.at("data"), 18_873);
    let ada = place.set_up();
    place.furnish(&ada);
    let path = |invited: &Value| place.path(invited["link"].as_str().unwrap());
    let link = path(&place.invite_mark(&ada));
    let change = |body: Value| assert_eq!(place.api(&ada, "PUT /v1/agents/mark", &body).0, 200);
    change(json!({"email": "mark.stone@acme.test"}));
    for line in [format!("GET {link}"), format!("POST {link}")] {
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        assert_eq!(place.asks(&line, kind, "password=another+long+word").0, 410, "{line}");
    }
    let (_, invited) = place.api(&ada, "POST /oidc/invitations", &json!({"agent": "mark"}));
    change(json!({"active": false}));
    assert_eq!(place.form(&path(&invited), &[("password", PASSWORD)]).0, 410);
    assert_eq!(place.asks(&format!("GET {}", path(&invited)), "", "").0, 410);
    assert_eq!(place.signs_in("mark.stone@acme.test", PASSWORD).0, 401);
}

/// The path of the link that the command prints.
fn by_machine(place: &Workplace, data: &str) -> String {
    let output = run(&["admin-link", "--data", data, "Ada@acme.test"]);
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("Ada Winter (ada@acme.test)"), "{said}");
    place.path(said.lines().next().unwrap())
}

#[test]
fn whoever_has_the_data_folder_lets_an_admin_in_again() {
    let folder = Folder::new("adminlink");
    let data = folder.at("data");
    let place = Workplace::start(&data, 18_874);
    place.set_up();
    let link = by_machine(&place, &data);
    assert_eq!(
        place.form(&link, &[("password", "a second long one")]).0,
        303,
        "beside the process"
    );
    assert_eq!(place.form(&link, &[("password", "a third long one")]).0, 410, "once");
    let ada = place.token(place.signs_in("ada@acme.test", "a second long one"));
    let made = links(&place, &ada, "ada-winter");
    assert_eq!((made.len(), &made[0]["by"]), (1, &json!("system")), "{made:?}");
    drop(place);
    let output = run(&["admin-link", "--data", &data, "nobody@acme.test"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.contains("ada@acme.test"), "{said}");
    let stopped = run(&["admin-link", "--data", &data, "ada@acme.test"]);
    let names = std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name());
    let left = names.filter(|name| name.to_string_lossy().starts_with("admin-link.sqlite"));
    assert_eq!(left.count(), 0, "no copy of the table stays");
    let place = Workplace::start(&data, 18_874);
    let said = String::from_utf8(stopped.stdout).unwrap();
    let link = place.path(said.lines().next().unwrap());
    assert_eq!(place.form(&link, &[("password", PASSWORD)]).0, 303, "on a folder that stood still");
    place.token(place.signs_in("ada@acme.test", PASSWORD));
}
