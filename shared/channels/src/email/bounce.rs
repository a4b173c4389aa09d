//! Reports on deliveries in no standard form: qmail, Exim, old Exchange and Notes, Gmail, Yahoo,
//! and gateways. A daemon must have sent the mail, and its words must say what happened.

use super::letter::Letter;
use super::plain::one_line;
use super::status::{Outcome, Status, address, code, original};

/// The lines of a report that are read.
const LINES: usize = 200;

/// Authors of reports, by the part before the `@`.
const DAEMONS: [&str; 9] = [
    "mailer-daemon",
    "mailerdaemon",
    "mail-daemon",
    "postmaster",
    "mailer_daemon",
    "mdaemon",
    "mail-deliver",
    "mailadmin",
    "post_master",
];

/// Words of subjects and first lines that tell of a failure.
const FAILED: [&str; 46] = [
    "address rejected",
    "auto-rejected",
    "bounce notification",
    "can't be delivered",
    "cannot be delivered",
    "could not be delivered",
    "could not deliver",
    "couldn't be delivered",
    "delivery error",
    "delivery fail",
    "delivery has failed",
    "delivery notification",
    "delivery problem",
    "delivery report",
    "delivery status notification",
    "delivery to the following recipient",
    "delivery unsuccessful",
    "did not reach",
    "error delivering",
    "error sending",
    "invalid user",
    "failed delivery",
    "failure delivery",
    "failure notice",
    "failure reasons",
    "had delivery errors",
    "konnte nicht zugestellt werden",
    "mail could not be",
    "mail failure",
    "mail system error",
    "mailbox full",
    "message could not be",
    "message undeliverable",
    "message you sent",
    "n'a pas pu être",
    "nicht zustellbar",
    "no se pudo entregar",
    "non recapitabile",
    "nondeliverable",
    "rejected mail",
    "returned mail",
    "returned to sender",
    "unable to deliver",
    "undeliver",
    "unknown user",
    "user unknown",
];

/// Words that tell of a delay.
const DELAYED: [&str; 10] = [
    "delayed mail",
    "delivery delayed",
    "delivery has been delayed",
    "delivery is delayed",
    "has not yet been delivered",
    "not been able to deliver your message yet",
    "notification (delay)",
    "still being retried",
    "warning: could not send",
    "will be retried",
];

/// Lines behind which a report repeats our mail.
const COPIES: [&str; 14] = [
    "--- below this line is a copy",
    "----- original message",
    "----- the message that caused",
    "----- transcript of session",
    "------ this is a copy",
    "-----original message",
    "--------- returned mail",
    "------- returned message",
    "bounced e-mail:",
    "original message follows",
    "original message headers",
    "received:",
    "the following is a copy",
    "your original message",
];

pub(super) fn read(letter: &Letter) -> Option<Vec<Status>> {
    let from = letter.field("from").unwrap_or("").to_lowercase();
    let from = letter.from.as_ref().map_or(from.clone(), |one| one.address.to_lowercase() + &from);
    let failed_recipients = letter.field("x-failed-recipients");
    let no_return = letter.field("return-path") == Some("<>");
    // Some daemons have no address at all: `From: MAILER-DAEMON <>`.
    let is_mailer = from.contains("mailer-daemon") || from.contains("mailer_daemon");
    let is_daemon = is_mailer || DAEMONS.iter().any(|daemon| from.starts_with(daemon));
    let is_report = letter.field("content-type").is_some_and(|kind| {
        let kind = kind.to_lowercase();
        kind.contains("multipart/report") && !kind.contains("disposition-notification")
    });
    if !is_daemon && !no_return && failed_recipients.is_none() && !is_report {
        return None;
    }
    let subject = letter.subject.to_lowercase();
    let report: Vec<&str> =
        letter.text.lines().take(LINES).take_while(|line| !is_copy(line)).collect();
    let start =
        report.iter().take(30).map(|line| line.to_lowercase()).collect::<Vec<_>>().join(" ");
    let says =
        |words: &[&str]| words.iter().any(|word| subject.contains(word) || start.contains(word));
    let is_late = says(&DELAYED);
    let subject_fails = FAILED.iter().any(|word| subject.contains(word));
    // An absence comes without a return path, too, and may mention an address: only a daemon's
    // text, or a subject, counts.
    let is_failure = failed_recipients.is_some()
        || subject_fails
        || is_report
        || is_mailer
        || (is_daemon && says(&FAILED));
    if !is_late && !is_failure {
        return None;
    }
    Some(statuses(letter, &report, failed_recipients, is_late))
}

fn is_copy(line: &str) -> bool {
    let start: String = line.trim_start().chars().take(40).collect::<String>().to_lowercase();
    COPIES.iter().any(|copy| start.starts_with(copy))
}

fn statuses(letter: &Letter, report: &[&str], named: Option<&str>, is_late: bool) -> Vec<Status> {
    let own: Vec<&str> =
        letter.to.iter().chain(&letter.from).map(|one| one.address.as_str()).collect();
    let mut recipients: Vec<String> = Vec::new();
    let named = named.into_iter().flat_map(|all| all.split(','));
    for address in named.chain(report.iter().copied()).filter_map(address) {
        if !own.contains(&address.as_str())
            && !recipients.contains(&address)
            && recipients.len() < 50
        {
            recipients.push(address);
        }
    }
    let text = report.join("\n");
    let said = report.iter().find(|line| reply(line).is_some()).copied();
    let code = code(&text).or_else(|| said.and_then(reply).map(|class| format!("{class}.0.0")));
    let temporary = is_late || code.as_deref().is_some_and(|code| code.starts_with('4'));
    let reason = said.or_else(|| report.iter().find(|line| !line.trim().is_empty()).copied());
    let status = Status {
        message_id: original(letter),
        recipient: None,
        outcome: if is_late { Outcome::Delayed } else { Outcome::Failed },
        code,
        temporary,
        reason: one_line(reason.unwrap_or(""), 300),
    };
    if recipients.is_empty() {
        return vec![status];
    }
    recipients.into_iter().map(|one| Status { recipient: Some(one), ..status.clone() }).collect()
}

/// The class of a server's reply (`550 No such user`) in a line.
fn reply(line: &str) -> Option<char> {
    line.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').find_map(|word| {
        let is_reply = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        word.chars().next().filter(|first| is_reply && matches!(first, '4' | '5'))
    })
}
