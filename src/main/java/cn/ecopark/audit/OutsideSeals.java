package cn.ecopark.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.audit.AuditSeals.Seal;

/** Seals as they stand outside: a line of JSON each, whatever a log puts before it. */
final class OutsideSeals {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private OutsideSeals() {
	}

	static String line(Seal seal) {
		Map<String, String> parts = new TreeMap<>();
		parts.put("seal", Long.toString(seal.seq()));
		parts.put("at", seal.at().toString());
		parts.put("previous", seal.previous());
		parts.put("hash", seal.hash());
		if (seal.keyId() != null && seal.signature() != null) {
			parts.put("key", seal.keyId());
			parts.put("signature", seal.signature());
		}
		return JSON.writeValueAsString(parts);
	}

	/**
	 * Lines that are about something else are passed over.
	 * @throws AuditFailure if there is no such file
	 */
	static List<Seal> read(Path file) {
		try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
			return lines.flatMap((line) -> seal(line).stream()).toList();
		}
		catch (IOException unreadable) {
			throw new AuditFailure("seals-unreadable", unreadable, file.toAbsolutePath());
		}
	}

	private static Optional<Seal> seal(String line) {
		int start = line.indexOf('{');
		if (start < 0) {
			return Optional.empty();
		}
		try {
			JsonNode parts = JSON.readTree(line.substring(start));
			if (!parts.hasNonNull("seal")) {
				return Optional.empty();
			}
			return Optional
				.of(new Seal(Long.parseLong(parts.get("seal").asString()), Instant.parse(parts.path("at").asString()),
						parts.path("previous").asString(), parts.path("hash").asString(),
						parts.path("key").asString(null), parts.path("signature").asString(null)));
		}
		catch (RuntimeException malformed) {
			return Optional.empty();
		}
	}

}
