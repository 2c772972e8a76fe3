/** Generated phantoms as a source of cases. */
package io.limen.producer.adapter.phantom;
