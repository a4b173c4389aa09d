//! The accounts at the channels: their secrets, their webhooks, their providers.

use std::collections::BTreeMap;

use channels::Secrets;
use domain::{Millis, Profile, Role};
use protocol::asset::FindingState;
use store::asset::Health;
use store::settings::directory::{Asset, Directory};

use super::Findings;
use super::secret::Given;
use crate::home::{Home, Kind};
use crate::out::span;

/// The time without a webhook after which somebody should look.
const SILENT: Millis = Millis::hours(7 * 24);

/// The operator, as the app's check wants to know the caller.
fn operator() -> Option<Profile> {
    Some(Profile {
        id: "operator".parse().ok()?,
        name: "Operator".to_owned(),
        role: Role::Admin,
        teams: Vec::new(),
        capacity: 1,
        skills: Vec::new(),
    })
}

/// Looks at every account that is in use.
pub(super) async fn examine(
    home: &Home,
    (directory, given): (&Directory, &Given),
    offline: bool,
    found: &mut Findings,
) {
    let assets: Vec<&Asset> = directory.assets.values().filter(|asset| !asset.retired).collect();
    if assets.is_empty() {
        found.warn(
            "assets",
            "no_asset",
            "There is no account at any channel: no customer can write.",
            "Make one in the console, under Settings, or put the chat widget on a page.",
        );
    }
    let health = home.app.store.health().await.unwrap_or_default();
    for asset in assets {
        let part = format!("asset {}", asset.id);
        let lacks = lacking(home, directory, asset, given);
        if lacks.is_empty() {
            webhook(&part, asset, health.get(&asset.id), home.now(), found);
            if !offline {
                provider(home, asset, given, &part, found).await;
            }
        } else {
            found.bad(
                &part,
                "asset_without_secrets",
                format!("{} lacks {}.", asset.name, lacks.join(", ")),
                "Enter the values in the console: Settings, the asset, Connection.",
            );
        }
        if found.clean(&part) {
            found.good(part, format!("{} is connected.", asset.name));
        }
    }
}

/// The required fields of an account that nobody gave.
fn lacking(home: &Home, directory: &Directory, asset: &Asset, given: &Given) -> Vec<&'static str> {
    let fields = channels::channel(&asset.channel).map_or(&[][..], |channel| channel.fields());
    let entered = |name: &str| {
        directory.secrets.get(&asset.id).is_some_and(|record| record.fields.contains_key(name))
    };
    let by_process = |name: &str| match &home.kind {
        Kind::Local(machine) => machine
            .facts
            .as_ref()
            .is_some_and(|facts| facts.given.contains(&format!("{}.{name}", asset.channel))),
        Kind::Aws(_) => given.contains_key(&format!("{}_{name}", asset.channel)),
    };
    fields
        .iter()
        .filter(|field| field.required && !entered(field.name) && !by_process(field.name))
        .map(|field| field.name)
        .collect()
}

fn webhook(part: &str, asset: &Asset, health: Option<&Health>, now: Millis, found: &mut Findings) {
    let takes =
        channels::channel(&asset.channel).is_some_and(|channel| !channel.fields().is_empty());
    if !takes {
        return;
    }
    let health = health.cloned().unwrap_or_default();
    if let Some(refused) = &health.refused
        && health.webhook.is_none_or(|webhook| refused.at > webhook)
    {
        return found.bad(
            part,
            "webhook_refused",
            format!("The last webhook was refused: {}.", refused.why.trim_end_matches('.')),
            "Compare the app secret and the verify token with the provider's page.",
        );
    }
    match health.webhook {
        None => found.warn(
            part,
            "webhook_never",
            format!("No webhook ever arrived for {}.", asset.name),
            format!(
                "Enter the address /webhooks/{}/{} at the provider, subscribe to messages, and write \
                 to the number once.",
                asset.channel, asset.id
            ),
        ),
        Some(at) if now - at > SILENT => found.warn(
            part,
            "webhook_silent",
            format!("The last webhook arrived {} ago.", span(now - at)),
            "Write to the number once; if nothing arrives, look at the provider's page.",
        ),
        Some(_) => {}
    }
    if let Some(failed) = &health.failed
        && health.sent.is_none_or(|sent| failed.at > sent)
    {
        found.warn(
            part,
            "send_failed",
            format!("The provider refused the last message: {}.", failed.why.trim_end_matches('.')),
            "Look at the provider's page; the check below says more.",
        );
    }
}

/// Asks the provider, by the same check as the console's.
async fn provider(home: &Home, asset: &Asset, given: &Given, part: &str, found: &mut Findings) {
    let Some(me) = operator() else { return };
    let own = |name: &String| name.starts_with(&format!("{}_", asset.channel));
    let mut secrets = home.app.config.secrets_of(&asset.channel).into_owned();
    for (name, value) in given.iter().filter(|(name, _)| own(name)) {
        secrets.set(&name[asset.channel.len() + 1..], value);
    }
    if let Some(url) =
        home.stack().map(|stack| stack.parameter("GraphUrl")).filter(|u| !u.is_empty())
    {
        secrets.set(channels::whatsapp::GRAPH_URL, url);
    }
    let base: BTreeMap<String, Secrets> = [(asset.channel.clone(), secrets)].into();
    let app = home.app_with(base);
    match app::asset::check::check(app.line(), &me, &asset.id).await {
        Ok(check) => {
            for finding in check.findings {
                let remedy =
                    finding.remedy.unwrap_or_else(|| "Look at the provider's page.".to_owned());
                match finding.state {
                    FindingState::Good => {}
                    // Whether webhooks arrive stands in the asset's health.
                    FindingState::Unknown if finding.about == "webhooks" => {}
                    FindingState::Bad => {
                        found.bad(part, "provider_refuses", finding.message, remedy);
                    }
                    FindingState::Warning | FindingState::Unknown => {
                        found.warn(part, "provider_unsure", finding.message, remedy);
                    }
                }
            }
        }
        Err(failure) => found.bad(
            part,
            "secrets_unreadable",
            format!("The secrets of {} cannot be read: {failure}.", asset.name),
            "Let these credentials read the secret, or enter the values again in the console.",
        ),
    }
}
