package io.limen.quickstart.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A TCP connection in between, on loopback, that can be cut: then nothing gets through in either direction, and nobody is
 * told, as when a cable is pulled. What was under way arrives when it is whole again.
 */
final class CuttableLink implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket entrance;
    private final int exit;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private boolean whole = true;

    /** @param exit port that everything goes to */
    CuttableLink(int entrance, int exit) {
        try {
            this.entrance = new ServerSocket(entrance, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.exit = exit;
        started("link", this::acceptAll);
    }

    /** Cuts it and makes it whole again after the time. */
    void cutFor(Duration time) throws InterruptedException {
        setWhole(false);
        new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        setWhole(true);
    }

    private synchronized void setWhole(boolean now) {
        whole = now;
        notifyAll();
    }

    private synchronized void awaitWhole() {
        try {
            while (!whole) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket near = entrance.accept();
                sockets.add(near);
                started("link-connection", () -> connect(near));
            }
        } catch (IOException e) {
            // closed: the end of the test
        }
    }

    private void connect(Socket near) {
        try {
            awaitWhole();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), exit);
            sockets.add(far);
            started("link-answers", () -> pump(far, near));
            pump(near, far);
        } catch (IOException e) {
            closed(near);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitWhole();
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one side has gone: so does the other
        }
        awaitWhole();
        closed(from);
        closed(to);
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void started(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        sockets.forEach(CuttableLink::closed);
    }
}
