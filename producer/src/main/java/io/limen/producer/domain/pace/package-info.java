/** How fast cases are published. */
package io.limen.producer.domain.pace;
