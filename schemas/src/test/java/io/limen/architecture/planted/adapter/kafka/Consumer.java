package io.limen.architecture.planted.adapter.kafka;

/** Planted: an adapter depends on another. */
public class Consumer {
    io.limen.architecture.planted.adapter.http.Endpoint endpoint;
}
