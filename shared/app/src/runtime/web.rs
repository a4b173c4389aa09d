//! Requests and answers of the HTTP API, in API Gateway's form.

use aws_lambda_events::apigw::{ApiGatewayV2httpRequest, ApiGatewayV2httpResponse};
use aws_lambda_events::encodings::{Base64Data, Body};
use aws_lambda_events::http::{HeaderMap, HeaderValue};
use protocol::Refused;
use protocol::session::Problem;
use serde::Serialize;

use crate::Failure;
use crate::session::socket;

/// A header of the request.
#[must_use]
pub fn header(event: &ApiGatewayV2httpRequest, name: &str) -> Option<String> {
    event.headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// The header by which the distribution in front of the API shows itself.
const EDGE: &str = "x-switchboard-edge";

/// The address that the request came from; empty if it came by no gateway.
///
/// The gateway sees whoever connected. That is a server of the distribution if the request shows
/// the distribution's word (`edge_key`): then the caller is the last other address that the servers
/// on the way noted. Anybody may write the note, so that nobody else's counts.
#[must_use]
pub fn address(event: &ApiGatewayV2httpRequest, edge_key: &str) -> String {
    let seen = event.request_context.http.source_ip.as_deref().unwrap_or_default();
    if edge_key.is_empty() || header(event, EDGE).as_deref() != Some(edge_key) {
        return seen.to_owned();
    }
    let noted = header(event, "x-forwarded-for").unwrap_or_default();
    let mut way: Vec<&str> = noted.split(',').map(str::trim).filter(|a| !a.is_empty()).collect();
    if way.last() == Some(&seen) {
        way.pop();
    }
    way.last().copied().unwrap_or(seen).to_owned()
}

/// The raw bytes of the body: API Gateway encodes a body in base 64 unless its type is text.
#[must_use]
pub fn body(event: &ApiGatewayV2httpRequest) -> Vec<u8> {
    let text = event.body.clone().unwrap_or_default();
    if !event.is_base64_encoded {
        return text.into_bytes();
    }
    // A body that is not base 64 counts as empty, and fails in its parser.
    serde_json::from_value::<Base64Data>(serde_json::Value::String(text))
        .map(|data| data.0)
        .unwrap_or_default()
}

/// The body as text.
///
/// # Errors
/// `frame_invalid` if it is not UTF-8: a guess at its letters would store wrong ones.
pub fn body_text(event: &ApiGatewayV2httpRequest) -> Result<String, Refused> {
    String::from_utf8(body(event)).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(at).copied().unwrap_or_default();
        Refused::new(
            "frame_invalid",
            format!(
                "The body is not UTF-8: byte {} is 0x{byte:02X}. It may be in Latin-1 \
                 (Windows-1252).",
                at + 1
            ),
            "Send it in UTF-8. A spreadsheet writes a table in it as \"CSV UTF-8\".",
        )
    })
}

/// The parameter `name` of the route's path.
#[must_use]
pub fn path(event: &ApiGatewayV2httpRequest, name: &str) -> String {
    event.path_parameters.get(name).cloned().unwrap_or_default()
}

/// A parameter of the query that has one value. An empty value counts as left out.
///
/// API Gateway joins several values with commas, and the event's type splits them again: this
/// function restores a comma that the client wrote.
#[must_use]
pub fn query(event: &ApiGatewayV2httpRequest, name: &str) -> Option<String> {
    let values = event.query_string_parameters.all(name)?;
    Some(values.join(",")).filter(|value| !value.trim().is_empty())
}

/// Every value of a parameter that is repeated, or whose values stand between commas.
#[must_use]
pub fn values(event: &ApiGatewayV2httpRequest, name: &str) -> Vec<String> {
    let values = event.query_string_parameters.all(name).unwrap_or_default();
    let values = values.into_iter().flat_map(|value| value.split(','));
    values.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

/// An answer with a JSON body.
pub fn json<T: Serialize>(status: i64, body: &T) -> ApiGatewayV2httpResponse {
    let mut response =
        text(status, String::from_utf8(crate::engine::encode::encode(body)).unwrap_or_default());
    response.headers.insert("content-type", HeaderValue::from_static("application/json"));
    response
}

/// An answer in a channel's own words.
#[must_use]
pub fn reply(status: i64, reply: channels::Reply) -> ApiGatewayV2httpResponse {
    let mut response = text(status, reply.body);
    response.headers.insert("content-type", HeaderValue::from_static(reply.mime));
    response
}

/// Every URL to which a caller may have sent the request: by the host that this server saw, and by
/// the one that a proxy before it names. Callers write both, so that they prove nothing.
#[must_use]
pub fn urls(event: &ApiGatewayV2httpRequest) -> Vec<String> {
    let first = |name: &str| {
        let value = header(event, name)?;
        let value = value.split(',').next().unwrap_or_default().trim().to_owned();
        (!value.is_empty()).then_some(value)
    };
    let domain = event.request_context.domain_name.clone();
    let hosts = [first("x-forwarded-host"), first("host"), domain];
    let path = event.raw_path.as_deref().unwrap_or_default();
    let query = event.raw_query_string.as_deref().filter(|query| !query.is_empty());
    let query = query.map_or_else(String::new, |query| format!("?{query}"));
    let schemes = ["https".to_owned(), first("x-forwarded-proto").unwrap_or_default()];
    let mut urls: Vec<String> = hosts
        .iter()
        .flatten()
        .flat_map(|host| schemes.iter().map(move |scheme| (scheme, host)))
        .filter(|(scheme, _)| !scheme.is_empty())
        .map(|(scheme, host)| format!("{scheme}://{host}{path}{query}"))
        .collect();
    urls.sort();
    urls.dedup();
    urls
}

/// An answer with a plain body.
#[must_use]
pub fn text(status: i64, body: String) -> ApiGatewayV2httpResponse {
    let mut response = ApiGatewayV2httpResponse::default();
    response.status_code = status;
    response.headers = HeaderMap::new();
    response.headers.insert("content-type", HeaderValue::from_static("text/plain; charset=utf-8"));
    response.headers.insert("cache-control", HeaderValue::from_static("no-store"));
    response.headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    response.body = Some(Body::Text(body));
    response
}

/// The answer to a request that did not succeed.
#[must_use]
pub fn problem(failure: &Failure) -> ApiGatewayV2httpResponse {
    refused(socket::told(failure, None))
}

/// A refusal as an answer, with the time to try again if that helps.
#[must_use]
pub fn refused(error: Refused) -> ApiGatewayV2httpResponse {
    let status = error.http_status();
    let after = error.retry_after.or(match (status, error.code.as_str()) {
        (429, "too_many_uploads") => Some(600),
        (429, _) => Some(5),
        (503, _) => Some(1),
        _ => None,
    });
    let mut response = json(i64::from(status), &Problem { error });
    if let Some(after) = after {
        response.headers.insert("retry-after", HeaderValue::from(after));
    }
    response
}

/// Adds the request's id in the logs to its answer.
#[must_use]
pub fn with_request_id(
    mut response: ApiGatewayV2httpResponse,
    event: &ApiGatewayV2httpRequest,
) -> ApiGatewayV2httpResponse {
    let id = event.request_context.request_id.as_deref().unwrap_or_default();
    if let Ok(id) = HeaderValue::from_str(id)
        && !id.is_empty()
    {
        response.headers.insert("x-request-id", id);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_has_the_address_of_each_host_on_its_way() {
        let mut event = ApiGatewayV2httpRequest::default();
        event.raw_path = Some("/webhooks/sms/a1".to_owned());
        event.raw_query_string = Some("mark=t.7".to_owned());
        event.request_context.domain_name = Some("api.test".to_owned());
        for (name, value) in [
            ("host", "desk.test:8443"),
            ("x-forwarded-proto", "http"),
            ("x-forwarded-host", "a.test, b.test"),
        ] {
            event.headers.insert(name, HeaderValue::from_static(value));
        }
        let path = "/webhooks/sms/a1?mark=t.7";
        let hosts = ["a.test", "api.test", "desk.test:8443"];
        let expected = ["http", "https"]
            .into_iter()
            .flat_map(|scheme| hosts.map(|host| format!("{scheme}://{host}{path}")));
        assert_eq!(urls(&event), expected.collect::<Vec<_>>());
    }

    #[test]
    fn behind_the_distribution_the_caller_is_the_last_address_on_the_way() {
        let from = |seen: &str, word: &str, way: &str| {
            let mut event = ApiGatewayV2httpRequest::default();
            event.request_context.http.source_ip = Some(seen.to_owned());
            for (name, value) in [(EDGE, word), ("x-forwarded-for", way)] {
                if !value.is_empty() {
                    event.headers.insert(name, HeaderValue::from_str(value).unwrap());
                }
            }
            event
        };
        for (seen, word, way, key, caller) in [
            ("5.5.5.5", "", "", "", "5.5.5.5"),
            ("9.9.9.9", "word", "5.5.5.5", "word", "5.5.5.5"),
            ("9.9.9.9", "word", "5.5.5.5, 9.9.9.9", "word", "5.5.5.5"),
            ("9.9.9.9", "word", "forged, 5.5.5.5, 9.9.9.9", "word", "5.5.5.5"),
            ("9.9.9.9", "word", "", "word", "9.9.9.9"),
            // Past the distribution, nobody believes the note.
            ("5.5.5.5", "", "1.1.1.1", "word", "5.5.5.5"),
            ("5.5.5.5", "guess", "1.1.1.1", "word", "5.5.5.5"),
            ("5.5.5.5", "", "1.1.1.1", "", "5.5.5.5"),
        ] {
            assert_eq!(address(&from(seen, word, way), key), caller, "{word:?} {way:?}");
        }
    }
}
