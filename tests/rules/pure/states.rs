//! The named states of the table, each reached by real commands from an empty thread.

use domain::decide::Caller;
use domain::{Command, Content, Delivery, DeliveryStatus, Millis, OfferKind, Outbox};

use super::world::World;
use super::{ASA, EVA, INTERNAL, MARK, agent, id};

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
        /// Back in its queue, after an answer to the customer.
        Back = "back",
        Active = "active",
        Pending = "pending",
        /// The same, and the provider has taken the answer.
        Answered = "answered",
        /// Asa has been asked to discuss.
        Asked = "asked",
        /// Asa has been asked to take over.
        Offered = "offered",
        /// So she has, and the time is up, but the clock has not been round.
        Late = "late",
        /// Asa was asked to discuss and said no.
        Declined = "declined",
        /// Eva is consulted.
        Talk = "talk",
        /// Eva and Asa are, each in a discussion of their own.
        Talks = "talks",
        Resolved = "resolved",
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

impl State {
    pub(crate) fn scene(self) -> Scene {
        // Where there is none, a command names one that never was.
        let mut scene = Scene { world: World::new(1, 2), offer: 99, discussion: 99, message: 99 };
        match self {
            Self::Empty => {}
            Self::Queued => scene.customer(write()),
            Self::Back => {
                Self::Pending.play(&mut scene);
                scene.mark(Command::TransferToQueue { to: id("support"), note: None });
            }
            Self::Active => {
                scene.customer(write());
                scene.mark(Command::Accept);
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
                scene.world.now = scene.world.now + Millis::minutes(2);
            }
            Self::Declined => {
                Self::Asked.play(&mut scene);
                let reason = INTERNAL.to_owned();
                scene.gives(&agent(ASA), Command::RejectOffer { offer: scene.offer, reason });
            }
            Self::Talk => {
                Self::Active.play(&mut scene);
                scene.consult(EVA);
            }
            Self::Talks => {
                Self::Talk.play(&mut scene);
                let first = scene.discussion;
                scene.consult(ASA);
                scene.discussion = first;
            }
            Self::Resolved => {
                Self::Pending.play(&mut scene);
                scene.mark(Command::Resolve { note: None });
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

    fn customer(&mut self, command: Command) {
        self.gives(&Caller::Customer, command);
    }

    fn mark(&mut self, command: Command) -> u64 {
        self.gives(&agent(MARK), command)
    }

    fn consult(&mut self, expert: &str) {
        self.discussion = self.mark(ask(OfferKind::Discuss, expert));
        self.gives(&agent(expert), Command::AcceptOffer { offer: self.discussion });
    }
}

pub(crate) fn write() -> Command {
    let content = Content::text("hello");
    Command::Receive { content, sent_at: super::DAWN, reply_to: None }
}

pub(crate) fn send() -> Command {
    Command::Send { content: Content::text("good morning") }
}

pub(crate) fn ask(kind: OfferKind, to: &str) -> Command {
    Command::MakeOffer { kind, to: id(to), note: None }
}

pub(crate) fn report(message: u64, status: DeliveryStatus) -> Command {
    Command::Report(Delivery { message, status, provider_id: None, reason: None })
}
