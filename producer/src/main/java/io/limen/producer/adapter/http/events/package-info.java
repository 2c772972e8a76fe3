/** Cases from the payload loggers of model servers, as CloudEvents. */
package io.limen.producer.adapter.http.events;
