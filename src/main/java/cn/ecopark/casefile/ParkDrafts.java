package cn.ecopark.casefile;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.Audience;
import cn.ecopark.park.Park;
import cn.ecopark.rulepack.KindOfCase;

/**
 * What a park has begun to write and not handed in. Nobody else may know of it, so it
 * cannot hold up what the Office begins against the park: it ends, and the park is told.
 */
@Component
class ParkDrafts {

	private final Cases cases;

	private final CaseProcess process;

	private final Audit audit;

	private final Timeline timeline;

	ParkDrafts(Cases cases, CaseProcess process, Audit audit, Timeline timeline) {
		this.cases = cases;
		this.process = process;
		this.audit = audit;
		this.timeline = timeline;
	}

	/** Ends the park's drafts when that procedure takes precedence over them. */
	void giveWayTo(KindOfCase kind, Park park) {
		if (!kind.needsGround()) {
			return;
		}
		this.cases.ofPark(park.id()).stream().filter(found -> found.status() == CaseStatus.DRAFT).forEach(found -> {
			EcoCase draft = this.cases.lock(found.id());
			this.audit.record(Subject.ofCase(draft.id()), "case.draft-ended", Map.of("because", kind.process()));
			this.timeline.happened(draft.id(), Audience.PARK, "casefile.timeline.draft-ended", kind.process());
			this.process.close(draft);
		});
	}

}
