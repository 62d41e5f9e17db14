package cn.ecopark.casefile.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.SignedInUnit;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.shared.Texts;

/** 拟办、审核、签发 beside opinions, for the unit whose opinions they are and nobody else. */
@Component
public class Hands {

	private final ObjectProvider<SignedInUnit> known;

	private final Texts texts;

	Hands(ObjectProvider<SignedInUnit> known, Texts texts) {
		this.known = known;
		this.texts = texts;
	}

	/**
	 * @return in words, by the task of each opinion that several people of the reader's
	 * unit signed
	 */
	public Map<Long, List<String>> of(Collection<Opinion> opinions, Actor reader, Locale locale) {
		List<Opinion> own = opinions.stream()
			.filter(opinion -> CaseAccess.isFor(reader, Audience.OWN_UNIT, opinion.author().unitId(),
					opinion.author().personId()))
			.toList();
		Map<Long, List<String>> told = new HashMap<>();
		this.known.forEach(one -> one.of(own)
			.forEach((task, hands) -> told.put(task,
					hands.stream().map(hand -> hand.words(this.texts, locale)).toList())));
		return told;
	}

}
