//! AWS's APIs besides the table: sockets, queues, the bus.
//!
//! All clients share one HTTP connector, which is the seam: the local platform and the tests hand
//! in their own, and see the same requests that AWS would.

use aws_sdk_apigatewaymanagement::operation::delete_connection::DeleteConnectionError;
use aws_sdk_apigatewaymanagement::operation::post_to_connection::PostToConnectionError;
use aws_sdk_apigatewaymanagement::primitives::Blob;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_eventbridge::types::PutEventsRequestEntry;
use aws_smithy_runtime_api::client::http::{SharedHttpClient, SharedHttpConnector, http_client_fn};

use crate::runtime::metric;
use crate::{Config, Failure};

pub(crate) struct Clients {
    pub(crate) table: aws_sdk_dynamodb::Client,
    pub(crate) sockets: aws_sdk_apigatewaymanagement::Client,
    pub(crate) queues: aws_sdk_sqs::Client,
    pub(crate) bus: aws_sdk_eventbridge::Client,
}

macro_rules! client {
    ($sdk:ident, $config:expr, $http:expr, $endpoint:expr) => {{
        let mut builder = $sdk::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new($config.region.clone()))
            .credentials_provider(credentials($config))
            .http_client($http.clone());
        builder.set_endpoint_url($endpoint);
        $sdk::Client::from_conf(builder.build())
    }};
}

fn credentials(config: &Config) -> Credentials {
    let c = &config.credentials;
    Credentials::new(&c.key_id, &c.secret, c.token.clone(), None, "environment")
}

impl Clients {
    pub(crate) fn new(config: &Config, connector: &SharedHttpConnector) -> Self {
        let connector = connector.clone();
        let http: SharedHttpClient = http_client_fn(move |_, _| connector.clone());
        let endpoint = || config.endpoint.clone();
        Self {
            table: client!(aws_sdk_dynamodb, config, http, endpoint()),
            sockets: client!(
                aws_sdk_apigatewaymanagement,
                config,
                http,
                Some(config.sockets_url.clone()).filter(|u| !u.is_empty())
            ),
            queues: client!(aws_sdk_sqs, config, http, endpoint()),
            bus: client!(aws_sdk_eventbridge, config, http, endpoint()),
        }
    }
}

/// The largest message that API Gateway takes for a socket.
const FRAME_LIMIT: usize = 128 * 1024;

/// Agents' and visitors' sockets, by connection id.
#[derive(Debug, Clone)]
pub struct Sockets(aws_sdk_apigatewaymanagement::Client);

/// The result of posting a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    /// The gateway has it.
    Done,
    /// The socket is gone, and will not come back.
    Gone,
    /// The frame did not get through. The client will find the gap.
    Failed,
    /// The gateway does not take the frame, now or ever.
    Refused,
}

impl Sockets {
    pub(crate) const fn new(client: aws_sdk_apigatewaymanagement::Client) -> Self {
        Self(client)
    }

    /// Counts a frame that no gateway takes. It is a mistake of ours: the client would ask for it
    /// for ever.
    fn refused(socket: &str, frame: &[u8]) -> Posted {
        let kind: String = String::from_utf8_lossy(frame).chars().take(40).collect();
        tracing::error!(socket, bytes = frame.len(), kind, "a frame is too large to be sent");
        metric::count(metric::FRAMES_REFUSED);
        Posted::Refused
    }

    /// Sends a frame. Best effort: the log is the truth, and clients ask for what they missed.
    pub async fn post(&self, socket: &str, frame: &[u8]) -> Posted {
        if frame.len() > FRAME_LIMIT {
            return Self::refused(socket, frame);
        }
        let sent =
            self.0.post_to_connection().connection_id(socket).data(Blob::new(frame)).send().await;
        match sent {
            Ok(_) => Posted::Done,
            Err(error) => match error.as_service_error() {
                Some(PostToConnectionError::GoneException(_)) => Posted::Gone,
                Some(PostToConnectionError::PayloadTooLargeException(_)) => {
                    Self::refused(socket, frame)
                }
                _ => {
                    tracing::warn!(socket, error = %error, "a frame did not get through");
                    metric::count(metric::PUSHES_FAILED);
                    Posted::Failed
                }
            },
        }
    }
}

impl Sockets {
    /// Closes a socket, unless it is gone. If the call fails, the socket lives on until its next
    /// frame, and the server sends nothing to it.
    pub(crate) async fn close(&self, socket: &str) {
        let sent = self.0.delete_connection().connection_id(socket).send().await;
        if let Err(error) = sent
            && !error.as_service_error().is_some_and(DeleteConnectionError::is_gone_exception)
        {
            tracing::warn!(socket, error = %error, "a socket was not closed");
        }
    }
}

/// The outbox, timer and file queues.
#[derive(Debug, Clone)]
pub struct Queues {
    client: aws_sdk_sqs::Client,
    outbox_url: String,
    timer_url: String,
    file_url: String,
}

impl Queues {
    pub(crate) fn new(client: aws_sdk_sqs::Client, config: &Config) -> Self {
        Self {
            client,
            outbox_url: config.outbox_queue_url.clone(),
            timer_url: config.timer_queue_url.clone(),
            file_url: config.file_queue_url.clone(),
        }
    }

    /// Puts a message into the outbox queue; SQS delivers the messages of one group one by one.
    ///
    /// # Errors
    /// If SQS fails.
    pub async fn wake_outbox(&self, group: &str, id: &str, body: String) -> Result<(), Failure> {
        self.client
            .send_message()
            .queue_url(&self.outbox_url)
            .message_group_id(group)
            .message_deduplication_id(id)
            .message_body(body)
            .send()
            .await
            .map(|_| ())
            .map_err(|e| Failure::Service { what: "the outbox queue", why: describe(&e) })
    }

    /// Puts a message into the timer queue, which shows it after `delay` seconds (at most 900).
    ///
    /// # Errors
    /// If SQS fails.
    pub async fn set_timer(&self, delay: i32, body: String) -> Result<(), Failure> {
        self.client
            .send_message()
            .queue_url(&self.timer_url)
            .delay_seconds(delay.clamp(0, 900))
            .message_body(body)
            .send()
            .await
            .map(|_| ())
            .map_err(|e| Failure::Service { what: "the timer queue", why: describe(&e) })
    }

    /// Puts a message into the file queue, which shows it after `delay` seconds (at most 900).
    ///
    /// # Errors
    /// If SQS fails.
    pub async fn want_file(&self, delay: i32, body: String) -> Result<(), Failure> {
        self.client
            .send_message()
            .queue_url(&self.file_url)
            .delay_seconds(delay.clamp(0, 900))
            .message_body(body)
            .send()
            .await
            .map(|_| ())
            .map_err(|e| Failure::Service { what: "the file queue", why: describe(&e) })
    }
}

/// The bus for domain events (F108).
#[derive(Debug, Clone)]
pub struct Bus {
    client: aws_sdk_eventbridge::Client,
    name: String,
}

impl Bus {
    pub(crate) const fn new(client: aws_sdk_eventbridge::Client, name: String) -> Self {
        Self { client, name }
    }

    /// Puts domain events on the bus, each as (detail type, detail), ten to a request.
    ///
    /// # Errors
    /// If EventBridge fails, or takes only some of them.
    pub async fn put(&self, events: &[(String, String)]) -> Result<(), Failure> {
        let failed = |why: String| Failure::Service { what: "the event bus", why };
        for chunk in events.chunks(10) {
            let entries = chunk.iter().map(|(kind, detail)| {
                PutEventsRequestEntry::builder()
                    .event_bus_name(&self.name)
                    .source("switchboard")
                    .detail_type(kind)
                    .detail(detail)
                    .build()
            });
            let answer = self
                .client
                .put_events()
                .set_entries(Some(entries.collect()))
                .send()
                .await
                .map_err(|e| failed(describe(&e)))?;
            if answer.failed_entry_count() > 0 {
                return Err(failed(format!("{} events not taken", answer.failed_entry_count())));
            }
        }
        Ok(())
    }
}

fn describe<E: std::error::Error>(error: &E) -> String {
    aws_sdk_dynamodb::error::DisplayErrorContext(error).to_string()
}
