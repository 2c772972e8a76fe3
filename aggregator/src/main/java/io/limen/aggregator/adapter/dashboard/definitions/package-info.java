/** What every figure means, in plain words. */
package io.limen.aggregator.adapter.dashboard.definitions;
