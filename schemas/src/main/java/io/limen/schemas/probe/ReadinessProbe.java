package io.limen.schemas.probe;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;

/**
 * Whether the service of this container is ready: the HEALTHCHECK of images, which need neither a shell nor curl for it.
 * Exit code 0: ready; 1: not ready, or no answer.
 */
public final class ReadinessProbe {

    /** Quarkus' own variable, and its default. */
    private static final String PORT_VARIABLE = "QUARKUS_HTTP_PORT";

    private static final String USUAL_PORT = "8080";

    private static final int LIMIT_MILLIS = 4_000;

    private ReadinessProbe() {}

    /** Asks once, and ends the process. */
    public static void main(String[] arguments) {
        System.exit(ready(addressFrom(System.getenv())) ? 0 : 1);
    }

    static URI addressFrom(Map<String, String> environment) {
        int port = Integer.parseInt(environment.getOrDefault(PORT_VARIABLE, USUAL_PORT));
        return URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    }

    static boolean ready(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // nobody listens yet, or nobody answers in time
        }
    }
}
