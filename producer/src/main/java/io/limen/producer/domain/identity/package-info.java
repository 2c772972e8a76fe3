/** Names for cases and studies that say nothing about where they came from. */
package io.limen.producer.domain.identity;
