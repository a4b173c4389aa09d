"""ministack, started on a free port of the loopback interface and stopped again.

With `auth` it verifies every signature and enforces every role's policies, as AWS does: a function that calls what
its role does not allow gets AccessDenied.
"""

import contextlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import boto3
from botocore.config import Config

REGION = "eu-central-1"
# Ministack takes this key for the account's root user.
ROOT = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Emulator:
    def __init__(self, log, auth=True):
        self.port, self.log, self.auth = free_port(), pathlib.Path(log), auth
        self.url = f"http://127.0.0.1:{self.port}"
        self.process, self.folder = None, None

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="referee-")
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": self.folder,
            "TMPDIR": self.folder,
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(self.port),
            "MINISTACK_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            # Functions call back to the emulator.
            "AWS_ENDPOINT_URL": self.url,
            "AUTH": str(self.auth).lower(),
            # A listener of its own, on all interfaces.
            "IOT_MTLS_ENABLED": "0",
            "LOG_LEVEL": os.environ.get("REFEREE_LOG", "INFO"),
        }
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "ministack"], env=environment, cwd=self.folder,
                stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
            )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                with urllib.request.urlopen(f"{self.url}/_ministack/health", timeout=5):
                    return self
            time.sleep(0.2)
        self.__exit__()
        raise SystemExit(f"the emulator did not start: see {self.log}")

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            # The functions are children in the emulator's own session.
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait(5)
        shutil.rmtree(self.folder, ignore_errors=True)

    def client(self, service):
        """A client of one of AWS's services, as the account's owner."""
        return boto3.client(
            service, endpoint_url=self.url, region_name=REGION,
            config=Config(retries={"max_attempts": 1}, read_timeout=120, s3={"addressing_style": "path"}), **ROOT,
        )
