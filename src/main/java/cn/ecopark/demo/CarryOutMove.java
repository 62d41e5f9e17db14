package cn.ecopark.demo;

import java.util.List;
import java.util.UUID;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.batch.ComposeBatch;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.casefile.OpeningRules;
import cn.ecopark.demo.Script.Move;
import cn.ecopark.notice.FileObjection;
import cn.ecopark.notice.NewObjection;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.PublicNotices;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.Park;

/** Begins cases, composes batches and objects, as the pages of users let them. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class CarryOutMove {

	private final Matters matters;

	private final Performers performers;

	private final OpeningRules rules;

	private final OpenCase openCase;

	private final ComposeBatch composeBatch;

	private final PublicNotices notices;

	private final FileObjection fileObjection;

	private final CaseTime time;

	CarryOutMove(Matters matters, Performers performers, OpeningRules rules, OpenCase openCase,
			ComposeBatch composeBatch, PublicNotices notices, FileObjection fileObjection, CaseTime time) {
		this.matters = matters;
		this.performers = performers;
		this.rules = rules;
		this.openCase = openCase;
		this.composeBatch = composeBatch;
		this.notices = notices;
		this.fileObjection = fileObjection;
		this.time = time;
	}

	@Transactional
	void begin(Move.Begin move) {
		Park park = this.matters.park(move.park());
		Actor actor = this.performers.beginners(park)
			.stream()
			.filter((candidate) -> this.rules.offered(candidate, park)
				.stream()
				.anyMatch((kind) -> kind.process().equals(move.kind())))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Nobody begins " + move));
		this.performers.as(actor, () -> this.openCase.open(move.kind(), park.id(), move.ground(), actor));
	}

	@Transactional
	void compose(Move.Compose move) {
		List<String> cases = move.parks().stream().map((park) -> this.matters.caseOf(park).id()).toList();
		Actor actor = this.performers.office().get(0);
		this.performers.as(actor, () -> this.composeBatch.compose(move.kind(), cases, move.title(), actor));
	}

	/** By nobody who has signed in. */
	@Transactional
	void object(Move.Object move) {
		EcoCase about = this.matters.caseOf(move.park());
		String notice = this.notices.ofCase(about.id())
			.orElseThrow(() -> new IllegalArgumentException("No notice of " + move.park()))
			.batchId();
		this.fileObjection
			.overTheWeb(
					new NewObjection(notice, about.id(), Objection.Channel.WEB, move.text(),
							Objection.Objector.ANONYMOUS, this.time.today(), UUID.randomUUID().toString()),
					"demonstration " + move.park());
	}

}
