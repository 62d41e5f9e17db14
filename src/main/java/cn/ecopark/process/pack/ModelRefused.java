package cn.ecopark.process.pack;

import java.util.List;
import java.util.stream.Collectors;

import cn.ecopark.shared.Refusal;

/** A pack is not deployed because of faults in its models. */
public final class ModelRefused extends Refusal {

	private final transient List<ModelFault> faults;

	public ModelRefused(List<ModelFault> faults) {
		super("model.refused",
				faults.stream()
					.map(fault -> fault.file() + " " + fault.element() + ": " + fault.message())
					.collect(Collectors.joining("\n")));
		this.faults = List.copyOf(faults);
	}

	public List<ModelFault> faults() {
		return this.faults;
	}

	@Override
	public String getMessage() {
		return String.valueOf(arguments()[0]);
	}

}
