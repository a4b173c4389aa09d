//! Tickets: a right to open one socket, once, within 30 seconds.

use crate::item::{self, BODY, TTL, n, s};
use crate::{Result, Store, key};
use aws_sdk_dynamodb::types::ReturnValue;
use domain::{AgentId, AssetId, Millis, ThreadId};
use serde::{Deserialize, Serialize};

/// The bearer whom a ticket admits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    /// An agent.
    Agent(AgentId),
    /// A web-chat customer.
    Visitor(Visitor),
}

/// A web-chat customer, as their token names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visitor {
    /// The web-chat asset.
    pub asset: AssetId,
    /// The visitor's random id, which is their address on that asset.
    pub visitor: String,
    /// The name that the visitor gave; may be empty.
    pub name: String,
    /// The e-mail address that the visitor gave; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
}

impl Visitor {
    /// The visitor's thread.
    #[must_use]
    pub fn thread(&self) -> ThreadId {
        key::thread(&self.asset, &self.visitor)
    }
}

impl Store {
    /// Keeps a ticket until `expires`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_ticket(&self, ticket: &str, bearer: &Bearer, expires: Millis) -> Result<()> {
        let mut item = item::key(key::ticket_pk(ticket), "TICKET");
        item.insert(BODY.to_owned(), s(item::json(bearer)?));
        item.insert("expires".to_owned(), n(expires.0));
        item.insert(TTL.to_owned(), n(expires.0 / 1_000 + 60));
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }

    /// Uses a ticket up. Returns its bearer and the moment at which it expires; `None` if it is
    /// unknown, used or expired.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn take_ticket(&self, ticket: &str, now: Millis) -> Result<Option<(Bearer, Millis)>> {
        let taken = self
            .client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::ticket_pk(ticket), "TICKET")))
            .return_values(ReturnValue::AllOld)
            .send()
            .await?;
        let Some(item) = taken.attributes else { return Ok(None) };
        let expires = item::number(&item, "expires").map(Millis);
        let Some(expires) = expires.filter(|expires| *expires > now) else { return Ok(None) };
        Ok(Some((item::body(&item, BODY)?, expires)))
    }
}
