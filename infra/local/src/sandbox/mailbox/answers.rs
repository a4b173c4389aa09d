//! Programs that answer for customers.

use channels::email::read;

use super::{ADDRESS, ASSET, letters};
use crate::Platform;

/// A customer's program answers a mail of the business.
pub(super) async fn absence(platform: &Platform, customer: &str, raw: &[u8]) {
    let Ok(letter) = read(raw) else { return };
    let id = platform.sandbox.mailboxes.next_id();
    let to = letter.reply_to.first().map_or_else(|| ADDRESS.to_owned(), |one| one.address.clone());
    let ids = letter.references.iter().chain(&letter.message_id);
    let references: Vec<String> = ids.map(|id| format!("<{id}>")).collect();
    let answered = letter.message_id.as_deref().unwrap_or_default();
    let mail = format!(
        "From: <{customer}>\r\nTo: <{to}>\r\nSubject: Out of office: {}\r\n\
         Message-ID: <{id}@customers.test>\r\nIn-Reply-To: <{answered}>\r\nReferences: {}\r\n\
         Auto-Submitted: auto-replied\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
         I am away until Monday.\r\n",
        letter.subject,
        references.join(" ")
    );
    letters::arrive(platform, ASSET, &id, "", &[to], mail.into_bytes()).await;
}
