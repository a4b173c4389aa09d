//! Remarks in which the caller is mentioned (F80).

use app::web::{json, query};
use app::{App, view};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{Millis, Profile};
use protocol::http::Mentions;
use store::mention::Place;

use crate::Answer;
use crate::cards::no_cursor;

/// How many a page holds.
const PAGE: usize = 50;

/// `GET /v1/mentions?cursor=`
pub(crate) async fn list(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let last = match query(event, "cursor") {
        Some(cursor) => Some(place(&cursor, app.now()).ok_or_else(no_cursor)?),
        None => None,
    };
    let (found, more) = app.store.mentions(&me.id, last.as_ref(), app.now(), PAGE).await?;
    let last = found.last().filter(|_| more).map(|mention| mention.place());
    let cursor = last.map(|(at, thread, seq)| format!("{at}.{thread}.{seq}"));
    let mentions = found.iter().map(view::mention).collect();
    Ok(json(200, &Mentions { mentions, cursor }))
}

/// Reads a cursor. One from before what is kept is none.
fn place(cursor: &str, now: Millis) -> Option<Place> {
    let mut parts = cursor.split('.');
    let at: i64 = parts.next()?.parse().ok()?;
    let kept = now - Millis::hours(30 * 24);
    let at = Some(Millis(at)).filter(|at| *at > kept && at.0 < 10_000_000_000_000)?;
    Some((
        at,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok().filter(|seq| *seq < 10_000_000_000)?,
    ))
}
