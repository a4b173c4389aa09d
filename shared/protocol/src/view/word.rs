//! The words for how things stand.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::content::same_names;

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
    /// Where a conversation stands.
    Status from domain::Status {
        /// Waits for an agent.
        Queued,
        /// Assigned; the customer waits for an answer.
        Active,
        /// Assigned; we wait for the customer.
        Pending,
        /// Done.
        Resolved,
        /// The customer left before anybody took it.
        Abandoned,
    }
);
word!(
    /// Whose turn it is.
    Party from domain::Party {
        /// Ours.
        Agent,
        /// The customer's.
        Customer,
    }
);
word!(
    /// How an agent came by a conversation.
    Origin from domain::Origin {
        /// Taken from the queue by hand.
        Picked,
        /// Transferred at once.
        Transfer,
        /// Given by a manager.
        Manager,
        /// Accepted from an offer.
        Offer,
        /// Given by the engine.
        Auto,
        /// Given by an integrator.
        Api,
        /// The previous owner left the conference.
        Conference,
        /// The customer came back to who had it before.
        Reopened,
    }
);
word!(
    /// Something that an agent does with a conversation.
    Act from domain::Act {
        /// Take it from its queue: `accept`.
        Accept,
        /// Write to the customer: `send`.
        Reply,
        /// Leave a comment, tags, labels or a name: `comment`, `tag`, `label`, `name`.
        Comment,
        /// Ask somebody in private: `discuss`.
        Discuss,
        /// Ask somebody to take over: `assign`, and `transfer` by an offer.
        Assign,
        /// Ask somebody to speak with the customer, too: `confer`.
        Confer,
        /// Hand it on at once: `transfer`.
        Transfer,
        /// End it: `resolve`.
        Resolve,
        /// Leave the conference: `leave_conference`.
        Leave,
        /// Take a guest out of the conference: `remove_guest`.
        RemoveGuest,
        /// Look on, coach or barge in: `monitor`.
        Monitor,
        /// Say how urgent it is: `prioritise`.
        Prioritise,
        /// Say which skills it needs: `require`.
        Require,
        /// Send a survey: `send_survey`.
        Survey,
        /// Set off a trigger: `trigger`.
        Trigger,
    }
);
word!(
    /// What an offer asks.
    OfferKind from domain::OfferKind {
        /// Take the conversation over.
        Assign,
        /// Talk about it in private.
        Discuss,
        /// Speak with the customer together.
        Conference,
    }
);
word!(
    /// The life of an offer: pending, then exactly one of the others.
    OfferStatus from domain::OfferStatus {
        /// Awaits an answer.
        Pending,
        /// The colleague said yes.
        Accepted,
        /// The colleague said no.
        Rejected,
        /// The asker took it back.
        Withdrawn,
        /// Nobody answered in time.
        TimedOut,
        /// The conversation ended or moved on first.
        Rescinded,
    }
);
word!(
    /// How far a message to the customer got. A message without any is pending.
    DeliveryStatus from domain::DeliveryStatus {
        /// Safe with us, on its way.
        Pending,
        /// The provider took it.
        Sent,
        /// It reached the customer's device.
        Delivered,
        /// The customer opened it.
        Read,
        /// It will not arrive.
        Failed,
    }
);
word!(
    /// Who or what resolved a conversation.
    ResolvedBy from domain::ResolvedBy {
        /// An agent.
        Agent,
        /// The customer's silence.
        Inactivity,
        /// The customer, by a closing phrase.
        ClosingPhrase,
    }
);
word!(
    /// How a discussion came to end.
    EndCause from domain::EndCause {
        /// Its initiator ended it.
        Ended,
        /// The last colleague left.
        Left,
        /// The conversation got another owner.
        Transferred,
        /// It became a transfer or a conference.
        Promoted,
        /// The conversation ended.
        ConversationEnded,
    }
);
word!(
    /// Why a conversation went back to a queue.
    RequeueCause from domain::RequeueCause {
        /// Somebody put it there.
        Transferred,
        /// Its owner left the customer without an answer.
        Unanswered,
        /// Its owner was offline for too long.
        OwnerOffline,
    }
);
word!(
    /// What a discussion becomes.
    Promotion from domain::Promotion {
        /// The expert takes the conversation over.
        Transfer,
        /// The expert speaks with the customer, too.
        Conference,
    }
);
word!(
    /// How a manager looks on.
    MonitorMode from domain::MonitorMode {
        /// Sees everything, and only managers know.
        Silent,
        /// Speaks with the owner only.
        Coach,
        /// Speaks with everybody, the customer included.
        Barge,
    }
);
word!(
    /// Why somebody could not be chosen.
    Excluded from domain::Excluded {
        /// Not signed in.
        Offline,
        /// Takes no work.
        Away,
        /// Has as much as they may.
        Full,
        /// Cannot do what is needed.
        LacksSkill,
        /// Was asked before, or left the customer without an answer.
        Tried,
        /// Takes part in the conversation already.
        Involved,
    }
);
word!(
    /// What told the best from the second best.
    Decider from domain::Decider {
        /// Nobody could be chosen.
        Nobody,
        /// There was no second.
        OnlyOne,
        /// A smaller share of the capacity was taken.
        Load,
        /// They had been idle for longer.
        Idle,
        /// Their turn was longer ago.
        Turn,
        /// Nothing: the ids were compared.
        Id,
        /// There was no choice: all who could be asked were asked at once.
        Everyone,
    }
);
word!(
    /// What somebody may do.
    Role from domain::Role {
        /// Answers customers.
        Agent,
        /// Directs the work of their teams, too.
        Manager,
        /// Everything, and the settings.
        Admin,
    }
);
word!(
    /// Whether an agent takes work.
    Presence from domain::Presence {
        /// Yes.
        Available,
        /// Yes, and has as much as they may: the engine's word, nobody's choice.
        Busy,
        /// Signed in, but no.
        Away,
        /// Not signed in.
        Offline,
    }
);
