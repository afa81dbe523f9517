"""OpenSMTPD in the foreground on this machine alone, delivering into a Maildir, and TLS in front of it.

OpenSMTPD 6.8 as Debian 12 has it cannot do TLS itself: its key lives in another process, which OpenSSL 3
does not ask. So TLS ends in front of it, as behind stunnel.

Arguments: a folder, a file with certificate and key. It prints the ports, and ends with its standard input.
"""

import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time

FOLDER, CERTIFICATE = sys.argv[1:]
# Whoever starts this may have signals blocked, which OpenSMTPD would inherit and never end.
signal.pthread_sigmask(signal.SIG_SETMASK, [])


def missing(what):
    print(json.dumps({"missing": what}), flush=True)
    sys.exit()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def wait_for(port, process):
    for _ in range(100):
        if process.poll() is not None:
            return False
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return True
        except OSError:
            time.sleep(0.05)
    return False


def copy(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def front(listener, context, port):
    while True:
        try:
            outer = context.wrap_socket(listener.accept()[0], server_side=True)
        except OSError:
            continue
        inner = socket.create_connection(("127.0.0.1", port))
        for ends in [(outer, inner), (inner, outer)]:
            threading.Thread(target=copy, args=ends, daemon=True).start()


program = shutil.which("smtpd", path="/usr/sbin:/usr/local/sbin:/usr/bin")
if not program:
    missing("OpenSMTPD (Debian: opensmtpd)")
if os.geteuid() != 0:
    missing("OpenSMTPD, which only root can start")
mail = f"{FOLDER}/mail"
os.makedirs(mail)
os.chmod(FOLDER, 0o755)
os.chmod(mail, 0o777)
port = free_port()
with open(f"{FOLDER}/smtpd.conf", "w") as file:
    file.write(
        'table anybody { "@" = "nobody" }\n'
        f"listen on 127.0.0.1 port {port} hostname mx.example\n"
        f'action "keep" maildir "{mail}" virtual <anybody>\n'
        'match from any for any action "keep"\n'
    )
with open(f"{FOLDER}/log", "w") as log:
    process = subprocess.Popen(
        [program, "-d", "-f", f"{FOLDER}/smtpd.conf"], stdin=subprocess.DEVNULL, stdout=log, stderr=log
    )
if not wait_for(port, process):
    process.kill()
    missing("OpenSMTPD, which did not start: " + open(f"{FOLDER}/log").read()[-200:])
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERTIFICATE)
listener = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=front, args=(listener, context, port), daemon=True).start()
print(json.dumps({"ports": {"none": port, "tls": listener.getsockname()[1]}}), flush=True)
sys.stdin.read()
process.terminate()
process.wait()
