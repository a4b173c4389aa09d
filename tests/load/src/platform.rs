//! The measured platform: one that runs, or one of our own with empty data.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::Failed;
use crate::options::Options;

/// The longest time for its start.
const START: Duration = Duration::from_secs(20);

/// The time between two looks at whether the platform rests.
const BEAT: Duration = Duration::from_millis(250);

/// A running platform.
pub(crate) struct Platform {
    /// Host and port.
    pub(crate) authority: String,
    /// The profile of its build, as far as its path tells.
    pub(crate) profile: String,
    /// The moment of its start, if we started it.
    pub(crate) started: Option<Instant>,
    child: Option<Child>,
    /// The folder that the run removes at the end.
    scratch: Option<PathBuf>,
}

impl Platform {
    pub(crate) async fn get(options: &Options) -> Result<Self, Failed> {
        if let Some(authority) = options.url.clone() {
            let profile = "not known, it ran already".to_owned();
            return Ok(Self { authority, profile, started: None, child: None, scratch: None });
        }
        let here = std::env::current_exe()?;
        let beside = here.parent().unwrap_or(Path::new("."));
        let program = options.switchboard.clone().unwrap_or_else(|| beside.join("switchboard"));
        if !program.exists() {
            return Err(format!(
                "there is no {}; build it (`make bench` does), or name it with --switchboard",
                program.display()
            )
            .into());
        }
        // Next to the program, since folders for temporary files are often kept in memory, where
        // nothing is ever synced to disk.
        let scratch = options
            .data
            .is_none()
            .then(|| beside.join(format!("bench-data-{}", std::process::id())));
        let data = options.data.clone().or_else(|| scratch.clone()).unwrap_or_default();
        let started = Instant::now();
        let child = Command::new(&program)
            .args(["--port", "0", "--data"])
            .arg(&data)
            .stdout(Stdio::piped())
            // Ctrl+C is for us; we stop the platform.
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .map_err(|e| format!("{} cannot be started: {e}", program.display()))?;
        let profile = profile(&program);
        let authority = String::new();
        let mut platform =
            Self { authority, profile, started: Some(started), child: Some(child), scratch };
        match tokio::time::timeout(START, platform.greeting()).await {
            Ok(Ok(authority)) => platform.authority = authority,
            outcome => {
                platform.end().await;
                let why = outcome.map_or("it says nothing".into(), |o| {
                    o.err().map_or_else(String::new, |e| e.to_string())
                });
                return Err(format!("the platform did not start: {why}").into());
            }
        }
        Ok(platform)
    }

    /// The address that it prints at start.
    async fn greeting(&mut self) -> Result<String, Failed> {
        let output = self.child.as_mut().and_then(|c| c.stdout.take()).ok_or("no output")?;
        let mut lines = BufReader::new(output).lines();
        let mut found = None;
        while let Some(line) = lines.next_line().await? {
            if let Some((_, rest)) = line.split_once("http://localhost:") {
                let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
                found = Some(format!("127.0.0.1:{port}"));
                break;
            }
        }
        // The platform's further output must find a reader.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        found.ok_or_else(|| "it ended before it said where it is".into())
    }

    /// Processor time used so far.
    pub(crate) fn cpu(&self) -> Option<Duration> {
        let id = self.child.as_ref()?.id()?;
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name before the last bracket may hold spaces. Ticks are 1/100 s on Linux.
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
        let mut ticks = || fields.next()?.parse::<u64>().ok();
        Some(Duration::from_millis((ticks()? + ticks()?) * 10))
    }

    /// Waits until the platform has little to do, as far as that can be seen.
    pub(crate) async fn rest(&self, limit: Duration) {
        let begun = Instant::now();
        while let Some(before) = self.cpu().filter(|_| begun.elapsed() < limit) {
            tokio::time::sleep(BEAT).await;
            if self.cpu().is_none_or(|now| now - before < BEAT / 5) {
                return;
            }
        }
    }

    /// Memory in use, in MiB.
    pub(crate) fn memory(&self) -> Option<u64> {
        let id = self.child.as_ref()?.id()?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
        Some(line.split_whitespace().next()?.parse::<u64>().ok()? / 1_024)
    }

    /// Stops the platform that we started, and removes its data.
    pub(crate) async fn end(&mut self) {
        if let Some(mut child) = self.child.take() {
            // The platform may have ended by itself.
            let _ = child.kill().await;
        }
        if let Some(folder) = self.scratch.take() {
            // The folder is missing if the platform never came that far.
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// Cargo names the folder of its output after the profile, but for one profile.
fn profile(program: &Path) -> String {
    let folder = program.parent().and_then(Path::file_name).unwrap_or_default();
    match folder.to_string_lossy().as_ref() {
        "debug" => "dev".to_owned(),
        other => other.to_owned(),
    }
}
