package cn.ecopark.casefile.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CloseCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.WithdrawCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Tone;

/** How the reader may end a case before its time. */
@Component
class CaseEndings {

	private final WithdrawCase withdraw;

	private final CloseCase close;

	private final Texts texts;

	CaseEndings(WithdrawCase withdraw, CloseCase close, Texts texts) {
		this.withdraw = withdraw;
		this.close = close;
		this.texts = texts;
	}

	List<Action> offered(EcoCase ecoCase, Actor reader, Locale locale) {
		List<Action> actions = new ArrayList<>();
		if (this.withdraw.isOffered(reader, ecoCase)) {
			actions.add(action("withdraw", ecoCase, locale));
		}
		if (this.close.isOffered(reader, ecoCase)) {
			actions.add(action("close", ecoCase, locale));
		}
		return actions;
	}

	private Action action(String name, EcoCase ecoCase, Locale locale) {
		return new Action(this.texts.in(locale, "casefile.action." + name), "/cases/" + ecoCase.id() + "/" + name,
				this.texts.in(locale, "casefile.action." + name + ".consequence"), true, UUID.randomUUID().toString(),
				Tone.QUIET);
	}

}
