package cn.ecopark.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Sha256;
import cn.ecopark.shared.Spreadsheet;

/**
 * Hands entries of the audit out as a file that another program can read, beside its
 * digest. Who took out what is an entry of the audit itself.
 */
@Component
public class AuditExport {

	/** More entries are taken out in several files, each for a shorter time. */
	public static final int MOST = 50_000;

	private static final List<String> COLUMNS = List.of("at", "case_at", "person_id", "person_name", "unit_id",
			"action", "subject", "seq", "details", "previous", "hash", "key_id", "mac");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final AuditSearch search;

	private final Audit audit;

	AuditExport(AuditSearch search, Audit audit) {
		this.search = search;
		this.audit = audit;
	}

	/** How entries are written. */
	public enum Format {

		CSV, JSON;

		String file() {
			return "audit." + name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A ZIP file with the entries and, beside them, their SHA-256 as {@code sha256sum}
	 * writes it.
	 *
	 * @param digest SHA-256 of the file with the entries
	 */
	public record Exported(byte[] zip, String digest, long entries) {
	}

	/** More entries were found than one file may hold. */
	public static final class TooMany extends Refusal {

		TooMany() {
			super("audit.too-many-to-export", MOST);
		}

	}

	/**
	 * @throws TooMany if more than {@link #MOST} are found
	 */
	@Transactional
	public Exported export(AuditQuery query, Format format) {
		if (this.search.count(query, MOST) > MOST) {
			throw new TooMany();
		}
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		MessageDigest sha256 = Sha256.digest();
		AtomicLong entries = new AtomicLong();
		String digest;
		try (ZipOutputStream zip = new ZipOutputStream(zipped, StandardCharsets.UTF_8)) {
			zip.putNextEntry(new ZipEntry(format.file()));
			DigestOutputStream file = new DigestOutputStream(zip, sha256);
			if (format == Format.CSV) {
				write(file, Spreadsheet.BYTE_ORDER_MARK + Spreadsheet.line(COLUMNS));
			}
			this.search.each(query, (entry) -> {
				entries.incrementAndGet();
				write(file, (format == Format.CSV) ? Spreadsheet.line(cells(entry)) : json(entry));
			});
			file.flush();
			zip.closeEntry();
			digest = HexFormat.of().formatHex(sha256.digest());
			zip.putNextEntry(new ZipEntry("SHA256SUMS"));
			write(zip, digest + "  " + format.file() + "\n");
			zip.closeEntry();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		Exported exported = new Exported(zipped.toByteArray(), digest, entries.get());
		this.audit.record(Subject.ADMINISTRATION, "audit.exported", told(query, format, exported));
		return exported;
	}

	private static Map<String, String> told(AuditQuery query, Format format, Exported exported) {
		Map<String, String> told = new TreeMap<>();
		told.put("from", text(query.from()));
		told.put("to", text(query.to()));
		told.put("by", query.person());
		told.put("actions", String.join(",", query.actions()));
		told.put("subject", query.subject());
		told.put("rows", Boolean.toString(query.rows()));
		told.put("format", format.name());
		told.put("entries", Long.toString(exported.entries()));
		told.put("sha256", exported.digest());
		return told;
	}

	private static String text(@Nullable LocalDate day) {
		return (day != null) ? day.toString() : "";
	}

	private static List<String> cells(AuditEntry entry) {
		return Stream.of(entry.at(), entry.caseAt(), entry.who().personId(), entry.who().name(), entry.who().unitId(),
				entry.action(), entry.subject(), entry.seq(), TellableDetails.of(entry), entry.previous(), entry.hash(),
				Objects.requireNonNullElse(entry.keyId(), ""), Objects.requireNonNullElse(entry.mac(), ""))
			.map(String::valueOf)
			.collect(Collectors.toList());
	}

	/** One entry a line. */
	private static String json(AuditEntry entry) {
		Map<String, Object> fields = new LinkedHashMap<>();
		List<String> cells = cells(entry);
		for (int place = 0; place < COLUMNS.size(); place++) {
			fields.put(COLUMNS.get(place), cells.get(place));
		}
		fields.put("details", JSON.readTree(TellableDetails.of(entry)));
		fields.put("seq", entry.seq());
		return JSON.writeValueAsString(fields) + "\n";
	}

	private static void write(OutputStream file, String text) {
		try {
			file.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

}
