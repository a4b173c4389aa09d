//! A workplace in earnest, as a process of its own: set-up, invitations, passwords, backup.

mod faults;
mod full;
mod links;
mod mail;
mod older;
pub(crate) mod place;
mod sessions;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use place::{Folder, PASSWORD, Workplace, run};
use serde_json::{Value, json};

#[test]
fn the_first_admin_needs_the_code_that_the_program_printed() {
    fn fields<'a>(code: &'a str, password: &'a str) -> [(&'static str, &'a str); 5] {
        [
            ("code", code),
            ("workspace", "Acme"),
            ("name", "Ada"),
            ("email", "ada@acme.test"),
            ("password", password),
        ]
    }
    let folder = Folder::new("code");
    let place = Workplace::start(&folder.at("data"), 18_811);
    let (status, _, page) = place.form("/oidc/setup", &fields("0000-0000-0000", PASSWORD));
    assert_eq!(status, 403);
    assert!(page.contains("set-up code"), "{page}");
    let code = place.code.clone().unwrap();
    let mut unseen = fields("", PASSWORD);
    (unseen[0].1, unseen[2].1) = (&code, "Ada\u{200b}");
    let (status, _, page) = place.form("/oidc/setup", &unseen);
    assert!(status == 400 && page.contains("nobody can see"), "{page}");
    let ada = place.set_up();
    let (_, me) = place.api(&ada, "GET /v1/me", &Value::Null);
    assert_eq!((me["name"].as_str(), me["role"].as_str()), (Some("Ada Winter"), Some("admin")));
    let again = place.form("/oidc/setup", &fields("0000-0000-0000", PASSWORD));
    assert!(again.2.contains("Sign in"), "whoever comes later signs in: {}", again.2);
    assert_eq!(place.asks("GET /sandbox", "", "").0, 404, "there is no sandbox in earnest");
    let (status, _, words) = place.asks("GET /oidc/demo-token?agent=ada-winter", "", "");
    assert!(status == 403 && words.contains("in earnest"), "{words}");
}

#[test]
fn an_invited_agent_chooses_a_password_once_and_signs_in() {
    let folder = Folder::new("invite");
    let place = Workplace::start(&folder.at("data"), 18_812);
    let ada = place.set_up();
    place.furnish(&ada);
    let invited = place.invite_mark(&ada);
    assert_eq!(invited.get("mailed"), None, "this machine sends no e-mail");
    let path = &place.path(invited["link"].as_str().unwrap());
    assert_eq!(place.signs_in("mark@acme.test", "").0, 401);
    let (status, _, page) = place.form(path, &[("password", "short")]);
    assert_eq!(status, 400);
    assert!(page.contains("at least 12 characters"), "{page}");
    assert_eq!(place.form(path, &[("password", PASSWORD)]).0, 303);
    assert_eq!(place.form(path, &[("password", PASSWORD)]).0, 410, "the link was used");
    let mark = place.token(place.signs_in("Mark@ACME.test", PASSWORD));
    assert_eq!(place.api(&mark, "GET /v1/me", &Value::Null).1["id"], "mark");
    let invite = json!({"agent": "mark"});
    assert_eq!(place.api(&mark, "POST /oidc/invitations", &invite).0, 403);
    let left = place.api(&ada, "PUT /v1/agents/mark", &json!({"active": false}));
    assert_eq!(left.0, 200);
    assert_eq!(place.signs_in("mark@acme.test", PASSWORD).0, 401, "Mark has left");
    assert_eq!(place.api(&mark, "GET /v1/me", &Value::Null).0, 403);
}

#[test]
fn a_thousand_guesses_learn_nothing_and_lock_one_account_only() {
    let folder = Folder::new("guess");
    let place = Workplace::start(&folder.at("data"), 18_813);
    place.set_up();
    let statuses: Vec<u16> =
        (0..20).map(|n| place.signs_in("ada@acme.test", &format!("guess {n}")).0).collect();
    assert_eq!(statuses[..5], [401; 5]);
    assert_eq!(statuses[5..], [429; 15], "the lock holds without a look at the password");
    assert_eq!(place.signs_in("ada@acme.test", PASSWORD).0, 429, "also for the right one");
    let nobody: Vec<u16> =
        (0..7).map(|n| place.signs_in("nobody@acme.test", &format!("guess {n}")).0).collect();
    assert_eq!(nobody, [401, 401, 401, 401, 401, 429, 429], "nobody learns who has an account");
    let answer = place.signs_in("Nobody@acme.test", "guess");
    assert!(answer.1.to_lowercase().contains("retry-after: "), "{}", answer.1);
}

#[test]
fn one_address_that_tries_many_accounts_waits_and_others_sign_in() {
    let folder = Folder::new("spray");
    let place = Workplace::start(&folder.at("data"), 18_875);
    place.set_up();
    let from = |address: &str, email: &str| {
        let headers = format!(
            "x-forwarded-for: {address}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        );
        let body = format!("email={email}%40acme.test&password=correct+horse+battery");
        place.asks("POST /oidc/account/sign-in", &headers, &body).0
    };
    let statuses: Vec<u16> = (0..35).map(|n| from("203.0.113.7", &format!("nobody{n}"))).collect();
    assert_eq!(statuses[..30], [401; 30]);
    assert_eq!(statuses[30..], [429; 5]);
    assert_eq!(from("203.0.113.7", "ada"), 429);
    assert_eq!(from("198.51.100.1", "ada"), 303, "others sign in");
}

#[test]
fn of_two_browsers_with_the_set_up_code_one_makes_the_first_admin() {
    let folder = Folder::new("race");
    let place = Workplace::start(&folder.at("data"), 18_876);
    let code = place.code.clone().unwrap();
    let set_up = |name: &str| {
        let email = format!("{name}@acme.test");
        let fields = [
            ("code", code.as_str()),
            ("workspace", "Acme"),
            ("name", name),
            ("email", email.as_str()),
            ("password", PASSWORD),
        ];
        place.form("/oidc/setup", &fields)
    };
    let answers: Vec<_> = std::thread::scope(|threads| {
        let all: Vec<_> =
            ["ada", "ben", "cleo", "dora"].map(|name| threads.spawn(move || set_up(name))).into();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let winners: Vec<_> = answers.into_iter().filter(|answer| answer.0 == 303).collect();
    assert_eq!(winners.len(), 1);
    let token = place.token(winners[0].clone());
    let (_, workspace) = place.api(&token, "GET /v1/workspace", &Value::Null);
    assert_eq!(workspace["agents"].as_array().unwrap().len(), 1, "{workspace}");
}

#[test]
fn a_copy_made_under_load_restores_every_acknowledged_message() {
    let folder = Folder::new("backup");
    let place = Workplace::start(&folder.at("data"), 18_814);
    let ada = place.set_up();
    place.furnish(&ada);
    let (written, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (before, copied) = std::thread::scope(|threads| {
        threads.spawn(|| {
            while !stop.load(Ordering::SeqCst) && written.load(Ordering::SeqCst) < 45 {
                let next = written.load(Ordering::SeqCst);
                assert_eq!(place.customer_writes(next), 200);
                written.fetch_add(1, Ordering::SeqCst);
            }
        });
        while written.load(Ordering::SeqCst) < 10 {
            std::thread::yield_now();
        }
        let before = written.load(Ordering::SeqCst);
        let copied = run(&["backup", "--data", &folder.at("data"), &folder.at("copy.tar")]);
        stop.store(true, Ordering::SeqCst);
        (before, copied)
    });
    assert!(copied.status.success(), "{copied:?}");
    drop(place);
    let restored = run(&["restore", "--data", &folder.at("again"), &folder.at("copy.tar")]);
    assert!(restored.status.success(), "{restored:?}");
    // Another address: the issuer has another name, and everybody can sign in all the same.
    let place = Workplace::start(&folder.at("again"), 18_815);
    assert_eq!(place.code, None, "somebody is here");
    let ada = place.token(place.signs_in("ada@acme.test", PASSWORD));
    let (_, queues) = place.api(&ada, "GET /v1/queues", &Value::Null);
    let waiting = queues["queues"][0]["waiting"].as_array().unwrap().len();
    assert!(waiting >= before, "{waiting} of {before} customers are in the copy");
}
