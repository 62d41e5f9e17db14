package cn.ecopark.rulepack;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The rule packs that come with the system. */
@Component
public class RulePacks {

	private final List<RulePack> packs;

	public RulePacks() throws IOException {
		List<RulePack> read = new ArrayList<>();
		for (Resource resource : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:rulepacks/*/pack.yaml")) {
			read.add(RulePackReader.read(resource));
		}
		read.sort(Comparator.comparing(RulePack::validFrom));
		this.packs = List.copyOf(read);
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

	/**
	 * @return the diagrams and forms of a pack, each with the name it is deployed under
	 */
	public static List<Resource> models(String pack) throws IOException {
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		List<Resource> resources = new ArrayList<>();
		resources.addAll(List.of(resolver.getResources("classpath*:models/bpmn/" + pack + "/*.bpmn")));
		resources.addAll(List.of(resolver.getResources("classpath*:models/forms/" + pack + "/*.form")));
		return resources;
	}

	static InputStream beside(Resource pack, String file) throws IOException {
		return pack.createRelative(file).getInputStream();
	}

}
