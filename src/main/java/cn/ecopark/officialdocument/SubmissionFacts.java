package cn.ecopark.officialdocument;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.typesetting.manuscript.Facts;

/** What a receipt says was handed in, file by file, and when. */
@Component
@Order(2)
class SubmissionFacts implements FactSource {

	/** As many digits of SHA-256 as tell files apart and can be compared by eye. */
	private static final int DIGITS = 16;

	private final Documents documents;

	private final OfficialWords naming;

	private final CaseTime time;

	SubmissionFacts(Documents documents, OfficialWords naming, CaseTime time) {
		this.documents = documents;
		this.naming = naming;
		this.time = time;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		String dossier = order.place().dossierId();
		List<Map<String, String>> files = this.documents.kindsOf(dossier, 0)
			.stream()
			.map(this.naming.pack(order)::document)
			.filter(DocumentKind::isHandedIn)
			.flatMap(kind -> this.documents.newest(dossier, kind.key()).map(version -> row(kind, version)).stream())
			.toList();
		facts.table("filesReceived", files)
			.text("submittedAt",
					DateTimeFormatter.ofPattern(this.naming.word("officialdocument.fact.submitted-at"), Locale.CHINA)
						.format(this.time.now().atZone(CaseTime.ZONE)));
	}

	private static Map<String, String> row(DocumentKind kind, DocumentVersion version) {
		Map<String, String> row = new LinkedHashMap<>();
		row.put("kind", kind.label());
		row.put("file", version.fileName());
		row.put("version", String.valueOf(version.number()));
		row.put("digest", version.sha256().substring(0, DIGITS));
		return row;
	}

}
