/** Alerts for people and for other systems: the list of them, what people say to them, and Alertmanager. */
package io.limen.aggregator.adapter.dashboard.alerts;
