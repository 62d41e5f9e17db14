package cn.ecopark.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import cn.ecopark.audit.AuditSeals.Seal;

/** A second endpoint, for instance at another ministry: each seal is posted as JSON. */
final class EndpointPlace implements SealPlace {

	private final HttpClient client;

	private final URI address;

	private final @Nullable String token;

	private final Duration patience;

	EndpointPlace(URI address, @Nullable String token, Duration patience) {
		this.client = HttpClient.newBuilder().connectTimeout(patience).build();
		this.address = address;
		this.token = token;
		this.patience = patience;
	}

	@Override
	public String name() {
		return "endpoint:" + this.address;
	}

	@Override
	public void tell(Seal seal) throws IOException {
		HttpRequest.Builder post = HttpRequest.newBuilder(this.address)
			.timeout(this.patience)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(OutsideSeals.line(seal)));
		if (this.token != null) {
			post.header("Authorization", "Bearer " + this.token);
		}
		try {
			int status = this.client.send(post.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
			if (status / 100 != 2) {
				throw new IOException("The endpoint answers " + status);
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IOException(stopped);
		}
	}

}
