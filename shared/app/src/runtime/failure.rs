//! Failures: the reasons for which a request did not succeed. A refusal is an answer; the rest are
//! failures.

use domain::Refusal;
use protocol::Refused;

/// The sign-in service, as [`Failure::Service`] names it.
pub(crate) const SIGN_IN: &str = "the sign-in service";
/// The same, where it has not answered this process once.
pub(crate) const SIGN_IN_NEVER: &str = "the sign-in service, which has never answered";

/// The reason for which a request did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// An expected "no" of the rules. Nothing has changed.
    #[error("{0}")]
    Refused(Refusal),
    /// An expected "no" at the door: of a frame, a token, a route. Nothing has changed.
    #[error("{}", .0.message)]
    Rejected(Box<Refused>),
    /// Too many writes met in one thread. The request changed nothing.
    #[error("too many writes met in one thread")]
    Busy,
    /// The table failed. The request may have changed something; trying again is safe.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A queue or the bus failed, after the table stored everything.
    #[error("{what} failed: {why}")]
    Service {
        /// The service, in words.
        what: &'static str,
        /// The service's own message.
        why: String,
    },
    /// A decision would have broken a law: a mistake in the rules. Nothing has changed.
    #[error("the law {law} would be broken in thread {thread}, entry {seq}")]
    LawBroken {
        /// The law.
        law: domain::laws::Law,
        /// The thread.
        thread: domain::ThreadId,
        /// The entry that was not written.
        seq: u64,
    },
    /// A panic ended the piece of work: a mistake of ours. The work may have changed something;
    /// trying again is safe, and will hardly help.
    #[error("{work} panicked: {why}")]
    Crashed {
        /// The piece of work.
        work: &'static str,
        /// The message of the panic.
        why: String,
    },
}

impl Failure {
    /// Builds a refusal at the door.
    #[must_use]
    pub fn rejected(
        code: &'static str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self::Rejected(Box::new(Refused::new(code, message, remedy)))
    }

    /// Returns the refusal for the caller. It does not tell inner causes.
    #[must_use]
    pub fn public(&self) -> Refused {
        match self {
            Self::Refused(refusal) => refusal.into(),
            Self::Rejected(refused) => (**refused).clone(),
            Self::Busy => Refused::new(
                "busy",
                "Too many changes met in this conversation.",
                "Send the same command again, with the same id.",
            ),
            Self::Crashed { .. } => Refused::new(
                "internal",
                "A mistake in our program ended this request; it has been noted.",
                "Tell whoever runs this Switchboard what you did.",
            ),
            Self::Service { what: SIGN_IN, .. } => Refused {
                retry_after: Some(10),
                ..Refused::new(
                    "unavailable",
                    "The sign-in service does not answer, so that your sign-in cannot be checked.",
                    "Try again in a moment. People who are signed in already go on.",
                )
            },
            Self::Service { what: SIGN_IN_NEVER, .. } => Refused {
                retry_after: Some(10),
                ..Refused::new(
                    "unavailable",
                    "The sign-in service has not answered since this server started, so that nobody \
                     can be signed in.",
                    "Try again in a moment. If it lasts, tell whoever runs this Switchboard.",
                )
            },
            Self::Store(_) | Self::Service { .. } | Self::LawBroken { .. } => Refused::new(
                "unavailable",
                "Something failed on our side.",
                "Send the same command again, with the same id.",
            ),
        }
    }

    /// Whether the failure is a matter for the operators.
    #[must_use]
    pub const fn is_ours(&self) -> bool {
        matches!(self, Self::Busy | Self::Store(_) | Self::Service { .. } | Self::Crashed { .. })
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Self::Rejected(Box::new(refused))
    }
}
