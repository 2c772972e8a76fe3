/** Volumes and how they are cut into slices. */
package io.limen.producer.domain.volume;
