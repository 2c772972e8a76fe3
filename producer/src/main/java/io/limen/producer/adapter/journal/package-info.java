/** What an interrupted run has published, kept in a file for the run that continues it. */
package io.limen.producer.adapter.journal;
