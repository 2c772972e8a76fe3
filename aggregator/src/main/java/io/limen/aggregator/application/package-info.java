/** What the aggregator tells the world about its work. */
package io.limen.aggregator.application;
