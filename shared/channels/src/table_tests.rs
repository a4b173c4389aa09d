//! The table of what each channel carries, in `docs/channels/README.md`.

use std::fmt::Write as _;

use domain::Millis;

use super::*;

const BEGIN: &str = "<!-- generated: capabilities -->";
const END: &str = "<!-- end -->";

fn hours(window: Option<Millis>) -> String {
    match window.map(|window| window.0 / Millis::hours(1).0) {
        None => "–".to_owned(),
        Some(hours) if hours > 48 => format!("{} days", hours / 24),
        Some(hours) => format!("{hours} hours"),
    }
}

fn table() -> String {
    let mut text =
        "| channel | text | beneath a file | files | window | for people | quotes | reactions |\n"
            .to_owned();
    text.push_str("|---|---|---|---|---|---|---|---|\n");
    let yes = |yes: bool| if yes { "yes" } else { "–" };
    for channel in CHANNELS {
        let can = channel.capabilities();
        let files: Vec<String> = can
            .files
            .iter()
            .map(|rule| {
                let medium = format!("{:?}", rule.medium).to_lowercase();
                format!("{medium} to {} MB", rule.limit / (1024 * 1024))
            })
            .collect();
        let files = if files.is_empty() { "–".to_owned() } else { files.join(", ") };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {files} | {} | {} | {} | {} |",
            can.name,
            can.text_limit,
            can.caption_limit,
            hours(can.window),
            hours(can.late_window),
            yes(can.quotes),
            yes(can.sends.contains(&"reaction")),
        );
    }
    text
}

#[test]
fn the_documents_table_is_that_of_the_capabilities() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/channels/README.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let right = format!("{before}{BEGIN}\n\n{}\n{END}{after}", table());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &right).unwrap();
    }
    let now = std::fs::read_to_string(path).unwrap();
    assert_eq!(now, right, "UPDATE=1 cargo test -p channels writes it anew");
}
