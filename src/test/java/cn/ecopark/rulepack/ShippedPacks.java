package cn.ecopark.rulepack;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The packs that come with the system, as their first releases, without a database. */
public final class ShippedPacks implements RulePacks {

	/** The release that an empty database begins with. */
	public static final ReleaseId FIRST = new ReleaseId("2015-167", 1);

	/** The release of the regime that came after. */
	public static final ReleaseId SECOND = new ReleaseId("2026-4", 1);

	private static final RulePacks ALL = new ShippedPacks();

	private final List<RulePack> packs = PackFiles.shippedPacks()
		.stream()
		.map(id -> RulePackReader.read(PackFiles.shipped(id)).as(new ReleaseId(id, 1)))
		.sorted(Comparator.comparing(RulePack::validFrom))
		.toList();

	private ShippedPacks() {
	}

	public static RulePacks packs() {
		return ALL;
	}

	/**
	 * @return diagrams and forms of that pack, by file name
	 */
	public static Map<String, String> models(String pack) {
		PackFiles files = PackFiles.shipped(pack);
		Map<String, String> models = new LinkedHashMap<>();
		files.in(PackFiles.DIAGRAMS).forEach((file, content) -> models.put(file, new String(content, UTF_8)));
		files.in(PackFiles.FORMS).forEach((file, content) -> models.put(file, new String(content, UTF_8)));
		return models;
	}

	/**
	 * @return the data of a pack that nobody has released
	 */
	public static RulePack read(PackFiles files) {
		return RulePackReader.read(files);
	}

	/**
	 * @param models by file name
	 */
	public static PackFiles files(Map<String, String> models) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		models.forEach((file, text) -> files.put((file.endsWith(".form") ? PackFiles.FORMS : PackFiles.DIAGRAMS) + file,
				text.getBytes(UTF_8)));
		return PackFiles.of(files);
	}

	@Override
	public RulePack get(ReleaseId release) {
		return this.packs.stream()
			.filter(pack -> pack.release().equals(release))
			.findFirst()
			.orElseThrow(() -> new UnknownRelease("There is no release " + release));
	}

	@Override
	public PackFiles files(ReleaseId release) {
		return PackFiles.shipped(get(release).id());
	}

	@Override
	public List<RulePack> all() {
		return this.packs;
	}

	@Override
	public List<RulePack> waiting() {
		return List.of();
	}

}
