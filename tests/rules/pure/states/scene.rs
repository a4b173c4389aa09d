//! The commands that lead to each state.

use super::{ASA, CHAT, EVA, HANA, MIRA, agent, id};
use crate::pure::world::World;
use domain::{
    Caller, Command, DeliveryStatus, Millis, Mode, MonitorMode, OfferKind, Outbox, Target, WrapUp,
    conversation, discussion, offer, survey,
};
use std::sync::Arc;

use super::*;

impl State {
    pub(crate) fn scene(self) -> Scene {
        // In a state without an offer or a discussion, a command names one that never was.
        let mut scene = Scene { world: World::new(1, 2), offer: 99, discussion: 99, message: 99 };
        scene.world.policy = Arc::new(policy());
        match self {
            Self::Empty => {}
            Self::Queued => scene.customer(write()),
            Self::Photo => scene.customer(photo()),
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
}
