//! Sessions at this machine's own sign-in service: which browser signed in as whom, and until when
//! it may renew.
//!
//! The file `sessions.json` in the data folder keeps them over a restart. It holds hashes of the
//! refresh tokens and of the cookies of the account page, never the secrets themselves. Copies that
//! `switchboard backup` makes leave it out: a restored folder brings back no session that ended.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use domain::Millis;
use serde::{Deserialize, Serialize};

use super::BadKey;
use super::kept::Kept;
use super::secret::{self, hashed};

/// The time for which an unused session can be renewed.
pub(super) const RENEWAL: Millis = Millis::hours(30 * 24);
/// The most sessions of one agent; a further sign-in ends the one that was used longest ago.
const OF_AGENT: usize = 50;
/// The time for which a used refresh token may come again without harm: two tabs of a browser share
/// the first one, and renew it at the same moment.
const SHARED: Millis = Millis::minutes(2);
/// How many used refresh tokens of a session are remembered.
const SPENT: usize = 20;
/// The time for which a ticket opens a socket, with a little more.
const TICKET: Millis = Millis::minutes(1);

/// A session of an agent in one browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Session {
    /// The agent.
    pub agent: String,
    /// The browser, as its request for sign-in named it.
    pub browser: String,
    /// The moment of the sign-in.
    pub since: Millis,
    /// The moment of the last renewal, or of the sign-in.
    pub used: Millis,
    /// The SHA-256 of the refresh token that renews the session next.
    refresh: String,
    /// The SHA-256 of the cookie that opens the account page.
    cookie: String,
    /// The SHA-256 of used refresh tokens, and the moments of their use, the latest one last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    spent: Vec<(String, Millis)>,
}

impl Session {
    fn is_good(&self, now: Millis) -> bool {
        now < self.used + RENEWAL
    }
}

/// All sessions, by id.
type All = BTreeMap<String, Session>;

/// The sessions of a data folder, with the sockets that they opened.
#[derive(Debug)]
pub(super) struct Sessions {
    kept: Kept<All>,
    /// The sessions of tickets that were given out, and the moments in which they lapse.
    tickets: Mutex<HashMap<String, (String, Millis)>>,
    /// The sessions of open sockets.
    sockets: Mutex<HashMap<String, String>>,
    /// The moments of the sessions' last requests, since this process started.
    seen: Mutex<HashMap<String, Millis>>,
}

/// A session that began or was renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Renewed {
    /// The session's id.
    pub id: String,
    /// The session.
    pub session: Session,
    /// The refresh token that renews it next.
    pub refresh: String,
}

impl Sessions {
    /// Reads the sessions of a data folder; without a folder they live in memory.
    ///
    /// # Errors
    /// If the file holds no sessions.
    pub(super) fn open(folder: Option<&Path>) -> Result<Self, BadKey> {
        Ok(Self {
            kept: Kept::open(folder, "sessions.json")?,
            tickets: Mutex::default(),
            sockets: Mutex::default(),
            seen: Mutex::default(),
        })
    }

    /// Begins a session. `cookie`: the secret that opens the account page in this browser.
    ///
    /// # Errors
    /// If there is no randomness, or the data folder cannot be written.
    pub(super) fn begin(
        &self,
        agent: &str,
        browser: &str,
        cookie: &str,
        now: Millis,
    ) -> Result<Renewed, BadKey> {
        let (id, refresh) = (secret::fresh()?, secret::fresh()?);
        let session = Session {
            agent: agent.to_owned(),
            browser: browser.to_owned(),
            since: now,
            used: now,
            refresh: hashed(&refresh),
            cookie: hashed(cookie),
            spent: Vec::new(),
        };
        let kept = self.kept.change(|all| {
            all.retain(|_, session| session.is_good(now));
            let own = all.iter().filter(|(_, session)| session.agent == agent);
            let mut own: Vec<_> = own.map(|(id, session)| (session.used, id.clone())).collect();
            own.sort_unstable();
            for (_, oldest) in own.iter().rev().skip(OF_AGENT - 1) {
                all.remove(oldest);
            }
            all.insert(id.clone(), session.clone());
        });
        kept.map_err(|e| BadKey(e.to_string()))?;
        Ok(Renewed { id, session, refresh })
    }

    /// The session that a refresh token renews, if there is one.
    pub(super) fn renewed_by(&self, refresh: &str, now: Millis) -> Option<(String, Session)> {
        let wanted = hashed(refresh);
        self.find(|session| session.refresh == wanted && session.is_good(now))
    }

    /// The session whose refresh token was used already, longer ago than tabs renew it together.
    pub(super) fn spent(&self, refresh: &str, now: Millis) -> Option<String> {
        let wanted = hashed(refresh);
        let again = |session: &Session| {
            session.spent.iter().any(|(hash, at)| *hash == wanted && now >= *at + SHARED)
        };
        self.find(again).map(|(id, _)| id)
    }

    /// The agent of a session.
    pub(super) fn agent_of(&self, id: &str) -> Option<String> {
        self.kept.read(|all| all.get(id).map(|session| session.agent.clone()))
    }

    /// Exchanges a refresh token for another one. `None`: it is unknown, used or expired.
    ///
    /// # Errors
    /// If there is no randomness, or the data folder cannot be written: the token stays good then.
    pub(super) fn renew(&self, refresh: &str, now: Millis) -> Result<Option<Renewed>, BadKey> {
        let (wanted, next) = (hashed(refresh), secret::fresh()?);
        let renewed = self.kept.change(|all| {
            let is_it = |session: &Session| session.refresh == wanted && session.is_good(now);
            let (id, session) = all.iter_mut().find(|(_, session)| is_it(session))?;
            session.spent.push((std::mem::replace(&mut session.refresh, hashed(&next)), now));
            let surplus = session.spent.len().saturating_sub(SPENT);
            session.spent.drain(..surplus);
            session.used = now;
            Some((id.clone(), session.clone()))
        });
        let renewed = renewed.map_err(|e| BadKey(e.to_string()))?;
        Ok(renewed.map(|(id, session)| Renewed { id, session, refresh: next }))
    }

    /// The session whose account page a cookie opens.
    pub(super) fn of_cookie(&self, cookie: &str, now: Millis) -> Option<(String, Session)> {
        let wanted = hashed(cookie);
        let found = self.find(|session| session.cookie == wanted && session.is_good(now));
        found.filter(|_| !cookie.is_empty())
    }

    /// An agent's sessions, the last used one first.
    pub(super) fn of_agent(&self, agent: &str, now: Millis) -> Vec<(String, Session)> {
        let mut own: Vec<(String, Session)> = self.kept.read(|all| {
            let own = all.iter().filter(|(_, s)| s.agent == agent && s.is_good(now));
            own.map(|(id, session)| (id.clone(), session.clone())).collect()
        });
        let seen = self.seen();
        for (id, session) in &mut own {
            session.used = seen.get(id).copied().unwrap_or(session.used).max(session.used);
        }
        drop(seen);
        own.sort_by_key(|(_, session)| std::cmp::Reverse((session.used, session.since)));
        own
    }

    /// Whether a session with this id has not ended. The session counts as used.
    pub(super) fn holds(&self, id: &str, now: Millis) -> bool {
        let holds = self.kept.read(|all| all.get(id).is_some_and(|session| session.is_good(now)));
        if holds {
            self.seen().insert(id.to_owned(), now);
        }
        holds
    }

    /// Ends the sessions that fit. Returns their sockets, which are to be closed.
    ///
    /// # Errors
    /// If the data folder cannot be written; no session ends then.
    pub(super) fn end(
        &self,
        fits: impl Fn(&str, &Session) -> bool,
    ) -> std::io::Result<Vec<String>> {
        let ended: Vec<String> = self.kept.change(|all| {
            let ended: Vec<String> =
                all.iter().filter(|(id, s)| fits(id, s)).map(|(id, _)| id.clone()).collect();
            all.retain(|id, _| !ended.contains(id));
            ended
        })?;
        self.tickets().retain(|_, (session, _)| !ended.contains(session));
        self.seen().retain(|session, _| !ended.contains(session));
        let sockets = self.sockets();
        let open = sockets.iter().filter(|(_, session)| ended.contains(session));
        Ok(open.map(|(socket, _)| socket.clone()).collect())
    }

    /// Remembers the session that a ticket belongs to.
    pub(super) fn ticket(&self, ticket: &str, session: &str, now: Millis) {
        let mut tickets = self.tickets();
        tickets.retain(|_, (_, until)| *until > now);
        tickets.insert(ticket.to_owned(), (session.to_owned(), now + TICKET));
    }

    /// The session that a ticket belongs to, if it was given to one of this machine's own.
    pub(super) fn of_ticket(&self, ticket: &str) -> Option<String> {
        self.tickets().remove(ticket).map(|(session, _)| session)
    }

    /// Remembers a socket that a session opened. `false`: the session has ended meanwhile.
    pub(super) fn opened(&self, socket: &str, session: &str, now: Millis) -> bool {
        self.sockets().insert(socket.to_owned(), session.to_owned());
        self.holds(session, now)
    }

    /// Forgets a socket that is closed.
    pub(super) fn closed(&self, socket: &str) {
        self.sockets().remove(socket);
    }

    fn find(&self, is_it: impl Fn(&Session) -> bool) -> Option<(String, Session)> {
        self.kept.read(|all| {
            let found = all.iter().find(|(_, session)| is_it(session));
            found.map(|(id, session)| (id.clone(), session.clone()))
        })
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, HashMap<String, Millis>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tickets(&self) -> std::sync::MutexGuard<'_, HashMap<String, (String, Millis)>> {
        self.tickets.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sockets(&self) -> std::sync::MutexGuard<'_, HashMap<String, String>> {
        self.sockets.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refresh_token_is_good_once_and_over_a_restart() {
        let folder = std::env::temp_dir().join(format!("sb-sessions-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let sessions = Sessions::open(Some(&folder)).unwrap();
        let first = sessions.begin("ada", "Firefox on Linux", "cookie", Millis(100)).unwrap();
        let text = std::fs::read_to_string(folder.join("sessions.json")).unwrap();
        assert!(!text.contains(&first.refresh) && !text.contains("\"cookie\": \"cookie\""));
        let sessions = Sessions::open(Some(&folder)).unwrap();
        let second = sessions.renew(&first.refresh, Millis(200)).unwrap().unwrap();
        assert_eq!((second.id.as_str(), second.session.used), (first.id.as_str(), Millis(200)));
        assert_eq!(sessions.renew(&first.refresh, Millis(200)).unwrap(), None, "used");
        let late = Millis(200) + RENEWAL;
        assert_eq!(sessions.renew(&second.refresh, late).unwrap(), None, "late");
        assert_eq!(sessions.spent(&first.refresh, Millis(200)), None, "two tabs renew at once");
        let again = Millis(200) + SHARED;
        assert_eq!(sessions.spent(&first.refresh, again), Some(first.id), "somebody has it, too");
        assert_eq!(sessions.spent("another one", again), None);
        assert!(sessions.renew(&second.refresh, late - Millis(1)).unwrap().is_some());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_session_that_ends_takes_its_sockets_and_tickets_along() {
        let sessions = Sessions::open(None).unwrap();
        let here = sessions.begin("ada", "Firefox", "here", Millis(100)).unwrap();
        let there = sessions.begin("ada", "Safari", "there", Millis(110)).unwrap();
        let mark = sessions.begin("mark", "Chrome", "mark", Millis(120)).unwrap();
        assert!(sessions.opened("socket", &there.id, Millis(120)));
        sessions.ticket("ticket", &there.id, Millis(120));
        let closed = sessions.end(|id, s| s.agent == "ada" && id != here.id).unwrap();
        assert_eq!(closed, ["socket"]);
        assert_eq!(sessions.of_ticket("ticket"), None);
        assert!(!sessions.opened("late", &there.id, Millis(130)), "a socket that opens meanwhile");
        assert_eq!(sessions.renew(&there.refresh, Millis(130)).unwrap(), None);
        assert_eq!(sessions.of_cookie("there", Millis(130)), None);
        assert!(sessions.holds(&here.id, Millis(130)) && sessions.holds(&mark.id, Millis(130)));
        assert_eq!(sessions.of_agent("ada", Millis(130)).len(), 1);
    }

    #[test]
    fn an_agent_has_a_bounded_number_of_sessions() {
        let sessions = Sessions::open(None).unwrap();
        for now in (0..60).map(Millis) {
            sessions.begin("ada", "a script", "", now).unwrap();
        }
        let own = sessions.of_agent("ada", Millis(60));
        assert_eq!(
            (own.len(), own[0].1.used, own[OF_AGENT - 1].1.used),
            (OF_AGENT, Millis(59), Millis(10))
        );
    }
}
