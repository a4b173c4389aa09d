#!/usr/bin/env python3
"""Plays e-mail of one machine against real servers: Dovecot (IMAP) and Postfix (SMTP) from Debian.

    make mail-servers

Both start on free ports, in a temporary folder, under configurations of their own; an installation of the machine is
never touched. As root, missing packages are installed by apt; nobody else gets them installed.
"""

import json
import os
import pathlib
import shutil
import smtplib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from email import message_from_bytes
from email.message import EmailMessage

ROOT = pathlib.Path(__file__).resolve().parent.parent
DESK, ADA, NOBODY = "desk@acme.test", "ada@customers.test", "nobody@customers.test"
PASSWORD = "secret"

DOVECOT = """
base_dir = {tmp}/dovecot
log_path = {tmp}/dovecot.log
protocols = imap
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{tmp}/mail/%n
first_valid_uid = 1
first_valid_gid = 1
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={tmp}/mail/%n
}}
service imap-login {{
  inet_listener imap {{
    address = 127.0.0.1
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
"""

POSTFIX = """
compatibility_level = 3.6
config_directory = {tmp}/postfix
queue_directory = {tmp}/queue
data_directory = {tmp}/postfix-data
mail_owner = postfix
setgid_group = postdrop
maillog_file = {tmp}/postfix.log
maillog_file_prefixes = {tmp}
myhostname = mx.acme.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
recipient_delimiter = +
virtual_mailbox_domains = acme.test, customers.test
virtual_mailbox_base = {tmp}/mail
virtual_mailbox_maps = texthash:{tmp}/postfix/mailboxes
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = yes
"""

MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


def free():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def installed():
    """Whether both servers are here; installs them as root."""
    missing = [name for name, program in (("dovecot-imapd", "dovecot"), ("postfix", "postfix")) if not shutil.which(program, path="/usr/sbin:/usr/bin")]
    if not missing:
        return True
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print(f"skipped: {' and '.join(missing)} are not installed, and only root on Debian may install them here")
        return False
    policy = pathlib.Path("/usr/sbin/policy-rc.d")
    made = not policy.exists()
    if made:
        # The packages must not start servers of the machine.
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
    try:
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], check=True, env=quiet, stdout=subprocess.DEVNULL)
    finally:
        if made:
            policy.unlink()
    return True


def wait(what, until, seconds=40):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = until()
        if found:
            return found
        time.sleep(0.3)
    raise SystemExit(f"in vain: {what}")


def listens(port):
    with socket.socket() as one:
        one.settimeout(0.5)
        return one.connect_ex(("127.0.0.1", port)) == 0


class Desk:
    """A Switchboard in memory, whose account looks into Dovecot and sends by Postfix."""

    def __init__(self, port):
        self.base = f"http://localhost:{port}"
        self.tokens = {}

    def call(self, method, path, body=None, who=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, method=method, headers={"content-type": "application/json"})
        if who:
            request.add_header("authorization", f"Bearer {self.token(who)}")
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}") from None

    def token(self, who):
        if who not in self.tokens:
            self.tokens[who] = self.call("GET", f"/oidc/demo-token?agent={who}")["id_token"]
        return self.tokens[who]

    def give(self, conversation, command):
        frame = {"id": str(uuid.uuid4()), "conversation": conversation, "command": command}
        return self.call("POST", "/v1/commands", frame, "mark")

    def events(self, conversation):
        page = self.call("GET", f"/v1/conversations/{conversation}/entries?after=0", who="mark")
        return [event for entry in page["entries"] for event in entry["events"]]

    def waiting(self, name):
        queues = self.call("GET", "/v1/queues", who="mark")["queues"]
        return next((one["conversation"] for queue in queues for one in queue["waiting"] if one["name"] == name), None)


def letter(to, subject, text, answers=None):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Ada <{ADA}>", to, subject
    mail["Message-ID"] = f"<{uuid.uuid4()}@customers.test>"
    if answers:
        mail["In-Reply-To"] = answers["Message-ID"]
        mail["References"] = " ".join((answers["References"] or answers["Message-ID"]).split())
    mail.set_content(text)
    return mail


def mailbox(tmp, who):
    folder = tmp / "mail" / who
    found = [path for part in ("new", "cur") for path in sorted((folder / part).glob("*"))]
    return [message_from_bytes(path.read_bytes()) for path in found]


def play(tmp, desk, imap, smtp):
    asset = {"version": 0, "name": "Desk", "channel": "email", "account": DESK, "queue": "support"}
    desk.call("PUT", "/v1/assets/desk", asset, "ada")
    values = {"imap_server": f"127.0.0.1:{imap}", "imap_user": "desk", "imap_password": PASSWORD, "smtp_server": f"127.0.0.1:{smtp}"}
    desk.call("PUT", "/v1/assets/desk/secrets", {"version": 0, "values": values}, "ada")

    def post(mail, to):
        with smtplib.SMTP("127.0.0.1", smtp) as server:
            server.send_message(mail, from_addr=ADA, to_addrs=[to])

    post(letter(DESK, "Kettle", "It leaks."), DESK)
    conversation = wait("the mail comes in by IMAP", lambda: desk.waiting("Ada"))
    print("a customer's mail came in by Postfix and Dovecot")
    desk.give(conversation, {"type": "accept"})
    desk.give(conversation, {"type": "send", "content": {"kind": "text", "text": "We send a new one."}})
    answer = wait("the answer arrives by SMTP", lambda: next(iter(mailbox(tmp, "ada")), None))
    assert answer["Subject"] == "Re: Kettle" and "desk+" in answer["Reply-To"], answer.as_string()
    print("the answer went out by Postfix")
    began = time.monotonic()
    to = answer["Reply-To"].strip("<> ")
    post(letter(to, "Re: Kettle", "Thank you!", answer), to)

    def said():
        events = desk.events(conversation)
        return [event["content"]["text"].strip() for event in events if event["type"] == "customer_message"] == ["It leaks.", "Thank you!"]

    wait("the answer to the conversation's address comes in", said)
    print(f"the customer's answer came in after {time.monotonic() - began:.1f} s, by IDLE")
    before = len(mailbox(tmp, "desk"))
    time.sleep(3)
    assert said() and before == 2, "nothing comes twice"
    seen = [path.name for path in (tmp / "mail" / "desk" / "cur").glob("*")]
    assert len(seen) == 2 and all("S" in name.rsplit(",", 1)[-1] for name in seen), seen
    print("the mailbox shows both mails as read")
    stranger = letter(DESK, "Hello", "Who are you?")
    stranger.replace_header("From", f"Nobody <{NOBODY}>")
    post(stranger, DESK)
    other = wait("the stranger's mail comes in", lambda: desk.waiting("Nobody"))
    desk.give(other, {"type": "accept"})
    desk.give(other, {"type": "send", "content": {"kind": "text", "text": "Hello!"}})

    def failed():
        return [event["reason"] for event in desk.events(other) if event["type"] == "delivery" and event["status"] == "failed"]

    reason = wait("the refusal of the mail server is shown", failed)
    print(f"an address that nobody has: {reason[0]}")


def main():
    if not installed():
        return
    program = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug" / "switchboard"
    if not program.exists():
        sys.exit("build it first: cargo build -p platform")
    import grp
    import pwd
    tmp = pathlib.Path(tempfile.mkdtemp(prefix="switchboard-mail-"))
    tmp.chmod(0o755)
    imap, smtp, port = free(), free(), free()
    owner, group = pwd.getpwnam("mail").pw_uid, grp.getgrnam("mail").gr_gid
    for name in ("dovecot", "mail", "postfix", "queue", "postfix-data"):
        (tmp / name).mkdir()
    os.chown(tmp / "mail", owner, group)
    shutil.chown(tmp / "postfix-data", "postfix")
    (tmp / "dovecot.conf").write_text(DOVECOT.format(tmp=tmp, imap=imap, password=PASSWORD))
    (tmp / "postfix" / "main.cf").write_text(POSTFIX.format(tmp=tmp, uid=owner, gid=group))
    (tmp / "postfix" / "master.cf").write_text(MASTER.format(smtp=smtp))
    (tmp / "postfix" / "mailboxes").write_text(f"{DESK} desk/\n{ADA} ada/\n")
    path = os.environ | {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    quiet = {"env": path, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = []
    try:
        started.append(subprocess.Popen(["dovecot", "-F", "-c", tmp / "dovecot.conf"], **quiet))
        subprocess.run(["postfix", "-c", tmp / "postfix", "start"], check=True, **quiet)
        log = open(tmp / "switchboard.log", "w")
        started.append(subprocess.Popen([program, "--memory", "--no-demo", "--port", str(port)], stdout=log, stderr=log))
        for what, at in (("Dovecot", imap), ("Postfix", smtp), ("Switchboard", port)):
            wait(f"{what} listens", lambda at=at: listens(at))
        play(tmp, Desk(port), imap, smtp)
        shutil.rmtree(tmp, ignore_errors=True)
    except BaseException:
        print(f"the logs stay in {tmp}", file=sys.stderr)
        raise
    finally:
        subprocess.run(["postfix", "-c", tmp / "postfix", "stop"], **quiet)
        for one in reversed(started):
            one.terminate()
            one.wait(10)


if __name__ == "__main__":
    main()
