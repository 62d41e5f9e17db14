package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.LastSignIns;
import cn.ecopark.organisation.OwnPassword;
import cn.ecopark.organisation.OwnSessions;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.PersonHistory;
import cn.ecopark.web.view.FieldError;

/** Puts everybody's own page together. */
@Component
class AccountPages {

	private final People people;

	private final OwnSessions sessions;

	private final LastSignIns signIns;

	private final PersonHistory history;

	private final PersonWords words;

	private final CurrentActor current;

	AccountPages(People people, OwnSessions sessions, LastSignIns signIns, PersonHistory history, PersonWords words,
			CurrentActor current) {
		this.people = people;
		this.sessions = sessions;
		this.signIns = signIns;
		this.history = history;
		this.words = words;
		this.current = current;
	}

	AccountPage page(String session, List<FieldError> errors, Locale locale) {
		Actor actor = this.current.get();
		Person person = this.people.find(actor.personId()).orElseThrow();
		LastSignIns.@Nullable At last = this.signIns.previous(person.id()).orElse(null);
		return new AccountPage(person.displayName(), person.signInName(), this.words.unit(person),
				this.words.roles(person, locale), OwnPassword.SHORTEST,
				(last != null) ? last.at().atZone(CaseTime.ZONE) : null,
				(last != null) ? Objects.requireNonNullElse(last.address(), "") : "",
				this.sessions.of(actor, session).stream().map(AccountPages::row).toList(),
				this.history.of(person.id()).stream().map((change) -> this.words.change(change, locale)).toList(),
				errors);
	}

	private static AccountPage.Session row(OwnSessions.Open open) {
		return new AccountPage.Session(open.key(), open.begun().atZone(CaseTime.ZONE),
				open.lastUsed().atZone(CaseTime.ZONE), open.address(), open.agent(), open.present());
	}

}
