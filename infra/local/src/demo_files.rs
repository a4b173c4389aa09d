//! The demo's files: handed in as agents hand theirs in, without the way over the network.

use std::sync::Arc;

use crate::Platform;
use crate::files::Ask;
use app::{App, Failure};
use domain::content::Media;
use domain::{Profile, ThreadId};
use protocol::file::{NewUpload, UploadPurpose};

/// A file of the demo.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DemoFile {
    name: &'static str,
    mime: &'static str,
    bytes: &'static [u8],
}

/// A picture of a kettle that leaks.
pub(crate) const KETTLE: DemoFile = DemoFile {
    name: "kettle.png",
    mime: domain::file::PNG,
    bytes: include_bytes!("../files/kettle.png"),
};
/// An invoice.
pub(crate) const INVOICE: DemoFile = DemoFile {
    name: "invoice-20817.pdf",
    mime: domain::file::PDF,
    bytes: include_bytes!("../files/invoice.pdf"),
};

/// Hands a file in for a conversation, and has it checked.
///
/// # Errors
/// If the table or the bucket fails.
pub(crate) async fn hand_in(
    platform: &Arc<Platform>,
    app: &App,
    me: &Profile,
    thread: &ThreadId,
    purpose: UploadPurpose,
    file: &DemoFile,
) -> Result<Media, Failure> {
    let missing = || domain::Refusal::NotFound { what: "conversation" };
    let conversation = app.thread(thread).await?.ok_or_else(missing)?.thread.conversation_id();
    let announced = app::file::upload::announce(
        app.shelf(),
        me,
        &NewUpload {
            conversation: conversation.to_string(),
            name: file.name.to_owned(),
            mime: file.mime.to_owned(),
            size: file.bytes.len() as u64,
            purpose,
        },
        None,
    )
    .await?;
    let key = format!("incoming/{}", announced.id);
    {
        let none = |_: &str| None;
        // The files have a few kilobytes, and only the first run writes them. The next step finds a
        // missing one.
        let ask = Ask { method: "PUT", key: &key, query: "", header: &none, body: file.bytes };
        let _kept = platform.files.answer(&ask).status;
    }
    Ok(app::file::upload::complete(app.shelf(), me, &announced.id).await?.media.into())
}
