//! Every command in every state from every caller, decided on purpose.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Command, Content, Millis, OfferKind, Presence};

use crate::pure::legend::LEGEND;
use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::State;
use crate::pure::world::World;
use crate::pure::{ASA, EVA, HANA, MARK, MIRA, id};

const TABLE: &str = "
order      empty  queued  back    active  pending answered asked    offered  late     declined talk     talks    resolved gone    failed  full    earlier callers
write      Open   Message Message Message Message Message  Message  Message  Message  Message  Message  Message  Open     Open    Message Message Message customer
write      forbid forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  engine,owner,expert,asked,teammate,stranger,foreign,manager,admin

react      Open   Message Message Message Message Message  Message  Message  Message  Message  Message  Message  Message  Message Message Message Message customer
react      forbid forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  engine,owner,expert,asked,teammate,stranger,foreign,manager,admin

leave-chat none   Abandon Abandon Left    Left    Left     Left     Left     Left     Left     Left     Left     -        -       Left    Left    closed  customer
leave-chat none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  engine,owner,expert,asked,teammate,stranger,foreign,manager,admin

send       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
send       none   queued  queued  Write+  Write   Write    Write+   Write+   Write+   Write+   Write+   Write+   closed   closed  Write   full    closed  owner
send       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
send       none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
send       none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin

retry      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
retry      none   queued  queued  notlost notlost notlost  notlost  notlost  notlost  notlost  notlost  notlost  closed   closed  Retry   notlost closed  owner
retry      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
retry      none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
retry      none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin

comment    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
comment    none   Comment Comment Comment Comment Comment  Comment  Comment  Comment  Comment  Comment  Comment  Comment  Comment Comment Comment closed  owner,teammate,manager,admin
comment    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   Comment  Comment  forbid   forbid  forbid  forbid  forbid  expert
comment    none   forbid  forbid  forbid  forbid  forbid   Comment  Comment  Comment  forbid   forbid   Comment  forbid   forbid  forbid  forbid  forbid  asked

accept     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
accept     none   Pick    Pick    taken   taken   taken    taken    taken    taken    taken    taken    taken    closed   closed  taken   taken   closed  owner,teammate,manager,admin
accept     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   taken    taken    forbid   forbid  forbid  forbid  forbid  expert
accept     none   forbid  forbid  forbid  forbid  forbid   taken    taken    taken    forbid   forbid   taken    forbid   forbid  forbid  forbid  forbid  asked

resolve    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
resolve    none   queued  queued  Solve   Solve   Solve    Solve~   Solve~   Solve!   Solve    Solve/   Solve//  closed   closed  Solve   Solve   closed  owner
resolve    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
resolve    none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
resolve    none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate
resolve    none   Solve   Solve   Solve   Solve   Solve    Solve~   Solve~   Solve!   Solve    Solve/   Solve//  closed   closed  Solve   Solve   closed  manager,admin

give       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
give       none   queued  queued  Give    Give    Give     Give~    Give~    Give!    Give     Give/    Give//   closed   closed  Give    Give    closed  owner
give       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
give       none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
give       none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate
give       none   Assign  Assign  Assign  Assign  Assign   Assign~  Assign~  Assign!  Assign   Assign/  Assign// closed   closed  Assign  Assign  closed  manager,admin

give-owner none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
give-owner none   queued  queued  self    self    self     self     self     self     self     self     self     closed   closed  self    self    closed  owner
give-owner none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
give-owner none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
give-owner none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate
give-owner none   Assign  Assign  has     has     has      has      has      has      has      has      has      closed   closed  has     has     closed  manager,admin

requeue    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
requeue    none   queued  queued  Queue   Queue   Queue    Queue~   Queue~   Queue!   Queue    Queue/   Queue//  closed   closed  Queue   Queue   closed  owner,manager,admin
requeue    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
requeue    none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
requeue    none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate

to-sales   none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
to-sales   none   queued  queued  Queue   Queue   Queue    Queue~   Queue~   Queue!   Queue    Queue/   Queue//  closed   closed  Queue   Queue   closed  owner
to-sales   none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
to-sales   none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
to-sales   none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate
to-sales   none   Queue   Queue   Queue   Queue   Queue    Queue~   Queue~   Queue!   Queue    Queue/   Queue//  closed   closed  Queue   Queue   closed  manager,admin

discuss    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
discuss    none   queued  queued  Discuss Discuss Discuss  Discuss  Discuss  Discuss! Discuss  Discuss  Discuss  closed   closed  Discuss Discuss closed  owner
discuss    none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
discuss    none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
discuss    none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin

re-ask     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
re-ask     none   queued  queued  Discuss Discuss Discuss  twice    Discuss  Discuss! Discuss  Discuss  consults closed   closed  Discuss Discuss closed  owner
re-ask     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
re-ask     none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
re-ask     none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin

ask-expert none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
ask-expert none   queued  queued  Discuss Discuss Discuss  Discuss  Discuss  Discuss! Discuss  consults consults closed   closed  Discuss Discuss closed  owner
ask-expert none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
ask-expert none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
ask-expert none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin

offer      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine,stranger,foreign
offer      none   queued  queued  Offer   Offer   Offer    Offer    twice    Offer!   Offer    Offer    Offer    closed   closed  Offer   Offer   closed  owner
offer      none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   consult  consult  forbid   forbid  forbid  forbid  forbid  expert
offer      none   forbid  forbid  forbid  forbid  forbid   owner    owner    owner    forbid   forbid   consult  forbid   forbid  forbid  forbid  forbid  asked
offer      none   queued  queued  owner   owner   owner    owner    owner    owner    owner    owner    owner    closed   closed  owner   owner   closed  teammate,manager,admin

yes        none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine
yes        none   none    none    none    none    none     notasked notasked ended    ended    none     none     none     none    none    none    closed  owner,expert,teammate,stranger,foreign,manager,admin
yes        none   none    none    none    none    none     Yes      Yes+     ended    ended    none     none     none     none    none    none    closed  asked

no         none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine
no         none   none    none    none    none    none     notasked notasked ended    ended    none     none     none     none    none    none    closed  owner,expert,teammate,stranger,foreign,manager,admin
no         none   none    none    none    none    none     No       No       ended    ended    none     none     none     none    none    none    closed  asked

withdraw   none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine
withdraw   none   none    none    none    none    none     TakeBack TakeBack ended    ended    none     none     none     none    none    none    closed  owner
withdraw   none   none    none    none    none    none     notasker notasker ended    ended    none     none     none     none    none    none    closed  expert,asked,teammate,stranger,foreign,manager,admin

say        none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine
say        none   over    over    over    over    over     over     over     over     over     Say      Say      over     over    over    over    closed  owner,expert
say        none   over    over    over    over    over     over     over     over     over     outside  outside  over     over    over    over    closed  asked,teammate,stranger,foreign,manager,admin

end        none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine
end        none   over    over    over    over    over     over     over     over     over     End      End      over     over    over    over    closed  owner
end        none   over    over    over    over    over     over     over     over     over     notinit  notinit  over     over    over    over    closed  expert
end        none   over    over    over    over    over     over     over     over     over     outside  outside  over     over    over    over    closed  asked,teammate,stranger,foreign,manager,admin

quit       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,engine
quit       none   over    over    over    over    over     over     over     over     over     mustend  mustend  over     over    over    over    closed  owner
quit       none   over    over    over    over    over     over     over     over     over     Quit     Quit     over     over    over    over    closed  expert
quit       none   over    over    over    over    over     over     over     over     over     outside  outside  over     over    over    over    closed  asked,teammate,stranger,foreign,manager,admin

sent       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
sent       none   -       Sent    -       Sent    -        -        -        -        -        -        -        Sent     -       -       Sent    closed  engine

lost       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
lost       none   -       Lost    -       Lost    Lost     -        -        -        -        -        -        Lost     -       -       Lost    closed  engine

expire     none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
expire     none   -       -       -       -       -        -        -        Lapse    -        -        -        -        -       -       -       closed  engine

idle-early none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
idle-early none   -       -       -       -       -        -        -        -        -        -        -        -        -       -       -       closed  engine

idle-late  none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
idle-late  none   -       -       -       Rearm   Silent   -        -        -        -        -        -        -        -       Rearm   Rearm   closed  engine

move       none   forbid  forbid  forbid  forbid  forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid   forbid  forbid  forbid  forbid  customer,owner,expert,asked,teammate,stranger,foreign,manager,admin
move       none   Move    Move    Move    Move    Move     Move     Move     Move     Move     Move     Move     Move     Move    Move    Move    closed  engine
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

#[test]
fn a_colleague_is_given_work_only_if_they_are_there_and_have_room() {
    let give = Order::Give;
    assert_eq!(with(give, |world| stand(world, Presence::Away)), "target_unavailable");
    assert_eq!(with(give, |world| stand(world, Presence::Offline)), "target_unavailable");
    assert_eq!(with(give, |world| seat(world, 0)), "target_full");
    assert_eq!(with(give, |world| seat(world, 1)), "ok: Assigned(Transfer)");
}

#[test]
fn to_talk_takes_no_room_but_presence() {
    let discuss = "ok: OfferMade(Discuss) TimerArmed(Offer)";
    assert_eq!(with(Order::Discuss, |world| seat(world, 0)), discuss);
    assert_eq!(with(Order::Offer, |world| seat(world, 0)), "target_full");
    let away = with(Order::Discuss, |world| stand(world, Presence::Away));
    assert_eq!(away, "target_unavailable");
}

#[test]
fn who_is_full_cannot_take_another_from_the_queue() {
    let mut scene = State::Queued.scene();
    scene.world.desks.seat(id(MARK), 0);
    let picked = scene.world.give(0, &Who::Owner.caller(), &Command::Accept);
    assert_eq!(outcome(&picked), "at_capacity");
}

#[test]
fn free_text_is_refused_once_the_channels_window_has_closed() {
    let later = |hours, content| with_content(Millis::hours(hours), content);
    assert_eq!(later(24, Content::text("still there?")), "window_closed");
    assert_eq!(later(23, Content::text("still there?")), "ok: AgentMessage TimerArmed(Idle)");
    assert_eq!(later(24, template()), "ok: AgentMessage TimerArmed(Idle)");
}

#[test]
fn a_channel_is_given_only_what_it_carries() {
    let at_once = |content| with_content(Millis(0), content);
    assert_eq!(at_once(Content::text(" \n")), "text_missing");
    assert_eq!(at_once(Content::text("x".repeat(4_097))), "text_too_long");
    let reply = Content::Reply { id: "1".to_owned(), title: "One".to_owned() };
    assert_eq!(at_once(reply), "content_not_supported");
}

#[test]
fn at_most_three_requests_are_pending_and_three_discussions_run() {
    let ask = |kinds: &[(OfferKind, &str)]| {
        let mut scene = State::Active.scene();
        let ask = |(kind, to): &(OfferKind, &str)| {
            let command = Command::MakeOffer { kind: *kind, to: id(to), note: None };
            outcome(&scene.world.give(0, &Who::Owner.caller(), &command))
        };
        kinds.iter().map(ask).last()
    };
    let (talk, take) = (OfferKind::Discuss, OfferKind::Assign);
    let three = [(talk, MIRA), (talk, HANA), (talk, ASA), (take, EVA)];
    assert_eq!(ask(&three).as_deref(), Some("too_many_offers"));
    assert_eq!(ask(&[(take, MIRA), (take, HANA)]).as_deref(), Some("offer_pending"));
    assert_eq!(ask(&[(talk, MARK)]).as_deref(), Some("target_is_self"));
    assert_eq!(ask(&[(talk, "nobody")]).as_deref(), Some("unknown_target"));
}

#[test]
fn to_say_no_or_to_take_back_needs_a_reason() {
    let scene = State::Asked.scene();
    let (offer, reason) = (scene.offer, String::new());
    let no = Command::RejectOffer { offer, reason: reason.clone() };
    let back = Command::WithdrawOffer { offer, reason };
    for (who, command) in [(Who::Asked, no), (Who::Owner, back)] {
        let answer = scene.world.clone().give(0, &who.caller(), &command);
        assert_eq!(outcome(&answer), "text_missing");
    }
}

fn with(order: Order, arrange: impl Fn(&mut World)) -> String {
    let mut scene = State::Active.scene();
    arrange(&mut scene.world);
    let (command, _) = order.command(&scene);
    outcome(&scene.world.give(0, &Who::Owner.caller(), &command))
}

fn with_content(wait: Millis, content: Content) -> String {
    let mut scene = State::Active.scene();
    scene.world.now = scene.world.now + wait;
    outcome(&scene.world.give(0, &Who::Owner.caller(), &Command::Send { content }))
}

fn stand(world: &mut World, presence: Presence) {
    world.desks.present.insert(id(HANA), presence);
}

fn seat(world: &mut World, capacity: u32) {
    world.desks.seat(id(HANA), capacity);
}

fn template() -> Content {
    let (name, language) = ("hello".to_owned(), "en".to_owned());
    Content::Template { name, language, parameters: Vec::new() }
}
