//! The commands of the table, and who gives them.

use domain::person::Reach;
use domain::{
    AgentId, Caller, Command, Content, DeliveryStatus, Event, Millis, MonitorMode, OfferKind,
    OfferStatus, Outcome, Promotion, Refusal, Target, TransferMode, WrapNeed, assignment,
    conference, contact, conversation, discussion, intake, label, message, monitoring, offer,
    queue, sla, survey, timer, transfer, wrap_up,
};

use super::states::{Scene, ask, ask_group, hand, named, report, says, send, write};
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
        /// The whole message is a closing phrase.
        Thank = "thank",
        /// A message that could be the answer to a survey.
        Rate = "rate",
        /// An answer of the survey that is out, or was.
        Choose = "choose",
        LeaveChat = "leave-chat",
        Send = "send",
        Retry = "retry",
        Survey = "survey",
        Trigger = "trigger",
        Comment = "comment",
        /// For Hana, who may read it.
        Mention = "mention",
        /// For Stan, who has nothing to do with it.
        MentionForeign = "mention-foreign",
        Tag = "tag",
        /// Beyond the limit.
        TagTooMuch = "tag-too-much",
        Untag = "untag",
        Label = "label",
        /// With one that the settings do not offer.
        LabelUnknown = "label-unknown",
        Unlabel = "unlabel",
        Name = "name",
        Unname = "unname",
        Accept = "accept",
        Resolve = "resolve",
        ResolveForAll = "resolve-all",
        /// What the newest entry did.
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
        /// Hana is asked to discuss.
        Discuss = "discuss",
        DiscussWithAsked = "re-ask",
        DiscussWithExpert = "ask-expert",
        /// Hana is asked to join the discussion.
        Join = "join",
        /// Hana is asked to take over.
        Offer = "offer",
        OfferToTeam = "offer-team",
        OfferToAll = "offer-all",
        OfferToSkilled = "offer-skilled",
        /// Asa and Eva's team is asked to discuss.
        DiscussWithTeam = "discuss-team",
        DiscussWithAll = "discuss-all",
        /// Mona is asked to the conference.
        Confer = "confer",
        ConferWithExpert = "confer-expert",
        Yes = "yes",
        No = "no",
        Withdraw = "withdraw",
        Say = "say",
        End = "end",
        Quit = "quit",
        /// The discussion is marked done.
        Finish = "finish",
        /// Eva is let go.
        Release = "release",
        /// Whoever is the only expert takes over.
        Promote = "promote",
        /// Eva takes over.
        PromoteExpert = "promote-expert",
        /// Eva speaks with the customer, too.
        PromoteToConference = "promote-confer",
        LeaveConference = "leave-confer",
        /// Eva is taken out.
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
        /// After 20 seconds, with 10 left for the first answer.
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
        /// For five.
        Absent = "absent-5m",
        /// For five, under an earlier owner.
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
        /// The customer was found to go on in another thread.
        MoveOn = "move-on",
    }
}

impl Order {
    /// Gives the command in `scene`, as late as it is given.
    pub(crate) fn give(self, scene: &mut Scene, who: Who) -> Result<Vec<Event>, Refusal> {
        match self {
            Self::AbsentEarly | Self::Absent | Self::AbsentStale => scene.leaves(MARK),
            _ => {}
        }
        let command = self.command(scene);
        scene.wait(self.after());
        scene.world.give(0, &who.caller(), &command)
    }

    /// How long after the state was reached it is given.
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

    /// The command as given in `scene`.
    pub(crate) fn command(self, scene: &Scene) -> Command {
        let (offer, discussion) = (scene.offer, scene.discussion);
        let reason = || INTERNAL.to_owned();
        let expert = || id::<AgentId>(EVA);
        let watch = scene.watch_number();
        let epoch = scene.world.thread(0).map_or(0, |t| t.conversation.epoch);
        let conversation = 1;
        let promote =
            |expert, into| Command::Promote(discussion::Promote { discussion, expert, into });
        match self {
            Self::Write => write(),
            Self::React => Command::Receive(intake::Receive {
                content: Content::Reaction { to: "m1".to_owned(), emoji: None },
                sent_at: None,
                reply_to: None,
                quiet: false,
                shortened: false,
            }),
            Self::Thank => says(" thanks! "),
            Self::Rate => says("2"),
            Self::Choose => Command::Choose(survey::Choose { message: scene.asked(), choice: 2 }),
            Self::LeaveChat => Command::CustomerLeave,
            Self::Send => send(),
            Self::Retry => Command::Retry(message::Retry { message: scene.message }),
            Self::Survey => Command::SendSurvey(survey::Send { survey: "Satisfaction".to_owned() }),
            Self::Trigger => {
                Command::Trigger(message::Trigger { trigger: "Call back".to_owned(), note: None })
            }
            Self::Comment => remark(&[]),
            Self::Mention => remark(&[HANA]),
            Self::MentionForeign => remark(&[HANA, STAN]),
            Self::Tag => tag(&["VIP", "vip"], &[]),
            Self::TagTooMuch => tag(&["VIP"; 13], &[]),
            Self::Untag => tag(&[], &["VIP"]),
            Self::Label => label(&["escalated"], &[]),
            Self::LabelUnknown => label(&["Escalated", "Urgent"], &[]),
            Self::Unlabel => label(&[], &["Escalated"]),
            Self::Name => Command::Name(label::GiveName { alias: Some(reason()) }),
            Self::Unname => Command::Name(label::GiveName { alias: None }),
            Self::Accept => Command::Accept,
            Self::Resolve => Command::Resolve(conversation::Resolve { note: None }),
            Self::ResolveForAll => {
                Command::ResolveForAll(conversation::ResolveForAll { note: None })
            }
            Self::Undo => Command::Undo(conversation::Undo {
                entry: scene.world.thread(0).map_or(0, |t| t.seq),
            }),
            Self::Done => Command::Done(wrap_up::MarkDone { disposition: None, note: None }),
            Self::DoneAs => Command::Done(wrap_up::MarkDone {
                disposition: Some("Refund".to_owned()),
                note: Some(reason()),
            }),
            Self::Prioritise => Command::Prioritise(queue::Prioritise { priority: 7 }),
            Self::Require => Command::Require(assignment::Require { skills: vec![id("french")] }),
            Self::Give => hand(Target::Agent(id(HANA))),
            Self::GiveByOffer => Command::Transfer(transfer::Transfer {
                to: Target::Agent(id(HANA)),
                mode: Some(TransferMode::Offer),
                note: None,
            }),
            Self::GiveToOwner => hand(Target::Agent(id(MARK))),
            Self::GiveToExpert => hand(Target::Agent(id(EVA))),
            Self::GiveToStranger => hand(Target::Agent(id(STAN))),
            Self::GiveToManager => hand(Target::Manager(id(MONA))),
            Self::GiveToNoManager => hand(Target::Manager(id(HANA))),
            Self::GiveToSkilled => hand(Target::Skill(id("french"))),
            Self::GiveToTeam => hand(Target::Team(id("support"))),
            Self::GiveToForeignTeam => hand(Target::Team(id("sales"))),
            Self::Requeue => hand(Target::Queue(id("support"))),
            Self::RequeueElsewhere => hand(Target::Queue(id("sales"))),
            Self::Discuss => ask(OfferKind::Discuss, HANA),
            Self::DiscussWithAsked => ask(OfferKind::Discuss, ASA),
            Self::DiscussWithExpert => ask(OfferKind::Discuss, EVA),
            Self::Join => Command::MakeOffer(offer::Make {
                kind: OfferKind::Discuss,
                to: Target::Agent(id(HANA)),
                all: false,
                discussion: Some(discussion),
                note: None,
            }),
            Self::Offer => ask(OfferKind::Assign, HANA),
            Self::OfferToTeam => ask_group(OfferKind::Assign, "support", false),
            Self::OfferToAll => ask_group(OfferKind::Assign, "support", true),
            Self::OfferToSkilled => Command::MakeOffer(offer::Make {
                kind: OfferKind::Assign,
                to: Target::Skill(id("french")),
                all: false,
                discussion: None,
                note: None,
            }),
            Self::DiscussWithTeam => ask_group(OfferKind::Discuss, "legal", false),
            Self::DiscussWithAll => ask_group(OfferKind::Discuss, "legal", true),
            Self::Confer => ask(OfferKind::Conference, MONA),
            Self::ConferWithExpert => ask(OfferKind::Conference, EVA),
            Self::Yes => Command::AcceptOffer(offer::Accept { offer }),
            Self::No => Command::RejectOffer(offer::Reject { offer, reason: reason() }),
            Self::Withdraw => Command::WithdrawOffer(offer::Withdraw { offer, reason: reason() }),
            Self::Say => Command::Say(discussion::Say { discussion, text: reason() }),
            Self::End => Command::EndDiscussion(discussion::End {
                discussion,
                resolved: true,
                note: None,
                outcomes: Vec::new(),
            }),
            Self::Finish => Command::FinishDiscussion(discussion::MarkDone { discussion }),
            Self::Quit => Command::LeaveDiscussion(discussion::Leave { discussion }),
            Self::Release => {
                let outcome = Outcome { agent: expert(), resolved: true, note: None };
                Command::ReleaseExpert(discussion::Release { discussion, outcome })
            }
            Self::Promote => promote(None, Promotion::Transfer),
            Self::PromoteExpert => promote(Some(expert()), Promotion::Transfer),
            Self::PromoteToConference => promote(Some(expert()), Promotion::Conference),
            Self::LeaveConference => Command::LeaveConference,
            Self::RemoveGuest => Command::RemoveGuest(conference::Remove { agent: expert() }),
            Self::Monitor => Command::Monitor(monitoring::Start { mode: MonitorMode::Silent }),
            Self::MonitorAsCoach => {
                Command::Monitor(monitoring::Start { mode: MonitorMode::Coach })
            }
            Self::Barge => Command::Monitor(monitoring::Start { mode: MonitorMode::Barge }),
            Self::StopMonitoring => Command::StopMonitoring,
            Self::Coach => Command::Coach(monitoring::Coach { text: reason() }),
            Self::Sent => report(scene.message, DeliveryStatus::Sent),
            Self::Lost => report(scene.message, DeliveryStatus::Failed),
            Self::Expire | Self::ExpireStep | Self::ExpireLate => {
                Command::ExpireOffer(offer::Expire { offer })
            }
            Self::IdleEarly | Self::IdleLate => {
                Command::CheckIdle(conversation::CheckIdle { conversation })
            }
            Self::WatchSoon
            | Self::WatchAnswer
            | Self::WatchWarn
            | Self::WatchLost
            | Self::WatchGone => Command::CheckWatch(sla::Check { watch }),
            Self::WatchStale => Command::CheckWatch(sla::Check { watch: watch + 1 }),
            Self::AbsentEarly | Self::Absent | Self::AbsentHere => {
                Command::CheckAbsent(assignment::CheckAbsent { conversation, epoch })
            }
            Self::AbsentStale => {
                Command::CheckAbsent(assignment::CheckAbsent { conversation, epoch: epoch + 1 })
            }
            Self::WrapUpEarly | Self::WrapUpLate => {
                Command::CheckWrapUp(wrap_up::Check { conversation })
            }
            Self::AutoAssign => Command::AutoAssign,
            Self::AutoReply => Command::AutoReply,
            Self::Rename => {
                Command::Rename(contact::Rename { name: "Josephine".to_owned(), by: id(MARK) })
            }
            Self::Move => Command::ChangeIdentity(contact::ChangeAddress {
                from: vec![super::world::IDENTITY.to_owned()],
                to: vec!["49159999".to_owned()],
                at: None,
            }),
            Self::MoveOn => Command::Join(contact::Join {
                conversation: id("7zq3v0m8a5t1k9xe-2"),
                there: true,
                reach: Reach { address: "49159999".to_owned(), number: None, at: Millis(0) },
                addresses: vec!["49159999".to_owned()],
            }),
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
    Receive Choose CustomerLeave Send SendSurvey Retry Comment Trigger Accept Resolve ResolveForAll
    Undo Done Prioritise
    Require Tag Label Name Transfer MakeOffer AcceptOffer RejectOffer WithdrawOffer Say EndDiscussion
    LeaveDiscussion FinishDiscussion ReleaseExpert Promote LeaveConference RemoveGuest Monitor StopMonitoring Coach
    Report ExpireOffer CheckIdle CheckWatch CheckAbsent CheckWrapUp AutoAssign AutoReply
    Rename ChangeIdentity Join
}

names! { events of Event:
    Opened Reopened ResolveUndone CustomerMessage CustomerLeft AgentMessage OffHours AutoReply SurveySent
    SurveyAnswered Triggered MessageRetried Delivery Comment Assigned Requeued Routed Prioritised
    Required Tagged Labelled Named FirstAnswerDue RequeueAhead Resolved WrappedUp Abandoned OfferMade OfferPassed
    OfferMoved OfferClosed DiscussionMessage DiscussionLeft DiscussionEnded DiscussionDone
    ConferenceJoined ConferenceLeft Monitoring CoachLine TimerArmed Renamed IdentityChanged Introduced
    Joined
}
