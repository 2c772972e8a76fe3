package io.limen.producer.application;

import java.util.ArrayList;
import java.util.List;

/** Keeps what the user would see. */
final class RecordingProgress implements Progress {

    final List<String> events = new ArrayList<>();

    @Override
    public void started(int total) {
        events.add("started " + total);
    }

    @Override
    public void delivered() {
        events.add("delivered");
    }

    @Override
    public void failed(String name, String reason) {
        events.add(name + ": " + reason);
    }

    @Override
    public void noted(String line) {
        events.add(line);
    }

    @Override
    public void finished() {
        events.add("finished");
    }
}
