//! Sockets of web-chat customers.

use std::collections::{BTreeSet, HashMap};

use crate::item::{self, TTL, n, set};
use crate::key::{SOCKETS, SOCKETS_SK};
use crate::{Result, Store, key};
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::{Millis, ThreadId};

/// Sockets live two hours at most; the table forgets a lost `$disconnect` soon after.
const KEPT: Millis = Millis::hours(3);

impl Store {
    /// Notes that the visitor opened a socket.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn add_visitor_socket(
        &self,
        thread: &ThreadId,
        socket: &str,
        now: Millis,
    ) -> Result<()> {
        self.change_visitor(
            thread,
            "ADD #s :v SET #t = :t",
            HashMap::from([
                (":v".to_owned(), set([socket])),
                (":t".to_owned(), n((now + KEPT).0 / 1_000)),
            ]),
            true,
        )
        .await
    }

    /// Notes that a socket of the visitor is gone.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn remove_visitor_socket(&self, thread: &ThreadId, socket: &str) -> Result<()> {
        let values = HashMap::from([(":v".to_owned(), set([socket]))]);
        self.change_visitor(thread, "DELETE #s :v", values, false).await
    }

    /// Returns the open sockets of each visitor who has any.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn visitor_sockets(
        &self,
        visitors: impl IntoIterator<Item = &ThreadId>,
    ) -> Result<HashMap<ThreadId, BTreeSet<String>>> {
        let keys: Vec<_> =
            visitors.into_iter().map(|t| item::key(key::visitor_pk(t), SOCKETS_SK)).collect();
        let mut found = HashMap::new();
        for chunk in keys.chunks(100) {
            for item in self.get_all(chunk.to_vec()).await? {
                let thread = item::text(&item, item::PK).and_then(key::visitor_of);
                if let Some(thread) = thread {
                    found.insert(thread, item::members(&item, SOCKETS));
                }
            }
        }
        Ok(found)
    }

    /// Counts the chats that one address begins within a span of time. Returns the number in the
    /// present span, this one included. The table does not keep the address itself.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn count_new_visitor(&self, address: &str, now: Millis, span: Millis) -> Result<i64> {
        let number = now.0.div_euclid(span.0);
        let counted = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::address_pk(address, number), key::COUNT_SK)))
            .update_expression("ADD #c :one SET #t = :t")
            .expression_attribute_names("#c", "count")
            .expression_attribute_names("#t", TTL)
            .expression_attribute_values(":one", n(1))
            .expression_attribute_values(":t", n((now + span + span).0 / 1_000))
            .return_values(ReturnValue::AllNew)
            .send()
            .await?;
        Ok(counted.attributes.as_ref().and_then(|i| item::number(i, "count")).unwrap_or(1))
    }

    async fn change_visitor(
        &self,
        thread: &ThreadId,
        expression: &str,
        values: HashMap<String, AttributeValue>,
        expires: bool,
    ) -> Result<()> {
        let mut request = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::visitor_pk(thread), SOCKETS_SK)))
            .update_expression(expression)
            .expression_attribute_names("#s", SOCKETS)
            .set_expression_attribute_values(Some(values));
        if expires {
            request = request.expression_attribute_names("#t", TTL);
        }
        request.send().await?;
        Ok(())
    }
}
