//! A visitor's chat while nobody is there: the notice that the visitor gets, and the address that
//! they leave.

use crate::contact::reach;
use crate::engine::pause;
use crate::{Engine, Failure, Ground, Request};
use domain::hours::Schedule;
use domain::words::one_line;
use domain::{Command, Millis, Presence, label, limit, number};
use protocol::Refused;
use protocol::visitor::Away;
use store::contact::record::Contact;
use store::settings::directory::Asset;
use store::{Visitor, key};

/// The tag of a conversation in which a visitor left a message while nobody was there.
pub const LEFT_WHILE_AWAY: &str = "Left while away";
/// The most attempts to write an address while an agent changes the same contact.
const ATTEMPTS: u32 = 5;
/// The names of the attributes that hold an address and a number if agents have noted others.
const LEFT_EMAIL: &str = "email left in the chat";
const LEFT_PHONE: &str = "phone left in the chat";

/// An address or number at which a visitor who is gone can be reached, as they wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// An e-mail address.
    Email(String),
    /// A phone number.
    Phone(String),
}

impl Reach {
    /// Reads an e-mail address or phone number.
    ///
    /// # Errors
    /// `email_invalid` if the text is neither.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let text = one_line(text);
        if crate::session::read::is_address(&text) {
            return Ok(Self::Email(text));
        }
        if text.chars().count() <= limit::PHONE && number::called(&text).is_some() {
            return Ok(Self::Phone(text));
        }
        Err(Refused::new(
            "email_invalid",
            "This is neither an e-mail address nor a phone number.",
            "Write it like name@example.com or +49 30 1234567, or leave it out.",
        )
        .at("reach"))
    }
}

/// Returns why nobody can serve a visitor now: the business is closed, or no agent of the team is
/// there. `None`: an agent is there.
///
/// # Errors
/// If the table fails.
pub async fn away(ground: Ground<'_>, visitor: &Visitor) -> Result<Option<Away>, Failure> {
    let directory = ground.directory().await?;
    let Some(Asset { queue, .. }) = directory.assets.get(&visitor.asset) else {
        return Ok(None);
    };
    // The settings check hours before they store them.
    let hours = directory.rules(queue).hours.as_ref();
    if let Some(schedule) = hours.and_then(|hours| Schedule::read(hours).ok())
        && !schedule.is_open(ground.now())
    {
        return Ok(Some(Away { until: schedule.next_open(ground.now()).map(|m: Millis| m.0) }));
    }
    let workloads = ground.store.workloads().await?;
    let there = directory.agents.values().map(|agent| &agent.profile).any(|profile| {
        let presence =
            workloads.get(&profile.id).map(|workload| workload.presence(profile.capacity));
        directory.team_of(queue).is_some_and(|team| profile.in_team(team))
            && matches!(presence, Some(Presence::Available | Presence::Busy))
    });
    Ok((!there).then_some(Away { until: None }))
}

/// Notes the address or number of a visitor who has just written, and tags the conversation if
/// nobody was there. A second call changes nothing.
pub(crate) async fn note_reach(
    engine: Engine<'_>,
    visitor: &Visitor,
    reach: &Reach,
) -> Result<(), Failure> {
    let directory = engine.directory().await?;
    let Some(asset) = directory.assets.get(&visitor.asset) else { return Ok(()) };
    let contact = key::contact(&asset.channel, &visitor.visitor);
    for attempt in 0..ATTEMPTS {
        let Some(before) = engine.store.contact(&contact).await? else { break };
        let mut after = before.clone();
        if !reachable(&mut after, reach) {
            break;
        }
        after.version += 1;
        if engine.store.put_contact(&after, before.version).await? {
            reach::index_reach(engine.ground, Some(&before), &after).await;
            break;
        }
        pause::pause(attempt).await;
    }
    if away(engine.ground, visitor).await?.is_some() {
        let tag = Command::Tag(label::PutTags {
            add: vec![LEFT_WHILE_AWAY.to_owned()],
            remove: Vec::new(),
        });
        engine.execute(&Request::engine(visitor.thread(), tag)).await?;
    }
    Ok(())
}

/// Adds an address or number to a contact, beside what agents have noted. Returns whether it is
/// new.
fn reachable(contact: &mut Contact, reach: &Reach) -> bool {
    match reach {
        Reach::Email(email) => {
            if contact.email.is_none() {
                contact.email = Some(email.clone());
                return true;
            }
            let same = |known: &String| known.eq_ignore_ascii_case(email);
            !contact.email.iter().any(same) && left(contact, LEFT_EMAIL, email)
        }
        Reach::Phone(phone) => {
            let called = number::called(phone);
            if contact.phones.iter().any(|known| number::called(known) == called) {
                return false;
            }
            if contact.phones.len() == limit::PHONES {
                return left(contact, LEFT_PHONE, phone);
            }
            contact.phones.push(phone.clone());
            true
        }
    }
}

/// Notes an address or number as an attribute of its own, if the contact's field holds another one.
fn left(contact: &mut Contact, name: &str, value: &str) -> bool {
    let known = contact.attributes.get(name);
    let room = known.is_some() || contact.attributes.len() < limit::ATTRIBUTES;
    if !room || known.is_some_and(|known| known == value) {
        return false;
    }
    contact.attributes.insert(name.to_owned(), value.to_owned());
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_no_number_and_neither_is_refused_at_its_field() {
        let email = Reach::read(" vera@example.com ").unwrap();
        assert_eq!(email, Reach::Email("vera@example.com".to_owned()));
        let phone = Reach::read(" 0176 / 123-456 78").unwrap();
        assert_eq!(phone, Reach::Phone("0176 / 123-456 78".to_owned()));
        let wrong = ["vera@", "vera@example", "a b@example.com", "@example.com", "1234"];
        for wrong in wrong {
            let refused = Reach::read(wrong).unwrap_err();
            let told = (refused.code.as_str(), refused.field.as_deref());
            assert_eq!(told, ("email_invalid", Some("reach")), "{wrong}");
        }
    }

    #[test]
    fn what_agents_noted_of_a_customer_stays() {
        let mut contact = Contact {
            id: key::contact("web", "vera"),
            name: "Vera".to_owned(),
            identities: Vec::new(),
            since: Millis(0),
            threads: Vec::new(),
            email: Some("old@example.com".to_owned()),
            phones: vec!["+49 176 12345678".to_owned()],
            attributes: [].into(),
            version: 1,
        };
        let email = Reach::Email("new@example.com".to_owned());
        assert!(reachable(&mut contact, &email));
        assert!(!reachable(&mut contact, &email), "said again, it changes nothing");
        assert_eq!(contact.email.as_deref(), Some("old@example.com"));
        assert_eq!(contact.attributes[LEFT_EMAIL], "new@example.com");
        assert!(!reachable(&mut contact, &Reach::Phone("0049 176 12345678".to_owned())));
        assert!(reachable(&mut contact, &Reach::Phone("030 1234567".to_owned())));
        assert_eq!(contact.phones, ["+49 176 12345678", "030 1234567"]);
    }
}
