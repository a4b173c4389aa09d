//! Engagement records: of a conversation, of an agent, of a period.

use app::earlier::keep_to_team;
use app::web::json;
use app::web::query;
use app::{App, Failure, frame, view};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{AgentId, Millis, OfferId, Profile, Refusal, Role};
use protocol::http::Engagements;
use store::directory::Directory;
use store::engagement::Engagement;

use crate::conversations::conversation_id;
use crate::query::limit;
use crate::{Answer, moment};

/// How many records a page holds unless the caller says otherwise.
const PAGE: usize = 100;
/// How many records of one thread are looked through.
const OF_A_THREAD: i32 = 1_000;
/// How long a period may be, in days.
const DAYS: i64 = 92;

/// `GET /v1/conversations/{conversation}/engagements`
pub(crate) async fn of_conversation(
    app: &App,
    me: &Profile,
    event: &ApiGatewayV2httpRequest,
) -> Answer {
    let id = conversation_id(event)?;
    let directory = app.directory().await?;
    let newest = app.readable(me, &id.thread, &directory).await?;
    let records = app.store.engagements(&id.thread, OF_A_THREAD).await?;
    let mut mine: Vec<&Engagement> = records.iter().filter(|e| e.made.conversation == id).collect();
    if !reads_all(app, me, &newest.thread, &mine, &directory).await? {
        mine.retain(|e| concerns(me, e));
    }
    let engagements = mine.into_iter().map(view::engagement).collect();
    Ok(json(200, &Engagements { engagements, cursor: None }))
}

/// Whether the agent may read what was written where these requests were made: in an earlier
/// conversation that stays with its team, not everybody may who has the customer now.
async fn reads_all(
    app: &App,
    me: &Profile,
    newest: &domain::Thread,
    records: &[&Engagement],
    directory: &Directory,
) -> Result<bool, Failure> {
    let Some(first) = records.first() else { return Ok(true) };
    let stays = |policy: &domain::Policy| policy.history_stays_with_team;
    if first.made.conversation.number == newest.conversation.number || !directory.any_policy(stays)
    {
        return Ok(true);
    }
    let mut page = app.store.entries_after(&newest.id, first.offer.number - 1, 1).await?;
    let written = page.entries.iter().any(|entry| !entry.events.is_empty());
    keep_to_team(me, newest, &mut page, directory);
    Ok(written && page.entries.iter().all(|entry| !entry.events.is_empty()))
}

/// Whether the agent asked, or was asked.
fn concerns(me: &Profile, record: &Engagement) -> bool {
    let tried = record.tried.iter().map(|t| &t.agent);
    std::iter::once(&record.made.from).chain(&record.to).chain(tried).any(|agent| *agent == me.id)
}

/// `GET /v1/engagements?agent=|from=&to=&cursor=&limit=`: one's own, those of an agent whose manager one
/// is, or, with a period and no agent, those of everybody whose manager one is.
pub(crate) async fn list(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let directory = app.directory().await?;
    let agent: Option<AgentId> =
        query(event, "agent").map(|agent| frame::id(&agent, "agent")).transpose()?;
    let period = Period::read(event, app.now())?;
    let limit = period.limit;
    let found = match agent {
        Some(agent) => of_agent(app, me, &agent, &period, &directory).await?,
        None if query(event, "from").is_some() => all(app, me, &period, &directory).await?,
        None => of_agent(app, me, &me.id, &period, &directory).await?,
    };
    let cursor = found
        .get(limit - 1)
        .filter(|_| found.len() > limit)
        .map(|last| format!("{}.{}", last.made.at, last.offer));
    let engagements = found.iter().take(limit).map(view::engagement).collect();
    Ok(json(200, &Engagements { engagements, cursor }))
}

async fn of_agent(
    app: &App,
    me: &Profile,
    agent: &AgentId,
    period: &Period,
    directory: &Directory,
) -> Result<Vec<Engagement>, Failure> {
    let record = directory.agents.get(agent).ok_or(Refusal::NotFound { what: "agent" })?;
    if *agent != me.id && !record.profile.teams.iter().any(|team| me.manages(team)) {
        return Err(Refusal::Forbidden { why: "these are another team's records" }.into());
    }
    let limit = i32::try_from(period.limit + 2).unwrap_or(i32::MAX);
    let found = app.store.engagements_of(agent, period.from, period.to, limit).await?;
    Ok(found.into_iter().filter(|e| period.is_after_cursor(e)).collect())
}

/// Everybody's records of a period, day by day, as far as the caller may see them.
async fn all(
    app: &App,
    me: &Profile,
    period: &Period,
    directory: &Directory,
) -> Result<Vec<Engagement>, Failure> {
    if me.role == Role::Agent {
        let why = "only managers and admins list the records of others; name yourself as agent";
        return Err(Refusal::Forbidden { why }.into());
    }
    let visible = |agent: &AgentId| {
        let record = directory.agents.get(agent);
        record.is_some_and(|a| a.profile.teams.iter().any(|team| me.manages(team)))
    };
    let mut found = Vec::new();
    let mut day = (period.to - Millis(1)).day();
    while day >= period.from.day() && found.len() <= period.limit {
        let limit = 1_000;
        let records = app.store.engagements_on(day, period.from, period.to, limit).await?;
        found.extend(records.into_iter().filter(|e| {
            let asked = e.to.iter().chain(e.tried.iter().map(|t| &t.agent));
            let seen =
                me.role == Role::Admin || std::iter::once(&e.made.from).chain(asked).any(visible);
            seen && period.is_after_cursor(e)
        }));
        day -= 1;
    }
    Ok(found)
}

/// From when to when, and after which record of the page before.
struct Period {
    from: Millis,
    to: Millis,
    after: Option<(Millis, OfferId)>,
    /// How many to a page.
    limit: usize,
}

impl Period {
    fn read(event: &ApiGatewayV2httpRequest, now: Millis) -> Result<Self, Failure> {
        let to = moment(event, "to")?.unwrap_or(now + Millis(1));
        let from = moment(event, "from")?.unwrap_or(Millis(0));
        let period = |why: String, field| {
            let remedy = "Give from and to, the earlier one first, at most 92 days apart.";
            Err(protocol::Refused::new("frame_invalid", why, remedy).at(field).into())
        };
        if from >= to {
            return period("The period ends before it begins.".to_owned(), "from");
        }
        if from.0 > 0 && to.day() - from.day() > DAYS {
            return period(format!("The period is longer than {DAYS} days."), "from");
        }
        let read = |cursor: String| {
            let (at, offer) = cursor.split_once('.')?;
            Some((Millis(at.parse().ok()?), offer.parse().ok()?))
        };
        let after = match query(event, "cursor") {
            Some(cursor) => Some(read(cursor).ok_or_else(crate::cards::no_cursor)?),
            None => None,
        };
        // The page begins where the one before ended.
        let to = after.as_ref().map_or(to, |(at, _)| to.min(*at + Millis(1)));
        Ok(Self { from, to, after, limit: limit(event, PAGE)? })
    }

    fn is_after_cursor(&self, e: &Engagement) -> bool {
        self.after.as_ref().is_none_or(|(at, offer)| (e.made.at, &e.offer) < (*at, offer))
    }
}
