package cn.ecopark.paper;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CasePapers;
import cn.ecopark.organisation.Actor;

/** What the register knows to have been issued in a case itself. */
@Component
@Order(1)
class PapersInCases implements CasePapers {

	private final OfficialPapers register;

	private final JdbcRegister rows;

	PapersInCases(OfficialPapers register, JdbcRegister rows) {
		this.register = register;
		this.rows = rows;
	}

	@Override
	public List<Paper> of(String caseId, Actor reader) {
		return this.register.ofDossier(caseId)
			.stream()
			.filter(paper -> CaseAccess.audiencesOf(reader).contains(paper.audience()))
			.map(PapersInCases::line)
			.toList();
	}

	@Override
	public List<String> casesNamedIn(String number) {
		return this.rows.dossiersOf(number);
	}

	private static Paper line(OfficialPaper paper) {
		OfficialPaper.State state = paper.standing().state();
		return new Paper(paper.title(), paper.number() == null ? null : paper.number().text(), paper.issuedOn(),
				"casefile.paper." + state, state == OfficialPaper.State.ISSUED ? Standing.HOLDS : Standing.PUT_ASIDE,
				address(paper));
	}

	private static @Nullable String address(OfficialPaper paper) {
		if (paper.file().versionId() != null) {
			return "/documents/" + paper.file().versionId() + "/view";
		}
		return paper.isPublic() ? "/verify/" + paper.code() + "/file" : null;
	}

}
