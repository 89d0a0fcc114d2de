"""Posts 2 KB bodies with aiohttp, without any store: with_aiohttp.py URL COUNT IN_FLIGHT. Prints requests/s."""
import asyncio
import sys
import time

import aiohttp


async def main(url, count, in_flight):
    left = iter(range(count))
    body = b"x" * 2048

    async def worker(session):
        for _ in left:
            async with session.post(url, data=body) as answer:
                assert answer.status == 200
                await answer.read()

    connector = aiohttp.TCPConnector(limit=in_flight)
    async with aiohttp.ClientSession(connector=connector) as session:
        began = time.monotonic()
        await asyncio.gather(*(worker(session) for _ in range(in_flight)))
        print(round(count / (time.monotonic() - began)))


asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
