/**
 * Records as a schema registry's readers expect them. Optional: without a registry records are in Avro's single-object encoding and
 * every schema lies in this module. {@link io.limen.schemas.registry.RegistryAccess} says where it is,
 * {@link io.limen.schemas.registry.AwaitedFraming} waits for it, and clients take serializers and settings from
 * {@link io.limen.schemas.registry.RecordFraming}.
 */
package io.limen.schemas.registry;
