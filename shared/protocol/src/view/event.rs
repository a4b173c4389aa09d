//! The events of a thread.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;
use crate::file::FileEnd;
use crate::message::relation::{Beside, Relation};
use crate::{Content, Media, Time};

/// An event of a thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A conversation began.
    Opened {
        /// The conversation's id.
        conversation: String,
        /// The thread's conversation before this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<String>,
        /// The queue in which the conversation waits.
        queue: String,
    },
    /// The customer came back soon after the end: the same conversation goes on.
    Reopened,
    /// The agent who resolved the conversation took the step back within 30 seconds, and the
    /// conversation goes on. Requests, discussions and guests' parts that the step ended stay
    /// ended.
    ResolveUndone {
        /// The agent who has the conversation again.
        owner: String,
    },
    /// The customer wrote outside business hours, and the engine says so.
    OffHours,
    /// The engine told the customer that the business is closed.
    AutoReply {
        /// The engine's message.
        content: Content,
    },
    /// The message in this entry is a survey.
    SurveySent {
        /// The survey's name.
        survey: String,
        /// The question. The message itself has the answers numbered beneath it, as channels
        /// without buttons show it.
        #[serde(default)]
        question: String,
        /// The answers that the customer can choose from.
        #[serde(default)]
        choices: Vec<crate::visitor::Choice>,
    },
    /// The customer's message in this entry answers a survey.
    SurveyAnswered {
        /// The survey's name.
        survey: String,
        /// The answer, in the survey's words.
        answer: String,
    },
    /// An agent set off a trigger on the event bus.
    Triggered {
        /// The trigger's name.
        trigger: String,
        /// A note for the receiver.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The engine chose among several agents; the event says how.
    Routed(Routing),
    /// A manager changed the conversation's priority.
    Prioritised {
        /// The new priority: 0 to 9.
        priority: u8,
    },
    /// The owner or a manager changed the skills that the next agent needs.
    Required {
        /// The skills from now on.
        skills: Vec<String>,
    },
    /// The first response is due soon, or late.
    FirstAnswerDue {
        /// Whether the first response is late.
        late: bool,
    },
    /// The conversation will go back to its queue if the owner does not answer the customer.
    RequeueAhead {
        /// The moment at which the conversation goes back to its queue.
        at: Time,
    },
    /// The wrap-up of a conversation that is over has ended.
    WrappedUp {
        /// The conversation's id.
        conversation: String,
        /// The agent whose wrap-up ended; where `by` of the entry is `system`, the time limit ended
        /// it.
        agent: String,
        /// The conversation's disposition.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        disposition: Option<String>,
        /// A note for the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The customer wrote.
    CustomerMessage {
        /// The message's content.
        content: Content,
        /// The moment of sending by the provider's clock; never later than the entry.
        sent_at: Time,
        /// Whether the message only speaks of another message: it waits for no answer, and does not
        /// count as unread.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        quiet: bool,
        /// The earlier message that this one answers, edits, deletes or reacts to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<Relation>,
        /// The facts that the channel told beside the message.
        #[serde(flatten)]
        beside: Beside,
    },
    /// The customer left the chat.
    CustomerLeft,
    /// An agent wrote to the customer.
    AgentMessage {
        /// The message's content.
        content: Content,
        /// The earlier message that this one answers or reacts to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<Relation>,
    },
    /// The business wrote to the customer past the engine: from a phone, from the provider's own
    /// inbox, by another program.
    Echoed {
        /// The message's content.
        content: Content,
        /// The moment of sending by the provider's clock; never later than the entry.
        sent_at: Time,
        /// The earlier message that this one edits, deletes or reacts to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<Relation>,
    },
    /// The customer allowed or forbade further messages.
    Consented {
        /// Whether the customer wants no further messages.
        stopped: bool,
    },
    /// An agent tries a failed message again.
    MessageRetried {
        /// The `seq` of the entry that holds the message.
        message: u64,
    },
    /// A message to the customer reached a further state, or failed.
    Delivery {
        /// The `seq` of the entry that holds the message.
        message: u64,
        /// The state that the message reached.
        status: DeliveryStatus,
        /// The reason why the message failed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// An agent asked for a customer's file again: the server fetches it once more.
    FileAsked {
        /// The `seq` of the entry that holds the message.
        message: u64,
    },
    /// The server fetched the file of a customer's message from the provider, or gave up. The newest
    /// such event of a message counts, and a `file_asked` after it means that the server tries again.
    FileFetched(FileEnd),
    /// An agent left a comment for colleagues.
    Comment {
        /// The comment's text.
        text: String,
        /// The ids of the colleagues whom the comment mentions.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        mentions: Vec<String>,
        /// The files that go with the comment.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<Media>,
    },
    /// An agent or the engine put tags on the conversation or took tags off it.
    Tagged {
        /// The tags put on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        added: Vec<String>,
        /// The tags taken off.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        removed: Vec<String>,
    },
    /// An agent put labels on the conversation or took labels off it.
    Labelled {
        /// The labels put on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        added: Vec<String>,
        /// The labels taken off.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        removed: Vec<String>,
    },
    /// An agent gave the conversation another name, or none.
    Named {
        /// The new name; absent: the conversation has no name of its own any more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alias: Option<String>,
    },
    /// The conversation has a new owner.
    Assigned {
        /// The new owner.
        to: String,
        /// The previous owner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// The way in which the new owner got the conversation.
        origin: Origin,
        /// A note from the previous owner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The conversation went back to a queue.
    Requeued {
        /// The queue's id.
        queue: String,
        /// The previous owner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// A note from the previous owner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The cause of the return.
        cause: RequeueCause,
    },
    /// The customer has a new name from now on.
    Renamed {
        /// The new name.
        name: String,
        /// The id of the agent who gave the name.
        by: String,
    },
    /// The customer has another address from now on.
    IdentityChanged {
        /// The new address.
        address: String,
    },
    /// The server found that the same customer has a conversation in another thread, begun by
    /// another of the customer's addresses.
    Joined {
        /// The id of the conversation in the other thread.
        conversation: String,
        /// Whether the customer goes on in the other thread: the server writes their next message
        /// there.
        there: bool,
    },
    /// The conversation is resolved.
    Resolved {
        /// The agent, the silence or the phrase that ended the conversation.
        by: ResolvedBy,
        /// A note for the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The customer left before an agent took the conversation.
    Abandoned,
    /// An agent asked a colleague, or one of a group.
    OfferMade {
        /// The offer's id.
        offer: String,
        /// The kind of request.
        kind: OfferKind,
        /// The agent who made the offer.
        from: String,
        /// The agents who can answer now.
        to: Vec<String>,
        /// The target, as the agent named it.
        target: Target,
        /// Whether the server asks all of a group at once.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all: bool,
        /// The running discussion that the colleague is to join.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discussion: Option<String>,
        /// The request in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The moment until which the agents in `to` can accept.
        expires: Time,
        /// The end of the whole offer: until then a colleague can accept it.
        deadline: Time,
    },
    /// The request to one of the agents ended; the offer goes on.
    OfferPassed {
        /// The offer's id.
        offer: String,
        /// The agent whose request ended.
        agent: String,
        /// The end of the request: `rejected`, `timed_out` or `rescinded`.
        status: OfferStatus,
        /// The agent's reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The offer passed to the next agent of a group.
    OfferMoved {
        /// The offer's id.
        offer: String,
        /// The next agent.
        to: String,
        /// The moment until which the next agent can accept.
        expires: Time,
    },
    /// An offer ended.
    OfferClosed {
        /// The offer's id.
        offer: String,
        /// The end of the offer.
        status: OfferStatus,
        /// The agent who answered or withdrew the offer. Where the server asked several agents,
        /// this is the one who took the request.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
        /// The reason for a rejection or withdrawal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A member spoke in a discussion. Only its members receive this event.
    DiscussionMessage {
        /// The discussion's id.
        discussion: String,
        /// The text.
        text: String,
    },
    /// A colleague left a discussion.
    DiscussionLeft {
        /// The discussion's id.
        discussion: String,
        /// The colleague who left.
        agent: String,
        /// The initiator's verdict, where the initiator let the colleague go.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<Outcome>,
        /// The transfer or conference that the discussion became for the colleague.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        promoted: Option<Promotion>,
    },
    /// A discussion is over.
    DiscussionEnded {
        /// The discussion's id.
        discussion: String,
        /// Whether the discussion answered the question, as the initiator said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resolved: Option<bool>,
        /// A note for the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The cause of the end.
        cause: EndCause,
        /// The outcomes of single consultants, where they differ from `resolved` and `note`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        outcomes: Vec<Outcome>,
    },
    /// A member marked a discussion done after its end.
    DiscussionDone {
        /// The discussion's id.
        discussion: String,
        /// The member who marked the discussion done.
        agent: String,
    },
    /// A colleague joined the conference and speaks with the customer.
    ConferenceJoined {
        /// The colleague's id.
        agent: String,
    },
    /// A colleague left the conference.
    ConferenceLeft {
        /// The colleague's id.
        agent: String,
    },
    /// A manager began to look on, changed the mode, or stopped. Only managers know of a manager
    /// who looks on in silence.
    Monitoring {
        /// The manager's id.
        agent: String,
        /// The manager's mode from now on; absent: the manager has stopped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mode: Option<MonitorMode>,
    },
    /// A line between the owner and the managers who coach. Only they receive this event.
    CoachLine {
        /// The text.
        text: String,
    },
}
