package cn.ecopark.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an auditor is told of an entry. Entries of acts are written to be read. Entries of
 * rows attest the record itself, word by word: ballots before they are counted, opinions
 * before they are disclosed. Of those he is told which rows and columns were written; the
 * check compares the values.
 */
public final class TellableDetails {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private TellableDetails() {
	}

	/**
	 * @return JSON
	 */
	public static String of(AuditEntry entry) {
		return entry.subject().startsWith(NotedRows.CHAIN) ? withoutValues(entry.details()) : entry.details();
	}

	private static String withoutValues(String details) {
		Map<String, TreeSet<String>> told = new TreeMap<>();
		for (JsonNode note : JSON.readTree(details).path("rows")) {
			TreeSet<String> columns = told.computeIfAbsent(note.path(1).asString("") + " " + note.path(3).asString(""),
					(table) -> new TreeSet<>());
			columns.addAll(note.path(4).propertyNames());
		}
		return JSON.writeValueAsString(told);
	}

}
