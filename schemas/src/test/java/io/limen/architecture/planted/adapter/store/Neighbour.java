package io.limen.architecture.planted.adapter.store;

/** Planted: another service of ours. */
class Neighbour {
    io.limen.neighbour.Service service;
}
