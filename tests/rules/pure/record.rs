//! The record of one offer, brought up to date as the store does it.

use domain::engagement::{EngagementChange, Step, Try};
use domain::{AgentId, EndCause, Millis, OfferKind, OfferStatus, Outcome, Promotion};

/// The record of an offer: its state, its colleagues and its end.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    pub(crate) kind: OfferKind,
    pub(crate) status: OfferStatus,
    /// The number of entries that have something to say of the offer.
    pub(crate) version: u64,
    /// The colleagues who can answer now, or could at the end.
    pub(crate) to: Vec<AgentId>,
    /// Everybody who ever could answer.
    pub(crate) asked: Vec<AgentId>,
    pub(crate) tried: Vec<Try>,
    pub(crate) expires: Millis,
    pub(crate) deadline: Millis,
    pub(crate) by: Option<AgentId>,
    pub(crate) ended: Option<Ended>,
    /// The colleagues who still have to mark the discussion done.
    pub(crate) undone: Vec<AgentId>,
    /// The asker, and the discussion that the colleague was to join.
    pub(crate) from: AgentId,
    pub(crate) discussion: Option<u64>,
}

/// The end of the discussion or the part in a conference to which an offer led.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ended {
    pub(crate) by: Option<AgentId>,
    pub(crate) cause: EndCause,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) promoted: Option<Promotion>,
    pub(crate) lines: Option<u32>,
}

impl Record {
    /// The record after a change. A change that the store could not write panics: an update that
    /// names an attribute twice, a record that begins together with something else, a step after
    /// the end.
    pub(crate) fn after(before: Option<Self>, change: &EngagementChange) -> Self {
        if let [Step::Opened(opened)] = change.steps.as_slice() {
            assert_eq!(before, None, "a record begins twice");
            return Self {
                kind: opened.kind,
                status: OfferStatus::Pending,
                version: 1,
                to: opened.to.clone(),
                asked: opened.to.clone(),
                tried: Vec::new(),
                expires: opened.expires,
                deadline: opened.deadline,
                by: None,
                ended: None,
                undone: Vec::new(),
                from: opened.from.clone(),
                discussion: opened.discussion,
            };
        }
        let mut record = before.unwrap_or_else(|| panic!("{change:?} before the beginning"));
        record.version += 1;
        let once = |what: fn(&Step) -> bool| change.steps.iter().filter(|s| what(s)).count() <= 1;
        assert!(once(|s| matches!(s, Step::Moved { .. })), "{change:?} moves twice");
        assert!(once(|s| matches!(s, Step::Closed { .. })), "{change:?} closes twice");
        assert!(once(|s| matches!(s, Step::Ended { .. })), "{change:?} ends twice");
        for step in &change.steps {
            record.step(step);
        }
        record
    }

    fn step(&mut self, step: &Step) {
        let pending = self.status == OfferStatus::Pending;
        match step {
            Step::Opened(_) => panic!("a record begins with an entry of its own"),
            Step::Passed(passed) => {
                assert!(pending, "{passed:?} after the end");
                self.to.retain(|agent| *agent != passed.agent);
                self.tried.push(passed.clone());
            }
            Step::Moved { to, expires } => {
                assert!(pending, "{to} is asked after the end");
                self.to = vec![to.clone()];
                self.asked.push(to.clone());
                self.expires = *expires;
            }
            Step::Closed { status, by, others, .. } => {
                assert!(pending, "{:?} became {status:?}", self.status);
                self.tried.extend(others.iter().cloned());
                self.status = *status;
                self.by.clone_from(by);
            }
            Step::Ended { by, cause, outcome, promoted, lines } => {
                assert_eq!(self.status, OfferStatus::Accepted, "what never began has ended");
                // The first end counts: a talk that became a conference ended with that.
                self.ended.get_or_insert_with(|| Ended {
                    by: by.clone(),
                    cause: *cause,
                    outcome: outcome.clone(),
                    promoted: *promoted,
                    lines: *lines,
                });
            }
            Step::Undone(agents) => {
                assert!(self.ended.is_some(), "a discussion that has not ended waits to be done");
                self.undone.extend(agents.iter().cloned());
            }
            Step::Done(agent) => {
                assert!(self.undone.contains(agent), "{agent} has nothing to mark done");
                self.undone.retain(|undone| undone != agent);
            }
        }
    }
}
