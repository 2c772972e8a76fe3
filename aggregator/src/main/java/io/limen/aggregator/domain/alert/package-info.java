/** What a watch that changes its mind tells people: which feature, from what to what, since when, and what else moved. */
package io.limen.aggregator.domain.alert;
