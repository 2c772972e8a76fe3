/** Health of the service over HTTP. */
package io.limen.explainer.adapter.http;
