//! Webhooks (F103): the function verifies the raw bytes, then parses them, then stores the items.
//! It answers 2xx as soon as they are safe, and 5xx only if they are not.

mod errand;
mod intake;
mod receipt;

use std::borrow::Cow;

use app::asset::health::{self, Sign};
use app::runtime::web::{self, header, path, problem, query};
use app::{App, Failure, metric};
use aws_lambda_events::apigw::{ApiGatewayV2httpRequest, ApiGatewayV2httpResponse};
use channels::{Channel, Secrets, Unsigned, Webhook};
use lambda_runtime::Error;
use store::settings::directory::{Asset, Directory};

/// Meta sends at most 3 MB; API Gateway takes 10.
const BODY_LIMIT: usize = 3 * 1024 * 1024;

/// Serves a provider's handshake (GET) or webhook (POST).
///
/// # Errors
/// Never: a failed request gets a status that makes the provider send it again.
pub async fn handle(
    app: &App,
    event: ApiGatewayV2httpRequest,
) -> Result<ApiGatewayV2httpResponse, Error> {
    let response =
        match app::runtime::panics::caught(&app.metrics, app.now(), "ingest", serve(app, &event))
            .await
            .flatten()
        {
            Ok(response) => response,
            Err(failure) => problem(&failure),
        };
    Ok(web::with_request_id(response, &event))
}

async fn serve(
    app: &App,
    event: &ApiGatewayV2httpRequest,
) -> Result<ApiGatewayV2httpResponse, Failure> {
    let name = path(event, "channel");
    let channel = channels::channel(&name).ok_or_else(missing)?;
    if event.request_context.http.method.as_str() == "GET" {
        return challenge(app, channel, event, &name).await;
    }
    let body = body(event)?;
    let urls = web::urls(event);
    let webhook = Webhook {
        urls: &urls,
        header: &|name| header(event, name),
        query: &|name| query(event, name),
        body: &body,
        certificate: None,
    };
    if !channel.is_signed(&|name| header(event, name)) {
        // Nothing is read for a stranger who does not even try.
        return Err(unsigned());
    }
    let mut directory = app.directory().await?;
    let mut signed = verify(app, &directory, channel, event, &webhook).await?;
    if signed.is_err() {
        // An admin may have entered another secret a moment ago.
        directory = app.directory_anew().await?;
        signed = verify(app, &directory, channel, event, &webhook).await?;
    }
    let asset = asset_of(&directory, event, &name);
    if let Err(unsigned) = signed {
        if let Ok(asset) = asset {
            health::note(app.line(), &asset.id, Sign::Refused, &format!("{unsigned}")).await;
        }
        return Err(self::unsigned());
    }
    let asset = asset?;
    let mut arrivals = channel.parse(&webhook).map_err(no_webhook)?;
    let secrets = app::asset::secrets::of(app.line(), &directory, asset).await?;
    let errands = channel.errands(&secrets, &webhook).map_err(no_webhook)?;
    arrivals.extend(errand::run(app, &directory, asset, errands).await?);
    intake::store_all(app, &directory, asset, arrivals).await?;
    health::note(app.line(), &asset.id, Sign::Webhook, "").await;
    Ok(web::reply(200, channel.accepted()))
}

/// Checks the signature by the secrets of the account in the webhook's address; for an account that
/// does not exist by those of the installation.
async fn verify(
    app: &App,
    directory: &Directory,
    channel: &dyn Channel,
    event: &ApiGatewayV2httpRequest,
    webhook: &Webhook<'_>,
) -> Result<Result<(), Unsigned>, Failure> {
    let secrets = secrets_of(app, directory, event, channel.name()).await?;
    let known = asset_of(directory, event, channel.name()).is_ok();
    if known && channel.signs_by(&secrets).is_empty() {
        // The refusal makes the provider repeat the webhook, for days: nothing is lost.
        let account = path(event, "asset");
        tracing::error!(channel = channel.name(), account, "a webhook met no app secret: enter it");
        metric::count(metric::SECRETS_MISSING);
    }
    let Some(url) = channel.certificate(&secrets, webhook) else {
        return Ok(channel.verify(&secrets, webhook));
    };
    let certificate = app::asset::certificate::get(app.line(), &url).await?;
    Ok(channel.verify(&secrets, &Webhook { certificate: Some(&certificate), ..*webhook }))
}

/// The refusal of a body that is no webhook of the channel.
fn no_webhook(malformed: channels::Malformed) -> Failure {
    let refused = protocol_refusal(&malformed.why);
    Failure::from(match malformed.field {
        Some(field) => refused.at(field),
        None => refused,
    })
}

async fn secrets_of<'a>(
    app: &'a App,
    directory: &Directory,
    event: &ApiGatewayV2httpRequest,
    channel: &str,
) -> Result<Cow<'a, Secrets>, Failure> {
    match asset_of(directory, event, channel) {
        Ok(asset) => app::asset::secrets::of(app.line(), directory, asset).await,
        Err(_) => Ok(app.config.secrets_of(channel)),
    }
}

fn unsigned() -> Failure {
    let message = format!("{Unsigned}.");
    Failure::rejected("bad_signature", message, "Sign the raw body with the app secret.")
}

fn missing() -> Failure {
    Failure::rejected(
        "not_found",
        "There is no such channel or account.",
        "Use the address that the stack's output names.",
    )
}

/// The account that the webhook's address names.
fn asset_of<'a>(
    directory: &'a Directory,
    event: &ApiGatewayV2httpRequest,
    channel: &str,
) -> Result<&'a Asset, Failure> {
    let asset = app::session::read::id(&path(event, "asset"), "asset")?;
    directory.assets.get(&asset).filter(|a| a.channel == channel).ok_or_else(missing)
}

fn protocol_refusal(why: &str) -> protocol::Refused {
    protocol::Refused::new(
        "frame_invalid",
        format!("{why}."),
        "Send the provider's documented payload.",
    )
}

async fn challenge(
    app: &App,
    channel: &dyn Channel,
    event: &ApiGatewayV2httpRequest,
    name: &str,
) -> Result<ApiGatewayV2httpResponse, Failure> {
    // The admin made the token a moment ago, so that the remembered directory may be too old.
    let directory = app.directory_anew().await?;
    let secrets = secrets_of(app, &directory, event, name).await?;
    let answer = channel.challenge(&secrets, &|name| query(event, name)).ok_or_else(|| {
        Failure::rejected("forbidden", "The verify token is wrong.", "Compare both settings.")
    })?;
    // A caller with the verify token may also learn that the account is missing.
    asset_of(&directory, event, name)?;
    Ok(web::reply(200, answer))
}

fn body(event: &ApiGatewayV2httpRequest) -> Result<Vec<u8>, Failure> {
    let bytes = web::body(event);
    if bytes.len() > BODY_LIMIT {
        return Err(Failure::rejected(
            "frame_too_large",
            format!("The webhook has {} bytes; at most {BODY_LIMIT} are taken.", bytes.len()),
            "Send fewer items at once.",
        ));
    }
    Ok(bytes)
}
