//! A full disk: nothing acknowledged is lost, and the process goes on once there is space.
//!
//! The workplace lives on a disk of a few megabytes, in a mount namespace of its own. A system that
//! allows no such namespace skips the test and says so.

use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::place::{Folder, Workplace, binary};

/// Starts a workplace whose data folder is a disk of its own.
fn on_a_small_disk(folder: &Folder, port: u16) -> Option<Workplace> {
    let disk = folder.at("disk");
    std::fs::create_dir(&disk).unwrap();
    let namespace = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script]);
        command
    };
    let mount = format!("mount -t tmpfs -o size=8m none {disk}");
    let may = namespace(&mount).stderr(Stdio::null()).status();
    if !may.is_ok_and(|status| status.success()) {
        println!("skipped: this system lets nobody mount a small disk");
        return None;
    }
    let program = binary();
    let program = program.display();
    let script = format!("{mount} && exec {program} serve --data {disk}/data --port {port}");
    Some(Workplace::of(namespace(&script), port))
}

/// Fills the disk to its last byte.
fn fill(place: &Workplace, folder: &Folder) -> PathBuf {
    let inside = format!("/proc/{}/root{}", place.child.id(), folder.at("disk/ballast"));
    let mut ballast = File::create(&inside).unwrap();
    for part in [1 << 20, 1 << 12, 1] {
        while ballast.write_all(&vec![b'.'; part]).is_ok() {}
    }
    inside.into()
}

fn waiting(place: &Workplace, token: &str) -> usize {
    let (status, queues) = place.api(token, "GET /v1/queues", &Value::Null);
    assert_eq!(status, 200, "what is stored can be read: {queues}");
    queues["queues"][0]["waiting"].as_array().unwrap().len()
}

#[test]
fn a_full_disk_refuses_what_it_cannot_store_and_recovers() {
    let folder = Folder::new("full");
    let Some(place) = on_a_small_disk(&folder, 18_861) else { return };
    let tokens = place.tokens(place.set_up_form());
    let (ada, refresh) =
        (tokens["id_token"].as_str().unwrap().to_owned(), &tokens["refresh_token"]);
    place.furnish(&ada);
    for customer in 0..5 {
        assert_eq!(place.customer_writes(customer), 200);
    }
    let ballast = fill(&place, &folder);
    let (status, _, words) = place.asks("GET /readyz", "", "");
    assert_eq!(status, 503);
    assert!(words.contains("is the disk full"), "{words}");
    assert_eq!(place.asks("GET /healthz", "", "").0, 200, "the process is alive");
    // The log of the table may have room for a few writes; whatever is acknowledged counts.
    let statuses: Vec<u16> = (5..12).map(|customer| place.customer_writes(customer)).collect();
    assert!(statuses.contains(&503), "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 503].contains(status)), "{statuses:?}");
    let stored = 5 + statuses.iter().filter(|status| **status == 200).count();
    let team = json!({"version": 0, "name": "Sales"});
    let (status, refused) = place.api(&ada, "PUT /v1/teams/sales", &team);
    assert_eq!(
        (status, refused["error"]["code"].as_str()),
        (503, Some("unavailable")),
        "{refused}"
    );
    let (status, refused) =
        place.api(&ada, "POST /oidc/invitations", &json!({"agent": "ada-winter"}));
    assert_eq!((status, &refused["error"]["code"]), (503, &json!("unavailable")), "{refused}");
    let (status, _, body) = place.form(
        "/oidc/token",
        &[("grant_type", "refresh_token"), ("refresh_token", refresh.as_str().unwrap())],
    );
    assert!(status == 503 && body.contains("temporarily_unavailable"), "{body}");
    assert_eq!(waiting(&place, &ada), stored);
    std::fs::remove_file(ballast).unwrap();
    let began = Instant::now();
    while place.asks("GET /readyz", "", "").0 != 200 {
        assert!(began.elapsed() < Duration::from_secs(10), "the process recovers");
        std::thread::sleep(Duration::from_millis(50));
    }
    // The providers send again what was not taken.
    let again: Vec<u16> = (5..12).map(|customer| place.customer_writes(customer)).collect();
    assert_eq!(again, [200; 7]);
    assert_eq!(place.api(&ada, "PUT /v1/teams/sales", &team).0, 200);
    assert_eq!(waiting(&place, &ada), 12, "each customer waits once");
}
