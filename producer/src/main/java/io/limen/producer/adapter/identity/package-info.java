/** Pseudonyms that only who has the key can make. */
package io.limen.producer.adapter.identity;
