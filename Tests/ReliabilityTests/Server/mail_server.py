"""A mail server for tests: writes down every message that it accepts, durably, before it says so.

It is the witness of the torture: what it has written down has reached the customer, nothing else has.
Arguments: the file of accepted messages, the seed of its faults, and what it answers to the dot:
  faults        accepts most; 5 % later, 2 % never, 5 % accepted without an answer, 3 % closed before
  by-recipient  what the recipient's address begins with, the first time; accepts afterwards
The first line of its output is the port.
"""

import asyncio
import json
import os
import random
import re
import sys
import time

LATE_SECONDS = 2.5  # longer than the torture's carrier waits


class Witness:
    """The durable list of accepted messages."""

    def __init__(self, path):
        self.file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def accept(self, recipient, message):
        found = re.search(rb"^Message-ID:\s*<([^@>]*)", message, re.IGNORECASE | re.MULTILINE)
        record = {
            "at": int(time.time() * 1000),
            "id": found.group(1).decode() if found else "",
            "to": recipient,
        }
        os.write(self.file, (json.dumps(record) + "\n").encode())
        os.fdatasync(self.file)


class Faults:
    """Any answer, by chance."""

    SHARES = [("later", 0.05), ("never", 0.02), ("swallowed", 0.05), ("closed", 0.03)]

    def __init__(self, seed):
        self.random = random.Random(seed)

    def to_recipient(self, recipient):
        return "accept"

    def to_dot(self, recipient):
        throw = self.random.random()
        for answer, share in self.SHARES:
            throw -= share
            if throw < 0:
                return answer
        return "accept"


class ByRecipient:
    """The answer that the address names, once."""

    def __init__(self):
        self.used = set()

    def name(self, recipient):
        return re.match(r"[a-z]*", recipient).group(0)

    def once(self, recipient, answers):
        name = self.name(recipient)
        if name in answers and recipient not in self.used:
            self.used.add(recipient)
            return name
        return "accept"

    def to_recipient(self, recipient):
        return self.once(recipient, ["unwanted", "greylisted"])

    def to_dot(self, recipient):
        return self.once(recipient, ["later", "never", "swallowed", "closed", "garbled", "late"])


class Session:
    """One connection."""

    def __init__(self, reader, writer, witness, answers):
        self.reader, self.writer = reader, writer
        self.witness, self.answers = witness, answers
        self.recipient = ""

    async def say(self, line):
        self.writer.write(line.encode() + b"\r\n")
        await self.writer.drain()

    async def run(self):
        await self.say("220 witness.example ESMTP")
        while line := await self.reader.readline():
            verb = line.strip().upper()
            if verb.startswith(b"QUIT"):
                return await self.say("221 bye")
            if verb.startswith(b"RCPT"):
                await self.take_recipient(line)
            elif verb == b"DATA":
                await self.say("354 go on")
                if not await self.take_message():
                    return
            elif verb.startswith(b"EHLO"):
                await self.say("250-witness.example")
                await self.say("250 SIZE 1000000")
            else:
                await self.say("250 ok")

    async def take_recipient(self, line):
        found = re.search(rb"<([^@>]*)@", line)
        self.recipient = found.group(1).decode() if found else ""
        answer = self.answers.to_recipient(self.recipient)
        codes = {"unwanted": "550 no such person", "greylisted": "451 come again"}
        await self.say(codes.get(answer, "250 ok"))

    async def take_message(self):
        """Reads up to the dot and answers it; whether the connection goes on."""
        lines = []
        while (line := await self.reader.readline()) != b".\r\n":
            if not line.endswith(b"\r\n"):
                return False  # cut off before the dot: nothing was sent
            lines.append(line[1:] if line.startswith(b".") else line)
        answer = self.answers.to_dot(self.recipient)
        if answer in ("later", "never"):
            await self.say({"later": "451 not now", "never": "550 not ever"}[answer])
            return True
        if answer == "closed":
            return False
        self.witness.accept(self.recipient, b"".join(lines))
        if answer == "swallowed":
            return False
        if answer == "late":
            await asyncio.sleep(LATE_SECONDS)
        await self.say("2?? what" if answer == "garbled" else "250 accepted")
        return True


async def main(path, seed, kind):
    watcher = os.getppid()
    witness = Witness(path)
    answers = ByRecipient() if kind == "by-recipient" else Faults(seed)

    async def serve(reader, writer):
        try:
            await Session(reader, writer, witness, answers).run()
        except OSError:
            pass  # the other side was killed
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    os.write(sys.stdout.fileno(), f"{server.sockets[0].getsockname()[1]}\n".encode())
    while os.getppid() == watcher:  # the test that has started this server
        await asyncio.sleep(1)


asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
