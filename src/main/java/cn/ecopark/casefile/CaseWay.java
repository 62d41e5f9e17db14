package cn.ecopark.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The way a case has gone through its diagrams; answered where the diagrams are known.
 */
public interface CaseWay {

	/**
	 * @return the model that carries the case; none for a case that was never in the
	 * engine
	 */
	Optional<Model> model(String caseId);

	/**
	 * @return the steps gone through and the present ones, in the order in which they
	 * were reached
	 */
	List<Step> steps(String caseId);

	/** What the model is called, and which version of it the case was started with. */
	record Model(String name, int version) {
	}

	/**
	 * One step.
	 *
	 * @param role who had it; nobody for an event
	 * @param left when it was left; null for a present one
	 */
	record Step(String key, String name, @Nullable String role, Instant entered, @Nullable Instant left) {
	}

}
