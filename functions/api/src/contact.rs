//! The routes of contacts (F71).

use crate::Answer;
use crate::agent::body;
use crate::conversation::list;
use crate::query::{limit, read_id};
use app::runtime::web::{json, path, query};
use app::{App, Failure, view};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{ContactId, Profile};
use protocol::contact::ContactChange;
use protocol::conversation::Conversations;

/// The most conversations on a page.
const PAGE: usize = 50;

/// `GET /v1/contacts/{contact}`
pub(crate) async fn show(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let directory = app.directory().await?;
    let (contact, _) =
        app::contact::record::readable_contact(app.ground(), me, &contact_id(event)?, &directory)
            .await?;
    Ok(json(200, &view::contact(&contact)))
}

/// `PATCH /v1/contacts/{contact}`
pub(crate) async fn change(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let change: ContactChange = body(event)?;
    let contact =
        app::contact::record::change_contact(app.engine(), me, &contact_id(event)?, &change)
            .await?;
    Ok(json(200, &view::contact(&contact)))
}

/// `GET /v1/contacts/{contact}/conversations?cursor=&limit=`
pub(crate) async fn history(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let directory = app.directory().await?;
    let last = match query(event, "cursor") {
        Some(cursor) => Some(list::last(&cursor).ok_or_else(list::no_cursor)?),
        None => None,
    };
    let shows = |card: &store::conversation::summary::Card| list::shows(me, card, &directory);
    let contact = contact_id(event)?;
    let limit = limit(event, PAGE)?;
    let (found, next) = app::contact::record::contact_history(
        app.ground(),
        me,
        &contact,
        last.as_ref(),
        limit,
        shows,
    )
    .await?;
    let cursor = next.map(|(at, id)| format!("{at}.{id}"));
    let conversations = found.iter().map(|card| view::card(card, &directory)).collect();
    Ok(json(200, &Conversations { conversations, cursor }))
}

fn contact_id(event: &ApiGatewayV2httpRequest) -> Result<ContactId, Failure> {
    Ok(read_id(&path(event, "contact"), "contact")?)
}
