/** Which mask belongs to which image, told from file names alone. */
package io.limen.producer.domain.pairing;
