//! The export: conversations, contacts and records as lines of JSON, page by page.
//!
//! To a file, the position of each page is written after the page has reached the disk: a line may
//! come twice after a power cut, and none is lost. Secrets and keys of the API stay out.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use store::walk::{Found, Position};

use crate::Failed;
use crate::home::Home;
use crate::options::{Export, Part};
use crate::out::Out;
use crate::rebuild::position;

/// The items of one page.
const PAGE: i32 = 500;

/// Where the lines go.
enum Sink {
    File { file: File, position: PathBuf },
    Standard,
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".position");
    name.into()
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> Failed + '_ {
    |error| Failed::Option(format!("{}: {error}", path.display()))
}

/// Opens the file, and finds the position with which to go on.
fn open(options: &Export) -> Result<(Sink, Option<Position>), Failed> {
    let Some(path) = &options.file else {
        return Ok((Sink::Standard, position(options.after.as_deref())?));
    };
    let beside = beside(path);
    let unfinished = beside.exists();
    if !options.resume {
        if path.exists() {
            let remedy = if unfinished {
                "add --resume to go on, or choose another name"
            } else {
                "choose another name"
            };
            return Err(Failed::Option(format!("{} is there already; {remedy}", path.display())));
        }
        let file = File::create_new(path).map_err(failed(path))?;
        return Ok((Sink::File { file, position: beside }, None));
    }
    if !unfinished {
        let name = path.display();
        return Err(Failed::Option(format!(
            "{name} has no {}.position beside it, which an unfinished export keeps: choose another \
             name, and begin anew without --resume",
            path.file_name().unwrap_or_default().display()
        )));
    }
    let text = fs::read_to_string(&beside).map_err(failed(&beside))?;
    let (length, place) = text.trim().split_once(' ').unwrap_or(("0", ""));
    let after = if place.is_empty() { None } else { position(Some(place))? };
    let file = File::options().append(true).open(path).map_err(failed(path))?;
    // Lines after the last position would come again.
    file.set_len(length.parse().unwrap_or(0)).map_err(failed(path))?;
    Ok((Sink::File { file, position: beside }, after))
}

/// The line of an item; `None`: the item is not wanted.
fn line(found: Found, only: &[Part]) -> Option<Value> {
    let wanted = |part: Part| only.is_empty() || only.contains(&part);
    match found {
        Found::Entry(stored) if wanted(Part::Conversations) => {
            let (thread, entry) = (&stored.thread, &stored.entry);
            Some(json!({"kind": "entry", "conversation": thread.conversation_id(),
                "seq": entry.seq, "at": entry.at.0, "by": entry.by.to_string(),
                "queue": thread.conversation.queue, "contact": thread.contact,
                "status": thread.conversation.status,
                "events": serde_json::to_value(&entry.events).unwrap_or_default()}))
        }
        Found::Contact(contact) if wanted(Part::Contacts) => {
            let contact = serde_json::to_value(app::view::contact(&contact)).unwrap_or_default();
            Some(json!({"kind": "contact", "contact": contact}))
        }
        Found::Record { name, value } if wanted(Part::Records) => {
            let kept_back = name.starts_with("secrets#") || name.starts_with("key#");
            (!kept_back).then(|| json!({"kind": "record", "name": name, "record": value}))
        }
        Found::Damaged { key, why } => Some(json!({"kind": "damaged", "key": key, "why": why})),
        _ => None,
    }
}

/// Writes the export.
///
/// # Errors
/// If an option is wrong, the table fails, or the disk is full. The written lines stay, and
/// `--resume` goes on.
pub async fn run(home: &Home, options: &Export, out: &mut Out<'_>) -> Result<(), Failed> {
    let (mut sink, mut after) = open(options)?;
    let (mut lines, mut damaged) = (0_u64, 0_u64);
    loop {
        let page = match home.app.store.walk(after.as_ref(), PAGE).await {
            Ok(page) => page,
            Err(error) => {
                if let (Sink::Standard, Some(place)) = (&sink, &after) {
                    out.value(&json!({"kind": "broken_off", "after": place.to_string()}))?;
                }
                return Err(error.into());
            }
        };
        let mut text = String::new();
        for value in page.found.into_iter().filter_map(|found| line(found, &options.only)) {
            damaged += u64::from(value["kind"] == "damaged");
            lines += 1;
            text.push_str(&value.to_string());
            text.push('\n');
        }
        after = page.next;
        match &mut sink {
            Sink::Standard => {
                for line in text.lines() {
                    out.line(line)?;
                }
                out.flush()?;
            }
            Sink::File { file, position } => {
                file.write_all(text.as_bytes())?;
                file.sync_data()?;
                match &after {
                    Some(place) => {
                        let length = file.metadata()?.len();
                        fs::write(&*position, format!("{length} {place}\n"))?;
                    }
                    // A complete export has no position.
                    None => match fs::remove_file(&*position) {
                        Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e.into()),
                        _ => {}
                    },
                }
            }
        }
        if after.is_none() {
            break;
        }
        out.note(&format!("{lines} lines"));
    }
    let damaged =
        if damaged > 0 { format!("; {damaged} items cannot be read") } else { String::new() };
    out.note(&format!("{lines} lines, complete{damaged}"));
    Ok(())
}
