/** Reports on a period as a page and as JSON. */
package io.limen.aggregator.adapter.report;
