package cn.ecopark.rulepack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.Sha256;

/**
 * All files of a rule pack by their path: data at the top ({@code pack.yaml}), templates
 * of documents ({@code papers/namingNotice.txt}), diagrams ({@code bpmn/naming.bpmn}) and
 * forms ({@code forms/naming-issue.form}).
 */
public final class PackFiles {

	public static final String DIAGRAMS = "bpmn/";

	public static final String FORMS = "forms/";

	private static final PathMatchingResourcePatternResolver CLASS_PATH = new PathMatchingResourcePatternResolver();

	private final SortedMap<String, byte[]> files;

	/** Known once it was asked for; the files do not change. */
	private volatile @Nullable String digest;

	private PackFiles(SortedMap<String, byte[]> files) {
		this.files = Collections.unmodifiableSortedMap(files);
	}

	/**
	 * @param files content by path
	 */
	public static PackFiles of(Map<String, byte[]> files) {
		return new PackFiles(new TreeMap<>(files));
	}

	/**
	 * @return ids of the packs that come with the system
	 */
	public static List<String> shippedPacks() {
		TreeSet<String> ids = new TreeSet<>();
		for (Resource pack : resources("rulepacks/*/pack.yaml")) {
			String[] path = url(pack).split("/");
			ids.add(path[path.length - 2]);
		}
		return List.copyOf(ids);
	}

	/**
	 * @return that pack as it comes with the system
	 */
	public static PackFiles shipped(String pack) {
		TreeMap<String, byte[]> files = new TreeMap<>();
		String data = "rulepacks/" + pack + "/";
		read(data + "*.*", "", files);
		read(data + "papers/*.*", "papers/", files);
		read("models/bpmn/" + pack + "/*.bpmn", DIAGRAMS, files);
		read("models/forms/" + pack + "/*.form", FORMS, files);
		return new PackFiles(files);
	}

	private static void read(String pattern, String folder, SortedMap<String, byte[]> files) {
		for (Resource resource : resources(pattern)) {
			try (InputStream stream = resource.getInputStream()) {
				files.put(folder + resource.getFilename(), stream.readAllBytes());
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		}
	}

	private static List<Resource> resources(String pattern) {
		try {
			return List.of(CLASS_PATH.getResources("classpath*:" + pattern));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String url(Resource resource) {
		try {
			return resource.getURL().toString();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/**
	 * @return content by path, in the order of the paths
	 */
	public SortedMap<String, byte[]> all() {
		return this.files;
	}

	public Optional<byte[]> find(String path) {
		return Optional.ofNullable(this.files.get(path));
	}

	/**
	 * @return the file as text, without a byte order mark; all texts of a pack are UTF-8
	 */
	public Optional<String> text(String path) {
		return find(path).map(content -> PackText.withoutMark(new String(content, StandardCharsets.UTF_8)));
	}

	/**
	 * @return content by file name of what lies in that folder
	 */
	public SortedMap<String, byte[]> in(String folder) {
		TreeMap<String, byte[]> found = new TreeMap<>();
		this.files.forEach((path, content) -> {
			if (path.startsWith(folder)) {
				found.put(path.substring(folder.length()), content);
			}
		});
		return found;
	}

	/**
	 * @return SHA-256 over paths and contents, the same for the same files
	 */
	public String digest() {
		String known = this.digest;
		if (known == null) {
			known = digestOfAll();
			this.digest = known;
		}
		return known;
	}

	private String digestOfAll() {
		MessageDigest whole = Sha256.digest();
		this.files.forEach((path, content) -> {
			whole.update(path.getBytes(StandardCharsets.UTF_8));
			whole.update((byte) 0);
			whole.update(Sha256.digest().digest(content));
		});
		return HexFormat.of().formatHex(whole.digest());
	}

}
