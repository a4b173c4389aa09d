//! The commands for operations: each finds its home, and works on it.

use std::path::Path;
use std::sync::Arc;

use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use clap::CommandFactory as _;
use operate::aws::credentials::Surroundings;
use operate::home::{Home, Machine, wall_clock};
use operate::options::Operation;
use operate::out::Out;
use operate::place::HomeKind;
use operate::{Exit, completion, reference};

use crate::issuer::Issuer;
use crate::operations::{self, Door, Through};
use crate::options::Cli;
use crate::start::{self, Failed};
use crate::{connector, folder, queue};

/// Carries out a command of the command line.
///
/// # Errors
/// A sentence for the person who gave the command.
pub async fn run(operation: &Operation) -> Result<Exit, Failed> {
    let (mut lines, mut notes) = (std::io::stdout(), std::io::stderr());
    let Some(place) = operation.place() else {
        let text = match operation {
            Operation::Completion(options) => completion::script(Cli::command(), options.shell),
            _ => reference::page(Cli::command()),
        };
        Out::new(false, &mut lines, &mut notes).line(text.trim_end())?;
        return Ok(Exit::Good);
    };
    let mut out = Out::new(place.json, &mut lines, &mut notes);
    let home = match place.home {
        HomeKind::Local => home(&place.data).await,
        HomeKind::Aws => {
            let connector = app::runtime::provider::https_connector();
            Home::aws(place, &Surroundings::here(), connector, wall_clock())
                .await
                .map_err(Into::into)
        }
    };
    match home {
        Ok(home) => match operate::run(operation, &home, &mut out).await {
            // `switchboard export | head` ends in peace.
            Err(operate::Failed::Disk(e)) if e.kind() == std::io::ErrorKind::BrokenPipe => {
                Ok(Exit::Good)
            }
            outcome => Ok(outcome?),
        },
        Err(failed) if matches!(operation, Operation::Doctor(_)) => {
            Ok(operate::doctor::unreached("the workplace", &failed, &mut out)?)
        }
        Err(failed) => Err(failed),
    }
}

/// The home of a data folder: through the door of the process that works on it, or by taking it.
///
/// # Errors
/// If there is no data, the folder cannot be used, or the process does not answer.
pub async fn home(data: &Path) -> Result<Home, Failed> {
    let name = data.display();
    let table = std::fs::metadata(data.join("switchboard.sqlite"));
    if !table.is_ok_and(|table| table.is_file() && table.len() > 0) {
        return Err(format!(
            "{name} holds no data of Switchboard: name its folder with --data, or start \
             `switchboard serve --data {name}` once"
        )
        .into());
    }
    let door = std::fs::read(data.join(operations::FILE)).ok();
    let door: Option<Door> = door.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let facts = door.as_ref().map(|door| door.facts.clone());
    let mut machine = Machine { folder: data.to_owned(), running: false, facts };
    match folder::hold(data) {
        Ok(()) => {
            let base_url = machine.facts.as_ref().map(|facts| facts.base_url.clone());
            let base_url = base_url.unwrap_or_else(|| "http://localhost:8787".to_owned());
            let issuer = Issuer::open(&base_url, Some(data), false)?;
            let platform = start::resting(data, &base_url, issuer)?;
            let connector = connector::Local::new(Arc::clone(&platform), None);
            let connector = SharedHttpConnector::new(connector);
            // A message that a change asks for is found again by the next start's sweep.
            let nowhere = format!("{base_url}/aws/queue/{}", queue::NOWHERE);
            let mut config = platform.config();
            config.outbox_queue_url.clone_from(&nowhere);
            config.timer_queue_url = nowhere;
            Ok(Home::local(machine, config, connector, crate::wall_clock()))
        }
        Err(folder::NotUsable::Taken(_)) => {
            let Some(door) = door else {
                return Err(format!(
                    "another program uses {name}, and it is no Switchboard that can be asked: stop it, \
                     or restart Switchboard with the installed version"
                )
                .into());
            };
            machine.running = true;
            let config = operations::through(&door);
            Ok(Home::local(
                machine,
                config,
                SharedHttpConnector::new(Through::new(door)),
                crate::wall_clock(),
            ))
        }
        Err(other) => Err(other.into()),
    }
}
