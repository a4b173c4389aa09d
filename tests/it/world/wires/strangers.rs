//! Servers of strangers: the addresses at which customers' files lie.

use std::collections::{BTreeMap, VecDeque};

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;

use super::Wires;

/// An answer of a stranger's server.
#[derive(Debug, Clone, Default)]
pub struct Served {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Served {
    pub fn file(bytes: &[u8]) -> Self {
        Self { status: 200, headers: Vec::new(), body: bytes.to_vec() }
    }

    pub fn refused(status: u16) -> Self {
        Self { status, ..Self::default() }
    }

    pub fn redirect(to: &str) -> Self {
        Self { headers: vec![("location", to.to_owned())], ..Self::refused(302) }
    }

    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }
}

/// The servers, and the messages that wait in the file queue.
#[derive(Default)]
pub struct Strangers {
    /// The answers at each address, in their order; the last one stays.
    places: BTreeMap<String, VecDeque<Served>>,
    /// The requests: each address, and the credentials shown there.
    asked: Vec<(String, Option<String>)>,
    /// The file queue: the delay of each message in seconds, and its body.
    queue: VecDeque<(i64, String)>,
}

impl Wires {
    /// Puts answers at an address.
    pub fn serves(&self, url: &str, answers: impl IntoIterator<Item = Served>) {
        let places = &mut self.strangers.lock().unwrap().places;
        places.entry(url.to_owned()).or_default().extend(answers);
    }

    /// The requests to strangers since the last look.
    pub fn asked(&self) -> Vec<(String, Option<String>)> {
        std::mem::take(&mut self.strangers.lock().unwrap().asked)
    }

    pub fn next_file(&self) -> Option<(i64, String)> {
        self.strangers.lock().unwrap().queue.pop_front()
    }

    pub fn queue_file(&self, delay: i64, body: String) {
        self.strangers.lock().unwrap().queue.push_back((delay, body));
    }

    pub(super) fn stranger(&self, request: &HttpRequest) -> HttpResponse {
        let mut strangers = self.strangers.lock().unwrap();
        let url = request.uri().to_owned();
        let shown = request.headers().get("authorization").map(str::to_owned);
        strangers.asked.push((url.clone(), shown));
        let answers = strangers.places.get_mut(&url);
        let answers = answers.unwrap_or_else(|| panic!("nobody is at {url}"));
        let answer = match answers.len() {
            1 => answers.front().cloned(),
            _ => answers.pop_front(),
        };
        let answer = answer.unwrap();
        let status = answer.status.try_into().unwrap();
        let mut response = HttpResponse::new(status, SdkBody::from(answer.body));
        for (name, value) in answer.headers {
            response.headers_mut().insert(name, value);
        }
        response
    }
}
