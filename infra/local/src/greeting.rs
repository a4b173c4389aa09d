//! The greeting: the program prints it when it is ready.

use std::time::Instant;

use crate::options::{Demo, Serve};

#[expect(clippy::print_stdout, reason = "what this program has to say")]
fn say(text: &str) {
    println!("{text}");
}

/// The greeting of the demo.
pub fn demo(base_url: &str, options: &Demo, port: u16, code: Option<&str>, started: Instant) {
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
    let people = match (options.empty, options.bind.is_loopback()) {
        (true, true) => "nobody yet: whoever opens the console first becomes the admin".to_owned(),
        (true, false) => {
            format!("nobody yet: the first admin needs the set-up code {}", code.unwrap_or(""))
        }
        (false, true) => {
            "mark, martha, nina (support), omar, petra (billing), quinn (sales),\n             \
             olga, rafael (managers), ada (admin): one click, no password"
                .to_owned()
        }
        (false, false) => "nobody: demo sign-in is off on this address".to_owned(),
    };
    let first = if options.empty {
        format!("Try this: open {base_url}/ and follow the checklist.")
    } else {
        format!(
            "Try this: open {base_url}/?as=mark and, in another window, {base_url}/?as=martha.\n  \
             Write as a customer in the sandbox, accept as Mark, then Assign/Discuss with Martha."
        )
    };
    say(&format!(
        "Switchboard {version}, ready in {seconds:.2} s{moved}

  Console    {base_url}/
  Customer   {base_url}/sandbox (WhatsApp)   {base_url}/chat (web chat)
  API        {base_url}/v1   docs/protocol/openapi.json, docs/protocol/asyncapi.json{functions}
  Sign in    {people}
  Data       {folder}

  {first}

  Stop with Ctrl+C. Start clean with `make clean-data`.
",
        version = env!("CARGO_PKG_VERSION"),
        seconds = started.elapsed().as_secs_f64(),
    ));
}

/// The greeting of a workplace in earnest. `code`: nobody has set it up yet.
pub fn serve(base_url: &str, options: &Serve, code: Option<&str>, started: Instant) {
    let sign_in = match &options.oidc_issuer {
        Some(issuer) => format!("by {issuer}"),
        None if options.smtp.is_some() => {
            "by e-mail address and password; links come by e-mail".to_owned()
        }
        None => "by e-mail address and password; an admin makes the links".to_owned(),
    };
    let first = code.map_or(String::new(), |code| {
        format!("\n  Set-up     open {base_url}/ and give the set-up code {code}")
    });
    say(&format!(
        "Switchboard {version}, ready in {seconds:.2} s on {bind}:{port}

  Console    {base_url}/{first}
  Sign in    {sign_in}
  Health     /healthz, /readyz, /metrics
  Data       {data}

  Stop with Ctrl+C or SIGTERM. Copy the data with `switchboard backup <file>`.
",
        version = env!("CARGO_PKG_VERSION"),
        seconds = started.elapsed().as_secs_f64(),
        bind = options.bind,
        port = options.port,
        data = options.data.display(),
    ));
}
