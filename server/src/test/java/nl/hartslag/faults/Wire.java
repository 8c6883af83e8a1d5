package nl.hartslag.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The network between the product and its database, which can be cut, or swallow everything for a while. */
final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flows = lock.newCondition();
    private State state = State.FLOWS;
    private volatile boolean closed;

    /** CUT: connections break and new ones are refused at once. SILENT: nothing is refused, and nothing comes through. */
    enum State { FLOWS, CUT, SILENT }

    Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void become(State wanted) {
        lock.lock();
        try {
            state = wanted;
            flows.signalAll();
        } finally {
            lock.unlock();
        }
        if (wanted == State.CUT) open.forEach(Wire::end);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket in = entrance.accept();
                if (now() == State.CUT) {
                    end(in);
                    continue;
                }
                Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(in);
                open.add(out);
                Thread.ofVirtual().start(() -> carry(in, out));
                Thread.ofVirtual().start(() -> carry(out, in));
            } catch (IOException over) {
                if (closed) return;
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                awaitFlow();
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException | InterruptedException broken) {
            // both ends learn it below
        } finally {
            end(from);
            end(to);
        }
    }

    private State now() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    private void awaitFlow() throws InterruptedException {
        lock.lock();
        try {
            while (state == State.SILENT) flows.await();
        } finally {
            lock.unlock();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing to do
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        entrance.close();
        open.forEach(Wire::end);
    }
}
