//! The world as a home for the command line.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use app::Clock;
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use domain::Millis;
use operate::home::{Home, Machine};

use super::{World, wires};

impl World {
    /// The world as a home for the command line.
    pub fn home(&self) -> Home {
        let reading = Arc::clone(&self.now);
        let clock: Clock = Arc::new(move || Millis(reading.load(Ordering::SeqCst)));
        let connector = SharedHttpConnector::new(wires::Connector::new(&self.wires, None));
        let machine = Machine { running: true, ..Machine::default() };
        Home::local(machine, self.app.config.clone(), connector, clock)
    }
}
