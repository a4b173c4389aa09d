//! Customers: taking in what they write.

use crate::person::Found;
use crate::{App, Executed, Failure, Once, Request};
use domain::{Caller, Command, Opening, intake};
use store::directory::Asset;
use store::key;

impl App {
    /// Takes a customer's message in.
    ///
    /// # Errors
    /// If the table fails. The provider sends it again then.
    pub async fn receive(
        &self,
        asset: &Asset,
        message: &channels::Inbound,
    ) -> Result<Executed, Failure> {
        let found = self.person(&asset.id, &message.addresses(), &[]).await?;
        self.receive_from(asset, found, message).await
    }

    /// Takes in the message of a customer who was found.
    ///
    /// # Errors
    /// If the table fails. The provider sends it again then.
    pub async fn receive_from(
        &self,
        asset: &Asset,
        found: Found,
        message: &channels::Inbound,
    ) -> Result<Executed, Failure> {
        // What claims no credible time may have come at any.
        let sent_at = self.credible(message.sent_at).unwrap_or_default();
        self.take_in(asset, found, message, Once::sent(message.key.clone(), sent_at)).await
    }

    /// The same, where a repetition is recognised otherwise than by the provider's clock.
    pub(crate) async fn take_in(
        &self,
        asset: &Asset,
        found: Found,
        message: &channels::Inbound,
        once: Once,
    ) -> Result<Executed, Failure> {
        let opening = Opening {
            asset: asset.id.clone(),
            identity: message.address.clone(),
            also: message.others.clone(),
            contact: key::contact(&asset.channel, &message.address),
            name: message.name.clone(),
            queue: asset.queue.clone(),
        };
        let executed = self
            .execute(&Request {
                thread: found.thread,
                conversation: None,
                once: Some(once),
                seen: None,
                caller: Caller::Customer,
                by_api: false,
                command: Command::Receive(intake::Receive {
                    content: message.content.clone(),
                    sent_at: self.credible(message.sent_at),
                    reply_to: message.reply_to.clone(),
                    quiet: message.quiet,
                    shortened: message.shortened,
                }),
                opening: Some(opening),
                known: found.known,
                likely: Vec::new(),
            })
            .await?;
        // Where somebody sits at our own page there is one address and no other.
        if let Executed::Wrote(stored) = &executed
            && stored.entry.seq == 1
            && asset.channel != "web"
        {
            self.begun(&stored.thread.id).await?;
        }
        Ok(executed)
    }
}
