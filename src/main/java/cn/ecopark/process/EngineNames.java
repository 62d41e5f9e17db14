package cn.ecopark.process;

import org.springframework.stereotype.Component;

import cn.ecopark.process.pack.ModelCheck.DelegateNames;
import cn.ecopark.rulepack.RulePack;

/** Tells the model check which names exist. */
@Component
class EngineNames implements DelegateNames {

	@Override
	public boolean isDelegate(String name) {
		return RegisteredNames.DELEGATES.contains(name) && !isListener(name);
	}

	@Override
	public boolean isListener(String name) {
		return RegisteredNames.LISTENERS.contains(name);
	}

	@Override
	public boolean isCollection(String name) {
		return RegisteredNames.COLLECTIONS.contains(name);
	}

	@Override
	public boolean isTimerDate(String name, RulePack pack) {
		return RegisteredNames.DATES.contains(name) || isLimit(name, RegisteredNames.DUE, pack)
				|| isLimit(name, RegisteredNames.REMIND, pack);
	}

	@Override
	public boolean isFact(String name) {
		return RegisteredNames.isFact(name);
	}

	private static boolean isLimit(String name, String prefix, RulePack pack) {
		return name.startsWith(prefix) && pack.limits().containsKey(name.substring(prefix.length()));
	}

}
