package cn.ecopark.wholefile;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import cn.ecopark.shared.Sha256;

/**
 * Holds a ZIP against its manifest. It needs no database. Of an entry no more is unpacked
 * than the manifest says it has, of one that is not listed nothing.
 */
public final class ManifestCheck {

	private static final int BUFFER = 64 * 1024;

	private static final int LARGEST_MANIFEST = 16 << 20;

	private static final int MOST_ENTRIES = 200_000;

	private final long largest;

	/**
	 * @param largest bytes that may be unpacked in all
	 */
	public ManifestCheck(long largest) {
		this.largest = largest;
	}

	/**
	 * @throws NotAWholeFile when there is nothing to hold it against
	 */
	public CheckReport check(File file) throws IOException {
		try (ZipFile zip = new ZipFile(file, StandardCharsets.UTF_8)) {
			return check(zip);
		}
		catch (ZipException | EOFException | IllegalArgumentException noZip) {
			throw new NotAWholeFile(NotAWholeFile.Fault.NO_ZIP);
		}
	}

	private CheckReport check(ZipFile zip) throws IOException {
		if (zip.size() > MOST_ENTRIES) {
			throw new NotAWholeFile(NotAWholeFile.Fault.TOO_LARGE);
		}
		ManifestFile file = manifest(zip);
		if (unpacked(file.manifest()) > this.largest) {
			throw new NotAWholeFile(NotAWholeFile.Fault.TOO_LARGE);
		}
		Map<String, Integer> present = names(zip);
		List<CheckReport.Finding> findings = new ArrayList<>();
		Set<String> listed = new HashSet<>(Set.of(Manifest.PATH));
		byte[] buffer = new byte[BUFFER];
		for (Manifest.Entry entry : file.manifest().entries()) {
			boolean once = listed.add(entry.path());
			findings
				.add(new CheckReport.Finding(entry.path(), once ? state(zip, entry, buffer) : CheckReport.State.EXTRA));
		}
		present.forEach((path, times) -> {
			if (!listed.contains(path) || times > 1) {
				findings.add(new CheckReport.Finding(path, CheckReport.State.EXTRA));
			}
		});
		return new CheckReport(file.manifest(), file.sha256(), findings);
	}

	private static ManifestFile manifest(ZipFile zip) throws IOException {
		ZipEntry entry = zip.getEntry(Manifest.PATH);
		if (entry == null) {
			throw new NotAWholeFile(NotAWholeFile.Fault.NO_MANIFEST);
		}
		try (InputStream in = zip.getInputStream(entry)) {
			byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
			if (bytes.length > LARGEST_MANIFEST) {
				throw new NotAWholeFile(NotAWholeFile.Fault.MANIFEST_UNREADABLE);
			}
			return ManifestFile.read(bytes);
		}
		catch (ZipException | EOFException damaged) {
			throw new NotAWholeFile(NotAWholeFile.Fault.MANIFEST_UNREADABLE);
		}
	}

	/** Sizes that add up beyond all bounds count as the largest there is. */
	private static long unpacked(Manifest manifest) {
		long sum = 0;
		for (Manifest.Entry entry : manifest.entries()) {
			sum += Math.max(entry.size(), 0);
			if (sum < 0) {
				return Long.MAX_VALUE;
			}
		}
		return sum;
	}

	private static Map<String, Integer> names(ZipFile zip) {
		Map<String, Integer> names = new LinkedHashMap<>();
		Collections.list(zip.entries()).forEach(entry -> names.merge(entry.getName(), 1, Integer::sum));
		return names;
	}

	private static CheckReport.State state(ZipFile zip, Manifest.Entry listed, byte[] buffer) throws IOException {
		ZipEntry entry = zip.getEntry(listed.path());
		if (entry == null || entry.isDirectory()) {
			return CheckReport.State.MISSING;
		}
		try (InputStream in = zip.getInputStream(entry)) {
			return listed.sha256().equals(digest(in, listed.size(), buffer)) ? CheckReport.State.INTACT
					: CheckReport.State.CHANGED;
		}
		catch (ZipException | EOFException damaged) {
			return CheckReport.State.CHANGED;
		}
	}

	/**
	 * @return the digest, or nothing that equals one when the size is another
	 */
	private static String digest(InputStream in, long size, byte[] buffer) throws IOException {
		MessageDigest digest = Sha256.digest();
		long seen = 0;
		for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
			seen += count;
			if (seen > size) {
				return "";
			}
			digest.update(buffer, 0, count);
		}
		return seen == size ? HexFormat.of().formatHex(digest.digest()) : "";
	}

}
