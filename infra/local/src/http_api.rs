//! The HTTP API: routes from the template, payload format 2.0.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode, Uri, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use protocol::Refused;
use protocol::session::Problem;
use serde_json::{Value, json};

use crate::function::Crashed;
use crate::template::HttpRoute;
use crate::{Platform, issuer};

/// API Gateway takes 10 MB.
pub const BODY: usize = 10 * 1024 * 1024;

/// Answers a request by the function of its route. `None` if no route fits.
pub async fn serve(
    platform: &Arc<Platform>,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    body: &Bytes,
) -> Option<Response<Body>> {
    let (route, parameters) = platform
        .wiring
        .http_routes
        .iter()
        .filter(|route| route.method == method.as_str())
        .find_map(|route| Some((route, fit(route, uri.path())?)))?;
    if let Some(error) = issuer::session::ended(platform, headers) {
        return Some(problem(StatusCode::UNAUTHORIZED, error));
    }
    let event = event(route, &parameters, method, uri, headers, body);
    Some(match platform.invoke(&route.function, event).await {
        Ok(answer) => {
            if route.path == "/v1/ws-ticket" {
                noted(platform, headers, &answer);
            }
            if route.path == "/v1/sign-out" && answer["statusCode"] == 200 {
                issuer::session::signed_out(platform, headers);
            }
            response(&answer)
        }
        Err(crashed) => {
            tracing::error!(route = route.path, %crashed, "a request was not handled");
            plain(StatusCode::INTERNAL_SERVER_ERROR, r#"{"message":"Internal Server Error"}"#)
        }
    })
}

/// Asks the HTTP API from inside this process, as the bearer of a token: the same route, handler
/// and rights as for a request from outside. Returns the status and the body.
///
/// # Errors
/// If there is no such route, or the function fails.
pub(crate) async fn ask(
    platform: &Arc<Platform>,
    (method, path): (Method, &str),
    token: &str,
    body: &Value,
) -> Result<(u64, Value), Crashed> {
    let missing = |why: String| Crashed(format!("{method} {path}: {why}"));
    let uri: Uri = path.parse().map_err(|e| missing(format!("{e}")))?;
    let routes = platform.wiring.http_routes.iter().filter(|route| route.method == method.as_str());
    let found = routes.filter_map(|route| Some((route, fit(route, uri.path())?))).next();
    let (route, parameters) = found.ok_or_else(|| missing("there is no such route".to_owned()))?;
    let mut headers = HeaderMap::new();
    let bearer = HeaderValue::try_from(format!("Bearer {token}"));
    headers.insert(header::AUTHORIZATION, bearer.map_err(|e| missing(e.to_string()))?);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let body = Bytes::from(body.to_string());
    let event = event(route, &parameters, &method, &uri, &headers, &body);
    // The functions of this process: elsewhere they may still be built.
    let functions = platform.functions().map_err(|e| missing(e.to_string()))?;
    let answer = functions.invoke(&route.function, event).await?;
    let text = answer["body"].as_str().unwrap_or_default();
    let status = answer["statusCode"].as_u64().unwrap_or_default();
    Ok((status, serde_json::from_str(text).unwrap_or_default()))
}

/// Notes the session to which a ticket for a socket was given: the socket ends with it.
fn noted(platform: &Platform, headers: &HeaderMap, answer: &Value) {
    let body = answer["body"].as_str().unwrap_or_default();
    let body: Value = serde_json::from_str(body).unwrap_or_default();
    if let Some(ticket) = body["ticket"].as_str() {
        issuer::session::gave_ticket(platform, headers, ticket);
    }
}

/// Whether the API has a route with this path, whatever the method.
#[must_use]
pub fn knows(platform: &Platform, path: &str) -> bool {
    platform.wiring.http_routes.iter().any(|route| fit(route, path).is_some())
}

fn fit(route: &HttpRoute, path: &str) -> Option<BTreeMap<String, String>> {
    let mut parameters = BTreeMap::new();
    let (mut wanted, mut given) = (route.path.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(parameters),
            (Some(w), Some(g)) => match w.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
                Some(name) if !g.is_empty() => {
                    parameters.insert(name.to_owned(), g.to_owned());
                }
                None if w == g => {}
                _ => return None,
            },
            _ => return None,
        }
    }
}

fn event(
    route: &HttpRoute,
    parameters: &BTreeMap<String, String>,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    body: &Bytes,
) -> Value {
    let key = format!("{} {}", route.method, route.path);
    let headers: BTreeMap<String, &str> = headers
        .iter()
        .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?)))
        .collect();
    let (text, encoded) = match std::str::from_utf8(body) {
        Ok(text) if is_text(headers.get("content-type").copied()) => (text.to_owned(), false),
        _ => (STANDARD.encode(body), true),
    };
    json!({
        "version": "2.0",
        "routeKey": key,
        "rawPath": uri.path(),
        "rawQueryString": uri.query().unwrap_or_default(),
        "headers": headers,
        "queryStringParameters": query(uri),
        "pathParameters": parameters,
        "requestContext": {
            "accountId": "000000000000",
            "apiId": "local",
            "domainName": "localhost",
            "http": {
                "method": method.as_str(), "path": uri.path(), "protocol": "HTTP/1.1",
                "sourceIp": "127.0.0.1", "userAgent": headers.get("user-agent"),
            },
            "requestId": uuid::Uuid::now_v7().to_string(),
            "routeKey": key,
            "stage": "$default",
            "timeEpoch": (crate::wall_clock())().0,
        },
        "body": if body.is_empty() { None } else { Some(text) },
        "isBase64Encoded": encoded,
    })
}

/// Joins several values of one parameter into one text with commas, as payload format 2.0 does.
fn query(uri: &Uri) -> BTreeMap<String, String> {
    let mut query: BTreeMap<String, String> = BTreeMap::new();
    let pairs = axum::extract::Query::<Vec<(String, String)>>::try_from_uri(uri);
    for (name, value) in pairs.map(|axum::extract::Query(pairs)| pairs).unwrap_or_default() {
        query
            .entry(name)
            .and_modify(|values| {
                values.push(',');
                values.push_str(&value);
            })
            .or_insert(value);
    }
    query
}

/// Whether API Gateway hands a body of this type over as text; bodies of other types, or without
/// one, come in base 64.
fn is_text(content_type: Option<&str>) -> bool {
    let content_type = content_type.unwrap_or_default();
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let texts = ["application/json", "application/xml", "application/javascript"];
    kind.starts_with("text/") || texts.contains(&kind.as_str())
}

fn response(answer: &Value) -> Response<Body> {
    let status = answer["statusCode"]
        .as_u64()
        .and_then(|s| u16::try_from(s).ok())
        .and_then(|s| StatusCode::from_u16(s).ok())
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = answer["body"].as_str().unwrap_or_default().to_owned();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    for (name, value) in answer["headers"].as_object().into_iter().flatten() {
        let name = axum::http::HeaderName::try_from(name.as_str());
        let value = axum::http::HeaderValue::try_from(value.as_str().unwrap_or_default());
        if let (Ok(name), Ok(value)) = (name, value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// The answer to a request whose body could not be read to its end: a problem in the protocol's
/// form.
pub(crate) fn unread(status: StatusCode) -> Response<Body> {
    let (code, message, remedy) = if status == StatusCode::PAYLOAD_TOO_LARGE {
        ("frame_too_large", format!("The body has more than {BODY} bytes."), "Send it in parts.")
    } else {
        let message = "The body ended before it was whole.".to_owned();
        ("frame_invalid", message, "Send it again.")
    };
    problem(status, Refused::new(code, message, remedy))
}

/// A refusal in the protocol's form.
fn problem(status: StatusCode, error: Refused) -> Response<Body> {
    let mut response = plain(status, "");
    *response.body_mut() = Body::from(json!(Problem { error }).to_string());
    response
}

pub(crate) fn plain(status: StatusCode, body: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let json = axum::http::HeaderValue::from_static("application/json");
    response.headers_mut().insert("content-type", json);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_body_that_is_too_large_is_refused_as_a_problem() {
        let refused = unread(StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(refused.headers()["content-type"], "application/json");
        let body = axum::body::to_bytes(refused.into_body(), 4_096).await.unwrap();
        let problem: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(problem["error"]["code"], "frame_too_large");
    }
}
