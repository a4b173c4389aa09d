//! E-mail by SMTP: invitations, and links for forgotten passwords.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::place::{Folder, PASSWORD, Workplace, run};

const NEW: &str = "another long password";

/// A mail server in this process that keeps every letter.
struct Post {
    port: u16,
    letters: Receiver<String>,
}

impl Post {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (sender, letters) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming().map(Result::unwrap) {
                let sender = sender.clone();
                std::thread::spawn(move || converse(stream, &sender));
            }
        });
        Self { port, letters }
    }

    fn options(&self) -> [String; 4] {
        [
            "--smtp".to_owned(),
            format!("smtp://127.0.0.1:{}", self.port),
            "--mail-from".to_owned(),
            "Acme <desk@acme.test>".to_owned(),
        ]
    }

    /// The next letter, with its lines joined as quoted-printable says.
    fn letter(&self) -> String {
        let letter = self.letters.recv_timeout(Duration::from_secs(20)).unwrap();
        letter.replace("=\r\n", "").replace("=3D", "=")
    }

    fn is_empty(&self) -> bool {
        self.letters.recv_timeout(Duration::from_millis(700)).is_err()
    }
}

/// Speaks SMTP (RFC 5321) as far as a letter needs it.
fn converse(mut stream: TcpStream, letters: &Sender<String>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap());
    let mut say = move |text: &str| stream.write_all(format!("{text}\r\n").as_bytes());
    let _ = say("220 post.test");
    let (mut line, mut letter) = (String::new(), None::<String>);
    while lines.read_line(&mut line).is_ok_and(|read| read > 0) {
        let said = std::mem::take(&mut line);
        match &mut letter {
            Some(text) if said == ".\r\n" => {
                let _ = letters.send(text.clone());
                letter = None;
                let _ = say("250 taken");
            }
            Some(text) => text.push_str(&said),
            None if said.starts_with("EHLO") => drop(say("250-post.test\r\n250 8BITMIME")),
            None if said.starts_with("DATA") => {
                letter = Some(String::new());
                let _ = say("354 go on");
            }
            None if said.starts_with("RCPT TO:<full@") => drop(say("552 the box is full")),
            None if said.starts_with("QUIT") => drop(say("221 bye")),
            None => drop(say("250 fine")),
        }
    }
}

/// The path of the link that a letter holds.
fn link(place: &Workplace, letter: &str) -> String {
    let at = letter.find("http://localhost").unwrap();
    place.path(letter[at..].split_whitespace().next().unwrap())
}

fn start(folder: &Folder, port: u16, post: &Post) -> Workplace {
    let options = post.options();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    Workplace::start_with(&folder.at("data"), port, &options)
}

#[test]
fn an_invitation_comes_by_email_and_its_link_sets_the_password() {
    let (folder, post) = (Folder::new("mail"), Post::open());
    let place = start(&folder, 18_821, &post);
    let ada = place.set_up();
    place.furnish(&ada);
    let invited = place.invite_mark(&ada);
    assert_eq!(invited["mailed"], true, "{invited}");
    let letter = post.letter();
    for part in ["To: Mark <mark@acme.test>", "From: Acme <desk@acme.test>", "link for Acme"] {
        assert!(letter.contains(part), "{letter}");
    }
    let path = link(&place, &letter);
    assert_eq!(path, place.path(invited["link"].as_str().unwrap()), "the admin has the same link");
    assert_eq!(place.form(&path, &[("password", PASSWORD)]).0, 303);
    place.token(place.signs_in("mark@acme.test", PASSWORD));
}

#[test]
fn a_forgotten_password_is_set_anew_by_a_link_that_works_once() {
    let (folder, post) = (Folder::new("forgot"), Post::open());
    let place = start(&folder, 18_822, &post);
    let tokens = place.tokens(place.set_up_form());
    assert!(place.asks("GET /oidc/forgot", "", "").2.contains("Send the link"));
    let known = place.form("/oidc/forgot", &[("email", "Ada@acme.test")]);
    let unknown = place.form("/oidc/forgot", &[("email", "nobody@acme.test")]);
    assert_eq!((known.0, &known.2), (200, &unknown.2), "nobody learns who has an account");
    let first = link(&place, &post.letter());
    assert!(post.is_empty(), "nobody else gets a letter");
    place.form("/oidc/forgot", &[("email", "ada@acme.test")]);
    let second = link(&place, &post.letter());
    assert_eq!(place.form(&first, &[("password", NEW)]).0, 410, "a newer link took its place");
    assert_eq!(place.form(&second, &[("password", NEW)]).0, 303);
    assert_eq!(place.form(&second, &[("password", NEW)]).0, 410, "the link was used");
    assert_eq!(place.signs_in("ada@acme.test", PASSWORD).0, 401);
    place.token(place.signs_in("ada@acme.test", NEW));
    assert!(place.renew(&tokens["refresh_token"]).is_none(), "the old password's session is over");
}

#[test]
fn links_for_forgotten_passwords_are_limited_by_account_and_by_network_address() {
    let (folder, post) = (Folder::new("flood"), Post::open());
    let place = start(&folder, 18_823, &post);
    place.set_up();
    let forgot = |from: &str, email: &str| {
        let headers = format!(
            "x-forwarded-for: {from}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        );
        place.asks("POST /oidc/forgot", &headers, &format!("email={email}"))
    };
    for n in 0..5 {
        assert_eq!(forgot(&format!("203.0.113.{n}"), "ada%40acme.test").0, 200);
    }
    for _ in 0..3 {
        post.letter();
    }
    assert!(post.is_empty(), "three letters an hour");
    let answers: Vec<_> =
        (0..12).map(|n| forgot("198.51.100.7", &format!("{n}%40x.test"))).collect();
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.0).collect();
    assert_eq!(statuses[..10], [200; 10]);
    assert_eq!(statuses[10..], [429; 2]);
    assert!(answers[11].1.to_lowercase().contains("retry-after: "), "{}", answers[11].1);
    assert_eq!(forgot("198.51.100.8", "x%40x.test").0, 200, "others may ask");
}

#[test]
fn a_letter_that_is_not_sent_leaves_the_link_in_the_admins_hands() {
    let folder = Folder::new("down");
    // Nothing listens on the port after its listener has gone.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("smtp://127.0.0.1:{port}");
    let options = ["--smtp", url.as_str(), "--mail-from", "desk@acme.test"];
    let place = Workplace::start_with(&folder.at("data"), 18_824, &options);
    let ada = place.set_up();
    place.furnish(&ada);
    let invited = place.invite_mark(&ada);
    assert_eq!(invited["mailed"], false);
    let problem = invited["problem"].as_str().unwrap();
    assert!(problem.contains(&port.to_string()) && problem.contains("Hand the link"), "{problem}");
    let path = place.path(invited["link"].as_str().unwrap());
    assert_eq!(place.form(&path, &[("password", PASSWORD)]).0, 303);
    drop(place);
    let post = Post::open();
    let place = start(&folder, 18_825, &post);
    let ada = place.token(place.signs_in("ada@acme.test", PASSWORD));
    let full = serde_json::json!({"version": 0, "name": "Max", "email": "full@acme.test"});
    assert_eq!(place.api(&ada, "PUT /v1/agents/max", &full).0, 200);
    let invite = serde_json::json!({"agent": "max"});
    let (_, invited) = place.api(&ada, "POST /oidc/invitations", &invite);
    assert!(invited["problem"].as_str().unwrap().contains("552"), "{invited}");
}

#[test]
fn without_a_mail_server_the_page_names_who_helps() {
    let folder = Folder::new("nomail");
    let place = Workplace::start(&folder.at("data"), 18_826);
    place.set_up();
    let (status, _, page) = place.asks("GET /oidc/forgot", "", "");
    assert_eq!(status, 200);
    assert!(page.contains("Ask an admin") && !page.contains("<form"), "{page}");
    let (_, _, page) = place.form("/oidc/forgot", &[("email", "ada@acme.test")]);
    assert!(page.contains("Ask an admin"), "{page}");
    for smtp in ["mail.acme.test:465", "smtps://ada:s3cret@", "https://mail.acme.test"] {
        let output = run(&[
            "serve",
            "--data",
            &folder.at("other"),
            "--port",
            "18827",
            "--smtp",
            smtp,
            "--mail-from",
            "desk@acme.test",
        ]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && said.contains("--smtp"), "{said}");
        assert!(!said.contains("s3cret"), "{said}");
    }
}
