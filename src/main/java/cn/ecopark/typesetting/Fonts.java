package cn.ecopark.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.NodeMemory;

/**
 * The fonts documents are set in: those of a folder where the ministry has licensed ones,
 * else the open ones that come with the system.
 */
public final class Fonts {

	/** A font takes a third of a second to parse, so each is parsed once per process. */
	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private static final Map<String, FontFile> PARSED = new ConcurrentHashMap<>();

	private static final Map<Face, String> OPEN = Map.of(Face.FANG_SONG, "NotoSerifSC_400Regular.ttf",
			Face.XIAO_BIAO_SONG, "NotoSerifSC_700Bold.ttf", Face.HEI, "NotoSansSC_500Medium.ttf", Face.KAI,
			"NotoSerifSC_400Regular.ttf", Face.SONG, "NotoSerifSC_400Regular.ttf");

	/**
	 * Raised and lowered digits, fractions, marks on letters, in the weight of the face.
	 */
	private static final Map<Face, String> SIGNS = Map.of(Face.FANG_SONG, "DejaVuSerif.ttf", Face.XIAO_BIAO_SONG,
			"DejaVuSerif-Bold.ttf", Face.HEI, "DejaVuSans.ttf", Face.KAI, "DejaVuSerif.ttf", Face.SONG,
			"DejaVuSerif.ttf");

	/** Marks of choice and signs of mathematics that no serif font has. */
	private static final String MORE_SIGNS = "DejaVuSans.ttf";

	/** Of CJK extensions B to F, that is level 3 of GB 18030-2022; compatible ones. */
	private static final List<String> RARE = List.of("RareHanB.ttf.gz", "RareHanA.ttf.gz");

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
	 * The characters of one face are those of any other, but for what a licensed font has
	 * alone.
	 * @return the fonts to look for a character in, the face's own first; each is read
	 * when it is asked for
	 */
	List<Supplier<FontFile>> of(Face face) {
		List<Supplier<FontFile>> fonts = new ArrayList<>();
		FontFile own = licensed(face);
		if (own != null) {
			fonts.add(() -> own);
		}
		Stream.of(OPEN.get(face), OPEN.get(Face.FANG_SONG), OPEN.get(Face.HEI), SIGNS.get(face), MORE_SIGNS)
			.map(Objects::requireNonNull)
			.distinct()
			.forEach((name) -> fonts.add(() -> shipped("/fonts/" + name)));
		RARE.forEach((name) -> fonts.add(() -> shipped("/rare/" + name)));
		return fonts;
	}

	private @Nullable FontFile licensed(Face face) {
		String name = this.licensed.get(face);
		Path file = this.folder == null || name == null ? null : this.folder.resolve(name);
		return file == null || !Files.isRegularFile(file) ? null
				: PARSED.computeIfAbsent(file.toAbsolutePath().toString(), (key) -> read(file));
	}

	private static FontFile read(Path file) {
		try {
			return FontFile.read(Files.newInputStream(file));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static FontFile shipped(String path) {
		return PARSED.computeIfAbsent(path, Fonts::unpacked);
	}

	private static FontFile unpacked(String path) {
		InputStream packed = Objects.requireNonNull(Fonts.class.getResourceAsStream(path),
				() -> path + " is missing: the build of the scripts lays the fonts there");
		try {
			return FontFile.read(path.endsWith(".gz") ? new GZIPInputStream(packed) : packed);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
