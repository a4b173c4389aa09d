//! Troubles on the way to AWS, each as a sentence with what helps.

/// The reason for which a request to AWS, or to a running Switchboard, brought nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Nobody gave credentials.
    #[error(
        "there are no credentials for AWS: sign in with `aws sso login` or `aws configure`, name a \
         profile with --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY{0}"
    )]
    NoCredentials(String),
    /// The credentials were good once.
    #[error(
        "the credentials for AWS have expired: sign in again (`aws sso login`), then repeat the command"
    )]
    Expired,
    /// AWS does not know the credentials.
    #[error(
        "AWS does not know these credentials ({0}): check AWS_ACCESS_KEY_ID and \
         AWS_SECRET_ACCESS_KEY, or choose another --profile"
    )]
    Unknown(String),
    /// The credentials are known and may not do this.
    #[error(
        "these credentials may not call {call}: {why}. Another account's stack cannot be reached \
         with them; choose the account's --profile, or let an administrator allow {call}"
    )]
    Denied {
        /// The call, as `sqs:ReceiveMessage`.
        call: String,
        /// AWS's own sentence.
        why: String,
    },
    /// No answer came.
    #[error(
        "no answer from {host}: check the network and any proxy, and that the region is written \
         right (--region); {why}"
    )]
    NoAnswer {
        /// The host.
        host: String,
        /// The connector's reason.
        why: String,
    },
    /// Our clock is wrong: AWS takes signatures of the last five minutes.
    #[error(
        "the clock of this machine is wrong: AWS says it is {theirs}; set the clock (NTP), then \
         repeat the command"
    )]
    Clock {
        /// AWS's time.
        theirs: String,
    },
    /// The text is no region's name.
    #[error("--region {0} is no region; write it as eu-central-1")]
    Region(String),
    /// No region is known.
    #[error("no region is known: give --region, or set AWS_REGION")]
    NoRegion,
    /// There is no such stack.
    #[error(
        "there is no stack \"{stack}\" in region {region} of account {account}: check --stack and \
         --region; the stack of another account needs that account's --profile"
    )]
    NoStack {
        /// The stack.
        stack: String,
        /// The region.
        region: String,
        /// The account of the credentials.
        account: String,
    },
    /// A thing that ought to be there is not.
    #[error("{call}: there is no such thing: {why}")]
    Missing {
        /// The call.
        call: String,
        /// AWS's own sentence.
        why: String,
    },
    /// Any other answer.
    #[error("{call} answered {status}: {why}")]
    Refused {
        /// The call.
        call: String,
        /// The HTTP status.
        status: u16,
        /// AWS's own sentence.
        why: String,
    },
}

/// Reads a refusal of AWS: the code decides, because services differ in their statuses.
pub(crate) fn read(call: &str, status: u16, code: &str, why: String, theirs: &str) -> Trouble {
    let any = |words: &[&str]| words.iter().any(|word| code.contains(word));
    let old = why.contains("Signature expired") || why.contains("not yet current");
    if any(&["RequestTimeTooSkewed"]) || old {
        return Trouble::Clock { theirs: theirs.to_owned() };
    }
    if any(&["ExpiredToken", "RequestExpired", "TokenRefreshRequired"]) {
        return Trouble::Expired;
    }
    if any(&["InvalidClientTokenId", "UnrecognizedClient", "InvalidSignature", "SignatureDoesNot"])
        || any(&["IncompleteSignature", "MissingAuthenticationToken", "InvalidAccessKeyId"])
    {
        return Trouble::Unknown(code.to_owned());
    }
    let call = call.to_owned();
    if any(&["AccessDenied", "NotAuthorized", "UnauthorizedOperation"]) {
        return Trouble::Denied { call, why };
    }
    if any(&["NotFound", "NonExistentQueue", "QueueDoesNotExist", "NoSuch"]) {
        return Trouble::Missing { call, why };
    }
    Trouble::Refused { call, status, why: if why.is_empty() { code.to_owned() } else { why } }
}
