/** Pixels and masks, as the rest of the producer sees them once a file is decoded. */
package io.limen.producer.domain.image;
