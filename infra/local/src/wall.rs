//! The permissions that a call to AWS needs, and the answer to a call that is not allowed.
//!
//! Resources are named as the template names them, so that a call and a policy compare as texts.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use serde_json::{Value, json};

use crate::template::{Need, Wall};

/// The addresses by which this place recognises AWS's services.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The address of the bucket for files.
    pub files: &'a str,
    /// The beginning of the names of secrets.
    pub secrets: &'a str,
}

/// The end of the ARN of every resource of one service, as the template writes it.
fn arn(service: &str, rest: &str) -> String {
    format!("arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{rest}")
}

fn need(action: impl Into<String>, resource: impl Into<String>) -> Need {
    Need { action: action.into(), resource: resource.into() }
}

/// Returns what AWS would have to allow for a request; nothing for requests to others.
#[must_use]
pub fn needs(place: Place<'_>, request: &HttpRequest) -> Vec<Need> {
    let body = request.body().bytes().unwrap_or_default();
    let uri = request.uri();
    let header = |name: &str| request.headers().get(name);
    if let Some(key) = uri.strip_prefix(place.files) {
        let key = key.split('?').next().unwrap_or_default();
        return objects(request.method(), key, header("x-amz-copy-source"));
    }
    let asked = || -> Value { serde_json::from_slice(body).unwrap_or_default() };
    match header("x-amz-target").and_then(|target| target.split_once('.')) {
        Some((service, operation)) if service.starts_with("DynamoDB_") => table(operation, asked),
        Some(("AmazonSQS", operation)) => {
            let queue = asked()["QueueUrl"].as_str().unwrap_or_default().to_owned();
            let queue = queue.rsplit('/').next().unwrap_or_default();
            vec![need(format!("sqs:{operation}"), format!("{queue}.Arn"))]
        }
        Some(("AWSEvents", operation)) => {
            let bus = asked()["Entries"][0]["EventBusName"].as_str().unwrap_or_default().to_owned();
            vec![need(format!("events:{operation}"), format!("{bus}.Arn"))]
        }
        Some(("secretsmanager", operation)) => {
            let asked = asked();
            let id = asked["SecretId"].as_str().or(asked["Name"].as_str()).unwrap_or_default();
            // The stack's own secret is named by what `!Ref` returns, an asset's by its name.
            let resource = match id.strip_prefix(place.secrets) {
                Some(asset) => arn(
                    "secretsmanager",
                    &format!("secret:switchboard/${{AWS::StackName}}/assets/{asset}"),
                ),
                None => id.to_owned(),
            };
            vec![need(format!("secretsmanager:{operation}"), resource)]
        }
        _ if uri.ends_with("/v2/email/outbound-emails") => mails(&asked()),
        _ => match uri.split_once("/@connections/") {
            Some((stage, socket)) => {
                let stage = stage.rsplit('/').next().unwrap_or_default();
                let method = request.method();
                let rest = format!("${{WebSocketApi}}/{stage}/{method}/@connections/{socket}");
                vec![need("execute-api:ManageConnections", arn("execute-api", &rest))]
            }
            None => Vec::new(),
        },
    }
}

/// Sending a mail needs the right to its sender's identity, and to its configuration set.
fn mails(asked: &Value) -> Vec<Need> {
    let sender = asked["FromEmailAddress"].as_str().unwrap_or_default();
    let set = asked["ConfigurationSetName"].as_str();
    let set = set.map(|set| format!("configuration-set/{set}"));
    let all = std::iter::once(format!("identity/{sender}")).chain(set);
    all.map(|rest| need("ses:SendEmail", arn("ses", &rest))).collect()
}

fn table(operation: &str, asked: impl Fn() -> Value) -> Vec<Need> {
    let needs = |action: &str| need(format!("dynamodb:{action}"), "Table.Arn");
    if operation != "TransactWriteItems" {
        return vec![needs(operation)];
    }
    // A transaction needs the permission of each of its parts, and none of its own.
    let asked = asked();
    let parts = asked["TransactItems"].as_array().into_iter().flatten();
    let kinds = parts.filter_map(Value::as_object).flat_map(|part| part.keys());
    let mut all: Vec<Need> = kinds
        .map(|kind| match kind.as_str() {
            "ConditionCheck" => needs("ConditionCheckItem"),
            kind => needs(&format!("{kind}Item")),
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

/// The permissions that putting, getting or removing an object needs.
#[must_use]
pub fn objects(method: &str, key: &str, copied: Option<&str>) -> Vec<Need> {
    let object = |key: &str| format!("${{FilesBucket.Arn}}/{}", key.trim_start_matches('/'));
    let action = match method {
        "PUT" => "s3:PutObject",
        "DELETE" => "s3:DeleteObject",
        _ => "s3:GetObject",
    };
    let mut all = vec![need(action, object(key))];
    if let Some((_, source)) = copied.and_then(|source| source.trim_matches('/').split_once('/')) {
        all.push(need("s3:GetObject", object(source)));
    }
    all
}

/// Returns the first thing that a function's walls do not allow.
#[must_use]
pub fn refused<'a>(wall: &Wall, needs: &'a [Need]) -> Option<&'a Need> {
    needs.iter().find(|need| wall.grant(need).is_none())
}

/// AWS's answer to a call that no policy allows.
#[must_use]
pub fn denied(function: &str, need: &Need) -> (u16, Value) {
    let (action, resource) = (&need.action, &need.resource);
    let status =
        if action.starts_with("s3:") || action.starts_with("execute-api:") { 403 } else { 400 };
    let message = format!(
        "User: {function} is not authorized to perform: {action} on resource: {resource} because no \
         identity-based policy allows the {action} action"
    );
    (status, json!({"__type": "AccessDeniedException", "Message": message, "message": message}))
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_types::body::SdkBody;

    const PLACE: Place<'static> = Place { files: "http://files.test/files", secrets: "sb/assets/" };

    fn asked(method: &str, uri: &str, target: Option<&str>, body: &Value) -> Vec<String> {
        let mut request = HttpRequest::new(SdkBody::from(body.to_string()));
        request.set_method(method).unwrap();
        request.set_uri(uri.to_owned()).unwrap();
        if let Some(target) = target {
            request.headers_mut().insert("x-amz-target", target.to_owned());
        }
        let needs = needs(PLACE, &request);
        needs.into_iter().map(|need| format!("{} {}", need.action, need.resource)).collect()
    }

    #[test]
    fn a_transaction_needs_what_each_of_its_parts_needs() {
        let body = json!({"TransactItems": [{"Put": {}}, {"ConditionCheck": {}}, {"Put": {}}]});
        let target = Some("DynamoDB_20120810.TransactWriteItems");
        let needs = asked("POST", "http://aws.test/", target, &body);
        assert_eq!(needs, ["dynamodb:ConditionCheckItem Table.Arn", "dynamodb:PutItem Table.Arn"]);
    }

    #[test]
    fn a_copy_reads_one_object_and_writes_another() {
        let mut request = HttpRequest::new(SdkBody::empty());
        request.set_method("PUT").unwrap();
        request.set_uri("http://files.test/files/files/b?x=1").unwrap();
        request.headers_mut().insert("x-amz-copy-source", "/bucket/incoming/a");
        let needs = needs(PLACE, &request);
        assert_eq!(needs[0], need("s3:PutObject", "${FilesBucket.Arn}/files/b"));
        assert_eq!(needs[1], need("s3:GetObject", "${FilesBucket.Arn}/incoming/a"));
    }

    #[test]
    fn a_socket_a_queue_a_bus_and_a_secret_are_named_as_in_the_template() {
        let posted = asked("POST", "http://aws.test/live/@connections/abc", None, &json!({}));
        assert!(posted[0].ends_with(":${WebSocketApi}/live/POST/@connections/abc"), "{posted:?}");
        let body = json!({"QueueUrl": "http://aws.test/queue/OutboxQueue"});
        let sent = asked("POST", "http://aws.test/", Some("AmazonSQS.SendMessage"), &body);
        assert_eq!(sent, ["sqs:SendMessage OutboxQueue.Arn"]);
        let body = json!({"Entries": [{"EventBusName": "DomainBus"}]});
        let put = asked("POST", "http://aws.test/", Some("AWSEvents.PutEvents"), &body);
        assert_eq!(put, ["events:PutEvents DomainBus.Arn"]);
        let body = json!({"SecretId": "sb/assets/line"});
        let read = asked("POST", "http://aws.test/", Some("secretsmanager.GetSecretValue"), &body);
        assert!(read[0].ends_with("secret:switchboard/${AWS::StackName}/assets/line"), "{read:?}");
        assert!(asked("GET", "http://provider.test/v26.0/1", None, &json!({})).is_empty());
    }
}
