package cn.ecopark.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server of ten threads, and those who send one byte from time to time: whoever else
 * asks is served.
 */
class SlowBodiesTest {

	private static final int THREADS = 10;

	private static final int AT_ONCE = 6;

	private static final int OF_ONE = 4;

	private static final String SLOW = "127.0.0.1";

	private static final String OTHER = "127.0.0.2";

	private static final int PATIENCE_MILLIS = 1_000;

	private static WebServer server;

	private final List<Socket> open = new ArrayList<>();

	@BeforeAll
	static void start() {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
		factory.addConnectorCustomizers(connector -> {
			connector.setProperty("maxThreads", String.valueOf(THREADS));
			connector.setProperty("minSpareThreads", "1");
		});
		factory.addEngineValves(new SlowBodies(
				new BodySettings(AT_ONCE, OF_ONE, Duration.ofMillis(PATIENCE_MILLIS), DataSize.ofBytes(100))));
		server = factory.getWebServer(context -> context.addServlet("form", new Form()).addMapping("/*"));
		server.start();
	}

	@AfterAll
	static void stop() {
		server.stop();
	}

	@AfterEach
	void hangUp() throws IOException {
		for (Socket socket : this.open) {
			socket.close();
		}
	}

	/** Says what the form said; leaves one to another address unread. */
	private static final class Form extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			String said = request.getRequestURI().equals("/unread") ? "unread" : request.getParameter("a");
			response.getWriter().println("said " + said);
		}

	}

	@Test
	void servesOthersWhileManySendSlowly() throws Exception {
		for (int one = 0; one < 4 * THREADS; one++) {
			begin(SLOW, "/form", 1000);
		}

		assertThat(ask(OTHER)).as("a page").contains("200", "said null");
		assertThat(form(OTHER)).as("a form").contains("200", "said b");
	}

	@Test
	void servesOthersWhileManySendSlowlyWhatNobodyReads() throws Exception {
		for (int one = 0; one < 4 * THREADS; one++) {
			begin(SLOW, "/unread", 1000);
		}

		assertThat(ask(OTHER)).contains("200");
		assertThat(form(OTHER)).contains("200", "said b");
	}

	@Test
	void servesWhoAsksForPagesWhileManyNetworksSendSlowly() throws Exception {
		for (int one = 0; one < 4 * THREADS; one++) {
			begin("127.0.1." + one, "/form", 1000);
		}

		assertThat(ask(OTHER)).contains("200");
		Awaitility.await("a form, when all places are taken")
			.untilAsserted(() -> assertThat(form("127.0.0.3")).contains("503", "Retry-After", "请稍等片刻"));
	}

	@Test
	void cutsOffWhatArrivesTooSlowlyAndGivesItsPlaceToAnother() throws Exception {
		List<Socket> slow = new ArrayList<>();
		for (int one = 0; one < OF_ONE; one++) {
			slow.add(begin("127.0.0.4", "/form", 1000));
		}
		long begun = System.nanoTime();
		Awaitility.await("they have come in").until(() -> !form("127.0.0.4").contains("said b"));
		while (!form("127.0.0.4").contains("said b")) {
			for (Socket socket : slow) {
				offer(socket, "x");
			}
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
			Thread.sleep(100);
		}
	}

	@Test
	void cutsNobodyOffWhoIsFastEnough() throws Exception {
		Socket steady = begin("127.0.0.5", "/form", 402);
		for (int piece = 0; piece < 20; piece++) {
			Thread.sleep(PATIENCE_MILLIS / 10);
			send(steady, "x".repeat(20));
		}

		assertThat(answer(steady)).contains("200", "said x");
	}

	private String ask(String from) throws IOException {
		Socket socket = connect(from);
		send(socket, "GET /page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		return answer(socket);
	}

	private String form(String from) throws IOException {
		Socket socket = begin(from, "/form", 3);
		offer(socket, "b");
		return answer(socket);
	}

	/** Sends what is about a form, and the beginning of it. */
	private Socket begin(String from, String path, int length) throws IOException {
		Socket socket = connect(from);
		send(socket, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n\r\na=");
		return socket;
	}

	private Socket connect(String from) throws IOException {
		Socket socket = new Socket();
		socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
		socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), server.getPort()));
		socket.setSoTimeout(20_000);
		this.open.add(socket);
		return socket;
	}

	/** Sends it, unless the connection was cut off. */
	private static void offer(Socket socket, String text) {
		try {
			send(socket, text);
		}
		catch (IOException cutOff) {
			// The answer, or that there is none, tells.
		}
	}

	private static void send(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
	}

	/** Empty, or a part of it, where the connection was cut off. */
	private static String answer(Socket socket) throws IOException {
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
		StringBuilder read = new StringBuilder();
		try {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				read.append(line).append('\n');
			}
		}
		catch (SocketException cutOff) {
			return read.toString();
		}
		return read.toString();
	}

}
