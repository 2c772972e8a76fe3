/** What a period of explanations comes to, by studies. */
package io.limen.aggregator.domain.report;
