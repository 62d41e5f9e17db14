package cn.ecopark.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.officialdocument.SavedTemplates;
import cn.ecopark.release.Release.Origin;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.RulePacks;

/**
 * Takes the packs that come with the program at its start. Into an empty database they
 * are released at once. Where releases are, a pack that differs from all of them becomes
 * a candidate, and nothing changes before two administrators have released it. What ran
 * before there were releases is completed with the data that came with the program.
 */
@Component
class TakeShippedPacks implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(TakeShippedPacks.class);

	private final Releases releases;

	private final MakeRelease makeRelease;

	private final RulePacks packs;

	private final SavedTemplates saved;

	private final TransactionTemplate transaction;

	TakeShippedPacks(Releases releases, MakeRelease makeRelease, RulePacks packs, SavedTemplates saved,
			TransactionTemplate transaction) {
		this.saved = saved;
		this.releases = releases;
		this.makeRelease = makeRelease;
		this.packs = packs;
		this.transaction = transaction;
	}

	@Override
	public void afterSingletonsInstantiated() {
		PackFiles.shippedPacks().forEach(pack -> this.transaction.executeWithoutResult(status -> {
			this.releases.lock();
			take(pack, PackFiles.shipped(pack));
		}));
	}

	private void take(String pack, PackFiles shipped) {
		this.releases.of(pack)
			.stream()
			.filter(release -> release.digest().isEmpty())
			.forEach(release -> complete(release, shipped));
		this.releases.inForce(pack).ifPresent(this::takeInSaved);
		List<Release> there = this.releases.of(pack);
		if (there.isEmpty()) {
			Release first = this.makeRelease.candidate(pack, shipped, Origin.SHIPPED, "", null);
			if (first.state() != Release.State.CHECKED) {
				throw new IllegalStateException("The rule pack " + pack + " that comes with the program is faulty: "
						+ this.makeRelease.errors(shipped));
			}
			this.makeRelease.release(first, shipped, null);
			LOG.info("Released rule pack {} with {} files", first.id(), shipped.all().size());
		}
		else if (there.stream().noneMatch(release -> release.digest().equals(shipped.digest()))) {
			Release candidate = this.makeRelease.candidate(pack, shipped, Origin.SHIPPED, "", null);
			LOG.warn("Rule pack {} comes with changes; release {} waits for administrators at /admin/packs", pack,
					candidate.id());
		}
	}

	/**
	 * Its diagrams and forms stay as they were; what it lacks is what came with the
	 * program.
	 */
	private void complete(Release takenOver, PackFiles shipped) {
		PackFiles deployed = this.packs.files(takenOver.id());
		Map<String, byte[]> lacking = new TreeMap<>(shipped.all());
		lacking.keySet().removeAll(deployed.all().keySet());
		this.saved.newest(takenOver.id().pack())
			.forEach((kind, source) -> lacking.computeIfPresent("papers/" + kind + ".txt",
					(path, shippedText) -> source.getBytes(StandardCharsets.UTF_8)));
		this.releases.keep(takenOver.id(), PackFiles.of(lacking));
		Map<String, byte[]> whole = new TreeMap<>(lacking);
		whole.putAll(deployed.all());
		this.releases.save(takenOver.consistingOf(PackFiles.of(whole)));
		LOG.info("Took over rule pack {} as it ran", takenOver.id());
	}

	/**
	 * What was saved as a template by itself and holds for the release in force becomes
	 * part of the next one, so that nothing that is in force lies outside of a release.
	 */
	private void takeInSaved(Release inForce) {
		Map<String, String> texts = this.saved.of(inForce.id());
		if (texts.isEmpty()) {
			return;
		}
		Map<String, byte[]> files = new TreeMap<>(this.packs.files(inForce.id()).all());
		texts.forEach((kind, source) -> files.put("papers/" + kind + ".txt", source.getBytes(StandardCharsets.UTF_8)));
		PackFiles whole = PackFiles.of(files);
		if (this.releases.of(inForce.id().pack())
			.stream()
			.anyMatch(release -> release.digest().equals(whole.digest()))) {
			return;
		}
		Release next = this.makeRelease.candidate(inForce.id().pack(), whole, Origin.ADMINISTRATOR, "此前单独保存的公文模板并入规则包",
				null);
		if (next.state() == Release.State.CHECKED) {
			this.makeRelease.release(next, whole, null);
		}
		LOG.info("Took templates that were saved by themselves into release {}: {}", next.id(), texts.keySet());
	}

}
