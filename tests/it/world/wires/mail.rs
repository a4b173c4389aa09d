//! Amazon SES, and the certificate of its notifications.

use std::collections::VecDeque;

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use channels::email::{Letter, read};
use platform::sandbox::mailbox::sns;
use serde_json::{Value, json};

use super::Wires;

/// The address of SES in the stage.
pub const SES: &str = "http://ses.test";

/// The requests to SES.
#[derive(Default)]
pub struct Ses {
    /// The mails that it took, as they came.
    pub taken: Vec<Vec<u8>>,
    /// The requests that brought them.
    pub requests: Vec<Value>,
    /// Errors to give before it takes mails again: status and kind.
    pub refusals: VecDeque<(u16, &'static str)>,
    /// The visits of subscriptions, and of certificates.
    pub visits: Vec<String>,
    /// Whether nobody answers.
    pub down: bool,
}

impl Ses {
    /// The mail that it took last, read.
    pub fn last(&self) -> Letter {
        read(self.taken.last().unwrap()).unwrap()
    }
}

impl Wires {
    pub(super) fn mails(
        &self,
        request: &HttpRequest,
    ) -> Option<Result<HttpResponse, ConnectorError>> {
        let path = request.uri().strip_prefix(SES)?;
        let mut ses = self.mail.lock().unwrap();
        if ses.down {
            return Some(Err(ConnectorError::io("the line broke".into())));
        }
        let answer = |status: u16, body: String| {
            HttpResponse::new(status.try_into().unwrap(), SdkBody::from(body))
        };
        if request.method() == "GET" {
            ses.visits.push(path.to_owned());
            let body = if path.ends_with(".pem") { sns::CERTIFICATE } else { "<Confirmed/>" };
            return Some(Ok(answer(200, body.to_owned())));
        }
        assert_eq!(path, "/v2/email/outbound-emails");
        let signed = request.headers().get("authorization").unwrap();
        assert!(signed.starts_with("AWS4-HMAC-SHA256") && signed.contains("/ses/aws4_request"));
        if let Some((status, kind)) = ses.refusals.pop_front() {
            let mut refused = answer(status, json!({"message": "by the test"}).to_string());
            refused.headers_mut().insert("x-amzn-errortype", kind);
            return Some(Ok(refused));
        }
        let body = request.body().bytes().unwrap_or_default();
        let asked: Value = serde_json::from_slice(body).unwrap();
        let data = asked["Content"]["Raw"]["Data"].as_str().unwrap();
        ses.taken.push(STANDARD.decode(data).unwrap());
        ses.requests.push(asked);
        Some(Ok(answer(200, json!({"MessageId": format!("ses-{}", ses.taken.len())}).to_string())))
    }

    /// Puts a raw mail into the bucket, as SES does.
    pub fn keeps_mail(&self, key: &str, raw: &[u8]) {
        self.files.keep(key, raw).unwrap();
    }

    /// Reads an object of the bucket.
    pub fn object(&self, key: &str) -> Option<Vec<u8>> {
        let ask =
            platform::files::Ask { method: "GET", key, query: "", header: &|_| None, body: &[] };
        let answer = self.files.answer(&ask);
        (answer.status == 200).then_some(answer.body)
    }
}

impl Wires {
    /// How many entries of all logs hold a word.
    pub fn count_of(&self, word: &str) -> usize {
        let mut from = serde_json::Value::Null;
        let mut count = 0;
        loop {
            let mut scan = json!({"TableName": "switchboard",
                "FilterExpression": "begins_with(sk, :e)",
                "ExpressionAttributeValues": {":e": {"S": "E#"}}});
            if !from.is_null() {
                scan["ExclusiveStartKey"] = from;
            }
            let answer = self.engine.answer("Scan", scan.to_string().as_bytes());
            let found: Value = serde_json::from_str(&answer.body).unwrap();
            let items = found["Items"].as_array().unwrap();
            let holds = |item: &&Value| item["e"]["S"].as_str().is_some_and(|e| e.contains(word));
            count += items.iter().filter(holds).count();
            from = found["LastEvaluatedKey"].clone();
            if from.is_null() {
                return count;
            }
        }
    }
}
