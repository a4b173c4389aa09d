//! Plain HTTP: providers' APIs and the sign-in service's keys.

use std::time::Duration;

use aws_smithy_http_client::{Connector, tls};
use aws_smithy_runtime_api::client::http::{
    HttpConnector as _, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;

/// An answer: its status and body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    /// The kind of error that a service of AWS names in a header.
    pub(crate) error: Option<String>,
}

/// The connector of a deployed function, shared by the SDK's clients and everything else.
#[must_use]
pub fn https_connector() -> SharedHttpConnector {
    let settings = HttpConnectorSettings::builder()
        .connect_timeout(Duration::from_secs(3))
        .read_timeout(Duration::from_secs(8))
        .build();
    SharedHttpConnector::new(
        Connector::builder()
            .tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring))
            .connector_settings(settings)
            .build(),
    )
}

/// Sends a request to a server that is not AWS. Redirects are not followed.
///
/// # Errors
/// A sentence, if no answer came; the request may have had an effect all the same.
pub(crate) async fn call(
    connector: &SharedHttpConnector,
    method: &'static str,
    url: &str,
    headers: &[(&'static str, String)],
    body: Vec<u8>,
) -> Result<Answer, String> {
    let mut request = HttpRequest::new(SdkBody::from(body));
    request.set_method(method).map_err(|e| e.to_string())?;
    request.set_uri(url).map_err(|e| e.to_string())?;
    for (name, value) in headers {
        request.headers_mut().try_insert(*name, value.clone()).map_err(|e| e.to_string())?;
    }
    let response = connector.call(request).await.map_err(|e| format!("no answer: {e:?}"))?;
    let status = response.status().as_u16();
    let error = response.headers().get("x-amzn-errortype").map(str::to_owned);
    let body = aws_smithy_types::byte_stream::ByteStream::new(response.into_body())
        .collect()
        .await
        .map_err(|e| format!("the answer broke off: {e}"))?;
    Ok(Answer { status, body: body.to_vec(), error })
}
