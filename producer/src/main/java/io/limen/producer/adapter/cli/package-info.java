/** The command line and its progress display. */
package io.limen.producer.adapter.cli;
