package lectern.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The demo in a process of its own, started as the script starts it.
final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final String address;
    private final Duration startUp;
    private final Thread atExit = new Thread(this::end);

    Child(Path jar, Path data) throws IOException, InterruptedException {
        var port = freePort();
        address = "http://127.0.0.1:" + port;
        var began = System.nanoTime();
        process = new ProcessBuilder(
                        tool("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + jar.resolveSibling("lectern.jsa"),
                        "-Xlog:cds=off",
                        "-Xlog:cds+dynamic=off",
                        "-Xmx1g",
                        "-jar",
                        jar.toString(),
                        "demo",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        data.resolveSibling(data.getFileName() + "-bench.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(atExit);
        awaitReady(began);
        startUp = Duration.ofNanos(System.nanoTime() - began);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private void awaitReady(long began) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() - began < PATIENCE.toNanos()) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the server ended while it started; see the log beside the data");
                }
                try {
                    if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (ConnectException notYet) {
                    // it is still starting
                }
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("not ready within " + PATIENCE);
    }

    long pid() {
        return process.pid();
    }

    String address() {
        return address;
    }

    /// From the start of the process until it says that it is ready.
    Duration startUp() {
        return startUp;
    }

    /// Mebibytes of the heap in use after a full collection.
    long heapAfterCollection() throws IOException, InterruptedException {
        ask("GC.run");
        var used = USED.matcher(ask("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd says nothing of the heap");
        }
        return Long.parseLong(used.group(1)) / 1024;
    }

    private String ask(String command) throws IOException, InterruptedException {
        var jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        var answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return answer;
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
