package cn.ecopark.content;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.Properties;

import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

import org.springframework.util.FileSystemUtils;

/**
 * An object store in this process, which knows one user and one bucket and keeps them in
 * a folder.
 */
final class ObjectStore implements AutoCloseable {

	private static final String USER = "papers";

	private static final String SECRET = "of-tests-only";

	private static final String BUCKET = "papers";

	private final Path folder = Files.createTempDirectory("objects");

	private final S3Proxy server;

	private final S3Client client;

	ObjectStore() throws Exception {
		Properties where = new Properties();
		where.setProperty("jclouds.filesystem.basedir", this.folder.toString());
		this.server = S3Proxy.builder()
			.blobStore(BlobStores.create("filesystem-nio2", where))
			.endpoint(URI.create("http://127.0.0.1:0"))
			.awsAuthentication(AuthenticationType.AWS_V4, USER, SECRET)
			.stopTimeout(100)
			.build();
		this.server.start();
		this.client = S3Client.builder()
			.httpClientBuilder(UrlConnectionHttpClient.builder())
			.endpointOverride(address())
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(USER, SECRET)))
			.forcePathStyle(true)
			.build();
		this.client.createBucket(request -> request.bucket(BUCKET));
	}

	private URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getPort());
	}

	S3Settings settings() {
		return new S3Settings(BUCKET, "ecopark/", address(), "us-east-1", USER, SECRET, true);
	}

	/**
	 * @return keys of all objects
	 */
	List<String> keys() {
		return this.client.listObjectsV2(request -> request.bucket(BUCKET))
			.contents()
			.stream()
			.map(S3Object::key)
			.toList();
	}

	/**
	 * @return keys of all uploads that are not complete
	 */
	List<String> unfinished() {
		return this.client.listMultipartUploads(request -> request.bucket(BUCKET))
			.uploads()
			.stream()
			.map(MultipartUpload::key)
			.toList();
	}

	@Override
	public void close() throws Exception {
		this.client.close();
		try {
			this.server.stop();
		}
		catch (TimeoutException stillIdle) {
			// Connections of clients that are closed already may take longer than the
			// server waits; nothing is asked of it any more.
		}
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
