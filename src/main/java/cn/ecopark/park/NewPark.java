package cn.ecopark.park;

/** A park to be entered in the register, as 意向. */
public record NewPark(String name, ParkKind kind, String level, String provinceCode) {

	public NewPark {
		if (name.isBlank()) {
			throw new IllegalArgumentException("A park has a name");
		}
	}

}
