/** Wiring: the only place that sees both the use cases and the adapters. */
package io.limen.producer.bootstrap;
