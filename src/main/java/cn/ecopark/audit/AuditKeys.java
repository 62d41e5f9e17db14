package cn.ecopark.audit;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.NodeMemory;

/**
 * The keys of the audit, in a file outside of the database: HMAC-SHA-256 for entries,
 * Ed25519 for seals. Keys that are no longer used stay in the file, since old entries
 * name them.
 */
final class AuditKeys {

	private static final String MAC = "HmacSHA256";

	private static final String SIGNATURE = "Ed25519";

	private static final String CURRENT_MAC = "mac";

	private static final String CURRENT_SEAL = "seal";

	private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
		.withZone(ZoneOffset.UTC);

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Properties keys;

	private AuditKeys(Properties keys) {
		this.keys = keys;
	}

	/**
	 * @param make whether a missing file is made
	 * @throws AuditFailure when it is missing or lacks a key
	 */
	static AuditKeys open(Path file, boolean make) {
		try {
			if (make && Files.notExists(file)) {
				make(file);
			}
			return read(file);
		}
		catch (NoSuchFileException missing) {
			throw new AuditFailure("keys-missing", missing, file.toAbsolutePath());
		}
		catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
			throw new AuditFailure("keys-unreadable", unreadable, file.toAbsolutePath(), unreadable);
		}
	}

	/**
	 * Makes the file, or adds new keys to it that are used from now on.
	 */
	static void addTo(Path file) {
		try {
			if (Files.notExists(file)) {
				make(file);
				return;
			}
			Properties keys = load(file);
			addKeys(keys);
			Path beside = file.resolveSibling(file.getFileName() + ".new");
			Files.deleteIfExists(beside);
			write(keys, beside);
			Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException | GeneralSecurityException failed) {
			throw new AuditFailure("keys-unreadable", failed, file.toAbsolutePath(), failed);
		}
	}

	/** Of two nodes that start at once one makes the file and both read it. */
	private static void make(Path file) throws IOException, GeneralSecurityException {
		Path folder = file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		Properties keys = new Properties();
		addKeys(keys);
		Path beside = Files.createTempFile(folder, "audit-keys", ".new");
		Files.delete(beside);
		write(keys, beside);
		try {
			Files.createLink(file, beside);
		}
		catch (FileAlreadyExistsException madeMeanwhile) {
			// The other one's keys are as good.
		}
		catch (UnsupportedOperationException noLinks) {
			Files.move(beside, file);
		}
		finally {
			Files.deleteIfExists(beside);
		}
	}

	private static void addKeys(Properties keys) throws GeneralSecurityException {
		String id = ID.format(Instant.now());
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		keys.setProperty(CURRENT_MAC, id);
		keys.setProperty(CURRENT_MAC + "." + id, HexFormat.of().formatHex(secret));
		KeyPair pair = KeyPairGenerator.getInstance(SIGNATURE).generateKeyPair();
		keys.setProperty(CURRENT_SEAL, id);
		keys.setProperty(privateKey(id), Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
		keys.setProperty(publicKey(id), Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
	}

	private static void write(Properties keys, Path file) throws IOException {
		if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		try (Writer writer = Files.newBufferedWriter(file)) {
			keys.store(writer, "Keys of the audit. Keep a copy elsewhere; never keep it with the database.");
		}
	}

	private static Properties load(Path file) throws IOException {
		Properties keys = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			keys.load(reader);
		}
		return keys;
	}

	private static AuditKeys read(Path file) throws IOException, GeneralSecurityException {
		AuditKeys keys = new AuditKeys(load(file));
		keys.mac(keys.current(CURRENT_MAC), "");
		String signature = keys.signature(keys.current(CURRENT_SEAL), "");
		if (!keys.verifies(keys.current(CURRENT_SEAL), "", signature)) {
			throw new GeneralSecurityException("The keys of seals do not belong together");
		}
		return keys;
	}

	private String current(String use) {
		String id = this.keys.getProperty(use);
		if (id == null) {
			throw new IllegalArgumentException("No key is named by " + use);
		}
		return id;
	}

	/** An authentication code or a signature, and the key it was made with. */
	record Made(String keyId, String value) {
	}

	Made mac(String text) {
		String id = current(CURRENT_MAC);
		return new Made(id, HexFormat.of().formatHex(mac(id, text)));
	}

	/**
	 * @return whether the key is known and the code is right
	 */
	boolean authenticates(String keyId, String text, String mac) {
		return knows(keyId)
				&& MessageDigest.isEqual(HexFormat.of().formatHex(mac(keyId, text)).getBytes(StandardCharsets.US_ASCII),
						mac.getBytes(StandardCharsets.UTF_8));
	}

	boolean knows(@Nullable String macKeyId) {
		return this.keys.getProperty(CURRENT_MAC + "." + macKeyId) != null;
	}

	/**
	 * @return a digest that nobody can try out without the key
	 */
	String keyedDigest(String text) {
		return mac("digest\n" + text).value();
	}

	private byte[] mac(String id, String text) {
		try {
			Mac mac = Mac.getInstance(MAC);
			mac.init(new SecretKeySpec(HexFormat.of().parseHex(key(CURRENT_MAC + "." + id)), MAC));
			return mac.doFinal((id + "\n" + text).getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	Made signature(String text) {
		String id = current(CURRENT_SEAL);
		try {
			return new Made(id, signature(id, text));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private String signature(String id, String text) throws GeneralSecurityException {
		Signature signature = Signature.getInstance(SIGNATURE);
		signature.initSign(KeyFactory.getInstance(SIGNATURE)
			.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key(privateKey(id))))));
		signature.update(text.getBytes(StandardCharsets.UTF_8));
		return Base64.getEncoder().encodeToString(signature.sign());
	}

	/**
	 * @return whether the key is known and the signature is right
	 */
	boolean verifies(@Nullable String keyId, String text, @Nullable String made) {
		String key = this.keys.getProperty(publicKey(String.valueOf(keyId)));
		if (key == null || made == null) {
			return false;
		}
		try {
			Signature signature = Signature.getInstance(SIGNATURE);
			signature.initVerify(KeyFactory.getInstance(SIGNATURE)
				.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
			signature.update(text.getBytes(StandardCharsets.UTF_8));
			return signature.verify(Base64.getDecoder().decode(made));
		}
		catch (GeneralSecurityException | IllegalArgumentException malformed) {
			return false;
		}
	}

	private String key(String name) {
		String key = this.keys.getProperty(name);
		if (key == null) {
			throw new IllegalArgumentException("There is no " + name);
		}
		return key;
	}

	private static String privateKey(String id) {
		return CURRENT_SEAL + "." + id + ".private";
	}

	private static String publicKey(String id) {
		return CURRENT_SEAL + "." + id + ".public";
	}

	/** Keys that last as long as this process, for tests. */
	static AuditKeys fresh() {
		try {
			Properties keys = new Properties();
			addKeys(keys);
			return new AuditKeys(keys);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
