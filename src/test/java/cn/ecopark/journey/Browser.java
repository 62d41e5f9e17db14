package cn.ecopark.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Opens pages and posts forms as a browser without scripts does, with cookies of its own.
 */
final class Browser {

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final String address;

	Browser(String address) {
		this.address = address;
	}

	/**
	 * @return address of the server
	 */
	String origin() {
		return this.address;
	}

	/** What came back. */
	record Answer(int status, URI address, String body) {

		Document page() {
			return Jsoup.parse(this.body, this.address.toString());
		}

		Answer expect(int wanted) {
			if (this.status != wanted) {
				throw new AssertionError("Status " + this.status + " instead of " + wanted + " at " + this.address
						+ "\n" + Jsoup.parse(this.body).text());
			}
			return this;
		}

	}

	/** A field and its value. */
	record Field(String name, String value) {
	}

	Answer open(String path) {
		return send(HttpRequest.newBuilder(uri(path)).GET());
	}

	Answer post(String path, List<Field> fields) {
		return send(posting(path, fields));
	}

	HttpResponse<byte[]> postForFile(String path, List<Field> fields) {
		return await(posting(path, fields), BodyHandlers.ofByteArray());
	}

	private HttpRequest.Builder posting(String path, List<Field> fields) {
		String body = fields.stream()
			.map(field -> encode(field.name()) + "=" + encode(field.value()))
			.collect(Collectors.joining("&"));
		return HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body));
	}

	/**
	 * @return the file at that address
	 */
	byte[] fetch(String path) {
		HttpResponse<byte[]> response = await(HttpRequest.newBuilder(uri(path)), BodyHandlers.ofByteArray());
		new Answer(response.statusCode(), response.uri(), "").expect(200);
		return response.body();
	}

	Answer upload(String path, List<Field> fields, String fileName, byte[] content) {
		return send(multipart(HttpRequest.newBuilder(uri(path)), fields, fileName, content));
	}

	/** As a form with one file is sent. */
	static HttpRequest.Builder multipart(HttpRequest.Builder request, List<Field> fields, String fileName,
			byte[] content) {
		String boundary = "----journey";
		StringBuilder head = new StringBuilder();
		for (Field field : fields) {
			head.append("--")
				.append(boundary)
				.append("\r\nContent-Disposition: form-data; name=\"")
				.append(field.name())
				.append("\"\r\n\r\n")
				.append(field.value())
				.append("\r\n");
		}
		head.append("--")
			.append(boundary)
			.append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
			.append(fileName)
			.append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
		return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(BodyPublishers.concat(BodyPublishers.ofString(head.toString()), BodyPublishers.ofByteArray(content),
					BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
	}

	private Answer send(HttpRequest.Builder request) {
		HttpResponse<String> response = await(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
		return new Answer(response.statusCode(), response.uri(), response.body());
	}

	/**
	 * Asks what no form can.
	 * @throws IOException if the connection breaks
	 */
	<T> HttpResponse<T> ask(String path, UnaryOperator<HttpRequest.Builder> request, BodyHandler<T> body)
			throws IOException {
		try {
			return this.client.send(request.apply(HttpRequest.newBuilder(uri(path))).build(), body);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/**
	 * Waits by the clock that only goes forward: the client's own time limit goes by the
	 * clock on the wall, which may be set while a test runs.
	 */
	private <T> HttpResponse<T> await(HttpRequest.Builder request, BodyHandler<T> handler) {
		try {
			return this.client.sendAsync(request.build(), handler).get(60, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private URI uri(String path) {
		return path.startsWith("http") ? URI.create(path) : URI.create(this.address + path);
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
