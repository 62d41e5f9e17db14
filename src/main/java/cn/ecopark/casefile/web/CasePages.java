package cn.ecopark.casefile.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.casefile.CaseSignatures;
import cn.ecopark.casefile.CaseWhereabouts.Place;
import cn.ecopark.casefile.CloseCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.casefile.WithdrawCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts the page of one case together. */
@Component
class CasePages {

	private final FileViews file;

	private final LifeSteps life;

	private final WayViews way;

	private final Present present;

	private final Endings endings;

	private final ObjectProvider<CaseSignatures> signatures;

	CasePages(FileViews file, LifeSteps life, WayViews way, Present present, Endings endings,
			ObjectProvider<CaseSignatures> signatures) {
		this.signatures = signatures;
		this.file = file;
		this.life = life;
		this.way = way;
		this.present = present;
		this.endings = endings;
	}

	/** Where the case is, and the words for it. */
	@Component
	record Present(Whereabouts whereabouts, PlaceWords places, CaseWords words,
			ObjectProvider<CaseOfficialDocuments> papers) {
	}

	/** How a case may be ended before its time. */
	@Component
	record Endings(WithdrawCase withdraw, CloseCase close) {
	}

	CasePage page(EcoCase ecoCase, Actor reader, Locale locale) {
		String id = ecoCase.id();
		List<Place> places = this.present.whereabouts().of(id);
		FileViews.Material material = this.file.material(id, id, reader, null, ecoCase.release(), locale);
		String next = ecoCase.isOpen() ? this.present.places().next(ecoCase, places, reader, locale) : "";
		return new CasePage(id, heading(ecoCase, places, locale), this.life.steps(ecoCase, locale),
				this.way.diagram(ecoCase, reader, locale), material.timeline(), material.documents(),
				papers(id, reader, locale), signatures(id, reader, locale), material.opinions(), material.parties(),
				next.isEmpty() ? null : next, task(reader, id), actions(ecoCase, reader, locale));
	}

	private CasePage.Heading heading(EcoCase ecoCase, List<Place> places, Locale locale) {
		CaseWords words = this.present.words();
		List<String> meta = new ArrayList<>();
		String number = ecoCase.number();
		meta.add(number == null ? words.kind(ecoCase, locale) : words.kind(ecoCase, locale) + " " + number);
		meta.addAll(words.parkMeta(ecoCase, locale));
		if (ecoCase.standard() != null) {
			meta.add(words.text("casefile.case.standard", locale, ecoCase.standard()));
		}
		String taken = this.way.taken(ecoCase, locale);
		if (taken != null) {
			meta.add(taken);
		}
		return new CasePage.Heading(ecoCase.park().name(), "/parks/" + ecoCase.park().id(),
				words.state(ecoCase, places, locale), meta);
	}

	private List<CasePage.IssuedDocument> papers(String id, Actor reader, Locale locale) {
		return this.present.papers()
			.orderedStream()
			.flatMap(one -> one.of(id, reader).stream())
			.map(paper -> new CasePage.IssuedDocument(paper.title(), paper.number(), paper.on(),
					new Tag(this.present.words().text(paper.state(), locale), tone(paper.standing())), paper.url()))
			.sorted(Comparator.comparing(CasePage.IssuedDocument::on))
			.toList();
	}

	private List<CaseSignatures.Signature> signatures(String id, Actor reader, Locale locale) {
		return this.signatures.orderedStream().flatMap(one -> one.of(id, reader, locale).stream()).toList();
	}

	private static Tone tone(CaseOfficialDocuments.Standing standing) {
		return switch (standing) {
			case HOLDS -> Tone.GOOD;
			case RUNS -> Tone.STRONG;
			case PUT_ASIDE -> Tone.BAD;
		};
	}

	private CasePage.@Nullable Task task(Actor reader, String id) {
		return this.present.whereabouts()
			.own(reader, id)
			.filter(place -> place.url() != null)
			.map(place -> new CasePage.Task(String.valueOf(place.url()), place.step()))
			.orElse(null);
	}

	private List<Action> actions(EcoCase ecoCase, Actor reader, Locale locale) {
		List<Action> actions = new ArrayList<>();
		if (this.endings.withdraw().isOffered(reader, ecoCase)) {
			actions.add(action("withdraw", ecoCase, locale));
		}
		if (this.endings.close().isOffered(reader, ecoCase)) {
			actions.add(action("close", ecoCase, locale));
		}
		return actions;
	}

	private Action action(String name, EcoCase ecoCase, Locale locale) {
		CaseWords words = this.present.words();
		return new Action(words.text("casefile.action." + name, locale), "/cases/" + ecoCase.id() + "/" + name,
				words.text("casefile.action." + name + ".consequence", locale), true, UUID.randomUUID().toString(),
				Tone.QUIET);
	}

}
