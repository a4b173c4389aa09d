//! Finding the thread of a person whom the provider names by one or several addresses. What
//! results from what is known is decided by [`domain::person`]; here it is read and noted.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use crate::{App, Failure, Once, Request};
use domain::person::{Lead, Reach, Standing, Way, is_username, settle};
use domain::{Address, AssetId, Command, Millis, Thread, ThreadId, contact, intake};
use futures_util::future::try_join_all;
use store::{Alias, Stored, key};

/// Threads to which addresses lead, alone or together. What stands here may be old and does no
/// harm: from the thread that is named, the way goes on.
#[derive(Debug, Default)]
pub(crate) struct Aliases(Mutex<HashMap<String, ThreadId>>);

impl Aliases {
    const LIMIT: usize = 50_000;

    fn get(&self, asset: &AssetId, addresses: &[String]) -> Option<ThreadId> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&name(asset, addresses)).cloned()
    }

    fn set(&self, asset: &AssetId, addresses: &[String], to: ThreadId) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= Self::LIMIT {
            all.clear();
        }
        all.insert(name(asset, addresses), to);
    }
}

fn name(asset: &AssetId, addresses: &[String]) -> String {
    format!("{asset}\n{}", addresses.join("\n"))
}

/// Where a person goes on.
#[derive(Debug, Clone)]
pub struct Found {
    /// The thread.
    pub thread: ThreadId,
    /// Its newest entry, where it has just been read.
    pub known: Option<Box<Stored>>,
}

/// The end of the way from a thread.
pub(crate) struct End {
    /// The thread.
    pub(crate) thread: ThreadId,
    /// Its newest entry, if it has any.
    pub(crate) newest: Option<Stored>,
    /// Where its customer is to be answered once they write.
    pub(crate) moved: Option<(String, Millis)>,
    /// Whether a log stands where the way began.
    began_in_log: bool,
}

impl App {
    /// The thread in which the person goes on whom the provider names by these addresses, and
    /// from now on by any of them. `moves`: the changes of address that the webhook tells of; a
    /// thread that is left says where the person is reached after them.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn person(
        &self,
        asset: &AssetId,
        addresses: &[String],
        moves: &[&channels::Moved],
    ) -> Result<Found, Failure> {
        self.find(asset, addresses, moves, true).await
    }

    /// Notes that these addresses are of one person, if anything is known of them. A receipt for
    /// what others sent them makes nobody known here.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn acquaint(&self, asset: &AssetId, addresses: &[String]) -> Result<(), Failure> {
        self.find(asset, addresses, &[], false).await.map(|_| ())
    }

    async fn find(
        &self,
        asset: &AssetId,
        addresses: &[String],
        moves: &[&channels::Moved],
        strangers: bool,
    ) -> Result<Found, Failure> {
        let mut addresses: Vec<String> = addresses.to_vec();
        addresses.sort_by_key(|address| Address::read(address));
        addresses.dedup();
        let own = |address: &String| key::thread(asset, address);
        let Some(first) = addresses.first().map(own) else {
            return Err(domain::Refusal::NotFound { what: "address" }.into());
        };
        if let Some(thread) = self.aliases.get(asset, &addresses) {
            return Ok(Found { thread, known: None });
        }
        if addresses.len() == 1 {
            // Whether a lone address leads elsewhere is seen where its own thread is read.
            return Ok(Found { thread: first, known: None });
        }
        let strongest = self.way(first.clone(), None).await?;
        if let Some(stored) = strongest.newest.as_ref().filter(|s| knows_all(&s.thread, &addresses))
        {
            self.aliases.set(asset, &addresses, strongest.thread.clone());
            return Ok(Found { thread: strongest.thread, known: Some(Box::new(stored.clone())) });
        }
        let others = addresses[1..].iter().map(|a| self.way(own(a), None));
        let others = try_join_all(others).await?;
        let ends: Vec<End> = std::iter::once(strongest).chain(others).collect();
        if !strangers && ends.iter().all(|end| end.newest.is_none()) {
            return Ok(Found { thread: first, known: None });
        }
        let leads: Vec<Lead> =
            addresses.iter().zip(&ends).map(|(a, end)| lead(own(a), a, end)).collect();
        let Some(settled) = settle(&leads) else {
            return Ok(Found { thread: first, known: None });
        };
        let mut found: BTreeMap<ThreadId, &End> = BTreeMap::new();
        for end in &ends {
            found.insert(end.thread.clone(), end);
        }
        let mut head = settled.head;
        for thread in &settled.note {
            let alias = Alias { to: Some(head.clone()), moved: None };
            self.store.put_alias(thread, &alias).await?;
        }
        // Who wrote by one of the addresses while it was noted did not see that, but is seen here.
        let mut join = settled.join;
        let mut begun = found.get(&head).is_some_and(|end| end.newest.is_some());
        for thread in settled.note {
            if self.thread(&thread).await?.is_none_or(|s| s.thread.known.elsewhere.is_some()) {
                continue;
            }
            if begun {
                join.push(thread);
            } else {
                let alias = Alias { to: Some(thread.clone()), moved: None };
                self.store.put_alias(&head, &alias).await?;
                (head, begun) = (thread, true);
            }
        }
        for other in join {
            self.join(&head, &other, moves).await?;
        }
        // A change of address that was noted where nobody had written yet goes with the person.
        let moved = ends.iter().filter_map(|end| end.moved.clone()).max_by_key(|(_, at)| *at);
        if let Some((address, at)) = moved {
            self.reached_at(&head, &[], &[address], Some(at)).await?;
        }
        self.aliases.set(asset, &addresses, head.clone());
        Ok(Found { thread: head, known: None })
    }

    /// The way from a thread: where its customer goes on. `read`: what was found there, if that
    /// has just been read.
    pub(crate) async fn way(
        &self,
        start: ThreadId,
        read: Option<Option<&Stored>>,
    ) -> Result<End, Failure> {
        let mut way = Way::from(start);
        let mut next_read = match read {
            Some(read) => read.cloned(),
            None => self.thread(way.here()).await?,
        };
        let began_in_log = next_read.is_some();
        loop {
            let newest = next_read.take();
            let (next, moved) = match &newest {
                Some(stored) => (stored.thread.known.elsewhere.clone(), None),
                None => {
                    let alias = self.store.alias(way.here()).await?;
                    (alias.to, alias.moved)
                }
            };
            let Some(next) = next else {
                return Ok(End { thread: way.here().clone(), newest, moved, began_in_log });
            };
            let more = way.go(next);
            next_read = self.thread(way.here()).await?;
            if !more {
                let (thread, newest) = (way.here().clone(), next_read);
                return Ok(End { thread, newest, moved: None, began_in_log });
            }
        }
    }

    /// The thread to which a customer's address leads from `own`, and its newest entry.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn newest_of(&self, own: ThreadId) -> Result<Option<(ThreadId, Stored)>, Failure> {
        let end = self.way(own, None).await?;
        Ok(end.newest.map(|newest| (end.thread, newest)))
    }

    /// Where a request goes on that is for a customer's thread, if it is not there. Only what
    /// comes from the channel goes on: an agent means the thread that they name.
    pub(crate) async fn goes_on(
        &self,
        request: &Request,
        newest: Option<&Stored>,
    ) -> Result<Option<Request>, Failure> {
        let follows = matches!(request.command, Command::ChangeIdentity(_));
        let moved = newest.is_some_and(|s| s.thread.known.elsewhere.is_some());
        if (request.opening.is_none() && !follows) || (newest.is_some() && !moved) {
            return Ok(None);
        }
        let end = self.way(request.thread.clone(), Some(newest)).await?;
        let mut next = Request { thread: end.thread, known: None, ..request.clone() };
        let mut changed = next.thread != request.thread;
        let sent = match &request.command {
            Command::Receive(intake::Receive { sent_at, .. }) => sent_at.unwrap_or(self.now()),
            _ => self.now(),
        };
        // Their address changed before they wrote: what they had given up is not their address.
        if let Some((opening, (address, at))) = next.opening.as_mut().zip(end.moved)
            && end.newest.is_none()
            && (sent <= at || is_username(&opening.identity))
            && opening.identity != address
        {
            opening.identity = address;
            opening.also.clear();
            changed = true;
        }
        Ok(changed.then_some(next))
    }

    /// A thread has just begun. Who noted meanwhile that its address leads elsewhere did not see
    /// it begin, but is seen here.
    pub(crate) async fn begun(&self, thread: &ThreadId) -> Result<(), Failure> {
        let Some(to) = self.store.alias(thread).await?.to else { return Ok(()) };
        let end = self.way(to, None).await?;
        if end.thread == *thread {
            return Ok(());
        }
        if end.newest.is_some() {
            return self.join(&end.thread, thread, &[]).await;
        }
        let alias = Alias { to: Some(thread.clone()), moved: None };
        Ok(self.store.put_alias(&end.thread, &alias).await?)
    }

    /// Two threads turn out to be of one person, who goes on in `head`: each says where the other
    /// is.
    async fn join(
        &self,
        head: &ThreadId,
        other: &ThreadId,
        moves: &[&channels::Moved],
    ) -> Result<(), Failure> {
        let (ours, theirs) =
            futures_util::future::try_join(self.thread(head), self.thread(other)).await?;
        let (Some(ours), Some(theirs)) = (ours, theirs) else { return Ok(()) };
        tracing::info!(%head, %other, "two threads are of one customer");
        for (at, with, there) in
            [(&ours.thread, &theirs.thread, false), (&theirs.thread, &ours.thread, true)]
        {
            let command = Command::Join(contact::Join {
                conversation: with.conversation_id(),
                there,
                reach: self.after(with.reach(), moves),
                addresses: with.addresses().map(str::to_owned).collect(),
            });
            let once = Some(Once::sent(format!("join:{}", with.id), Millis(0)));
            self.execute(&Request { once, ..Request::engine(at.id.clone(), command) }).await?;
        }
        Ok(())
    }

    /// Where a person is reached after changes of their addresses.
    fn after(&self, reach: Reach, moves: &[&channels::Moved]) -> Reach {
        let mut moves: Vec<_> = moves.to_vec();
        moves.sort_by_key(|moved| moved.at);
        moves.into_iter().fold(reach, |reach, moved| {
            let at = self.credible(moved.at).unwrap_or_else(|| self.now()).min(self.now());
            reach.moved(&moved.from, &moved.to, at)
        })
    }

    /// Writes down where a person is reached who gave up some addresses for others.
    async fn reached_at(
        &self,
        thread: &ThreadId,
        from: &[String],
        to: &[String],
        at: Option<Millis>,
    ) -> Result<(), Failure> {
        let command = Command::ChangeIdentity(contact::ChangeAddress {
            from: from.to_vec(),
            to: to.to_vec(),
            at,
        });
        if self.thread(thread).await?.is_some() {
            self.execute(&Request::engine(thread.clone(), command)).await?;
            return Ok(());
        }
        // Nobody has written yet: it is noted for when they do.
        let (Some(address), at) = (to.first(), at.unwrap_or_else(|| self.now())) else {
            return Ok(());
        };
        let known = self.store.alias(thread).await?;
        let follows = known.moved.as_ref().is_some_and(|(before, _)| from.contains(before));
        if known.moved.as_ref().is_some_and(|(_, then)| *then > at || (*then == at && !follows)) {
            return Ok(());
        }
        let alias = Alias { moved: Some((address.clone(), at)), ..known };
        Ok(self.store.put_alias(thread, &alias).await?)
    }

    /// The provider says that a person gave up some addresses for others. What came before stays
    /// theirs. `key`: the provider's id of the notice, which is taken in once.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn customer_moved(
        &self,
        thread: &ThreadId,
        moved: &channels::Moved,
    ) -> Result<(), Failure> {
        let at = self.credible(moved.at);
        let end = self.way(thread.clone(), None).await?;
        if end.newest.is_none() {
            return self.reached_at(&end.thread, &moved.from, &moved.to, at).await;
        }
        let command = Command::ChangeIdentity(contact::ChangeAddress {
            from: moved.from.clone(),
            to: moved.to.clone(),
            at,
        });
        let once = moved.key.clone().map(|key| Once::sent(key, at.unwrap_or_default()));
        let request = Request { once, ..Request::engine(end.thread, command) };
        self.execute(&request).await.map(|_| ())
    }

    /// When something was sent, by the provider's clock, if that can be: what is far ahead of our
    /// clock is no time.
    pub(crate) fn credible(&self, claimed: Option<Millis>) -> Option<Millis> {
        claimed.filter(|at| *at <= self.now() + AHEAD)
    }
}

/// How far ahead of our clock a time may be and still be taken for one. Providers repeat a webhook
/// for seven days: what is further ahead stays so for as long.
const AHEAD: Millis = Millis::hours(8 * 24);

/// Whether the thread's state names all of these addresses, and the person goes on there.
fn knows_all(thread: &Thread, addresses: &[String]) -> bool {
    thread.known.elsewhere.is_none()
        && addresses.iter().all(|address| thread.addresses().any(|known| known == address))
}

fn lead(own: ThreadId, address: &str, end: &End) -> Lead {
    let stands = end.newest.as_ref().map(|Stored { thread, .. }| Standing {
        open: thread.conversation.status.is_open(),
        heard: thread.conversation.customer_at,
        nameless: thread.reach().is_nameless(),
    });
    Lead {
        own,
        own_log: end.began_in_log,
        end: end.thread.clone(),
        stands,
        weak: is_username(address),
    }
}
