package cn.ecopark.expert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.People;
import cn.ecopark.worklist.UnitConflicts;

/**
 * 回避: experts invited to the panel of the stage who work for a unit that is to take part.
 */
@Component
class PanelConflicts implements UnitConflicts {

	private final Panels panels;

	private final People people;

	private final Recusal recusal;

	PanelConflicts(Panels panels, People people, Recusal recusal) {
		this.panels = panels;
		this.people = people;
		this.recusal = recusal;
	}

	@Override
	public List<String> against(EcoCase ecoCase, String unitId) {
		String stage = String.valueOf(ecoCase.stage());
		return Stream
			.concat(this.panels.members(ecoCase.id(), stage).stream(),
					this.panels.invitees(ecoCase.id(), stage).stream())
			.distinct()
			.map(this.people::expert)
			.flatMap(Optional::stream)
			.filter(expert -> this.recusal.worksFor(expert, unitId))
			.map(Expert::personId)
			.map(this.people::nameOf)
			.toList();
	}

}
