package cn.ecopark.reference.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.reference.Title;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Change;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.Texts;
import cn.ecopark.shared.UntilChanged;
import cn.ecopark.web.Masthead;

/**
 * Title and Office as they are called today. They are kept until a change is told, and
 * for half a minute at most, so that no page asks the database for them; of another day
 * they are read at once.
 */
@Component
class NamesOfTheDay implements Masthead {

	private static final Logger log = LoggerFactory.getLogger(NamesOfTheDay.class);

	private static final Duration KEPT = Duration.ofSeconds(30);

	private final RulePacks packs;

	private final ReferenceData reference;

	private final Units units;

	private final CaseTime time;

	@NodeMemory(NodeMemory.Why.IS_TOLD)
	private final UntilChanged<Names> names = new UntilChanged<>(KEPT);

	NamesOfTheDay(RulePacks packs, ReferenceData reference, Units units, CaseTime time) {
		this.packs = packs;
		this.reference = reference;
		this.units = units;
		this.time = time;
	}

	/** What was read for that day. */
	private record Names(LocalDate day, Optional<Title> title, String host) {
	}

	@EventListener
	void told(Change change) {
		if (change.isOf(Change.Topic.UNITS) || change.isOf(Change.Topic.REFERENCE)) {
			this.names.forget();
		}
	}

	@Override
	public Optional<String> title(Locale locale) {
		return names().flatMap(Names::title).map(title -> Texts.english(locale) ? title.en() : title.zh());
	}

	@Override
	public Optional<String> host() {
		return names().map(Names::host);
	}

	private Optional<Names> names() {
		Names last = this.names.last();
		try {
			LocalDate today = this.time.today();
			last = this.names.get(() -> read(today));
			if (!last.day.equals(today)) {
				last = this.names.read(() -> read(today));
			}
		}
		catch (DataAccessException | TransactionException failure) {
			log.warn("Title and Office of today cannot be read; pages go on with those read before", failure);
		}
		return Optional.ofNullable(last);
	}

	private Names read(LocalDate today) {
		Optional<RulePack> pack = RulePacks.inForceOn(today, this.packs.all());
		return new Names(today, pack.flatMap(one -> this.reference.titleOn(one.id(), today)),
				this.units.nameOn(Units.OFFICE, today));
	}

}
