//! Sign-ins: the account at the sign-in service by which an agent signs in.

use crate::item::{self, Item, s};
use crate::{Result, Store, key};
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::ReturnValuesOnConditionCheckFailure as Returned;
use domain::AgentId;
use serde::{Deserialize, Serialize};

/// Attribute of an agent's record: the account by which the agent signs in. It is an attribute of
/// its own, so that a change of the record and a first sign-in never undo each other.
const SIGNS_IN: &str = "signs_in";

/// An account at a sign-in service. Unlike an e-mail address, the issuer never gives it to somebody
/// else (OpenID Connect Core 1.0, section 2: `sub` is never reassigned within the issuer).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// The issuer, as its tokens name it (`iss`).
    pub issuer: String,
    /// The account's id at the issuer (`sub`).
    pub subject: String,
}

impl SignIn {
    /// Reads the account in an agent's record; `None` before the first sign-in.
    pub(crate) fn read(item: &Item) -> Result<Option<Self>> {
        item.contains_key(SIGNS_IN).then(|| item::body(item, SIGNS_IN)).transpose()
    }
}

impl Store {
    /// Binds an agent's record to an account, unless the record is bound already. Returns the
    /// account to which the record is now bound; `None` if there is no such record.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn bind_sign_in(&self, agent: &AgentId, to: &SignIn) -> Result<Option<SignIn>> {
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::CONFIG_PK, key::agent_sk(agent))))
            .update_expression("SET #i = :account")
            .condition_expression("attribute_exists(pk) AND attribute_not_exists(#i)")
            .expression_attribute_names("#i", SIGNS_IN)
            .expression_attribute_values(":account", s(item::json(to)?))
            .return_values_on_condition_check_failure(Returned::AllOld)
            .send()
            .await;
        match sent {
            Ok(_) => Ok(Some(to.clone())),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                    failed.item.as_ref().map_or(Ok(None), SignIn::read)
                }
                _ => Err(error.into()),
            },
        }
    }

    /// Binds a record that is bound to the account `from` to another one. Returns whether it did:
    /// the record may be bound to a third one by now.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn rebind_sign_in(
        &self,
        agent: &AgentId,
        from: &SignIn,
        to: &SignIn,
    ) -> Result<bool> {
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::CONFIG_PK, key::agent_sk(agent))))
            .update_expression("SET #i = :account")
            .condition_expression("#i = :before")
            .expression_attribute_names("#i", SIGNS_IN)
            .expression_attribute_values(":account", s(item::json(to)?))
            .expression_attribute_values(":before", s(item::json(from)?))
            .send()
            .await;
        match sent {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }

    /// Unbinds an agent's record: the next sign-in with the record's e-mail address binds it anew.
    /// Does nothing if there is no such record.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn unbind_sign_in(&self, agent: &AgentId) -> Result<()> {
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::CONFIG_PK, key::agent_sk(agent))))
            .update_expression("REMOVE #i")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_names("#i", SIGNS_IN)
            .send()
            .await;
        match sent {
            Ok(_) => Ok(()),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(()),
                _ => Err(error.into()),
            },
        }
    }
}
