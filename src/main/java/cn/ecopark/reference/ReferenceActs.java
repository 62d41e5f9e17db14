package cn.ecopark.reference;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.reference.ReferenceRefusals.NotYourReference;
import cn.ecopark.shared.StaleRecord;

/** What holds of each act on reference data: who may do it, once, on what he has seen. */
@Component
class ReferenceActs {

	private final ReferenceChanges changes;

	private final Audit audit;

	ReferenceActs(ReferenceChanges changes, Audit audit) {
		this.changes = changes;
		this.audit = audit;
	}

	/**
	 * Locks the series until the transaction ends.
	 * @return whether it is a new act, and not the same form once more
	 * @throws NotYourReference when the actor is no system administrator
	 * @throws StaleRecord when somebody else has changed the series meanwhile
	 */
	boolean isNew(Series series, ReferenceStatement said, Actor actor) {
		if (!actor.has(MemberRole.SYSTEM_ADMIN)) {
			throw new NotYourReference();
		}
		this.changes.lock(series);
		if (this.changes.isRepeated(series, said.token(), actor.personId())) {
			return false;
		}
		StaleRecord.refuseIfNone(this.changes.last(series) == said.seen() ? 1 : 0);
		said.requireGrounds();
		return true;
	}

	/** Keeps who has said what, and why. */
	void record(Series series, ReferenceChange change, String token, Actor actor) {
		this.changes.add(series, change, token, actor.personId());
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("kind", series.kind().name());
		details.put("of", series.of());
		details.put("act", change.act().name());
		details.put("before", change.before());
		details.put("after", change.after());
		details.put("source", change.source());
		details.put("confirmed", change.confirmed());
		details.put("reason", change.reason());
		this.audit.record(Subject.ADMINISTRATION, "reference.changed", details);
	}

}
