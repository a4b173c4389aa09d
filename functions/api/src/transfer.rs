//! The route of bulk transfers: it hands several conversations on, each by itself (F40).

use crate::Answer;
use crate::agent::body;
use app::runtime::web::json;
use app::session::read;
use app::session::socket::told;
use app::{App, Failure};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{Profile, limit};
use futures_util::future::join_all;
use protocol::CommandFrame;
use protocol::frame::Command;
use protocol::transfer::BulkItem;
use protocol::transfer::BulkResult;
use protocol::transfer::BulkTransfer;

/// The number of transfers that run at the same time.
const ABREAST: usize = 8;

/// `POST /v1/transfers`
pub(crate) async fn bulk(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let wanted: BulkTransfer = body(event)?;
    check(&wanted)?;
    let mut results = Vec::with_capacity(wanted.conversations.len());
    let all: Vec<_> = wanted.conversations.iter().enumerate().collect();
    for some in all.chunks(ABREAST) {
        let some = some.iter().map(|(at, conversation)| one(app, me, &wanted, *at, conversation));
        results.extend(join_all(some).await);
    }
    Ok(json(200, &BulkResult { results }))
}

async fn one(app: &App, me: &Profile, wanted: &BulkTransfer, at: usize, id: &str) -> BulkItem {
    let command = CommandFrame {
        id: format!("{}-{at}", wanted.id),
        conversation: id.to_owned(),
        seen: None,
        command: Command::Transfer {
            to: wanted.to.clone(),
            mode: wanted.mode,
            note: wanted.note.clone(),
        },
    };
    let done = app::session::frame::command(app.work(), me, command, false).await;
    let conversation = id.to_owned();
    match done {
        Ok(done) => BulkItem { conversation, seq: Some(done.seq()), error: None },
        Err(failure) => {
            BulkItem { conversation, seq: None, error: Some(told(&failure, Some(&wanted.id))) }
        }
    }
}

fn check(wanted: &BulkTransfer) -> Result<(), Failure> {
    read::command_id(&wanted.id)?;
    // Each conversation's command gets an id made of this one, and ids have a limit.
    let (length, count) = (wanted.id.len(), wanted.conversations.len());
    let wrong = |why: String, field| {
        let remedy = "Compare it with BulkTransfer in docs/protocol.";
        Err(protocol::Refused::new("frame_invalid", why, remedy).at(field).into())
    };
    if length > 40 {
        return wrong(format!("id has {length} characters; at most 40 are allowed."), "id");
    }
    if !(1..=limit::BULK).contains(&count) {
        let why = format!("{count} conversations are named; 1 to {} can be.", limit::BULK);
        return wrong(why, "conversations");
    }
    Ok(())
}
