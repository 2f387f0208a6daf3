package lectern.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The line between a phone and the server: it can be cut, and it can lose what comes back. The offline mode of a
/// driven browser does not reach its service workers; no line reaches nobody.
final class Line implements AutoCloseable {
    private enum State {
        WORKS,
        BREAKS_AFTER_POST,
        ANSWERS_ARE_LOST,
        CUT
    }

    private final ServerSocket door;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WORKS;
    private volatile String said = "";
    private volatile String heard = "";

    Line(String serverAddress) {
        server = URI.create(serverAddress).getPort();
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::connect);
    }

    /// Where the phone finds the server.
    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    void cut() {
        state = State.CUT;
        hangUp();
    }

    /// The next form that the phone sends arrives, and it never learns that.
    void loseAnswerToForm() {
        state = State.BREAKS_AFTER_POST;
    }

    void mend() {
        state = State.WORKS;
        hangUp();
    }

    /// From now on the phone hears another word where the server says this one. Both are equally long.
    void garble(String said, String heard) {
        this.heard = heard;
        this.said = said;
    }

    private void hangUp() {
        open.forEach(Line::close);
    }

    private void connect() {
        while (!door.isClosed()) {
            try {
                var phone = door.accept();
                if (state == State.CUT) {
                    phone.close();
                    continue;
                }
                var onwards = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(phone);
                open.add(onwards);
                Thread.ofVirtual().start(() -> carry(phone, onwards, false));
                Thread.ofVirtual().start(() -> carry(onwards, phone, true));
            } catch (IOException closed) {
                // The test is over, or the next phone calls.
            }
        }
    }

    private void carry(Socket from, Socket to, boolean isAnswer) {
        try (from;
                to) {
            carry(from.getInputStream(), to.getOutputStream(), isAnswer);
        } catch (IOException closed) {
            // One side hung up, so the other is too.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void carry(InputStream in, OutputStream out, boolean isAnswer) throws IOException {
        var some = new byte[65_536];
        for (var count = in.read(some); count >= 0; count = in.read(some)) {
            if (isAnswer && state == State.ANSWERS_ARE_LOST) {
                return;
            }
            if (!isAnswer && state == State.BREAKS_AFTER_POST && startsWithPost(some)) {
                state = State.ANSWERS_ARE_LOST;
            }
            out.write(said.isEmpty() ? Arrays.copyOf(some, count) : garbled(some, count));
            out.flush();
        }
    }

    private static boolean startsWithPost(byte[] some) {
        return new String(some, 0, 5, StandardCharsets.ISO_8859_1).equals("POST ");
    }

    private byte[] garbled(byte[] some, int count) {
        return new String(some, 0, count, StandardCharsets.ISO_8859_1)
                .replace("Accept-Encoding:", "Reject-Encoding:")
                .replace(said, heard)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        hangUp();
    }
}
