/** Whether two versions of a model perceive alike, within limits that were set before anybody looked. */
package io.limen.aggregator.domain.comparison;
