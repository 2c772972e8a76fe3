package io.limen.explainer.adapter.kafka;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What must not be reached, and notices when it is: pictures outside the allowed folder, that would be explained if they were
 * read; a pipe that knows when it is opened; an address that knows when somebody calls.
 *
 * @param allowed the folder that images may be read from
 * @param outside a folder beside it
 * @param sound a picture that can be explained, in both
 * @param visits what came in from outside the allowed
 */
record HostileSurroundings(Path allowed, Path outside, byte[] sound, ServerSocket address, List<String> visits)
        implements AutoCloseable {

    static final String CANARY = "canary.jpg";
    static final String PIPE = "canary.pipe";

    static HostileSurroundings in(Path folder, byte[] sound) throws IOException, InterruptedException {
        Path allowed = Files.createDirectories(folder.resolve("allowed/deep"));
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.write(allowed.resolve("sound.jpg"), sound);
        Files.write(outside.resolve(CANARY), sound);
        Files.createSymbolicLink(allowed.resolve("link.jpg"), outside.resolve(CANARY));
        Files.createSymbolicLink(allowed.resolve("folder"), outside);
        Files.createSymbolicLink(allowed.resolve("round"), allowed.resolve("round"));
        pipe(allowed.resolve("inside.pipe"));
        pipe(outside.resolve(PIPE));
        Files.createSymbolicLink(allowed.resolve("pipe.jpg"), outside.resolve(PIPE));
        ServerSocket address = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        HostileSurroundings made =
                new HostileSurroundings(allowed, outside, sound, address, new CopyOnWriteArrayList<>());
        made.watch(made::callers);
        made.watch(() -> made.readers(outside.resolve(PIPE)));
        made.watch(() -> made.readers(allowed.resolve("inside.pipe")));
        return made;
    }

    private static void pipe(Path path) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("mkfifo", path.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("mkfifo: " + exit);
        }
    }

    private void watch(Runnable watching) {
        Thread thread = new Thread(watching, "canary");
        thread.setDaemon(true);
        thread.start();
    }

    private void callers() {
        while (!address.isClosed()) {
            try (Socket caller = address.accept()) {
                visits.add("a connection from " + caller.getRemoteSocketAddress());
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** To open a pipe for writing waits for somebody who reads it. */
    private void readers(Path pipe) {
        try (FileOutputStream opened = new FileOutputStream(pipe.toFile())) {
            opened.flush();
            visits.add("a reader of " + pipe.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return address.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        address.close();
    }
}
