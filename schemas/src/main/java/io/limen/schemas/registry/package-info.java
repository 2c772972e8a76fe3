/**
 * Records as a schema registry's readers expect them. Optional: without a registry records are in Avro's single-object encoding and
 * every schema lies in this module.
 */
package io.limen.schemas.registry;
