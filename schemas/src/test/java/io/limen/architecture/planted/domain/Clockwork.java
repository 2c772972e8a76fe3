package io.limen.architecture.planted.domain;

/** Planted: the domain reads the clock. */
class Clockwork {
    java.time.Instant time() {
        return java.time.Instant.now();
    }
}
