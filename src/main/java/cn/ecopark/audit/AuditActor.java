package cn.ecopark.audit;

import java.util.Optional;

/** Tells the audit who acts; implemented where people are known. */
public interface AuditActor {

	/**
	 * @return who is signed in, empty when the system itself acts
	 */
	Optional<Who> current();

	/** A person in a unit, as they are called now. */
	record Who(long personId, String name, String unitId) {
	}

}
