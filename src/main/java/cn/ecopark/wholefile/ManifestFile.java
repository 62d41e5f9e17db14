package cn.ecopark.wholefile;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.shared.Sha256;

/**
 * A manifest as the bytes that are digested, and that digest. The digest is what protects
 * the manifest: it stands in the audit.
 */
public record ManifestFile(Manifest manifest, byte[] bytes, String sha256) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	static ManifestFile of(Manifest manifest) {
		byte[] bytes = JSON.writeValueAsBytes(manifest);
		return new ManifestFile(manifest, bytes, digest(bytes));
	}

	/**
	 * @throws NotAWholeFile when the bytes are no manifest this version understands
	 */
	static ManifestFile read(byte[] bytes) {
		try {
			Manifest manifest = JSON.readValue(bytes, Manifest.class);
			manifest.entries().forEach(ManifestFile::requireWhole);
			if (!Manifest.FORMAT.equals(manifest.format()) || manifest.formatVersion() > Manifest.VERSION) {
				throw new NotAWholeFile(NotAWholeFile.Fault.OTHER_FORMAT);
			}
			return new ManifestFile(manifest, bytes, digest(bytes));
		}
		catch (JacksonException | NullPointerException malformed) {
			throw new NotAWholeFile(NotAWholeFile.Fault.MANIFEST_UNREADABLE);
		}
	}

	/** What is read may lack anything. */
	private static void requireWhole(Manifest.Entry entry) {
		Objects.requireNonNull(entry.path());
		Objects.requireNonNull(entry.sha256());
	}

	static String digest(byte[] bytes) {
		MessageDigest digest = Sha256.digest();
		return HexFormat.of().formatHex(digest.digest(bytes));
	}

}
