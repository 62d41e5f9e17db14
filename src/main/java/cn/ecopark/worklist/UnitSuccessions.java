package cn.ecopark.worklist;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.background.Attempt;
import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.Retry;
import cn.ecopark.background.WorkKind;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.UnitEnd;
import cn.ecopark.organisation.UnitEnded;
import cn.ecopark.organisation.UnitEnds;

/**
 * Passes on what is open for units whose day has come, one case after the other in the
 * background.
 */
@Component
class UnitSuccessions implements BackgroundWork {

	/** Keys are the id of the unit and that of the case or other dossier. */
	static final WorkKind KIND = new WorkKind("unit-succession");

	private static final String BEFORE_DOSSIER = ":";

	private static final Retry RETRY = new Retry(10, Duration.ofSeconds(10), 2);

	private final UnitEnds ends;

	private final WorkOfUnits work;

	private final SucceedUnit succeedUnit;

	private final BackgroundQueue queue;

	private final CaseTime time;

	UnitSuccessions(UnitEnds ends, WorkOfUnits work, SucceedUnit succeedUnit, BackgroundQueue queue, CaseTime time) {
		this.ends = ends;
		this.work = work;
		this.succeedUnit = succeedUnit;
		this.queue = queue;
		this.time = time;
	}

	@EventListener
	void on(UnitEnded ended) {
		add(ended.end());
	}

	/**
	 * Of all units whose day has come by now; also what was opened for them on a node
	 * that did not know it yet.
	 */
	@Transactional
	public void addWhatIsDue() {
		this.ends.all().forEach(this::add);
	}

	private void add(UnitEnd end) {
		if (end.successor() != null && end.hasComeBy(this.time.today())) {
			List<String> keys = this.work.dossiers(end.unitId())
				.stream()
				.map(dossier -> end.unitId() + BEFORE_DOSSIER + dossier)
				.toList();
			this.queue.addAll(KIND, keys);
		}
	}

	@Override
	public WorkKind kind() {
		return KIND;
	}

	@Override
	public Retry retry() {
		return RETRY;
	}

	@Override
	public void carryOut(String key, Attempt attempt) {
		int end = key.indexOf(BEFORE_DOSSIER);
		this.succeedUnit.in(key.substring(end + 1), key.substring(0, end));
	}

	@Override
	public Optional<String> dossierOf(String key) {
		return Optional.of(key.substring(key.indexOf(BEFORE_DOSSIER) + 1));
	}

	/**
	 * It is added again as long as something is the unit's, and stands on the page of
	 * units that have ended.
	 */
	@Override
	public void giveUp(String key) {
	}

}
