package cn.ecopark.rulepack;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** The rule packs that come with the system. */
@Component
public class RulePacks {

	private final List<RulePack> packs;

	public RulePacks() {
		this.packs = PackFiles.shippedPacks()
			.stream()
			.map(id -> RulePackReader.read(PackFiles.shipped(id)))
			.sorted(Comparator.comparing(RulePack::validFrom))
			.toList();
	}

	public List<RulePack> all() {
		return this.packs;
	}

	/**
	 * @return the pack
	 * @throws IllegalArgumentException when there is none of that id
	 */
	public RulePack get(String id) {
		return this.packs.stream()
			.filter(pack -> pack.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No rule pack " + id));
	}

	/**
	 * @return the pack under which a case opened on that day is carried out
	 * @throws IllegalArgumentException when none was in force
	 */
	public RulePack inForceOn(LocalDate day) {
		Optional<RulePack> found = this.packs.stream()
			.filter(pack -> !pack.validFrom().isAfter(day))
			.reduce((earlier, later) -> later);
		return found.orElseThrow(() -> new IllegalArgumentException("No rule pack was in force on " + day));
	}

}
