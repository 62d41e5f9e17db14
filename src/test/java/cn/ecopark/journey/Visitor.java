package cn.ecopark.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import cn.ecopark.journey.Browser.Field;

/**
 * Somebody's browser behind the proxy. Who gets no answer, or is told of a fault, sends
 * the same again until there is one, as people press a button again.
 */
final class Visitor {

	private static final String HOST = "http://nodes";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.connectTimeout(Duration.ofSeconds(5))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final Proxy proxy;

	private final Consumer<String> failures;

	/**
	 * @param failures is told of each request that failed, before it is sent again
	 */
	Visitor(Proxy proxy, Consumer<String> failures) {
		this.proxy = proxy;
		this.failures = failures;
	}

	/** What came back. */
	record Answer(int status, String path, String body) {

		Document page() {
			return Jsoup.parse(this.body, HOST + this.path);
		}

		Answer expect(int wanted) {
			if (this.status != wanted) {
				throw new AssertionError("Status " + this.status + " instead of " + wanted + " at " + this.path + "\n"
						+ page().select(".errors, main").text());
			}
			return this;
		}

		/** It was done already, or nobody knows yet what came of it. */
		boolean isConflict() {
			return this.status == 409;
		}

		/** It was done, and leads to another page. */
		void expectDone() {
			expect(this.status == 302 ? 302 : 303);
		}

	}

	/** Becomes one of the invented people by one click. */
	Visitor signIn(String name) {
		Document people = open("/demo/people");
		Element button = people.select("button[name=person]")
			.stream()
			.filter(candidate -> candidate.expectFirst("strong").text().equals(Cast.displayName(name)))
			.findFirst()
			.orElseThrow();
		post("/demo/people", List.of(new Field("_csrf", Party.csrf(people)), new Field("person", button.val())))
			.expectDone();
		return this;
	}

	Document open(String path) {
		return ask(path, HttpRequest.newBuilder().GET()).expect(200).page();
	}

	/**
	 * @return the answer itself, not what it leads to
	 */
	Answer post(String path, List<Field> fields) {
		String body = fields.stream()
			.map(field -> Browser.encode(field.name()) + "=" + Browser.encode(field.value()))
			.collect(Collectors.joining("&"));
		return ask(path,
				HttpRequest.newBuilder()
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(BodyPublishers.ofString(body)));
	}

	Answer upload(String path, List<Field> fields, String fileName, byte[] content) {
		return ask(path, Browser.multipart(HttpRequest.newBuilder(), fields, fileName, content));
	}

	/**
	 * @return the path of an address that a page has given
	 */
	static String path(String address) {
		return address.substring(HOST.length());
	}

	private Answer ask(String path, HttpRequest.Builder request) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			String failed;
			try {
				HttpResponse<String> response = this.proxy.send(this.client, path, request.timeout(PATIENCE));
				if (response.statusCode() < 500) {
					return new Answer(response.statusCode(), path, response.body());
				}
				failed = "Status " + response.statusCode() + " at " + path;
			}
			catch (IOException noAnswer) {
				failed = noAnswer + " at " + path;
			}
			this.failures.accept(failed);
			if (System.nanoTime() > end) {
				throw new AssertionError(failed);
			}
			rest();
		}
	}

	private static void rest() {
		try {
			TimeUnit.MILLISECONDS.sleep(200);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
