package io.limen.architecture.planted.adapter.store;

/** Planted: a drawer. */
class ThingsUtil {}
