/** Command line and wiring: the only place that sees every adapter. */
package io.limen.quickstart.bootstrap;
