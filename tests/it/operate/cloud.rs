//! A cloud behind the SDK's seam: CloudFormation, the table, queues, functions, secrets and pages,
//! each as a test wants it.

mod services;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use domain::Millis;
use operate::aws::credentials::Surroundings;
use operate::aws::trouble::Trouble;
use operate::home::Home;
use operate::place::{HomeKind, Place};
use platform::engine::Engine;
use serde_json::{Value, json};

/// Monday, 30 November 2026, 12:00 UTC.
pub const NOON: i64 = 1_796_040_000_000;
pub const DATE: &str = "Mon, 30 Nov 2026 12:00:00 GMT";
pub const ISSUER: &str = "https://id.acme.test";
pub const CONSOLE: &str = "https://desk.acme.test";

/// A queue: its attributes, its messages with the number of their receipt.
#[derive(Default, Clone)]
pub struct Queue {
    pub visibility: u64,
    pub redrive: bool,
    pub letters: VecDeque<(String, String)>,
    pub hidden: BTreeMap<String, String>,
    /// Messages that the queue refuses, by a part of their body.
    pub refuses: Option<String>,
}

/// Everything that a test may change.
pub struct Account {
    pub parameters: BTreeMap<&'static str, String>,
    pub outputs: BTreeMap<&'static str, String>,
    pub status: String,
    pub table: Value,
    pub ttl: Value,
    pub recovery: &'static str,
    pub queues: BTreeMap<String, Queue>,
    pub functions: BTreeMap<String, Value>,
    pub concurrency: BTreeMap<String, u64>,
    pub mapping: &'static str,
    pub rule: &'static str,
    pub secret: Option<String>,
    pub pages: BTreeMap<String, (u16, String)>,
    pub provider: (u16, Value),
    pub date: &'static str,
    /// An answer that every signed request gets: status, code, message.
    pub refuse: Option<(u16, &'static str, &'static str)>,
    pub offline: bool,
    /// The requests to SQS that go well before the network is gone.
    pub left: Option<usize>,
}

pub struct Cloud {
    engine: Engine,
    pub account: Mutex<Account>,
}

const FUNCTIONS: [&str; 11] = [
    "ConnectionFunction",
    "IngestFunction",
    "MessagingFunction",
    "AssignmentFunction",
    "TransferFunction",
    "DiscussFunction",
    "FanoutFunction",
    "TimersFunction",
    "DeliverFunction",
    "ProjectionFunction",
    "ApiFunction",
];
const DEAD: [&str; 5] = [
    "OutboxDeadLetterQueue",
    "TimerDeadLetterQueue",
    "FileDeadLetterQueue",
    "StreamFailureQueue",
    "SweepDeadLetterQueue",
];

fn url(id: &str) -> String {
    format!("https://sqs.eu-central-1.amazonaws.com/1/{id}")
}

/// The variables that the template gives a function.
fn variables(id: &str) -> Value {
    let root: serde_norway::Value = serde_norway::from_str(platform::template::TEMPLATE).unwrap();
    let names = &root["Resources"][id]["Properties"]["Environment"]["Variables"];
    let names = names.as_mapping().unwrap().keys().map(|name| name.as_str().unwrap().to_owned());
    names.map(|name| (name, json!("info"))).collect::<serde_json::Map<_, _>>().into()
}

impl Cloud {
    /// A stack in good health, with one admin, team, queue and account.
    pub async fn new() -> Arc<Self> {
        let text = str::to_owned;
        let mut queues: BTreeMap<String, Queue> = ["OutboxQueue", "TimerQueue", "FileQueue"]
            .map(|id| (url(id), Queue { visibility: 180, redrive: true, ..Queue::default() }))
            .into();
        queues.extend(DEAD.map(|id| (url(id), Queue::default())));
        let functions = FUNCTIONS.map(|id| {
            (text(id), json!({"State": "Active", "Environment": {"Variables": variables(id)}}))
        });
        let account = Account {
            parameters: [
                ("OidcIssuer", text(ISSUER)),
                ("OidcClientId", text("console")),
                ("AllowedOrigins", text(CONSOLE)),
                ("ChannelSecretArn", text("arn:aws:secretsmanager:eu-central-1:1:secret:acme")),
                ("GraphUrl", text("https://graph.test/v26.0")),
                ("LogLevel", text("info")),
                ("AlarmTopicArn", text("arn:aws:sns:eu-central-1:1:alarms")),
            ]
            .into(),
            outputs: [
                ("Version", text(env!("CARGO_PKG_VERSION"))),
                ("ConsoleUrl", text(CONSOLE)),
                ("WebSocketUrl", text("wss://socket.test/live")),
            ]
            .into(),
            status: text("UPDATE_COMPLETE"),
            table: json!({"TableStatus": "ACTIVE", "DeletionProtectionEnabled": true,
                "KeySchema": [{"AttributeName": "pk"}, {"AttributeName": "sk"}],
                "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}),
            ttl: json!({"TimeToLiveStatus": "ENABLED", "AttributeName": "ttl"}),
            recovery: "ENABLED",
            queues,
            functions: functions.into(),
            concurrency: BTreeMap::new(),
            mapping: "Enabled",
            rule: "ENABLED",
            secret: Some(secret("9f8e7d6c5b4a39281706f5e4d3c2b1a0")),
            pages: [
                (text(CONSOLE), (200, text("<html>"))),
                (format!("{CONSOLE}/"), (200, text("<html>"))),
                (
                    format!("{CONSOLE}/config.json"),
                    (200, json!({"issuer": ISSUER, "clientId": "console"}).to_string()),
                ),
                (
                    format!("{ISSUER}/.well-known/openid-configuration"),
                    (
                        200,
                        json!({"issuer": ISSUER, "authorization_endpoint": format!("{ISSUER}/authorize")})
                            .to_string(),
                    ),
                ),
                (format!("{ISSUER}/authorize"), (200, text("Sign in"))),
            ]
            .into(),
            provider: (
                200,
                json!({"display_phone_number": "+49 30 1", "verified_name": "Acme",
                       "data": {"is_valid": true}}),
            ),
            date: DATE,
            refuse: None,
            offline: false,
            left: None,
        };
        let cloud =
            Arc::new(Self { engine: Engine::memory().unwrap(), account: Mutex::new(account) });
        let home = cloud.home().await.unwrap();
        store::table::create(&home.app.table_client(), "Table").await.unwrap();
        let records = platform::demo::records().into_iter().filter(|record| match record {
            store::settings::directory::Record::Asset(asset) => asset.channel == "whatsapp",
            _ => true,
        });
        let records: Vec<_> = records.collect();
        home.app.store.put_records(&records).await.unwrap();
        let asset = platform::sandbox::ASSET.parse().unwrap();
        let sign = store::asset::Sign::Webhook;
        home.app.store.note_sign(&asset, sign, Millis(NOON - 60_000), "").await.unwrap();
        home.app.store.set_swept_until(Millis(NOON).minute() - 1).await.unwrap();
        cloud
    }

    pub fn place(stack: &str, region: &str) -> Place {
        Place {
            home: HomeKind::Aws,
            data: "data".into(),
            stack: Some(stack.to_owned()),
            region: Some(region.to_owned()),
            profile: None,
            json: false,
        }
    }

    /// The surroundings of somebody with credentials.
    pub fn around() -> Surroundings {
        let text = str::to_owned;
        let variables = [("AWS_ACCESS_KEY_ID", "AKIA"), ("AWS_SECRET_ACCESS_KEY", "secret")];
        Surroundings {
            variables: variables.map(|(name, value)| (text(name), text(value))).into(),
            ..Surroundings::default()
        }
    }

    pub async fn home(self: &Arc<Self>) -> Result<Home, Trouble> {
        self.home_of(&Self::place("acme", "eu-central-1"), &Self::around()).await
    }

    pub async fn home_of(
        self: &Arc<Self>,
        place: &Place,
        around: &Surroundings,
    ) -> Result<Home, Trouble> {
        let connector = SharedHttpConnector::new(Connector(Arc::clone(self)));
        Home::aws(place, around, connector, Arc::new(|| Millis(NOON))).await
    }

    /// Changes the account.
    pub fn with(&self, change: impl FnOnce(&mut Account)) {
        change(&mut self.account.lock().unwrap());
    }

    pub fn queue(&self, id: &str) -> Queue {
        self.account.lock().unwrap().queues[&url(id)].clone()
    }

    pub fn with_queue(&self, id: &str, change: impl FnOnce(&mut Queue)) {
        self.with(|account| change(account.queues.get_mut(&url(id)).unwrap()));
    }

    pub fn remove_queue(&self, id: &str) {
        self.with(|account| drop(account.queues.remove(&url(id))));
    }
}

/// The installation's secret.
pub fn secret(visitor_key: &str) -> String {
    json!({"whatsapp_app_secret": "5d41402abc4b2a76", "whatsapp_verify_token": "b9719d911017c592",
        "whatsapp_access_token": "EAAGm0PX4ZCps", "visitor_key": visitor_key})
    .to_string()
}

#[derive(Clone)]
struct Connector(Arc<Cloud>);

impl std::fmt::Debug for Connector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cloud")
    }
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let body = request.body().bytes().unwrap_or_default().to_vec();
        let target = request.headers().get("x-amz-target").unwrap_or_default().to_owned();
        let signed = request.headers().get("authorization").is_some_and(|a| a.starts_with("AWS4"));
        let answer = self.0.answer(request.uri(), &target, &body, signed);
        let date = self.0.account.lock().unwrap().date;
        HttpConnectorFuture::ready(match answer {
            None => Err(ConnectorError::io("the network is unreachable".into())),
            Some((status, body)) => {
                let mut response =
                    HttpResponse::new(status.try_into().unwrap(), SdkBody::from(body));
                response.headers_mut().insert("date", date);
                Ok(response)
            }
        })
    }
}

fn no(status: u16, code: &str, message: &str) -> (u16, String) {
    (status, json!({"__type": code, "message": message}).to_string())
}

impl Cloud {
    fn answer(&self, uri: &str, target: &str, body: &[u8], signed: bool) -> Option<(u16, String)> {
        let mut account = self.account.lock().unwrap();
        if account.offline {
            return None;
        }
        let host = uri.trim_start_matches("https://").split('/').next().unwrap_or_default();
        let service = host.split('.').next().unwrap_or_default();
        let form = String::from_utf8_lossy(body).into_owned();
        let request: Value = serde_json::from_slice(body).unwrap_or_default();
        if let Some((status, code, message)) = account.refuse.filter(|_| signed && service != "sts")
        {
            let xml = format!("<Error><Code>{code}</Code><Message>{message}</Message></Error>");
            let query = service == "cloudformation";
            return Some(if query { (status, xml) } else { no(status, code, message) });
        }
        let operation = target.rsplit('.').next().unwrap_or_default();
        Some(match service {
            "cloudformation" => services::formation(&account, &form),
            "sts" => (200, "<Account>111122223333</Account>".to_owned()),
            "dynamodb" => match operation {
                "DescribeTable" if account.table.is_null() => {
                    no(400, "ResourceNotFoundException", "Requested resource not found")
                }
                "DescribeTable" => (200, json!({"Table": account.table}).to_string()),
                "DescribeTimeToLive" => {
                    (200, json!({"TimeToLiveDescription": account.ttl}).to_string())
                }
                "DescribeContinuousBackups" => {
                    let point = json!({"PointInTimeRecoveryStatus": account.recovery});
                    let all = json!({"PointInTimeRecoveryDescription": point});
                    (200, json!({"ContinuousBackupsDescription": all}).to_string())
                }
                _ => {
                    let answer = self.engine.answer(operation, body);
                    (answer.status, answer.body)
                }
            },
            "sqs" => return services::queues(&mut account, operation, &request),
            "events" if account.rule.is_empty() => no(400, "ResourceNotFoundException", "no rule"),
            "events" => {
                let rule = json!({"State": account.rule, "ScheduleExpression": "rate(1 minute)"});
                (200, rule.to_string())
            }
            "secretsmanager" => match &account.secret {
                Some(secret) => (200, json!({"SecretString": secret}).to_string()),
                None => no(400, "ResourceNotFoundException", "Secrets Manager can't find it"),
            },
            "lambda" => services::functions(&account, uri),
            _ if uri.starts_with("https://graph.test") => {
                (account.provider.0, account.provider.1.to_string())
            }
            _ => {
                let page = account.pages.get(uri.split('?').next().unwrap_or(uri));
                page.cloned().unwrap_or((404, String::new()))
            }
        })
    }
}
