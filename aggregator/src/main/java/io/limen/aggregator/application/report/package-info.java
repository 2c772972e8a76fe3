/** Reports on a period: what is read for them, and its port. */
package io.limen.aggregator.application.report;
