/** The services and the producer as child processes. */
package io.limen.quickstart.adapter.process;
