package io.limen.explainer.adapter.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where everything lies that a replay reads.
 *
 * @param bootstrap host:port, comma-separated
 * @param security a client.properties file
 * @param schemaRegistry address of a registry; empty: records are in Avro's single-object encoding
 * @param registryAuthorization file with what the registry is shown
 * @param models a model repository; empty: the demo's
 * @param imageStore a folder, or s3://BUCKET/PREFIX
 * @param endpoint of the object store; empty: Amazon's own
 * @param region of the bucket
 */
public record ReplayPlaces(
        String bootstrap,
        Optional<Path> security,
        Optional<String> schemaRegistry,
        Optional<Path> registryAuthorization,
        Optional<Path> models,
        Optional<String> imageStore,
        Optional<URI> endpoint,
        String region) {}
