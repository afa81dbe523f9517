"""aiosmtpd on three ports of this machine, keeping what it takes: TLS, STARTTLS, and neither.

Arguments: a folder for the messages, a file with certificate and key, a name and a secret. It prints the
ports, and ends with its standard input. Each message becomes NUMBER.json in the folder before it is answered.
"""

import asyncio
import base64
import json
import ssl
import sys

try:
    from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
except ImportError:
    print(json.dumps({"missing": "aiosmtpd (Debian: python3-aiosmtpd)"}), flush=True)
    sys.exit()

FOLDER, CERTIFICATE, NAME, SECRET = sys.argv[1:]


class Keeper:
    count = 0

    async def handle_DATA(self, server, session, envelope):
        Keeper.count += 1
        record = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "user": (session.auth_data or b"").decode() if session.authenticated else None,
            "mechanism": getattr(session, "mechanism", None),
            "tls": session.ssl is not None or server.transport.get_extra_info("cipher") is not None,
            "hello": session.host_name,
            "content": base64.b64encode(envelope.original_content).decode(),
        }
        with open(f"{FOLDER}/{Keeper.count}.json", "w") as file:
            json.dump(record, file)
        return f"250 2.0.0 kept as {Keeper.count}"

    async def auth_XOAUTH2(self, server, args):
        answer = args[1] if len(args) > 1 else await server.challenge_auth("", encode_to_b64=False)
        data = base64.b64decode(answer) if isinstance(answer, str) else answer
        server.session.mechanism = "XOAUTH2"
        wanted = f"user={NAME}\1auth=Bearer {SECRET}\1\1".encode()
        if data == wanted:
            return AuthResult(success=True, auth_data=NAME.encode())
        await server.challenge_auth(json.dumps({"status": "400"}))
        return AuthResult(success=False, handled=False)


def authenticate(server, session, envelope, mechanism, data):
    session.mechanism = mechanism
    fits = isinstance(data, LoginPassword) and (data.login, data.password) == (
        NAME.encode(),
        SECRET.encode(),
    )
    return AuthResult(success=fits, handled=False, auth_data=NAME.encode())


async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    loop = asyncio.get_running_loop()
    keeper = Keeper()

    def make(**options):
        return lambda: SMTP(keeper, authenticator=authenticate, loop=loop, **options)

    servers = {
        "tls": await loop.create_server(
            make(auth_require_tls=False), "127.0.0.1", 0, ssl=context
        ),
        "starttls": await loop.create_server(
            make(tls_context=context, require_starttls=True), "127.0.0.1", 0
        ),
        "none": await loop.create_server(make(auth_require_tls=False), "127.0.0.1", 0),
    }
    ports = {name: server.sockets[0].getsockname()[1] for name, server in servers.items()}
    print(json.dumps({"ports": ports}), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
