package cn.ecopark.casefile;

import org.springframework.stereotype.Component;

import cn.ecopark.shared.RareMatters;

/** Whether anything was ever reported of emergencies in the park of a case. */
@Component
public class ReportedEmergencies {

	private final RareMatters.Matter reported;

	ReportedEmergencies(RareMatters matters) {
		this.reported = matters
			.matter("""
					EXISTS (SELECT 1 FROM park_emergency e JOIN eco_case c ON c.park_id = e.park_id WHERE c.id = :dossier)""");
	}

	/**
	 * @return false where nothing was
	 */
	public boolean mayBeInParkOf(String caseId) {
		return this.reported.mayBeOf(caseId);
	}

}
