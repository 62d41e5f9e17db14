package cn.ecopark.officialdocument;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.law.PutRightRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.shared.SearchWords;

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
			.filter(document -> Audience.of(reader).contains(document.audience()))
			.map(document -> line(document, reader))
			.toList();
	}

	@Override
	public List<String> casesNamedIn(SearchWords number, Actor reader) {
		return this.rows.dossiersOf(number, Audience.of(reader));
	}

	private Issued line(OfficialDocument document, Actor reader) {
		OfficialDocument.State state = document.standing().state();
		return new Issued(document.title(), document.number() == null ? null : document.number().text(),
				document.issuedOn(), "casefile.paper." + state,
				state == OfficialDocument.State.ISSUED ? Standing.HOLDS : Standing.PUT_ASIDE, replacement(document),
				isPutRightBy(document, reader) ? "/papers/" + document.code().text() : null, address(document));
	}

	private static boolean isPutRightBy(OfficialDocument document, Actor reader) {
		return PutRightRules.mayPropose(new PutRightRules.Wisher(reader.unitId(), KeepNumbers.isOffice(reader)),
				document.bodies().stream().map(OfficialDocument.Body::unitId).toList());
	}

	private @Nullable String replacement(OfficialDocument document) {
		return Optional.ofNullable(document.standing().replacedBy())
			.flatMap(this.register::byCode)
			.map(by -> by.number() == null ? by.title() : by.number().text())
			.orElse(null);
	}

	private static @Nullable String address(OfficialDocument document) {
		if (document.file().versionId() != null) {
			return "/documents/" + document.file().versionId() + "/view";
		}
		return document.isPublic() ? "/verify/" + document.code() + "/file" : null;
	}

}
