//! One DynamoDB table.
//!
//! | partition | sort key | what stands there |
//! |---|---|---|
//! | `T#<thread>` | `E#<seq>` | a log entry, and the thread's state after it |
//! | `T#<thread>` | `ALIAS` | the thread that this address belongs to, where it is not this one |
//! | `ASIDE` | `<digest>` | what came from outside and could not be placed |
//! | `T#<thread>` | `LEASE` | who is delivering the thread's messages just now |
//! | `DESKS` | `<agent>` | open conversations, invitations, sockets, presence, and since when |
//! | `PRESENCE#<agent>` | `<at>` | who set the agent's presence for them |
//! | `DM#<agent>#<agent>` | `E#<seq>` | a message of a direct talk between the two |
//! | `DMS#<agent>` | `<other>` | a direct talk as it stands for the agent |
//! | `QUEUE#<queue>` | `<priority>#<since>#<conversation>` | a waiting conversation |
//! | `DUE#<minute>#<shard>` | `<due>#<thread>#<kind>#<number>` | an armed timer |
//! | `CLOCK` | `SWEEP` | how far the clock has been round |
//! | `O#<thread>` | `<number>` | the engagement record of an offer |
//! | `OA#<agent>` | `<created>#<offer>` | a pointer to a record the agent is part of |
//! | `OD#<day>` | `<created>#<offer>` | a pointer to a record of the day, with its queue |
//! | `CONTACT#<contact>` | `PROFILE` | a customer |
//! | `READ#<agent>` | `<thread>` | how far the agent has read |
//! | `DRAFTS#<agent>` | `<conversation>#<composer>#<discussion>` | what the agent has begun to write |
//! | `PREFS#<agent>` | `PREFERENCES` | how the agent likes the console |
//! | `FILE#<id>` | `FILE` | a file that was handed in |
//! | `VISITOR#<thread>` | `UPLOADS#<hour>` | how many files a visitor has handed in |
//! | `CANNED` | `<id>` | a canned message |
//! | `TEMPLATES` | `<asset>#<name>#<language>` | a template of an account |
//! | `CONTACT#<contact>` | `C#<opened>#<conversation>` | a conversation of theirs (projection) |
//! | `CARDS#<day>` | `<opened>#<conversation>` | a conversation in a list (projection) |
//! | `LIVE#<shard>` | `<thread>` | the card of a conversation that is in hand (projection) |
//! | `TALLY#<day>` | `<queue>#<shard>` | what was counted in a queue on a day (projection) |
//! | `ACTIVE` | `<agent>` | when the agent last did something (projection) |
//! | `MENTIONS#<agent>` | `<at>#<thread>#<seq>` | an entry in which the agent is mentioned |
//! | `MENTIONS#<agent>` | `SEEN` | up to when the agent has looked at them |
//! | `VISITOR#<thread>` | `SOCKETS` | a web-chat customer's sockets |
//! | `ADDRESS#<digest>` | `COUNT` | how many web chats were begun from an address in an hour |
//! | `TICKET#<ticket>` | `TICKET` | a right to open one socket |
//! | `CFG` | `<kind>#<id>` | agents, teams, queues, assets |
//! | `CFG` | `settings#<scope>` | what is set for the workspace, a team or a queue |
//! | `CFGLOG` | `<at>#<scope>#<version>` | who changed what in the settings |
//!
//! Only what DynamoDB must see is an attribute; the rest is one JSON value. Items that expire
//! carry `ttl`, and are treated as gone from that moment on, whether or not DynamoDB has swept.

mod active;
mod alias;
mod aside;
pub mod canned;
pub mod card;
mod commit;
pub mod contact;
mod desk;
pub mod direct;
pub mod directory;
pub mod draft;
pub mod engagement;
mod error;
mod item;
pub mod key;
mod lease;
pub mod live;
mod log;
pub mod mention;
mod preferences;
mod presence;
mod queue;
mod reach;
mod reading;
pub mod settings;
mod sign_in;
pub mod table;
pub mod tally;
pub mod template;
mod ticket;
mod timer;
pub mod upload;
mod visitor;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::put_item::PutItemError;

pub use alias::Alias;
pub use aside::Aside;
pub use commit::{Commit, Outcome};
pub use desk::{Batch, Desk};
pub use error::{Error, Result};
pub use lease::Lease;
pub use log::{Page, Stood, Stored};
pub use presence::{PresenceChange, PresenceSet};
pub use queue::Waiting;
pub use reading::Reading;
pub use sign_in::SignIn;
pub use ticket::{Bearer, Visitor};
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
    /// Puts an item in place of its version `read`; 0: nothing stands there. Tells whether that
    /// held.
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
