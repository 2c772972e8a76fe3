/** Cases that come over HTTP: one by one, as a stream, and from the payload loggers of model servers. */
package io.limen.producer.adapter.http;
