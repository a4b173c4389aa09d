//! Repeated commands, and commands without effect.

use crate::engine::idempotency;
use crate::{Engine, Executed, Failure, Once, Request, Since};
use domain::{Actor, Command, Entry, Event, Status, Thread};
use store::Stored;

/// The most threads of one person in which the search for a repetition looks.
const JOINED: usize = 8;

impl Engine<'_> {
    /// Returns the entry that carried the command out, if the command is a repetition.
    pub(super) async fn repeated(
        &self,
        request: &Request,
        newest: Option<&Stored>,
    ) -> Result<Option<u64>, Failure> {
        let (Some(once), Some(newest)) = (&request.once, newest) else { return Ok(None) };
        let author = request.caller.actor();
        let found = idempotency::find(self.store, newest, &author, once, self.now()).await?;
        let Some(entry) = found else {
            return self.taken_in_elsewhere(newest, &author, once).await;
        };
        let other = |first: &String| once.digest.as_ref().is_some_and(|digest| digest != first);
        if entry.digest.as_ref().is_some_and(other) {
            return Err(Failure::Rejected(Box::new(id_reused(&entry))));
        }
        Ok(Some(entry.seq))
    }

    /// Returns the entry that took a message in in another thread of the same person. Only messages
    /// from the channel go on to another thread, so that only their repetition can come by another
    /// thread than the first time.
    async fn taken_in_elsewhere(
        &self,
        newest: &Stored,
        author: &Actor,
        once: &Once,
    ) -> Result<Option<u64>, Failure> {
        if !matches!(once.since, Since::Sent(_)) {
            return Ok(None);
        }
        let mut seen = vec![newest.thread.id.clone()];
        let mut left = newest.thread.known.joined.clone();
        while let Some(thread) = left.pop() {
            if seen.len() > JOINED || seen.contains(&thread) {
                continue;
            }
            if let Some(there) = self.thread(&thread).await? {
                let found = idempotency::find(self.store, &there, author, once, self.now()).await?;
                if let Some(entry) = found {
                    return Ok(Some(entry.seq));
                }
                left.extend(there.thread.known.joined);
            }
            seen.push(thread);
        }
        Ok(None)
    }

    /// Answers a command without effect. An `AutoAssign` may have lost to another process: its
    /// "nobody found" then says nothing of the other waiting conversations. An `Accept` by an agent
    /// who has the conversation names the entry that gave it to them.
    pub(super) async fn idle(
        &self,
        request: &Request,
        before: Option<&Thread>,
    ) -> Result<Executed, Failure> {
        let Some(thread) = before else { return Ok(Executed::Nothing) };
        match &request.command {
            Command::AutoAssign if thread.conversation.status != Status::Queued => {
                Ok(Executed::Repeated(thread.seq))
            }
            Command::Accept => {
                let given = self.given_by(thread).await?;
                Ok(given.map_or(Executed::Nothing, Executed::Repeated))
            }
            _ => Ok(Executed::Nothing),
        }
    }

    /// Returns the entry that made the owner the owner.
    async fn given_by(&self, thread: &Thread) -> Result<Option<u64>, Failure> {
        let gave = |entry: &&Entry| {
            let assigned = |event: &Event| matches!(event, Event::Assigned(_));
            entry.events.iter().any(assigned)
        };
        let mut before = thread.seq + 1;
        while before > thread.conversation.first {
            let page = self.store.entries_before(&thread.id, before, 100).await?;
            if let Some(found) = page.entries.iter().rfind(gave) {
                return Ok(Some(found.seq));
            }
            let Some(first) = page.entries.first().filter(|_| page.more) else { break };
            before = first.seq;
        }
        Ok(None)
    }
}

/// The refusal of an id under which the client gave another command.
fn id_reused(first: &Entry) -> protocol::Refused {
    let why = format!("You gave another command under this id; it wrote entry {}.", first.seq);
    protocol::Refused::new("id_reused", why, "Give each command an id of its own.").at("id")
}
