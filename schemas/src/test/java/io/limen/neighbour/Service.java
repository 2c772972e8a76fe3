package io.limen.neighbour;

/** Stands for another service of ours in the planted violations. */
public class Service {}
