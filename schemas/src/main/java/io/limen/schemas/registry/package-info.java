/**
 * Records as a schema registry's readers expect them. Optional: without a registry records are in Avro's single-object encoding and
 * every schema lies in this module. The services do not frame their records yet: clients take the serializers and settings from here.
 */
package io.limen.schemas.registry;
