//! The reports of RFC 3464 (delivery), RFC 8098 (reading) and RFC 5965 (complaints).

use super::letter::{Letter, Mailbox};
use super::plain::one_line;

/// The fate of a mail of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The mail will not arrive.
    Failed,
    /// The mail did not arrive yet; the server keeps trying.
    Delayed,
    /// The recipient's server has the mail.
    Delivered,
    /// The recipient's program showed the mail.
    Seen,
    /// The recipient deleted the mail unread, or refused to say.
    Unseen,
    /// The recipient called the mail spam.
    Complained,
}

/// A report on one mail of ours and one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The id of our mail, if the report names it.
    pub message_id: Option<String>,
    /// The recipient, if the report names one.
    pub recipient: Option<String>,
    /// The mail's fate.
    pub outcome: Outcome,
    /// The status code of RFC 3463, for example `5.1.1`.
    pub code: Option<String>,
    /// Whether another try may succeed (code 4.x.x).
    pub temporary: bool,
    /// The reason, in the server's words.
    pub reason: String,
}

/// The reports on deliveries that a mail brings.
pub(super) fn delivery(letter: &Letter) -> Option<Vec<Status>> {
    let is = |mime: &str| mime.ends_with("delivery-status");
    let report =
        letter.reports.iter().find(|report| is(&report.mime) && report.text.contains(':'))?;
    let message_id = original(letter);
    let statuses: Vec<Status> = report
        .text
        .split("\n\n")
        .take(200)
        .filter_map(|block| recipient(block, message_id.as_ref()))
        .collect();
    // A report without a recipient, as some gateways write it, still says that something failed.
    (!statuses.is_empty()).then_some(statuses)
}

fn recipient(block: &str, message_id: Option<&String>) -> Option<Status> {
    let action = field(block, "action").unwrap_or_default().to_lowercase();
    let given = field(block, "status").as_deref().and_then(code);
    let address = ["final-recipient", "original-recipient", "x-actual-recipient"]
        .iter()
        .find_map(|name| address(&field(block, name)?));
    if action.is_empty() && address.is_none() {
        return None;
    }
    let diagnostic = field(block, "diagnostic-code").unwrap_or_default();
    let reason = diagnostic.split_once(';').map_or(diagnostic.as_str(), |(_, said)| said.trim());
    // `5.0.0` says nothing; the server's words may say more.
    let vague = given.as_ref().is_none_or(|code| code.ends_with(".0.0"));
    let code = code(reason).filter(|_| vague).or(given);
    let outcome = match action.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or("") {
        "delayed" => Outcome::Delayed,
        "delivered" | "relayed" | "expanded" => Outcome::Delivered,
        "failed" => Outcome::Failed,
        _ if code.as_deref().is_some_and(|code| code.starts_with('2')) => Outcome::Delivered,
        _ => Outcome::Failed,
    };
    Some(Status {
        message_id: message_id.cloned(),
        recipient: address,
        outcome,
        temporary: code.as_deref().is_some_and(|code| code.starts_with('4')),
        code,
        reason: one_line(reason, 300),
    })
}

/// The report on a reading that a mail brings.
pub(super) fn receipt(letter: &Letter) -> Option<Vec<Status>> {
    let is = |mime: &str| mime.ends_with("disposition-notification");
    let report = letter.reports.iter().find(|report| is(&report.mime))?;
    let disposition = field(&report.text, "disposition").unwrap_or_default().to_lowercase();
    let kind = disposition.rsplit(';').next().unwrap_or("").trim().to_owned();
    let seen = kind.starts_with("displayed") || kind.starts_with("read");
    Some(vec![Status {
        message_id: field(&report.text, "original-message-id")
            .and_then(|id| bare(&id))
            .or_else(|| original(letter)),
        recipient: field(&report.text, "final-recipient").and_then(|value| address(&value)),
        outcome: if seen { Outcome::Seen } else { Outcome::Unseen },
        code: None,
        temporary: false,
        reason: one_line(&disposition, 200),
    }])
}

/// The complaints that a mail brings.
pub(super) fn complaint(letter: &Letter) -> Option<Vec<Status>> {
    let report = letter.reports.iter().find(|report| report.mime == "message/feedback-report")?;
    let kind = field(&report.text, "feedback-type").unwrap_or_default().to_lowercase();
    let recipient = ["original-rcpt-to", "removal-recipient", "x-hmxmroriginalrecipient"]
        .iter()
        .find_map(|name| address(&field(&report.text, name)?))
        .or_else(|| embedded(letter).and_then(|text| address(&field(text, "to")?)));
    Some(vec![Status {
        message_id: original(letter),
        recipient,
        outcome: Outcome::Complained,
        code: None,
        temporary: false,
        reason: one_line(&kind, 100),
    }])
}

/// The mail that a report holds, or its header.
fn embedded(letter: &Letter) -> Option<&str> {
    letter
        .reports
        .iter()
        .rev()
        .find(|report| report.mime.contains("rfc822") || report.mime.contains("global"))
        .map(|report| report.text.as_str())
}

/// The id of the mail that a report is about.
pub(super) fn original(letter: &Letter) -> Option<String> {
    let named = embedded(letter).and_then(|text| field(text, "message-id"));
    let named = named.and_then(|id| bare(&id)).or_else(|| {
        let body = field(&letter.text, "message-id");
        body.and_then(|id| bare(&id)).filter(|id| Some(id) != letter.message_id.as_ref())
    });
    named.or_else(|| letter.ancestors().first().map(|id| (*id).to_owned()))
}

/// The value of a field in a text of fields, unfolded.
pub(super) fn field(text: &str, name: &str) -> Option<String> {
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let line = line.trim_start_matches(['>', ' ', '\t']);
        let Some((key, value)) = line.split_once(':') else { continue };
        if !key.trim_end().eq_ignore_ascii_case(name) {
            continue;
        }
        let mut whole = value.trim().to_owned();
        for next in lines.by_ref().take(20) {
            if !next.starts_with([' ', '\t']) || next.trim().is_empty() {
                break;
            }
            whole.push(' ');
            whole.push_str(next.trim());
        }
        return Some(whole);
    }
    None
}

/// An id without its brackets.
fn bare(id: &str) -> Option<String> {
    let inside = id.split_once('<').map_or(id, |(_, rest)| rest);
    let inside = inside.split_once('>').map_or(inside, |(id, _)| id).trim();
    (!inside.is_empty() && inside.len() <= 998 && !inside.contains(' ')).then(|| inside.to_owned())
}

/// The address of a field like `rfc822; ada@example.com`.
pub(super) fn address(value: &str) -> Option<String> {
    let value = value.rsplit_once(';').map_or(value, |(_, rest)| rest);
    let separates = |c: char| c.is_whitespace() || "<>,()\"[]".contains(c);
    value.split(separates).find_map(|word| Some(Mailbox::new("", word)?.address))
}

/// A status code of RFC 3463 in a text.
pub(super) fn code(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(|word| {
        let word = word.trim_matches('.');
        let mut parts = word.split('.');
        let class = parts.next().filter(|class| matches!(*class, "2" | "4" | "5"))?;
        let subject = parts.next().filter(|part| !part.is_empty() && part.len() <= 3)?;
        let detail = parts.next().filter(|part| !part.is_empty() && part.len() <= 3)?;
        parts.next().is_none().then(|| format!("{class}.{subject}.{detail}"))
    })
}
