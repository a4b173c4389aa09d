//! The named states of the table, each reached by real commands from an empty thread.

use std::sync::Arc;

use domain::{
    Caller, Command, Content, Delivery, DeliveryStatus, Millis, Mode, MonitorMode, OfferKind,
    Outbox, Policy, Presence, Target, WrapUp, conversation, discussion, intake, message,
    monitoring, offer, sla, survey, transfer,
};

use super::world::World;
use super::{ASA, CHAT, EVA, HANA, INTERNAL, MARK, MIRA, MONA, agent, id};

/// An enum whose values have a word in the table, and a list of them that cannot be incomplete.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$why:meta])* $value:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $($(#[$why])* $value),* }

        impl $name {
            pub(crate) const ALL: &[Self] = &[$(Self::$value),*];

            pub(crate) const fn word(self) -> &'static str {
                match self { $(Self::$value => $word),* }
            }
        }
    };
}
pub(crate) use named;

named! {
    /// Where a thread can stand when a command comes. Mark is the owner where there is one.
    State {
        /// Nobody ever wrote.
        Empty = "empty",
        Queued = "queued",
        /// Where conversations are given out.
        Given = "auto",
        /// In web chat, where customers sit and wait.
        Chat = "chat",
        /// The doors are closed, and the customer is to be told.
        OffHours = "off-hours",
        /// Back in its queue, after an answer to the customer.
        Back = "back",
        /// Back at the head of its queue: its owner left the customer without an answer.
        Front = "front",
        Active = "active",
        /// The owner has been warned of losing it.
        Warned = "warned",
        Pending = "pending",
        /// The same, and the provider has taken the answer.
        Answered = "answered",
        /// The customer has been asked a survey.
        Surveyed = "surveyed",
        /// Asa has been asked to discuss.
        Asked = "asked",
        /// Asa has been asked to take over.
        Offered = "offered",
        /// So she has, and the time is up, but the clock has not been round.
        Late = "late",
        /// Asa was asked to discuss and said no.
        Declined = "declined",
        /// The team of Asa and Eva is asked to discuss: Asa first.
        Searching = "searching",
        /// Asa let her time pass, and the clock has not been round.
        Dawdled = "dawdled",
        /// Asa said no: Eva is asked, the last of the team.
        Last = "last",
        /// Mark's team is asked to take over: Mira and Hana at once.
        All = "ask-all",
        /// Hana was faster.
        Lost = "lost",
        /// Eva has been asked to the conference.
        Invited = "invited",
        /// Eva is consulted.
        Talk = "talk",
        /// Eva and Asa are, each in a discussion of their own.
        Talks = "talks",
        /// Eva and Asa are, together.
        Panel = "panel",
        /// Eva was, and Mark ended it.
        TalkOver = "talk-over",
        /// Eva speaks with the customer, too.
        Conference = "conference",
        /// Eva, Asa, Hana and Mira do: there is room for nobody else.
        Crowd = "crowd",
        /// Mona looks on.
        Silent = "silent",
        /// Mona coaches.
        Coached = "coached",
        /// Mona has barged in.
        Barged = "barged",
        Resolved = "resolved",
        /// Over, and Mark may say what it was about.
        WrapMay = "wrap-may",
        /// Over, and Mark must say what it was about.
        WrapMust = "wrap-must",
        /// The customer came back to him before he did.
        WrapBack = "wrap-back",
        /// The customer came back to Mark soon after the end.
        Reopened = "reopened",
        /// The customer left before anybody took it.
        Gone = "gone",
        /// The answer to the customer failed.
        Failed = "failed",
        /// As many messages wait for the provider as may.
        Full = "full",
        /// The command names a conversation that was resolved before the newest one began.
        Earlier = "earlier",
    }
}

/// A state, and the numbers of what a command in it is about.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) world: World,
    pub(crate) offer: u64,
    pub(crate) discussion: u64,
    pub(crate) message: u64,
}

/// The settings that hold in the table.
fn policy() -> Policy {
    Policy {
        closing_phrases: vec!["Thanks".to_owned()],
        offline_requeue_after: Some(Millis::minutes(5)),
        ..Policy::default()
    }
}

impl State {
    pub(crate) fn scene(self) -> Scene {
        // Where there is none, a command names one that never was.
        let mut scene = Scene { world: World::new(1, 2), offer: 99, discussion: 99, message: 99 };
        scene.world.policy = Arc::new(policy());
        match self {
            Self::Empty => {}
            Self::Queued => scene.customer(write()),
            Self::Given => {
                Self::Queued.play(&mut scene);
                scene.rule(|policy| policy.mode = Mode::Auto);
            }
            Self::Chat => {
                scene.world.channel = CHAT;
                scene.customer(write());
            }
            Self::OffHours => {
                scene.world.off_hours = Some("We are closed.".to_owned());
                scene.customer(write());
            }
            Self::Back => {
                Self::Pending.play(&mut scene);
                scene.mark(hand(Target::Queue(id("support"))));
            }
            Self::Front => {
                Self::Warned.play(&mut scene);
                scene.wait(Millis::minutes(1));
                scene.watch();
            }
            Self::Active => {
                scene.customer(write());
                scene.mark(Command::Accept);
            }
            Self::Warned => {
                Self::Active.play(&mut scene);
                scene.wait(Millis::minutes(9));
                scene.watch();
            }
            Self::Pending => {
                Self::Active.play(&mut scene);
                scene.message = scene.mark(send());
            }
            Self::Answered => {
                Self::Pending.play(&mut scene);
                let report = report(scene.message, DeliveryStatus::Sent);
                scene.gives(&Caller::Engine, report);
            }
            Self::Surveyed => {
                Self::Active.play(&mut scene);
                let survey = "Satisfaction".to_owned();
                scene.message = scene.mark(Command::SendSurvey(survey::Send { survey }));
            }
            Self::Asked => {
                Self::Active.play(&mut scene);
                scene.offer = scene.mark(ask(OfferKind::Discuss, ASA));
            }
            Self::Offered => {
                Self::Active.play(&mut scene);
                scene.offer = scene.mark(ask(OfferKind::Assign, ASA));
            }
            Self::Late => {
                Self::Offered.play(&mut scene);
                scene.wait(Millis::minutes(2));
            }
            Self::Declined => {
                Self::Asked.play(&mut scene);
                scene.declines(ASA);
            }
            Self::Searching => {
                Self::Active.play(&mut scene);
                scene.offer = scene.mark(ask_group(OfferKind::Discuss, "legal", false));
            }
            Self::Dawdled => {
                Self::Searching.play(&mut scene);
                scene.wait(Millis::seconds(30));
            }
            Self::Last => {
                Self::Searching.play(&mut scene);
                scene.declines(ASA);
            }
            Self::All => {
                Self::Active.play(&mut scene);
                scene.offer = scene.mark(ask_group(OfferKind::Assign, "support", true));
            }
            Self::Lost => {
                Self::All.play(&mut scene);
                scene.gives(
                    &agent(HANA),
                    Command::AcceptOffer(offer::Accept { offer: scene.offer }),
                );
            }
            Self::Invited => {
                Self::Active.play(&mut scene);
                scene.offer = scene.mark(ask(OfferKind::Conference, EVA));
            }
            Self::Talk => {
                Self::Active.play(&mut scene);
                scene.consult(EVA, None);
            }
            Self::Talks => {
                Self::Talk.play(&mut scene);
                let first = scene.discussion;
                scene.consult(ASA, None);
                scene.discussion = first;
            }
            Self::Panel => {
                Self::Talk.play(&mut scene);
                scene.consult(ASA, Some(scene.discussion));
            }
            Self::TalkOver => {
                Self::Talk.play(&mut scene);
                let (discussion, resolved) = (scene.discussion, true);
                let (note, outcomes) = (None, Vec::new());
                scene.mark(Command::EndDiscussion(discussion::End {
                    discussion,
                    resolved,
                    note,
                    outcomes,
                }));
            }
            Self::Conference => {
                Self::Active.play(&mut scene);
                scene.confers(EVA);
            }
            Self::Crowd => {
                Self::Conference.play(&mut scene);
                for guest in [ASA, HANA, MIRA] {
                    scene.confers(guest);
                }
            }
            Self::Silent => scene.watched(MonitorMode::Silent),
            Self::Coached => scene.watched(MonitorMode::Coach),
            Self::Barged => scene.watched(MonitorMode::Barge),
            Self::Resolved => {
                Self::Pending.play(&mut scene);
                scene.mark(Command::Resolve(conversation::Resolve { note: None }));
            }
            Self::WrapMay => scene.wrapped(WrapUp::Optional),
            Self::WrapMust => scene.wrapped(WrapUp::Mandatory),
            Self::WrapBack => {
                Self::WrapMust.play(&mut scene);
                scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
                scene.customer(write());
            }
            Self::Reopened => {
                Self::Resolved.play(&mut scene);
                scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
                scene.customer(write());
            }
            Self::Gone => {
                Self::Queued.play(&mut scene);
                scene.customer(Command::CustomerLeave);
            }
            Self::Failed => {
                Self::Pending.play(&mut scene);
                let report = report(scene.message, DeliveryStatus::Failed);
                scene.gives(&Caller::Engine, report);
            }
            Self::Full => {
                Self::Active.play(&mut scene);
                for _ in 0..Outbox::PENDING_LIMIT {
                    scene.message = scene.mark(send());
                }
            }
            Self::Earlier => {
                Self::Resolved.play(&mut scene);
                scene.customer(write());
                scene.mark(Command::Accept);
                scene.world.named = Some(1);
            }
        }
        scene
    }

    fn play(self, scene: &mut Scene) {
        *scene = self.scene();
    }
}

impl Scene {
    /// Gives a command that must bring something about; answers with its entry.
    pub(crate) fn gives(&mut self, caller: &Caller, command: Command) -> u64 {
        match self.world.give(0, caller, &command) {
            Ok(events) if !events.is_empty() => self.world.logs[0].len() as u64,
            other => panic!("{command:?} came to {other:?}"),
        }
    }

    /// Changes a setting.
    pub(crate) fn rule(&mut self, change: impl Fn(&mut Policy)) {
        change(Arc::make_mut(&mut self.world.policy));
    }

    pub(crate) fn wait(&mut self, span: Millis) {
        self.world.now = self.world.now + span;
    }

    /// The number of the watch over the customer.
    pub(crate) fn watch_number(&self) -> u64 {
        self.world.thread(0).map_or(99, |t| t.conversation.watch.number)
    }

    /// The number of the message that asks; of the first one where none does.
    pub(crate) fn asked(&self) -> u64 {
        let asked = self.world.thread(0).and_then(|t| t.conversation.survey.as_ref());
        asked.map_or(1, |asked| asked.message)
    }

    fn watch(&mut self) {
        let watch = self.watch_number();
        self.gives(&Caller::Engine, Command::CheckWatch(sla::Check { watch }));
    }

    fn customer(&mut self, command: Command) {
        self.gives(&Caller::Customer, command);
    }

    fn mark(&mut self, command: Command) -> u64 {
        self.gives(&agent(MARK), command)
    }

    fn declines(&mut self, who: &str) {
        let reason = INTERNAL.to_owned();
        self.gives(&agent(who), Command::RejectOffer(offer::Reject { offer: self.offer, reason }));
    }

    fn consult(&mut self, expert: &str, discussion: Option<u64>) {
        let to = Target::Agent(id(expert));
        let (kind, all, note) = (OfferKind::Discuss, false, None);
        let offer = self.mark(Command::MakeOffer(offer::Make { kind, to, all, discussion, note }));
        self.gives(&agent(expert), Command::AcceptOffer(offer::Accept { offer }));
        self.discussion = discussion.unwrap_or(offer);
    }

    pub(crate) fn confers(&mut self, guest: &str) {
        let offer = self.mark(ask(OfferKind::Conference, guest));
        self.gives(&agent(guest), Command::AcceptOffer(offer::Accept { offer }));
    }

    fn watched(&mut self, mode: MonitorMode) {
        State::Active.play(self);
        self.gives(&agent(MONA), Command::Monitor(monitoring::Start { mode }));
    }

    fn wrapped(&mut self, wrap_up: WrapUp) {
        State::Pending.play(self);
        self.rule(|policy| {
            policy.wrap_up = wrap_up;
            policy.wrap_up_limit = Some(Millis::minutes(10));
        });
        self.mark(Command::Resolve(conversation::Resolve { note: None }));
    }

    /// Somebody gets up from their desk.
    pub(crate) fn leaves(&mut self, who: &str) {
        self.world.stand(&id(who), Presence::Offline);
    }
}

pub(crate) fn write() -> Command {
    says("hello")
}

pub(crate) fn says(text: &str) -> Command {
    Command::Receive(intake::Receive {
        content: Content::text(text),
        sent_at: None,
        reply_to: None,
        quiet: false,
        shortened: false,
    })
}

pub(crate) fn send() -> Command {
    Command::Send(message::Send { content: Content::text("good morning") })
}

pub(crate) fn hand(to: Target) -> Command {
    Command::Transfer(transfer::Transfer { to, mode: None, note: None })
}

pub(crate) fn ask(kind: OfferKind, to: &str) -> Command {
    let to = Target::Agent(id(to));
    Command::MakeOffer(offer::Make { kind, to, all: false, discussion: None, note: None })
}

pub(crate) fn ask_group(kind: OfferKind, team: &str, all: bool) -> Command {
    let to = Target::Team(id(team));
    Command::MakeOffer(offer::Make { kind, to, all, discussion: None, note: None })
}

pub(crate) fn report(message: u64, status: DeliveryStatus) -> Command {
    Command::Report(Delivery { message, status, provider_id: None, reason: None })
}
