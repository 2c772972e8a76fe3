/** What the service serves by HTTP: whether it is alive and ready, and its metrics, for reading. */
package io.limen.explainer.adapter.http;
