//! The HTTP API as an OpenAPI 3.1 document.

use crate::sections;
mod named;
mod parameters;
mod routes;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::example::{self, refused};
use crate::{CODES, schema};
use parameters::parameter;
pub use routes::Operation;
pub(crate) use routes::ROUTES;
use routes::{Caller, Route};

/// The OpenAPI document.
#[must_use]
pub fn document() -> Value {
    let mut schemas = schema::document()["$defs"].take();
    named::variants(&mut schemas);
    retarget(&mut schemas);
    let mut paths: Map<String, Value> = Map::new();
    for route in ROUTES {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[route.method.to_lowercase()] = operation(route);
    }
    let paths = Value::Object(paths);
    let schemas = used(&schemas, &paths);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Switchboard: HTTP API",
            "version": format!("{}.0.0", crate::VERSION),
            "summary": "Everything that an agent can do over a socket, an integrator can do here.",
            "description": sections::section("http"),
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [
            {
                "url": "https://{api}.execute-api.{region}.amazonaws.com",
                "description": "API Gateway: the stack's output HttpApiUrl.",
                "variables": {
                    "api": {"default": "abc123", "description": "Id of the HTTP API."},
                    "region": {"default": "eu-central-1", "description": "AWS region."},
                },
            },
            {"url": "http://localhost:8787", "description": "The local platform (`make run`)."},
        ],
        "tags": [
            {"name": "agents", "description": "With an agent's token."},
            {"name": "visitors", "description": "Web chat."},
            {"name": "webhooks", "description": "For providers."},
        ],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "agent": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                    "description": sections::section("tokens")},
                "visitor": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                    "description": "The token of POST /v1/visitors, renewed by each POST /v1/visitors/ticket."},
            },
        },
    })
}

/// Every route in the form of API Gateway's keys: `GET /v1/me`.
pub fn routes() -> impl Iterator<Item = String> {
    ROUTES.iter().map(|route| format!("{} {}", route.method, route.path))
}

/// The names of the parameters in the query of a route (`GET /v1/…`). `None` if there is no such
/// route.
pub fn query(route: &str) -> Option<impl Iterator<Item = &'static str>> {
    let found = Route::of(route)?;
    let names = found.parameters.iter().copied().filter(|name| parameters::is_in_query(name));
    Some(names.map(parameters::real_name))
}

fn operation(route: &Route) -> Value {
    let tag = match route.path {
        path if path.starts_with("/webhooks") => "webhooks",
        path if path.starts_with("/v1/visitors") => "visitors",
        _ => "agents",
    };
    let mut operation = json!({
        "operationId": route.operation.name(),
        "tags": [tag],
        "summary": route.summary,
        "description": route.more,
        "security": match route.caller {
            Caller::Agent => json!([{"agent": []}]),
            Caller::Visitor => json!([{"visitor": []}]),
            Caller::Anybody => json!([]),
        },
        "responses": responses(route),
    });
    if !route.parameters.is_empty() {
        operation["parameters"] = route.parameters.iter().map(|name| parameter(name)).collect();
    }
    if let Some(body) = route.body {
        let content = if body == "webhook" { webhook() } else { shown(body) };
        operation["requestBody"] = json!({"required": true, "content": content});
    }
    operation
}

/// A type of the protocol with all its examples.
fn shown(name: &str) -> Value {
    let examples: Map<String, Value> = example::of(name)
        .into_iter()
        .map(|e| (e.name.to_owned(), json!({"value": e.value})))
        .collect();
    let schema = json!({"$ref": format!("#/components/schemas/{name}")});
    json!({"application/json": {"schema": schema, "examples": examples}})
}

fn responses(route: &Route) -> Map<String, Value> {
    let (status, body) = route.answer;
    let content = match body {
        "text" => {
            let example = if route.method == "GET" { "1158201444" } else { "EVENT_RECEIVED" };
            json!({"text/plain": {"schema": {"type": "string"}, "example": example}})
        }
        body => shown(body),
    };
    let answer = json!({"description": "Done.", "headers": headers(200), "content": content});
    let mut all = Map::from_iter([(status.to_string(), answer)]);
    let examples: BTreeMap<&str, crate::Refused> = refused().into_iter().collect();
    let mut by_status: BTreeMap<u16, Vec<&crate::Code>> = BTreeMap::new();
    for code in codes(route) {
        by_status.entry(code.http).or_default().push(code);
    }
    for (status, codes) in by_status {
        let lines: Vec<String> =
            codes.iter().map(|c| format!("* `{}`: {}", c.code, c.when)).collect();
        let shown: Map<String, Value> = codes
            .iter()
            .filter_map(|c| Some((c.code, examples.get(c.code)?)))
            .map(|(code, refused)| (code.to_owned(), json!({"value": {"error": refused}})))
            .collect();
        let words: Vec<&str> = codes.iter().map(|c| c.code).collect();
        let schema = json!({"allOf": [
            {"$ref": "#/components/schemas/Problem"},
            {"properties": {"error": {"properties": {"code": {"enum": words}}}}},
        ]});
        let problem = json!({
            "description": lines.join("\n"),
            "headers": headers(status),
            "content": {"application/json": {"schema": schema, "examples": shown}},
        });
        all.insert(status.to_string(), problem);
    }
    all
}

/// The headers of an answer.
fn headers(status: u16) -> Value {
    let mut headers = json!({"x-request-id": {
        "description": "The request's id, under which it stands in the server's logs.",
        "schema": {"type": "string"},
    }});
    if status == 429 || status == 503 {
        headers["retry-after"] = json!({
            "description": "After how many seconds the same can be sent again.",
            "schema": {"type": "integer", "minimum": 1},
        });
    }
    headers
}

/// The codes of refusals with which a route (`GET /v1/…`) can answer. `None` if there is no such
/// route.
#[must_use]
pub fn refusals_of(route: &str) -> Option<Vec<&'static str>> {
    Some(codes(Route::of(route)?).into_iter().map(|c| c.code).collect())
}

/// The codes with which a route can answer: its own, and those of its kind.
fn codes(route: &Route) -> Vec<&'static crate::Code> {
    let domain: Vec<&str> = example::refusals().iter().map(domain::Refusal::code).collect();
    let signed: &[&str] = match (route.caller, route.operation) {
        (Caller::Agent, _) => &[
            "unauthenticated",
            "email_unverified",
            "sign_in_taken",
            "forbidden",
            "too_many_requests",
            "unavailable",
            "internal",
        ],
        (Caller::Visitor, _) => {
            &["unauthenticated", "origin_refused", "too_many_requests", "unavailable", "internal"]
        }
        (Caller::Anybody, _) if route.path.starts_with("/v1/visitors") => {
            &["origin_refused", "too_many_requests", "unavailable", "internal"]
        }
        (Caller::Anybody, Operation::VerifyWebhook) => &[],
        (Caller::Anybody, _) => &["unavailable", "internal"],
    };
    let all = route.codes.contains(&"*");
    let limited: &[&str] =
        if route.parameters.contains(&"limit") { &["out_of_range"] } else { &[] };
    // The server refuses a parameter that a route does not have; providers choose the parameters of
    // a webhook.
    let asked: &[&str] = if route.path.starts_with("/webhooks") { &[] } else { &["query_invalid"] };
    CODES
        .iter()
        .filter(|c| {
            let of_kind = [signed, limited, asked].iter().any(|codes| codes.contains(&c.code));
            let own = route.codes.contains(&c.code) || of_kind;
            own || all && domain.contains(&c.code) && !VISITORS_OWN.contains(&c.code)
        })
        .collect()
}

/// Refusals of the domain that only a visitor can meet.
const VISITORS_OWN: [&str; 1] = ["survey_over"];

/// The payload that WhatsApp sends, as far as the server reads it.
fn webhook() -> Value {
    let schema = json!({
        "type": "object",
        "description": "Meta's documented payload. What is not known is passed over.",
        "properties": {
            "object": {"const": "whatsapp_business_account"},
            "entry": {"type": "array", "items": {"type": "object"}},
        },
        "required": ["object", "entry"],
    });
    let examples: Map<String, Value> = example::webhooks()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), json!({"value": value})))
        .collect();
    json!({"application/json": {"schema": schema, "examples": examples}})
}

/// The definitions to which `by` refers, directly or through other definitions.
fn used(all: &Value, by: &Value) -> Map<String, Value> {
    let mut used = Map::new();
    let mut text = by.to_string();
    loop {
        let more: Map<String, Value> = all
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, _)| !used.contains_key(*name))
            .filter(|(name, _)| text.contains(&format!("\"#/components/schemas/{name}\"")))
            .map(|(name, schema)| (name.clone(), schema.clone()))
            .collect();
        if more.is_empty() {
            return used;
        }
        text = Value::Object(more.clone()).to_string();
        used.extend(more);
    }
}

fn retarget(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(target) = map.get("$ref").and_then(Value::as_str).map(sections::component) {
                map.insert("$ref".to_owned(), json!(target));
            }
            map.values_mut().for_each(retarget);
        }
        Value::Array(items) => items.iter_mut().for_each(retarget),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_routes_are_those_of_the_template() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../infra/template.yaml");
        let template = std::fs::read_to_string(path).unwrap();
        // A route key of the WebSocket API has no space in it.
        let deployed: BTreeSet<(&str, &str)> = template
            .lines()
            .filter_map(|line| line.trim().strip_prefix("RouteKey: ")?.split_once(' '))
            .collect();
        assert_eq!(deployed, ROUTES.iter().map(|r| (r.method, r.path)).collect());
    }

    #[test]
    fn browsers_may_use_every_method_that_a_route_has() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../infra/template.yaml");
        let template = std::fs::read_to_string(path).unwrap();
        let allowed =
            template.lines().find_map(|l| l.trim().strip_prefix("AllowMethods: ")).unwrap();
        for route in ROUTES {
            assert!(allowed.contains(route.method), "{} {}", route.method, route.path);
        }
    }

    #[test]
    fn every_code_of_a_route_is_in_the_list() {
        for code in ROUTES.iter().flat_map(|r| r.codes).filter(|c| **c != "*") {
            assert!(CODES.iter().any(|c| c.code == *code), "{code}");
        }
    }

    #[test]
    fn every_body_has_an_example() {
        for body in ROUTES.iter().flat_map(|r| r.body.into_iter().chain([r.answer.1])) {
            let own_form = ["text", "webhook"].contains(&body);
            assert!(own_form || !example::of(body).is_empty(), "{body}");
        }
    }

    #[test]
    fn a_command_can_be_refused_with_every_code_of_the_domain() {
        let route = ROUTES.iter().find(|r| r.operation == Operation::SendCommand).unwrap();
        let codes: BTreeSet<&str> = codes(route).iter().map(|c| c.code).collect();
        let of_agents = |code: &&str| !VISITORS_OWN.contains(code);
        let refusals = example::refusals();
        assert!(
            refusals.iter().map(domain::Refusal::code).filter(of_agents).all(|c| codes.contains(c))
        );
        assert!(codes.contains("upload_missing") && !codes.contains("survey_over"));
    }
}
