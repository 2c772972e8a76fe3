package io.limen.aggregator.adapter.dashboard;

/** What went wrong, as JSON, in words for the caller. */
public record Problem(String message) {}
