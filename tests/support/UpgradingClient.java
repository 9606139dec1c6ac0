// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Java's own HTTP client with its defaults, which offer HTTP/2 with every first request. Prints one line an answer. */
public final class UpgradingClient {
    public static void main(String[] arguments) throws Exception {
        String base = arguments[0];
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder generate = HttpRequest.newBuilder(URI.create(base + "/api/v1/generate"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"count\":3}"));
        say(client, generate.build());
        for (String user : new String[] {"1", "1", "2"}) {
            say(client, HttpRequest.newBuilder(URI.create(base + "/api/v1/coupons/" + user + "/issue"))
                    .POST(HttpRequest.BodyPublishers.noBody()).build());
        }
        say(client, HttpRequest.newBuilder(URI.create(base + "/api/v1/status")).build());
    }

    private static void say(HttpClient client, HttpRequest request) throws Exception {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(answer.statusCode() + " " + answer.version() + " " + answer.body());
    }
}
