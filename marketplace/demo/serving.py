"""Serve the demo from the process that loaded it: Django is started once, then forked.

The parent waits; one child is gunicorn with its workers, the other runs the jobs left
behind. Ctrl-C ends them all.
"""

import ctypes
import http.client
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.management import call_command
from django.db import connections
from gunicorn.app.base import BaseApplication

PR_SET_PDEATHSIG = 1
WORKERS = 2
THREADS = 4
PATIENCE_SECONDS = 120
GRACE_SECONDS = 5
STOP_SECONDS = 20


class PortTaken(OSError):
    """Somebody listens at the address already."""


class NoFirstPage(RuntimeError):
    """The server ended, or answered with an error, or not at all."""


class DemoServer(BaseApplication):
    """Gunicorn, told its settings here and given the application that is loaded already."""

    def __init__(self, **options: Any) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Take the options over."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable:
        """The application."""
        from marketplace.wsgi import application

        return application


def refuse_taken_port(host: str, port: int) -> None:
    """Raise PortTaken before any work is done for nothing."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(f"{host}:{port}") from error


def serve(host: str, port: int, *, when_ready: Callable[[], None]) -> None:
    """Serve until Ctrl-C or until the server ends.

    ``when_ready`` is called once the first page has answered; NoFirstPage is raised when it
    does not.
    """
    connections.close_all()
    for end in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, signal.default_int_handler)
    children = [_fork(lambda: _run_server(host, port))]
    try:
        if not _first_page_answers(host, port, children[0]):
            raise NoFirstPage(f"http://{host}:{port}/")
        when_ready()
        children.append(_fork(_run_worker))
        os.waitpid(children[0], 0)
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for child in children:
            _end(child)


def _run_server(host: str, port: int) -> None:
    # Threads, because browsers open connections ahead and leave them idle for half a minute.
    DemoServer(
        bind=f"{host}:{port}",
        workers=WORKERS,
        threads=THREADS,
        graceful_timeout=GRACE_SECONDS,
        preload_app=True,
        loglevel="warning",
    ).run()


def _run_worker() -> None:
    call_command("worker")


def _fork(run: Callable[[], None]) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        # Ctrl-C reaches the parent alone, which ends its children one by one: gunicorn's
        # threads can lock for ever when two signals arrive together.
        os.setpgid(0, 0)
        for end in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(end, signal.SIG_DFL)
        _end_with_parent()
        run()
        code = 0
    except KeyboardInterrupt:
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        os._exit(code)


def _end_with_parent() -> None:
    """Let Linux stop this child when its parent is killed; elsewhere nothing is lost but that."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _first_page_answers(host: str, port: int, server: int) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        with suppress(OSError, http.client.HTTPException):
            request = http.client.HTTPConnection(host, port, timeout=PATIENCE_SECONDS)
            request.request("GET", "/")
            return request.getresponse().status == http.HTTPStatus.OK
        if os.waitpid(server, os.WNOHANG)[0]:
            return False
        time.sleep(0.1)
    return False


def _end(child: int) -> None:
    """Ask the child to stop, wait for it, and stop it."""
    deadline = time.monotonic() + STOP_SECONDS
    with suppress(ChildProcessError, ProcessLookupError):
        os.kill(child, signal.SIGTERM)
        while not os.waitpid(child, os.WNOHANG)[0]:
            if time.monotonic() > deadline:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return
            time.sleep(0.05)
