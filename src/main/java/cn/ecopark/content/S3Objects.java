package cn.ecopark.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.beans.factory.DisposableBean;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

import cn.ecopark.shared.OutsideTransactions;

/** Objects of one bucket. */
final class S3Objects implements DisposableBean {

	private static final String ASKED = "The object store is asked";

	private final S3Client client;

	private final String bucket;

	private final String prefix;

	S3Objects(S3Settings settings) {
		this.bucket = settings.bucket();
		this.prefix = settings.prefix();
		this.client = client(settings);
	}

	private static S3Client client(S3Settings settings) {
		// The digest of the content is the check; not every store knows the newer ones.
		S3ClientBuilder builder = S3Client.builder()
			.httpClientBuilder(UrlConnectionHttpClient.builder())
			.region(Region.of(settings.region()))
			.credentialsProvider(credentials(settings))
			.forcePathStyle(settings.pathStyle())
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
		if (settings.endpoint() != null) {
			builder.endpointOverride(settings.endpoint());
		}
		return builder.build();
	}

	private static AwsCredentialsProvider credentials(S3Settings settings) {
		return settings.accessKey() == null || settings.secretKey() == null
				? DefaultCredentialsProvider.builder().build() : StaticCredentialsProvider
					.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
	}

	boolean has(String key, long size) {
		OutsideTransactions.require(ASKED);
		try {
			return this.client.headObject(request -> request.bucket(this.bucket).key(this.prefix + key))
				.contentLength() == size;
		}
		catch (NoSuchKeyException none) {
			return false;
		}
	}

	void put(String key, byte[] bytes) {
		OutsideTransactions.require(ASKED);
		this.client.putObject(request -> request.bucket(this.bucket).key(this.prefix + key), body(bytes));
	}

	/** Not copied, unlike with {@code fromBytes}. */
	private static RequestBody body(byte[] bytes) {
		return RequestBody.fromInputStream(new ByteArrayInputStream(bytes), bytes.length);
	}

	/**
	 * @return the object from that byte on; closed early, the rest is not fetched
	 */
	InputStream open(String key, long from) {
		ResponseInputStream<GetObjectResponse> bytes = this.client
			.getObject(request -> request.bucket(this.bucket).key(this.prefix + key).range("bytes=" + from + "-"));
		return new InputStream() {

			private boolean ended;

			@Override
			public int read() throws IOException {
				return noted(bytes.read());
			}

			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				return noted(bytes.read(target, offset, length));
			}

			private int noted(int count) {
				this.ended |= count < 0;
				return count;
			}

			@Override
			public void close() throws IOException {
				if (!this.ended) {
					bytes.abort();
				}
				bytes.close();
			}

		};
	}

	void copy(String from, String to) {
		OutsideTransactions.require(ASKED);
		this.client.copyObject(request -> request.sourceBucket(this.bucket)
			.sourceKey(this.prefix + from)
			.destinationBucket(this.bucket)
			.destinationKey(this.prefix + to));
	}

	void delete(String key) {
		this.client.deleteObject(request -> request.bucket(this.bucket).key(this.prefix + key));
	}

	/**
	 * @return the name of an upload in blocks
	 */
	String begin(String key) {
		OutsideTransactions.require(ASKED);
		return this.client.createMultipartUpload(request -> request.bucket(this.bucket).key(this.prefix + key))
			.uploadId();
	}

	/**
	 * @param number from 1; the same once more replaces the block
	 * @return the tag of the block
	 */
	String put(String key, String upload, int number, byte[] block) {
		OutsideTransactions.require(ASKED);
		return this.client
			.uploadPart(
					request -> request.bucket(this.bucket).key(this.prefix + key).uploadId(upload).partNumber(number),
					body(block))
			.eTag();
	}

	/** Makes an object of the blocks. */
	void complete(String key, String upload, List<String> tags) {
		OutsideTransactions.require(ASKED);
		List<CompletedPart> blocks = IntStream.range(0, tags.size())
			.mapToObj(index -> CompletedPart.builder().partNumber(index + 1).eTag(tags.get(index)).build())
			.toList();
		this.client.completeMultipartUpload(request -> request.bucket(this.bucket)
			.key(this.prefix + key)
			.uploadId(upload)
			.multipartUpload(CompletedMultipartUpload.builder().parts(blocks).build()));
	}

	void abort(String key, String upload) {
		try {
			this.client
				.abortMultipartUpload(request -> request.bucket(this.bucket).key(this.prefix + key).uploadId(upload));
		}
		catch (NoSuchUploadException before) {
			// It is gone already.
		}
	}

	@Override
	public void destroy() {
		this.client.close();
	}

}
