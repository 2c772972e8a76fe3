package io.limen.producer.application;

/** Port: what the user sees meanwhile. Called from several threads. */
public interface Progress {

    /** So many cases lie ahead. */
    void started(int total);

    /** One more is done. */
    void delivered();

    /** One more is done with, and was not published. */
    void failed(String name, String reason);

    /** Something to know that is no failure. */
    void noted(String line);

    /** Nothing more follows. */
    void finished();
}
