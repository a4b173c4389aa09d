//! The names by which a webhook means a customer.

use crate::{Arrival, Moved};
use domain::{Address, Millis};
use serde_json::Value;

use super::fields::{list, moment, word};

/// The longest address of each kind; a longer text is no address.
const fn longest(address: &Address) -> usize {
    match address {
        Address::User(_) => 150,
        Address::Number(_) => 20,
        Address::Username(_) => 48,
    }
}

/// All addresses by which one place of a webhook names a customer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    addresses: Vec<Address>,
}

impl Named {
    fn add(&mut self, address: Option<Address>) {
        let Some(address) = address.filter(|a| a.to_string().len() <= longest(a)) else { return };
        // A text that stands in a number's place and in an id's place is a number.
        let same = |other: &Address| match (other, &address) {
            (Address::Number(a) | Address::User(a), Address::Number(b) | Address::User(b)) => {
                a == b
            }
            _ => *other == address,
        };
        if let Some(known) = self.addresses.iter_mut().find(|a| same(a)) {
            if matches!(address, Address::Number(_)) {
                *known = address;
            }
            return;
        }
        self.addresses.push(address);
    }

    fn user(mut self, value: &Value) -> Self {
        self.add(word(value).and_then(|text| Address::user(&text)));
        self
    }

    fn number(mut self, value: &Value) -> Self {
        self.add(word(value).and_then(|text| Address::number(&text)));
        self
    }

    fn username(mut self, value: &Value) -> Self {
        self.add(word(value).and_then(|text| Address::username(&text)));
        self
    }

    /// The addresses, the best for answers first: the provider's own id, the number, the user name.
    pub(super) fn addresses(mut self) -> Vec<String> {
        self.addresses.sort();
        self.addresses.iter().map(ToString::to_string).collect()
    }

    fn is_empty(&self) -> bool {
        self.addresses.is_empty()
    }

    fn meets(&self, other: &Self) -> bool {
        self.addresses.iter().any(|a| other.addresses.contains(a))
    }

    /// Whether `other` may name the same person: it names no kind of address that is named here.
    fn adds(&self, other: &Self) -> bool {
        let kind = std::mem::discriminant::<Address>;
        let alike = |a: &Address| self.addresses.iter().any(|b| kind(a) == kind(b));
        !other.addresses.iter().any(alike)
    }

    /// Whether `other` names another address of a kind that is named here.
    fn contradicts(&self, other: &Self) -> bool {
        let kind = std::mem::discriminant::<Address>;
        let another = |a: &Address| {
            let mut alike = self.addresses.iter().filter(|b| kind(a) == kind(b)).peekable();
            alike.peek().is_some() && alike.all(|b| a != b)
        };
        other.addresses.iter().any(another)
    }

    /// Adds the addresses of `other` whose kinds are not named here.
    fn with_new_kinds(mut self, other: Self) -> Self {
        let kind = std::mem::discriminant::<Address>;
        let kinds: Vec<_> = self.addresses.iter().map(kind).collect();
        for address in other.addresses {
            if !kinds.contains(&kind(&address)) {
                self.add(Some(address));
            }
        }
        self
    }
}

/// The addresses of a customer in a list of contacts.
fn contact(value: &Value) -> Named {
    let named = Named::default()
        .user(&value["user_id"])
        .number(&value["wa_id"])
        .username(&value["profile"]["username"])
        .username(&value["username"]);
    if named.is_empty() { named.user(&value["parent_user_id"]) } else { named }
}

/// The sender's addresses and name: from the message itself, and from the contact beside it.
pub(super) fn of_message(item: &Value, contacts: &[Value]) -> (Vec<String>, String) {
    let own = Named::default().user(&item["from_user_id"]).number(&item["from"]);
    let own = if own.is_empty() { own.user(&item["from_parent_user_id"]) } else { own };
    // The contact that names the same person; of several, the one that contradicts nothing. A lone
    // contact without an address of the sender's may be the sender's, unless it contradicts.
    let meets = |c: &&Value| contact(c).meets(&own);
    let agrees = |c: &&Value| meets(c) && !own.contradicts(&contact(c));
    let alone = contacts.first().filter(|c| contacts.len() == 1 && own.adds(&contact(c)));
    let beside = contacts.iter().find(agrees).or_else(|| contacts.iter().find(meets)).or(alone);
    let name = beside
        .and_then(|c| word(&c["profile"]["name"]).or_else(|| word(&c["profile"]["username"])))
        .unwrap_or_default();
    let named = match beside.map(contact) {
        // The sender's addresses in the message count more than those of an older contact.
        Some(beside) => own.with_new_kinds(beside),
        None => own,
    };
    (named.addresses(), name)
}

/// The addresses of a customer in an item that names nothing else.
pub(super) fn of_contact(item: &Value) -> Vec<String> {
    contact(item).addresses()
}

/// The addresses of the customer, or of the group, that a receipt is about.
pub(super) fn of_receipt(item: &Value) -> Vec<String> {
    if item["recipient_type"] == "group"
        && let Some(id) = word(&item["recipient_id"])
    {
        return vec![format!("{}{id}", super::beside::GROUP)];
    }
    Named::default().user(&item["recipient_user_id"]).number(&item["recipient_id"]).addresses()
}

/// A changed phone number or user id, in every form that Meta documented. The customer keeps every
/// address that the change names again. `None` if the item names no change of address.
pub(super) fn moved(account: &str, item: &Value) -> Option<Arrival> {
    let system = &item["system"];
    let kind = word(&system["type"]).unwrap_or_default();
    // The customer's keys changed, on a new phone; the address stays the same.
    if kind.contains("identity_changed") {
        return None;
    }
    let to = Named::default()
        .user(&system["user_id"])
        .number(&system["wa_id"])
        .number(&system["new_wa_id"]);
    let to = if to.is_empty() { to.user(&system["parent_user_id"]) } else { to };
    let mut from = Named::default()
        .user(&system["previous_user_id"])
        .number(&system["previous_wa_id"])
        .number(&system["customer"])
        .user(&item["from_user_id"])
        .number(&item["from"]);
    if from.is_empty() {
        from = from.user(&system["previous_parent_user_id"]);
    }
    let gave_up = |a: &Address| !to.addresses.contains(a);
    from.addresses.retain(gave_up);
    if from.is_empty() || to.is_empty() {
        return None;
    }
    Some(Arrival::Moved(Moved {
        account: account.to_owned(),
        key: word(&item["id"]).map(|id| super::fields::key(&id)),
        at: moment(&item["timestamp"]),
        from: from.addresses(),
        to: to.addresses(),
    }))
}

/// Changes of user ids in a webhook field of its own, as Meta documented it until August 2026.
pub(super) fn updates(account: &str, value: &Value) -> Vec<Arrival> {
    let read = |item: &Value| {
        let from = Named::default().user(&item["user_id"]["previous"]);
        let to = Named::default().user(&item["user_id"]["current"]).number(&item["wa_id"]);
        (!from.is_empty() && !to.is_empty()).then(|| {
            let at: Option<Millis> = moment(&item["timestamp"]);
            let (from, to) = (from.addresses(), to.addresses());
            Arrival::Moved(Moved { account: account.to_owned(), key: None, at, from, to })
        })
    };
    list(&value["user_id_update"]).iter().filter_map(read).collect()
}
