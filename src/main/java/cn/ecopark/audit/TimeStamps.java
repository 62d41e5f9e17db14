package cn.ecopark.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;

import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.Sha256;

/**
 * Asks a time-stamping authority (RFC 3161) to witness when a seal was there. Whether its
 * certificate is to be trusted is judged by whoever needs the witness, with its own
 * tools.
 */
final class TimeStamps {

	private final HttpClient client;

	private final URI authority;

	private final Duration patience;

	TimeStamps(URI authority, Duration patience) {
		this.client = HttpClient.newBuilder().connectTimeout(patience).build();
		this.authority = authority;
		this.patience = patience;
	}

	/**
	 * @return the token
	 * @throws IOException when there is no answer, or none about this hash
	 */
	byte[] stamp(String hash) throws IOException {
		TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
		generator.setCertReq(true);
		try {
			TimeStampRequest request = generator.generate(NISTObjectIdentifiers.id_sha256, imprint(hash),
					new BigInteger(64, new SecureRandom()));
			TimeStampResponse response = new TimeStampResponse(post(request.getEncoded()));
			response.validate(request);
			if (response.getTimeStampToken() == null) {
				throw new IOException("The authority refuses: " + response.getStatusString());
			}
			return response.getTimeStampToken().getEncoded();
		}
		catch (TSPException unusable) {
			throw new IOException(unusable);
		}
	}

	private byte[] post(byte[] request) throws IOException {
		HttpRequest post = HttpRequest.newBuilder(this.authority)
			.timeout(this.patience)
			.header("Content-Type", "application/timestamp-query")
			.POST(HttpRequest.BodyPublishers.ofByteArray(request))
			.build();
		try {
			HttpResponse<byte[]> response = this.client.send(post, HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new IOException("The authority answers " + response.statusCode());
			}
			return response.body();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IOException(stopped);
		}
	}

	/**
	 * @param hash null when there is no such seal
	 */
	static boolean isAbout(byte[] token, @Nullable String hash) {
		try {
			return hash != null && Arrays.equals(
					new TimeStampToken(new CMSSignedData(token)).getTimeStampInfo().getMessageImprintDigest(),
					imprint(hash));
		}
		catch (TSPException | CMSException | IOException malformed) {
			return false;
		}
	}

	private static byte[] imprint(String hash) {
		return Sha256.digest().digest(hash.getBytes(StandardCharsets.US_ASCII));
	}

}
