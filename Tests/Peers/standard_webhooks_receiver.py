"""A receiver that verifies with the official Standard Webhooks library and writes what it thinks to a file.

usage: standard_webhooks_receiver.py SECRET RECORD
Prints its port, then serves until it is ended.
"""

import http.server
import json
import sys

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

secret, record = sys.argv[1:3]
webhook = Webhook(secret)


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            webhook.verify(body, dict(self.headers))
            status, verdict = 204, "verified"
        except WebhookVerificationError as error:
            status, verdict = 401, str(error)
        with open(record, "a") as file:
            file.write(json.dumps({"id": self.headers["webhook-id"], "verdict": verdict}) + "\n")
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
print(server.server_address[1], flush=True)
server.serve_forever()
