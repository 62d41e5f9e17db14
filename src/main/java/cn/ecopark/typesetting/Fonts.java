package cn.ecopark.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The fonts documents are set in: those of a folder where the ministry has licensed ones,
 * else the open ones that come with the system.
 */
public final class Fonts {

	/** A font takes a third of a second to parse, so each is parsed once per process. */
	private static final Map<String, FontFile> PARSED = new ConcurrentHashMap<>();

	private static final Map<Face, String> OPEN = Map.of(Face.FANG_SONG, "NotoSerifSC_400Regular.ttf",
			Face.XIAO_BIAO_SONG, "NotoSerifSC_700Bold.ttf", Face.HEI, "NotoSansSC_500Medium.ttf", Face.KAI,
			"NotoSerifSC_400Regular.ttf", Face.SONG, "NotoSerifSC_400Regular.ttf");

	private final @Nullable Path folder;

	private final Map<Face, String> licensed;

	/**
	 * @param folder where the licensed fonts are, null for none
	 * @param licensed file names in it; faces without one, or whose file is not there,
	 * are set in the open font
	 */
	public Fonts(@Nullable Path folder, Map<Face, String> licensed) {
		this.folder = folder;
		this.licensed = Map.copyOf(licensed);
	}

	/**
	 * @return the open fonts alone
	 */
	public static Fonts open() {
		return new Fonts(null, Map.of());
	}

	/**
	 * @return the fonts to look for a character in, the face's own first
	 */
	List<FontFile> of(Face face) {
		FontFile open = open(face);
		FontFile own = licensed(face);
		return List.of(own != null ? own : open, open, open(Face.FANG_SONG), open(Face.HEI));
	}

	private @Nullable FontFile licensed(Face face) {
		String name = this.licensed.get(face);
		Path file = this.folder == null || name == null ? null : this.folder.resolve(name);
		return file == null || !Files.isRegularFile(file) ? null
				: PARSED.computeIfAbsent(file.toAbsolutePath().toString(), (key) -> read(file));
	}

	private static FontFile open(Face face) {
		return PARSED.computeIfAbsent(Objects.requireNonNull(OPEN.get(face)), Fonts::shipped);
	}

	private static FontFile read(Path file) {
		try {
			return FontFile.read(Files.newInputStream(file));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static FontFile shipped(String name) {
		return FontFile.read(Objects.requireNonNull(Fonts.class.getResourceAsStream("/fonts/" + name),
				() -> "fonts/" + name + " is missing: the build of the scripts lays it there"));
	}

}
