//! The fields of an account for e-mail, and the check of them.

use crate::setup::{Field, Finding, Secrets, State};

/// Field: the ARN of the SNS topic that brings the account's mails and reports; several are
/// separated by commas.
pub const SNS_TOPIC: &str = "sns_topic";
/// Field: the AWS region of SES, where it is another one than the installation's.
pub const REGION: &str = "region";
/// Field: the configuration set of SES that reports what becomes of mails.
pub const CONFIGURATION_SET: &str = "configuration_set";
/// Field: the id of an access key that may send by SES.
pub const ACCESS_KEY_ID: &str = "access_key_id";
/// Field: the secret of that access key.
pub const SECRET_ACCESS_KEY: &str = "secret_access_key";
/// Field: the name that customers see beside the account's address.
pub const SENDER_NAME: &str = "sender_name";
/// Field: the IMAP server, as `host` or `host:port`; on one machine only.
pub const IMAP_SERVER: &str = "imap_server";
/// Field: the user at the IMAP server.
pub const IMAP_USER: &str = "imap_user";
/// Field: the password at the IMAP server.
pub const IMAP_PASSWORD: &str = "imap_password";
/// Field: the mail server that sends, as `host` or `host:port`; on one machine only.
pub const SMTP_SERVER: &str = "smtp_server";
/// Field: the user at the mail server; empty: the one of IMAP.
pub const SMTP_USER: &str = "smtp_user";
/// Field: the password at the mail server; empty: the one of IMAP.
pub const SMTP_PASSWORD: &str = "smtp_password";

const OPEN: Field =
    Field { name: SNS_TOPIC, secret: false, required: false, to_send: false, made_here: false };
const SECRET: Field = Field { secret: true, ..OPEN };

/// The fields that an admin enters.
pub(super) const FIELDS: &[Field] = &[
    OPEN,
    Field { name: SENDER_NAME, ..OPEN },
    Field { name: CONFIGURATION_SET, ..OPEN },
    Field { name: REGION, ..OPEN },
    Field { name: ACCESS_KEY_ID, ..OPEN },
    Field { name: SECRET_ACCESS_KEY, ..SECRET },
    Field { name: IMAP_SERVER, ..OPEN },
    Field { name: IMAP_USER, ..OPEN },
    Field { name: IMAP_PASSWORD, ..SECRET },
    Field { name: SMTP_SERVER, ..OPEN },
    Field { name: SMTP_USER, ..OPEN },
    Field { name: SMTP_PASSWORD, ..SECRET },
];

/// The findings that need no question.
pub(super) fn entered(secrets: &Secrets) -> Vec<Finding> {
    let has = |field: &str| !secrets.get(field).is_empty();
    let mut all = Vec::new();
    if !has(SNS_TOPIC) && !has(IMAP_SERVER) {
        let message = "Neither a topic of SNS nor an IMAP server is entered, so that no mail \
                       comes in.";
        let remedy = "Enter the ARN of the topic to which SES sends mails, or on one machine \
                      the IMAP server of the mailbox.";
        all.push(Finding::needs("webhooks", State::Bad, message, remedy));
    }
    if has(SNS_TOPIC) && !has(CONFIGURATION_SET) {
        let message = "No configuration set is entered, so that bounces come back as mails \
                       only, and deliveries are not reported.";
        let remedy = "Make a configuration set in SES that publishes deliveries, delays, \
                      bounces and complaints to the topic, and enter its name.";
        all.push(Finding::needs("statuses", State::Warning, message, remedy));
    }
    if has(ACCESS_KEY_ID) != has(SECRET_ACCESS_KEY) {
        let message = "An access key needs both its id and its secret.";
        let remedy = "Enter both, or neither: the function's own rights count then.";
        all.push(Finding::needs("access_token", State::Bad, message, remedy));
    }
    all
}
