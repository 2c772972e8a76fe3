/** Configuration and wiring: the only place that sees all sides. */
package io.limen.aggregator.bootstrap;
