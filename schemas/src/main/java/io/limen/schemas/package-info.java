/** The records on the topics (generated from {@code src/main/avro}), the topics themselves and the encoding: all that the services share. */
package io.limen.schemas;
