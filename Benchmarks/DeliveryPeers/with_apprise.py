"""Posts 2 KB notifications with Apprise's JSON plugin: with_apprise.py PORT COUNT. Prints requests/s."""
import logging
import sys
import time

import apprise

logging.disable(logging.CRITICAL)
notifier = apprise.Apprise()
# Its own pause between requests is off.
notifier.add(f"json://127.0.0.1:{sys.argv[1]}/")
for server in notifier:
    server.request_rate_per_sec = 0
count = int(sys.argv[2])
began = time.monotonic()
for _ in range(count):
    assert notifier.notify(title="t", body="x" * 2000)
print(round(count / (time.monotonic() - began)))
