"""A mail server on this machine that keeps what it is sent."""

import socketserver
import threading
from contextlib import contextmanager
from email import message_from_bytes, policy


class Conversation(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as a sender of plain mails needs."""

    def handle(self):
        self.server.before_greeting()
        self.answer("220 mail.example.org")
        while line := self.rfile.readline().decode().strip():
            command = line.split()[0].upper()
            if reply := self.server.reply_to(command, line):
                self.answer(reply)
            elif command == "QUIT":
                self.answer("221 Goodbye")
                return
            elif command == "DATA":
                if not self.take_in():
                    return
            else:
                self.answer("250 mail.example.org")

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
        self.answers = {"RCPT TO:<REFUSED@": "550 No such person"}
        self.replies = []
        self.before_greeting = lambda: None

    def will_say(self, reply, *, to, about="", times=1):
        """Answer so, once, to the next command ``to`` whose line holds ``about``."""
        self.replies += [(to, about, reply)] * times

    def reply_to(self, command, line):
        for entry in self.replies:
            if entry[0] == command and entry[1] in line:
                self.replies.remove(entry)
                return entry[2]
        found = (said for text, said in self.answers.items() if text in line.upper())
        return next(found, None)

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
