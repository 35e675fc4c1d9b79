"""A mail server on this machine that keeps what it is sent."""

import socketserver
import threading
from contextlib import contextmanager
from email import message_from_bytes, policy


class Conversation(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as a sender of plain mails needs."""

    def handle(self):
        self.answer("220 mail.example.org")
        while line := self.rfile.readline().decode().strip():
            command = line.split()[0].upper()
            if command == "QUIT":
                self.answer("221 Goodbye")
                return
            if command == "DATA":
                if not self.take_in():
                    return
            else:
                self.answer(self.server.answer_to(line))

    def take_in(self):
        """Whether the conversation goes on."""
        self.answer("354 Go on")
        lines = iter(self.rfile.readline, b".\r\n")
        # A dot that begins a line is doubled on its way.
        text = b"".join(line.removeprefix(b".").replace(b"\r", b"") for line in lines)
        mail = message_from_bytes(text, policy=policy.default)
        if answer := self.server.receive(mail):
            self.answer(answer)
        return bool(answer)

    def answer(self, line):
        self.wfile.write(f"{line}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.mails = []
        # What is answered to a line with such a text in it, in place of 250.
        self.answers = {"RCPT TO:<refused@": "550 No such person"}

    def answer_to(self, line):
        line = line.upper()
        found = [each for text, each in self.answers.items() if text.upper() in line]
        return found[0] if found else "250 mail.example.org"

    def receive(self, mail):
        """Keep it, and return the answer; tests may put another in place of this.

        Without an answer the connection breaks off.
        """
        self.mails.append(mail)
        return "250 Taken"

    @property
    def port(self):
        return self.server_address[1]


@contextmanager
def running():
    """Give a server that takes mails in until the block ends; its ``mails`` are parsed."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.05])
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
