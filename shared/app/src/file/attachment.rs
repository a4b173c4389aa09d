//! Files as parts of messages and comments: kept for ever, and fetched by links that are good for a
//! while.

use crate::conversation::earlier;
use crate::file::bucket::escape;
use crate::file::upload;
use crate::file::upload::{incoming, media, mismatch, missing};
use crate::{Failure, Shelf};
use domain::content::{Content, Media, Medium};
use domain::{Command, Millis, Profile, Refusal, ThreadId, file, message};
use protocol::upload::MediaLink;
use store::Visitor;
use store::upload::{By, Upload};

/// How long a link to a file is good.
const TO_FETCH: Millis = Millis::minutes(10);
/// How long a provider has to fetch a file.
const TO_DELIVER: Millis = Millis::hours(1);

/// Where the bytes of a file are that a message or comment holds: for ever.
fn kept(id: &str) -> String {
    format!("files/{id}")
}

/// Where the bytes of an upload are now.
fn place(upload: &Upload) -> String {
    if upload.kept { kept(&upload.id) } else { incoming(&upload.id) }
}

/// A command with its files looked up: what the client says of them counts for nothing but the
/// reference and the caption.
///
/// # Errors
/// A refusal if one is not a checked upload of this agent for this thread and purpose; a
/// failure if the table or the bucket fails.
pub async fn with_files(
    shelf: Shelf<'_>,
    me: &Profile,
    thread: &ThreadId,
    command: Command,
) -> Result<Command, Failure> {
    let by = By::Agent(me.id.clone());
    Ok(match command {
        Command::Send(message::Send { content: Content::Media(given) }) => {
            let media = attach(shelf, &by, thread, false, &given.reference, given.caption).await?;
            Command::Send(message::Send { content: Content::Media(media) })
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

/// Keeps a checked file for what is about to hold it.
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

/// A link to a file, for an agent who may read its conversation.
///
/// # Errors
/// A refusal if there is no such file for them; a failure if the table fails.
pub async fn media_link(shelf: Shelf<'_>, me: &Profile, id: &str) -> Result<MediaLink, Failure> {
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

/// A link to a file, for the visitor in whose chat it is.
///
/// # Errors
/// A refusal if there is no such file for them; a failure if the table fails.
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

/// A link by which a provider fetches the file of a message, if it has one that is kept here.
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

fn link(shelf: Shelf<'_>, upload: &Upload, lasts: Millis) -> Result<MediaLink, Failure> {
    let now = shelf.now();
    let key = place(upload);
    let url = shelf.bucket.get_link(&key, &upload.mime, &disposition(upload), now, lasts)?;
    Ok(MediaLink {
        url,
        expires: (now + lasts).0,
        mime: upload.mime.clone(),
        name: upload.name.clone(),
        size: upload.size,
    })
}

/// Shown by browsers: pictures, films and PDF. Everything else is for saving only.
fn disposition(upload: &Upload) -> String {
    let shown = matches!(upload.medium, Medium::Image | Medium::Video) || upload.mime == file::PDF;
    let how = if shown { "inline" } else { "attachment" };
    format!("{how}; filename*=UTF-8''{}", escape(&upload.name))
}

fn no_file() -> Failure {
    Refusal::NotFound { what: "file" }.into()
}
