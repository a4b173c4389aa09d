"""The services outside the stack: an OpenID issuer and WhatsApp's Graph API, on the loopback interface."""

import hashlib
import hmac
import http.server
import json
import threading
import time
import urllib.request

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = "console"
SECRETS = {
    "whatsapp_app_secret": "demo-app-secret",
    "whatsapp_verify_token": "demo-verify-token",
    "whatsapp_access_token": "demo-access-token",
    "visitor_key": "0123456789abcdef0123456789abcdef",
}


class Outside:
    """Serves both on one port. `webhooks` is the address for receipts, once the stack has one."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.webhooks, self.taken, self.refused = None, [], []
        outside = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def reply(self, status, body):
                text = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def do_GET(self):
                documents = {"/.well-known/openid-configuration": outside.discovery, "/jwks": outside.keys}
                document = documents.get(self.path)
                self.reply(200, document()) if document else self.reply(404, {})

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                self.reply(*outside.graph(self.path, self.headers.get("authorization"), body))

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()

    def discovery(self):
        return {
            "issuer": self.url, "jwks_uri": f"{self.url}/jwks",
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def keys(self):
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [key | {"kid": "referee", "use": "sig", "alg": "RS256"}]}

    def token(self, person):
        """An ID token with the claims of one from Cognito."""
        now = int(time.time())
        claims = {
            "iss": self.url, "aud": CLIENT, "sub": person, "email": f"{person}@demo.test", "email_verified": True,
            "token_use": "id", "iat": now, "exp": now + 3600,
        }
        return jwt.encode(claims, self.key, "RS256", headers={"kid": "referee"})

    def graph(self, path, authorization, message):
        """`POST /{version}/{phone number}/messages`: takes the message, and reports its delivery a moment later."""
        if authorization != f"Bearer {SECRETS['whatsapp_access_token']}" or not path.endswith("/messages"):
            return 401, {"error": {"code": 190, "message": "Invalid OAuth access token."}}
        self.taken.append(message)
        id = f"wamid.REFEREE{len(self.taken)}"
        threading.Thread(target=self.receipts, args=(path.split("/")[-2], id, message), daemon=True).start()
        return 200, {"messaging_product": "whatsapp", "messages": [{"id": id}]}

    def receipts(self, account, id, message):
        for status in ("sent", "delivered"):
            time.sleep(0.2)
            receipt = {
                "id": id, "status": status, "timestamp": str(int(time.time())),
                "recipient_id": message.get("to", "").lstrip("+"),
                "biz_opaque_callback_data": message.get("biz_opaque_callback_data"),
            }
            value = {"messaging_product": "whatsapp", "metadata": {"phone_number_id": account}, "statuses": [receipt]}
            entry = {"id": "1", "changes": [{"field": "messages", "value": value}]}
            body = json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()
            signature = hmac.new(SECRETS["whatsapp_app_secret"].encode(), body, hashlib.sha256).hexdigest()
            headers = {"content-type": "application/json", "x-hub-signature-256": f"sha256={signature}"}
            try:
                urllib.request.urlopen(urllib.request.Request(self.webhooks, body, headers), timeout=30).close()
            except OSError as error:
                self.refused.append(f"{status} of {id}: {error}")
