package cn.ecopark.process;

import org.springframework.stereotype.Component;

import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.pack.Effect;
import cn.ecopark.process.pack.ModelCheck.DelegateNames;
import cn.ecopark.rulepack.RulePack;

/** Tells the model check which names a drawing may use. */
@Component
class EngineNames implements DelegateNames {

	@Override
	public boolean isDelegate(String name) {
		return Effect.named(name).isPresent();
	}

	@Override
	public boolean isCollection(String name) {
		return RegisteredNames.COLLECTIONS.contains(name);
	}

	@Override
	public boolean isTimerDate(String name, RulePack pack) {
		return RegisteredNames.DATES.contains(name) || name.startsWith(LimitTimers.DUE)
				&& pack.limits().containsKey(name.substring(LimitTimers.DUE.length()));
	}

	@Override
	public boolean isFact(String name) {
		return RegisteredNames.isFact(name);
	}

}
