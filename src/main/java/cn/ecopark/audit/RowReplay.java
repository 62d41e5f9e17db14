package cn.ecopark.audit;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays what the chains register about rows and compares it with the rows as they are.
 * Both come in the order of the chains' code points, so that only the rows of one chain
 * are held at a time.
 */
final class RowReplay {

	/** The chain that tells which columns migrations have added with which value. */
	static final String COLUMNS_CHAIN = NotedRows.CHAIN + "columns";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** A digest is told from a text by what stands before it. */
	private static final String DIGEST = "sha256:";

	private final Iterator<StoredRow> present;

	private final Map<String, String> filled;

	private final Consumer<AuditReport.Difference> differences;

	private final Map<RowKey, Map<String, @Nullable String>> registered = new TreeMap<>();

	private @Nullable StoredRow ahead;

	private String chain = "";

	private long rows;

	/**
	 * @param present the rows as they are
	 * @param filled by table and column, what a migration gave the rows that were there
	 */
	RowReplay(Iterator<StoredRow> present, Map<String, String> filled, Consumer<AuditReport.Difference> differences) {
		this.present = present;
		this.filled = filled;
		this.differences = differences;
		advance();
	}

	/** A row as it is; the columns are JSON. */
	record StoredRow(String chain, String table, String key, String columns) {
	}

	private record RowKey(String table, String key) implements Comparable<RowKey> {

		@Override
		public int compareTo(RowKey other) {
			int tables = this.table.compareTo(other.table);
			return (tables != 0) ? tables : this.key.compareTo(other.key);
		}

	}

	/**
	 * @param entry genuine; only those of chains of rows count
	 */
	void next(AuditEntry entry) {
		String subject = entry.subject();
		if (!subject.startsWith(NotedRows.CHAIN) || subject.equals(COLUMNS_CHAIN)) {
			return;
		}
		if (!subject.equals(this.chain)) {
			compare();
			this.chain = subject;
		}
		JSON.readTree(entry.details()).path("rows").forEach(this::register);
	}

	private void register(JsonNode note) {
		RowKey key = new RowKey(note.get(1).asString(), note.get(2).asString());
		String operation = note.get(3).asString();
		if (operation.equals("DELETE")) {
			this.registered.remove(key);
			return;
		}
		if (operation.equals("INSERT")) {
			this.registered.remove(key);
		}
		Map<String, @Nullable String> columns = this.registered.computeIfAbsent(key, (row) -> new TreeMap<>());
		note.get(4).properties().forEach((column) -> columns.put(column.getKey(), text(column.getValue())));
	}

	private static @Nullable String text(JsonNode value) {
		return value.isNull() ? null : value.isObject() ? DIGEST + value.get("sha256").asString() : value.asString();
	}

	private void advance() {
		this.ahead = this.present.hasNext() ? this.present.next() : null;
	}

	/** All that is present in chains up to the one that was replayed. */
	private void compare() {
		StoredRow row = this.ahead;
		while (row != null && row.chain().compareTo(this.chain) <= 0) {
			this.rows++;
			Map<String, @Nullable String> known = row.chain().equals(this.chain)
					? this.registered.remove(new RowKey(row.table(), row.key())) : null;
			if (known == null) {
				tell(AuditReport.Change.ADDED, row.chain(), row.table(), row.key(), null, null, null);
			}
			else {
				compare(row, known);
			}
			advance();
			row = this.ahead;
		}
		this.registered.forEach((gone, columns) -> tell(AuditReport.Change.DELETED, this.chain, gone.table(),
				gone.key(), null, null, null));
		this.registered.clear();
	}

	private void compare(StoredRow row, Map<String, @Nullable String> known) {
		columns(row).properties().forEach((column) -> {
			String name = column.getKey();
			String found = text(column.getValue());
			String expected = known.containsKey(name) ? known.get(name) : this.filled.get(row.table() + "." + name);
			if (!Objects.equals(found, expected)) {
				tell(AuditReport.Change.CHANGED, row.chain(), row.table(), row.key(), name, expected, found);
			}
		});
	}

	private static JsonNode columns(StoredRow row) {
		try {
			return JSON.readTree(row.columns());
		}
		catch (JacksonException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** What comes after the last chain is registered nowhere. */
	void finish() {
		compare();
		this.chain = "\uffff";
		compare();
	}

	private void tell(AuditReport.Change change, String of, String table, String key, @Nullable String column,
			@Nullable String expected, @Nullable String found) {
		this.differences.accept(new AuditReport.Difference(change, of, table, key, column, expected, found));
	}

	long rows() {
		return this.rows;
	}

}
