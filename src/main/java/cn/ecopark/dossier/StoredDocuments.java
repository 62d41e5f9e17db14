package cn.ecopark.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.AuditReport;
import cn.ecopark.audit.RecordCheck;
import cn.ecopark.content.ContentAltered;
import cn.ecopark.content.ContentStore;
import cn.ecopark.content.ContentStore.ContentMissing;

/**
 * Looks whether what documents hold is still there, and whether it is what was handed in.
 * To digest everything takes hours where there are terabytes, so that a number of
 * contents is drawn by lot unless all are asked for.
 */
@Component
class StoredDocuments implements RecordCheck {

	private static final String DOCUMENTS = """
			SELECT DISTINCT ON (sha256) id, dossier_id AS dossier, sha256 FROM document_version WHERE state <> 'REFUSED'
			 ORDER BY sha256, id
			""";

	private final JdbcClient jdbc;

	private final ContentStore store;

	StoredDocuments(JdbcClient jdbc, ContentStore store) {
		this.jdbc = jdbc;
		this.store = store;
	}

	private record Stored(long id, String dossier, String sha256) {
	}

	@Override
	public void check(int contents, Consumer<AuditReport.Difference> tell) {
		List<Stored> documents = new ArrayList<>(this.jdbc.sql(DOCUMENTS).query(Stored.class).list());
		Collections.shuffle(documents);
		for (int index = 0; index < documents.size(); index++) {
			Stored document = documents.get(index);
			boolean intact = (index < contents) ? isIntact(document) : this.store.find(document.sha256()).isPresent();
			if (!intact) {
				tell.accept(new AuditReport.Difference(AuditReport.Change.CONTENT, "rows:dossier:" + document.dossier(),
						"document_version", Long.toString(document.id()), null, document.sha256(), null));
			}
		}
	}

	private boolean isIntact(Stored document) {
		try {
			this.store.digestAgain(document.sha256());
			return true;
		}
		catch (ContentAltered | ContentMissing lost) {
			return false;
		}
	}

}
