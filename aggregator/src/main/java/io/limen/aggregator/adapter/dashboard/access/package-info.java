/** Who may do what over HTTP, how much of it, and the record of who changed what. */
package io.limen.aggregator.adapter.dashboard.access;
