//! The commands of the table, and who gives them.

mod command;

use domain::{
    Caller, Command, Event, Millis, OfferStatus, Refusal, WrapNeed, assignment, conversation,
    discussion, label, message, monitoring, offer, queue, sla, timer,
};

use super::states::{Scene, named};
use super::{ADA, ASA, EVA, HANA, INTERNAL, MARK, MIRA, MONA, SAM, STAN, agent, id};

named! {
    /// Everybody who can give a command.
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
        /// The whole message is a closing phrase.
        Thank = "thank",
        /// A message that could be the answer to a survey.
        Rate = "rate",
        /// An answer of the survey that is out, or was.
        Choose = "choose",
        LeaveChat = "leave-chat",
        /// The customer forbids further messages.
        Stop = "stop",
        /// The business writes past the engine.
        Echo = "echo",
        /// An agent puts an emoji on the first message.
        Emoji = "emoji",
        Send = "send",
        Retry = "retry",
        /// A customer's file, again.
        FetchFile = "fetch-file",
        /// The end of a fetch of a customer's file.
        NoteFile = "note-file",
        Survey = "survey",
        Trigger = "trigger",
        Comment = "comment",
        /// A comment for Hana, who may read it.
        Mention = "mention",
        /// A comment for Stan, who has nothing to do with the conversation.
        MentionForeign = "mention-foreign",
        Tag = "tag",
        /// Tags beyond the limit.
        TagTooMuch = "tag-too-much",
        Untag = "untag",
        Label = "label",
        /// A label that the settings do not offer.
        LabelUnknown = "label-unknown",
        Unlabel = "unlabel",
        Name = "name",
        Unname = "unname",
        Accept = "accept",
        Resolve = "resolve",
        ResolveForAll = "resolve-all",
        /// The caller takes the newest entry's step back.
        Undo = "undo",
        Done = "done",
        /// With a disposition.
        DoneAs = "done-as",
        Prioritise = "prioritise",
        Require = "require",
        /// To Hana, who is there and has room.
        Give = "give",
        /// To her, if she accepts.
        GiveByOffer = "give-by-offer",
        GiveToOwner = "give-owner",
        /// To Eva, of another team that shares the account.
        GiveToExpert = "give-expert",
        /// To Stan, whose team has nothing to do with the account.
        GiveToStranger = "give-stranger",
        GiveToManager = "give-manager",
        /// To an agent, as if they were a manager.
        GiveToNoManager = "give-no-manager",
        GiveToSkilled = "give-skilled",
        GiveToTeam = "give-team",
        GiveToForeignTeam = "give-foreign-team",
        Requeue = "requeue",
        RequeueElsewhere = "to-sales",
        /// The caller asks Hana to discuss.
        Discuss = "discuss",
        DiscussWithAsked = "re-ask",
        DiscussWithExpert = "ask-expert",
        /// The caller asks Hana to join the discussion.
        Join = "join",
        /// The caller asks Hana to take over.
        Offer = "offer",
        OfferToTeam = "offer-team",
        OfferToAll = "offer-all",
        OfferToSkilled = "offer-skilled",
        /// The caller asks Asa and Eva's team to discuss.
        DiscussWithTeam = "discuss-team",
        DiscussWithAll = "discuss-all",
        /// The caller asks Mona to the conference.
        Confer = "confer",
        ConferWithExpert = "confer-expert",
        Yes = "yes",
        No = "no",
        Withdraw = "withdraw",
        Say = "say",
        End = "end",
        Quit = "quit",
        /// The caller marks the discussion done.
        Finish = "finish",
        /// The caller lets Eva go.
        Release = "release",
        /// The only consultant takes over.
        Promote = "promote",
        /// Eva takes over.
        PromoteExpert = "promote-expert",
        /// Eva speaks with the customer, too.
        PromoteToConference = "promote-confer",
        LeaveConference = "leave-confer",
        /// The caller takes Eva out.
        RemoveGuest = "remove-guest",
        Monitor = "monitor",
        MonitorAsCoach = "monitor-coach",
        Barge = "barge",
        StopMonitoring = "unmonitor",
        Coach = "coach",
        Sent = "sent",
        Lost = "lost",
        Expire = "expire",
        /// After half a minute.
        ExpireStep = "expire-step",
        /// After two minutes.
        ExpireLate = "expire-late",
        /// At once.
        IdleEarly = "idle-early",
        /// After a day.
        IdleLate = "idle-late",
        /// After 20 seconds, with 10 left for the first response.
        WatchSoon = "watch-20s",
        /// After 30 seconds.
        WatchAnswer = "watch-30s",
        /// After nine minutes, with one left for any answer.
        WatchWarn = "watch-9m",
        /// After ten minutes.
        WatchLost = "watch-10m",
        /// After a quarter of an hour.
        WatchGone = "watch-15m",
        /// With the number of another watch.
        WatchStale = "watch-stale",
        /// Mark has been offline for four minutes.
        AbsentEarly = "absent-4m",
        /// Mark has been offline for five minutes.
        Absent = "absent-5m",
        /// The same, under an earlier owner.
        AbsentStale = "absent-stale",
        /// The owner never left.
        AbsentHere = "absent-here",
        /// After nine minutes.
        WrapUpEarly = "wrap-9m",
        /// After ten.
        WrapUpLate = "wrap-10m",
        AutoAssign = "auto-assign",
        AutoReply = "auto-reply",
        Rename = "rename",
        Move = "move",
        /// The engine found that the customer goes on in another thread.
        MoveOn = "move-on",
    }
}

impl Order {
    /// Gives the command in `scene`, after its delay.
    pub(crate) fn give(self, scene: &mut Scene, who: Who) -> Result<Vec<Event>, Refusal> {
        match self {
            Self::AbsentEarly | Self::Absent | Self::AbsentStale => scene.leaves(MARK),
            _ => {}
        }
        let command = self.command(scene);
        scene.wait(self.after());
        scene.world.give(0, &who.caller(), &command)
    }

    /// The time between the scene's state and the command.
    pub(crate) const fn after(self) -> Millis {
        match self {
            Self::ExpireStep | Self::WatchAnswer => Millis::seconds(30),
            Self::ExpireLate => Millis::minutes(2),
            Self::IdleLate => Millis::hours(24),
            Self::WatchSoon => Millis::seconds(20),
            Self::WatchWarn | Self::WrapUpEarly => Millis::minutes(9),
            Self::WatchLost | Self::WatchStale | Self::WrapUpLate => Millis::minutes(10),
            Self::WatchGone => Millis::minutes(15),
            Self::AbsentEarly => Millis::minutes(4),
            Self::Absent | Self::AbsentStale | Self::AbsentHere => Millis::minutes(5),
            _ => Millis(0),
        }
    }
}

fn remark(mentions: &[&str]) -> Command {
    let mentions = mentions.iter().map(|agent| id(agent)).collect();
    Command::Comment(message::Comment { text: INTERNAL.to_owned(), mentions, files: Vec::new() })
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// A change of tags.
pub(crate) fn tag(add: &[&str], remove: &[&str]) -> Command {
    Command::Tag(label::PutTags { add: words(add), remove: words(remove) })
}

/// A change of labels.
pub(crate) fn label(add: &[&str], remove: &[&str]) -> Command {
    Command::Label(label::PutLabels { add: words(add), remove: words(remove) })
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
    let name = events::name(event);
    match event {
        Event::Delivery(delivery) => format!("{name}({:?})", delivery.status),
        Event::Assigned(assignment::Assigned { origin, .. }) => format!("{name}({origin:?})"),
        Event::Requeued(queue::Requeued { cause, .. }) => format!("{name}({cause:?})"),
        Event::FirstAnswerDue(sla::FirstResponseDue { late: true }) => format!("{name}(Late)"),
        Event::FirstAnswerDue(sla::FirstResponseDue { late: false }) => format!("{name}(Soon)"),
        Event::Resolved(conversation::Resolved { by, wrap: WrapNeed::None, .. }) => {
            format!("{name}({by:?})")
        }
        Event::Resolved(conversation::Resolved { by, wrap, .. }) => {
            format!("{name}({by:?},{wrap:?})")
        }
        Event::OfferMade(offer::Made { kind, all: false, .. }) => format!("{name}({kind:?})"),
        Event::OfferMade(offer::Made { kind, all: true, .. }) => format!("{name}({kind:?},All)"),
        Event::OfferPassed(offer::Passed { status, .. }) => format!("{name}({status:?})"),
        Event::OfferClosed(offer::Closed { status: OfferStatus::Pending, .. }) => {
            "NotClosed".to_owned()
        }
        Event::OfferClosed(offer::Closed { status, .. }) => format!("{status:?}"),
        Event::DiscussionLeft(discussion::Left { promoted: Some(into), .. }) => {
            format!("{name}({into:?})")
        }
        Event::DiscussionLeft(discussion::Left { outcome: Some(_), .. }) => {
            format!("{name}(Released)")
        }
        Event::DiscussionEnded(discussion::Ended { cause, .. }) => format!("{name}({cause:?})"),
        Event::Monitoring(monitoring::Changed { mode: Some(mode), .. }) => {
            format!("{name}({mode:?})")
        }
        Event::Monitoring(monitoring::Changed { mode: None, .. }) => format!("{name}(Stopped)"),
        Event::TimerArmed(timer::Armed { kind, .. }) => format!("{name}({kind:?})"),
        _ => name.to_owned(),
    }
}

/// The names of an enum's values, and a list of them all that cannot be incomplete.
macro_rules! names {
    ($module:ident of $of:ident: $($value:ident)*) => {
        pub(crate) mod $module {
            use domain::$of;

            pub(crate) const ALL: &[&str] = &[$(stringify!($value)),*];

            pub(crate) const fn name(of: &$of) -> &'static str {
                match of { $($of::$value { .. } => stringify!($value)),* }
            }
        }
    };
}

names! { commands of Command:
    Receive Choose CustomerLeave Send React Echo Consent SendSurvey Retry FetchFile NoteFile Comment Trigger
    Accept Resolve ResolveForAll
    Undo Done Prioritise
    Require Tag Label Name Transfer MakeOffer AcceptOffer RejectOffer WithdrawOffer Say EndDiscussion
    LeaveDiscussion FinishDiscussion ReleaseExpert Promote LeaveConference RemoveGuest Monitor StopMonitoring Coach
    Report ExpireOffer CheckIdle CheckSla CheckAbsent CheckWrapUp AutoAssign AutoReply
    Rename ChangeIdentity Join
}

names! { events of Event:
    Opened Reopened ResolveUndone CustomerMessage CustomerLeft AgentMessage Echoed Consented OffHours AutoReply SurveySent
    SurveyAnswered Triggered MessageRetried Delivery FileAsked FileFetched Comment Assigned Requeued Routed Prioritised
    Required Tagged Labelled Named FirstAnswerDue RequeueAhead Resolved WrappedUp Abandoned OfferMade OfferPassed
    OfferMoved OfferClosed DiscussionMessage DiscussionLeft DiscussionEnded DiscussionDone
    ConferenceJoined ConferenceLeft Monitoring CoachLine TimerArmed Renamed IdentityChanged Introduced
    Joined
}
