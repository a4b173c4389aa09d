//! The reader of the webhooks of Messenger and Instagram.
//!
//! It reads leniently, as that of WhatsApp: an unknown kind is kept as unsupported, an item that
//! belongs to nobody is set aside, and the rest goes on. An item without an id of its own gets one
//! from its content, so that its repetition is recognised.

use domain::intake::Beside;
use domain::{Address, Content, DeliveryStatus, Millis};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::content::{self, Read};
use super::{MARK, Platform, beside};
use crate::encode::hex;
use crate::trim::{MESSAGE, Trim};
use crate::whatsapp::fields::{KEY, key, list, moment, word};
use crate::{Arrival, Echo, Inbound, Malformed, Receipt, Watermark, json};

/// The longest id of a person or account.
const ID: usize = 150;

/// Everything that a webhook brought, in order.
pub(super) fn webhook(platform: Platform, body: &[u8]) -> Result<Vec<Arrival>, Malformed> {
    let malformed = |why: String, field| Malformed { why, field };
    let root =
        json::read(body).map_err(|e| malformed(format!("the body is not JSON: {e}"), None))?;
    let object = platform.object();
    if root["object"].as_str() != Some(object) {
        return Err(malformed(format!("object is not \"{object}\""), Some("object")));
    }
    let Some(entries) = root["entry"].as_array() else {
        return Err(malformed("entry is not a list".to_owned(), Some("entry")));
    };
    let mut all = Vec::new();
    for entry in entries {
        let account = id(&entry["id"]).unwrap_or_default();
        let mut item = |item: &Value, standby| {
            let one = Item { account: &account, entry, item, standby };
            one.read(&mut all);
        };
        list(&entry["messaging"]).iter().for_each(|one| item(one, false));
        // Another app owns the conversation and answers.
        list(&entry["standby"]).iter().for_each(|one| item(one, true));
        // Instagram's own login brings the same items as changes. Changes without a sender, such as
        // comments, are for others.
        let changes = list(&entry["changes"]).iter().map(|change| &change["value"]);
        changes.filter(|value| value["sender"].is_object()).for_each(|one| item(one, false));
    }
    Ok(all)
}

fn id(value: &Value) -> Option<String> {
    word(value).filter(|id| id.len() <= ID)
}

/// One item of a webhook.
struct Item<'a> {
    account: &'a str,
    entry: &'a Value,
    item: &'a Value,
    standby: bool,
}

/// The items that tell of something beside messages: they are shown, and nobody owes them an
/// answer.
const ASIDE: &[&str] = &[
    "optin",
    "account_linking",
    "pass_thread_control",
    "take_thread_control",
    "request_thread_control",
    "app_roles",
    "game_play",
    "messaging_feedback",
    "response_feedback",
];

impl Item<'_> {
    fn read(&self, all: &mut Vec<Arrival>) {
        let item = self.item;
        let has = |name: &str| item[name].is_object();
        if has("message") {
            self.message(&item["message"], all);
        } else if has("message_edit") {
            all.push(self.edit(&item["message_edit"]));
        } else if has("reaction") {
            all.push(self.reaction(&item["reaction"]));
        } else if has("postback") {
            self.postback(&item["postback"], all);
        } else if has("read") {
            self.reached(&item["read"], DeliveryStatus::Read, all);
        } else if has("delivery") {
            self.reached(&item["delivery"], DeliveryStatus::Delivered, all);
        } else if has("referral") {
            let read = content::unsupported("referral", &item["referral"]);
            let beside = beside::of_referral(&item["referral"]);
            all.push(self.inbound_with(beside, self.derived(), read, true));
        } else if has("policy_enforcement") || has("policy-enforcement") {
            all.push(self.unusable("Meta enforces a policy on the account"));
        } else {
            let named = item.as_object().into_iter().flatten().map(|(name, _)| name.as_str());
            let aside = named.clone().find(|name| ASIDE.contains(name));
            let other = |name: &&str| !["sender", "recipient", "timestamp"].contains(name);
            match aside.or_else(|| named.clone().find(other)) {
                Some(what) => {
                    let read = content::unsupported(what, item);
                    all.push(self.inbound(self.derived(), read, true));
                }
                None => all.push(self.unusable("an item says nothing")),
            }
        }
    }

    fn unusable(&self, why: &str) -> Arrival {
        let payload = Some(Trim::new().raw(self.item, Content::RAW_LIMIT));
        Arrival::Unusable { why: why.to_owned(), payload }
    }

    /// The account: the entry's, or else the item's recipient.
    fn account(&self) -> String {
        let other = || id(&self.item["recipient"]["id"]).unwrap_or_default();
        if self.account.is_empty() { other() } else { self.account.to_owned() }
    }

    fn at(&self) -> Option<Millis> {
        moment(&self.item["timestamp"]).or_else(|| moment(&self.entry["time"]))
    }

    /// An id from the item's content.
    fn derived(&self) -> String {
        format!("sha256:{}", hex(&Sha256::digest(self.item.to_string().as_bytes())))
    }

    /// A message of the item's sender, and nothing beside it.
    fn inbound(&self, key: String, read: Read, quiet: bool) -> Arrival {
        self.inbound_with(Beside::default(), key, read, quiet)
    }

    /// A message of the item's sender, with the facts beside it.
    fn inbound_with(
        &self,
        beside: Beside,
        key: String,
        (content, shortened): Read,
        quiet: bool,
    ) -> Arrival {
        let sender = id(&self.item["sender"]["id"]);
        let Some(address) = sender.and_then(|id| Address::user(&id)) else {
            return self.unusable("an item names no sender");
        };
        let answered = || word(&self.item["message"]["reply_to"]["mid"]);
        let related = content.speaks_of().map(str::to_owned).or_else(answered);
        Arrival::Message(Inbound {
            account: self.account(),
            address: address.to_string(),
            others: Vec::new(),
            name: String::new(),
            key,
            sent_at: self.at(),
            content,
            reply_to: related.filter(|id| id.len() <= KEY),
            beside,
            quiet: quiet || self.standby,
            shortened,
        })
    }

    fn message(&self, message: &Value, all: &mut Vec<Arrival>) {
        let sender = id(&self.item["sender"]["id"]);
        if message["is_echo"] == true
            || (sender.is_some() && sender.as_deref() == Some(self.account))
        {
            all.extend(self.echo(message));
            return;
        }
        let Some(mid) = word(&message["mid"]).map(|mid| key(&mid)) else {
            all.push(self.unusable("a message has no id"));
            return;
        };
        if message["is_deleted"] == true {
            let removal = (Content::Removal { to: mid.clone() }, false);
            all.push(self.inbound(format!("{mid}:revoke"), removal, true));
            return;
        }
        for (number, read) in content::of_message(message).into_iter().enumerate() {
            let (key, beside) = match number {
                0 => (mid.clone(), beside::of_message(message)),
                _ => (format!("{mid}:{number}"), Beside::default()),
            };
            all.push(self.inbound_with(beside, key, read, false));
        }
    }

    fn edit(&self, edit: &Value) -> Arrival {
        let Some(mid) = word(&edit["mid"]).map(|mid| key(&mid)) else {
            return self.unusable("an edit names no message");
        };
        let number = word(&edit["num_edit"]).unwrap_or_default();
        let mut trim = Trim::new();
        let text = trim.field(&edit["text"], MESSAGE).unwrap_or_default();
        let own = key(&format!("{mid}:edit:{number}"));
        self.inbound(own, (Content::Edit { to: mid, text }, trim.shortened), true)
    }

    fn reaction(&self, reaction: &Value) -> Arrival {
        let Some(to) = word(&reaction["mid"]).map(|mid| key(&mid)) else {
            return self.unusable("a reaction names no message");
        };
        let removed = reaction["action"] == "unreact";
        let mut trim = Trim::new();
        let emoji = trim
            .field(&reaction["emoji"], 64)
            .or_else(|| reaction["reaction"].as_str().and_then(emoji_of).map(str::to_owned));
        let emoji = emoji.filter(|_| !removed);
        let quiet = emoji.is_none();
        self.inbound(self.derived(), (Content::Reaction { to, emoji }, trim.shortened), quiet)
    }

    fn postback(&self, postback: &Value, all: &mut Vec<Arrival>) {
        let id = word(&postback["mid"]).map_or_else(|| self.derived(), |mid| key(&mid));
        // Standby events name no payload.
        let payload = word(&postback["payload"]).unwrap_or_default();
        let title = word(&postback["title"]).unwrap_or_else(|| payload.clone());
        let read = if title.is_empty() {
            content::unsupported("postback", postback)
        } else {
            content::reply(&payload, &title)
        };
        let beside = beside::of_referral(&postback["referral"]);
        all.push(self.inbound_with(beside, id, read, false));
    }

    /// A message of the business: the engine's own message, by its mark, or one from elsewhere.
    fn echo(&self, message: &Value) -> Vec<Arrival> {
        let customer = id(&self.item["recipient"]["id"]).and_then(|id| Address::user(&id));
        let (Some(customer), Some(mid)) = (customer, word(&message["mid"]).map(|mid| key(&mid)))
        else {
            return vec![self.unusable("an echo names no customer or no message")];
        };
        let account = if self.account.is_empty() {
            id(&self.item["sender"]["id"]).unwrap_or_default()
        } else {
            self.account.to_owned()
        };
        let addresses = vec![customer.to_string()];
        let metadata = word(&message["metadata"]).unwrap_or_default();
        if let Some(mark) = metadata.strip_prefix(MARK).filter(|mark| mark.len() <= KEY) {
            return vec![Arrival::Receipt(Receipt {
                account,
                addresses,
                mark: Some(mark.to_owned()),
                provider_id: mid,
                status: DeliveryStatus::Sent,
                reason: None,
            })];
        }
        let by = word(&message["app_id"]).filter(|id| id.len() <= ID);
        let read = if message["is_deleted"] == true {
            vec![(Content::Removal { to: mid.clone() }, false)]
        } else {
            content::of_message(message)
        };
        let reply_to = word(&message["reply_to"]["mid"]).filter(|id| id.len() <= KEY);
        let deleted = message["is_deleted"] == true;
        let echo = |(number, (content, shortened)): (usize, Read)| {
            let (account, addresses, by) = (account.clone(), addresses.clone(), by.clone());
            let key = match number {
                0 if deleted => format!("{mid}:revoke"),
                0 => mid.clone(),
                _ => format!("{mid}:{number}"),
            };
            let (at, reply_to) = (self.at(), reply_to.clone());
            Arrival::Echo(Echo { account, addresses, key, at, by, reply_to, content, shortened })
        };
        read.into_iter().enumerate().map(echo).collect()
    }

    /// Messages that reached a state: those that the item names, or else all up to its watermark.
    fn reached(&self, value: &Value, status: DeliveryStatus, all: &mut Vec<Arrival>) {
        let account = self.account();
        let customer = id(&self.item["sender"]["id"]).and_then(|id| Address::user(&id));
        let Some(customer) = customer else {
            all.push(self.unusable("a receipt names no customer"));
            return;
        };
        let addresses = vec![customer.to_string()];
        let named = list(&value["mids"]).iter().chain([&value["mid"]]).filter_map(word);
        let before = all.len();
        for mid in named {
            let (account, addresses) = (account.clone(), addresses.clone());
            let (mark, reason, provider_id) = (None, None, key(&mid));
            let receipt = Receipt { account, addresses, mark, provider_id, status, reason };
            all.push(Arrival::Receipt(receipt));
        }
        if all.len() > before {
            return;
        }
        match moment(&value["watermark"]) {
            Some(until) => {
                all.push(Arrival::Watermark(Watermark { account, addresses, status, until }));
            }
            None => all.push(self.unusable("a receipt names no message")),
        }
    }
}

/// The emoji of a reaction that is named in words.
fn emoji_of(reaction: &str) -> Option<&'static str> {
    Some(match reaction {
        "love" => "❤️",
        "like" => "👍",
        "dislike" => "👎",
        "smile" => "😆",
        "wow" => "😮",
        "sad" => "😢",
        "angry" => "😠",
        _ => return None,
    })
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
