"""A mail server that does one thing wrong: each line of its standard input is one conversation.

A line is a JSON object: "phase" and "kind" say where it does what, "security" is tls, starttls or none,
"certificate" a file with certificate and key. It answers with the port, and afterwards with what it heard,
how many bytes it said, and how many it was told to say. It ends with its standard input.
"""

import json
import socket
import ssl
import struct
import sys
import time

PATIENCE = 20


class Over(Exception):
    """The conversation is at its end."""


class Peer:
    def __init__(self, connection, case):
        self.connection = connection
        self.case = case
        self.heard = b""
        self.waiting = b""
        self.said = 0

    def say(self, data):
        self.connection.sendall(data)
        self.said += len(data)

    def line(self):
        while b"\r\n" not in self.waiting:
            data = self.connection.recv(65536)
            if not data:
                raise Over
            self.heard += data
            self.waiting += data
        line, self.waiting = self.waiting.split(b"\r\n", 1)
        return line

    def listen_to_the_end(self):
        while True:
            data = self.connection.recv(65536)
            if not data:
                return
            self.heard += data

    def secure(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.case["certificate"])
        if self.case["kind"] == "old TLS":
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
        self.connection = context.wrap_socket(self.connection, server_side=True)

    def answer(self, phase, text):
        """Says what belongs here, unless this is the place to do it wrong."""
        if phase == self.case["phase"]:
            misbehave(self, text.encode())
            raise Over
        self.say(text.encode())


def misbehave(peer, good):
    kind = peer.case["kind"]
    if kind == "says":
        peer.say(peer.case["text"].encode("latin-1"))
    elif kind == "silent":
        pass
    elif kind == "drips":
        while True:
            peer.say(good[:4].replace(b" ", b"-") if peer.said % 7 == 0 else b"x")
            time.sleep(0.02)
    elif kind == "endless line":
        while True:
            peer.say(b"2" * 65536)
    elif kind == "endless lines":
        while True:
            peer.say(b"250-and so on\r\n" * 4096)
    elif kind == "NUL":
        peer.say(good[:3] + b"\0" + good[4:])
    elif kind == "lone line feed":
        peer.say(good.replace(b"\r\n", b"\n"))
    elif kind == "no code":
        peer.say(b"Welcome to the machine\r\n")
    elif kind == "out of turn":
        peer.say(good + b"250 2.0.0 queued as 7\r\n")
    elif kind == "closes":
        return
    elif kind == "resets":
        peer.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        peer.connection.close()
        return
    elif kind == "half a reply":
        peer.say(good[: len(good) // 2])
        return
    else:
        raise ValueError(kind)
    peer.listen_to_the_end()


def converse(peer):
    case = peer.case
    phase = case["phase"]
    hello = ["250-mx.example", "250-SIZE 99999999", "250 AUTH PLAIN LOGIN XOAUTH2"]
    if case["security"] == "tls":
        handshake(peer)
    peer.answer("greeting", "220 mx.example ESMTP\r\n")
    if case["security"] == "starttls":
        peer.line()
        peer.answer("EHLO before TLS", "250-mx.example\r\n250 STARTTLS\r\n")
        peer.line()
        peer.answer("STARTTLS", "220 go on\r\n")
        handshake(peer)
    peer.line()
    peer.answer("EHLO", "\r\n".join(hello) + "\r\n")
    login = peer.line()
    if login.startswith(b"AUTH"):
        if login == b"AUTH LOGIN":
            peer.answer("AUTH user", "334 VXNlcm5hbWU6\r\n")
            peer.line()
            peer.answer("AUTH secret", "334 UGFzc3dvcmQ6\r\n")
            peer.line()
        peer.answer("AUTH", "235 welcome\r\n")
        peer.line()
    peer.answer("MAIL", "250 ok\r\n")
    peer.line()
    peer.answer("RCPT", "250 ok\r\n")
    peer.line()
    peer.answer("DATA", "354 go on\r\n")
    if phase == "message":
        if case["kind"] == "does not read":
            time.sleep(case["seconds"])
            raise Over
        while not peer.heard.endswith(b"\r\nthe end\r\n"):
            data = peer.connection.recv(65536)
            if not data:
                raise Over
            peer.heard += data
        print(json.dumps({"misbehaves": True}), flush=True)
        misbehave(peer, b"250 2.0.0 queued as 7\r\n")
        raise Over
    while peer.line() != b".":
        pass
    peer.answer("dot", "250 2.0.0 queued as 7\r\n")
    peer.listen_to_the_end()


def handshake(peer):
    if peer.case["phase"] == "TLS" and peer.case["kind"] != "old TLS":
        misbehave(peer, b"220 mx.example ESMTP\r\n")
        raise Over
    peer.secure()


def serve(case):
    listener = socket.socket()
    if case["kind"] == "does not read":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    listener.bind(("127.0.0.1", 0))
    listener.listen(1)
    listener.settimeout(PATIENCE)
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
    connection, _ = listener.accept()
    listener.close()
    connection.settimeout(PATIENCE)
    peer = Peer(connection, case)
    try:
        converse(peer)
    except (Over, OSError):
        pass
    peer.connection.close()
    print(json.dumps({"heard": peer.heard.decode("latin-1"), "said": peer.said}), flush=True)


for line in sys.stdin:
    serve(json.loads(line))
