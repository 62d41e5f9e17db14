package cn.ecopark.expert;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the installation decides about panels. */
@Component
class PanelSettings {

	private final int leastMembers;

	PanelSettings(@Value("${ecopark.panel.least-members:5}") int leastMembers) {
		this.leastMembers = leastMembers;
	}

	/** @return with how many members a panel is complete; 5 as long as the official text is not confirmed */
	int leastMembers() {
		return this.leastMembers;
	}

}
