package cn.ecopark.paper;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Documents;
import cn.ecopark.casefile.Documents.PaperVersion;
import cn.ecopark.rulepack.DocumentKind;

/** What a receipt says was handed in, file by file, and when. */
@Component
@Order(2)
class SubmissionFacts implements PaperFactSource {

	/** As many digits of SHA-256 as tell files apart and can be compared by eye. */
	private static final int DIGITS = 16;

	private final Documents documents;

	private final PaperNaming naming;

	private final CaseTime time;

	SubmissionFacts(Documents documents, PaperNaming naming, CaseTime time) {
		this.documents = documents;
		this.naming = naming;
		this.time = time;
	}

	@Override
	public void tell(PaperOrder order, PaperFacts facts) {
		String dossier = order.place().dossierId();
		List<Map<String, String>> files = this.documents.kindsOf(dossier, 0)
			.stream()
			.map(this.naming.pack(order)::document)
			.filter(DocumentKind::isHandedIn)
			.flatMap(kind -> this.documents.newest(dossier, kind.key()).map(version -> row(kind, version)).stream())
			.toList();
		facts.table("filesReceived", files)
			.text("submittedAt", DateTimeFormatter.ofPattern(this.naming.word("paper.fact.submitted-at"), Locale.CHINA)
				.format(this.time.now().atZone(CaseTime.ZONE)));
	}

	private static Map<String, String> row(DocumentKind kind, PaperVersion version) {
		Map<String, String> row = new LinkedHashMap<>();
		row.put("kind", kind.label());
		row.put("file", version.fileName());
		row.put("version", String.valueOf(version.number()));
		row.put("digest", version.sha256().substring(0, DIGITS));
		return row;
	}

}
