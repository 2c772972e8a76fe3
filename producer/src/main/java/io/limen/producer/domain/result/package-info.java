/** What is published: one image that a deployed model segmented. */
package io.limen.producer.domain.result;
