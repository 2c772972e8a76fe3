/**
 * What a process that runs a model embeds to send its cases to the intake: nothing but the JDK, in a jar of its own
 * ({@code producer-VERSION-client.jar}).
 */
package io.limen.producer.client;
