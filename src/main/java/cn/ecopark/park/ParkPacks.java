package cn.ecopark.park;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/** The rule packs whose words hold for what parks are. */
@Component
public class ParkPacks {

	private final RulePacks packs;

	private final CaseTime time;

	ParkPacks(RulePacks packs, CaseTime time) {
		this.packs = packs;
		this.time = time;
	}

	/**
	 * @return the packs as they are in force now, read once for all parks of a page
	 */
	public InForce now() {
		return new InForce(this.packs, this.packs.all(), this.time.today());
	}

	/** The packs that were in force when they were read. */
	public static final class InForce {

		private final RulePacks releases;

		private final List<RulePack> all;

		private final LocalDate today;

		private InForce(RulePacks releases, List<RulePack> all, LocalDate today) {
			this.releases = releases;
			this.all = all;
			this.today = today;
		}

		/**
		 * @return one release of each pack, the packs by the day they are valid from
		 */
		public List<RulePack> all() {
			return this.all;
		}

		/**
		 * @return the pack of today
		 */
		public Optional<RulePack> today() {
			return RulePacks.inForceOn(this.today, this.all);
		}

		/**
		 * @return the pack by which the park has its status; of a prospect that of today
		 */
		public Optional<RulePack> of(Park park) {
			Decided decided = park.decided();
			return decided == null ? today() : of(decided);
		}

		/**
		 * @return the pack by which it was decided: that of its release, or the one in
		 * force on its day; empty of a decision from before all packs, or of which nobody
		 * knows the day
		 */
		public Optional<RulePack> of(Decided decided) {
			return decided.under() == null ? onDay(decided.on()) : Optional.of(this.releases.get(decided.under()));
		}

		private Optional<RulePack> onDay(@Nullable KnownDate day) {
			return day == null ? Optional.empty() : RulePacks.inForceOn(day.earliest(), this.all);
		}

	}

}
