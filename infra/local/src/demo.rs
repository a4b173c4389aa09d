//! The demo world: people, queues and accounts, with a month of conversations. Everybody gets the
//! same ones, with times relative to now.

use crate::ids::id;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::demo_files::{self, DemoFile};
use crate::sandbox::mailbox;
use crate::{Platform, sandbox};
use app::{App, Clock, Failure, Request};
use channels::Inbound;
use channels::email::channel;
use domain::content::Media;
use domain::{
    Caller, Command, Content, Delivery, DeliveryStatus, Millis, Profile, Role, ThreadId,
    conversation, label, message,
};
use protocol::file::UploadPurpose;
use store::key;
use store::settings::asset_secrets::{AssetSecrets, Entered};
use store::settings::directory::{Agent, Asset, Directory, Queue, Record, Team};

/// The web chat's asset.
pub const WEB_ASSET: &str = "web-demo";

/// The people, teams, queues and accounts of the demo: [`crate::furnish`] makes them.
#[must_use]
pub fn records() -> Vec<Record> {
    let mut records = Vec::new();
    for (team, name) in [("support", "Support"), ("billing", "Billing"), ("sales", "Sales")] {
        records.push(Record::Team(Team { id: id(team), name: name.to_owned(), retired: false }));
    }
    for (queue, name, team) in [
        ("support", "Support", "support"),
        ("returns", "Returns", "support"),
        ("billing", "Billing", "billing"),
        ("sales", "Sales", "sales"),
    ] {
        let (id, team) = (id(queue), self::id(team));
        records.push(Record::Queue(Queue { id, name: name.to_owned(), team, retired: false }));
    }
    for (asset, name, channel, account) in [
        (sandbox::ASSET, "WhatsApp +1 555 078 3881", "whatsapp", sandbox::PHONE_NUMBER_ID),
        (WEB_ASSET, "Web chat", "web", WEB_ASSET),
        (mailbox::ASSET, "E-mail support@acme.test", "email", mailbox::ADDRESS),
    ] {
        records.push(Record::Asset(Asset {
            id: id(asset),
            name: name.to_owned(),
            channel: channel.to_owned(),
            account: account.to_owned(),
            queue: id("support"),
            teams: vec![id("support"), id("billing")],
            retired: false,
        }));
    }
    for (agent, name, role, teams, skills, call) in PEOPLE {
        records.push(Record::Agent(Agent {
            profile: Profile {
                id: id(agent),
                name: name.to_owned(),
                role,
                teams: teams.iter().map(|t| id(t)).collect(),
                capacity: 5,
                skills: skills.iter().map(|s| id(s)).collect(),
            },
            email: format!("{agent}@demo.test"),
            call: (!call.is_empty()).then(|| call.to_owned()),
            active: true,
            signs_in: None,
        }));
    }
    let entered = |value: &str| Entered { shown: value.to_owned(), by: id("ada"), at: Millis(0) };
    let fields = [
        (channel::SNS_TOPIC, mailbox::sns::TOPIC),
        (channel::CONFIGURATION_SET, mailbox::CONFIGURATION_SET),
    ];
    records.push(Record::Secrets(AssetSecrets {
        asset: id(mailbox::ASSET),
        fields: fields.map(|(name, value)| (name.to_owned(), entered(value))).into(),
        vault: None,
    }));
    records
}

/// Id, name, role, teams, skills, and the link that calls them.
type Person = (&'static str, &'static str, Role, Names, Names, &'static str);
type Names = &'static [&'static str];

const PEOPLE: [Person; 9] = [
    ("mark", "Mark Adler", Role::Agent, &["support"], &["english"], "tel:+15550100"),
    (
        "martha",
        "Martha Osei",
        Role::Agent,
        &["support"],
        &["english", "refunds", "technical"],
        "sip:martha@voice.demo.test",
    ),
    ("nina", "Nina Park", Role::Agent, &["support"], &["english", "german"], ""),
    ("omar", "Omar Haddad", Role::Agent, &["billing"], &["english", "refunds"], "tel:+15550104"),
    ("petra", "Petra Novak", Role::Agent, &["billing"], &["german"], ""),
    ("quinn", "Quinn Reyes", Role::Agent, &["sales"], &["english"], ""),
    ("olga", "Olga Brandt", Role::Manager, &["support"], &["german"], "tel:+15550107"),
    ("rafael", "Rafael Lima", Role::Manager, &["billing", "sales"], &[], ""),
    ("ada", "Ada Winter", Role::Admin, &["support"], &[], ""),
];

/// Fills a new table with the open conversations, some of which wait, and then with the past: about
/// 200 conversations of 60 customers over 30 days. Runs beside everything else.
///
/// # Errors
/// If the table fails.
pub async fn live_through(platform: &Arc<Platform>) -> Result<usize, Failure> {
    let now = (crate::wall_clock())();
    let hand = Arc::new(AtomicI64::new(now.0));
    let reading = Arc::clone(&hand);
    let clock: Clock = Arc::new(move || Millis(reading.load(Ordering::Relaxed)));
    let past = Past {
        platform: Arc::clone(platform),
        app: platform.app_of_the_past(clock),
        hand,
        directory: platform.own().directory().await?,
    };
    // Somebody who opens the console at once finds a waiting customer.
    past.present(now).await?;
    let mut lived = 0;
    for n in 0..200_i64 {
        let ago = Millis::hours(30 * 24) - Millis(n * Millis::hours(30 * 24).0 / 200);
        past.at(now - ago - Millis::minutes(40));
        past.conversation(n).await?;
        lived += 1;
        // Requests of people go first.
        tokio::task::yield_now().await;
    }
    Ok(lived)
}

struct Past {
    platform: Arc<Platform>,
    app: App,
    hand: Arc<AtomicI64>,
    directory: Arc<Directory>,
}

const CUSTOMERS: [&str; 12] = [
    "Amelia Fox",
    "Ben Ortiz",
    "Chloé Martin",
    "Daniel Kim",
    "Elif Demir",
    "Farid Rahman",
    "Grace Lee",
    "Hugo Silva",
    "Ines Costa",
    "Jakub Nowak",
    "Kira Jansen",
    "Liam Byrne",
];
const QUESTIONS: [&str; 8] = [
    "Where is my parcel? It should have been here on Tuesday.",
    "Can I change the delivery address?",
    "The kettle leaks at the handle.",
    "Do you ship to Norway?",
    "I was charged twice.",
    "How do I reset my password?",
    "Is the blue one back in stock?",
    "I would like to return the lamp.",
];
/// The tag of each question.
const TAGS: [&str; 8] =
    ["Delivery", "Delivery", "Complaint", "Delivery", "Refund", "Account", "Stock", "Returns"];
/// The number of the conversation about a kettle, in which the customer got a picture.
const PICTURED: i64 = 194;
const ANSWERS: [&str; 4] = [
    "Let me look into this for you.",
    "Thanks for writing! I see the problem.",
    "I have just arranged it for you.",
    "Happy to help with that.",
];

impl Past {
    fn at(&self, moment: Millis) {
        self.hand.store(moment.0, Ordering::Relaxed);
    }

    fn pass(&self, seconds: i64) {
        self.hand.fetch_add(seconds * 1_000, Ordering::Relaxed);
    }

    fn profile(&self, agent: &str) -> &Profile {
        #[expect(clippy::expect_used, reason = "the demo's own people")]
        let record = self.directory.agents.get(&id(agent)).expect("one of PEOPLE");
        &record.profile
    }

    fn agent(&self, agent: &str) -> Caller {
        Caller::Agent(self.profile(agent).clone())
    }

    /// Hands in a file of an agent, which no message holds yet.
    async fn hands_in(
        &self,
        thread: &ThreadId,
        agent: &str,
        purpose: UploadPurpose,
        file: &DemoFile,
    ) -> Result<Media, Failure> {
        let (platform, me) = (&self.platform, self.profile(agent));
        demo_files::hand_in(platform, &self.app, me, thread, purpose, file).await
    }

    async fn writes(&self, customer: i64, text: &str) -> Result<ThreadId, Failure> {
        let asset: domain::AssetId = id(sandbox::ASSET);
        #[expect(clippy::expect_used, reason = "the demo's own account")]
        let asset = self.directory.assets.get(&asset).expect("the demo's asset");
        let now = self.app.now();
        let address = format!("1555010{customer:04}");
        let first = CUSTOMERS[usize::try_from(customer).unwrap_or(0) % CUSTOMERS.len()];
        let message = Inbound {
            account: asset.account.clone(),
            address: address.clone(),
            others: Vec::new(),
            name: first.to_owned(),
            key: format!("wamid.PAST{customer}.{}", now.0),
            sent_at: Some(now),
            content: Content::text(text),
            reply_to: None,
            beside: domain::intake::Beside::default(),
            quiet: false,
            shortened: false,
        };
        app::intake::receive(self.app.engine(), asset, &message).await?;
        Ok(key::thread(&asset.id, &address))
    }

    async fn does(
        &self,
        thread: &ThreadId,
        caller: Caller,
        command: Command,
    ) -> Result<u64, Failure> {
        let command = match &caller {
            Caller::Agent(me) => {
                app::file::attachment::with_files(self.app.shelf(), me, thread, command).await?
            }
            Caller::Customer | Caller::Engine => command,
        };
        let request = Request {
            thread: thread.clone(),
            conversation: None,
            once: None,
            seen: None,
            caller,
            by_api: false,
            command,
            opening: None,
            known: None,
            likely: Vec::new(),
        };
        Ok(self.app.engine().execute(&request).await?.seq())
    }

    /// Sends an answer that reached the customer long ago.
    async fn answers(&self, thread: &ThreadId, agent: &str, text: &str) -> Result<(), Failure> {
        self.sends(thread, agent, Content::text(text)).await
    }

    async fn sends(&self, thread: &ThreadId, agent: &str, content: Content) -> Result<(), Failure> {
        let send = Command::Send(message::Send { content, reply_to: None });
        let message = self.does(thread, self.agent(agent), send).await?;
        for status in [DeliveryStatus::Sent, DeliveryStatus::Read] {
            let delivery = Delivery { message, status, provider_id: None, reason: None };
            self.does(thread, Caller::Engine, Command::Report(delivery)).await?;
        }
        Ok(())
    }

    async fn tags(&self, thread: &ThreadId, agent: &str, tags: &[&str]) -> Result<(), Failure> {
        let add = tags.iter().map(|tag| (*tag).to_owned()).collect();
        let command = Command::Tag(label::PutTags { add, remove: Vec::new() });
        self.does(thread, self.agent(agent), command).await.map(drop)
    }

    async fn labels(&self, thread: &ThreadId, agent: &str, label: &str) -> Result<(), Failure> {
        let command =
            Command::Label(label::PutLabels { add: vec![label.to_owned()], remove: Vec::new() });
        self.does(thread, self.agent(agent), command).await.map(drop)
    }

    /// Plays one conversation from question to resolution.
    async fn conversation(&self, n: i64) -> Result<(), Failure> {
        let pick =
            |list: &[&'static str], k: i64| list[usize::try_from(k).unwrap_or(0) % list.len()];
        // The past leaves out the story's two agents: their workloads must stay quiet while it is
        // written.
        let agent = pick(&["nina", "olga"], n);
        let thread = self.writes(n % 60, pick(&QUESTIONS, n)).await?;
        self.pass(20 + n % 90);
        self.does(&thread, self.agent(agent), Command::Accept).await?;
        self.tags(&thread, agent, &[pick(&TAGS, n)]).await?;
        self.pass(40);
        self.answers(&thread, agent, pick(&ANSWERS, n / 3)).await?;
        if n == PICTURED {
            let file = &demo_files::KETTLE;
            let media = self.hands_in(&thread, agent, UploadPurpose::Message, file).await?;
            let caption = Some("Here, at the handle?".to_owned());
            self.sends(&thread, agent, Content::Media(Media { caption, ..media })).await?;
        }
        self.pass(120);
        self.writes(n % 60, "Great, thank you!").await?;
        self.pass(30);
        self.answers(&thread, agent, "You are welcome. Have a nice day!").await?;
        let note = (n % 3 == 0).then(|| "Parcel found, customer happy".to_owned());
        self.does(&thread, self.agent(agent), Command::Resolve(conversation::Resolve { note }))
            .await?;
        Ok(())
    }

    /// Plays the open conversations: some wait, one is Mark's and needs an answer, one is quiet.
    async fn present(&self, now: Millis) -> Result<(), Failure> {
        for (customer, minutes, text) in [
            (61, 6, "Hello, my order 20817 arrived damaged."),
            (62, 3, "Is there anybody there?"),
            (63, 1, "Which kettle fits an induction hob?"),
        ] {
            self.at(now - Millis::minutes(minutes));
            self.writes(customer, text).await?;
        }
        // The answer is not so late that the clock takes it from Mark while somebody looks around.
        self.at(now - Millis::minutes(4));
        let red = self.writes(64, "My voucher code does not work.").await?;
        self.does(&red, self.agent("mark"), Command::Accept).await?;
        self.answers(&red, "mark", "Which code is it?").await?;
        self.tags(&red, "mark", &["Voucher", "VIP"]).await?;
        self.labels(&red, "mark", "Escalated").await?;
        self.pass(60);
        self.writes(64, "SPRING25").await?;
        self.at(now - Millis::hours(23) - Millis::minutes(12));
        let quiet = self.writes(65, "Can you tell me when the lamp is back?").await?;
        self.does(&quiet, self.agent("mark"), Command::Accept).await?;
        self.pass(90);
        let alias = Some("Lamp, back in stock".to_owned());
        self.does(&quiet, self.agent("mark"), Command::Name(label::GiveName { alias })).await?;
        self.labels(&quiet, "mark", "Follow-up required").await?;
        self.answers(&quiet, "mark", "In about a day. I will write to you.").await?;
        self.at(now - Millis::minutes(2));
        let talk = self.writes(66, "My invoice shows the wrong VAT number.").await?;
        self.does(&talk, self.agent("olga"), Command::Accept).await?;
        let file = &demo_files::INVOICE;
        let invoice = self.hands_in(&talk, "olga", UploadPurpose::Comment, file).await?;
        let text = "This is the invoice as we sent it.".to_owned();
        let remark =
            Command::Comment(message::Comment { text, mentions: Vec::new(), files: vec![invoice] });
        self.does(&talk, self.agent("olga"), remark).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_demo_lives_through_its_whole_past() {
        let url = "http://localhost:8787";
        let wiring = crate::template::read(crate::template::TEMPLATE).unwrap();
        let issuer = crate::issuer::Issuer::open(url, None, true).unwrap();
        let keys = crate::keys(&issuer, false);
        let files = crate::files::Files::open(None, "http://localhost:8788/files", &keys, "local");
        let engine = crate::engine::Engine::memory().unwrap();
        let platform = Platform::new(engine, wiring, issuer, files.unwrap(), false, url.to_owned());
        let app = platform.own();
        store::table::create(&app.table_client(), crate::TABLE).await.unwrap();
        assert!(crate::furnish::furnish(&platform).await.unwrap());
        platform.install(platform.functions().unwrap());
        assert_eq!(live_through(&platform).await.unwrap(), 200);
    }

    #[test]
    fn every_id_in_the_demo_is_well_formed() {
        assert_eq!(records().len(), 3 + 4 + 3 + 9 + 1);
    }
}
