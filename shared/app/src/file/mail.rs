//! The parts of a mail in the bucket: the mail as it came, its HTML as a page, its files. An agent
//! who reads the entry may get each of them.

use std::str::FromStr;

use domain::content::Email;
use domain::{Content, Event, Millis, Profile, Refusal, ThreadId, file};
use protocol::file::MediaLink;

use crate::conversation::earlier;
use crate::file::bucket::escape;
use crate::file::link;
use crate::{Failure, Shelf};

/// The time for which a link to a part is valid.
const TO_FETCH: Millis = Millis::minutes(10);

/// A part of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The mail as it came.
    Original,
    /// The HTML as a page that loads nothing.
    Html,
    /// The same page with the pictures of other servers.
    Images,
    /// A file, by its place in the content's list.
    File(usize),
}

impl FromStr for Part {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "original" => Ok(Self::Original),
            "html" => Ok(Self::Html),
            "images" => Ok(Self::Images),
            number if number.len() <= 3 => number.parse().map(Self::File).map_err(|_| ()),
            _ => Err(()),
        }
    }
}

/// The key of a part.
pub(crate) fn key(folder: &str, part: Part) -> String {
    let name = match part {
        Part::Original => "original".to_owned(),
        Part::Html => "html".to_owned(),
        Part::Images => "images".to_owned(),
        Part::File(at) => at.to_string(),
    };
    format!("mail/{folder}-{name}")
}

/// The part of a mail that an id names: `{thread}.{seq}.{part}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailPart {
    thread: ThreadId,
    seq: u64,
    part: Part,
}

impl MailPart {
    /// Reads an id; `None` if it names no part of a mail.
    #[must_use]
    pub fn read(id: &str) -> Option<Self> {
        let mut parts = id.split('.');
        let (thread, seq, part) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        Some(Self {
            thread: thread.parse().ok()?,
            seq: seq.parse().ok()?,
            part: part.parse().ok()?,
        })
    }
}

/// Returns a link to a part of a mail, for an agent who may read the entry.
///
/// # Errors
/// A refusal if there is no such part, or the agent may not read the entry; a failure if the table
/// fails.
pub async fn link(shelf: Shelf<'_>, me: &Profile, wanted: &MailPart) -> Result<MediaLink, Failure> {
    let missing = || Failure::from(Refusal::NotFound { what: "file" });
    let MailPart { thread, seq, part } = wanted;
    let stored = shelf.store.entry(thread, *seq).await?.ok_or_else(missing)?;
    let email = stored.entry.events.iter().find_map(|event| match event {
        Event::CustomerMessage(message) => match &message.content {
            Content::Email(email) => Some(email),
            _ => None,
        },
        _ => None,
    });
    let email = email.ok_or_else(missing)?;
    let shown = shown(email, *part).ok_or_else(missing)?;
    let newest = shelf.thread(thread).await?.ok_or_else(missing)?;
    let directory = shelf.directory().await?;
    let number = (stored.thread.conversation.number, *seq);
    if !earlier::reads_earlier(shelf.ground, me, &newest.thread, number, &directory).await? {
        return Err(missing());
    }
    let now = shelf.now();
    let disposition = format!("{}; filename*=UTF-8''{}", shown.how, escape(&shown.name));
    let url = shelf.bucket.get_link(&shown.key, &shown.mime, &disposition, now, TO_FETCH)?;
    let saved = link::saved_as(&shown.name);
    let download = shelf.bucket.get_link(&shown.key, &shown.mime, &saved, now, TO_FETCH)?;
    let (mime, name, size) = (shown.mime, shown.name, shown.size);
    Ok(MediaLink { url, download, expires: (now + TO_FETCH).0, mime, name, size })
}

/// The way in which browsers get a part.
struct Shown {
    key: String,
    how: &'static str,
    mime: String,
    name: String,
    size: u64,
}

fn shown(email: &Email, part: Part) -> Option<Shown> {
    let key = key(email.folder.as_deref()?, part);
    let page = |is_there: bool| {
        is_there.then(|| Shown {
            key: key.clone(),
            how: "inline",
            mime: "text/html; charset=utf-8".to_owned(),
            name: "mail.html".to_owned(),
            size: 0,
        })
    };
    match part {
        Part::Original => Some(Shown {
            key,
            how: "attachment",
            mime: "message/rfc822".to_owned(),
            name: "mail.eml".to_owned(),
            size: 0,
        }),
        Part::Html => page(email.html.is_some()),
        Part::Images => page(email.remote_images),
        Part::File(at) => {
            let file = email.files.get(at)?;
            // The mail claims a type, and browsers show the harmless ones only.
            let mime = file.mime.as_str();
            let harmless = [file::JPEG, file::PNG, file::GIF, file::MP4, file::PDF];
            let harmless = harmless.into_iter().find(|one| *one == mime);
            Some(Shown {
                key,
                how: if harmless.is_some() { "inline" } else { "attachment" },
                mime: harmless.unwrap_or("application/octet-stream").to_owned(),
                name: file.name.clone(),
                size: file.size,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::content::MailFile;

    #[test]
    fn an_id_names_one_part_of_one_mail() {
        let read = |id: &str| MailPart::read(id).map(|wanted| (wanted.seq, wanted.part));
        assert_eq!(read("4t9m0c2xkq7w1h5z.3.html"), Some((3, Part::Html)));
        assert_eq!(read("4t9m0c2xkq7w1h5z.3.12"), Some((3, Part::File(12))));
        for id in ["4t9m0c2xkq7w1h5z.3", "4t9m0c2xkq7w1h5z.3.x", "a.b.c", "", "t.1.1.1", "t.1.9999"]
        {
            assert_eq!(read(id), None, "{id}");
        }
    }

    #[test]
    fn browsers_save_every_type_that_could_run() {
        let file =
            |mime: &str| MailFile { name: "a".into(), mime: mime.into(), ..MailFile::default() };
        let email = Email {
            folder: Some("f".to_owned()),
            files: ["image/png", "text/html", "image/svg+xml", "application/zip"].map(file).into(),
            ..Email::default()
        };
        let how: Vec<_> = (0..4).map(|at| shown(&email, Part::File(at)).unwrap().how).collect();
        assert_eq!(how, ["inline", "attachment", "attachment", "attachment"]);
        assert!(shown(&email, Part::File(4)).is_none() && shown(&email, Part::Html).is_none());
    }
}
