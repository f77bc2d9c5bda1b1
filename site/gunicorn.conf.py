"""Gunicorn: two processes on a small server; threads and async workers were measured slower."""

import multiprocessing

bind = "127.0.0.1:8000"
workers = max(2, multiprocessing.cpu_count())
worker_class = "sync"
timeout = 120  # a large import is applied within one request
graceful_timeout = 20
max_requests = 5000
max_requests_jitter = 500
accesslog = None
errorlog = "-"
control_socket_disable = True  # a socket in the home folder that two sites would share
