package io.limen.architecture.planted.domain.ring;

/** Planted: a cycle of packages. */
public class A {
    io.limen.architecture.planted.domain.chain.B b;
}
