//! The context of a decision besides the thread: settings, colleagues, the channel, the clock.

use crate::engine::load::Loaded;
use crate::engine::policy::{capabilities, policy, queue_of};
use crate::settings::hours;
use crate::{Engine, Failure, Request, template};
use domain::content::Media;
use domain::{
    AgentId, ClosedOffer, Colleague, Command, Context, DeliveryStatus, EndedTalk, Event, OfferId,
    Thread, Undone, conversation, discussion, file, message,
};
use std::collections::{BTreeSet, HashMap};

use store::Workload;
use store::settings::directory::Directory;

impl Engine<'_> {
    /// Reads everything that a decision about a command depends on.
    pub(crate) async fn context(
        &self,
        request: &Request,
        loaded: &Loaded,
        directory: &Directory,
    ) -> Result<Context, Failure> {
        let newest = loaded.newest.as_ref();
        let thread = newest.map(|s| &s.thread);
        let asset = thread.map(|t| &t.asset).or(request.opening.as_ref().map(|o| &o.asset));
        let queue = queue_of(request, thread);
        let now = newest.map_or(self.now(), |s| s.entry.at.max(self.now()));
        let (undone, workloads) = self.undone(request).await?;
        let off_hours = queue.and_then(|queue| hours::off_hours(directory, queue, now));
        let channel = asset.map_or_else(
            || channels::Channel::capabilities(&channels::web::Web),
            |asset| capabilities(asset, directory),
        );
        let related = self.related(request, newest, channel.provider).await?;
        Ok(Context {
            now,
            caller: request.caller.clone(),
            by_api: request.by_api,
            policy: policy(request, thread, directory),
            channel,
            related,
            queue_team: thread.and_then(|t| directory.team_of(&t.conversation.queue)).cloned(),
            asset_teams: asset.map_or_else(Vec::new, |asset| directory.teams_of(asset)),
            opening: request.opening.clone(),
            conversation: request.conversation,
            colleagues: colleagues(request, loaded, &workloads, directory),
            group: loaded.group.clone(),
            closed_offer: self.closed_offer(request, thread).await?,
            ended_talk: self.ended_talk(request, thread).await?,
            known_delivery: self.known_delivery(request, thread).await?,
            file: self.asked_file(request).await?,
            undone,
            templates: template::templates_for(self.ground, request, asset).await?,
            off_hours: off_hours.map(str::to_owned),
        })
    }

    /// Returns the step that the command takes back, and the workloads of the agents who had a part
    /// before it.
    async fn undone(
        &self,
        request: &Request,
    ) -> Result<(Option<Undone>, HashMap<AgentId, Workload>), Failure> {
        let Command::Undo(conversation::Undo { entry }) = request.command else {
            return Ok((None, HashMap::new()));
        };
        if !(2..9_999_999_998).contains(&entry) {
            return Ok((None, HashMap::new()));
        }
        let thread = &request.thread;
        let wanted = [(thread.clone(), entry - 1), (thread.clone(), entry)];
        let mut found = self.store.batch([], &wanted, None).await?.entries;
        found.sort_by_key(|stored| stored.entry.seq);
        let Ok([before, after]) = <[_; 2]>::try_from(found) else {
            return Ok((None, HashMap::new()));
        };
        let undone = Undone { entry: after.entry, before: before.thread };
        let parties = undone.before.parties();
        let workloads = self.store.batch(parties.iter(), &[], None).await?.workloads;
        Ok((Some(undone), workloads))
    }

    /// Returns how the command's offer ended, if the thread no longer holds the offer.
    async fn closed_offer(
        &self,
        request: &Request,
        thread: Option<&Thread>,
    ) -> Result<Option<ClosedOffer>, Failure> {
        let Some(number) = request.command.answers() else { return Ok(None) };
        if thread.is_none_or(|t| t.conversation.offer(number).is_some()) {
            return Ok(None);
        }
        let offer = OfferId { thread: request.thread.clone(), number };
        let Some(record) = self.store.engagement(&offer).await? else { return Ok(None) };
        let me = request.caller.actor();
        let own = record.tried.iter().rfind(|t| me.agent() == Some(&t.agent)).map(|t| t.status);
        Ok(Some(ClosedOffer { status: record.status, by: record.decided_by, own }))
    }

    /// Returns the discussion that the command marks done, if it is over. The records of its offers
    /// name its participants, and those of them who have not marked it done yet.
    async fn ended_talk(
        &self,
        request: &Request,
        thread: Option<&Thread>,
    ) -> Result<Option<EndedTalk>, Failure> {
        let (Command::FinishDiscussion(discussion::MarkDone { discussion }), Some(thread)) =
            (&request.command, thread)
        else {
            return Ok(None);
        };
        if thread.conversation.discussion(*discussion).is_some() {
            return Ok(None);
        }
        let records =
            crate::engine::talk_records::talk_records(self.ground, &thread.id, *discussion).await?;
        if records.is_empty() {
            return Ok(None);
        }
        let consultants = records.iter().filter_map(|r| r.decided_by.clone());
        let members = records.first().map(|r| r.made.from.clone()).into_iter().chain(consultants);
        let undone = records
            .iter()
            .flat_map(|r| r.undone.iter().map(move |agent| (agent.clone(), r.offer.number)))
            .collect();
        Ok(Some(EndedTalk { members: members.collect(), undone }))
    }

    /// Returns the customer's file that the command asks for again, if its message has one at the
    /// provider.
    async fn asked_file(&self, request: &Request) -> Result<Option<Media>, Failure> {
        let Command::FetchFile(file::Ask { message }) = request.command else { return Ok(None) };
        let stored = self.store.entry(&request.thread, message).await?;
        Ok(stored.and_then(|stored| file::elsewhere(&stored.entry).cloned()))
    }

    /// Returns the state that a message reached, from the log if the thread's state no longer
    /// remembers it.
    async fn known_delivery(
        &self,
        request: &Request,
        thread: Option<&Thread>,
    ) -> Result<Option<DeliveryStatus>, Failure> {
        let (Command::Report(delivery), Some(thread)) = (&request.command, thread) else {
            return Ok(None);
        };
        if thread.outbox.status(delivery.message).is_some() || delivery.message == 0 {
            return Ok(None);
        }
        let mut known = None;
        let mut after = delivery.message - 1;
        loop {
            let page = self.store.entries_after(&request.thread, after, 100).await?;
            for entry in &page.entries {
                after = entry.seq;
                for event in &entry.events {
                    match event {
                        Event::AgentMessage(_) if entry.seq == delivery.message => {
                            known = Some(DeliveryStatus::Pending);
                        }
                        Event::MessageRetried(message::Retried { message })
                            if *message == delivery.message =>
                        {
                            known = Some(DeliveryStatus::Pending);
                        }
                        Event::Delivery(d) if d.message == delivery.message => {
                            known = Some(d.status);
                        }
                        _ => {}
                    }
                }
            }
            if !page.more {
                return Ok(known);
            }
        }
    }
}

/// Every colleague whose workload the engine read, and every colleague whom the command names and
/// who has no workload yet.
fn colleagues(
    request: &Request,
    loaded: &Loaded,
    more: &HashMap<AgentId, Workload>,
    directory: &Directory,
) -> Vec<Colleague> {
    let named = request.command.target().and_then(|t| t.agent());
    let asked = loaded.workloads.keys().chain(more.keys()).chain(named).chain(&loaded.read);
    let asked: BTreeSet<&AgentId> = asked.collect();
    let absent = Workload::default();
    asked
        .into_iter()
        .filter_map(|agent| {
            let profile = directory.agents.get(agent)?.profile.clone();
            let workload =
                loaded.workloads.get(agent).or_else(|| more.get(agent)).unwrap_or(&absent);
            Some(Colleague {
                presence: workload.presence(profile.capacity),
                open: u32::try_from(workload.open.len()).unwrap_or(u32::MAX),
                given: workload.given,
                freed: workload.freed,
                left: workload.left,
                profile,
            })
        })
        .collect()
}
