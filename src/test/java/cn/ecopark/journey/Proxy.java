package cn.ecopark.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.convert.DurationStyle;

/**
 * Stands before the nodes as the proxy of {@code deploy/Caddyfile} does: asks each node
 * for its health, sends requests to those in turn that are well, tries another where
 * nobody answers the door, and a page once more whose connection broke. It lives faster
 * than that one.
 */
final class Proxy implements AutoCloseable {

	/** By which all times of the Caddyfile are divided. */
	static final int FASTER = 4;

	private static final Path RULES = Path.of("deploy", "Caddyfile");

	private final List<ServerProcess> nodes;

	private final Set<ServerProcess> well = ConcurrentHashMap.newKeySet();

	private final AtomicInteger turn = new AtomicInteger();

	private final String health = rule("health_uri");

	private final Duration interval = time(rule("health_interval"));

	private final Duration patience = time(rule("lb_try_duration"));

	private final Duration pause = time(rule("lb_try_interval"));

	private final ScheduledExecutorService asking = Executors.newScheduledThreadPool(2);

	Proxy(List<ServerProcess> nodes) {
		this.nodes = nodes;
		nodes.forEach(node -> this.asking.scheduleWithFixedDelay(() -> ask(node), 0, this.interval.toMillis(),
				TimeUnit.MILLISECONDS));
	}

	/**
	 * @param duration as Caddy and our settings write it
	 */
	static Duration time(String duration) {
		return DurationStyle.detectAndParse(duration).dividedBy(FASTER);
	}

	private static String rule(String name) {
		try {
			Matcher rule = Pattern.compile("\\b" + name + " (\\S+)").matcher(Files.readString(RULES));
			if (!rule.find()) {
				throw new AssertionError(RULES + " has no " + name);
			}
			return rule.group(1);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private void ask(ServerProcess node) {
		try {
			HttpURLConnection asked = (HttpURLConnection) URI.create(node.address() + this.health)
				.toURL()
				.openConnection();
			asked.setConnectTimeout(1000);
			asked.setReadTimeout(2000);
			if (asked.getResponseCode() == 200) {
				this.well.add(node);
				return;
			}
		}
		catch (IOException nobodyThere) {
			// As is no answer in time.
		}
		this.well.remove(node);
	}

	/**
	 * Sends it on.
	 * @param client who has the cookies
	 * @param request to an address without host
	 * @throws IOException if the proxy would say that it has no answer
	 */
	HttpResponse<String> send(HttpClient client, String path, HttpRequest.Builder request) throws IOException {
		boolean page = request.copy().uri(URI.create("http://any")).build().method().equals("GET");
		long end = System.nanoTime() + this.patience.toNanos();
		IOException failed = new IOException("No node is well");
		while (System.nanoTime() < end) {
			Optional<ServerProcess> node = next();
			if (node.isPresent()) {
				try {
					return client.send(request.copy().uri(URI.create(node.get().address() + path)).build(),
							BodyHandlers.ofString(StandardCharsets.UTF_8));
				}
				catch (ConnectException nobodyAnswers) {
					failed = nobodyAnswers;
				}
				catch (IOException broken) {
					if (!page) {
						throw broken;
					}
					failed = broken;
				}
				catch (InterruptedException interrupted) {
					Thread.currentThread().interrupt();
					throw new IllegalStateException(interrupted);
				}
			}
			rest();
		}
		throw failed;
	}

	private Optional<ServerProcess> next() {
		List<ServerProcess> able = this.nodes.stream().filter(this.well::contains).toList();
		return able.isEmpty() ? Optional.empty()
				: Optional.of(able.get(Math.floorMod(this.turn.getAndIncrement(), able.size())));
	}

	private void rest() {
		try {
			TimeUnit.MILLISECONDS.sleep(this.pause.toMillis());
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	@Override
	public void close() {
		this.asking.shutdownNow();
	}

}
