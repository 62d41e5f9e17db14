package cn.ecopark.organisation;

import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AuditActor;

/** Tells the audit who is signed in. */
@Component
class ActorInAudit implements AuditActor {

	private final CurrentActor current;

	ActorInAudit(CurrentActor current) {
		this.current = current;
	}

	@Override
	public Optional<Who> current() {
		return this.current.find().map((actor) -> new Who(actor.personId(), actor.name(), actor.unitId()));
	}

}
