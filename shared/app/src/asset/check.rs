//! A check of an asset and a test message: both ask the provider, now.

use crate::asset::{connection, health, secrets};
use crate::message::letter;
use crate::runtime::provider;
use crate::session::state::person;
use crate::{Failure, Line};
use channels::{Answer, Finding, Outbound, State};
use domain::workspace::{Asset, Right};
use domain::{Address, AssetId, Profile, Refusal};
use futures_util::future::join_all;
use protocol::Refused;
use protocol::asset as wire;
use store::asset::Sign;
use store::settings::directory::Directory;

/// Asks the provider how an asset stands, and says it in words.
///
/// # Errors
/// If the caller may not, there is no such asset, or the table or the vault fails. A provider that
/// does not answer is a finding.
pub async fn check(
    line: Line<'_>,
    me: &Profile,
    asset: &AssetId,
) -> Result<wire::AssetCheck, Failure> {
    me.may(Right::ChangeSecrets, &[])?;
    let directory = line.store.directory().await?;
    person(&directory, me)?;
    let asset = directory.assets.get(asset).ok_or(Refusal::NotFound { what: "asset" })?;
    let mut findings = look(line, &directory, asset).await?;
    if asset.retired {
        let remedy = "Take the asset back into use.";
        let retired = Finding::needs("account", State::Bad, "The asset is retired.", remedy);
        findings.push(shown(retired));
    }
    let ready = findings.iter().all(|finding| match finding.state {
        wire::FindingState::Good | wire::FindingState::Warning => true,
        wire::FindingState::Bad => false,
        // Whether webhooks are subscribed, nobody can always tell.
        wire::FindingState::Unknown => finding.about == "webhooks",
    });
    Ok(wire::AssetCheck { ready, findings })
}

/// Asks the providers of all assets in use how they stand, so that an admin reads of a token that
/// is about to lapse before customers do. Returns the number of assets that need somebody.
///
/// # Errors
/// If the table fails. An asset whose secrets nobody can read is logged, and the others are asked.
pub async fn check_all(line: Line<'_>) -> Result<usize, Failure> {
    let directory = line.store.directory().await?;
    let in_use = directory.assets.values().filter(|asset| !asset.retired);
    let mut need = 0;
    for asset in in_use {
        match look(line, &directory, asset).await {
            Ok(found) => {
                let bad = |one: &&wire::Finding| {
                    matches!(one.state, wire::FindingState::Bad | wire::FindingState::Warning)
                };
                if let Some(finding) = found.iter().find(bad) {
                    need += 1;
                    tracing::warn!(asset = %asset.id, about = finding.about, "{}", finding.message);
                }
            }
            Err(failure) => tracing::error!(asset = %asset.id, %failure, "an asset was not asked"),
        }
    }
    Ok(need)
}

/// Asks the provider of an asset, and notes what is not good.
async fn look(
    line: Line<'_>,
    directory: &Directory,
    asset: &Asset,
) -> Result<Vec<wire::Finding>, Failure> {
    let channel = connection::channel(asset)?;
    let secrets = secrets::of(line, directory, asset).await?;
    let mut findings = channel.entered(&secrets);
    let probes = channel.probes(&secrets, &asset.account, line.now());
    let answers = join_all(probes.iter().map(|probe| {
        let request = &probe.request;
        provider::call(line.connector, request.method, &request.url, &request.headers, Vec::new())
    }));
    for (probe, answer) in probes.iter().zip(answers.await) {
        match answer {
            Ok(answer) => {
                let now = line.now();
                findings.extend(channel.judge(probe.about, answer.status, &answer.body, now));
            }
            Err(why) => {
                tracing::warn!(asset = %asset.id, about = probe.about, why, "no answer to a check");
                findings.push(Finding::needs(
                    probe.about,
                    State::Unknown,
                    "The provider did not answer.",
                    "Check again in a few minutes, and whether this server reaches the internet.",
                ));
            }
        }
    }
    let findings: Vec<_> = findings.into_iter().map(shown).collect();
    if !channel.fields().is_empty() {
        health::note_check(line, &asset.id, &findings).await;
    }
    Ok(findings)
}

fn shown(finding: Finding) -> wire::Finding {
    wire::Finding {
        about: finding.about.to_owned(),
        state: match finding.state {
            State::Good => wire::FindingState::Good,
            State::Warning => wire::FindingState::Warning,
            State::Bad => wire::FindingState::Bad,
            State::Unknown => wire::FindingState::Unknown,
        },
        message: finding.message,
        remedy: finding.remedy.map(str::to_owned),
    }
}

/// Sends a test message to a person, past every conversation.
///
/// # Errors
/// If the caller may not, there is no such asset, the channel has no test message, the address is
/// none, or the vault fails. A provider's "no" is an answer.
pub async fn send_test(
    line: Line<'_>,
    me: &Profile,
    asset: &AssetId,
    wanted: &wire::TestMessage,
) -> Result<wire::TestResult, Failure> {
    me.may(Right::ChangeSecrets, &[])?;
    let directory = line.store.directory().await?;
    person(&directory, me)?;
    let asset = directory.assets.get(asset).ok_or(Refusal::NotFound { what: "asset" })?;
    let channel = connection::channel(asset)?;
    let text = wanted.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let content = channel.test_content(text).ok_or_else(|| {
        let message = "This channel has no test message.";
        Refused::new("setting_out_of_range", message, "Open the chat on its page and write there.")
            .at("to")
    })?;
    let address = if channel.is_mail() { mailbox(&wanted.to)? } else { number(&wanted.to)? };
    let mut secrets = secrets::of(line, &directory, asset).await?;
    if channel.is_mail() {
        letter::with_region(line, secrets.to_mut());
    }
    let outbound = Outbound {
        account: &asset.account,
        address: &address,
        content: &content,
        reply_to: None,
        mark: "test",
        link: None,
        upload: None,
        now: line.now(),
        late: false,
        mail: None,
    };
    let refused =
        |reason: String| wire::TestResult { sent: false, provider_id: None, reason: Some(reason) };
    let request = match channel.render(&secrets, &outbound) {
        Ok(request) => request,
        Err(unsendable) => return Ok(refused(unsendable.to_string())),
    };
    let asked = letter::ask(line, channel, &secrets, request);
    Ok(match asked.await {
        Ok(answer) => match channel.read(answer.status, &answer.body) {
            Answer::Sent { provider_id } => {
                health::note(line, &asset.id, Sign::Sent, "").await;
                wire::TestResult { sent: true, provider_id: Some(provider_id), reason: None }
            }
            Answer::Later { reason } | Answer::Refused { reason } => {
                health::note(line, &asset.id, Sign::Failed, &reason).await;
                refused(reason)
            }
        },
        Err(why) => {
            tracing::warn!(asset = %asset.id, why, "a test message got no answer");
            refused("The provider did not answer; the message may have been sent.".to_owned())
        }
    })
}

/// The digits of a phone number.
fn number(given: &str) -> Result<String, Failure> {
    let digits: String = given.chars().filter(char::is_ascii_digit).collect();
    if (6..=15).contains(&digits.len()) && matches!(Address::read(&digits), Address::Number(_)) {
        return Ok(digits);
    }
    let message = "This is no phone number with its country code.";
    let remedy = "Write it as +49 30 123456.";
    Err(Refused::new("setting_out_of_range", message, remedy).at("to").into())
}

/// An e-mail address.
fn mailbox(given: &str) -> Result<String, Failure> {
    channels::email::Mailbox::new("", given).map(|one| one.address).ok_or_else(|| {
        let message = "This is no e-mail address.";
        let remedy = "Write it as ada@example.com.";
        Refused::new("setting_out_of_range", message, remedy).at("to").into()
    })
}
