//! The wiring, read from `infra/template.yaml`: the platform runs the template that is deployed. A
//! part that it cannot interpret is an error at start.

mod wall;

use std::collections::BTreeMap;

use serde_json::Value as Json;
use serde_norway::Value;

pub use wall::{Grant, Need, Wall};

/// The deployed template.
pub const TEMPLATE: &str = include_str!("../../template.yaml");

/// The connections between functions, routes, queues and schedules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wiring {
    /// The WebSocket API's routes: route key → function.
    pub socket_routes: BTreeMap<String, String>,
    /// The function that admits sockets.
    pub authorizer: String,
    /// The WebSocket API's stage.
    pub stage: String,
    /// The HTTP API's routes, each (method, path, function).
    pub http_routes: Vec<HttpRoute>,
    /// The functions that the table's stream calls.
    pub streams: Vec<StreamMapping>,
    /// The functions that a queue calls: the queue's logical id → mapping.
    pub queues: BTreeMap<String, QueueMapping>,
    /// The functions that the clock calls.
    pub schedules: Vec<Schedule>,
    /// All functions, by name.
    pub functions: Vec<String>,
    /// The walls of each function, by its name.
    pub walls: BTreeMap<String, Wall>,
}

/// A route of the HTTP API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpRoute {
    /// The method, as `GET`.
    pub method: String,
    /// The path, as `/v1/conversations/{conversation}`.
    pub path: String,
    /// The function.
    pub function: String,
}

/// A function that the table's stream calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreamMapping {
    /// The function.
    pub function: String,
    /// The patterns; a record that matches one of them reaches the function.
    pub filters: Vec<Json>,
    /// The most records in a batch.
    pub batch: usize,
    /// The time for which a batch gathers, in seconds.
    pub window: u64,
}

/// A function that a queue calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueMapping {
    /// The function.
    pub function: String,
    /// Whether messages of one group keep their order.
    pub fifo: bool,
    /// The most messages in a batch.
    pub batch: usize,
    /// The number of attempts after which a message goes to the dead letters.
    pub attempts: u32,
}

/// A function that the clock calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// The function.
    pub function: String,
    /// The minutes between two calls.
    pub minutes: u64,
}

/// The part of a template that the platform cannot interpret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("infra/template.yaml: {0}")]
pub struct Unreadable(String);

fn unreadable<T>(why: impl Into<String>) -> Result<T, Unreadable> {
    Err(Unreadable(why.into()))
}

/// Reads the wiring of a template.
///
/// # Errors
/// [`Unreadable`], naming the resource at fault.
pub fn read(yaml: &str) -> Result<Wiring, Unreadable> {
    let root: Value = serde_norway::from_str(yaml).map_err(|e| Unreadable(e.to_string()))?;
    let Some(resources) = root.get("Resources").and_then(Value::as_mapping) else {
        return unreadable("there are no Resources");
    };
    let globals = root.get("Globals").and_then(|globals| globals.get("Function"));
    let timeout = globals.and_then(|function| number(function, "Timeout"));
    let widened = |name: &&&str| globals.is_some_and(|function| function.get(**name).is_some());
    if let Some(name) = ["Policies", "Role"].iter().find(widened) {
        return unreadable(format!("Globals.Function has {name}; each function has its own"));
    }
    let mut reader = Reader { resources: BTreeMap::new(), functions: BTreeMap::new(), timeout };
    for (id, resource) in resources {
        let id = id.as_str().unwrap_or_default().to_owned();
        reader.resources.insert(id, resource.clone());
    }
    reader.read()
}

struct Reader {
    resources: BTreeMap<String, Value>,
    /// Logical id → function name.
    functions: BTreeMap<String, String>,
    /// The time-out of functions that name none.
    timeout: Option<usize>,
}

fn text<'a>(value: &'a Value, field: &str) -> Option<&'a str> {
    value.get(field).and_then(Value::as_str)
}

/// Returns the argument of an intrinsic function such as `!Sub`, or the plain string.
fn expression(value: &Value) -> Option<&str> {
    match value {
        Value::String(s) => Some(s),
        Value::Tagged(tagged) => tagged.value.as_str(),
        _ => None,
    }
}

impl Reader {
    fn of_type(&self, kind: &str) -> Vec<(&str, &Value)> {
        self.resources
            .iter()
            .filter(|(_, r)| text(r, "Type") == Some(kind))
            .filter_map(|(id, r)| Some((id.as_str(), r.get("Properties")?)))
            .collect()
    }

    fn read(mut self) -> Result<Wiring, Unreadable> {
        for (id, resource) in &self.resources {
            if text(resource, "Type") == Some("AWS::Serverless::Function") {
                let binary = resource
                    .get("Metadata")
                    .and_then(|m| m.get("BuildProperties"))
                    .and_then(|b| text(b, "Binary"));
                match binary {
                    Some(name) => self.functions.insert(id.clone(), name.to_owned()),
                    None => return unreadable(format!("{id} names no Binary")),
                };
            }
        }
        let (streams, queues) = self.events()?;
        Ok(Wiring {
            socket_routes: self.socket_routes()?,
            authorizer: self.authorizer()?,
            stage: self.stage()?,
            http_routes: self.http_routes()?,
            streams,
            queues,
            schedules: self.schedules()?,
            functions: self.functions.values().cloned().collect(),
            walls: self.walls()?,
        })
    }

    fn walls(&self) -> Result<BTreeMap<String, Wall>, Unreadable> {
        // A policy beside a function's own could widen its role, and nobody would compare it.
        let beside = self.resources.iter().find(|(_, resource)| {
            let kind = text(resource, "Type").unwrap_or_default();
            kind.starts_with("AWS::IAM::") && kind != "AWS::IAM::Role"
        });
        if let Some((id, _)) = beside {
            return unreadable(format!("{id} stands beside the functions' own policies"));
        }
        let all = self.of_type("AWS::Serverless::Function");
        let walls = all.into_iter().map(|(id, properties)| {
            let name = self.functions.get(id).cloned().unwrap_or_default();
            Ok((name, wall::read(id, properties, self.timeout)?))
        });
        walls.collect()
    }

    /// Returns the function whose logical id stands in an expression, as `${XFunction.Arn}` or
    /// `X.Arn`.
    fn function_in(&self, expression: &str) -> Option<String> {
        self.functions
            .iter()
            .find(|(id, _)| {
                expression.contains(&format!("${{{id}.Arn}}")) || expression == format!("{id}.Arn")
            })
            .map(|(_, name)| name.clone())
    }

    /// Returns the routes of both APIs, each (route key, function). A route key of the HTTP API has
    /// a space in it, as `GET /v1/me`; one of the WebSocket API has none.
    fn routes(&self) -> Result<Vec<(String, String)>, Unreadable> {
        let mut routes = Vec::new();
        for (id, route) in self.of_type("AWS::ApiGatewayV2::Route") {
            let Some(key) = text(route, "RouteKey") else {
                return unreadable(format!("{id} has no RouteKey"));
            };
            let target = route.get("Target").and_then(expression).unwrap_or_default();
            let integration = target
                .strip_prefix("integrations/${")
                .and_then(|rest| rest.strip_suffix('}'))
                .and_then(|id| self.resources.get(id))
                .and_then(|r| r.get("Properties"));
            let uri = integration.and_then(|i| i.get("IntegrationUri")).and_then(expression);
            match uri.and_then(|uri| self.function_in(uri)) {
                Some(function) => routes.push((key.to_owned(), function)),
                None => return unreadable(format!("{id} leads to no function")),
            }
        }
        Ok(routes)
    }

    fn http_routes(&self) -> Result<Vec<HttpRoute>, Unreadable> {
        let route = |(key, function): (String, String)| {
            let (method, path) = key.split_once(' ')?;
            Some(HttpRoute { method: method.to_owned(), path: path.to_owned(), function })
        };
        Ok(self.routes()?.into_iter().filter_map(route).collect())
    }

    fn socket_routes(&self) -> Result<BTreeMap<String, String>, Unreadable> {
        let routes: BTreeMap<String, String> =
            self.routes()?.into_iter().filter(|(key, _)| !key.contains(' ')).collect();
        for needed in ["$connect", "$disconnect", "$default"] {
            if !routes.contains_key(needed) {
                return unreadable(format!("the WebSocket API has no route {needed}"));
            }
        }
        Ok(routes)
    }

    fn authorizer(&self) -> Result<String, Unreadable> {
        let found = self.of_type("AWS::ApiGatewayV2::Authorizer");
        let [(id, authorizer)] = found.as_slice() else {
            return unreadable("there must be one WebSocket authorizer");
        };
        let uri = authorizer.get("AuthorizerUri").and_then(expression).unwrap_or_default();
        match self.function_in(uri) {
            Some(function) => Ok(function),
            None => unreadable(format!("{id} leads to no function")),
        }
    }

    fn stage(&self) -> Result<String, Unreadable> {
        // The HTTP API's stage has AWS's own name.
        let names = self.of_type("AWS::ApiGatewayV2::Stage").into_iter();
        match names.filter_map(|(_, stage)| text(stage, "StageName")).find(|n| *n != "$default") {
            Some(name) => Ok(name.to_owned()),
            None => unreadable("the WebSocket API has no stage"),
        }
    }

    fn events(&self) -> Result<(Vec<StreamMapping>, BTreeMap<String, QueueMapping>), Unreadable> {
        let (mut streams, mut queues) = (Vec::new(), BTreeMap::new());
        for (id, properties) in self.of_type("AWS::Serverless::Function") {
            let function = self.functions.get(id).cloned().unwrap_or_default();
            let Some(events) = properties.get("Events").and_then(Value::as_mapping) else {
                continue;
            };
            for (name, event) in events {
                let name = name.as_str().unwrap_or_default();
                let (Some(kind), Some(p)) = (text(event, "Type"), event.get("Properties")) else {
                    return unreadable(format!("{id}.{name} has no type or properties"));
                };
                match kind {
                    "DynamoDB" => streams.push(StreamMapping {
                        function: function.clone(),
                        filters: filters(p).map_err(|e| Unreadable(format!("{id}.{name}: {e}")))?,
                        batch: number(p, "BatchSize").unwrap_or(100),
                        window: number(p, "MaximumBatchingWindowInSeconds").unwrap_or(0) as u64,
                    }),
                    "SQS" => {
                        let (queue, mapping) = self.queue(id, name, &function, p)?;
                        queues.insert(queue, mapping);
                    }
                    other => return unreadable(format!("{id}.{name} is of type {other}")),
                }
            }
        }
        Ok((streams, queues))
    }

    fn queue(
        &self,
        id: &str,
        name: &str,
        function: &str,
        event: &Value,
    ) -> Result<(String, QueueMapping), Unreadable> {
        let arn = event.get("Queue").and_then(expression).unwrap_or_default();
        let queue = arn.strip_suffix(".Arn").unwrap_or(arn);
        let Some(properties) = self.resources.get(queue).and_then(|r| r.get("Properties")) else {
            return unreadable(format!("{id}.{name} reads a queue that does not exist: {arn}"));
        };
        let redrive = properties.get("RedrivePolicy");
        Ok((
            queue.to_owned(),
            QueueMapping {
                function: function.to_owned(),
                fifo: properties.get("FifoQueue").and_then(Value::as_bool).unwrap_or(false),
                batch: number(event, "BatchSize").unwrap_or(10),
                attempts: redrive
                    .and_then(|r| number(r, "maxReceiveCount"))
                    .and_then(|n| u32::try_from(n).ok())
                    .unwrap_or(5),
            },
        ))
    }

    fn schedules(&self) -> Result<Vec<Schedule>, Unreadable> {
        let mut schedules = Vec::new();
        for (id, rule) in self.of_type("AWS::Events::Rule") {
            let Some(rate) = text(rule, "ScheduleExpression") else { continue };
            let minutes = rate
                .strip_prefix("rate(")
                .and_then(|r| r.strip_suffix(')'))
                .and_then(|r| r.split_once(' '))
                .filter(|(_, unit)| unit.starts_with("minute"))
                .and_then(|(n, _)| n.parse().ok());
            let Some(minutes) = minutes else {
                return unreadable(format!("{id}: the schedule {rate} is not rate(n minutes)"));
            };
            let targets = rule.get("Targets").and_then(Value::as_sequence);
            for target in targets.into_iter().flatten() {
                let arn = target.get("Arn").and_then(expression).unwrap_or_default();
                match self.function_in(arn) {
                    Some(function) => schedules.push(Schedule { function, minutes }),
                    None => return unreadable(format!("{id} calls no function: {arn}")),
                }
            }
        }
        Ok(schedules)
    }
}

fn number(value: &Value, field: &str) -> Option<usize> {
    value.get(field).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok())
}

fn filters(event: &Value) -> Result<Vec<Json>, String> {
    let Some(criteria) = event.get("FilterCriteria") else { return Ok(Vec::new()) };
    let list = criteria.get("Filters").and_then(Value::as_sequence);
    list.into_iter()
        .flatten()
        .map(|filter| {
            let pattern = text(filter, "Pattern").ok_or("a filter has no pattern")?;
            let pattern: Json = serde_json::from_str(pattern).map_err(|e| e.to_string())?;
            check(&pattern)?;
            Ok(pattern)
        })
        .collect()
}

/// Refuses operators that [`fn@matches`] does not know.
fn check(pattern: &Json) -> Result<(), String> {
    match pattern {
        Json::Object(fields) => fields.values().try_for_each(check),
        Json::Array(options) => options.iter().try_for_each(|option| match option {
            Json::String(_) | Json::Number(_) | Json::Bool(_) | Json::Null => Ok(()),
            Json::Object(o) if o.len() == 1 && o.contains_key("prefix") => Ok(()),
            other => Err(format!("the filter operator {other} is not known here")),
        }),
        other => Err(format!("{other} is not a filter pattern")),
    }
}

/// Whether an event matches a filter pattern.
#[must_use]
pub fn matches(pattern: &Json, event: &Json) -> bool {
    match pattern {
        Json::Object(fields) => fields
            .iter()
            .all(|(name, inner)| matches(inner, event.get(name).unwrap_or(&Json::Null))),
        Json::Array(options) => options.iter().any(|option| match option.get("prefix") {
            Some(prefix) => match (event.as_str(), prefix.as_str()) {
                (Some(text), Some(prefix)) => text.starts_with(prefix),
                _ => false,
            },
            None => option == event,
        }),
        _ => false,
    }
}
