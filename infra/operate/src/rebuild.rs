//! Projections made anew from the log. Nothing is deleted, and nothing is sent.

use std::collections::BTreeMap;

use domain::ThreadId;
use projection::lists::Lists;
use serde_json::json;
use store::walk::{Found, Position};

use crate::Failed;
use crate::home::Home;
use crate::out::Out;

/// The items of one page.
const PAGE: i32 = 500;

/// Reads a position that somebody gave.
///
/// # Errors
/// If it is none.
pub(crate) fn position(text: Option<&str>) -> Result<Option<Position>, Failed> {
    let read = |text: &str| {
        let refused = |why| {
            Failed::Option(format!("--after {text}: {why}; copy it from the interrupted run"))
        };
        text.parse::<Position>().map_err(refused)
    };
    text.map(read).transpose()
}

/// Makes lists, pointers and counts anew.
///
/// # Errors
/// If the table fails; the notes name the position with which to go on.
pub async fn projections(
    home: &Home,
    after: Option<&str>,
    out: &mut Out<'_>,
) -> Result<(), Failed> {
    let mut done = position(after)?;
    let (mut looked, mut entries, mut damaged) = (0_usize, 0_u64, 0_u64);
    loop {
        let outcome = home.app.store.walk(done.as_ref(), PAGE).await.map_err(Failed::from);
        let taken = match outcome {
            Ok(page) => take(home, page.found).await.map(|took| (took, page.looked, page.next)),
            Err(failed) => Err(failed),
        };
        let (took, read, next) = match taken {
            Ok(taken) => taken,
            Err(failed) => {
                if let Some(done) = &done {
                    out.note(&format!(
                        "go on with: switchboard rebuild projections --after {done}"
                    ));
                }
                return Err(failed);
            }
        };
        looked += read;
        entries += took.entries;
        damaged += took.damaged;
        done = next;
        match &done {
            Some(place) => out.note(&format!("{looked} items read, {entries} entries; at {place}")),
            None => break,
        }
    }
    let value = json!({"items": looked, "entries": entries, "damaged": damaged});
    out.either(&value, || {
        let damaged =
            if damaged > 0 { format!("; {damaged} items cannot be read") } else { String::new() };
        format!("The lists are made anew from {entries} entries{damaged}.")
    })?;
    Ok(())
}

struct Took {
    entries: u64,
    damaged: u64,
}

/// Takes a page in. The newest state of a thread alone says whether it has open work: the page may
/// end within a thread, or the thread went on since the page was read.
async fn take(home: &Home, found: Vec<Found>) -> Result<Took, Failed> {
    let mut took = Took { entries: 0, damaged: 0 };
    let mut lists = Lists::default();
    let mut unsure: BTreeMap<ThreadId, bool> = BTreeMap::new();
    for item in found {
        match item {
            Found::Entry(stored) => {
                lists.add(&home.app, &stored).await?;
                took.entries += 1;
                let thread = &stored.thread;
                let open = thread.conversation.status.is_open() || !thread.wraps.is_empty();
                unsure.insert(thread.id.clone(), open);
            }
            Found::Damaged { .. } => took.damaged += 1,
            Found::Contact(_) | Found::Record { .. } => {}
        }
    }
    for thread in unsure.into_iter().filter(|(_, open)| *open).map(|(thread, _)| thread) {
        if let Some(newest) = home.app.store.newest(&thread, true).await? {
            lists.add(&home.app, &newest).await?;
        }
    }
    lists.write(&home.app).await?;
    Ok(took)
}
