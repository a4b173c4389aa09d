//! The words for states, reasons and roles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::message::content::same_names;

macro_rules! word {
    ($(#[$doc:meta])* $name:ident from $from:ty { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        same_names!($from, $name, $($variant),+);
    };
}

word!(
    /// The state of a conversation.
    Status from domain::Status {
        /// The conversation waits for an agent.
        Queued,
        /// The conversation has an owner, and the customer waits for an answer.
        Active,
        /// The conversation has an owner, and the business waits for the customer.
        Pending,
        /// The conversation is resolved.
        Resolved,
        /// The customer left before an agent took the conversation.
        Abandoned,
    }
);
word!(
    /// The side whose turn it is.
    Party from domain::Party {
        /// The business owes an answer.
        Agent,
        /// The customer owes an answer.
        Customer,
    }
);
word!(
    /// The way in which an agent got a conversation.
    Origin from domain::Origin {
        /// The agent took the conversation from the queue by hand.
        Picked,
        /// The owner transferred the conversation at once.
        Transfer,
        /// A manager gave the conversation to the agent.
        Manager,
        /// The agent accepted an offer.
        Offer,
        /// The engine gave the conversation to the agent.
        Auto,
        /// An integrator gave the conversation to the agent.
        Api,
        /// The previous owner left the conference.
        Conference,
        /// The customer came back to the agent who had the conversation before.
        Reopened,
    }
);
word!(
    /// An act of an agent on a conversation.
    Act from domain::Act {
        /// Take the conversation from its queue: `accept`.
        Accept,
        /// Write to the customer: `send`.
        Reply,
        /// Leave a comment, tags, labels or a name: `comment`, `tag`, `label`, `name`.
        Comment,
        /// Ask a colleague for a discussion: `discuss`.
        Discuss,
        /// Ask a colleague to take over: `assign`, and `transfer` by an offer.
        Assign,
        /// Ask a colleague to speak with the customer, too: `confer`.
        Confer,
        /// Hand the conversation on at once: `transfer`.
        Transfer,
        /// End the conversation: `resolve`.
        Resolve,
        /// Leave the conference: `leave_conference`.
        Leave,
        /// Take a guest out of the conference: `remove_guest`.
        RemoveGuest,
        /// Look on, coach or barge in: `monitor`.
        Monitor,
        /// Set the priority: `prioritise`.
        Prioritise,
        /// Set the skills that the next agent needs: `require`.
        Require,
        /// Send a survey: `send_survey`.
        Survey,
        /// Set off a trigger: `trigger`.
        Trigger,
    }
);
word!(
    /// The kind of request that an offer makes.
    OfferKind from domain::OfferKind {
        /// Take the conversation over.
        Assign,
        /// Join a discussion about the conversation.
        Discuss,
        /// Speak with the customer, too.
        Conference,
    }
);
word!(
    /// The state of an offer: pending, then exactly one of the others.
    OfferStatus from domain::OfferStatus {
        /// The offer awaits an answer.
        Pending,
        /// The colleague accepted.
        Accepted,
        /// The colleague rejected the offer.
        Rejected,
        /// The agent who asked took the offer back.
        Withdrawn,
        /// No colleague answered in time.
        TimedOut,
        /// The conversation ended or changed hands first, or the colleague joined the conference.
        Rescinded,
    }
);
word!(
    /// The state that a message to the customer reached. A message without any state is pending.
    DeliveryStatus from domain::DeliveryStatus {
        /// The server has stored the message and is sending it.
        Pending,
        /// The provider took the message.
        Sent,
        /// The message reached the customer's device.
        Delivered,
        /// The customer opened the message.
        Read,
        /// The message will not arrive.
        Failed,
    }
);
word!(
    /// The person or rule that resolved a conversation.
    ResolvedBy from domain::ResolvedBy {
        /// An agent.
        Agent,
        /// The engine, because the customer was silent.
        Inactivity,
        /// The customer, by a closing phrase.
        ClosingPhrase,
    }
);
word!(
    /// The cause of a discussion's end.
    EndCause from domain::EndCause {
        /// The initiator ended the discussion.
        Ended,
        /// The last colleague left.
        Left,
        /// The conversation got another owner or went back to a queue.
        Transferred,
        /// The discussion became a transfer or a conference.
        Promoted,
        /// The conversation ended.
        ConversationEnded,
    }
);
word!(
    /// The cause of a conversation's return to a queue.
    RequeueCause from domain::RequeueCause {
        /// An agent transferred the conversation to the queue.
        Transferred,
        /// The owner left the customer without an answer.
        Unanswered,
        /// The owner was offline for too long.
        OwnerOffline,
    }
);
word!(
    /// The form that a discussion takes on.
    Promotion from domain::Promotion {
        /// The consultant takes the conversation over.
        Transfer,
        /// The consultant speaks with the customer, too.
        Conference,
    }
);
word!(
    /// A manager's way of looking on.
    MonitorMode from domain::MonitorMode {
        /// The manager sees everything, and only managers know.
        Silent,
        /// The manager speaks with the owner only.
        Coach,
        /// The manager speaks with all, the customer included.
        Barge,
    }
);
word!(
    /// The reason why the engine could not choose an agent.
    Excluded from domain::Excluded {
        /// The agent is not signed in.
        Offline,
        /// The agent takes no work.
        Away,
        /// The agent has as many conversations as they may.
        Full,
        /// The agent lacks a needed skill.
        LacksSkill,
        /// The agent was asked before, or left the customer without an answer.
        Tried,
        /// The agent takes part in the conversation already.
        Involved,
    }
);
word!(
    /// The criterion that told the best agent from the second best.
    Decider from domain::Decider {
        /// The engine could choose nobody.
        Nobody,
        /// There was only one agent to choose.
        OnlyOne,
        /// The best agent had a smaller share of their capacity taken.
        Load,
        /// The best agent had been idle for longer.
        Idle,
        /// The best agent's turn was longer ago.
        Turn,
        /// Nothing else told the agents apart: the engine compared their ids.
        Id,
        /// There was no choice: the engine asked all agents at once who could be asked.
        Everyone,
    }
);
word!(
    /// The role of an agent.
    Role from domain::Role {
        /// The agent answers customers.
        Agent,
        /// The manager directs the work of their teams, too.
        Manager,
        /// The admin directs the work of every team, and changes the settings.
        Admin,
    }
);
same_names!(Role, domain::Role, Agent, Manager, Admin);
word!(
    /// Whether an agent takes work.
    Presence from domain::Presence {
        /// The agent takes work.
        Available,
        /// The agent takes work and has as much as the capacity allows: the engine says so, and no
        /// agent chooses it.
        Busy,
        /// The agent is signed in and takes no work.
        Away,
        /// The agent is not signed in.
        Offline,
    }
);
