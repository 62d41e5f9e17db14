package cn.ecopark.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms with files, sent without the files: whoever answers has not waited for them, and
 * so has written nothing to a disk.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@TestPropertySource(properties = "ecopark.documents.wait-for-verdict=60s")
class UploadDoorTest {

	private static final int PATIENCE_MILLIS = 20_000;

	private static final int SMALL = 3 << 20;

	@LocalServerPort
	private int port;

	@Test
	void takesNoFilesWhereNoneAreTaken() throws IOException {
		assertThat(answer("/sign-in", SMALL)).contains("415", "这个地址不接收文件");
		assertThat(answer("/desk", SMALL)).contains("415");
		assertThat(answer("/objections", SMALL)).contains("415");
		assertThat(answer("/nothing/here", SMALL)).contains("415");
		assertThat(answer("/verify;x=1", SMALL)).doesNotContain(" 200");
	}

	/** Some clients keep the head of a form when they are led from it to a page. */
	@Test
	void showsAPageToWhoeverOnlyAsks() throws IOException {
		HttpURLConnection page = (HttpURLConnection) URI.create("http://localhost:" + this.port + "/notices")
			.toURL()
			.openConnection();
		page.setRequestProperty("Content-Type", "multipart/form-data; boundary=x");

		assertThat(page.getResponseCode()).isEqualTo(200);
	}

	@Test
	void takesNoFilesOfPeopleWhoAreNotSignedIn() throws IOException {
		assertThat(answer("/documents", SMALL)).contains(" 302", "/sign-in");
		assertThat(answer("/admin/packs", SMALL)).contains(" 302", "/sign-in");
		assertThat(answer("/whole-file/check", SMALL)).contains(" 302", "/sign-in");
	}

	@Test
	void takesOnlySoMuchAsIsNeededThere() throws IOException {
		assertThat(answer("/verify", 60 << 20)).contains(" 413");
		assertThat(answer("/admin/packs", 40 << 20)).contains(" 413");
		assertThat(chunked("/verify")).contains(" 411");
	}

	@Test
	void receivesSoManyFilesToBeComparedOfOneNetworkAndNoMore() throws IOException {
		try (Socket first = begin("/verify", SMALL); Socket second = begin("/verify", SMALL)) {
			assertThat(first.isConnected() && second.isConnected()).isTrue();
			String third = "";
			for (int attempt = 0; attempt < 100 && !third.contains(" 429"); attempt++) {
				third = soon("/verify");
			}
			assertThat(third).contains(" 429", "正在查验的文件过多");
		}
	}

	/** The others may not have come in yet, and then this one is waited for. */
	private String soon(String path) throws IOException {
		try (Socket socket = begin(path, SMALL)) {
			socket.setSoTimeout(200);
			return read(socket);
		}
		catch (java.net.SocketTimeoutException received) {
			return "";
		}
	}

	private String answer(String path, long length) throws IOException {
		try (Socket socket = begin(path, length)) {
			return read(socket);
		}
	}

	private String chunked(String path) throws IOException {
		try (Socket socket = begin(path, "Transfer-Encoding: chunked")) {
			return read(socket);
		}
	}

	private Socket begin(String path, long length) throws IOException {
		return begin(path, "Content-Length: " + length);
	}

	private Socket begin(String path, String length) throws IOException {
		Socket socket = new Socket("localhost", this.port);
		socket.setSoTimeout(PATIENCE_MILLIS);
		socket.getOutputStream()
			.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n"
					+ "Content-Type: multipart/form-data; boundary=x\r\n" + length + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
		return socket;
	}

	/** The head of the answer and, of a page, the body up to its reason. */
	private static String read(Socket socket) throws IOException {
		BufferedReader answer = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
		StringBuilder read = new StringBuilder();
		for (String line = answer.readLine(); line != null && !line.contains("</main>"); line = answer.readLine()) {
			read.append(line).append('\n');
			if (line.isEmpty() && read.indexOf(" 302") > 0) {
				break;
			}
		}
		return read.toString();
	}

}
