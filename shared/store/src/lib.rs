//! The store: one DynamoDB table, and everything that reads and writes it.
//!
//! | partition | sort key | item |
//! |---|---|---|
//! | `T#<thread>` | `E#<seq>` | a log entry, and the thread's state after it |
//! | `T#<thread>` | `ALIAS` | the thread that this address belongs to, if it is another one |
//! | `ASIDE` | `<digest>` | a webhook's item that no account takes |
//! | `T#<thread>` | `LEASE` | the lease of the worker who delivers the thread's messages |
//! | `DESKS` | `<agent>` | open conversations, invitations, sockets, presence and its last change |
//! | `PRESENCE#<agent>` | `<at>` | a change of the agent's presence by a manager or admin |
//! | `DM#<agent>#<agent>` | `E#<seq>` | a message of a direct talk between the two |
//! | `DMS#<agent>` | `<other>` | a direct talk as it stands for the agent |
//! | `QUEUE#<queue>` | `<priority>#<since>#<conversation>` | a waiting conversation |
//! | `DUE#<minute>#<shard>` | `<due>#<thread>#<kind>#<number>` | an armed timer |
//! | `CLOCK` | `SWEEP` | the first minute that the clock has not gone round completely |
//! | `O#<thread>` | `<number>` | the engagement record of an offer |
//! | `OA#<agent>` | `<created>#<offer>` | a pointer to a record the agent is part of |
//! | `OD#<day>` | `<created>#<offer>` | a pointer to a record of the day, with its queue |
//! | `CONTACT#<contact>` | `PROFILE` | a contact's record |
//! | `READ#<agent>` | `<thread>` | the agent's read position |
//! | `DRAFTS#<agent>` | `<conversation>#<composer>#<discussion>` | an unsent text of the agent |
//! | `PREFS#<agent>` | `PREFERENCES` | the agent's preferences for the console |
//! | `FILE#<id>` | `FILE` | an upload |
//! | `VISITOR#<thread>` | `UPLOADS#<hour>` | the number of a visitor's uploads in the hour |
//! | `CANNED` | `<id>` | a canned message |
//! | `TEMPLATES` | `<asset>#<name>#<language>` | a template of an account |
//! | `CONTACT#<contact>` | `C#<opened>#<conversation>` | a contact's conversation (projection) |
//! | `CARDS#<day>` | `<opened>#<conversation>` | the summary of a conversation (projection) |
//! | `LIVE#<shard>` | `<thread>` | the summary of a thread with open work (projection) |
//! | `TALLY#<day>` | `<queue>#<shard>` | the counts of a queue on a day (projection) |
//! | `ACTIVE` | `<agent>` | the agent's last activity (projection) |
//! | `MENTIONS#<agent>` | `<at>#<thread>#<seq>` | a comment in which the agent is mentioned |
//! | `MENTIONS#<agent>` | `SEEN` | the moment up to which the agent has seen them |
//! | `VISITOR#<thread>` | `SOCKETS` | a visitor's sockets |
//! | `ADDRESS#<digest>` | `COUNT` | the number of web chats that an address began in an hour |
//! | `TICKET#<ticket>` | `TICKET` | a right to open one socket |
//! | `CFG` | `<kind>#<id>` | agents, teams, queues, assets with their fields, keys of the API |
//! | `KEYUSE` | `<key>` | the last use of a key of the API |
//! | `HEALTH` | `<asset>` | the last webhook, delivery and trouble of an asset |
//! | `CFG` | `settings#<scope>` | the settings of the workspace, a team or a queue |
//! | `CFGLOG` | `<at>#<scope>#<version>` | a change of the settings |
//!
//! Only fields that DynamoDB must see are attributes; one JSON value holds the rest. Items that
//! expire carry `ttl`, and count as gone from that moment on, even if DynamoDB has not removed them
//! yet.

pub mod agent;
pub mod api_key;
pub mod asset;
pub mod board;
pub mod canned;
mod commit;
pub mod contact;
pub mod conversation;
pub mod direct;
pub mod engagement;
mod error;
pub mod file;
mod intake;
mod item;
pub mod key;
mod log;
pub mod mention;
pub mod message;
mod preferences;
mod presence;
mod queue;
mod session;
pub mod settings;
pub mod table;
pub mod template;
mod timer;
mod visitor;
pub mod walk;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::put_item::PutItemError;

pub use agent::workload::{Batch, Workload};
pub use commit::{Commit, Outcome};
pub use contact::linked_address::Alias;
pub use conversation::reading::Reading;
pub use error::{Error, Result};
pub use intake::set_aside::Aside;
pub use log::{Page, Stood, Stored};
pub use message::lease::Lease;
pub use presence::{PresenceChange, PresenceSet};
pub use queue::Waiting;
pub use session::sign_in::SignIn;
pub use session::ticket::{Bearer, Visitor};
pub use timer::Due;

/// The table, and a client to reach it.
#[derive(Debug, Clone)]
pub struct Store {
    client: Client,
    table: String,
}

impl Store {
    /// A store on `table`.
    #[must_use]
    pub const fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// The table's name.
    #[must_use]
    pub fn table(&self) -> &str {
        &self.table
    }
}

impl Store {
    /// Puts an item in place of version `read`; 0: no item stands there. Returns whether that held.
    async fn put_version(&self, item: item::Item, read: u64) -> Result<bool> {
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item));
        let put = if read == 0 {
            put.condition_expression("attribute_not_exists(pk)")
        } else {
            put.condition_expression("#v = :read")
                .expression_attribute_names("#v", item::VERSION)
                .expression_attribute_values(":read", item::n(read))
        };
        match put.send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(_)) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }
}
