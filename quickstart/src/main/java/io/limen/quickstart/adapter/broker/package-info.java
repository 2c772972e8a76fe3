/** A Kafka broker in this process. */
package io.limen.quickstart.adapter.broker;
