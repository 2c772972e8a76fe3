package io.limen.architecture.planted.domain.chain;

/** Planted: a cycle of packages. */
public class B {
    io.limen.architecture.planted.domain.ring.A a;
}
