package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;
import org.apache.pdfbox.pdmodel.encryption.StandardDecryptionMaterial;
import org.apache.pdfbox.pdmodel.encryption.StandardSecurityHandler;

/**
 * Opens what a PDF has encrypted though no password is needed to read it. Such files say
 * only what readers are asked not to do, such as to print; whoever is handed one can
 * always read it.
 */
final class PdfLock {

	private static final int LONGEST_OBJECT_KEY = 16;

	private static final int BLOCK = 16;

	private static final byte[] SALT = { 's', 'A', 'l', 'T' };

	private final COSDictionary encryption;

	private final COSArray id;

	private final StandardSecurityHandler first;

	private PdfLock(COSDictionary encryption, COSArray id) throws IOException {
		this.encryption = encryption;
		this.id = id;
		this.first = handler();
	}

	/**
	 * @param id of the file, as its trailer has it
	 * @throws IOException if it needs a password, or is locked in a way of its own
	 */
	static PdfLock open(COSDictionary encryption, COSArray id) throws IOException {
		if (!"Standard".equals(encryption.getNameAsString(COSName.FILTER))) {
			throw new IOException("Encrypted in a way of its own");
		}
		return new PdfLock(encryption, id);
	}

	/**
	 * @return what decrypts objects; it remembers each of them, so that a new one is
	 * needed now and then
	 */
	StandardSecurityHandler handler() throws IOException {
		StandardSecurityHandler handler = new StandardSecurityHandler();
		handler.prepareForDecryption(new PDEncryption(this.encryption), this.id, new StandardDecryptionMaterial(""));
		return handler;
	}

	/**
	 * @return whether the data of streams are encrypted as well
	 */
	boolean isOfStreams() {
		COSBase method = this.encryption.getDictionaryObject(COSName.STM_F);
		return this.encryption.getInt(COSName.V) < 4 || method != null && !COSName.IDENTITY.equals(method);
	}

	/**
	 * @param raw data of a stream of that object; what follows them comes out as nonsense
	 */
	InputStream open(InputStream raw, long number, int generation) throws IOException {
		try {
			byte[] key = this.encryption.getInt(COSName.V) < 5 ? objectKey(number, generation)
					: this.first.getEncryptionKey();
			if (!this.first.isAES()) {
				Cipher cipher = Cipher.getInstance("RC4");
				cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "RC4"));
				return new CipherInputStream(raw, cipher);
			}
			byte[] vector = raw.readNBytes(BLOCK);
			if (vector.length < BLOCK) {
				return InputStream.nullInputStream();
			}
			Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
			cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
			return new CipherInputStream(raw, cipher);
		}
		catch (GeneralSecurityException failed) {
			throw new IOException(failed);
		}
	}

	/** ISO 32000-1, 7.6.2, algorithm 1. */
	private byte[] objectKey(long number, int generation) throws GeneralSecurityException {
		byte[] key = this.first.getEncryptionKey();
		MessageDigest digest = MessageDigest.getInstance("MD5");
		digest.update(key);
		for (int shift = 0; shift < 24; shift += 8) {
			digest.update((byte) (number >> shift));
		}
		digest.update((byte) generation);
		digest.update((byte) (generation >> 8));
		if (this.first.isAES()) {
			digest.update(SALT);
		}
		return Arrays.copyOf(digest.digest(), Math.min(key.length + 5, LONGEST_OBJECT_KEY));
	}

}
