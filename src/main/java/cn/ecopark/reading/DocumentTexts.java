package cn.ecopark.reading;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has been read of documents, by the digest of their content. */
@Component
public class DocumentTexts {

	private static final String STATES = """
			SELECT t.sha256, t.state, t.pages, t.done, t.reason,
			       (SELECT count(*) FROM document_page p WHERE p.sha256 = t.sha256 AND p.normal = '') AS scanned
			  FROM document_text t WHERE t.sha256 IN (:digests)
			""";

	private final JdbcClient jdbc;

	DocumentTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return how far each is; files without text, such as pictures, are not among them
	 */
	public Map<String, ReadingState> states(Collection<String> digests) {
		if (digests.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql(STATES)
			.param("digests", digests)
			.query((row, number) -> new ReadingState(row.getString("sha256"),
					ReadingState.State.valueOf(row.getString("state")), row.getObject("pages", Integer.class),
					row.getInt("done"), row.getInt("scanned"), row.getString("reason")))
			.list()
			.stream()
			.collect(Collectors.toMap(ReadingState::sha256, Function.identity()));
	}

	public Optional<ReadingState> state(String digest) {
		return Optional.ofNullable(states(List.of(digest)).get(digest));
	}

	long characters(String digest) {
		return this.jdbc.sql("SELECT coalesce(sum(length(text)), 0) FROM document_page WHERE sha256 = :digest")
			.param("digest", digest)
			.query(Long.class)
			.single();
	}

	boolean isOfType(String digest, String mediaType) {
		return this.jdbc.sql("SELECT media_type FROM document_text WHERE sha256 = :digest")
			.param("digest", digest)
			.query(String.class)
			.optional()
			.filter(mediaType::equals)
			.isPresent();
	}

	/**
	 * @return the pages read so far, in order
	 */
	List<PageText> pages(String digest) {
		return this.jdbc.sql("SELECT number, text FROM document_page WHERE sha256 = :digest ORDER BY number")
			.param("digest", digest)
			.query((row, number) -> new PageText(row.getInt("number"), row.getString("text")))
			.list();
	}

}
