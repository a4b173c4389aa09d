//! Webhooks (F103): verified over the raw bytes, then parsed, then stored; 2xx as soon as what
//! came is safe, 5xx only if it is not.

mod receipt;

use std::collections::BTreeMap;

use app::web::{self, header, path, problem, query};
use app::{App, Failure};
use aws_lambda_events::apigw::{ApiGatewayV2httpRequest, ApiGatewayV2httpResponse};
use channels::{Arrival, Channel};
use futures_util::future::join_all;
use lambda_runtime::Error;
use store::directory::{Asset, Directory};

/// Meta sends at most 3 MB; API Gateway takes 10.
const BODY_LIMIT: usize = 3 * 1024 * 1024;

/// Serves a provider's handshake (GET) or webhook (POST).
///
/// # Errors
/// Never: what fails is answered with a status that makes the provider send it again.
pub async fn handle(
    app: &App,
    event: ApiGatewayV2httpRequest,
) -> Result<ApiGatewayV2httpResponse, Error> {
    let response = match serve(app, &event).await {
        Ok(response) => response,
        Err(failure) => problem(&failure),
    };
    Ok(web::with_request_id(response, &event))
}

async fn serve(
    app: &App,
    event: &ApiGatewayV2httpRequest,
) -> Result<ApiGatewayV2httpResponse, Failure> {
    let missing = || {
        Failure::rejected(
            "not_found",
            "There is no such channel or account.",
            "Use the address that the stack's output names.",
        )
    };
    let name = path(event, "channel");
    let channel = channels::channel(&name).ok_or_else(missing)?;
    if event.request_context.http.method.as_str() == "GET" {
        return challenge(app, channel, event);
    }
    let body = body(event)?;
    channel.verify(&app.config.secrets, &|name| header(event, name), &body).map_err(|e| {
        Failure::rejected(
            "bad_signature",
            format!("{e}."),
            "Sign the raw body with the app secret.",
        )
    })?;
    let directory = app.directory().await?;
    let asset = app::frame::id(&path(event, "asset"), "asset")?;
    let asset = directory.assets.get(&asset).filter(|a| a.channel == name).ok_or_else(missing)?;
    let arrivals = channel.parse(&body).map_err(|malformed| {
        let refused = protocol_refusal(&malformed.why);
        Failure::from(match malformed.field {
            Some(field) => refused.at(field),
            None => refused,
        })
    })?;
    store_all(app, &directory, asset, arrivals).await?;
    Ok(web::text(200, "EVENT_RECEIVED".to_owned()))
}

fn protocol_refusal(why: &str) -> protocol::Refused {
    protocol::Refused::new(
        "frame_invalid",
        format!("{why}."),
        "Send the provider's documented payload.",
    )
}

fn challenge(
    app: &App,
    channel: &dyn Channel,
    event: &ApiGatewayV2httpRequest,
) -> Result<ApiGatewayV2httpResponse, Failure> {
    channel
        .challenge(&app.config.secrets, &|name| query(event, name))
        .map(|answer| web::text(200, answer))
        .ok_or_else(|| {
            Failure::rejected("forbidden", "The verify token is wrong.", "Compare both settings.")
        })
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

/// Stores everything that came. Items of one customer go in order, customers side by side; what
/// fails does not hold up the rest, and is sent again by the provider, since all of it is answered
/// with 5xx then. What was stored is recognised.
async fn store_all(
    app: &App,
    directory: &Directory,
    fallback: &Asset,
    arrivals: Vec<Arrival>,
) -> Result<(), Failure> {
    let mut by_customer: BTreeMap<String, Vec<Arrival>> = BTreeMap::new();
    for arrival in arrivals {
        let customer = match &arrival {
            Arrival::Message(m) => m.address.clone(),
            Arrival::Receipt(r) => r.address.clone().unwrap_or_default(),
            Arrival::Moved { from, .. } => from.clone(),
            Arrival::Unusable { why } => {
                tracing::warn!(why, "an item of a webhook is of no use");
                continue;
            }
        };
        by_customer.entry(customer).or_default().push(arrival);
    }
    let mut failed = None;
    // A batch holds up to 1,000 items; a few dozen customers at a time keep memory flat.
    let mut customers = by_customer.into_values().peekable();
    while customers.peek().is_some() {
        let some: Vec<_> = customers.by_ref().take(32).collect();
        let stored = some.into_iter().map(async |items| {
            let mut failed = Ok(());
            for item in items {
                if let Err(failure) = store_one(app, directory, fallback, &item).await {
                    tracing::error!(%failure, "an item of a webhook was not stored");
                    failed = Err(failure);
                }
            }
            failed
        });
        failed = join_all(stored).await.into_iter().filter_map(Result::err).next().or(failed);
    }
    failed.map_or(Ok(()), Err)
}

async fn store_one(
    app: &App,
    directory: &Directory,
    fallback: &Asset,
    arrival: &Arrival,
) -> Result<(), Failure> {
    match arrival {
        Arrival::Message(message) => {
            app.receive(asset(directory, fallback, &message.account), message).await.map(|_| ())
        }
        Arrival::Receipt(receipt) => {
            receipt::store(app, asset(directory, fallback, &receipt.account), receipt).await
        }
        Arrival::Moved { account, from, to } => {
            app.customer_moved(asset(directory, fallback, account), from, to).await
        }
        Arrival::Unusable { .. } => Ok(()),
    }
}

/// One webhook address serves all numbers of an app; what names a number that we do not know
/// counts for the address it came by, so that nothing is lost.
fn asset<'a>(directory: &'a Directory, fallback: &'a Asset, account: &str) -> &'a Asset {
    directory
        .assets
        .values()
        .find(|a| a.channel == fallback.channel && a.account == account)
        .unwrap_or(fallback)
}
