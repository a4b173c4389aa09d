//! Errands that a verified webhook asks for: visits, and mails that lie elsewhere.

use app::{App, Failure};
use channels::{Arrival, Errand};
use store::settings::directory::{Asset, Directory};

/// Runs the errands of a webhook, and returns the items that they brought.
pub(crate) async fn run(
    app: &App,
    directory: &Directory,
    asset: &Asset,
    errands: Vec<Errand>,
) -> Result<Vec<Arrival>, Failure> {
    let mut arrivals = Vec::new();
    for errand in errands {
        match errand {
            Errand::Confirm(url) => {
                app::asset::certificate::visit(app.line(), &url).await?;
                tracing::info!(asset = %asset.id, "a subscription is confirmed");
            }
            Errand::Mail(received) => {
                let carrier = app.carrier();
                let found = app::intake::mail::arrivals(carrier, directory, asset, &received);
                arrivals.extend(found.await?);
            }
        }
    }
    Ok(arrivals)
}
