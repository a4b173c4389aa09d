//! The commands of the table, and who gives them.

use domain::decide::Caller;
use domain::{Command, Content, DeliveryStatus, Event, Millis, OfferKind, OfferStatus, Refusal};

use super::states::{Scene, ask, named, report, send, write};
use super::{ADA, ASA, EVA, HANA, INTERNAL, MARK, MIRA, MONA, SAM, STAN, agent, id};

named! {
    /// Everybody from whom a command can come.
    Who {
        Customer = "customer",
        Engine = "engine",
        /// Mark, also where he owns nothing yet or no longer.
        Owner = "owner",
        /// Eva, of another team.
        Expert = "expert",
        /// Asa, of another team.
        Asked = "asked",
        Teammate = "teammate",
        /// An agent of another team whom nobody asked.
        Stranger = "stranger",
        /// The manager of another team.
        Foreign = "foreign",
        Manager = "manager",
        Admin = "admin",
    }
}

impl Who {
    pub(crate) fn caller(self) -> Caller {
        match self {
            Self::Customer => Caller::Customer,
            Self::Engine => Caller::Engine,
            Self::Owner => agent(MARK),
            Self::Expert => agent(EVA),
            Self::Asked => agent(ASA),
            Self::Teammate => agent(MIRA),
            Self::Stranger => agent(STAN),
            Self::Foreign => agent(SAM),
            Self::Manager => agent(MONA),
            Self::Admin => agent(ADA),
        }
    }
}

named! {
    /// The commands as they are given; some commands in more than one way.
    Order {
        Write = "write",
        React = "react",
        LeaveChat = "leave-chat",
        Send = "send",
        Retry = "retry",
        Comment = "comment",
        Accept = "accept",
        Resolve = "resolve",
        /// To Hana, who is there and has room.
        Give = "give",
        GiveToOwner = "give-owner",
        Requeue = "requeue",
        RequeueElsewhere = "to-sales",
        /// Hana is asked to discuss.
        Discuss = "discuss",
        DiscussWithAsked = "re-ask",
        DiscussWithExpert = "ask-expert",
        /// Hana is asked to take over.
        Offer = "offer",
        Yes = "yes",
        No = "no",
        Withdraw = "withdraw",
        Say = "say",
        End = "end",
        Quit = "quit",
        Sent = "sent",
        Lost = "lost",
        Expire = "expire",
        /// At once.
        IdleEarly = "idle-early",
        /// After a day.
        IdleLate = "idle-late",
        Move = "move",
    }
}

impl Order {
    /// The command as given in `scene`, and how long after the state was reached.
    pub(crate) fn command(self, scene: &Scene) -> (Command, Millis) {
        let (offer, discussion) = (scene.offer, scene.discussion);
        let reason = || INTERNAL.to_owned();
        let at_once = Millis(0);
        let command = match self {
            Self::Write => write(),
            Self::React => Command::Receive {
                content: Content::Reaction { to: "m1".to_owned(), emoji: None },
                sent_at: super::DAWN,
                reply_to: None,
            },
            Self::LeaveChat => Command::CustomerLeave,
            Self::Send => send(),
            Self::Retry => Command::Retry { message: scene.message },
            Self::Comment => Command::Comment { text: reason() },
            Self::Accept => Command::Accept,
            Self::Resolve => Command::Resolve { note: None },
            Self::Give => Command::TransferToAgent { to: id(HANA), note: None },
            Self::GiveToOwner => Command::TransferToAgent { to: id(MARK), note: None },
            Self::Requeue => Command::TransferToQueue { to: id("support"), note: None },
            Self::RequeueElsewhere => Command::TransferToQueue { to: id("sales"), note: None },
            Self::Discuss => ask(OfferKind::Discuss, HANA),
            Self::DiscussWithAsked => ask(OfferKind::Discuss, ASA),
            Self::DiscussWithExpert => ask(OfferKind::Discuss, EVA),
            Self::Offer => ask(OfferKind::Assign, HANA),
            Self::Yes => Command::AcceptOffer { offer },
            Self::No => Command::RejectOffer { offer, reason: reason() },
            Self::Withdraw => Command::WithdrawOffer { offer, reason: reason() },
            Self::Say => Command::Say { discussion, text: reason() },
            Self::End => Command::EndDiscussion { discussion, resolved: true, note: None },
            Self::Quit => Command::LeaveDiscussion { discussion },
            Self::Sent => report(scene.message, DeliveryStatus::Sent),
            Self::Lost => report(scene.message, DeliveryStatus::Failed),
            Self::Expire => Command::ExpireOffer { offer },
            Self::IdleEarly => Command::CheckIdle { conversation: 1 },
            Self::IdleLate => return (Command::CheckIdle { conversation: 1 }, Millis::hours(24)),
            Self::Move => Command::ChangeIdentity { identity: "49159999".to_owned() },
        };
        (command, at_once)
    }
}

/// The outcome in words: the refusal's code, or the events.
pub(crate) fn outcome(decided: &Result<Vec<Event>, Refusal>) -> String {
    match decided {
        Err(refusal) => refusal.code().to_owned(),
        Ok(events) if events.is_empty() => "ok: nothing".to_owned(),
        Ok(events) => format!("ok: {}", events.iter().map(event).collect::<Vec<_>>().join(" ")),
    }
}

/// An event's name, with what tells it from others of that name.
pub(crate) fn event(event: &Event) -> String {
    let of = |name: &str, what: &dyn std::fmt::Debug| format!("{name}({what:?})");
    match event {
        Event::Opened { .. } => "Opened".to_owned(),
        Event::CustomerMessage { .. } => "CustomerMessage".to_owned(),
        Event::CustomerLeft => "CustomerLeft".to_owned(),
        Event::AgentMessage { .. } => "AgentMessage".to_owned(),
        Event::MessageRetried { .. } => "MessageRetried".to_owned(),
        Event::Delivery(delivery) => of("Delivery", &delivery.status),
        Event::Comment { .. } => "Comment".to_owned(),
        Event::Assigned { origin, .. } => of("Assigned", origin),
        Event::Requeued { .. } => "Requeued".to_owned(),
        Event::Resolved { by, .. } => of("Resolved", by),
        Event::Abandoned => "Abandoned".to_owned(),
        Event::OfferMade { kind, .. } => of("OfferMade", kind),
        Event::OfferClosed { status: OfferStatus::Pending, .. } => "NotClosed".to_owned(),
        Event::OfferClosed { status, .. } => format!("{status:?}"),
        Event::DiscussionMessage { .. } => "DiscussionMessage".to_owned(),
        Event::DiscussionLeft { .. } => "DiscussionLeft".to_owned(),
        Event::DiscussionEnded { cause, .. } => of("DiscussionEnded", cause),
        Event::TimerArmed { kind, .. } => of("TimerArmed", kind),
        Event::IdentityChanged { .. } => "IdentityChanged".to_owned(),
    }
}
