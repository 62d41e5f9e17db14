package cn.ecopark.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import cn.ecopark.release.ReleaseRefusals.NoPack;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackYaml;
import cn.ecopark.rulepack.ReleaseId;

/**
 * A release as one ZIP file, as administrators fetch it, change it with tools of their
 * own and send it back. Nothing of it is ever written to a disk or executed.
 *
 * @param pack id of the pack it says it belongs to
 */
public record PackedRelease(String pack, PackFiles files) {

	/** A pack has some 120 files. */
	static final int MOST_FILES = 1000;

	/** More than the check takes, so that it can say which file is too large. */
	static final int MOST_KILOBYTES_OF_A_FILE = 1024;

	public static final int MOST_MEGABYTES = 32;

	private static final String PACK = "pack.yaml";

	private static final long FIXED_TIME = 1_000_000_000_000L;

	/**
	 * @return the same bytes for the same files
	 */
	public static byte[] zip(PackFiles files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (Map.Entry<String, byte[]> file : files.all().entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setTime(FIXED_TIME);
				zip.putNextEntry(entry);
				zip.write(file.getValue());
			}
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	/**
	 * Reads what somebody has sent; a single folder around all files is left out.
	 * @throws NoPack when it is no ZIP file, too large, or does not say which pack it is
	 */
	public static PackedRelease of(InputStream sent) {
		PackFiles files = PackFiles.of(withoutFolder(unzipped(sent)));
		String pack = files.text(PACK)
			.flatMap(PackYaml::plain)
			.map(entries -> entries.get("id"))
			.map(String::valueOf)
			.filter(PackedRelease::mayBePack)
			.orElseThrow(() -> new NoPack(files.find(PACK).isEmpty() ? "without-data" : "without-id"));
		return new PackedRelease(pack, files);
	}

	private static boolean mayBePack(String id) {
		try {
			return new ReleaseId(id, 0).pack().length() <= 40;
		}
		catch (IllegalArgumentException none) {
			return false;
		}
	}

	private static Map<String, byte[]> unzipped(InputStream sent) {
		Map<String, byte[]> files = new TreeMap<>();
		long left = MOST_MEGABYTES * 1024L * 1024;
		try (ZipInputStream zip = new ZipInputStream(sent, StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.isDirectory() || entry.getName().startsWith("__MACOSX/")) {
					continue;
				}
				byte[] content = zip.readNBytes(MOST_KILOBYTES_OF_A_FILE * 1024 + 1);
				left -= content.length;
				if (content.length > MOST_KILOBYTES_OF_A_FILE * 1024 || left < 0 || files.size() == MOST_FILES) {
					throw new NoPack("too-large", MOST_FILES, MOST_KILOBYTES_OF_A_FILE, MOST_MEGABYTES);
				}
				if (files.put(name(entry), content) != null) {
					throw new NoPack("doubled", name(entry));
				}
			}
		}
		catch (IOException | IllegalArgumentException unreadable) {
			throw new NoPack("unreadable");
		}
		if (files.isEmpty()) {
			throw new NoPack("unreadable");
		}
		return files;
	}

	private static String name(ZipEntry entry) {
		String name = entry.getName().replace('\\', '/');
		if (name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
			throw new NoPack("unreadable");
		}
		return name;
	}

	private static Map<String, byte[]> withoutFolder(Map<String, byte[]> files) {
		String first = files.keySet().iterator().next();
		String folder = first.substring(0, first.indexOf('/') + 1);
		if (files.containsKey(PACK) || folder.isEmpty()
				|| !files.keySet().stream().allMatch(path -> path.startsWith(folder))) {
			return files;
		}
		Map<String, byte[]> inner = new TreeMap<>();
		files.forEach((path, content) -> inner.put(path.substring(folder.length()), content));
		return inner;
	}

}
