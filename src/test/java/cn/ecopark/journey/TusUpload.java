package cn.ecopark.journey;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** A large file on its way, sent by the tus protocol as the scripts of a page do. */
final class TusUpload {

	private final Browser browser;

	private final String csrf;

	private final String address;

	private final long size;

	private TusUpload(Browser browser, String csrf, String address, long size) {
		this.browser = browser;
		this.csrf = csrf;
		this.address = address;
		this.size = size;
	}

	/**
	 * @param page of a task that asks for a document
	 */
	static TusUpload begin(Browser browser, Document page, String fileName, long size) throws IOException {
		Element form = page.expectFirst("#documents li.missing form.upload");
		String metadata = "filename " + base64(fileName) + ",kind " + base64(value(form, "kind")) + ",subject "
				+ base64(value(form, "subject")) + ",task " + base64(value(form, "task"));
		TusUpload begun = new TusUpload(browser, form.expectFirst("input[name=_csrf]").attr("value"),
				"/documents/uploads", size);
		HttpResponse<Void> answer = browser.ask(begun.address,
				request -> begun.resumable(request)
					.header("Upload-Length", String.valueOf(size))
					.header("Upload-Metadata", metadata)
					.POST(BodyPublishers.noBody()),
				BodyHandlers.discarding());
		assertThat(answer.statusCode()).isEqualTo(201);
		return new TusUpload(browser, begun.csrf, answer.headers().firstValue("Location").orElseThrow(), size);
	}

	/**
	 * @param origin address of another node
	 * @return the same there
	 */
	TusUpload at(String origin) {
		return new TusUpload(this.browser, this.csrf, origin + URI.create(this.address).getRawPath(), this.size);
	}

	/**
	 * @return how many bytes have arrived
	 */
	long kept() throws IOException {
		HttpResponse<Void> state = this.browser.ask(this.address,
				request -> resumable(request).method("HEAD", BodyPublishers.noBody()), BodyHandlers.discarding());
		assertThat(state.statusCode()).isEqualTo(200);
		return state.headers().firstValueAsLong("Upload-Offset").orElseThrow();
	}

	/**
	 * @param all the whole file, which is sent from there on
	 */
	HttpResponse<Void> send(long offset, InputStream all) throws IOException {
		all.skipNBytes(offset);
		return send(offset, BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> all), this.size - offset));
	}

	HttpResponse<Void> sendPiece(long offset, byte[] piece) throws IOException {
		return send(offset, BodyPublishers.ofByteArray(piece));
	}

	private HttpResponse<Void> send(long offset, BodyPublisher piece) throws IOException {
		return this.browser.ask(this.address,
				request -> resumable(request).header("Upload-Offset", String.valueOf(offset))
					.header("Content-Type", "application/offset+octet-stream")
					.method("PATCH", piece),
				BodyHandlers.discarding());
	}

	private HttpRequest.Builder resumable(HttpRequest.Builder request) {
		return request.header("Tus-Resumable", "1.0.0").header("X-CSRF-TOKEN", this.csrf);
	}

	private static String value(Element form, String name) {
		return form.expectFirst("input[name=" + name + "]").attr("value");
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
