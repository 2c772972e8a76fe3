/** What the services export, and the rules and dashboards that are made of it. */
package io.limen.monitoring;
