//! Agents from a table, by the same import as the API's. Without `--apply` nothing changes.

use std::collections::BTreeMap;

use domain::{Profile, Role};
use protocol::agent::{AgentsImport, Fate, ImportRow};
use serde_json::json;
use store::settings::directory::Directory;

use crate::home::Home;
use crate::options::Import;
use crate::out::Out;
use crate::{Exit, Failed};

/// The largest table, in bytes: ten thousand rows are far shorter.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The admin in whose name the import happens.
fn admin(directory: &Directory, wanted: Option<&str>) -> Result<Profile, Failed> {
    let is_admin = |agent: &store::settings::directory::Agent| {
        agent.active && agent.profile.role == Role::Admin
    };
    let found = match wanted {
        None => directory.people().find(|agent| is_admin(agent)),
        Some(wanted) => directory.people().find(|agent| {
            is_admin(agent)
                && (agent.email.eq_ignore_ascii_case(wanted) || agent.profile.id.as_str() == wanted)
        }),
    };
    found.map(|agent| agent.profile.clone()).ok_or_else(|| {
        Failed::Option(match wanted {
            Some(wanted) => format!("--as {wanted}: no admin has this e-mail address or id"),
            None => "there is no admin yet; make one with `switchboard seed`".to_owned(),
        })
    })
}

const fn word(fate: Fate) -> &'static str {
    match fate {
        Fate::New => "new",
        Fate::Changed => "changed",
        Fate::Unchanged => "unchanged",
        Fate::Refused => "refused",
    }
}

fn told(row: &ImportRow) -> String {
    let more = match &row.refused {
        Some(refused) => format!("{} {}", refused.message, refused.remedy),
        None => row.changes.join(", "),
    };
    format!("{:>5}  {:<9} {:<32} {}", row.row, word(row.fate), row.email, more)
}

/// Imports a table, or says what would become of each row. A row that is refused makes it a warning.
///
/// # Errors
/// If the file cannot be read, there is no such admin, or the table fails. Parts that are done stay
/// done; the same command again goes on.
pub async fn import(home: &Home, options: &Import, out: &mut Out<'_>) -> Result<Exit, Failed> {
    let file = options.file.display();
    let wrong = |why: &dyn std::fmt::Display| Failed::Option(format!("{file}: {why}"));
    let size = std::fs::metadata(&options.file).map_err(|e| wrong(&e))?.len();
    if size > LARGEST {
        return Err(wrong(&"is larger than 16 MB; split it"));
    }
    let bytes = std::fs::read(&options.file).map_err(|e| wrong(&e))?;
    let csv = String::from_utf8(bytes)
        .map_err(|_| wrong(&"is not UTF-8; save it from the spreadsheet as CSV UTF-8"))?;
    let me = admin(&home.app.store.directory().await?, options.admin.as_deref())?;
    let mut from = None;
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    loop {
        let wanted = AgentsImport { csv: csv.clone(), dry_run: !options.apply, from };
        let report = app::agent::import::import(home.app.engine(), &me, &wanted).await?;
        for row in &report.rows {
            *counts.entry(word(row.fate)).or_default() += 1;
            let value = serde_json::to_value(row).unwrap_or_default();
            if out.json() {
                out.value(&value)?;
            } else if row.fate != Fate::Unchanged {
                out.line(&told(row))?;
            }
        }
        if from.is_none() && !report.ignored.is_empty() {
            out.note(&format!("columns that are left out: {}", report.ignored.join(", ")));
        }
        from = report.next;
        match from {
            Some(next) => out.note(&format!("{} of {} rows", next - 1, report.total)),
            None => break,
        }
    }
    let counted: Vec<String> = counts.iter().map(|(fate, n)| format!("{n} {fate}")).collect();
    let value = json!({"applied": options.apply, "counts": counts, "as": me.id});
    out.either(&value, || {
        let counted = counted.join(", ");
        if options.apply {
            format!("{counted}; in the name of {}.", me.name)
        } else {
            format!("{counted}. Nothing changed: add --apply to import.")
        }
    })?;
    Ok(if counts.contains_key(word(Fate::Refused)) { Exit::Warnings } else { Exit::Good })
}
