//! The walls of each function: a call that the template does not allow is denied as on AWS. The suite
//! writes down every permission that it used, so that a test after it can tell the permissions that
//! nobody uses (`tests/permissions.rs`).

use std::collections::BTreeSet;
use std::io::Write as _;
use std::sync::{Mutex, PoisonError};

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use platform::files::Ask;
use platform::template::{Grant, Need, Wiring};
use serde_json::{Value, json};

use super::{FILES, Wires};

/// The file with the grants that the last run of the whole suite used, one for each line.
const USED: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/grants-used.jsonl");

static SEEN: Mutex<Option<Seen>> = Mutex::new(None);

struct Seen {
    grants: BTreeSet<(String, Grant)>,
    /// `None`: only a part of the suite runs, which tells nothing.
    file: Option<std::fs::File>,
}

impl Seen {
    fn new() -> Self {
        let whole = std::env::args().skip(1).all(|argument| argument.starts_with('-'));
        let file = whole.then(|| std::fs::File::create(USED).unwrap());
        Self { grants: BTreeSet::new(), file }
    }

    fn note(&mut self, function: &str, grant: &Grant) {
        if !self.grants.insert((function.to_owned(), grant.clone())) {
            return;
        }
        if let Some(file) = &mut self.file {
            let line = json!([function, grant.action, grant.resource]);
            writeln!(file, "{line}").unwrap();
        }
    }
}

impl Wires {
    pub const fn wiring(&self) -> &'static Wiring {
        self.wiring
    }

    /// The calls that AWS would have denied since the last look.
    pub fn denied(&self) -> Vec<String> {
        std::mem::take(&mut *self.denied.lock().unwrap())
    }

    /// AWS's answer to a function whose policies do not allow a request.
    pub(super) fn denies(
        &self,
        function: Option<&str>,
        request: &HttpRequest,
    ) -> Option<(u16, Value)> {
        let function = function?;
        let place = platform::wall::Place { files: FILES, secrets: platform::SECRETS };
        self.lacks(function, platform::wall::needs(place, request))
            .map(|need| platform::wall::denied(function, &need))
    }

    /// Whether the function that signed a link may do itself what the link is for.
    pub(super) fn allows_link(&self, signer: &str, ask: &Ask<'_>) -> bool {
        self.lacks(signer, platform::wall::objects(ask.method, ask.key, None)).is_none()
    }

    /// Returns the first need that the template does not allow.
    fn lacks(&self, function: &str, needs: Vec<Need>) -> Option<Need> {
        let wall = &self.wiring.walls[function];
        for need in needs {
            let Some(grant) = wall.grant(&need) else {
                let denied = format!("{function}: {} {}", need.action, need.resource);
                self.denied.lock().unwrap().push(denied);
                return Some(need);
            };
            // A test that failed meanwhile has spoilt nothing here.
            let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
            seen.get_or_insert_with(Seen::new).note(function, grant);
        }
        None
    }
}
