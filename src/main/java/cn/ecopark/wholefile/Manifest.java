package cn.ecopark.wholefile;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * 清单: what a whole file holds. It lists every entry but itself.
 *
 * @param format {@link #FORMAT}
 * @param formatVersion {@link #VERSION}; a reader refuses a higher one
 */
@JsonPropertyOrder({ "format", "formatVersion", "tool", "made", "case", "entries" })
public record Manifest(String format, int formatVersion, Tool tool, Made made, @JsonProperty("case") CaseMeta ecoCase,
		List<Entry> entries) {

	/** Where it stands in the ZIP. */
	public static final String PATH = "manifest.json";

	public static final String FORMAT = "cn.ecopark.whole-file";

	public static final int VERSION = 1;

	public Manifest {
		entries = List.copyOf(entries);
	}

	/** The program that made it. */
	public record Tool(String name, String version) {
	}

	/**
	 * For whom and when.
	 *
	 * @param at real time
	 * @param caseTime the time of the cases, which differs in a demonstration
	 * @param view says that others may see more or less
	 */
	public record Made(Instant at, Instant caseTime, long personId, String person, String unitId, String unit,
			String view) {
	}

	/** Which case it is. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record CaseMeta(String id, String kind, @Nullable String number, String parkName, String provinceCode,
			String pack, String status, @Nullable String result) {
	}

	/**
	 * One file in the ZIP.
	 *
	 * @param sha256 64 lower-case hexadecimal digits
	 * @param size bytes, unpacked
	 * @param document null for what the system has written itself
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Entry(String path, EntryKind kind, String title, String mediaType, long size, String sha256,
			@JsonProperty("paper") @Nullable DocumentMeta document) {
	}

	/**
	 * Where a document comes from.
	 *
	 * @param dossier id of the case, batch or objection it belongs to
	 * @param type key of its kind in the rule pack
	 * @param stage key of the diagram it was handed in with
	 * @param unitId null where experts signed by hand
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record DocumentMeta(long id, String dossier, String type, @Nullable String stage, int version,
			String originalName, String by, @Nullable String unitId, Instant at) {
	}

}
