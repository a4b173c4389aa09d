//! One connection to an IMAP server.

use std::sync::Arc;
use std::time::Duration;

use async_imap::extensions::idle::IdleResponse;
use async_imap::{Client, Session};
use futures_util::TryStreamExt as _;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::{Mailbox, hand_in};
use crate::Platform;

/// How long a server may take for each step.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long the platform waits for news: servers end a connection after 30 minutes.
const IDLE: Duration = Duration::from_secs(9 * 60);
/// How often the platform asks a server that sends no news.
const POLL: Duration = Duration::from_secs(20);

/// A connection to a server, in clear or not.
trait Wire: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug> Wire for T {}

/// A failure, with the number of mails that were taken before it.
type Ended = Result<u64, (u64, String)>;

/// Takes the unread mails of a mailbox, and waits for more until the connection ends.
pub(super) async fn look(platform: &Arc<Platform>, mailbox: &Mailbox) -> Ended {
    let mut taken = 0;
    let ended = watch(platform, mailbox, &mut taken).await;
    ended.map(|()| taken).map_err(|why| (taken, why))
}

async fn watch(platform: &Platform, mailbox: &Mailbox, taken: &mut u64) -> Result<(), String> {
    let mut client = timed(connect(&mailbox.server)).await?;
    timed(async { client.read_response().await.map_err(|e| e.to_string()) }).await?;
    let login = client.login(&mailbox.user, &mailbox.password);
    let login = async { login.await.map_err(|(error, _)| error.to_string()) };
    let mut session = timed(login).await?;
    timed(async { session.select("INBOX").await.map_err(|e| e.to_string()) }).await?;
    let able = timed(async { session.capabilities().await.map_err(|e| e.to_string()) }).await?;
    let tells = able.has_str("IDLE");
    tracing::info!(asset = %mailbox.asset, server = mailbox.server, tells, "a mailbox is open");
    loop {
        take(platform, mailbox, &mut session, taken).await?;
        if !tells {
            tokio::time::sleep(POLL).await;
            timed(async { session.noop().await.map_err(|e| e.to_string()) }).await?;
            continue;
        }
        let mut idle = session.idle();
        timed(async { idle.init().await.map_err(|e| e.to_string()) }).await?;
        let (news, _stop) = idle.wait_with_timeout(IDLE);
        let news = news.await.map_err(|e| e.to_string())?;
        session = timed(async { idle.done().await.map_err(|e| e.to_string()) }).await?;
        if matches!(news, IdleResponse::ManualInterrupt) {
            return Ok(());
        }
    }
}

/// Takes every unread mail, the oldest first.
async fn take(
    platform: &Platform,
    mailbox: &Mailbox,
    session: &mut Session<Box<dyn Wire>>,
    taken: &mut u64,
) -> Result<(), String> {
    let unread = session.uid_search("UNSEEN");
    let unread = timed(async { unread.await.map_err(|e| e.to_string()) }).await?;
    let mut unread: Vec<u32> = unread.into_iter().collect();
    unread.sort_unstable();
    for uid in unread {
        let fetched = async {
            let stream = session.uid_fetch(uid.to_string(), "(UID INTERNALDATE BODY.PEEK[])");
            let all: Vec<_> = stream
                .await
                .map_err(|e| e.to_string())?
                .try_collect()
                .await
                .map_err(|e: async_imap::error::Error| e.to_string())?;
            Ok(all)
        };
        for mail in timed(fetched).await? {
            let Some(raw) = mail.body().filter(|_| mail.uid == Some(uid)) else { continue };
            let at = mail.internal_date().map_or(0, |at| at.timestamp_millis());
            hand_in(platform, &mailbox.asset, raw, at).await?;
            *taken += 1;
        }
        let seen = async {
            let stream = session.uid_store(uid.to_string(), "+FLAGS.SILENT (\\Seen)").await;
            let all = stream.map_err(|e| e.to_string())?.try_collect::<Vec<_>>().await;
            all.map_err(|e| e.to_string()).map(drop)
        };
        timed(seen).await?;
    }
    Ok(())
}

async fn timed<T>(step: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    timeout(PATIENCE, step).await.map_err(|_| "it takes too long".to_owned())?
}

/// Host and port of a server; without a port, the one of TLS.
pub(super) fn address(server: &str, usual: u16) -> (&str, u16) {
    match server.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().unwrap_or(usual)),
        None => (server, usual),
    }
}

/// Whether a host is this machine: only then a connection may be in clear.
pub(super) fn is_here(host: &str) -> bool {
    ["localhost", "127.0.0.1", "[::1]"].contains(&host)
}

async fn connect(server: &str) -> Result<Client<Box<dyn Wire>>, String> {
    let (host, port) = address(server, 993);
    let stream = TcpStream::connect((host.trim_matches(['[', ']']), port)).await;
    let stream = stream.map_err(|e| e.to_string())?;
    if is_here(host) && port != 993 {
        return Ok(Client::new(Box::new(stream)));
    }
    if port != 143 {
        return Ok(Client::new(Box::new(secured(host, stream).await?)));
    }
    let mut client = Client::new(stream);
    client.read_response().await.map_err(|e| e.to_string())?;
    client.run_command_and_check_ok("STARTTLS", None).await.map_err(|e| e.to_string())?;
    let stream = secured(host, client.into_inner()).await?;
    // The server says nothing new after the turn to TLS: the first word is ours.
    Ok(Client::new(Box::new(Greeting::new(stream))))
}

async fn secured(
    host: &str,
    stream: TcpStream,
) -> Result<tokio_rustls::client::TlsStream<TcpStream>, String> {
    let mut roots = RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        // A certificate of the machine that nobody can read secures nothing.
        let _ = roots.add(certificate);
    }
    let provider = tokio_rustls::rustls::crypto::ring::default_provider();
    let config = ClientConfig::builder_with_provider(Arc::new(provider))
        .with_safe_default_protocol_versions()
        .map_err(|e| e.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(|e| e.to_string())?;
    let connector = TlsConnector::from(Arc::new(config));
    connector.connect(name, stream).await.map_err(|e| e.to_string())
}

/// A connection that begins with a greeting, as every new one does.
#[derive(Debug)]
struct Greeting<S> {
    said: &'static [u8],
    stream: S,
}

impl<S> Greeting<S> {
    const fn new(stream: S) -> Self {
        Self { said: b"* OK secured\r\n", stream }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Greeting<S> {
    fn poll_read(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
        into: &mut tokio::io::ReadBuf<'_>,
    ) -> std::task::Poll<std::io::Result<()>> {
        if self.said.is_empty() {
            return std::pin::Pin::new(&mut self.stream).poll_read(cx, into);
        }
        let (now, later) = self.said.split_at(self.said.len().min(into.remaining()));
        into.put_slice(now);
        self.said = later;
        std::task::Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Greeting<S> {
    fn poll_write(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
        bytes: &[u8],
    ) -> std::task::Poll<std::io::Result<usize>> {
        std::pin::Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<std::io::Result<()>> {
        std::pin::Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<std::io::Result<()>> {
        std::pin::Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
