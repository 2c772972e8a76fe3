package io.limen.quickstart.adapter.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A broker with two doors: one for the test itself, and one that clients reach by a link, whose end it tells them to connect
 * to. Share groups lock for a few seconds only, so that a cut of the link need not last long.
 */
public final class LinkedBroker {

    private static final String LOCK_MILLIS = "5000";

    private LinkedBroker() {}

    /**
     * Starts one.
     *
     * @param linkedPort where the broker listens for what comes by the link
     * @param farEnd port where clients find the link
     */
    public static EmbeddedBroker start(Path folder, int openPort, int linkedPort, int farEnd, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        String open = "PLAINTEXT://127.0.0.1:" + openPort;
        String controller = "CONTROLLER://127.0.0.1:" + controllerPort;
        settings.put("listeners", open + ",LINKED://127.0.0.1:" + linkedPort + "," + controller);
        settings.put("advertised.listeners", open + ",LINKED://127.0.0.1:" + farEnd);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,LINKED:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("group.share.min.record.lock.duration.ms", LOCK_MILLIS);
        settings.put("group.share.record.lock.duration.ms", LOCK_MILLIS);
        return EmbeddedBroker.start(folder, openPort, controllerPort, settings);
    }
}
