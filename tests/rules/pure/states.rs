//! The named states of the table, each reached by real commands from an empty thread.

mod scene;

use std::sync::Arc;

use domain::content::{Media, Medium};
use domain::{
    Caller, Command, Content, Delivery, DeliveryStatus, Millis, MonitorMode, OfferKind, Policy,
    Presence, Target, WrapUp, conversation, intake, message, monitoring, offer, sla, transfer,
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
    /// A state in which a command finds a thread. Mark is the owner where there is one.
    State {
        /// No customer ever wrote.
        Empty = "empty",
        Queued = "queued",
        /// The customer sent a photo, and the engine is getting it from the provider.
        Photo = "photo",
        /// The queue gives its conversations out.
        Given = "auto",
        /// The conversation is in web chat, where customers sit and wait.
        Chat = "chat",
        /// The doors are closed, and the customer has not been told yet.
        OffHours = "off-hours",
        /// The conversation is back in its queue, after an answer to the customer.
        Back = "back",
        /// The conversation is back at the head of its queue: its owner left the customer without
        /// an answer.
        Front = "front",
        Active = "active",
        /// The clock has warned the owner of losing the conversation.
        Warned = "warned",
        Pending = "pending",
        /// The conversation is pending, and the provider has taken the answer.
        Answered = "answered",
        /// Mark has sent the customer a survey.
        Surveyed = "surveyed",
        /// Mark has asked Asa to discuss.
        Asked = "asked",
        /// Mark has asked Asa to take over.
        Offered = "offered",
        /// Mark has asked Asa to take over, and her time is up, but the clock has not been round.
        Late = "late",
        /// Mark asked Asa to discuss, and she said no.
        Declined = "declined",
        /// Mark asks the team of Asa and Eva to discuss: Asa first.
        Searching = "searching",
        /// Asa let her time pass, and the clock has not been round.
        Dawdled = "dawdled",
        /// Asa said no: Eva is asked, the last of the team.
        Last = "last",
        /// Mark asks his team to take over: Mira and Hana at once.
        All = "ask-all",
        /// Hana was faster.
        Lost = "lost",
        /// Mark has asked Eva to the conference.
        Invited = "invited",
        /// Eva is a consultant.
        Talk = "talk",
        /// Eva and Asa are consultants, each in a discussion of her own.
        Talks = "talks",
        /// Eva and Asa are consultants in one discussion.
        Panel = "panel",
        /// Eva was a consultant, and Mark ended the discussion.
        TalkOver = "talk-over",
        /// Eva speaks with the customer, too.
        Conference = "conference",
        /// Eva, Asa, Hana and Mira speak with the customer, too: there is room for nobody else.
        Crowd = "crowd",
        /// Mona looks on.
        Silent = "silent",
        /// Mona coaches.
        Coached = "coached",
        /// Mona has barged in.
        Barged = "barged",
        Resolved = "resolved",
        /// The conversation is over, and Mark may say what it was about.
        WrapMay = "wrap-may",
        /// The conversation is over, and Mark must say what it was about.
        WrapMust = "wrap-must",
        /// The customer came back to Mark before he said what the conversation was about.
        WrapBack = "wrap-back",
        /// The customer came back to Mark soon after the end.
        Reopened = "reopened",
        /// The customer left before an agent took the conversation.
        Gone = "gone",
        /// The answer to the customer failed.
        Failed = "failed",
        /// The outbox is full: as many messages wait for the provider as may.
        Full = "full",
        /// The command names a conversation that was resolved before the newest one began.
        Earlier = "earlier",
    }
}

/// A state, and the numbers that a command in it names.
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
    fn play(self, scene: &mut Scene) {
        *scene = self.scene();
    }
}

impl Scene {
    /// Gives a command that must bring something about; returns its entry.
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
        self.world.thread(0).map_or(99, |t| t.conversation.sla.number)
    }

    /// The number of the message that asks a survey; of the first message where none does.
    pub(crate) fn asked(&self) -> u64 {
        let asked = self.world.thread(0).and_then(|t| t.conversation.survey.as_ref());
        asked.map_or(1, |asked| asked.message)
    }

    fn watch(&mut self) {
        let watch = self.watch_number();
        self.gives(&Caller::Engine, Command::CheckSla(sla::Check { watch }));
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

    /// An agent leaves.
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
        beside: intake::Beside::default(),
        quiet: false,
        shortened: false,
    })
}

pub(crate) fn photo() -> Command {
    let (medium, reference, mime) = (Medium::Image, "1".to_owned(), "image/jpeg".to_owned());
    let (name, caption, size, width, height) = (None, None, None, None, None);
    let content =
        Content::Media(Media { medium, reference, mime, name, caption, size, width, height });
    let (sent_at, reply_to, quiet, shortened) = (None, None, false, false);
    let beside = intake::Beside::default();
    Command::Receive(intake::Receive { content, sent_at, reply_to, beside, quiet, shortened })
}

pub(crate) fn send() -> Command {
    Command::Send(message::Send { content: Content::text("good morning"), reply_to: None })
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
