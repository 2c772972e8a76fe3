/** Series of phantoms, steady or drifting. */
package io.limen.producer.domain.series;
