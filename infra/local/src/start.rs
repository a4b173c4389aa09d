//! The start of the platform: as a demo, or as a workplace in earnest.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;

use crate::engine::Engine;
use crate::files::Files;
use crate::function::Functions;
use crate::furnish::furnish;
use crate::issuer::Issuer;
use crate::mail::Mailer;
use crate::options::{Demo, Serve};
use crate::vault::{self, Vault};
use crate::{
    Platform, TABLE, clock, demo, first, folder, greeting, mailbox, operations, server, stream,
    template,
};

/// The reason for which the platform could not start or had to end.
pub type Failed = Box<dyn std::error::Error + Send + Sync>;

/// How long requests that are under way may take after the platform was told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// Runs the demo until somebody stops it.
///
/// # Errors
/// If no port is free, or the data folder cannot be used.
pub async fn demo(options: Demo, started: Instant) -> Result<(), Failed> {
    let (listener, port) = listen(options.bind, options.port).await?;
    let base_url = format!("http://localhost:{port}");
    let (bucket, bucket_port) = listen(options.bind, port.saturating_add(1)).await?;
    let data = options.folder().map(PathBuf::as_path);
    data.map(folder::take).transpose()?;
    let mut issuer = Issuer::open(&base_url, data, options.bind.is_loopback() && !options.empty)?;
    issuer.passwords = options.empty;
    if !options.bind.is_loopback() {
        issuer.setup_code = Some(crate::issuer::setup_code()?);
    }
    let code = issuer.setup_code.clone();
    let open_aws = options.watch.is_some();
    let files = format!("http://localhost:{bucket_port}/files");
    let place = Place { data, base_url: &base_url, files: &files, open_aws, earnest: false };
    let platform = assemble(&place, issuer).await?;
    let fresh = !options.empty && furnish(&platform).await? && !options.no_demo;
    platform.install(match &options.watch {
        Some(url) => Functions::Watched(url.clone()),
        None => platform.functions()?,
    });
    let files = server::bucket(Arc::clone(&platform));
    tokio::spawn(async move { axum::serve(bucket, files).await });
    stream::start(&platform, data);
    clock::start(&platform);
    mailbox::watch(&platform);
    if let Some(folder) = data {
        operations::open(&platform, folder, &options.console).await?;
    }
    greeting::demo(&base_url, &options, port, code.as_deref(), started);
    if fresh {
        let platform = Arc::clone(&platform);
        tokio::spawn(async move {
            match demo::live_through(&platform).await {
                Ok(lived) => tracing::info!(lived, "the demo's past is in place"),
                Err(failure) => tracing::error!(%failure, "the demo's past is incomplete"),
            }
        });
    }
    until_stopped(&platform, listener, &options.console).await
}

/// Runs a workplace in earnest until somebody stops it.
///
/// # Errors
/// If the port is taken, the data folder cannot be used, or an option is wrong.
pub async fn serve(options: Serve, started: Instant) -> Result<(), Failed> {
    let base_url = options.base_url()?;
    let external = options.issuer()?;
    let address = SocketAddr::new(options.bind, options.port);
    let listener = TcpListener::bind(address).await.map_err(|e| match e.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!("another program has {address}; choose another port with --port")
        }
        _ => format!("cannot listen on {address}: {e}"),
    })?;
    let data = Some(options.data.as_path());
    let mail = match (&options.smtp, &options.mail_from) {
        (Some(url), Some(from)) => Some(Mailer::new(url, from)?),
        _ => None,
    };
    folder::take(&options.data)?;
    let mut issuer = Issuer::open(&base_url, data, false)?;
    issuer.mail.clone_from(&mail);
    if let Some((url, client)) = external {
        issuer.stand_back(url, client);
    } else {
        issuer.passwords = true;
        issuer.setup_code = Some(crate::issuer::setup_code()?);
    }
    let code = issuer.setup_code.clone();
    let files = format!("{base_url}/files");
    let place = Place { data, base_url: &base_url, files: &files, open_aws: false, earnest: true };
    let platform = assemble(&place, issuer).await?;
    if let Some(email) = &options.admin_email {
        first::admin(&platform, email).await?;
    }
    platform.install(platform.functions()?);
    stream::start(&platform, data);
    clock::start(&platform);
    mailbox::watch(&platform);
    operations::open(&platform, &options.data, &options.console).await?;
    let empty = platform.own().directory().await?.agents.is_empty();
    if let Some((url, _)) = external {
        if empty {
            return Err("nobody is here yet: name the first admin with --admin-email".into());
        }
        let (own, url) = (platform.own(), url.to_owned());
        // An issuer that is down for now keeps the program from nothing.
        tokio::spawn(async move {
            if let Err(why) = app::session::issuer::reach(own.door()).await {
                tracing::warn!("nobody can sign in by {url}: {why}");
            }
        });
    }
    if let Err(error) = folder::replace(&options.data.join(folder::URL), base_url.as_bytes()) {
        tracing::warn!(%error, "`switchboard admin-link` will not know the address of the console");
    }
    crate::issuer::recovery::watch(&platform);
    if let Some(mail) = mail {
        // A mail server that is down keeps nobody from working.
        tokio::spawn(async move {
            if let Err(why) = mail.test().await {
                tracing::warn!("no e-mail leaves this machine: {why}");
            }
        });
    }
    greeting::serve(&base_url, &options, code.as_deref().filter(|_| empty), started);
    until_stopped(&platform, listener, &options.console).await
}

/// Where the platform keeps its data, and the addresses under which browsers reach it.
struct Place<'a> {
    data: Option<&'a Path>,
    base_url: &'a str,
    files: &'a str,
    open_aws: bool,
    earnest: bool,
}

/// The parts of a workplace in earnest that nobody starts: for a command on a resting folder. They
/// create nothing.
pub(crate) fn resting(
    data: &Path,
    base_url: &str,
    issuer: Issuer,
) -> Result<Arc<Platform>, Failed> {
    let files = format!("{base_url}/files");
    let place = Place { data: Some(data), base_url, files: &files, open_aws: false, earnest: true };
    parts(&place, issuer)
}

fn parts(place: &Place<'_>, issuer: Issuer) -> Result<Arc<Platform>, Failed> {
    let engine = open(place.data)?;
    let wiring = template::read(template::TEMPLATE)?;
    let files = Files::open(
        place.data.map(|folder| folder.join("files")).as_deref(),
        place.files,
        &crate::keys(&issuer, place.open_aws),
        crate::REGION,
    )?;
    let base_url = place.base_url.to_owned();
    let platform = Platform::new(engine, wiring, issuer, files, place.open_aws, base_url);
    if let Some(folder) = place.data {
        let key = std::env::var(vault::VARIABLE).ok().filter(|key| !key.is_empty());
        platform.keep_secrets_in(Vault::open(folder, key.as_deref())?);
    }
    if place.earnest {
        platform.in_earnest();
    }
    Ok(platform)
}

async fn assemble(place: &Place<'_>, issuer: Issuer) -> Result<Arc<Platform>, Failed> {
    let platform = parts(place, issuer)?;
    let app = platform.own();
    store::table::create(&app.table_client(), TABLE).await?;
    // The sockets of an earlier run are gone, and no `$disconnect` told of it.
    app.store.forget_sockets(app.now()).await?;
    Ok(platform)
}

async fn until_stopped(
    platform: &Arc<Platform>,
    listener: TcpListener,
    console: &Path,
) -> Result<(), Failed> {
    // Small frames must not wait for an acknowledgement, which costs 40 ms each time.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::warn!(%error, "frames of a connection may be late");
        }
    });
    let routes = server::routes(Arc::clone(platform), console);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let serving = tokio::spawn(
        axum::serve(listener, routes.into_make_service_with_connect_info::<SocketAddr>())
            .with_graceful_shutdown(async { drop(stopped.await) })
            .into_future(),
    );
    told_to_stop().await?;
    platform.stopping();
    // The receiver is gone only where serving has ended already.
    let _ = stop.send(());
    match tokio::time::timeout(LAST_REQUESTS, serving).await {
        Ok(served) => Ok(served??),
        Err(_) => Ok(()),
    }
}

/// Waits for Ctrl+C, or for the signal by which service managers stop a program.
async fn told_to_stop() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate())?;
        tokio::select! {
            stopped = tokio::signal::ctrl_c() => stopped,
            _ = terminated.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

/// Returns the port, or the next free one.
async fn listen(bind: IpAddr, wanted: u16) -> Result<(TcpListener, u16), Failed> {
    for port in wanted..wanted.saturating_add(20) {
        match TcpListener::bind(SocketAddr::new(bind, port)).await {
            Ok(listener) => {
                let port = listener.local_addr()?.port();
                return Ok((listener, port));
            }
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(format!("cannot listen on {bind}:{port}: {error}").into()),
        }
    }
    Err(format!("ports {wanted} to {} are all taken; choose one with --port", wanted + 19).into())
}

/// Whether a file is empty or begins as SQLite's files do (<https://sqlite.org/fileformat2.html>).
fn is_database(file: &Path) -> bool {
    use std::io::Read as _;
    let mut head = Vec::new();
    let read = std::fs::File::open(file).and_then(|file| file.take(16).read_to_end(&mut head));
    read.is_err() || head.is_empty() || head == b"SQLite format 3\0"
}

fn open(data: Option<&Path>) -> Result<Engine, Failed> {
    let Some(data) = data else { return Ok(Engine::memory()?) };
    let file = data.join(folder::TABLE);
    if !is_database(&file) {
        let file = file.display();
        return Err(format!(
            "{file} is no database, or is broken: restore a copy with `switchboard restore`"
        )
        .into());
    }
    Ok(Engine::open(&file).map_err(|e| {
        let file = file.display();
        format!(
            "cannot use {file}: {e}; if it is broken, restore a copy with `switchboard restore`"
        )
    })?)
}
