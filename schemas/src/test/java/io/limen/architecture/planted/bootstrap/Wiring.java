package io.limen.architecture.planted.bootstrap;

/** Planted: the wiring. */
public class Wiring {}
