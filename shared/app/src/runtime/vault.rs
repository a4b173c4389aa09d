//! The vault: AWS Secrets Manager, where the secrets of assets stand.
//!
//! The table refers to a version there; a version never changes, so that a process remembers each
//! one for good. AWS's own crate (`aws-sigv4`) signs the three requests that the engine needs.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use aws_sdk_dynamodb::config::Credentials;
use aws_sigv4::http_request::{
    SignableBody, SignableRequest, SigningParams, SigningSettings, sign,
};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::http::{HttpConnector as _, SharedHttpConnector};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use domain::{AssetId, Millis};
use serde_json::{Value, json};

use crate::runtime::random::random_text;
use crate::{Config, Failure};

/// The secret values of one asset, by field.
pub(crate) type Values = BTreeMap<String, String>;

/// The most versions that a process remembers.
const REMEMBERED: usize = 1_000;

/// The vault.
pub(crate) struct Vault {
    url: String,
    region: String,
    prefix: String,
    identity: Identity,
    connector: SharedHttpConnector,
    known: Mutex<HashMap<(AssetId, String), Arc<Values>>>,
    /// The engine's own keys.
    keys: OnceLock<Arc<Values>>,
}

/// The vault's "no".
struct No {
    kind: String,
    said: String,
}

impl Vault {
    pub(crate) fn new(config: &Config, connector: SharedHttpConnector) -> Self {
        let region = config.region.clone();
        let aws = || format!("https://secretsmanager.{region}.amazonaws.com");
        let keys = &config.credentials;
        let credentials =
            Credentials::new(&keys.key_id, &keys.secret, keys.token.clone(), None, "environment");
        Self {
            url: config.endpoint.clone().unwrap_or_else(aws),
            region,
            prefix: config.secrets_prefix.clone(),
            identity: credentials.into(),
            connector,
            known: Mutex::default(),
            keys: OnceLock::new(),
        }
    }

    /// The values of an asset in a version.
    ///
    /// # Errors
    /// If the vault fails, or has no such version.
    pub(crate) async fn read(
        &self,
        asset: &AssetId,
        version: &str,
        now: Millis,
    ) -> Result<Arc<Values>, Failure> {
        let key = (asset.clone(), version.to_owned());
        if let Some(values) = self.known().get(&key) {
            return Ok(Arc::clone(values));
        }
        let body = json!({"SecretId": self.name(asset), "VersionId": version});
        let answer = self.ask("GetSecretValue", &body, now).await?.map_err(failed)?;
        let text = answer["SecretString"].as_str().unwrap_or_default();
        let values: Values = serde_json::from_str(text)
            .map_err(|e| Failure::Service { what: "the vault", why: e.to_string() })?;
        let values = Arc::new(values);
        self.remember(key, &values);
        Ok(values)
    }

    /// Keeps the values of an asset as a new version, and returns its name.
    ///
    /// # Errors
    /// If the vault fails.
    pub(crate) async fn keep(
        &self,
        asset: &AssetId,
        values: Values,
        now: Millis,
    ) -> Result<String, Failure> {
        let text = serde_json::to_string(&values)
            .map_err(|e| Failure::Service { what: "the vault", why: e.to_string() })?;
        let token = random_text()?;
        let put = json!({"SecretId": self.name(asset), "SecretString": text,
                         "ClientRequestToken": token});
        let answer = match self.ask("PutSecretValue", &put, now).await? {
            Err(no) if no.kind.contains("ResourceNotFound") => {
                let create = json!({"Name": self.name(asset), "SecretString": text,
                    "ClientRequestToken": token,
                    "Description": "What an admin of Switchboard entered for an asset"});
                self.ask("CreateSecret", &create, now).await?.map_err(failed)?
            }
            answer => answer.map_err(failed)?,
        };
        let version = answer["VersionId"].as_str().unwrap_or(&token).to_owned();
        self.remember((asset.clone(), version.clone()), &Arc::new(values));
        Ok(version)
    }

    /// The engine's own keys, from the secret of this name. A process reads them once.
    ///
    /// # Errors
    /// If the vault fails, or has no such secret.
    pub(crate) async fn keys(&self, secret: &str, now: Millis) -> Result<Arc<Values>, Failure> {
        if let Some(keys) = self.keys.get() {
            return Ok(Arc::clone(keys));
        }
        let body = json!({"SecretId": secret});
        let answer = self.ask("GetSecretValue", &body, now).await?.map_err(failed)?;
        let text = answer["SecretString"].as_str().unwrap_or_default();
        let keys: Values = serde_json::from_str(text)
            .map_err(|e| Failure::Service { what: "the vault", why: e.to_string() })?;
        Ok(Arc::clone(self.keys.get_or_init(|| Arc::new(keys))))
    }

    fn name(&self, asset: &AssetId) -> String {
        format!("{}{asset}", self.prefix)
    }

    fn known(&self) -> std::sync::MutexGuard<'_, HashMap<(AssetId, String), Arc<Values>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn remember(&self, key: (AssetId, String), values: &Arc<Values>) {
        let mut known = self.known();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(key, Arc::clone(values));
    }

    /// Asks the vault, a second time if it fails: its answers are safe to ask for again, because
    /// the token of a version makes a repeated one the same.
    async fn ask(
        &self,
        operation: &str,
        body: &Value,
        now: Millis,
    ) -> Result<Result<Value, No>, Failure> {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.once(operation, body, now).await {
                Ok((200, answer)) => return Ok(Ok(answer)),
                Ok((status, answer)) if status < 500 => return Ok(Err(No::read(&answer))),
                Ok((status, _)) if tries > 1 => {
                    let why = format!("it answered {status}");
                    return Err(Failure::Service { what: "the vault", why });
                }
                Err(why) if tries > 1 => return Err(Failure::Service { what: "the vault", why }),
                _ => {}
            }
        }
    }

    async fn once(
        &self,
        operation: &str,
        body: &Value,
        now: Millis,
    ) -> Result<(u16, Value), String> {
        let body = body.to_string();
        let target = format!("secretsmanager.{operation}");
        let headers =
            [("content-type", "application/x-amz-json-1.1"), ("x-amz-target", target.as_str())];
        let at = UNIX_EPOCH + Duration::from_millis(u64::try_from(now.0).unwrap_or(0));
        let params = v4::SigningParams::builder()
            .identity(&self.identity)
            .region(&self.region)
            .name("secretsmanager")
            .time(at)
            .settings(SigningSettings::default())
            .build()
            .map_err(|e| e.to_string())?;
        let url = format!("{}/", self.url.trim_end_matches('/'));
        let bytes = SignableBody::Bytes(body.as_bytes());
        let signable = SignableRequest::new("POST", &url, headers.iter().copied(), bytes)
            .map_err(|e| e.to_string())?;
        let signed = sign(signable, &SigningParams::from(params)).map_err(|e| e.to_string())?;
        let (instructions, _) = signed.into_parts();
        let mut request = HttpRequest::new(SdkBody::from(body));
        request.set_method("POST").map_err(|e| e.to_string())?;
        request.set_uri(url).map_err(|e| e.to_string())?;
        let (extra, _) = instructions.into_parts();
        let extra = extra.iter().map(|h| (h.name().to_owned(), h.value().to_owned()));
        let own = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        for (name, value) in own.chain(extra) {
            request.headers_mut().try_insert(name, value).map_err(|e| e.to_string())?;
        }
        let response =
            self.connector.call(request).await.map_err(|e| format!("no answer: {e:?}"))?;
        let status = response.status().as_u16();
        let named = response.headers().get("x-amzn-errortype").map(str::to_owned);
        let body = ByteStream::new(response.into_body())
            .collect()
            .await
            .map_err(|e| format!("the answer broke off: {e}"))?;
        let mut answer: Value = serde_json::from_slice(&body.to_vec()).unwrap_or_default();
        if let (Some(kind), Some(fields)) = (named, answer.as_object_mut()) {
            fields.entry("__type").or_insert(json!(kind));
        }
        Ok((status, answer))
    }
}

impl No {
    fn read(answer: &Value) -> Self {
        let text = |field: &str| answer[field].as_str().unwrap_or_default().to_owned();
        let said = if answer["message"].is_string() { text("message") } else { text("Message") };
        Self { kind: text("__type"), said }
    }
}

fn failed(no: No) -> Failure {
    Failure::Service { what: "the vault", why: format!("{}: {}", no.kind, no.said) }
}
