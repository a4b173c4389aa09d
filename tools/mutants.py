#!/usr/bin/env python3
"""Seeded mistakes in the rules, each of which some test must notice (`make mutants`).

Each mutant is one exact replacement in one file, applied to a copy of the tree (target/mutants/copy, at
HEAD) and built into a target folder of its own that is reused. The rules' own tests run first; a
mutant outside the domain names the stories that look at it. Exit code 1 if a mutant survives.

Arguments: names of the mutants to try, or parts of names; none: all. `--list` names them.
`--check` builds nothing: it says whether each mutant still fits the working tree, and its filters the tests.
"""
import os
import re
import subprocess
import sys
import time

D = "shared/domain/src/"
RULES = ["cargo", "test", "-q", "-p", "domain", "-p", "rules", "--lib", "--test", "rules"]
# A search of every state takes a minute: only mutants that survive the other tests need it.
MODEL = ["cargo", "test", "-q", "-p", "rules", "--test", "exhaustive"]


def it(*filters):
    return ["cargo", "test", "-q", "-p", "tests", "--test", "it", "--", *filters]


# The name, the file, the text that stands there exactly once, its replacement, and tests beyond the rules' own.
MUTANTS = [
    ("accept twice: the owner is not looked at", D + "assignment/rules.rs",
     "if let Some(owner) = &thread.conversation.owner {\n        return Err(Refusal::AlreadyTaken",
     "if let Some(owner) = thread.conversation.owner.as_ref().filter(|_| false) {\n        return Err(Refusal::AlreadyTaken", None),
    ("accept an offer after its deadline", D + "offer/rules.rs",
     "if offer.is_late(ctx.now) { gone(OfferStatus::TimedOut) } else { Ok(offer) }",
     "Ok(offer)", None),
    ("deadline off by one", D + "offer/state.rs",
     "        now >= self.expires\n", "        now > self.expires\n", None),
    ("anybody may accept an offer", D + "offer/rules.rs",
     "            None => Err(Refusal::NotOfferTarget),", "            None => Ok(offer),", None),
    ("reject without a reason", D + "offer/rules.rs",
     "    let offer = asked_of_me(thread, number, ctx)?;\n    text::required(\"reason\", reason, text::REASON_LIMIT)?;",
     "    let offer = asked_of_me(thread, number, ctx)?;", None),
    ("anybody withdraws an offer", D + "offer/rules.rs",
     "    if offer.from != me {", "    if false {", None),
    ("a search does not advance", D + "offer/rules.rs",
     "    let next = group::next(thread, offer, ctx);\n    if others",
     "    let next: Option<Vec<Event>> = None;\n    if others", None),
    ("a search asks who said no again", D + "offer/group.rs",
     "among(thread, &search.group, offer.kind, &offer.from, &tried, ctx)",
     "among(thread, &search.group, offer.kind, &offer.from, &tried[..0], ctx)", None),
    ("a search outlasts its deadline", D + "offer/group.rs",
     "filter(|s| !s.all && ctx.now < s.deadline)?", "filter(|s| !s.all)?", None),
    ("offers survive a change of hands", D + "kernel/handover.rs",
     "    offers.chain(discussions).collect()", "    offers.take(0).chain(discussions).collect()", None),
    ("discussions survive the end", D + "kernel/handover.rs",
     "    offers.chain(discussions).collect()", "    offers.chain(discussions.take(0)).collect()", None),
    ("a seventh party", D + "conference/rules.rs",
     "saturating_sub(2 + conversation.guests.len() + coming)",
     "saturating_sub(1 + conversation.guests.len() + coming)", None),
    ("who is asked to a conference does not count", D + "conference/rules.rs",
     "saturating_sub(2 + conversation.guests.len() + coming)",
     "saturating_sub(2 + conversation.guests.len() + coming * 0)", None),
    ("a guest is consulted in private, too", D + "conference/rules.rs",
     "    for talk in conversation.discussions.iter().filter(|d| d.has(me)) {",
     "    for talk in conversation.discussions.iter().filter(|_| false) {", None),
    ("coaching is for everyone", D + "kernel/audience.rs",
     "        Event::DiscussionMessage(_) | Event::CoachLine(_) => Audience::Members,",
     "        Event::DiscussionMessage(_) => Audience::Members,\n        Event::CoachLine(_) => Audience::Everyone,", None),
    ("discussions are for all agents", D + "kernel/audience.rs",
     "        Event::DiscussionMessage(_) | Event::CoachLine(_) => Audience::Members,",
     "        Event::CoachLine(_) => Audience::Members,\n        Event::DiscussionMessage(_) => Audience::Agents,", None),
    ("silent monitoring is seen", D + "kernel/audience.rs",
     "            mode: None | Some(MonitorMode::Silent),\n            was: None | Some(MonitorMode::Silent),\n            ..\n        }) => Audience::Managers,",
     "            mode: None | Some(MonitorMode::Silent),\n            was: None | Some(MonitorMode::Silent),\n            ..\n        }) => Audience::Agents,", None),
    ("comments reach the customer", D + "kernel/audience.rs",
     "            Event::AutoReply(message::AutoReplied { content }) => {\n                seen(",
     "            Event::Comment(message::Commented { text, .. }) => seen(CustomerSees::Ours(Content::text(text))),\n"
     "            Event::AutoReply(message::AutoReplied { content }) => {\n                seen(", None),
    ("an answer of an earlier survey counts", D + "survey/rules.rs",
     "survey.as_ref().filter(|asked| asked.message == message);",
     "survey.as_ref().filter(|_| message > 0);", it("visitor::chat::")),
    ("any agent looks on", D + "kernel/policy.rs",
     "        Need::Manager if !manages => {",
     "        Need::Manager if false => {", None),
    ("strangers read", D + "kernel/policy.rs",
     "        Need::Reader if !reads(profile, queue_team, thread.parties().contains(&profile.id)) => {",
     "        Need::Reader if false => {", None),
    ("consulted experts write to the customer", D + "kernel/policy.rs",
     "    if conversation.consults(&profile.id) {\n        return Err(Refusal::Consulting);",
     "    if conversation.consults(&profile.id) {\n        return Ok(());", None),
    ("room: one more than there is", D + "kernel/context.rs",
     "        self.open >= self.profile.capacity", "        self.open > self.profile.capacity", None),
    ("the desk takes one more than it may", "shared/store/src/agent/capacity.rs",
     "size(#open) < :capacity)", "size(#open) <= :capacity)", it("capacity_is_not_exceeded", "never_both")),
    ("who is away is given work all the same", "shared/store/src/agent/capacity.rs",
     '"attribute_exists(#sockets) AND attribute_not_exists(#away)"',
     '"attribute_exists(#sockets)"', it("presence::", "away", "no_work_goes_to_an_absent_agent")),
    ("a stale watch acts", D + "sla/rules.rs",
     "    if c.sla.number != number || !c.status.is_open() {",
     "    if !c.status.is_open() {", None),
    ("an absence of an earlier owner acts", D + "queue/requeue.rs",
     "    if c.number != number || c.epoch != epoch || !gone {",
     "    if c.number != number || !gone {", None),
    ("who is back loses what they own", D + "queue/requeue.rs",
     "    if c.number != number || c.epoch != epoch || !gone {",
     "    if c.number != number || c.epoch != epoch {", None),
    ("wrap-up does not take room", D + "conversation/effect.rs",
     "        .chain(wraps)\n", "        .chain(wraps.take(0))\n", None),
    ("a pending assign offer does not take room", D + "conversation/effect.rs",
     "        .chain(assign.flat_map(|o| &o.to))\n", "        .chain(assign.take(0).flat_map(|o| &o.to))\n", None),
    ("done without a disposition", D + "wrap_up/rules.rs",
     "        None if wrap.mandatory => return", "        None if false => return", None),
    ("requeued at the back", D + "queue/facts.rs",
     "        conversation.front = self.cause != RequeueCause::Transferred;",
     "        conversation.front = false;", None),
    ("given again to who left it", D + "assignment/rules.rs",
     "        tried: &left,", "        tried: &left[..0],", None),
    ("given out though it is picked by hand", D + "assignment/rules.rs",
     "conversation.status != Status::Queued || ctx.policy.mode != Mode::Auto",
     "conversation.status != Status::Queued", None),
    ("a closing phrase within a sentence", D + "intake/rules.rs",
     "plain(phrase) == said)", "said.contains(&plain(phrase)))", None),
    ("reopened after any time", D + "intake/reopen.rs",
     "    if ctx.now - closed.at > within {", "    if false {", None),
    ("silence counts from the start of the window of who waits", D + "conversation/resolve.rs",
     "conversation.status == Status::Pending && conversation.waiting_on == Party::Customer;",
     "conversation.status != Status::Queued;", None),
    ("receipts go backwards", D + "message/receipt.rs",
     "Some(known) if known.may_become(delivery.status) && !doubled", "Some(_) if !doubled", None),
    ("the sending window is not looked at", D + "message/rules.rs",
     "window.filter(|_| free)", "window.filter(|_| false)", None),
    ("the least loaded is who has most room in numbers", D + "assignment/choose.rs",
     "    u64::from(c.open) * 10_000 / u64::from(c.profile.capacity.max(1))",
     "    u64::from(c.open)", None),
    ("skills do not matter", D + "assignment/choose.rs",
     "    if !wanted.skills.iter().all(|skill| c.profile.skills.contains(skill)) {",
     "    if false {", None),
    ("a repeated command acts again", "shared/app/src/engine/idempotency.rs",
     "entry.key.as_deref() == Some(key)", "entry.key.as_deref() == Some(key) && false", it("repeated", "faults::")),
    ("a timer is not forgotten until it fires again", "shared/app/src/timer.rs",
     "    if engine.now() < due.at {\n        return engine.try_set_timer(message).await;",
     "    if engine.now() < due.at {\n        return Ok(());", it("timer")),
    ("a large team: who has just come is not among those looked at", "shared/app/src/engine/members.rs",
     "    for agent in likely.iter().take(HANDFUL) {", "    for agent in likely.iter().take(0) {", it("routing::a_handful_of_a_large_team")),
    ("the newcomer waits for the clock", "shared/app/src/assignment.rs",
     "    if effects.enters_queue.is_some() && conversation.status == Status::Queued {",
     "    if false {", it("routing::")),
    ("the priority of a place is upside down", "shared/store/src/key.rs",
     "u8::MAX - priority, since.0", "priority, since.0", it("routing::a_customer_left_without", "queue::place::")),
    ("whoever may not read it is mentioned", D + "message/rules.rs",
     "is_some_and(|c| policy::may_read(&c.profile, thread, ctx))", "is_some()", None),
    ("a thirteenth tag", D + "label/rules.rs",
     "    if after.len() > limit {", "    if after.len() > limit + 1 {", None),
    ("a row of a queue keeps the old name and marks", D + "conversation/effect.rs",
     "is.filter(|_| moved || wrote || marked)", "is.filter(|_| moved || wrote)", None),
    ("who is marked while they wait loses the preview", "shared/store/src/queue.rs",
     "#line = if_not_exists(#line, :line)", "#line = :line", it("queue::rows::")),
    ("what the stream brings twice counts twice", "shared/store/src/board/tally.rs",
     '"NOT contains(#counted, :mark)"', '"NOT contains(#counted, :mark) OR attribute_exists(pk)"', it("today::")),
    ("an answer at the goal is late", "shared/app/src/board/today.rs",
     "conversation.opened_at <= goal;", "conversation.opened_at < goal;", it("today::")),
    ("who is offline is made available", "shared/store/src/presence.rs",
     '"attribute_exists(#sockets) AND attribute_exists(#a)"', '"attribute_exists(#sockets) OR attribute_exists(#a)"', it("presence::set::")),
    ("any manager sets a presence", "shared/app/src/presence.rs",
     "me.may(Right::SetPresence, &record.profile.teams)", "me.may(Right::SetPresence, &me.teams)", it("presence::set::")),
    ("mentions become unseen again", "shared/store/src/mention.rs",
     '"attribute_not_exists(#at) OR #at < :at"', '"attribute_not_exists(#at) OR #at <> :at"', it("mention::")),
    ("any word is a label", D + "label/rules.rs",
     "found.map(|l| l.name.clone()).ok_or_else(", "found.map(|l| l.name.clone()).or(Some(given())).ok_or_else(", None),
    ("the channel's name comes back", D + "contact/rename.rs",
     "match thread.filter(|t| t.named || name.is_empty()) {", "match thread.filter(|_| name.is_empty()) {", None),
    ("whoever likes reads a contact", "shared/app/src/contact/record.rs",
     "if threads.iter().any(|t| readable::reads(me, &t.thread, directory)) {", "if !threads.is_empty() {",
     it("contact::")),
]


def sh(command, **kw):
    return subprocess.run(command, text=True, capture_output=True, **kw)


def killer(output):
    """The first test that failed, as the harness names it."""
    found = re.findall(r"^---- (\S+) stdout ----", output, re.M) or re.findall(r"^    (\S+)$", output, re.M)
    return found[0] if found else None


def tests_of(tree):
    """The path of each test in the binary `it`, as its filters see it: `offer::group::a_search_…`."""
    folder, found = f"{tree}/tests/it", []
    for place, _, names in os.walk(folder):
        for name in sorted(n for n in names if n.endswith(".rs")):
            path = os.path.relpath(f"{place}/{name}", folder)
            rooms = [r for r in path.removesuffix(".rs").split(os.sep) if r not in ("main", "mod")]
            code = open(f"{place}/{name}").read()
            tests = re.findall(r"#\[(?:tokio::)?test\b[^\n]*\n(?:\s*(?:#\[|//)[^\n]*\n)*\s*(?:async )?fn (\w+)", code)
            found += ["::".join([*rooms, test]) for test in tests]
    return found


def misfit(tree, path, old, new):
    """Why the mutant cannot be made of this tree; None if it can."""
    if not os.path.isfile(f"{tree}/{path}"):
        return f"there is no {path}"
    times = open(f"{tree}/{path}").read().count(old)
    if times != 1:
        return f"its text is found {times} times in {path}"
    return "its replacement is the same text" if old == new else None


def check(root, mutants):
    """Prints every mutant that does not fit the working tree, and every filter without a test."""
    tests, wrong = tests_of(root), []
    for name, path, old, new, more in mutants:
        why = misfit(root, path, old, new)
        filters = more[more.index("--") + 1:] if more else []
        wrong += [f"{name}: {why}"] if why else []
        wrong += [f"{name}: no test in tests/it is named like {f!r}" for f in filters if not any(f in t for t in tests)]
    print("\n".join(wrong) if wrong else f"{len(mutants)} mutants fit")
    return 1 if wrong else 0


def main():
    root = sh(["git", "rev-parse", "--show-toplevel"]).stdout.strip()
    wanted = [a for a in sys.argv[1:] if not a.startswith("-")]
    mutants = [m for m in MUTANTS if not wanted or any(w in m[0] for w in wanted)]
    if "--list" in sys.argv:
        print("\n".join(m[0] for m in mutants))
        return 0
    if "--check" in sys.argv:
        return check(root, mutants)
    copy, target = f"{root}/target/mutants/copy", f"{root}/target/mutants"
    if not os.path.isdir(copy):
        sh(["git", "worktree", "add", "--detach", copy, "HEAD"], cwd=root, check=True)
    head = sh(["git", "rev-parse", "HEAD"], cwd=root).stdout.strip()
    sh(["git", "checkout", "-q", "--force", "--detach", head], cwd=copy, check=True)
    sh(["git", "clean", "-qfd"], cwd=copy, check=True)
    env = dict(os.environ, CARGO_TARGET_DIR=target, RUST_BACKTRACE="0")
    # A failing random history is enough; proptest need not shrink it.
    env.update(PROPTEST_MAX_SHRINK_ITERS="0", PROPTEST_FAILURE_PERSISTENCE="off")
    clean = sh(RULES, cwd=copy, env=env)
    if clean.returncode:
        print(clean.stdout[-3000:], clean.stderr[-3000:])
        print("the tests fail without any mistake; nothing can be said")
        return 1
    survivors, broken = [], []
    width = max(len(m[0]) for m in mutants)
    for name, path, old, new, more in mutants:
        if why := misfit(copy, path, old, new):
            broken.append(name)
            print(f"{name:<{width}} | does not fit: {why}", flush=True)
            continue
        place = f"{copy}/{path}"
        before = open(place).read()
        began = time.time()
        open(place, "w").write(before.replace(old, new))
        by = None
        try:
            for run in [more] if more else [RULES, MODEL]:
                ran = sh(run, cwd=copy, env=env)
                output = ran.stdout + ran.stderr
                if "could not compile" in output:
                    by = "does not compile"
                    broken.append(name)
                    print(output[-1500:])
                elif ran.returncode:
                    by = killer(output) or "a test that ended the run"
                if by:
                    break
        finally:
            open(place, "w").write(before)
        if not by:
            survivors.append(name)
        print(f"{name:<{width}} | {by or 'SURVIVES'} | {time.time() - began:.0f} s", flush=True)
    print(f"\n{len(mutants)} mutants, {len(survivors)} survive, {len(broken)} do not fit")
    return 1 if survivors or broken else 0


if __name__ == "__main__":
    sys.exit(main())
