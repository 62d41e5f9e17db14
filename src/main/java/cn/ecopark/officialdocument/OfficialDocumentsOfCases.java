package cn.ecopark.officialdocument;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;

/** What the register knows to have been issued in a case itself. */
@Component
@Order(1)
class OfficialDocumentsOfCases implements CaseOfficialDocuments {

	private final OfficialDocuments register;

	private final JdbcRegister rows;

	OfficialDocumentsOfCases(OfficialDocuments register, JdbcRegister rows) {
		this.register = register;
		this.rows = rows;
	}

	@Override
	public List<Issued> of(String caseId, Actor reader) {
		return this.register.ofDossier(caseId)
			.stream()
			.filter(paper -> Audience.of(reader).contains(paper.audience()))
			.map(OfficialDocumentsOfCases::line)
			.toList();
	}

	@Override
	public List<String> casesNamedIn(String number) {
		return this.rows.dossiersOf(number);
	}

	private static Issued line(OfficialDocument paper) {
		OfficialDocument.State state = paper.standing().state();
		return new Issued(paper.title(), paper.number() == null ? null : paper.number().text(), paper.issuedOn(),
				"casefile.paper." + state, state == OfficialDocument.State.ISSUED ? Standing.HOLDS : Standing.PUT_ASIDE,
				address(paper));
	}

	private static @Nullable String address(OfficialDocument paper) {
		if (paper.file().versionId() != null) {
			return "/documents/" + paper.file().versionId() + "/view";
		}
		return paper.isPublic() ? "/verify/" + paper.code() + "/file" : null;
	}

}
