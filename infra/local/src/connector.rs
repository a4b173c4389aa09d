//! The HTTP seam of the AWS SDK: the platform answers requests to AWS in this process; all others
//! go over the network.

use std::sync::{Arc, OnceLock};

use aws_smithy_http_client::Connector;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;

use crate::aws::{self, Call};
use crate::files::Ask;
use crate::mailbox::outgoing;
use crate::wall::{self, Place};
use crate::{Platform, SECRETS};

/// Answers AWS requests from the platform.
pub struct Local {
    platform: Arc<Platform>,
    /// The function that asks, which the template's policies hold to its walls; `None`: the platform
    /// itself.
    function: Option<String>,
    network: SharedHttpConnector,
    /// For providers and issuers elsewhere; made with the first request to one, because it reads
    /// the machine's certificates.
    secure: OnceLock<SharedHttpConnector>,
}

impl std::fmt::Debug for Local {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Local")
    }
}

impl Local {
    /// A connector to this platform, for itself or for one of its functions.
    #[must_use]
    pub fn new(platform: Arc<Platform>, function: Option<&str>) -> Self {
        let network = SharedHttpConnector::new(Connector::builder().build_http());
        let function = function.map(str::to_owned);
        Self { platform, function, network, secure: OnceLock::new() }
    }

    /// Returns AWS's answer to a request that the function's policies do not allow.
    fn refuses(&self, request: &HttpRequest) -> Option<HttpConnectorFuture> {
        let function = self.function.as_deref()?;
        let place = Place { files: self.platform.files.url(), secrets: SECRETS };
        let needs = wall::needs(place, request);
        let walls = self.platform.wiring.walls.get(function)?;
        let need = wall::refused(walls, &needs)?;
        tracing::error!(
            function,
            action = need.action,
            resource = need.resource,
            "AccessDenied: \
            infra/template.yaml does not allow this"
        );
        let (status, body) = wall::denied(function, need);
        let answer = status.try_into().map(|status| {
            let mut response = HttpResponse::new(status, SdkBody::from(body.to_string()));
            response.headers_mut().insert("x-amzn-errortype", "AccessDeniedException");
            response
        });
        let answer = answer.map_err(|e| ConnectorError::other(Box::new(e), None));
        Some(HttpConnectorFuture::ready(answer))
    }
}

impl HttpConnector for Local {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        if let Some(refusal) = self.refuses(&request) {
            return refusal;
        }
        let prefix = format!("{}/aws/", self.platform.base_url);
        let files = format!("{}/", self.platform.files.url());
        if let Some(key) = request.uri().strip_prefix(&files).map(str::to_owned) {
            return ask_files(Arc::clone(&self.platform), key, request);
        }
        let outgoing = outgoing::url(&self.platform.base_url);
        if request.uri().strip_prefix(&outgoing).is_some_and(|rest| rest.starts_with('/')) {
            return send_mail(Arc::clone(&self.platform), request);
        }
        if let Some(document) = self.platform.issuer.document(request.uri()) {
            let body = SdkBody::from(document.to_string());
            return HttpConnectorFuture::ready(
                200_u16
                    .try_into()
                    .map(|status| HttpResponse::new(status, body))
                    .map_err(|e| ConnectorError::other(Box::new(e), None)),
            );
        }
        let Some(path) = request.uri().strip_prefix(&prefix).map(str::to_owned) else {
            if request.uri().starts_with("https:") {
                let secure = self.secure.get_or_init(app::runtime::provider::https_connector);
                return secure.call(request);
            }
            return self.network.call(request);
        };
        let platform = Arc::clone(&self.platform);
        HttpConnectorFuture::new(async move {
            let call = Call {
                method: request.method().to_owned(),
                path,
                target: request.headers().get("x-amz-target").map(str::to_owned),
                // The SDK's bodies for these services are in memory.
                body: request.body().bytes().unwrap_or_default().to_vec(),
            };
            let answer = aws::answer(&platform, call).await;
            let status =
                answer.status.try_into().map_err(|e| ConnectorError::other(Box::new(e), None))?;
            let mut response = HttpResponse::new(status, SdkBody::from(answer.body));
            if let Some(kind) = answer.error {
                response.headers_mut().insert("x-amzn-errortype", kind);
            }
            Ok(response)
        })
    }
}

/// Hands a mail to the mail server of its account.
fn send_mail(platform: Arc<Platform>, request: HttpRequest) -> HttpConnectorFuture {
    HttpConnectorFuture::new(async move {
        let body = request.body().bytes().unwrap_or_default();
        let answer = outgoing::send(&platform, body).await;
        let status =
            answer.status.try_into().map_err(|e| ConnectorError::other(Box::new(e), None))?;
        let mut response = HttpResponse::new(status, SdkBody::from(answer.body.to_string()));
        if let Some(kind) = answer.error {
            response.headers_mut().insert("x-amzn-errortype", kind);
        }
        Ok(response)
    })
}

/// Answers from the bucket, without the way over the network. The platform does not check the
/// signature here.
fn ask_files(platform: Arc<Platform>, key: String, request: HttpRequest) -> HttpConnectorFuture {
    HttpConnectorFuture::new(async move {
        let failed = |e: tokio::task::JoinError| ConnectorError::other(Box::new(e), None);
        let answered = tokio::task::spawn_blocking(move || {
            let header = |name: &str| request.headers().get(name).map(str::to_owned);
            let ask = Ask {
                method: request.method(),
                key: &key,
                query: "",
                header: &header,
                body: request.body().bytes().unwrap_or_default(),
            };
            platform.files.answer(&ask)
        });
        let answer = answered.await.map_err(failed)?;
        let status =
            answer.status.try_into().map_err(|e| ConnectorError::other(Box::new(e), None))?;
        let mut response = HttpResponse::new(status, SdkBody::from(answer.body));
        for (name, value) in answer.headers {
            response.headers_mut().insert(name, value);
        }
        Ok(response)
    })
}
