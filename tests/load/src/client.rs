//! HTTP over kept connections, signed webhooks, and sockets.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use hmac::{Hmac, Mac};
use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio_tungstenite::WebSocketStream;

use crate::Failed;

/// The most webhooks on their way at once; a webhook that is due beyond that waits, and its wait
/// counts.
const CONNECTIONS: usize = 128;
// The secrets of the local platform's sandbox.
const APP_SECRET: &str = "demo-app-secret";
const PHONE_NUMBER_ID: &str = "106540352242922";
const WEBHOOK: &str = "/webhooks/whatsapp/wa-demo";

/// Talks to the platform.
pub(crate) struct Client {
    /// Host and port.
    pub(crate) authority: String,
    idle: Mutex<Vec<SendRequest<Full<Bytes>>>>,
    permits: Semaphore,
}

impl Client {
    pub(crate) fn new(authority: String) -> Self {
        Self { authority, idle: Mutex::default(), permits: Semaphore::new(CONNECTIONS) }
    }

    async fn connect(&self) -> Result<TcpStream, Failed> {
        let stream = TcpStream::connect(&self.authority)
            .await
            .map_err(|error| format!("nothing answers at http://{}: {error}", self.authority))?;
        stream.set_nodelay(true)?;
        Ok(stream)
    }

    async fn request(&self, request: Request<Full<Bytes>>) -> Result<(StatusCode, Bytes), Failed> {
        let _permit = self.permits.acquire().await?;
        // The connection used last is the least likely to have been closed meanwhile.
        let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = match kept.filter(|c| !c.is_closed()) {
            Some(connection) => connection,
            None => {
                let (sender, driver) = handshake(TokioIo::new(self.connect().await?)).await?;
                tokio::spawn(async move {
                    // The reader of the answer learns of the error.
                    let _ = driver.await;
                });
                sender
            }
        };
        connection.ready().await?;
        let answer = connection.send_request(request).await?;
        let status = answer.status();
        let body = answer.into_body().collect().await?.to_bytes();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        Ok((status, body))
    }

    /// A call of the HTTP API, with an agent's token where one is needed.
    pub(crate) async fn call(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> Result<Value, Failed> {
        let mut request =
            Request::builder().method(&method).uri(path).header("host", &self.authority);
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if body.is_some() {
            request = request.header("content-type", "application/json");
        }
        let body = body.map(Value::to_string).unwrap_or_default();
        let (status, body) = self.request(request.body(Full::from(body))?).await?;
        if !status.is_success() {
            let said = String::from_utf8_lossy(&body);
            return Err(format!("{method} {path} was answered with {status}: {said}").into());
        }
        Ok(serde_json::from_slice(&body).unwrap_or_default())
    }

    /// A customer writes: the payload that Meta documents, signed as Meta signs it. Returns whether
    /// the platform took it.
    pub(crate) async fn webhook(
        &self,
        address: &str,
        name: &str,
        id: &str,
        text: &str,
    ) -> Result<bool, Failed> {
        let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs();
        let body = json!({"object": "whatsapp_business_account", "entry": [
            {"id": "102290129340398", "changes": [{"field": "messages", "value": {
                "messaging_product": "whatsapp",
                "metadata": {"display_phone_number": "15550783881",
                             "phone_number_id": PHONE_NUMBER_ID},
                "contacts": [{"profile": {"name": name}, "wa_id": address}],
                "messages": [{"from": address, "id": id, "timestamp": seconds.to_string(),
                              "type": "text", "text": {"body": text}}],
            }}]}
        ]})
        .to_string();
        let request = Request::post(WEBHOOK)
            .header("host", &self.authority)
            .header("content-type", "application/json")
            .header("x-hub-signature-256", signature(body.as_bytes())?)
            .body(Full::from(body))?;
        Ok(self.request(request).await?.0 == StatusCode::OK)
    }

    /// Opens an agent's socket with a fresh ticket.
    pub(crate) async fn socket(&self, token: &str) -> Result<WebSocketStream<TcpStream>, Failed> {
        let ticket = self.call(Method::POST, "/v1/ws-ticket", Some(token), None).await?;
        let (url, secret) = (text(&ticket, "url")?, text(&ticket, "ticket")?);
        let path = url.splitn(4, '/').nth(3).unwrap_or_default();
        let url = format!("ws://{}/{path}?ticket={secret}", self.authority);
        let (socket, _) = tokio_tungstenite::client_async(url, self.connect().await?).await?;
        Ok(socket)
    }
}

/// A field that must be there.
pub(crate) fn text(value: &Value, field: &str) -> Result<String, Failed> {
    let found = value[field].as_str().map(str::to_owned);
    found.ok_or_else(|| format!("an answer has no field {field}: {value}").into())
}

fn signature(body: &[u8]) -> Result<String, Failed> {
    let mut mac = Hmac::<Sha256>::new_from_slice(APP_SECRET.as_bytes())?;
    mac.update(body);
    let mut text = "sha256=".to_owned();
    for byte in mac.finalize().into_bytes() {
        write!(text, "{byte:02x}")?;
    }
    Ok(text)
}
