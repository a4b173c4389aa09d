//! The facts that a channel tells beside a message: where the customer came from, who wrote in a
//! group, whether the message was passed on.

use serde::{Deserialize, Serialize};

use crate::kernel::wire;

/// The facts that a channel told beside a message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// Whether the customer passed on somebody's message, and how often it was passed on before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarded: Option<Forwarded>,
    /// The place from which the customer came to this conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<Referral>,
    /// The name of the member who wrote in a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
}

/// How often a message was passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forwarded {
    /// The message was passed on.
    Once,
    /// The message was passed on many times.
    Often,
}

/// The place from which a customer came: an advertisement, a post, a product, a link.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The kind of place, in the channel's word: `ad`, `post`, `product`, `link`, `story`.
    pub kind: String,
    /// The provider's id of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The address of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The limit of a line, in bytes as sent.
const LINE: usize = 1_000;
/// The limit of an address: a part of one is of no use.
const URL: usize = 4_000;

impl Beside {
    /// Whether the channel told nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Shortens texts that are longer than the engine keeps. Answers whether one lost anything.
    pub fn fit(&mut self) -> bool {
        let cut = |text: Option<&mut String>, limit| text.is_some_and(|t| wire::shorten(t, limit));
        let mut lost = cut(self.member.as_mut(), LINE);
        if let Some(Referral { kind, id, headline, body, url }) = &mut self.referral {
            lost |= cut(Some(kind), LINE)
                | cut(id.as_mut(), LINE)
                | cut(headline.as_mut(), LINE)
                | cut(body.as_mut(), 4 * LINE)
                | cut(url.as_mut(), URL);
        }
        lost
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_beside_a_message_is_shortened_and_the_loss_is_told() {
        let long = || Some("x".repeat(5_000));
        let referral = Referral {
            kind: "ad".to_owned(),
            id: long(),
            headline: long(),
            body: long(),
            url: long(),
        };
        let mut beside = Beside { member: long(), referral: Some(referral), forwarded: None };
        assert!(beside.fit());
        assert!(!beside.fit());
        let referral = beside.referral.unwrap();
        assert_eq!(referral.headline.unwrap().len(), 1_000);
        assert_eq!(referral.url.unwrap().len(), 4_000);
        assert!(Beside::default().is_empty());
    }
}
