//! Uploads (F78): a client announces a file and hands its bytes to the bucket, and the function
//! checks their content before a message or comment can hold them.
//!
//! The function copies the checked bytes, under their mark, to a key that no link can change: a
//! message sends exactly what the check saw.

use crate::engine::policy;
use crate::session::read;
mod again;

use crate::conversation::earlier;
use crate::file::bucket::Head;
use crate::file::sniff;
use crate::{Failure, Ground, Shelf};
use domain::content::{Media, Medium};
use domain::file::{self, FileRule};
use domain::{ConversationId, Millis, Profile, Refusal, ThreadId, limit};
use protocol::Refused;
use protocol::file::{
    Discarded, HeaderLine, NewUpload, NewVisitorUpload, Upload as Announced, UploadPurpose,
    Uploaded,
};
use store::Visitor;
use store::file::upload::{By, Checked, Upload};

/// The time that a client has to hand the bytes in.
const TO_HAND_IN: Millis = Millis::minutes(15);
/// The most files that a visitor may hand in within an hour.
const VISITORS_HOUR: u64 = 20;
/// The most pixels of a picture: a larger one is no picture for a chat.
const PIXELS: u64 = 50_000_000;

/// The key under which the bytes wait to be used.
pub(crate) fn incoming(id: &str) -> String {
    format!("incoming/{id}")
}

/// Announces a file of an agent. Repeated under the same key, it returns the first announcement.
///
/// # Errors
/// A refusal if the agent may not read the conversation, or its channel does not carry such a file;
/// a failure if the table fails.
pub async fn announce(
    shelf: Shelf<'_>,
    me: &Profile,
    wanted: &NewUpload,
    key: Option<&str>,
) -> Result<Announced, Failure> {
    let id: ConversationId = read::id(&wanted.conversation, "conversation")?;
    let directory = shelf.directory().await?;
    let newest = earlier::readable_conversation(shelf.ground, me, &id, &directory).await?.newest;
    let internal = wanted.purpose == UploadPurpose::Comment;
    let channel = policy::capabilities(&newest.thread.asset, &directory);
    let (rules, carrier) =
        if internal { (file::COMMENT, "A comment") } else { (channel.files, channel.name) };
    let by = By::Agent(me.id.clone());
    let given = Given { name: &wanted.name, mime: &wanted.mime, size: wanted.size, key };
    begin(shelf, id.thread, by, internal, &given, rules, carrier).await
}

/// Announces a file of a visitor.
///
/// # Errors
/// A refusal if the chat does not carry such a file, or the visitor handed in too many; a failure
/// if the table fails.
pub async fn visitor_announces(
    shelf: Shelf<'_>,
    visitor: &Visitor,
    wanted: &NewVisitorUpload,
    key: Option<&str>,
) -> Result<Announced, Failure> {
    let thread = visitor.thread();
    let channel = policy::capabilities(&visitor.asset, &*shelf.directory().await?);
    let given = Given { name: &wanted.name, mime: &wanted.mime, size: wanted.size, key };
    given.admit(channel.files, channel.name)?;
    if shelf.store.count_visitors_upload(&thread, shelf.now()).await? > VISITORS_HOUR {
        return Err(Failure::rejected(
            "too_many_uploads",
            format!("A visitor may hand in {VISITORS_HOUR} files within an hour."),
            "Wait a while.",
        ));
    }
    begin(shelf, thread, By::Customer, false, &given, channel.files, channel.name).await
}

async fn begin(
    shelf: Shelf<'_>,
    thread: ThreadId,
    by: By,
    internal: bool,
    given: &Given<'_>,
    rules: &[FileRule],
    carrier: &'static str,
) -> Result<Announced, Failure> {
    let medium = given.admit(rules, carrier)?;
    let mime = given.mime.trim().to_ascii_lowercase();
    let now = shelf.now();
    let id = match given.key {
        Some(key) => again::id_of(&by, &thread, key)?,
        None => crate::runtime::random::random_text()?,
    };
    let mut upload = Upload {
        id,
        thread,
        by,
        internal,
        name: name(given.name, &mime)?,
        mime,
        medium,
        size: given.size,
        at: now,
        checked: None,
        kept: false,
    };
    match given.key {
        Some(_) => match again::begun_before(shelf.ground, &upload).await? {
            Some(first) => upload = first,
            None => shelf.store.begin_upload(&upload).await?,
        },
        None => shelf.store.begin_upload(&upload).await?,
    }
    let key = incoming(&upload.id);
    let url = shelf.bucket.put_link(&key, &upload.mime, upload.size, now, TO_HAND_IN)?;
    Ok(Announced {
        id: upload.id,
        url,
        method: "PUT".to_owned(),
        headers: vec![HeaderLine { name: "content-type".to_owned(), value: upload.mime }],
        expires: (now + TO_HAND_IN).0,
    })
}

/// Checks a file that an agent has handed in.
///
/// # Errors
/// A refusal if the upload is not the agent's, its bytes have not arrived, or they are not as
/// announced; a failure if the table or the bucket fails.
pub async fn complete(shelf: Shelf<'_>, me: &Profile, id: &str) -> Result<Uploaded, Failure> {
    let upload = own_upload(shelf.ground, id, &By::Agent(me.id.clone()), None).await?;
    look_into(shelf, upload).await
}

/// Checks a file that a visitor has handed in.
///
/// # Errors
/// As [`complete`].
pub async fn visitor_completes(
    shelf: Shelf<'_>,
    visitor: &Visitor,
    id: &str,
) -> Result<Uploaded, Failure> {
    let upload = own_upload(shelf.ground, id, &By::Customer, Some(&visitor.thread())).await?;
    look_into(shelf, upload).await
}

async fn look_into(shelf: Shelf<'_>, mut upload: Upload) -> Result<Uploaded, Failure> {
    if upload.checked.is_none() {
        let head = shelf.bucket.head(&incoming(&upload.id), shelf.now()).await?;
        let head = head.ok_or_else(not_arrived)?;
        let checked = match check(shelf, &upload, &head).await {
            Err(Failure::Rejected(refused)) => {
                // The check refuses a file once: its bytes are gone after that.
                throw_away(shelf, &upload.id).await?;
                return Err(Failure::Rejected(refused));
            }
            checked => checked?,
        };
        if !shelf.store.upload_checked(&upload.id, &checked).await? {
            return Err(missing());
        }
        upload.checked = Some(checked);
    }
    Ok(Uploaded { media: media(&upload, None).into() })
}

/// Checks whether the bytes are as announced.
async fn check(shelf: Shelf<'_>, upload: &Upload, head: &Head) -> Result<Checked, Failure> {
    let (key, now) = (incoming(&upload.id), shelf.now());
    if head.size != upload.size {
        return Err(mismatch(format!(
            "The file has {} bytes, and {} were announced.",
            head.size, upload.size
        )));
    }
    let part = async |from: u64, length: u64| {
        let part = shelf.bucket.part(&key, &head.etag, from, length, now).await?;
        part.ok_or_else(not_arrived)
    };
    let begin = part(0, sniff::SAMPLE).await?;
    let tail = if sniff::is_package(&begin) {
        part(head.size.saturating_sub(sniff::SAMPLE), sniff::SAMPLE).await?
    } else {
        Vec::new()
    };
    let directory = match sniff::directory(&begin) {
        Some(at) if at < head.size => part(at, 4_096).await?,
        _ => Vec::new(),
    };
    let sample = sniff::Sample { head: &begin, tail: &tail, directory: &directory };
    let found = sniff::mime(&sample);
    if !found.is_some_and(|found| sniff::fits(&upload.mime, found)) {
        let found = found.unwrap_or("something that is not taken");
        return Err(mismatch(format!(
            "By its content the file is {found}, and {} was announced.",
            upload.mime
        )));
    }
    let pixels = sniff::pixels(&begin).filter(|_| upload.medium == Medium::Image);
    if upload.medium == Medium::Image {
        let (width, height) =
            pixels.ok_or_else(|| mismatch("The picture has no size.".to_owned()))?;
        if u64::from(width) * u64::from(height) > PIXELS {
            return Err(mismatch(format!(
                "The picture has {width} times {height} pixels; at most {PIXELS} are taken."
            )));
        }
    }
    Ok(Checked { etag: head.etag.clone(), pixels })
}

/// Removes a file that an agent has handed in and not used.
///
/// # Errors
/// A refusal if the upload is not the agent's or is part of a message or comment; a failure if the
/// table or the bucket fails.
pub async fn discard(shelf: Shelf<'_>, me: &Profile, id: &str) -> Result<Discarded, Failure> {
    let upload = own_upload(shelf.ground, id, &By::Agent(me.id.clone()), None).await?;
    if !throw_away(shelf, &upload.id).await? {
        let remedy = "Leave it: who reads the conversation reads it.";
        let why = "The file is part of a message or a comment.";
        return Err(Refused::new("upload_sent", why, remedy).at("upload").into());
    }
    Ok(Discarded { id: upload.id })
}

async fn throw_away(shelf: Shelf<'_>, id: &str) -> Result<bool, Failure> {
    let gone = shelf.store.forget_upload(id).await?;
    if gone {
        shelf.bucket.remove(&incoming(id), shelf.now()).await?;
    }
    Ok(gone)
}

/// Loads the caller's upload; answers "not found" for anybody else's.
pub(crate) async fn own_upload(
    ground: Ground<'_>,
    id: &str,
    by: &By,
    thread: Option<&ThreadId>,
) -> Result<Upload, Failure> {
    let upload = ground.store.upload(id, ground.now()).await?;
    let own = |upload: &Upload| upload.by == *by && thread.is_none_or(|t| upload.thread == *t);
    upload.filter(own).ok_or_else(missing)
}

/// A client's announcement of a file.
struct Given<'a> {
    name: &'a str,
    mime: &'a str,
    size: u64,
    /// The key by which the server recognises a repeated announcement.
    key: Option<&'a str>,
}

impl Given<'_> {
    fn admit(&self, rules: &[FileRule], carrier: &'static str) -> Result<Medium, Refusal> {
        if self.size == 0 {
            let most = i64::try_from(file::largest(rules)).unwrap_or(i64::MAX);
            return Err(Refusal::OutOfRange { field: "size", least: 1, most });
        }
        file::admit(rules, carrier, &self.mime.trim().to_ascii_lowercase(), self.size)
    }
}

pub(crate) fn media(upload: &Upload, caption: Option<String>) -> Media {
    let pixels = upload.checked.as_ref().and_then(|checked| checked.pixels);
    Media {
        medium: upload.medium,
        reference: upload.id.clone(),
        mime: upload.mime.clone(),
        name: Some(upload.name.clone()),
        caption,
        size: Some(upload.size),
        width: pixels.map(|(width, _)| width),
        height: pixels.map(|(_, height)| height),
    }
}

/// Returns the name of a file without a path and without invisible characters, with an ending that
/// goes with its type: a file saved under this name opens as what it is.
fn name(given: &str, mime: &str) -> Result<String, Refused> {
    let length = given.chars().count();
    let most = limit::FILE_NAME;
    if length > most {
        let message = format!("The name has {length} characters; at most {most} are taken.");
        return Err(Refused::new("text_too_long", message, "Shorten it.").at("name"));
    }
    let seen = plain_name(given);
    let name = if seen.is_empty() { "file" } else { &seen };
    let endings = endings(mime);
    let lower = name.to_lowercase();
    let fits = endings.iter().any(|end| lower.ends_with(&format!(".{end}")));
    let Some(first) = endings.first().filter(|_| !fits) else { return Ok(name.to_owned()) };
    Ok(format!("{}.{first}", domain::words::cut(name, 250)))
}

/// A name without a path and without characters that nobody sees; it may be empty.
pub(crate) fn plain_name(given: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|c| !hidden(*c)).collect();
    seen.trim().trim_start_matches('.').trim().to_owned()
}

/// The endings of the names of files of a type.
pub(crate) fn endings(mime: &str) -> &'static [&'static str] {
    match mime {
        file::JPEG => &["jpg", "jpeg", "jpe"],
        file::PNG => &["png"],
        file::GIF => &["gif"],
        file::MP4 => &["mp4"],
        file::PDF => &["pdf"],
        file::DOC => &["doc"],
        file::DOCX => &["docx"],
        file::XLS => &["xls"],
        file::XLSX => &["xlsx"],
        file::CSV => &["csv"],
        _ => &["txt"],
    }
}

pub(crate) fn mismatch(why: String) -> Failure {
    let remedy = "Choose the file again; it must be what its type says.";
    Failure::rejected("content_mismatch", why, remedy)
}

pub(crate) fn missing() -> Failure {
    Refused::new(
        "upload_missing",
        "There is no such upload: it is unknown or expired, was not completed, or is for something else.",
        "Hand the file in again.",
    )
    .at("reference")
    .into()
}

fn not_arrived() -> Failure {
    let remedy = "Send the bytes to the upload's address first.";
    Failure::rejected("upload_missing", "The bytes have not arrived.", remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_path_nothing_hidden_and_the_ending_of_its_type() {
        for (given, mime, wanted) in [
            ("kettle.png", file::PNG, "kettle.png"),
            ("Kettle.JPEG", file::JPEG, "Kettle.JPEG"),
            ("../../etc/passwd", file::TXT, "passwd.txt"),
            ("C:\\Temp\\list.csv", file::CSV, "list.csv"),
            ("invoice\u{202e}gpj.exe", file::JPEG, "invoicegpj.exe.jpg"),
            ("a\u{0}b\r\n.pdf", file::PDF, "ab.pdf"),
            ("...", file::PDF, "file.pdf"),
            ("", file::PNG, "file.png"),
            (".htaccess", file::TXT, "htaccess.txt"),
        ] {
            assert_eq!(name(given, mime).unwrap(), wanted, "{given:?}");
        }
        assert_eq!(name(&"x".repeat(256), file::PNG).unwrap_err().field.as_deref(), Some("name"));
    }
}
