/** Who may bring cases, and how many at a time. */
package io.limen.producer.adapter.http.access;
