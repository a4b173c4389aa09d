//! Files as parts of messages and comments: the bucket keeps them for ever, and links give access
//! for a while.

use crate::conversation::earlier;
use crate::file::customers;
use crate::file::link::{TO_FETCH, disposition_of, no_file, saved_as};
use crate::file::upload;
use crate::file::upload::{incoming, media, mismatch, missing};
use crate::{Failure, Shelf};
use domain::content::{Content, Media};
use domain::{Command, Millis, Profile, ThreadId, file, message};
use protocol::file::MediaLink;
use store::Visitor;
use store::file::upload::{By, Upload};

/// The time for which a provider's link to a file is valid.
const TO_DELIVER: Millis = Millis::hours(1);

/// The key of a file that a message or comment holds; the bucket keeps it for ever.
fn kept(id: &str) -> String {
    format!("files/{id}")
}

/// The key under which the bytes of an upload lie now.
fn place(upload: &Upload) -> String {
    if upload.kept { kept(&upload.id) } else { incoming(&upload.id) }
}

/// Looks up the files of a command: of the client's data only the reference and the caption count.
///
/// # Errors
/// A refusal if a file is no checked upload of this agent for this thread and purpose; a failure if
/// the table or the bucket fails.
pub async fn with_files(
    shelf: Shelf<'_>,
    me: &Profile,
    thread: &ThreadId,
    command: Command,
) -> Result<Command, Failure> {
    let by = By::Agent(me.id.clone());
    Ok(match command {
        Command::Send(message::Send { content: Content::Media(given), reply_to }) => {
            let media = attach(shelf, &by, thread, false, &given.reference, given.caption).await?;
            Command::Send(message::Send { content: Content::Media(media), reply_to })
        }
        Command::Comment(message::Comment { text, mentions, files }) => {
            file::few_enough(files.len())?;
            let mut attached = Vec::with_capacity(files.len());
            for given in files {
                let Media { reference, caption, .. } = given;
                attached.push(attach(shelf, &by, thread, true, &reference, caption).await?);
            }
            Command::Comment(message::Comment { text, mentions, files: attached })
        }
        other => other,
    })
}

/// Keeps a checked file for the message or comment that will hold it.
pub(crate) async fn attach(
    shelf: Shelf<'_>,
    by: &By,
    thread: &ThreadId,
    internal: bool,
    reference: &str,
    caption: Option<String>,
) -> Result<Media, Failure> {
    let upload = upload::own_upload(shelf.ground, reference, by, Some(thread)).await?;
    let checked = upload.checked.as_ref().filter(|_| upload.internal == internal);
    let checked = checked.ok_or_else(missing)?;
    if !upload.kept {
        let (from, to) = (incoming(&upload.id), kept(&upload.id));
        if !shelf.bucket.copy(&from, &to, &checked.etag, shelf.now()).await? {
            return Err(mismatch("The file was changed after it was looked at.".to_owned()));
        }
        if !shelf.store.keep_upload(&upload.id).await? {
            return Err(missing());
        }
    }
    Ok(media(&upload, caption))
}

/// Returns a link to a file, for an agent who may read its conversation.
///
/// # Errors
/// A refusal if the agent may read no such file; a failure if the table fails.
pub async fn media_link(shelf: Shelf<'_>, me: &Profile, id: &str) -> Result<MediaLink, Failure> {
    if let Some(named) = crate::view::file::named(id) {
        return customers::link(shelf, me, &named).await;
    }
    let upload = shelf.store.upload(id, shelf.now()).await?.ok_or_else(no_file)?;
    let own = upload.by == By::Agent(me.id.clone());
    if !(upload.kept || own && upload.checked.is_some()) {
        return Err(no_file());
    }
    let directory = shelf.directory().await?;
    match earlier::reads_at(shelf.ground, me, &upload.thread, upload.at, &directory).await? {
        true => link(shelf, &upload, TO_FETCH),
        false => Err(no_file()),
    }
}

/// Returns a link to a file, for the visitor whose chat holds it.
///
/// # Errors
/// A refusal if the visitor's chat holds no such file; a failure if the table fails.
pub async fn visitors_media_link(
    shelf: Shelf<'_>,
    visitor: &Visitor,
    id: &str,
) -> Result<MediaLink, Failure> {
    let upload = shelf.store.upload(id, shelf.now()).await?.ok_or_else(no_file)?;
    let own = upload.by == By::Customer && upload.checked.is_some();
    let theirs = upload.thread == visitor.thread() && !upload.internal;
    if theirs && (upload.kept || own) { link(shelf, &upload, TO_FETCH) } else { Err(no_file()) }
}

/// Returns a link by which a provider fetches the file of a message, if the message has a file in
/// our bucket.
pub(crate) async fn providers_link(
    shelf: Shelf<'_>,
    content: &Content,
) -> Result<Option<String>, Failure> {
    let Content::Media(media) = content else { return Ok(None) };
    let upload = shelf.store.upload(&media.reference, shelf.now()).await?;
    let upload = upload.filter(|upload| upload.kept && !upload.internal);
    match upload {
        Some(upload) => Ok(Some(link(shelf, &upload, TO_DELIVER)?.url)),
        None => Ok(None),
    }
}

/// A file of a message with its bytes, for channels whose messages carry files within them.
pub(crate) struct Attached {
    pub(crate) name: String,
    pub(crate) mime: String,
    pub(crate) bytes: Vec<u8>,
}

/// Returns the file of a message, if the message has a file in our bucket.
pub(crate) async fn attached(
    shelf: Shelf<'_>,
    content: &Content,
) -> Result<Option<Attached>, Failure> {
    let Content::Media(media) = content else { return Ok(None) };
    let upload = shelf.store.upload(&media.reference, shelf.now()).await?;
    let Some(upload) = upload.filter(|upload| upload.kept && !upload.internal) else {
        return Ok(None);
    };
    let bytes = shelf.bucket.whole(&kept(&upload.id), shelf.now()).await?;
    let Upload { name, mime, .. } = upload;
    Ok(bytes.map(|bytes| Attached { name, mime, bytes }))
}

fn link(shelf: Shelf<'_>, upload: &Upload, lasts: Millis) -> Result<MediaLink, Failure> {
    let now = shelf.now();
    let key = place(upload);
    let url = shelf.bucket.get_link(&key, &upload.mime, &disposition(upload), now, lasts)?;
    let saved = saved_as(&upload.name);
    let download = shelf.bucket.get_link(&key, &upload.mime, &saved, now, lasts)?;
    Ok(MediaLink {
        url,
        download,
        expires: (now + lasts).0,
        mime: upload.mime.clone(),
        name: upload.name.clone(),
        size: upload.size,
    })
}

/// The disposition of a file: browsers show pictures, sounds, films and PDF, and save everything else.
fn disposition(upload: &Upload) -> String {
    disposition_of(upload.medium, &upload.mime, &upload.name)
}
