//! Taking mails in: the raw mail comes from the bucket or from the notification itself, its parts
//! go into the bucket, and what it means goes the way of every other channel's items.
//!
//! Everything that a mail leaves in the bucket lies there before the log names it, under keys that
//! follow from the mail itself: a repetition writes the same again.

use channels::email::intake::{Note, Place, Taken, folder, inline, take};
use channels::email::ses::Received;
use channels::email::thread::{self, Belongs, Keys};
use channels::{Arrival, Inbound};
use domain::{AssetId, Content, Event, ThreadId};
use futures_util::future::try_join_all;
use store::key;
use store::settings::directory::{Asset, Directory};

use crate::file::mail::{self, Part};
use crate::runtime::key::mail_keys;
use crate::{Carrier, Failure, Ground, Shelf};

/// The folder of the bucket into which SES puts mails.
const INBOUND: &str = "inbound/";
/// The entries of a conversation in which the search for its participants looks.
const SEARCHED: usize = 100;
/// How many files of one mail go into the bucket at once.
const AT_ONCE: usize = 8;

/// Turns a mail into the items that it means.
///
/// # Errors
/// If the table, the vault or the bucket fails: the provider then brings the mail again.
pub async fn arrivals(
    carrier: Carrier<'_>,
    directory: &Directory,
    named: &Asset,
    received: &Received,
) -> Result<Vec<Arrival>, Failure> {
    let raw = match raw(carrier.shelf, received).await? {
        Ok(raw) => raw,
        Err(why) => return Ok(vec![aside(why, "", received)]),
    };
    let keys = mail_keys(carrier.line).await?;
    let asset = addressed(directory, named, received);
    let is_account = |address: &str| {
        let mut all = directory.assets.values().filter(|one| one.channel == asset.channel);
        all.any(|one| one.account.eq_ignore_ascii_case(address))
    };
    let Keys { secret, installation } = &keys;
    let account = &asset.account;
    let place = Place { secret, installation, account, is_account: &is_account };
    let folder = folder(asset.id.as_str(), &raw);
    match take(&raw, received, &place) {
        Taken::Statuses(receipts) => Ok(receipts.into_iter().map(Arrival::Receipt).collect()),
        Taken::Aside { why, shown } => {
            keep(carrier.shelf, &folder, Part::Original, raw).await?;
            let why = format!("a mail is no message: {why}");
            let payload = format!("{shown}\n\n(mail/{folder}-original)");
            Ok(vec![Arrival::Unusable { why, payload: Some(payload) }])
        }
        Taken::Message(note) => {
            keep(carrier.shelf, &folder, Part::Original, raw).await?;
            let other = (asset.id != named.id).then(|| asset.account.clone());
            let message = message(carrier, asset, *note, &folder).await?;
            let account = other.unwrap_or_default();
            Ok(vec![Arrival::Message(Inbound { account, ..message })])
        }
    }
}

/// The raw mail, or the reason for which there is none.
async fn raw(
    shelf: Shelf<'_>,
    received: &Received,
) -> Result<Result<Vec<u8>, &'static str>, Failure> {
    if let Some(content) = &received.content {
        return Ok(Ok(inline(content)));
    }
    let Some((bucket, key)) = &received.place else {
        return Ok(Err("the notification names no place of the mail"));
    };
    // Nobody may point the engine at other objects than those that SES puts there.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let is_ours = shelf.bucket.is(bucket)
        && key.strip_prefix(INBOUND).is_some_and(|name| {
            (1..=200).contains(&name.len()) && name.bytes().all(plain) && !name.starts_with('.')
        });
    if !is_ours {
        return Ok(Err("it lies in another place than the one for mails"));
    }
    let now = shelf.now();
    let size = shelf.bucket.head(key, now).await?.map(|head| head.size);
    if size.is_some_and(|size| size > channels::email::LONGEST as u64) {
        return Ok(Err("it is longer than 40 MB"));
    }
    let raw = shelf.bucket.whole(key, now).await?;
    Ok(raw.ok_or("it is not in the bucket"))
}

fn aside(why: &str, shown: &str, received: &Received) -> Arrival {
    let place = received.place.as_ref().map_or("", |(_, key)| key.as_str());
    let payload = format!("{shown}\n{} {place}", received.provider_id).trim().to_owned();
    Arrival::Unusable { why: format!("a mail is no message: {why}"), payload: Some(payload) }
}

/// The account to which a mail went: the named one, unless the envelope names only another.
fn addressed<'a>(directory: &'a Directory, named: &'a Asset, received: &Received) -> &'a Asset {
    let recipients: Vec<String> =
        received.recipients.iter().map(|address| thread::account(address)).collect();
    let is_meant = |asset: &&Asset| {
        asset.channel == named.channel
            && recipients.iter().any(|one| asset.account.eq_ignore_ascii_case(one))
    };
    if is_meant(&named) {
        return named;
    }
    directory.assets.values().filter(|asset| !asset.retired).find(is_meant).unwrap_or(named)
}

async fn message(
    carrier: Carrier<'_>,
    asset: &Asset,
    note: Note,
    folder: &str,
) -> Result<Inbound, Failure> {
    let Note { customer, author, belongs, key, sent_at, reply_to, mut content, .. } = note;
    let joins = joined(carrier.work.engine.ground, &asset.id, &customer.address, &belongs).await?;
    // A mail from another address than the customer's shows that address.
    let from = joins.as_ref().map(|_| customer.address.clone()).or(author);
    let address = joins.unwrap_or_else(|| customer.address.clone());
    content.from = from.filter(|from| *from != address);
    content.folder = Some(folder.to_owned());
    content.html = note.page.as_ref().map(|_| folder.to_owned());
    let mut content = Content::Email(content);
    let shortened = content.fit() | note.shortened;
    let Content::Email(email) = &content else {
        return Err(Failure::Service { what: "a mail", why: "it lost its kind".to_owned() });
    };
    let kept = email.files.len();
    if let Some(page) = note.page {
        keep(carrier.shelf, folder, Part::Html, page.into_bytes()).await?;
    }
    if let Some(page) = note.images {
        keep(carrier.shelf, folder, Part::Images, page.into_bytes()).await?;
    }
    let mut files = note.files.into_iter().take(kept).enumerate();
    loop {
        let some = files.by_ref().take(AT_ONCE);
        let puts: Vec<_> = some
            .map(|(at, file)| keep(carrier.shelf, folder, Part::File(at), file.bytes))
            .collect();
        if puts.is_empty() {
            break;
        }
        try_join_all(puts).await?;
    }
    Ok(Inbound {
        account: String::new(),
        address,
        others: Vec::new(),
        name: customer.name,
        key,
        sent_at,
        content,
        reply_to,
        beside: domain::intake::Beside::default(),
        quiet: false,
        shortened,
    })
}

async fn keep(shelf: Shelf<'_>, folder: &str, part: Part, bytes: Vec<u8>) -> Result<(), Failure> {
    // The type that a link names counts, and nobody gets an object without a link.
    shelf
        .bucket
        .put(&mail::key(folder, part), &bytes, "application/octet-stream", shelf.now())
        .await
}

/// The address of the customer whose conversation a mail from another address joins. Knowing one
/// of our mails is not enough, because people forward mails: the author must be known to the
/// conversation, by an address of its customer or as a recipient of one of the customer's mails.
async fn joined(
    ground: Ground<'_>,
    asset: &AssetId,
    author: &str,
    belongs: &Belongs,
) -> Result<Option<String>, Failure> {
    let (Belongs::Answers { thread, .. } | Belongs::Addressed { thread }) = belongs else {
        return Ok(None);
    };
    let Ok(id) = thread.parse::<ThreadId>() else { return Ok(None) };
    if id == key::thread(asset, author) {
        return Ok(None);
    }
    let Some(newest) = ground.thread(&id).await? else { return Ok(None) };
    let thread = &newest.thread;
    if thread.asset != *asset {
        return Ok(None);
    }
    let customer = Some(thread.identity.clone());
    if thread.addresses().any(|known| known.eq_ignore_ascii_case(author)) {
        return Ok(customer);
    }
    let page = ground.store.entries_before(&id, newest.entry.seq + 1, SEARCHED).await?;
    let takes_part = page.entries.iter().flat_map(|entry| &entry.events).any(|event| match event {
        Event::CustomerMessage(message) => match &message.content {
            Content::Email(email) => {
                email.also_to.iter().any(|known| known.eq_ignore_ascii_case(author))
            }
            _ => false,
        },
        _ => false,
    });
    Ok(customer.filter(|_| takes_part))
}
