//! One port for everything: the APIs, the sign-in service, the sandbox and the console.

use std::path::Path;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse};
use axum::{Json, Router, routing};
use serde_json::{Value, json};
use store::settings::directory::Asset;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::aws::{self, Call};
use crate::console::Console;
use crate::{Platform, demo, files, gateway, health, http_api, issuer, lab, pages, sandbox};

/// All routes of the platform. It also serves AWS's APIs by HTTP if the functions run under
/// `cargo lambda watch`.
pub fn routes(platform: Arc<Platform>, console: &Path) -> Router {
    let stage = format!("/{}", platform.wiring.stage);
    let mut routes = Router::new()
        .route(&stage, routing::get(gateway::open))
        .merge(Router::new().route("/config.json", routing::get(config)).layer(fresh()))
        .merge(health::routes())
        .fallback(api);
    if !platform.issuer.external {
        routes = routes.merge(issuer::routes());
    }
    routes = if platform.is_earnest() {
        // Behind one proxy, the bucket shares the address of everything else.
        routes.route("/files/{*key}", routing::any(files::serve))
    } else {
        routes
            .route("/sandbox", routing::get(|| async { Html(pages::SANDBOX) }))
            .merge(sandbox::routes())
    };
    if platform.issuer.demo {
        routes = routes.merge(lab::routes());
    }
    if platform.open_aws {
        routes = routes
            .route("/aws/{*path}", routing::post(aws_call).delete(aws_call))
            .route("/aws/", routing::post(aws_call));
    }
    let demo = !platform.is_earnest();
    routes = console_routes(routes, console, demo, &policy(platform.files.origin()));
    routes
        .layer(DefaultBodyLimit::max(http_api::BODY))
        .layer(SetResponseHeaderLayer::if_not_present(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
        .layer(SetResponseHeaderLayer::if_not_present(
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        ))
        .with_state(platform)
}

/// The routes of the bucket, at its own address.
pub fn bucket(platform: Arc<Platform>) -> Router {
    Router::new()
        .route("/files/{*key}", routing::any(files::serve))
        .layer(DefaultBodyLimit::max(files::BODY))
        .with_state(platform)
}

fn console_routes(
    routes: Router<Arc<Platform>>,
    console: &Path,
    demo: bool,
    policy: &str,
) -> Router<Arc<Platform>> {
    let Some(console) = Console::find(console) else {
        return routes.route("/", routing::get(|| async { Html(pages::NO_CONSOLE) }));
    };
    let page = |name: &'static str| console.file(name);
    // Browsers ask each time for the pages that name a release's files, and the console itself does
    // so to find a newer release; the files' own names change with their content.
    let mut html = Router::new()
        .route("/", page("index.html"))
        .route("/index.html", page("index.html"))
        .route("/c/{*conversation}", page("index.html"))
        .route("/contacts", page("index.html"))
        .route("/contacts/{*contact}", page("index.html"))
        .route("/people", page("index.html"))
        .route("/requests", page("index.html"))
        .route("/settings", page("index.html"))
        .route("/board", page("index.html"))
        .route("/chat", page("chat.html"));
    if demo {
        html = html.route("/demo", page("demo.html")).route("/shop", page("shop.html"));
    }
    let pages = html
        .layer(fresh())
        .route("/widget.js", page("widget.js"))
        .merge(console.assets())
        .route("/console.webmanifest", page("console.webmanifest"))
        .route("/icon.svg", page("icon.svg"))
        .layer(SetResponseHeaderLayer::overriding(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'")),
        ));
    routes.merge(pages)
}

/// Forbids browsers to keep an answer: a kept wrong answer would keep people out after the server
/// is well again.
fn fresh() -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))
}

/// The content policy of the console's pages: their own files, and files from the bucket. `/demo`
/// frames the other two.
fn policy(bucket: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: \
         {bucket}; media-src 'self' blob: {bucket}; connect-src 'self' {bucket}; manifest-src \
         'self'; frame-src 'self' {bucket}; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
    )
}

async fn config(State(platform): State<Arc<Platform>>) -> Json<Value> {
    // The page `/chat` shows the first web chat that the workplace has.
    let chat = platform.own().directory().await.ok().and_then(|directory| {
        let shown = |a: &&Asset| !a.retired && channels::is_chat(&a.channel);
        directory.assets.values().find(shown).map(|asset| asset.id.to_string())
    });
    Json(json!({
        "issuer": platform.issuer.url,
        "clientId": platform.issuer.client_id,
        "demo": platform.issuer.demo,
        "invitations": platform.issuer.passwords,
        "sandbox": !platform.is_earnest(),
        "webchatAsset": chat.unwrap_or_else(|| demo::WEB_ASSET.to_owned()),
        "version": env!("CARGO_PKG_VERSION"),
    }))
}

async fn api(
    State(platform): State<Arc<Platform>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response<Body> {
    let body = match body {
        Ok(body) => body,
        Err(refused) => {
            let answer = http_api::unread(refused.status());
            return shared(&platform, &headers, answer).await;
        }
    };
    if method == Method::OPTIONS && http_api::knows(&platform, uri.path()) {
        let answer = http_api::plain(StatusCode::NO_CONTENT, "");
        return shared(&platform, &headers, answer).await;
    }
    if let Some(response) = http_api::serve(&platform, &method, &uri, &headers, &body).await {
        return shared(&platform, &headers, response).await;
    }
    let known = http_api::knows(&platform, uri.path());
    if known {
        let body = r#"{"message":"Method Not Allowed"}"#;
        return http_api::plain(StatusCode::METHOD_NOT_ALLOWED, body);
    }
    http_api::plain(StatusCode::NOT_FOUND, r#"{"message":"Not Found"}"#)
}

/// Does the work of the template's `CorsConfiguration`: a page of an allowed origin may read the
/// answer, such as a shop with the widget in it. Here the origins in the settings (`web_origins`)
/// may, too: no stack has to be deployed anew for them.
async fn shared(
    platform: &Arc<Platform>,
    asked: &HeaderMap,
    mut response: Response<Body>,
) -> Response<Body> {
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("origin"));
    let Some(origin) = asked.get(header::ORIGIN) else { return response };
    let Ok(text) = origin.to_str() else { return response };
    if !app::session::identity::page_reads(platform.own().door(), text).await {
        return response;
    }
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET,POST,PUT,PATCH,DELETE"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "authorization,content-type,idempotency-key"),
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, "x-request-id,retry-after"),
        (header::ACCESS_CONTROL_MAX_AGE, "3600"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Answers a request to one of AWS's APIs.
pub(crate) async fn aws_call(
    State(platform): State<Arc<Platform>>,
    request: Request<Body>,
) -> Response<Body> {
    let path = request.uri().path().trim_start_matches("/aws/").to_owned();
    let method = request.method().to_string();
    let target = request.headers().get("x-amz-target").and_then(|t| t.to_str().ok());
    let target = target.map(str::to_owned);
    let Ok(body) = axum::body::to_bytes(request.into_body(), http_api::BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let answer = aws::answer(&platform, Call { method, path, target, body: body.to_vec() }).await;
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let json = HeaderValue::from_static("application/x-amz-json-1.0");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    if let Some(error) = answer.error {
        response.headers_mut().insert("x-amzn-errortype", HeaderValue::from_static(error));
    }
    response
}
