/** Configuration and wiring: the only place that sees both sides of every port. */
package io.limen.explainer.bootstrap;
