package cn.ecopark.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the application beside nginx with the same bytes in a file, each asked by
 * {@code wrk}, in turn: the whole page, and whether it has changed.
 */
final class NoticeServers {

	private static final int ROUNDS = 5;

	private static final String SECONDS = "3s";

	private static final String CONNECTIONS = "16";

	private static final Pattern SPEED = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

	private static final Pattern FAULTS = Pattern.compile("Non-2xx or 3xx responses: \\d+|Socket errors: .*");

	private static final String SETTINGS = """
			daemon off;
			user %3$s;
			worker_processes auto;
			pid %1$s/nginx.pid;
			error_log %1$s/error.log;
			events { worker_connections 512; }
			http {
			  access_log off;
			  sendfile on;
			  keepalive_requests 1000000000;
			  types { text/html html; }
			  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
			  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
			  server { listen 127.0.0.1:%2$d; root %1$s/root; }
			}
			""";

	private final HttpClient client = HttpClient.newHttpClient();

	private final Path folder;

	private final CostMeter meter;

	NoticeServers(Path folder, CostMeter meter) {
		this.folder = folder;
		this.meter = meter;
	}

	/**
	 * Says so where {@code nginx} or {@code wrk} are not installed.
	 * @param page address of a page that anybody may see
	 */
	void compare(String page) throws IOException {
		if (!isThere("nginx") || !isThere("wrk")) {
			System.out.println("The page of a notice is not compared: nginx and wrk are needed for it.");
			return;
		}
		byte[] content = fetch(page).body();
		Files.createDirectories(this.folder.resolve("root"));
		Files.write(this.folder.resolve("root/notice.html"), content);
		int port = freePort();
		Path settings = Files.writeString(this.folder.resolve("nginx.conf"),
				SETTINGS.formatted(this.folder, port, System.getProperty("user.name")));
		Process nginx = new ProcessBuilder("nginx", "-e", this.folder.resolve("error.log").toString(), "-c",
				settings.toString())
			.inheritIO()
			.start();
		try {
			String file = "http://127.0.0.1:" + port + "/notice.html";
			awaitAnswer(file);
			System.out.printf("%nThe page of a notice, %d bytes, median of %d rounds of %s, %s connections%n",
					content.length, ROUNDS, SECONDS, CONNECTIONS);
			inTurn("whole page", page, file, "");
			inTurn("not changed", page, file, "If-None-Match");
		}
		finally {
			nginx.destroy();
		}
	}

	private void inTurn(String what, String page, String file, String condition) throws IOException {
		List<Double> ours = new ArrayList<>();
		List<Double> theirs = new ArrayList<>();
		for (int round = -1; round < ROUNDS; round++) {
			double own = speed(page, condition);
			double other = speed(file, condition);
			if (round >= 0) {
				ours.add(own);
				theirs.add(other);
			}
		}
		double own = median(ours);
		double other = median(theirs);
		System.out.printf("%-12s ours %9.0f/s   nginx %9.0f/s   ratio %.3f   load %s%n", what, own, other, own / other,
				this.meter.load());
	}

	private double speed(String address, String condition) throws IOException {
		List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + CONNECTIONS, "-d" + SECONDS, address));
		if (!condition.isEmpty()) {
			String tag = fetch(address).headers().firstValue("ETag").orElseThrow();
			command.addAll(List.of("-H", condition + ": " + tag));
		}
		Process load = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Matcher speed = SPEED.matcher(said);
		if (!speed.find() || FAULTS.matcher(said).find()) {
			throw new IOException(said);
		}
		return Double.parseDouble(speed.group(1));
	}

	private HttpResponse<byte[]> fetch(String address) throws IOException {
		try {
			HttpResponse<byte[]> answer = this.client.send(HttpRequest.newBuilder(URI.create(address)).build(),
					BodyHandlers.ofByteArray());
			if (answer.statusCode() != 200) {
				throw new IOException(address + " answers " + answer.statusCode());
			}
			return answer;
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private void awaitAnswer(String address) throws IOException {
		IOException last = new IOException(address);
		for (int look = 0; look < 50; look++) {
			try {
				fetch(address);
				return;
			}
			catch (IOException notYet) {
				last = notYet;
				pause();
			}
		}
		throw last;
	}

	private static double median(List<Double> speeds) {
		return speeds.stream().sorted().toList().get(speeds.size() / 2);
	}

	private static boolean isThere(String program) {
		return Stream.concat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
			.anyMatch(place -> Files.isExecutable(Path.of(place, program)));
	}

	private static int freePort() {
		try (ServerSocket free = new ServerSocket(0)) {
			return free.getLocalPort();
		}
		catch (IOException noPort) {
			throw new UncheckedIOException(noPort);
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(200);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
