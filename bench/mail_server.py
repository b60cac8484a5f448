"""`python -m bench.mail_server PORT FILE`: a mail server that takes everything and survives.

Each message is written to FILE, a line of JSON with its Message-ID and the moment, before the
sender is told that it has arrived: what was taken is on record even when the sender has died.
"""

import asyncio
import json
import sys
import time
from email import message_from_bytes

HELLO = b"250-here\r\n250 8BITMIME\r\n"


async def talk(reader, writer, record):
    """Hold one conversation of SMTP (RFC 5321), as far as it is needed to take messages."""
    writer.write(b"220 here\r\n")
    while line := await reader.readline():
        command = line[:4].upper().strip()
        if command == b"DATA":
            writer.write(b"354 go on\r\n")
            await writer.drain()
            content = await reader.readuntil(b"\r\n.\r\n")
            identifier = message_from_bytes(content)["Message-ID"]
            record.write(json.dumps({"message_id": identifier, "at": time.time()}) + "\n")
            record.flush()
        writer.write(
            HELLO if command == b"EHLO" else b"221 bye\r\n" if command == b"QUIT" else b"250 ok\r\n"
        )
        await writer.drain()
        if command == b"QUIT":
            break
    writer.close()


async def serve(port, path):
    with open(path, "a") as record:

        async def answer(reader, writer):
            try:
                await talk(reader, writer, record)
            except (OSError, asyncio.IncompleteReadError):
                writer.close()  # the sender was killed while it spoke

        server = await asyncio.start_server(answer, "127.0.0.1", port, limit=2**22)
        async with server:
            await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), sys.argv[2]))
