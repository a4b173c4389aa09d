//! The command of each order.

use super::{ASA, EVA, HANA, INTERNAL, MARK, MONA, STAN, id};
use crate::pure::states::{Scene, ask, ask_group, hand, report, says, send, write};
use domain::person::Reach;
use domain::{
    AgentId, Command, Content, DeliveryStatus, Millis, MonitorMode, OfferKind, Outcome, Promotion,
    Target, TransferMode, assignment, conference, contact, conversation, discussion, file, intake,
    label, message, monitoring, offer, queue, sla, survey, transfer, wrap_up,
};

use super::*;

impl Order {
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
                beside: intake::Beside::default(),
                quiet: false,
                shortened: false,
            }),
            Self::Thank => says(" thanks! "),
            Self::Rate => says("2"),
            Self::Choose => Command::Choose(survey::Choose { message: scene.asked(), choice: 2 }),
            Self::Stop => Command::Consent(intake::Consent { stopped: true }),
            Self::Echo => Command::Echo(message::Echo {
                content: Content::text("by phone"),
                sent_at: None,
                shortened: false,
            }),
            Self::Emoji => {
                Command::React(message::React { message: 1, emoji: Some("ok".to_owned()) })
            }
            Self::LeaveChat => Command::CustomerLeave,
            Self::Send => send(),
            Self::Retry => Command::Retry(message::Retry { message: scene.message }),
            Self::FetchFile => Command::FetchFile(file::Ask { message: 1 }),
            Self::NoteFile => Command::NoteFile(file::Fetched {
                message: 1,
                outcome: file::Outcome::Refused(file::Reason::Gone),
            }),
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
            | Self::WatchGone => Command::CheckSla(sla::Check { watch }),
            Self::WatchStale => Command::CheckSla(sla::Check { watch: watch + 1 }),
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
                from: vec![crate::pure::world::IDENTITY.to_owned()],
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
