package io.limen.architecture.planted.application;

/** Planted: a use case depends on an adapter. */
class UseCaseOnAdapter {
    io.limen.architecture.planted.adapter.kafka.Consumer consumer;
}
