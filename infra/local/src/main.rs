//! `switchboard`: the local platform, everything in one process.

// The SDK's futures nest deeper than the compiler's default allows it to lay out.
#![recursion_limit = "256"]

use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use axum::serve::ListenerExt as _;
use clap::Parser;
use platform::engine::Engine;
use platform::files::Files;
use platform::function::Functions;
use platform::issuer::Issuer;
use platform::options::Options;
use platform::{Platform, TABLE, clock, demo, server, stream, template};
use tokio::net::TcpListener;

type Failed = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let started = Instant::now();
    let options = Options::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    // The table answers one request at a time; more threads would only hold memory.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .max_blocking_threads(4)
        // Futures that are not optimised (Cargo.toml) lie on the stack whole.
        .thread_stack_size(16 * 1024 * 1024)
        .enable_all()
        .build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(run(options, started)),
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("switchboard: {error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "what this program has to say")]
fn say(text: &str) {
    println!("{text}");
}

async fn run(options: Options, started: Instant) -> Result<(), Failed> {
    let (listener, port) = listen(options.bind, options.port).await?;
    let base_url = format!("http://localhost:{port}");
    let (bucket, bucket_port) = listen(options.bind, port.saturating_add(1)).await?;
    let data = options.folder().map(std::path::PathBuf::as_path);
    let engine = open(data)?;
    let wiring = template::read(template::TEMPLATE)?;
    let local = options.bind.is_loopback();
    let issuer = Issuer::open(&base_url, data, local)?;
    let open_aws = options.watch.is_some();
    let files = Files::open(
        data.map(|folder| folder.join("files")).as_deref(),
        &format!("http://localhost:{bucket_port}/files"),
        &platform::keys(&issuer, open_aws),
        platform::REGION,
    )?;
    let platform = Platform::new(engine, wiring, issuer, files, open_aws, base_url.clone());
    let app = platform.own();
    store::table::create(&app.table_client(), TABLE).await?;
    // The sockets of an earlier run are gone, and no `$disconnect` told of it.
    app.store.forget_sockets(app.now()).await?;
    let fresh = demo::furnish(&app.store).await? && !options.no_demo;
    platform.install(match &options.watch {
        Some(url) => Functions::Watched(url.clone()),
        None => Functions::Here(app),
    });
    let routes = server::routes(Arc::clone(&platform), &options.console);
    let files = server::bucket(Arc::clone(&platform));
    tokio::spawn(async move { axum::serve(bucket, files).await });
    // Small frames must not wait for an acknowledgement, which costs 40 ms each time.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::warn!(%error, "frames of a connection may be late");
        }
    });
    let serving = tokio::spawn(async move { axum::serve(listener, routes).await });
    stream::start(&platform, data);
    clock::start(&platform);
    greet(&base_url, &options, port, started);
    if fresh {
        let platform = Arc::clone(&platform);
        tokio::spawn(async move {
            match demo::live_through(&platform).await {
                Ok(lived) => tracing::info!(lived, "the demo's past is in place"),
                Err(failure) => tracing::error!(%failure, "the demo's past is incomplete"),
            }
        });
    }
    tokio::select! {
        served = serving => served??,
        stopped = tokio::signal::ctrl_c() => stopped?,
    }
    Ok(())
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

fn open(data: Option<&Path>) -> Result<Engine, Failed> {
    let Some(folder) = data else { return Ok(Engine::memory()?) };
    std::fs::create_dir_all(folder)
        .map_err(|e| format!("cannot create the data folder {}: {e}", folder.display()))?;
    // Two processes on one file would overwrite each other's answers.
    let lock = std::fs::File::create(folder.join("lock"))?;
    if lock.try_lock().is_err() {
        return Err(format!(
            "another switchboard is using {}; stop it, or choose another folder with --data",
            folder.display()
        )
        .into());
    }
    // The process holds the lock until it ends.
    std::mem::forget(lock);
    Ok(Engine::open(&folder.join("switchboard.sqlite"))?)
}

fn greet(base_url: &str, options: &Options, port: u16, started: Instant) {
    let folder = options.folder().map_or("memory only".to_owned(), |d| d.display().to_string());
    let moved = if port == options.port {
        String::new()
    } else {
        format!(" (port {} was taken)", options.port)
    };
    let functions = options
        .watch
        .as_ref()
        .map_or(String::new(), |url| format!("\n  Functions  {url} (cargo lambda watch)"));
    let people = if options.bind.is_loopback() {
        "mark, martha, nina (support), omar, petra (billing), quinn (sales),\n             olga, rafael (managers), ada (admin): one click, no password"
    } else {
        "nobody: demo sign-in is off on this address"
    };
    say(&format!(
        "Switchboard {version}, ready in {seconds:.2} s{moved}

  Console    {base_url}/
  Customer   {base_url}/sandbox (WhatsApp)   {base_url}/chat (web chat)
  API        {base_url}/v1   docs/protocol/openapi.json, docs/protocol/asyncapi.json{functions}
  Sign in    {people}
  Data       {folder}

  Try this: open {base_url}/?as=mark and, in another window, {base_url}/?as=martha.
  Write as a customer in the sandbox, accept as Mark, then Assign/Discuss with Martha.

  Stop with Ctrl+C. Start clean with `make clean-data`.
",
        version = env!("CARGO_PKG_VERSION"),
        seconds = started.elapsed().as_secs_f64(),
    ));
}
