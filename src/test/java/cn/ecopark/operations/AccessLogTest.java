package cn.ecopark.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.apache.catalina.valves.AccessLogValve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The log of requests, and how long its files stay. */
class AccessLogTest {

	@TempDir
	private Path folder;

	@Test
	void saysWhoAskedForWhatButNotInWhichWords() throws Exception {
		List<String> lines = written(new AccessLogSettings(this.folder, Duration.ofDays(184)));

		assertThat(lines).singleElement()
			.asString()
			.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+[+-]\\d{4} 127\\.0\\.0\\.1 GET /notices/1 404 \\d+ \\d+")
			.doesNotContain("secret");
	}

	@Test
	void removesFilesAfterTheTimeSetAndNotBefore() throws Exception {
		Path old = file("access.2018-01-01.log", Duration.ofDays(184).plusHours(1));
		Path fresh = file("access.2018-01-02.log", Duration.ofDays(183));
		Path other = file("else.log", Duration.ofDays(900));

		written(new AccessLogSettings(this.folder, Duration.ofDays(184)));

		assertThat(old).doesNotExist();
		assertThat(fresh).exists();
		assertThat(other).exists();
	}

	@Test
	void writesNothingUnlessAFolderIsSet() {
		TomcatServletWebServerFactory server = new TomcatServletWebServerFactory(0);

		new AccessLog(new AccessLogSettings(null, Duration.ofDays(184))).customize(server);

		assertThat(server.getEngineValves()).isEmpty();
	}

	private Path file(String name, Duration age) throws IOException {
		Path file = Files.createFile(this.folder.resolve(name));
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
		return file;
	}

	private List<String> written(AccessLogSettings settings) throws Exception {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
		new AccessLog(settings).customize(factory);
		WebServer server = factory.getWebServer();
		server.start();
		try {
			URI address = URI.create("http://127.0.0.1:%d/notices/1?name=secret".formatted(server.getPort()));
			HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
			factory.getEngineValves().forEach((valve) -> ((AccessLogValve) valve).backgroundProcess());
		}
		finally {
			server.stop();
			server.destroy();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			Path today = files.filter((file) -> file.getFileName().toString().startsWith("access."))
				.max(Path::compareTo)
				.orElseThrow();
			return Files.readAllLines(today);
		}
	}

}
