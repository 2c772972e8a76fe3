/** Models that run beside the producer, each in a process of its own, which it may take down with it. */
package io.limen.producer.adapter.shadow;
