"""Counts texts as X does with twitter-text-parser: counting.py TEXTS COUNT. Prints microseconds of a text.

TEXTS holds lines of JSON, each with a text and the length that another program found.
"""
import itertools
import json
import sys
import time

from twitter_text import parse_tweet

with open(sys.argv[1], encoding="utf-8") as file:
    rows = [json.loads(line) for line in itertools.islice(file, int(sys.argv[2]))]
fastest = float("inf")
for _ in range(2):
    began = time.process_time()
    lengths = [parse_tweet(row["text"]).weightedLength for row in rows]
    fastest = min(fastest, time.process_time() - began)
for row, length in zip(rows, lengths):
    assert row["length"] == length, (row, length)
print(f"{fastest * 1e6 / len(rows):.2f}")
