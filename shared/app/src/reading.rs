//! How far agents have read (F64): on one screen, and then on all of theirs.

use std::collections::BTreeMap;

use domain::{ConversationId, Profile};
use protocol::Push;
use store::Desk;

use crate::{App, Failure, frame};

impl App {
    /// Moves one's read position in a thread forward, and tells one's own other sockets. A position
    /// ahead of the log counts as its newest entry.
    ///
    /// # Errors
    /// A refusal if one may not read the conversation; a failure if the table fails.
    pub async fn read_thread(
        &self,
        me: &Profile,
        socket: &str,
        conversation: &str,
        seq: u64,
    ) -> Result<(), Failure> {
        let id: ConversationId = frame::id(conversation, "conversation")?;
        let directory = self.directory().await?;
        let newest = self.readable(me, &id.thread, &directory).await?;
        let seq = seq.min(newest.entry.seq);
        let seq = self.store.read_up_to(&me.id, &id.thread, seq, self.now()).await?;
        let positions = BTreeMap::from([(id.thread.to_string(), seq)]);
        self.tell_own(&me.id, Some(socket), &Push::Reads { positions }).await;
        Ok(())
    }

    /// How far an agent has read the threads on their desk; nothing where they have read none.
    pub(crate) async fn reads(&self, me: &Profile, desk: &Desk) -> Result<Option<Push>, Failure> {
        let threads = desk.threads();
        if threads.is_empty() {
            return Ok(None);
        }
        let read = self.store.reading(&me.id, &threads, self.now()).await?;
        let positions: BTreeMap<String, u64> =
            read.into_iter().map(|(thread, seq)| (thread.to_string(), seq)).collect();
        Ok((!positions.is_empty()).then_some(Push::Reads { positions }))
    }
}
