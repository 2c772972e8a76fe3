package io.limen.architecture.planted.domain;

/** Planted: the domain depends on a framework. */
record TopicInTheDomain(org.apache.kafka.common.TopicPartition partition) {}
