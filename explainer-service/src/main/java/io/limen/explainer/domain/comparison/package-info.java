/** What can be said of quantities that were measured case by case: intervals, tests of two methods on the same cases, ranks that go together. */
package io.limen.explainer.domain.comparison;
