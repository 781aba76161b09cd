package dynlab.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Somebody else's page around our figures: another origin, and no script that knows them. */
final class Host implements AutoCloseable {
    private final HttpServer server;
    private String page = "";
    private String policy = "";

    Host() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            if (!policy.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Its address, with that between its body tags. */
    String with(String body) {
        page = "<!doctype html><html lang=en><title>A course</title><link rel=icon href=data:,><body style=margin:0>"
                + body;
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The same with a policy of its own from now on; with none if that is empty. */
    Host under(String newPolicy) {
        policy = newPolicy;
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
