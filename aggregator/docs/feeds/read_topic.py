#!/usr/bin/env python3
"""Prints what is on a topic of Limen as JSON, one line a record: read_topic.py BOOTSTRAP TOPIC SCHEMAS

TOPIC is model-statistics, drift-alerts, fleet-statistics, statistics-history or drift-history; SCHEMAS the folder of the released schemas,
schemas/src/main/resources/io/limen/schemas/released. Reads from the beginning and goes on until it is stopped.
Needs confluent-kafka and avro (Debian: python3-confluent-kafka, python3-avro). For a broker that asks who comes, add librdkafka's security.protocol and what belongs to it.
"""
import io
import json
import pathlib
import sys

import avro.io
import avro.schema
from confluent_kafka import OFFSET_BEGINNING, Consumer, TopicPartition

bootstrap, topic, folder = sys.argv[1:]
EMPTY = 0xC15D213AA4D7A795


def canonical(node, namespace=""):
    """Avro specification, "Parsing Canonical Form": no more of a schema than it takes to read a record."""
    if isinstance(node, list):
        return "[" + ",".join(canonical(one, namespace) for one in node) + "]"
    if isinstance(node, str):
        primitive = node in ("null", "boolean", "int", "long", "float", "double", "bytes", "string")
        return json.dumps(node if primitive or "." in node or not namespace else namespace + "." + node)
    kind = node["type"]
    if kind == "array":
        return '{"type":"array","items":' + canonical(node["items"], namespace) + "}"
    if kind == "map":
        return '{"type":"map","values":' + canonical(node["values"], namespace) + "}"
    if kind not in ("record", "enum"):
        return canonical(kind, namespace)
    namespace = node.get("namespace", namespace)
    name = json.dumps(node["name"] if "." in node["name"] else namespace + "." + node["name"])
    if kind == "enum":
        return '{"name":' + name + ',"type":"enum","symbols":' + json.dumps(node["symbols"], separators=(",", ":")) + "}"
    fields = (
        '{"name":' + json.dumps(field["name"]) + ',"type":' + canonical(field["type"], namespace) + "}"
        for field in node["fields"]
    )
    return '{"name":' + name + ',"type":"record","fields":[' + ",".join(fields) + "]}"


def fingerprint(text):
    """CRC-64-AVRO of the canonical form, little-endian (Avro specification, "Schema Fingerprints")."""
    value = EMPTY
    for byte in canonical(json.loads(text)).encode():
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ (EMPTY if value & 1 else 0)
    return value.to_bytes(8, "little")


# Avro's single-object encoding: C3 01, the schema's fingerprint, the record.
schemas = {}
for file in sorted(pathlib.Path(folder).glob("*.avsc")):
    text = file.read_text()
    schemas[fingerprint(text)] = avro.schema.parse(text)

# All partitions, without a group. read_committed, which is the default here: the aggregator writes in transactions.
consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "none", "enable.auto.commit": False})
partitions = consumer.list_topics(topic, timeout=10).topics[topic].partitions
consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING) for partition in partitions])
while True:
    record = consumer.poll(1)
    if record is None:
        continue
    if record.error():
        sys.exit(str(record.error()))
    content = record.value()
    if content is None or content[:2] != b"\xc3\x01":
        continue
    schema = schemas.get(content[2:10])
    if schema is None:
        print("a schema that is not among the released ones: " + content[2:10].hex(), file=sys.stderr)
        continue
    value = avro.io.DatumReader(schema).read(avro.io.BinaryDecoder(io.BytesIO(content[10:])))
    print(json.dumps({"key": record.key().decode(), "value": value}, default=str), flush=True)
