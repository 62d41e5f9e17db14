package cn.ecopark.casefile;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;

/**
 * The steps of a case or batch that have ended although nobody has done them, for whoever
 * shows the way it has gone.
 */
@Component
public class UndoneSteps {

	private final StepRuns runs;

	private final Cases cases;

	private final HolderNames names;

	UndoneSteps(StepRuns runs, Cases cases, HolderNames names) {
		this.runs = runs;
		this.cases = cases;
		this.names = names;
	}

	/**
	 * One of them.
	 *
	 * @param who had it; empty for a step of the system
	 * @param message key of the words that say how it ended
	 * @param arguments what these words name: the event of the diagram, and the last day
	 * of the limit
	 */
	public record Undone(String stepKey, String stepName, String who, Instant entered, Instant left, String message,
			List<String> arguments) {
	}

	/**
	 * @return those the reader may know of, in the order they began: who was silent is
	 * for the authorities, and a park learns it of its own steps only
	 */
	public List<Undone> of(String caseId, Actor reader) {
		String park = this.cases.get(caseId).park().unitId();
		return this.runs.of(caseId)
			.stream()
			.filter(StepRun::endedUndone)
			.filter(run -> Audience.of(reader)
				.contains(park.equals(run.unitId()) ? Audience.PARK : Audience.AUTHORITIES))
			.map(this::undone)
			.toList();
	}

	/**
	 * @return those of a batch, in the order they began; its readers are authorities
	 */
	public List<Undone> ofBatch(String batchId) {
		return this.runs.of(batchId).stream().filter(StepRun::endedUndone).map(this::undone).toList();
	}

	private Undone undone(StepRun run) {
		Instant left = run.left() == null ? run.entered() : run.left();
		boolean undated = run.endedAs() == StepEnd.LAPSED && run.dueOn() == null;
		return new Undone(run.step().key(), run.step().name(), this.names.nameAt(run.unitId(), run.personId(), left),
				run.entered(), left, "casefile.undone." + run.endedAs() + (undated ? ".undated" : ""),
				List.of(text(run.endedBy()), text(run.dueOn())));
	}

	private static String text(@Nullable Object known) {
		return known == null ? "" : known.toString();
	}

}
