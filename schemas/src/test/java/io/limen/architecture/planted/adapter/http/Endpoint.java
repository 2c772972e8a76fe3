package io.limen.architecture.planted.adapter.http;

/** Planted: an adapter depends on the wiring. */
public class Endpoint {
    io.limen.architecture.planted.bootstrap.Wiring wiring;
}
