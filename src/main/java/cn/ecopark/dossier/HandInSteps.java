package cn.ecopark.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.ReleaseId;

/** The steps in which documents are handed in; answered by the work list. */
public interface HandInSteps {

	/**
	 * An open step that takes documents.
	 *
	 * @param required documents it asks for, {@code a|b} for one of two
	 * @param optional documents that may be handed in as well
	 * @param audience who reads them besides the unit that hands them in
	 * @param subject the chain of the audit they are noted in
	 */
	record HandInStep(long workItemId, String dossierId, ReleaseId release, List<String> required,
			List<String> optional, Audience audience, Subject subject) {

		/**
		 * @return whether this step takes documents of that kind
		 */
		public boolean takes(String kind) {
			return this.optional.contains(kind)
					|| this.required.stream().anyMatch(entry -> List.of(entry.split("\\|")).contains(kind));
		}

	}

	/**
	 * @return the step, which stays open until the transaction ends
	 * @throws cn.ecopark.shared.Refusal if there is none, it is not open any more, or the
	 * actor is not the one to do it
	 */
	HandInStep lockOpen(long workItemId, Actor actor);

	/**
	 * Looks only, and keeps nothing from changing.
	 * @return the step, open and the actor's to do now
	 * @throws cn.ecopark.shared.Refusal as {@link #lockOpen} does
	 */
	HandInStep requireOpen(long workItemId, Actor actor);

	/**
	 * @return the step, open or not
	 */
	HandInStep get(long workItemId);

	/** How a step stands. */
	enum Standing {

		/** Waits to be done. */
		OPEN,
		/** Was done. */
		DONE,
		/** Was taken away before it was done. */
		CANCELLED

	}

	/**
	 * @return how each of those steps stands; unknown ones are left out
	 */
	default Map<Long, Standing> standings(Collection<Long> workItemIds) {
		return Map.of();
	}

	/**
	 * @return the open step of that dossier which the actor, or the actor's unit, has to
	 * do
	 */
	default Optional<Long> openStepOf(Actor actor, String dossierId) {
		return Optional.empty();
	}

}
