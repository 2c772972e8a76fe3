/** What became of a published case: the effects of its image's blocks. */
package io.limen.producer.domain.explanation;
