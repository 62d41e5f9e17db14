package cn.ecopark.casefile.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePack.LifeStep;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.web.view.Step;

/** The nine steps in the life of a park, with the present one. */
@Component
public class LifeSteps {

	private final RulePacks packs;

	LifeSteps(RulePacks packs) {
		this.packs = packs;
	}

	/** @return the strip; empty for a stage that is none of its steps, such as those of a recheck */
	public List<Step> steps(String packId, @Nullable String stage, Locale locale) {
		RulePack pack = this.packs.get(packId);
		boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
		int present = position(pack.life(), stage);
		List<Step> steps = new ArrayList<>();
		for (int index = 0; present >= 0 && index < pack.life().size(); index++) {
			LifeStep step = pack.life().get(index);
			steps.add(new Step(english ? step.englishLabel() : step.label(), null, index < present ? Step.State.DONE
					: index == present ? Step.State.PRESENT : Step.State.FUTURE));
		}
		return steps;
	}

	private static int position(List<LifeStep> life, @Nullable String stage) {
		for (int index = 0; index < life.size(); index++) {
			if (life.get(index).stage().equals(stage)) {
				return index;
			}
		}
		return -1;
	}

}
