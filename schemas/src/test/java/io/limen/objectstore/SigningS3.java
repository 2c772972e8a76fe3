package io.limen.objectstore;

import java.net.URI;
import java.util.Map;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/**
 * S3 as somebody else wrote it, in this process: every request's signature is checked, and objects are kept in memory. Has no
 * faults of its own to give; for those there is {@link S3Server}.
 */
public final class SigningS3 implements AutoCloseable {

    private final BlobStoreContext context;
    private final S3Proxy server;

    private SigningS3(BlobStoreContext context, S3Proxy server) {
        this.context = context;
        this.server = server;
    }

    /** On any free port, with an empty bucket {@link S3Server#BUCKET}. */
    public static SigningS3 start() throws Exception {
        // by its class: by its name all other stores would be looked for, whose libraries are not here
        BlobStoreContext context =
                ContextBuilder.newBuilder(new TransientApiMetadata()).build(BlobStoreContext.class);
        context.getBlobStore().createContainerInLocation(null, S3Server.BUCKET);
        S3Proxy server = S3Proxy.builder()
                .blobStore(context.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                .build();
        server.start();
        return new SigningS3(context, server);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Puts an object, past the door. */
    public void put(String key, byte[] content) {
        BlobStore store = context.getBlobStore();
        store.putBlob(
                S3Server.BUCKET,
                store.blobBuilder(key)
                        .payload(content)
                        .contentLength(content.length)
                        .build());
    }

    /** The object with the key; null when there is none. */
    public byte[] get(String key) throws Exception {
        var blob = context.getBlobStore().getBlob(S3Server.BUCKET, key);
        if (blob == null) {
            return null;
        }
        try (var content = blob.getPayload().openStream()) {
            return content.readAllBytes();
        }
    }

    /** What its keys of others would be. */
    public static Map<String, String> forgedKeys() {
        return Map.of(S3Server.ACCESS_KEY, "a guess", "nobody", S3Server.SECRET_KEY);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the store does not end", e);
        } finally {
            context.close();
        }
    }
}
