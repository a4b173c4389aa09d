//! When nobody can serve a visitor: what they are told, and what they leave.

use domain::{Command, Millis, Presence};
use protocol::Refused;
use protocol::visitor::Away;
use store::directory::Asset;
use store::contact::Contact;
use store::{Visitor, key};

use crate::contact::ATTRIBUTE_LIMIT;
use crate::hours::Schedule;
use crate::{App, Failure, Request};

/// The tag of a conversation in which somebody left a message while nobody was there.
pub const LEFT_WHILE_AWAY: &str = "Left while away";
/// How often an address is written that meets an agent's change of the same contact.
const ATTEMPTS: u32 = 5;
/// The fewest and the most digits of a phone number (E.164 has at most 15).
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// A way to reach somebody who is not there any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// An e-mail address.
    Email(String),
    /// A phone number: its digits, behind a `+` where it was written with the country's code.
    Phone(String),
}

impl Reach {
    /// Reads what a visitor wrote.
    ///
    /// # Errors
    /// `email_invalid` if it is neither an address nor a number.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let text = text.trim();
        if crate::identity::is_address(text) {
            return Ok(Self::Email(text.to_owned()));
        }
        number(text).map(Self::Phone).ok_or_else(|| {
            Refused::new(
                "email_invalid",
                "This is neither an e-mail address nor a phone number.",
                "Write it like name@example.com or +49 30 1234567, or leave it out.",
            )
            .at("reach")
        })
    }

    /// The contact's attribute, and its value.
    fn attribute(&self) -> (&'static str, &str) {
        match self {
            Self::Email(address) => ("email", address),
            Self::Phone(number) => ("phone", number),
        }
    }
}

/// A phone number in one form, from any usual notation of it.
fn number(text: &str) -> Option<String> {
    let usual = |c: char| c.is_ascii_digit() || " +-./()\u{a0}\u{2011}\u{202f}".contains(c);
    if text.chars().count() > 40 || !text.chars().all(usual) || text.rfind('+').unwrap_or(0) > 0 {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (country, digits) = match digits.strip_prefix("00") {
        Some(rest) => (true, rest),
        None => (text.starts_with('+'), digits.as_str()),
    };
    DIGITS.contains(&digits.len()).then(|| format!("{}{digits}", if country { "+" } else { "" }))
}

impl App {
    /// Whether nobody can serve a visitor now: the doors are closed, or nobody of the team is
    /// there. `None`: somebody is.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn away(&self, visitor: &Visitor) -> Result<Option<Away>, Failure> {
        let directory = self.directory().await?;
        let Some(Asset { queue, .. }) = directory.assets.get(&visitor.asset) else {
            return Ok(None);
        };
        // Hours were read once before they were stored.
        let hours = directory.rules(queue).hours.as_ref();
        if let Some(schedule) = hours.and_then(|hours| Schedule::read(hours).ok())
            && !schedule.is_open(self.now())
        {
            return Ok(Some(Away { until: schedule.next_open(self.now()).map(|m: Millis| m.0) }));
        }
        let desks = self.store.desks().await?;
        let there = directory.agents.values().map(|agent| &agent.profile).any(|profile| {
            let presence = desks.get(&profile.id).map(|desk| desk.presence(profile.capacity));
            directory.team_of(queue).is_some_and(|team| profile.in_team(team))
                && matches!(presence, Some(Presence::Available | Presence::Busy))
        });
        Ok((!there).then_some(Away { until: None }))
    }

    /// Notes how a visitor can be reached who has just written, and that they left their message
    /// while nobody was there, if so it is. Said again, it changes nothing.
    pub(crate) async fn note_reach(&self, visitor: &Visitor, reach: &Reach) -> Result<(), Failure> {
        let directory = self.directory().await?;
        let Some(asset) = directory.assets.get(&visitor.asset) else { return Ok(()) };
        let contact = key::contact(&asset.channel, &visitor.visitor);
        for attempt in 0..ATTEMPTS {
            let Some(before) = self.store.contact(&contact).await? else { break };
            let mut after = before.clone();
            if !reachable(&mut after, reach) || after.attributes.len() > ATTRIBUTE_LIMIT {
                break;
            }
            after.version += 1;
            if self.store.put_contact(&after, before.version).await? {
                break;
            }
            self.pause(attempt).await;
        }
        if self.away(visitor).await?.is_some() {
            let tag = Command::Tag { add: vec![LEFT_WHILE_AWAY.to_owned()], remove: Vec::new() };
            self.execute(&Request::engine(visitor.thread(), tag)).await?;
        }
        Ok(())
    }
}

/// Puts a way to reach a customer beside what agents know; what they noted stays. Tells whether
/// anything is new.
fn reachable(contact: &mut Contact, reach: &Reach) -> bool {
    let (name, value) = reach.attribute();
    let known = contact.attributes.values().any(|known| known == value);
    if !known {
        let free = !contact.attributes.contains_key(name);
        let name = if free { name.to_owned() } else { format!("{name} left in the chat") };
        contact.attributes.insert(name, value.to_owned());
    }
    !known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_in_any_usual_notation() {
        for (written, read) in [
            ("+49 176 12345678", Some("+4917612345678")),
            ("0049 (176) 123-456-78", Some("+4917612345678")),
            ("0176/12345678", Some("017612345678")),
            ("555.0100.123", Some("5550100123")),
            ("  +1 (555) 010-0123 ", Some("+15550100123")),
            ("123456", None),
            ("+1234567890123456", None),
            ("12+34567890", None),
            ("call me", None),
            ("", None),
        ] {
            let found = Reach::read(written).ok();
            assert_eq!(found, read.map(|n| Reach::Phone(n.to_owned())), "{written}");
        }
    }

    #[test]
    fn an_address_is_no_number_and_neither_is_refused_at_its_field() {
        let email = Reach::read(" vera@example.com ").unwrap();
        assert_eq!(email, Reach::Email("vera@example.com".to_owned()));
        for wrong in ["vera@", "vera@example", "a b@example.com", "@example.com", "x\u{0}@a.b"] {
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
            attributes: [("email".to_owned(), "old@example.com".to_owned())].into(),
            version: 1,
        };
        let reach = Reach::Email("new@example.com".to_owned());
        assert!(reachable(&mut contact, &reach));
        assert!(!reachable(&mut contact, &reach), "said again, it changes nothing");
        assert_eq!(contact.attributes["email"], "old@example.com");
        assert_eq!(contact.attributes["email left in the chat"], "new@example.com");
    }
}
