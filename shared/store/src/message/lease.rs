//! Leases: the right to deliver a thread's messages, for one worker at a time.

use std::collections::HashMap;

use crate::item::{self, n};
use crate::{Result, Store, key};
use aws_sdk_dynamodb::types::ReturnValue;
use domain::{Millis, ThreadId};

/// A right to deliver, until a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    thread: ThreadId,
    until: Millis,
    /// The number of times in a row that the provider has put the oldest message off.
    pub tries: u32,
}

impl Store {
    /// Takes the lease until `until`; `None` while another worker holds it.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn take_lease(
        &self,
        thread: &ThreadId,
        now: Millis,
        until: Millis,
    ) -> Result<Option<Lease>> {
        let taken = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::thread_pk(thread), key::LEASE_SK)))
            .update_expression("SET #u = :until, #t = :ttl")
            .condition_expression("attribute_not_exists(#u) OR #u <= :now")
            .set_expression_attribute_names(Some(HashMap::from([
                ("#u".to_owned(), "until".to_owned()),
                ("#t".to_owned(), item::TTL.to_owned()),
            ])))
            .set_expression_attribute_values(Some(HashMap::from([
                (":until".to_owned(), n(until.0)),
                (":now".to_owned(), n(now.0)),
                (":ttl".to_owned(), n(until.0 / 1_000 + 86_400)),
            ])))
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match taken {
            Ok(answer) => {
                let tries = answer.attributes.as_ref().and_then(|a| item::number(a, "tries"));
                Ok(Some(Lease {
                    thread: thread.clone(),
                    until,
                    tries: tries.and_then(|t| u32::try_from(t).ok()).unwrap_or(0),
                }))
            }
            Err(e)
                if e.as_service_error()
                    .is_some_and(|e| e.is_conditional_check_failed_exception()) =>
            {
                Ok(None)
            }
            Err(e) => Err(e.into()),
        }
    }

    /// Gives the lease back, with the number of times that the oldest message has been put off.
    /// Does nothing if the lease has lapsed and another worker has it.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn give_lease_back(&self, lease: &Lease, tries: u32) -> Result<()> {
        let given = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::thread_pk(&lease.thread), key::LEASE_SK)))
            .update_expression("SET tries = :tries REMOVE #u")
            .condition_expression("#u = :until")
            .expression_attribute_names("#u", "until")
            .expression_attribute_values(":until", n(lease.until.0))
            .expression_attribute_values(":tries", n(tries))
            .send()
            .await;
        match given {
            Ok(_) => Ok(()),
            Err(e)
                if e.as_service_error()
                    .is_some_and(|e| e.is_conditional_check_failed_exception()) =>
            {
                Ok(())
            }
            Err(e) => Err(e.into()),
        }
    }
}
