//! Every command in every state from every caller, decided on purpose.

use std::collections::{BTreeMap, BTreeSet};

use domain::Command;

use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::State;

/// What the words of the table stand for.
const LEGEND: &[(&str, &str)] = &[
    ("-", "ok: nothing"),
    ("Open", "ok: Opened CustomerMessage"),
    ("Message", "ok: CustomerMessage"),
    ("Left", "ok: CustomerLeft"),
    ("Abandon", "ok: CustomerLeft Abandoned"),
    ("Write", "ok: AgentMessage"),
    ("Write+", "ok: AgentMessage TimerArmed(Idle)"),
    ("Retry", "ok: MessageRetried"),
    ("Comment", "ok: Comment"),
    ("Pick", "ok: Assigned(Picked)"),
    ("Assign", "ok: Assigned(Manager)"),
    ("Assign~", "ok: Rescinded Assigned(Manager)"),
    ("Assign/", "ok: DiscussionEnded(Transferred) Assigned(Manager)"),
    ("Assign//", "ok: DiscussionEnded(Transferred) DiscussionEnded(Transferred) Assigned(Manager)"),
    ("Give", "ok: Assigned(Transfer)"),
    ("Give~", "ok: Rescinded Assigned(Transfer)"),
    ("Give/", "ok: DiscussionEnded(Transferred) Assigned(Transfer)"),
    ("Give//", "ok: DiscussionEnded(Transferred) DiscussionEnded(Transferred) Assigned(Transfer)"),
    ("Queue", "ok: Requeued"),
    ("Queue~", "ok: Rescinded Requeued"),
    ("Queue/", "ok: DiscussionEnded(Transferred) Requeued"),
    ("Queue//", "ok: DiscussionEnded(Transferred) DiscussionEnded(Transferred) Requeued"),
    ("Solve", "ok: Resolved(Agent)"),
    ("Solve~", "ok: Rescinded Resolved(Agent)"),
    ("Solve/", "ok: DiscussionEnded(ConversationEnded) Resolved(Agent)"),
    ("Solve//", "ok: DiscussionEnded(ConversationEnded) DiscussionEnded(ConversationEnded) Resolved(Agent)"),
    ("Silent", "ok: Resolved(Inactivity)"),
    ("Rearm", "ok: TimerArmed(Idle)"),
    ("Discuss", "ok: OfferMade(Discuss) TimerArmed(Offer)"),
    ("Offer", "ok: OfferMade(Assign) TimerArmed(Offer)"),
    ("Yes", "ok: Accepted"),
    ("Yes+", "ok: Accepted Assigned(Offer)"),
    ("No", "ok: Rejected"),
    ("TakeBack", "ok: Withdrawn"),
    ("Lapse", "ok: TimedOut"),
    ("Say", "ok: DiscussionMessage"),
    ("End", "ok: DiscussionEnded(Ended)"),
    ("Quit", "ok: DiscussionLeft DiscussionEnded(Left)"),
    ("Sent", "ok: Delivery(Sent)"),
    ("Lost", "ok: Delivery(Failed)"),
    ("Move", "ok: IdentityChanged"),
    ("none", "not_found"),
    ("forbid", "forbidden"),
    ("owner", "not_owner"),
    ("consult", "consulting"),
    ("taken", "already_taken"),
    ("closed", "conversation_closed"),
    ("queued", "still_queued"),
    ("ended", "offer_closed"),
    ("notasked", "not_offer_target"),
    ("notasker", "not_offer_initiator"),
    ("twice", "offer_pending"),
    ("self", "target_is_self"),
    ("has", "target_is_owner"),
    ("consults", "target_consults"),
    ("over", "discussion_ended"),
    ("outside", "not_member"),
    ("notinit", "not_initiator"),
    ("mustend", "initiator_cannot_leave"),
    ("notlost", "not_failed"),
    ("full", "outbox_full"),
];

const TABLE: &str = "
order      empty  queued  back    active  pending asked    offered  late    declined talk     talks    resolved gone    failed  full    earlier callers
write      Open   Message Message Message Message Message  Message  Message Message  Message  Message  Open     Open    Message Message Message customer
write      forbid forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  engine,owner,expert,asked,teammate,stranger,foreign,manager,admin

react      Open   Message Message Message Message Message  Message  Message Message  Message  Message  Message  Message Message Message Message customer
react      forbid forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  engine,owner,expert,asked,teammate,stranger,foreign,manager,admin

leave-chat none   Abandon Abandon Left    Left    Left     Left     Left    Left     Left     Left     -        -       Left    Left    closed  customer
leave-chat none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  engine,owner,expert,asked,teammate,stranger,foreign,manager,admin

send       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
send       none   queued  queued  Write+  Write   Write+   Write+   Write+  Write+   Write+   Write+   closed   closed  Write   full    closed  owner
send       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
send       none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
send       none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin
send       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign

retry      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
retry      none   queued  queued  notlost notlost notlost  notlost  notlost notlost  notlost  notlost  closed   closed  Retry   notlost closed  owner
retry      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
retry      none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
retry      none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin
retry      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign

comment    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine,stranger,foreign
comment    none   Comment Comment Comment Comment Comment  Comment  Comment Comment  Comment  Comment  Comment  Comment Comment Comment closed  owner,teammate,manager,admin
comment    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   Comment  Comment  forbid   forbid  forbid  forbid  closed  expert
comment    none   forbid  forbid  forbid  forbid  Comment  Comment  Comment forbid   forbid   Comment  forbid   forbid  forbid  forbid  closed  asked

accept     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine,stranger,foreign
accept     none   Pick    Pick    taken   taken   taken    taken    taken   taken    taken    taken    closed   closed  taken   taken   closed  owner,teammate,manager,admin
accept     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   taken    taken    forbid   forbid  forbid  forbid  closed  expert
accept     none   forbid  forbid  forbid  forbid  taken    taken    taken   forbid   forbid   taken    forbid   forbid  forbid  forbid  closed  asked

resolve    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
resolve    none   queued  queued  Solve   Solve   Solve~   Solve~   Solve~  Solve    Solve/   Solve//  closed   closed  Solve   Solve   closed  owner
resolve    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
resolve    none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
resolve    none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate
resolve    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign
resolve    none   Solve   Solve   Solve   Solve   Solve~   Solve~   Solve~  Solve    Solve/   Solve//  closed   closed  Solve   Solve   closed  manager,admin

give       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
give       none   queued  queued  Give    Give    Give~    Give~    Give~   Give     Give/    Give//   closed   closed  Give    Give    closed  owner
give       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
give       none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
give       none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate
give       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign
give       none   Assign  Assign  Assign  Assign  Assign~  Assign~  Assign~ Assign   Assign/  Assign// closed   closed  Assign  Assign  closed  manager,admin

give-owner none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
give-owner none   queued  queued  self    self    self     self     self    self     self     self     closed   closed  self    self    closed  owner
give-owner none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
give-owner none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
give-owner none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate
give-owner none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign
give-owner none   Assign  Assign  has     has     has      has      has     has      has      has      closed   closed  has     has     closed  manager,admin

requeue    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
requeue    none   queued  queued  Queue   Queue   Queue~   Queue~   Queue~  Queue    Queue/   Queue//  closed   closed  Queue   Queue   closed  owner,manager,admin
requeue    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
requeue    none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
requeue    none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate
requeue    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign

to-sales   none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
to-sales   none   queued  queued  Queue   Queue   Queue~   Queue~   Queue~  Queue    Queue/   Queue//  closed   closed  Queue   Queue   closed  owner
to-sales   none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
to-sales   none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
to-sales   none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate
to-sales   none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign
to-sales   none   Queue   Queue   Queue   Queue   Queue~   Queue~   Queue~  Queue    Queue/   Queue//  closed   closed  Queue   Queue   closed  manager,admin

discuss    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
discuss    none   queued  queued  Discuss Discuss Discuss  Discuss  Discuss Discuss  Discuss  Discuss  closed   closed  Discuss Discuss closed  owner
discuss    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
discuss    none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
discuss    none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin
discuss    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign

re-ask     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
re-ask     none   queued  queued  Discuss Discuss twice    Discuss  Discuss Discuss  Discuss  consults closed   closed  Discuss Discuss closed  owner
re-ask     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
re-ask     none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
re-ask     none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin
re-ask     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign

ask-expert none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
ask-expert none   queued  queued  Discuss Discuss Discuss  Discuss  Discuss Discuss  consults consults closed   closed  Discuss Discuss closed  owner
ask-expert none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
ask-expert none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
ask-expert none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin
ask-expert none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign

offer      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
offer      none   queued  queued  Offer   Offer   Offer    twice    twice   Offer    Offer    Offer    closed   closed  Offer   Offer   closed  owner
offer      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   consult  consult  closed   closed  forbid  forbid  closed  expert
offer      none   forbid  forbid  forbid  forbid  owner    owner    owner   forbid   forbid   consult  closed   closed  forbid  forbid  closed  asked
offer      none   queued  queued  owner   owner   owner    owner    owner   owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin
offer      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   closed   closed  forbid  forbid  closed  stranger,foreign

yes        none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
yes        none   none    none    none    none    notasked notasked ended   ended    none     none     none     none    none    none    closed  owner,expert,teammate,stranger,foreign,manager,admin
yes        none   none    none    none    none    Yes      Yes+     ended   ended    none     none     none     none    none    none    closed  asked

no         none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
no         none   none    none    none    none    notasked notasked ended   ended    none     none     none     none    none    none    closed  owner,expert,teammate,stranger,foreign,manager,admin
no         none   none    none    none    none    No       No       ended   ended    none     none     none     none    none    none    closed  asked

withdraw   none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
withdraw   none   none    none    none    none    TakeBack TakeBack ended   ended    none     none     none     none    none    none    closed  owner
withdraw   none   none    none    none    none    notasker notasker ended   ended    none     none     none     none    none    none    closed  expert,asked,teammate,stranger,foreign,manager,admin

say        none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
say        none   over    over    over    over    over     over     over    over     Say      Say      over     over    over    over    closed  owner,expert
say        none   over    over    over    over    over     over     over    over     outside  outside  over     over    over    over    closed  asked,teammate,stranger,foreign,manager,admin

end        none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
end        none   over    over    over    over    over     over     over    over     End      End      over     over    over    over    closed  owner
end        none   over    over    over    over    over     over     over    over     notinit  notinit  over     over    over    over    closed  expert
end        none   over    over    over    over    over     over     over    over     outside  outside  over     over    over    over    closed  asked,teammate,stranger,foreign,manager,admin

quit       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,engine
quit       none   over    over    over    over    over     over     over    over     mustend  mustend  over     over    over    over    closed  owner
quit       none   over    over    over    over    over     over     over    over     Quit     Quit     over     over    over    over    closed  expert
quit       none   over    over    over    over    over     over     over    over     outside  outside  over     over    over    over    closed  asked,teammate,stranger,foreign,manager,admin

sent       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
sent       none   -       Sent    -       Sent    -        -        -       -        -        -        Sent     -       -       Sent    closed  engine

lost       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
lost       none   -       Lost    -       Lost    -        -        -       -        -        -        Lost     -       -       Lost    closed  engine

expire     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
expire     none   -       -       -       -       -        -        Lapse   -        -        -        -        -       -       -       closed  engine

idle-early none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
idle-early none   -       -       -       Rearm   -        -        -       -        -        -        -        -       Rearm   Rearm   closed  engine

idle-late  none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
idle-late  none   -       -       -       Silent  -        -        -       -        -        -        -        -       Silent  Silent  closed  engine

move       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid  forbid   forbid   forbid   forbid   forbid  forbid  forbid  closed  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
move       none   Move    Move    Move    Move    Move     Move     Move    Move     Move     Move     Move     Move    Move    Move    closed  engine
";

/// The name of a command's kind, and a list of them all that cannot be incomplete.
macro_rules! kinds {
    ($($kind:ident)*) => {
        const KINDS: &[&str] = &[$(stringify!($kind)),*];

        const fn kind(command: &Command) -> &'static str {
            match command { $(Command::$kind { .. } => stringify!($kind)),* }
        }
    };
}

kinds! {
    Receive CustomerLeave Send Retry Comment Accept Resolve TransferToAgent TransferToQueue
    MakeOffer AcceptOffer RejectOffer WithdrawOffer Say EndDiscussion LeaveDiscussion Report
    ExpireOffer CheckIdle ChangeIdentity
}

/// A line of the table: one order from some callers, with what comes of it in every state.
struct Row {
    order: &'static str,
    cells: Vec<&'static str>,
    callers: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| !line.trim().is_empty()).skip(1);
    lines
        .map(|line| {
            let mut words = line.split_whitespace();
            let order = words.next().unwrap_or_default();
            let cells: Vec<_> = words.by_ref().take(State::ALL.len()).collect();
            Row { order, cells, callers: words.flat_map(|w| w.split(',')).collect() }
        })
        .collect()
}

/// What comes of an order in a state.
pub(crate) fn decided(order: Order, who: Who, state: State) -> String {
    let mut scene = state.scene();
    let (command, after) = order.command(&scene);
    scene.world.now = scene.world.now + after;
    outcome(&scene.world.give(0, &who.caller(), &command))
}

fn meaning(word: &str) -> &str {
    LEGEND.iter().find(|(short, _)| *short == word).map_or("a word of no meaning", |(_, long)| long)
}

#[test]
fn every_cell_of_the_table_comes_true() {
    let mut wrong = Vec::new();
    for row in rows() {
        let order = Order::ALL.iter().find(|o| o.word() == row.order);
        let callers = Who::ALL.iter().filter(|w| row.callers.contains(&w.word()));
        for (&order, &who) in order.iter().flat_map(|o| callers.clone().map(move |w| (o, w))) {
            for (&state, word) in State::ALL.iter().zip(&row.cells) {
                let (found, expected) = (decided(*order, who, state), meaning(word));
                if found != expected {
                    let cell = format!("{} by {} when {}", row.order, who.word(), state.word());
                    wrong.push(format!("{cell}: {found}, not {expected} ({word})"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} cells differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_columns_are_all_the_states_in_order() {
    let header = TABLE.lines().find(|line| !line.trim().is_empty()).unwrap();
    let columns: Vec<_> = header.split_whitespace().skip(1).collect();
    let states: Vec<_> = State::ALL.iter().map(|state| state.word()).collect();
    assert_eq!(columns[..states.len()], states);
}

#[test]
fn every_order_stands_in_the_table_once_for_every_caller() {
    let mut lines = BTreeMap::new();
    for row in rows() {
        for caller in row.callers {
            *lines.entry((row.order, caller)).or_insert(0) += 1;
        }
    }
    let orders = Order::ALL.iter().flat_map(|o| Who::ALL.iter().map(|w| (o.word(), w.word())));
    let expected: BTreeMap<_, _> = orders.map(|pair| (pair, 1)).collect();
    assert_eq!(lines, expected);
}

#[test]
fn every_command_stands_in_the_table() {
    let scene = State::Empty.scene();
    let given: BTreeSet<_> = Order::ALL.iter().map(|o| kind(&o.command(&scene).0)).collect();
    assert_eq!(given, KINDS.iter().copied().collect());
}

#[test]
fn every_word_of_the_legend_is_used_and_means_one_thing() {
    let used: BTreeSet<_> = rows().into_iter().flat_map(|row| row.cells).collect();
    let words: BTreeSet<_> = LEGEND.iter().map(|(word, _)| *word).collect();
    assert_eq!(used, words);
    assert_eq!(words.len(), LEGEND.len());
}
