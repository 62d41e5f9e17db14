package cn.ecopark.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.background.Attempt;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.Retry;
import cn.ecopark.background.WorkKind;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.MoveCaseTime;
import cn.ecopark.demo.Script.Move;

/**
 * Makes the cases that the demonstration begins with, move by move, while the application
 * is there already. Interrupted at any point it goes on behind the last move that was
 * kept.
 */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class MakeCases implements BackgroundWork {

	static final WorkKind MAKING = new WorkKind("demonstration-cases");

	private static final Logger LOGGER = LoggerFactory.getLogger(MakeCases.class);

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	/** Case time goes on by it, so that what waits for the engine is done. */
	private static final Duration MOMENT = Duration.ofSeconds(1);

	/** What does not go on by then does not go on. */
	private static final int MOMENTS = 3;

	private static final Retry RETRY = new Retry(5, Duration.ofSeconds(2), 2);

	private final Script script;

	private final Making making;

	private final MakeMove makeMove;

	private final DoStep doStep;

	private final MoveCaseTime moveCaseTime;

	private final CaseTime time;

	MakeCases(Script script, Making making, MakeMove makeMove, DoStep doStep, MoveCaseTime moveCaseTime,
			CaseTime time) {
		this.script = script;
		this.making = making;
		this.makeMove = makeMove;
		this.doStep = doStep;
		this.moveCaseTime = moveCaseTime;
		this.time = time;
	}

	@Override
	public WorkKind kind() {
		return MAKING;
	}

	@Override
	public Retry retry() {
		return RETRY;
	}

	@Override
	public void carryOut(String key, Attempt attempt) {
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
		try {
			makeAll(attempt);
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	private void makeAll(Attempt attempt) {
		List<Move> moves = this.script.moves();
		Set<Script.Matter> stuck = new HashSet<>();
		for (int made = made(); made < moves.size(); made++) {
			attempt.goOn();
			make(made, moves.get(made), stuck);
		}
		LOGGER.info("演示案卷已备好：{}", this.making.state().orElseThrow());
	}

	private int made() {
		return this.making.state().map((state) -> state.ended() ? Integer.MAX_VALUE : state.made()).orElseThrow();
	}

	/**
	 * A move that is refused is left out, with those that follow on the same matter: a
	 * demonstration with less in it is better than none.
	 */
	private void make(int made, Move move, Set<Script.Matter> stuck) {
		if (move instanceof Move.Do step && stuck.contains(step.matter())) {
			this.makeMove.leaveOut(made);
			return;
		}
		try {
			prepare(move);
			this.makeMove.make(made, move);
		}
		catch (RuntimeException refused) {
			LOGGER.warn("The demonstration goes on without {}", move, refused);
			if (move instanceof Move.Do step) {
				stuck.add(step.matter());
			}
			this.makeMove.leaveOut(made);
		}
	}

	private void prepare(Move move) {
		if (move instanceof Move.ToDay day) {
			goOnTo(day.day());
		}
		else if (move instanceof Move.Compose) {
			letTheEngineGoOn();
		}
		else if (move instanceof Move.Do step) {
			for (int moment = 0; moment < MOMENTS && !this.doStep.isOpen(step); moment++) {
				letTheEngineGoOn();
			}
			this.doStep.prepare(step);
		}
	}

	private void letTheEngineGoOn() {
		this.moveCaseTime.to(this.time.now().plus(MOMENT));
	}

	private void goOnTo(LocalDate day) {
		Instant morning = day.atTime(MORNING).atZone(CaseTime.ZONE).toInstant();
		Instant now = this.time.now();
		this.moveCaseTime.to(morning.isAfter(now) ? morning : now.plus(MOMENT));
	}

	@Override
	public void giveUp(String key) {
		this.making.giveUp();
	}

	/** What is half made would be made twice. */
	@Override
	public boolean isRepeatable() {
		return false;
	}

}
