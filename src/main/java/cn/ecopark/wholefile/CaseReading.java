package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.CaseWay;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Retention;
import cn.ecopark.casefile.StageHistory;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.casefile.web.FileViews;
import cn.ecopark.casefile.web.RetentionWords;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.People;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.web.view.TimelineEntry;
import cn.ecopark.wholefile.CaseData.Named;
import cn.ecopark.wholefile.CaseData.PartyData;
import cn.ecopark.wholefile.CaseData.Stage;

/**
 * What the case itself has to tell its reader, documents, opinions and corrections apart.
 */
@Component
class CaseReading {

	private final StageHistory stages;

	private final CaseWay steps;

	private final Timeline timeline;

	private final FileViews words;

	private final CaseParties parties;

	private final People people;

	private final Labels labels;

	private final RetentionWords retention;

	CaseReading(StageHistory stages, CaseWay steps, Timeline timeline, FileViews words, CaseParties parties,
			People people, Labels labels, RetentionWords retention) {
		this.stages = stages;
		this.steps = steps;
		this.timeline = timeline;
		this.words = words;
		this.parties = parties;
		this.people = people;
		this.labels = labels;
		this.retention = retention;
	}

	CaseData.Facts facts(EcoCase ecoCase) {
		RulePack pack = this.labels.pack(ecoCase.release());
		EcoCase.ParkOfCase park = ecoCase.park();
		String stage = ecoCase.stage();
		String result = ecoCase.result();
		return new CaseData.Facts(ecoCase.id(), new Named(ecoCase.kind(), pack.kindOfCase(ecoCase.kind()).label().zh()),
				ecoCase.number(), new Named(pack.id(), pack.name().zh()),
				new CaseData.Park(park.id(), park.name(), this.labels.code("park.kind.", park.kind()), park.unitId(),
						this.labels.province(park.provinceCode())),
				ecoCase.standard(), this.labels.code("casefile.status.", ecoCase.status().name()),
				stage == null ? null : this.labels.stage(pack, stage),
				result == null ? null : this.labels.outcome(pack, result), ecoCase.openedAt(), ecoCase.submittedAt(),
				ecoCase.admittedAt(), ecoCase.closedAt(), retention(ecoCase));
	}

	private CaseData.@Nullable RetentionData retention(EcoCase ecoCase) {
		return Retention.of(ecoCase, this.labels.inForce(ecoCase.release()))
			.map(found -> new CaseData.RetentionData(
					new Named(found.period().name(), this.retention.of(ecoCase, ArchiveWords.LOCALE)), found.lastDay(),
					found.handedOverFrom()))
			.orElse(null);
	}

	List<PartyData> parties(EcoCase ecoCase) {
		RulePack pack = this.labels.pack(ecoCase.release());
		return this.parties.of(ecoCase.id()).stream().map(party -> {
			String unit = party.unitId();
			Long person = party.personId();
			return new PartyData(this.labels.role(pack, party.role()),
					unit == null ? null : this.labels.unit(unit, ecoCase.openedAt()),
					person == null ? null : this.people.nameOf(person));
		}).toList();
	}

	List<Stage> stages(EcoCase ecoCase) {
		RulePack pack = this.labels.pack(ecoCase.release());
		return this.stages.ofPark(ecoCase.park().id())
			.stream()
			.filter(entry -> entry.caseId().equals(ecoCase.id()))
			.map(entry -> new Stage(this.labels.stage(pack, entry.stage()), entry.at()))
			.toList();
	}

	List<CaseData.Step> steps(EcoCase ecoCase) {
		if (this.steps.model(ecoCase.id()).isEmpty()) {
			return List.of();
		}
		RulePack pack = this.labels.pack(ecoCase.release());
		return this.steps.steps(ecoCase.id())
			.stream()
			.map(step -> new CaseData.Step(step.key(), step.name(),
					step.role() == null ? null : this.labels.role(pack, step.role()), step.entered(), step.left()))
			.toList();
	}

	/** The lines as the page of the case tells them; those still to come are left out. */
	List<CaseData.Event> timeline(EcoCase ecoCase, Actor reader) {
		List<Timeline.Entry> entries = this.timeline.of(ecoCase.id(), Audience.of(reader));
		List<String> titles = this.words.timeline(ecoCase.id(), reader, ArchiveWords.LOCALE)
			.stream()
			.filter(line -> line.state() == TimelineEntry.State.PAST)
			.map(TimelineEntry::title)
			.toList();
		List<CaseData.Event> events = new ArrayList<>();
		for (int at = 0; at < entries.size(); at++) {
			Timeline.Entry entry = entries.get(at);
			events.add(new CaseData.Event(entry.at(), entry.message(), entry.arguments(), titles.get(at),
					entry.remark(), entry.personName(), entry.unitName()));
		}
		Collections.reverse(events);
		return events;
	}

}
