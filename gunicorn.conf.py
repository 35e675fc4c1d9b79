"""How gunicorn runs the site, in the image, under systemd and in the tests.

It lies at the root because gunicorn looks for this name in the folder it starts in.
"""

import os
from pathlib import Path

wsgi_app = "psgsite.wsgi"

# Threads, because a request mostly waits for the database.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4

# A worker that leaks is replaced before it hurts, and never all workers at once.
max_requests = 1000
max_requests_jitter = 200

# Workers show that they live by touching a file; on a slow disk that can block them.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108

# Less than compose.yaml and systemd wait before they kill.
graceful_timeout = 25

# Whether a proxy's word is taken is BEHIND_PROXY's to say, in one place.
forwarded_allow_ips = ""

# The proxy keeps the access log; nothing here uses the control socket, which would
# need a home folder that can be written.
accesslog = None
control_socket_disable = True
