/** Which model, where it runs. */
package io.limen.producer.domain.deployment;
