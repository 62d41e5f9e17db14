package cn.ecopark.reading;

import java.util.Collection;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.dossier.PageCounts;

import static java.util.stream.Collectors.toMap;

/** Pages as they were counted when the text was read. */
@Component
class PagesRead implements PageCounts {

	private final JdbcClient jdbc;

	PagesRead(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, Integer> of(Collection<String> digests) {
		return digests.isEmpty() ? Map.of()
				: this.jdbc.sql("SELECT sha256, pages FROM document_text WHERE sha256 IN (:digests) AND pages > 0")
					.param("digests", digests)
					.query((row, number) -> Map.entry(row.getString("sha256"), row.getInt("pages")))
					.list()
					.stream()
					.collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
